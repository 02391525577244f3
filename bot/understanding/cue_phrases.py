"""The longest of the tables of `cues`: what denies after a mention, what is past or over, what only could be."""


def phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a table, parted by commas, as tuples of words."""
    return tuple(tuple(line.split()) for line in text.replace("\n", " ").split(",") if line.strip())


# After a mention, up to the end of its clause: "chest pain: no", "fiebre no".
DENIED_AFTER = phrases("""
    no la tengo, no lo tengo, no las tengo, no los tengo, no es mi caso, thats not me, not me, not my case, are
    strong, is strong, working fine, works fine, work fine, works well, work well, working well, working normally,
    perfectas, perfectos, perfecta, perfecto, normales, funcionan bien, funciona bien, trabajan bien, sin problema,
    sin problemas, sin novedad, no problem, no problems, no trouble, no issues, is good, are good, are great, is
    great, all good, perfect, en orden, al cien, is steady, are steady, todo normal, no, none, nope, not, never,
    denied, denies, negative, absent, no tengo, no hay, no he tenido, no me da, tampoco, nunca, ninguno, ninguna,
    not really, no creo, not at all, para nada, not present, not there, i dont have, i dont, dont have, dont have
    that, dont have it, not
    a problem, not an issue, isnt a problem, isnt an issue, is fine, are fine, is ok, are ok, is normal, are normal,
    esta bien, estan bien, normal, fine, ruled out, was ruled out, i have none, no presento, no siento, descartado,
    descartada, cero, zero, no hubo, no ha habido, no he notado, en absoluto, nada de eso, none of that, nada,
    ni se me ha pasado por la mente, ni se me pasa por la cabeza, ni se me ha
    ocurrido, jamas,
    nunca he tenido, jamas he tenido, nunca tuve, nunca he sentido, no tuve, no tuve ninguno, no tuve ninguna, no
    tuve nada, no tuve nunca, no tengo ninguno, no tengo ninguna, no tuvimos, no tuvo, no he sentido, no he tenido
    ninguno, no he tenido ninguna, no me dio, no me ha dado, no me dan, no me dieron, no me pasa, no doctora, no
    doctor, no doctorita, no doc, no senorita, no senora, no senor, no mija, no licenciada, no joven, lo que se dice
    no, no sir, no maam, no love, no mate, no dear, none at all, none whatsoever, no way, not once, never once, ni
    hablar, ni pensarlo, ni una vez, nunca me ha dado, nunca me dio, jamas me ha dado, nunca me ha pasado, no estoy,
    no lo estoy, no estan, no me he sentido, no me he notado, no me he visto, no me he encontrado, no me ha salido,
    no me han salido, no me ve mi, i havent had, havent had, i havent had any, havent had any, ive had none, had
    none
""")

PAST = phrases("""
    all ive ever, only time ive ever, the only time i ever, summers ago, winters ago, seasons ago, deployments ago,
    back in high school, in my younger, in boot camp, in grade school, en la prepa, en la secundaria, en mis
    tiempos, cuando estaba en la escuela, in january, last january, in february, last february, in march, last
    march, in april, last april, in june, last june, in july, last july, in august, last august, in september, last
    september, in october, last october, in november, last november, in december, last december, en enero, en
    febrero, en marzo, en abril, en mayo, en junio, en julio, en agosto, en septiembre, en octubre, en noviembre, en
    diciembre, last winter, last summer, last spring, last month, el mes pasado, el verano pasado, el invierno
    pasado, mes pasado, verano pasado, invierno pasado, years ago, year ago, yrs ago, months ago, month ago, decades
    ago, long ago, long time ago, ages ago, last year, years back, months back, year before last, as a kid, as a
    child, as a teen, in the spring, in the summer, in the winter, cuando nino, cuando nina, cuando chico, cuando
    chica, cuando joven, ano antepasado, que tuve fue, de chamaco, de chamaca, de chavo, a los quince, a los veinte,
    a los treinta, at fifteen, at sixteen, at twenty, in my teens, as a teenager, as a young, as a baby, when i was,
    when i were, back when, used to, back in, in the past, in my past, in my twenties, in my thirties, in my
    forties, in my fifties, in my sixties, in my seventies, in my school days, as a young man, once had, history of,
    in my youth, growing up, in high school, in college, childhood, previously, formerly, in a previous, in my last
    pregnancy, during my pregnancy, during my last, after my first, cuando fumaba, hace anos, in summer, in winter,
    last autumn, en
    verano, en invierno, hace un ano, hace dos anos, hace tres anos, hace muchos anos, hace varios anos, hace
    tiempo, hace mucho, hace mucho tiempo, hace meses, hace un tiempo, el ano pasado, anos atras, meses atras, de
    nino, de nina, de joven, de chico, de chica, de chiquito, de chiquita, cuando era, cuando tenia, cuando estaba
    embarazada, cuando estuve embarazada, en mi embarazo, en mi primer embarazo, en mi ultimo embarazo, en el
    pasado, solia, antecedentes de, antecedente de, en mi juventud, en mi infancia, de adolescente, historia de, the
    other year, a few years, couple years
