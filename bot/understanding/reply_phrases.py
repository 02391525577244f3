"""The phrases by which people say yes, no and not sure, and those that only seem to deny."""


def _any(lines: str) -> str:
    parts = sorted((" ".join(line.split()) for line in lines.replace("\n", " ").split(",")), key=len, reverse=True)
    return "|".join(part.replace(" ", r"\s+") for part in parts if part)


UNSURE_SAID = _any("""
    put me down as a maybe, put me down for a maybe, call it a maybe, thats a maybe, es un tal vez, un quizas,
    dont recall, cant recall,
    me quedan dudas, me quedan mis dudas, toy inseguro, toy insegura, estoy inseguro, estoy insegura,
    no podria asegurarle, no puedo asegurarle, no sabria asegurarle, im unsure, not so certain,
    tengo duda con, tengo dudas con, tengo duda de,
    ando en duda, me quedo en duda, le doy vueltas, no me animo a decir,
    how would i know, how would i tell, how can i tell, how am i to know, how do i know, how should i know,
    como voy a saber,
    como saber, como voy a saberlo, i may have i may not, may or may not, may have may not,
    cant be sure, cannot be sure, couldnt be sure, cant be certain, no puedo estar seguro, no puedo estar segura, no
    podria estar seguro, no podria estar segura, not able to say, no puedo saber, no hay como saber,
    dificil decir, dificil saber, dificil de saber, no al cien, no al 100, not 100, tough one, not one hundred, no al
    ciento por ciento, hasta donde se quien sabe, no sabria que decir, habria que ver, habra que ver,
    cant decide, cannot decide, couldnt decide, who can tell, who can say, who could say, who is to say, whos to say,
    who am i to say, quien dira, quien puede decir, quien puede saber, quien lo sabe, couldnt swear, cant swear,
    wouldnt swear to it, couldnt say, no sabria cual, no me decido, ni se,
    ni yo se,
    no estoy al tanto, im torn, torn between, hard to judge, no puedo decir, no podria decirle, no le puedo decir,
    ni si ni no, sepa dios, a medias, medio medio, mitad si mitad no, no le atino, no atino, no alcanzo a saber, no
    distingo, no estoy tan seguro, no estoy tan segura, no le puedo asegurar, no me consta, no le hallo, ve tu a saber,
    not a hundred percent, not too sure, not so sure, i wonder, iffy, maybe maybe not, wish i could tell, no way of
    knowing, im guessing, hazy, fuzzy on that, jury is out, jurys out, drawing a blank, could be could be not,
    no le sabria, no te sabria, no les sabria, no le se decir, ahi si quien sabe, sepa la bola,
    never paid attention, never noticed either way, never tested me, never tested, didnt test, nobody checked,
    nobody ever
    checked, never had it checked, havent checked, put unsure, put not sure, put me down as unsure, no clue, doubtful,
    dont hold me, cant swear, wouldnt swear, couldnt swear, not 100 percent sure, who knows, up in the air, tough
    to say,
    tough call, toss up, undecided, beyond me, your guess is as good as mine, nunca me he fijado, no me he fijado, no me
    fije, nunca me fije, ni me he fijado, nunca me han revisado, nunca me lo han medido, nunca me hicieron, no me han
    hecho, npi, ni la mas minima, ni la mas remota, tampoco lo aseguro, no lo aseguro, no le aseguro, no puedo asegurar,
    no podria asegurar, no podria decir, como que si como que no, no le entendi, pongale que no se, ponga que no
    se, vaya
    uno a saber, dios sabrá, dios sabra, sabra dios, anda a saber, ni sabria decirle, no tengo ni idea, no tengo claro,
    no me queda claro, imposible saber, me la pone dificil, ahi si no se, estoy en duda, estoy dudando, en duda,
    wouldnt know, never been tested, havent been tested, not been tested, never checked, nunca me han revisado, nunca
    me lo han revisado, nunca me han hecho, no sabria, could go either way, your guess, couldnt tell you, quien sabe,
    a saber, vaya usted a saber, not sure, not really sure, not entirely sure, not 100 sure, unsure, not certain,
    uncertain, dont know, do not know, dont really know, have no idea, no idea, no clue, not a clue, havent a clue,
    idk, dunno, beats me, who knows, hard to say, hard to tell, difficult to say, cant tell, cant say, couldnt say,
    couldnt tell, maybe, perhaps, possibly, might be, could be, i guess so, i suppose, kind of maybe, dont remember,
    cant remember, it depends, depends, not positive, undecided, on the fence, 50 50, fifty fifty, no way to know, who
    can say, wish i knew, good question, hard to know, i have no clue, no se, nose, no lo se, no sabria, no sabria
    decir, no estoy seguro, no estoy segura, no toy seguro, no toy segura, no tengo idea, ni idea, ni la menor idea,
    sepa, saber, quien sabe, quizas, quiza, tal vez, a lo mejor, puede ser, puede que, depende, no recuerdo, no me
    acuerdo, no sabria decirle, dificil de decir, no sabria decirte, posiblemente, probablemente, probably, no estoy
    muy seguro, no estoy muy segura, no estamos seguros, no seguro, no segura, mas o menos, sort of, kinda, im not too
    sure, tengo dudas, dudo, no le se, no sabemos, quien sabe
""")

