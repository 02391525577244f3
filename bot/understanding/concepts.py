"""Words that stand for one thing in what people ask, in both languages: peas from the freezer are ice."""

from collections.abc import Iterable, Iterator

from bot.understanding.stems import stem
from bot.understanding.words import word_set

_MEMBERS = {
    "ice": """
        cryo coolpacks icepack icepacks ice icy icing iced cold colder freezer freeze frozen freezing peas
        corn slush frost cooler chilled chilly chill icebox lunchbox refri refrigerador nevera hielera lonchera
        cryo coolpack hielo hielito hielos helado helada frio fria friecito frios frias congelado congelada
        congelador chicharos nieve escarcha
    """,
    "warm": """
        heat heated heating heater hot warm warmth warmer warming toasty calor calorcito caliente calientes
        calientito calienta calentar calentado calentito tibio tibia tibiecito tibiecita calentador temperatura
        temperature degrees grados setting
    """,
    "gadget": """
        pad pads heatpad blanket bottle wrap lamp belt cushion mat rug infrared sauna cord plug plugged outlet
        electric sunbeam cojin cojincito almohadilla almohada cobija manta bolsa botella lampara faja cinturon
        tapete cable enchufe enchufado enchufada electrica electrico infrarrojo bulto saquito
    """,
    "wet": """
        shower showers bath bathe bathtub tub humedece humedecen humedecer mojan
        mojar soak soaking soaks steam steamy damp moist wet towel towels
        washcloth rag jacuzzi hottub whirlpool hydrotherapy spritz spa epsom pool water ducha regadera bano tina
        vapor humedo humeda toalla toallas trapo panito fomento fomentos compresa compresas remojo remojar
        alberca hidromasaje temazcal agua sales manzanilla
    """,
    "span": """
        minute minutes min mins hour hours hr hrs long longer longest time timer seconds quarter half duration
        overnight stop off remove removing minuto minutos hora horas rato ratito tiempo tanto larga largo quitar
        quito quitarmela quitarla apagar apago apagarla dura duracion seguidos corrido dejar dejo dejarla
    """,
    "again": """
        nightly noches often daily everyday day days times twice thrice repeat repeated again between gap rest
        week weekly frequently frequency session sessions rounds goes once every limit diario diaria diariamente
        veces vez repetir repito otra descanso descansar semana seguido seguida dia dias cada frecuencia
        sesiones
    """,
    "harm": """
        safe safely safety danger dangerous risk risky risks harm harmful hazard hurt burn burns burned burning
        fire blister scald explode leak leaking frayed asleep sleep sleeping doze dozed dozing nodded directly
        bare skin diabetic pregnant kids seguro segura peligro peligroso peligrosa riesgo riesgos dano danino
        quema quemar quemarme quemadura incendio ampolla jeton jetona dormir dormida dormido directo piel
        embarazada diabetico diabetica pelado
    """,
    "pill": """
        pill pills tablet tablets med meds medicine medicines medication medications drug dose dosage ibuprofen
        advil motrin aleve naproxen tylenol acetaminophen aspirin tramadol gabapentin lyrica prednisone celebrex
        pregabalin pregabalina baclofen baclofeno tizanidine tizanidina methocarbamol metocarbamol robaxin
        zanaflex
        amitriptyline amitriptilina nortriptyline nortriptilina codeine codeina norco percocet vicodin metamizol
        neurobion dolac etoricoxib dexametasona betametasona buscapina mejoral cafiaspirina sertraline
        sertralina
        metformin metformina lisinopril losartan statin estatina methotrexate metotrexato
        meloxicam cyclobenzaprine flexeril opioid oxycodone hydrocodone diclofenac painkiller painkillers
        prescription refill antidepressant duloxetine cymbalta pastilla pastillas medicamento medicamentos
        medicina medicinas remedio dosis ibuprofeno paracetamol naproxeno aspirina aspirinas gabapentina
        prednisona celecoxib diclofenaco ketorolaco receta jarabe tempra antiinflamatorio
    """,
    "clinic": """
        appointment appointments book booking schedule reschedule address location directions parking hours open
        close closed saturday sunday phone number fax email website insurance medicaid copay cita citas agendar
        direccion ubicacion estacionamiento horario abren cierran sabado sabados domingo domingos telefono
        numero correo aseguranza seguro queda
    """,
    "person": """
        human person people someone somebody nurse doctor agent operator receptionist representative staff real
        living persona personas alguien humano humana enfermera enfermero doctora licenciada recepcionista
        operadora secretaria
    """,
    "private": """
        private privacy confidential data info information record records stored store saved save share shared
        sell selling delete erase hipaa hackers spy read reads sees see employer boss insurance privado privada
        privacidad datos informacion expediente guardan guarda comparten enterar entere enteran borrar borro
        borrarlo confidencial leen lee espian hackean patron jefe aseguradora
    """,
    "machine": """
        bot robot chatbot ai machine computer program software gpt chatgpt siri alexa maquina programa
        computadora inteligencia artificial ia
    """,
    "calm": """
        breathing breathe meditation meditate mindfulness relax relaxation relaxing yoga tai chi stretch
        stretches stretching exercise exercises walk walking pilates posture hypnosis music stress distraction
        respiracion respirar meditar meditacion relajacion relajar relajarme estirar estirarme estiramiento
        estiramientos ejercicio ejercicios caminar postura estres distraerme
    """,
    "shock": """
        tens electrode electrodes zapper zaps stim stimulator estim ems buzz buzzing buzzer tingler
        cablecitos electroterapia electrotherapy pulses current
        wires electrodos corriente corrientes toques toquecitos electroestimulador estimulador cables pulsos
    """,
    "mint": """
        candycane spearmint menthol minty mint peppermint biofreeze bengay vicks vaporub camphor arnica
        eucalyptus wintergreen
        mentol menta mentolada vick vaporu alcanfor eucalipto bengue iodex
    """,
    "chili": """
        capsaicin capsicum pepper peppers chili chile chilli cayenne zostrix capzasin spicy capsaicina picante
        picosa picoso aji enchilosa
    """,
    "hemp": """
        cbd thc cannabis marijuana weed pot hemp gummies gummy edibles tincture joint cannabidiol dispensary
        topical dispensario marihuana mariguana mota canamo gomitas cannabicos hierba
    """,
    "world": """
        washer dishwasher install installed tablet installing juega juegan lavadora centrifugar instalo instalar
        regalo regalarle veterinarian vet limping
        fractions algebra geometry spelling essay poem poems haiku rap resume cv password printer excel
        spreadsheet
        python
        javascript code coding visa passport immigration lawyer divorce rent mortgage landlord stocks stock
        bitcoin
        dollar euro exchange plane tickets hotel museum zoo giraffe elephant dinosaur dinosaurs moon mars
        stars galaxy
        volcano ocean river mountain everest population president prime minister king queen war roman chess
        guitar piano
        violin knit scarf stain wine rug carpet mold ants roaches mice squirrels aquarium hamster recipe
        marinate
        sourdough
        boil eggs rice gardening fertilizer compost carburetor brakes battery oil transmission insurance
        quote tattoo
        hairstyle makeup nails fractions fracciones algebra ortografia ensayo poema poemas curriculum contrasena
        impresora
        excel codigo visa pasaporte migracion abogado divorcio hipoteca casero acciones dolar euro boletos museo
        zoologico
        jirafa elefante dinosaurio dinosaurios luna marte estrellas volcan oceano rio montana rey reina
        guerra ajedrez
        guitarra piano mancha alfombra moho hormigas cucarachas ratones ardillas pecera arroz leche flan
        atole huevos
        abono frenos bateria aceite seguro tatuaje peinado maquillaje marcador gol trabalenguas adivinanza
        traduccion
        translate traduceme
        taco tacos restaurant recipe cook cooking pizza food lottery movie movies game football baseball soccer
        team score president election vote politics news bus train flight airport car truck tire engine phone
        wifi router internet laptop tv channel remote dog puppy homework taxes tax bank song lyrics celebrity
        actor capital country history planet math horoscope shoes dress garden lawn mower plumber faucet toilet
        laundry haircut birthday gift wedding christmas receta cocinar comida restaurante loteria pelicula
        peliculas futbol beisbol equipo presidente elecciones votar politica noticias camion tren vuelo
        aeropuerto carro troca llanta motor celular modem computadora tele television canal perro perrito tarea
        impuestos banco cancion letra artista pais historia planeta horoscopo zapatos vestido jardinero plomero
        fregadero lavadora peluqueria cumpleanos regalo boda navidad mole tortillas pastel gasolina
    """,
    "life": """
        tamales tacos enchiladas pozole mole barbecue bbq asado carnita baked bake cookies pie lasagna soup
        brisket
        casserole pancakes grilled gumbo chili jambalaya knitting knit crochet quilt quilting sewing fishing
        hunting
        camping gardening planted tomatoes roses choir church mass rosary bingo casino bowling karaoke puppy
        kitten cat
        dog parrot chickens goat goats horse horses wedding graduation graduated birthday anniversary
        quinceanera
        baptism christening thanksgiving christmas halloween easter holidays vacation cruise beach road trip
        concert
        soap telenovela netflix puzzle crossword sudoku dominoes poker game touchdown playoffs football
        soccer baseball
        nap porch sunset coffee tea tejiendo tejer bordar bordando costura pescar pesca jardin sembre plante
        rosas coro
        misa rosario loteria boliche gatito gatita gato perrito perrita cachorro loro gallinas caballo boda
        graduacion
        graduo cumpleanos aniversario quinceanos bautizo primera comunion navidad posada vacaciones playa
        crucero paseo
        concierto novela rompecabezas crucigrama domino partido golazo fiesta baile hornee cocine guise
        pastel galletas
        caldo mercado tianguis cafecito siesta atardecer vecinos compadres
    """,
    "weather": """
        aguacero diluvio diluviando chaparron granizo granizando granizada relampagos truenos neblina niebla
        nublado
        helando ventarron vendaval airazo polvareda hail hailing thunder thunderstorm downpour foggy fog
        sleet blizzard
        snowstorm gusty breeze breezy overcast heatwave chilly outside tornado hurricane huracan
        rain raining pouring humid muggy sunny snowing windy storm weather drizzle scorcher lluvia lloviendo
        llueve bochorno calorazo soleado nevando viento tormenta clima llovizna frente
    """,
    "kin": """
        grandbaby grandkids grandson granddaughter nieta nieto nietecita nietecito nietos bisnieto
    """,
    "alarm": """
        er emergency urgent serious hospital ambulance alarm warning dangerous worry worried worrisome doctor
        specialist 911 signs seen checked symptoms urgencias emergencia urgente grave gravedad serio ambulancia
        alarma preocuparme preocupar asustarme sintomas senales medico cuidado revisen revise chequen chequeen
    """,
    "sale": """
        buy sell sale price cheap discount deal free offer quote earn money dollars cash loan credit investment
        crypto bitcoin click link website subscribe followers promo coupon winner prize vendo vende venta compre
        precio barato descuento oferta gratis promocion gana ganar dinero dolares prestamo credito inversion
        informes pedidos inbox whatsapp catalogo rento renta
    """,
}  # fmt: skip
_CONCEPT_OF: dict[str, str] = {}
for _name, _words in _MEMBERS.items():
    for _word in word_set(_words):
        _CONCEPT_OF.setdefault(stem(_word), f"@{_name}")


def concepts(stems: Iterable[str]) -> Iterator[str]:
    """The concepts that stems stand for, each where one does."""
    yield from (_CONCEPT_OF[each] for each in stems if each in _CONCEPT_OF)


def is_member(word: str) -> bool:
    """Whether a stem stands for a concept."""
    return word in _CONCEPT_OF
