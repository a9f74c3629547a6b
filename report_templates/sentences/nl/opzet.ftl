### Hoe de groepen zijn gekozen en gevormd, in alle publicaties.

# Hoe groot de groepen werden
toewijzing-groepen = Zo ontstonden een { -experiment } van { AANTAL($n-experiment, -persoon, -personen) } en een { -controle } van { WOORDEN($n-control) }.

# Hoeveel mensen er tijdens het onderzoek bij kwamen, en in welke groep. $toegevoegd_aan: geen, experiment, control of beide
toegevoegd = { $toegevoegd_aan ->
    [geen] { "" }
    [experiment] Tijdens het onderzoek { WERKWOORD($toegevoegd-totaal, "is", "zijn") } nog { AANTAL($toegevoegd-totaal, -persoon, -personen) } toegevoegd aan de { -experiment }.
    [control] Tijdens het onderzoek { WERKWOORD($toegevoegd-totaal, "is", "zijn") } nog { AANTAL($toegevoegd-totaal, -persoon, -personen) } toegevoegd aan de { -controle }.
   *[beide]
        Tijdens het onderzoek zijn nog { AANTAL($toegevoegd-totaal, -persoon, -personen) } toegevoegd.
        Daarvan kwamen er { WOORDEN($toegevoegd-experiment) } in de { -experiment } en { WOORDEN($toegevoegd-control) } in de { -controle }.
}

# Aan welke voorwaarden de geselecteerden voldeden; een lijst volgt. $selectie: de dag waarop dat is bekeken
selectie-voorwaarden = Voor het onderzoek zijn { -personen } geselecteerd die op { DATUM($selectie) } aan deze voorwaarden voldeden:

# Hetzelfde als de dag van selectie niet is opgegeven
selectie-voorwaarden-zonder-dag = Voor het onderzoek zijn { -personen } geselecteerd die aan deze voorwaarden voldeden:

# Hoeveel van de bekeken mensen voldeden. $tabel: verwijzing naar de tabel met redenen
selectie-uitslag = { $voldoet-count ->
    [0] Van de { $populatie } { -personen } die zijn bekeken, voldeed niemand aan alle voorwaarden ({ $tabel }).
    [one]
        Van de { $populatie } { -personen } die zijn bekeken, voldeed er één aan alle voorwaarden.
        In { $tabel } staat waarom de anderen afvielen.
   *[other]
        Van de { $populatie } { -personen } die zijn bekeken, voldeden er { WOORDEN($voldoet-count) } aan alle voorwaarden.
        In { $tabel } staat waarom de anderen afvielen.
}

# Of de groepen zo groot werden als gepland
steekproef-omvang = { $gehaald ->
    [ja] Gepland waren ten minste { $gepland } { -personen } per groep, en dat is gehaald.
   *[nee] Gepland waren ten minste { $gepland } { -personen } per groep, en dat is niet gehaald.
}

# Een deel van de experimentgroep met een eigen verwachting
steekproef-deel = { $label }: { $aandeel } van de { -experiment }, met een verwachte uitkomst van { $verwacht }.

# Hoe de omvang is berekend. $eenzijdig: of de berekening eenzijdig was
steekproef-toets = { $eenzijdig ->
    [ja] De berekening gaat uit van een eenzijdige toets met een betrouwbaarheid van { $betrouwbaarheid }.
   *[nee] De berekening gaat uit van een tweezijdige toets met een betrouwbaarheid van { $betrouwbaarheid }.
}

# Hoeveel mensen er nodig waren, naar rekenwijze
steekproef-nodig =
    Per groep zijn dan { $nodig_heel-boogsinus } (boogsinus), { $nodig_heel-ongepoold } (ongepoold) of { $nodig_heel-gepoold } (gepoold) { -personen } nodig.
    Met de groepen zoals zij geworden zijn, was de kans om het verwachte verschil te vinden { $vermogen_gerealiseerd-boogsinus }.

# Of bij iedereen de groep bij het cijfer past
toewijzing-afwijkend = { $afwijkend-totaal ->
    [0] Bij iedereen past de groep bij het cijfer.
    [one] Bij één { -persoon } past de groep niet bij het cijfer; in de analyse telt iedereen in de groep waarin hij is ingedeeld.
   *[other] Bij { WOORDEN($afwijkend-totaal) } { -personen } past de groep niet bij het cijfer; in de analyse telt iedereen in de groep waarin hij is ingedeeld.
}

# Of de volgorde van oproepen tussen de groepen verschilt. $volgorde-verschil: of dat aantoonbaar is
toewijzing-volgorde = De gemiddelde plaats in de volgorde waarin zij zijn opgeroepen, { SIGNIFICANT($volgorde-toets) } tussen de groepen ({ P($volgorde-toets) }).

# De taakstelling naast waarmee is gerekend. $taakstelling-gerekend: het aandeel dat voor dezelfde mensen is verwacht
steekproef-taakstelling = De taakstelling is { $taakstelling }; voor dezelfde { -personen } is met { $taakstelling-gerekend } gerekend.