NO_ANSWER_SAID = _any("""
    ya voy(?! (?:mejor|mejorando|bien|peor|sintiendo|pudiendo|a|de|por|en)), bear with me,
    no problem, no prob, no worries, no rush, no biggie, no big deal, no wonder, no way jose, no pasa nada, no hay
    problema, sin problema, no problema, no importa, no hay de que, no te preocupes, no se preocupe, no hay prisa,
    no comprendo, no entiendo, i dont understand, dont understand, no entendi, no need to worry, nothing personal,
    no offense, no kidding, no joke, no doubt about what, no comment, no drama, no hay drama, no stress, no sweat,
    no hay bronca,
    no te apures, no se apure, no hay lio, good question, buena pregunta, no hay prisa, sin prisa
""")

YES_SAID = _any("""
    yh, yhh, it definitely is, it definitely does, they definitely do,
    theres one, there is one, there are a few, theres a couple, there are some, there are two, hay una, hay uno, hay
    varias, hay varios, hay algunas, hay dos, ahi si, si hay, ahi si hay,
    it sure does, it sure is, they sure do, i sure do, sure does, claro que, yes to both, si a las dos,
    no doubt, no doubt about it, without a doubt, sin duda, sin lugar a dudas, no cabe duda, both, both of them, las dos
    cosas, los dos, las dos, ambos, ambas, ambas cosas, both of those, thats me, that is me, that happens to me, happens
    to me, it happens, guilty, guilty as charged, bingo, roger, aye, yessir, yuppers, yepper, yeppers, you know it, all
    the time, every time, more than one, a bunch, a few, un par, mas de una, mas de uno, una si, uno si, alguna si, me
    pasa, eso me pasa, si me pasa, ese soy yo, esa soy yo, tal cual, ya lo creo, ahi le va que si, de que si si, sipi,
    sipo, yes indeed, that would be me, story of my life, cada vez, todo el tiempo, en efecto, positivo, de ley,
    yes, yeah, yep, yup, yea, ya, yah, yas, yess, yes sir, yes maam, ye, ya sure, sure, sure do, sure is, sure
    am, sure thing, of course, absolutely, definitely, certainly, affirmative, correct, thats correct, thats right,
    right, true, thats true, i do, i am, i did, i have, i was, i can, it is, it does, it did, they do, they are,
    indeed, for sure, 100 percent, totally, uh huh, mhm, mm hmm, mmhmm, yuh, oh yes, oh yeah, hell yes, hell yeah,
    im afraid it is, im afraid it does, im afraid they are, dos de esas si, dos de ellas si, una de esas si,
    una de ellas si, dos de esas, varias de esas, varias de ellas, algunas de esas,
    very much so, afraid so, im afraid so, unfortunately yes, sadly yes, positive, always, most definitely, you bet,
    that is correct, that does happen, that happens, exactly, agreed, i agree, ok yes, okay yes, well yes, well
    yeah, um yes, umm yes, uh yes, hmm yes, pretty sure yes, i think so, i believe so, think so, guess so, si, sii,
    siii, simon, sip, sep, claro, claro que si, asi es, por supuesto, desde luego, efectivamente, afirmativo,
    correcto, exacto, exactamente, cierto, es cierto, seguro, seguro que si, de acuerdo, ok si, pues si, bueno si,
    yo si, lamentablemente si, desgraciadamente si, por desgracia si, creo que si, pienso que si, me parece que si,
    asi mero, eso si, lo tengo, la tengo, los tengo, si senor, si senora, yes please, sure yes, a veces si, siempre,
    obvio, obviamente, aja, ey, tambien, verdad, es verdad, sometimes, a veces, once in a while, every now and
    then, de vez en cuando, ocasionalmente, occasionally, often, 1 of them, one of them, one of those, some of them,
    some of those, a few of them, at least one, alguna de ellas, alguno, alguna, uno de ellos, una de ellas, varias,
    varios, al menos una, several, a couple
""")

