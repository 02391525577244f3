"""What people write on a phone, and the words they mean."""

_PAIRS = """
    q = que, k = que, xq = porque, pq = porque, x = por, toy = estoy, ta = esta, pa = para, d = de, dsd = desde,
    dnd = donde, tmb = tambien,
    tb = tambien, bn = bien, aki = aqui, kiero = quiero, u = you, ur = your, r = are, cuz = because, bc = because,
    nothings = nothing, coz = because,
    n = and, nd = and, thru = through, b4 = before, rn = now, gotta = need, hafta = need, kinda =
    kind, cudnt = couldnt, dnt = dont, doesn = doesnt, cnt = cant, caint = cant, kant = cant, carnt = cant, cand =
    cant, canot = cannot, cannt = cant, cantt = cant, dosnt = doesnt, dosent = doesnt, doesent = doesnt, dint =
    didnt, havnt = havent, havn = havent, nuthin = nothing, nite = night, pesho = pecho, pexo = pecho, peshito =
    pecho, livin = living, suicidle = suicidal, nothin = nothing, vejija = vejiga, pipí = pipi, somethin =
    something, feelin = feeling, havin = having, gettin = getting, goin = going, hurtin = hurting, tryin = trying,
    holdin = holding, walkin = walking, thinkin = thinking, leakin = leaking, bleedin = bleeding, losin = losing,
    tinglin = tingling, burnin = burning, killin = killing, dyin = dying, peein = peeing, pissin = pissing, droppin
    = dropping, draggin = dragging, stabbin = stabbing, shakin = shaking, brethe = breathe, breth = breath, breate =
    breathe, breeth = breathe, chst = chest, ches = chest, cheast = chest, chets = chest, chect = chest, numn =
    numb, nub = numb, nummb = numb, num = numb, nunb = numb, numd = numb, leggs = legs, lags = legs, legz = legs,
    bak = back, bck = back, pians = pains, pian = pain, payn = pain, pane = pain, hert = hurt, herts = hurts, hrts =
    hurts, hurst = hurts, waek = weak, blader = bladder, bowl = bowel, bowles = bowels, fver = fever, feaver =
    fever, fevr = fever, stroek = stroke, sucide = suicide, suside = suicide, suicde = suicide, wek = weak, weeker =
    weaker, pii = pipi, orinr = orinar, ise = hice, asta = hasta, aora = ahora, ahorita = ahora, horita = ahora,
    peco = pecho, pehco = pecho, pechu = pecho, piernaz = piernas, piernsa = piernas, pernas = piernas, respirr =
    respirar, rrespirar = respirar, ciento = siento, cyento = siento, syento = siento, aver = a ver, ke = que, qe =
    que, aser = hacer, aguantr = aguantar, dolr = dolor, dlor = dolor, dlr = dolor, fievre = fiebre, fibre = fiebre,
    vejia = vejiga, begiga = vejiga, bejiga = vejiga, vegiga = vejiga, kemadura = quemadura, quemadra = quemadura,
    entumesido = entumecido, entumesidas = entumecidas, dormias = dormidas, adormesida = adormecida, adormesidas =
    adormecidas, fuersa = fuerza, fuersas = fuerzas, kaminar = caminar, avlar = hablar, ablar = hablar, mui = muy,
    estoi = estoy, voi = voy, ase = hace, aria = haria, habeces = a veces, aveces = a veces, nomas = solo, namas =
    solo, tngo = tengo, tenqo = tengo, tenjo = tengo, puedoo = puedo, pueo = puedo, puo = puedo, idk = dont know,
    dunno = dont know, alot = a lot, kno = know, no1 = noone, sob = shortness breath, cp = chest pain, wanna = want,
    wana = want, gonna = going, gunna = going, gona = going, imma = going, tryna = trying, lemme = let me, outta =
    out of, prolly = probably, stomache = stomach, mornin = morning, evenin = evening, sweatin = sweating,
    chatterin = chattering, wo = without, cannae = cant, dinnae = dont,
    didnae = didnt, naebody = nobody, sair = sore, claes = clothes, atween = between
"""

SHORT: dict[str, str] = {
    short.strip(): meant.strip() for short, meant in (pair.split("=") for pair in _PAIRS.split(","))
}
"""A short or mistyped word, without accents, and what it stands for, which may be two words."""