""")

RESOLVED = phrases("""
    only time i ever, the only time, thats all ive ever, unica vez que, la unica vez, shakes right out, lo sacudo y
    ya, la sacudo y ya, goes away by itself, not now, ahora no, hasnt happened since, hasnt come back, never came
    back, left no trace, never minded, no me ha vuelto, no ha vuelto, no volvio, was gone, gone in, wakes right up,
    woke right up, a los dos minutos ya, y ya se me quita, se me quita, went away, gone away, has gone, is gone, its
    gone, are gone, all gone, gone now, is over, its over, resolved, cleared up, no longer, not anymore, anymore,
    better now, fine now, ok now, okay now, im fine now, all better, back to normal, got better, nothing now, nada
    ahora, it was nothing, was nothing, no fue nada, fue nada, all clear, im over it, got over it, it passed, its
    passed, has passed, it stopped, has stopped, stopped on its own, i can now, now i can, can again, was treated,
    is treated, healed, recovered, ya no, ya paso, ya se paso, ya se fue, ya se me fue, se me quito, ya se quito, se
    quito, ya se me paso, se me paso, se paso, ya estoy bien, ya esta bien, desaparecio, ya desaparecio, ya me
    siento bien, ya puedo, ya puede, ya mejoro, ya me cure, me cure, se me curo, ya se me curo, ya sano, se
    resolvio, me recupere, se fue solo, se fue sola, it went, ya todo bien, everything is fine now, completely gone,
    totally gone, subsided, it lasted, duro unos, wore off, se me desaparecio, never since, havent had any since
    then, havent had it since then, not once since, never
    again, y nunca mas, long gone, gone by, gone soon as, gone as soon as, all over since, over since, over and
    done, pulled through, full recovery, salio adelante, salio de eso, ya volvio a su casa, y listo, y se pasa, y se
    me pasa, y se quita, right as rain, good as new, gone once, gone after, gone when i, thats stopped, that
    stopped, thats done with, and done with, back to full strength, full strength again, came right, all over with,
    over with, over in a week, over in a day, over in a few, over in two, over in three, over within, cleared right
    up, thing of the past, never bothered me since, none since, no trouble since, not had it since, they wake up,
    then wake up, wake up again, wakes up again, back to itself, back to themselves, lifts like the other, as good
    as the other, good as the other, ya se desinflo, se desinflo, all good now, ya esta normal, hoy esta normal,
    normal again, ya curada, ya curado, curada del todo, curado del todo, ya superada, ya superado, ya es historia,
    es historia, ya soldo, soldo bien, all sorted now, sorted now, sorted itself out, but nothing since, nothing
    since, pero nada desde entonces, nada desde entonces, desde entonces nada, desde entonces cero, desde entonces
    ninguna, desde entonces ninguno, fine after a, ok after a, walked it off, shook it off