NO_SAID = _any("""
    cero de la lista, cero de esas, cero de esos, cero de todo, not a thing on here,
    ninguna de esas, ninguna de estas, ninguno de esos, ninguno de estos,
    nadita, nadita de nada, nadita nadita, ningunita, nanay, nel pastel, nel, nones, naranjas, ni madres, ni maiz,
    not guilty, not guilty on all counts, not guilty of any, id rather not, i would rather not, id rather you didnt,
    i would rather you didnt, i prefer not, id prefer not, id prefer you didnt, prefiero que no, preferiria que no,
    mejor no, dont bother, please dont, no me escriba, no me escriban, no me mande, no me moleste, dont message,
    dont text, dont write, no hace falta, no es necesario, no need, not necessary, leave me be, zero for, zero out of,
    neither now nor, ni ahora ni antes, ni antes ni ahora, not a single, no ticks, no tick, no check marks, no checks,
    sin palomitas, sin marcas de mi parte, ni una palomita,
    all of that works, all of those work, all that works, everything works, it all works, that all works, everything is
    fine, everything is normal, everything is working, ningun problema, none at all, none i have, hasta ahora no, hasta
    ahora nada, que recuerde no, que yo vea no, que yo note no, que me de cuenta no, no que recuerde, no que yo vea,
    no que me acuerde, que yo sepa no, que yo sepa nada, que yo sepa ninguna, que yo sepa ninguno, que sepa no,
    cant say ive, cant say that ive, couldnt say ive, can not say ive, cant say any of, cant say it, cant say they,
    cant say i do, cant say i have, cant say i am, cant say that i do, cant say that i have, cant say i ever, cant say i
    had, cant say any, couldnt say i do, couldnt say i have, dont know of any, know of none, i know of none, none that i
    know, none i know of, ninguna que yo sepa, ninguna que sepa, no que sepa, que yo recuerde no, no que recuerde,
    no se de ninguna, no le hallo ninguna, no hallo ninguna, no le encuentro ninguna, no le veo ninguna,
    can rule those out, can rule them out, rule those out, rule them all out, i can rule, cross them off, cross
    those off,
    those dont apply, they dont apply, theyre not me, that isnt me, that aint me, none is me, none are me, not mine, no
    to those, las descarto, esas las descarto, esos los descarto, los descarto, descarto todas, descarto, tache todas,
    ninguna soy yo, ninguna es mia, ninguna es lo mio, no es lo mio, no soy yo, eso no es lo mio, esas no van conmigo,
    ninguna va conmigo, no van conmigo, de eso ando sano, de eso ando sana, de eso ando bien, de eso estoy bien,
    all no, all nos, all noes, all nopes, no and no, puros no, puros noes, puro no, todo no, todo en no, clean on all,
    free of all, clear of all, none fit, none fits, none count, none counts, none match, none describe me, limpio de,
    limpia de, libre de, exento de, nothing new, nothing has changed, nothings changed, nothing changed, no change,
    no changes, no ha cambiado nada, nada ha cambiado, nada nuevo, sin cambios, sin novedad, ninguna vale, ninguna va,
    ninguna queda, ninguna cuadra, ninguna checa, ninguna coincide, ninguna me toca, ninguna me queda, ninguna me pasa,
    ninguno vale, ninguno va, ninguno checa, ninguno me pasa, none ring, que esperanza,
    n a, na, all clear, clear on all, all good, all fine, all normal, all negative, im good on all, im fine on all, im
    clear, none apply, none applies, nothing applies, nothing there, nothing on there, nothing on that, nothing on the
    list, nothing in there, nothing here, nothing that applies, nothing to report, 0 for, zero for, zero of, 0 of,
    0 out of, nary a one, not a thing, not a bit, not a chance, not in the slightest, not that ive ever, not that i
    ever,
    not so far, nope not, thankfully not, no to all, no on all, no across, no for all, doesnt apply, does not
    apply, dont
    apply, not applicable, not for me, not my case, nuthin, nothin, nada de nada, zip, zilch, nil, nein, nyet, neither
    one, neither of, none of, none whatsoever, descartadas todas, descartado todo, descartadas, descartado, todo bien,
    todo normal, todo negativo, todo eso me funciona, todo me funciona, todas no, todos no, no aplica, no aplican, no me
    aplica, ninguna aplica, ni una cosa, ni tantito, ni de chiste, ni por asomo, ni loco, ni loca, nada por el estilo,
    nada parecido, nada similar, nada asi, nada que ver, en lo mas minimo, no no, cero, negativas todas, negativa,
    ni uno ni otro, ninguna de las, ninguno de los, no es mi caso, no me pasa, no me ha pasado, a mi no, libre de todo,
    not one, not one of them, not any of them, not a one, not a single one, ni uno solo, ni una sola,
    no, nope, nah, naw, nay, nop, noo, nooo, nada, not at all, not really, never, negative, absolutely not,
    definitely not, certainly not, of course not, not me, i dont, i do not, i am not, im not, i havent, i have not,
    i didnt, i did not, i wasnt, i cant say i do, it doesnt, it does not, it isnt, its not, they dont, not that i
    know, not that i know of, not that ive noticed, not that i can think of, not that im aware of, not to my
    knowledge, nothing like that, none, no way, hell no, god no, heck no, oh no, nuh uh, uh uh, no sir, no maam,
    thankfully no, thank god no, luckily no, fortunately not, dont think so, i dont think so, dont believe so, i
    dont believe so, hopefully not, false, not true, thats not true, incorrect, wrong, not yet, not currently, not
    anymore, not now, not right now, not today, nothing, no nothing, no none, neither, ok no, okay no, well no, um
    no, umm no, uh no, pretty sure no, nel, nel pastel, para nada, en absoluto, nunca, jamas, negativo, claro que
    no, por supuesto que no, desde luego que no, creo que no, no creo, no lo creo, pienso que no, me parece que no,
    ninguno, ninguna, ningunas, tampoco, que va, no que yo sepa, que yo sepa no, de ninguna manera, gracias a dios
    no, por suerte no, afortunadamente no, pues no, bueno no, yo no, no tengo, no senor, no senora, ni uno, ni una,
    falso, todavia no, aun no, ahora no, nones, no para nada, ninguno de esos, de eso nada, casi nunca, hardly ever,
    rarely, almost never
""")