""")

COULD_BE = phrases("""
    you talk about, you talked about, you mention, you mentioned, you speak of, you keep asking, suppose, supposing,
    signs mean, what signs, which signs, si llegara, si llegase, si me llegara, si me llegase, si le llegara, si le
    diera, if i couldnt, if i didnt, a person should, someone should call, how would i even, how would you know, how
    would one know, how would a person know, how would anybody know, how would anyone know, how does one know, how
    does a person know, how do people know, how do doctors know, how would i tell, que diferencia hay, que
    diferencia, cual es la diferencia, difference between, whats the difference, es verdad eso, es verdad que, es
    cierto que, is it true, they told us, they taught us, nos ensenaron, nos decian, isnt like i, not like i, its
    not that i, isnt that i, no es que no pueda, no es que no sienta, no es que me haya, linea de prevencion,
    prevention line, crisis line, hotline, prevencion del, awareness, como reconocer, como distinguir, how to
    recognize, how to spot, how to tell if, cual seria, serian senales, podria ser senal, what if, will turn into,
    worried this will, worried it will, worried that, me preocupa que, someday, algun dia, scared of, afraid of,
    terrified of, fear of, ending up, end up, terminar paralitico, miedo de, miedo a, counts as, cuantos grados, a
    partir de cuanto, what number is, just curious, just so i know, just wondering, just asking, for future, nomas
    pa saber, nomas para saber, solo para saber, por curiosidad, curiosidad, if i get, if i got, if i have, if i
    had, if i ever, if i feel, if i felt, if i start, if i started, if i develop, if i lose, if i lost, if i notice,
    if i become, if i were, if i was, if i experience, if i suddenly, if i cant, if i could not, if you have, if you
    get, if you feel, if you cant, if you lose, if you start, if you notice, if someone, if somebody, if a person,
    if there is, if theres, if any, if it ever, if it causes, in case, in case of, in the event, should i worry if,
    worry about, watch for, watch out for, look out for, should i call, do i call, need to worry about, told me to
    watch, should i call if, call if, worry if, tell you if, let you know if, go to the er if, when should i, when
    do i, when to call, when to go, when to worry, signs of, sign of, symptoms of, symptom of, warning signs, red
    flags, risk of, risks of, side effect, side effects, afraid of getting, afraid of having, scared of getting,
    scared of having, worried about getting, worried about having, prevent, preventing, to avoid, avoid, prevents,
    mean by, meant by, what do you mean, what does it mean, what does, definition of, why do you ask, why are you
    asking, why did you ask, why ask, you asked about, you ask about, you asked if, you ask if, you asked me,
    question about, questions about, asking about, asked me about, me preguntaron por, read about, reading about,
    heard about, article about, article on, pamphlet, leaflet, information about, information on, info about, info
    on, explain, define, tell me about, learn about, how do i know if, how would i know if, how will i know if, how
    can i tell if, how do you know if, chance of, chances of, likely to, lead to, leads to, result in, treat,
    treats, treating, help with, helps with, good for, used for, works for, work for, safe for, safe with, people
    with, someone with, patients with, those with, anyone with, que pasa si, que pasaria si, que hago si, que debo
    hacer si, y si me da, y si tengo, y si empiezo, y si me pasa, y si llego, si llego a, si me da, si me diera, si
    me dan, si tuviera, si tengo, si siento, si sintiera, si empiezo, si pierdo, si noto, si no puedo, si me
    empieza, si aparece, si hay, si alguien, si una persona, si alguna vez, si algun dia, si uno, en caso de, por
    si, por si acaso, cuales son los, cuando debo, cuando tengo que, cuando hay que, senales de, senal de, sintomas
    de, signos de, riesgo de, riesgos de, efecto secundario, efectos secundarios, miedo de tener, miedo a tener,
    como evito, como le hago para que no, miedo de que me, miedo a un, miedo a una, temor de, temor a, para evitar,
    evitar, prevenir, para prevenir, que quiere decir, que significa, a que se refiere, se refiere con, por que
    pregunta, por que preguntan, por que me pregunta, porque pregunta, porque me pregunta, me pregunto usted,
    pregunta sobre, preguntas sobre, charla sobre, talk on, lecture on, course on, thesis on, essay on, tesis sobre,
    trabajo sobre, ensayo sobre, curso sobre, taller sobre, presentation on, ponencia sobre, folletos sobre,
    leaflets on, informacion sobre, informacion de, leyendo sobre, lei sobre, articulo sobre, hablame de, hableme
    de, explique, explicame, expliqueme, como se si, como saber si, como sabria si, sirve para, bueno para, buena
    para, ayuda con, ayuda para, gente con, personas con, pacientes con, probabilidad de, posibilidad de, que es,
    what is, whats, what are, que son
""")
