### Wat er met beide groepen gebeurde, van de toewijzing tot het einde; in alle publicaties.

# Kop boven de deelname van de experimentgroep. $deelname: welk deel meedeed
deelname-kop = { $deelname ->
    [niemand] Niemand uit de { -experiment } nam deel
    [minderheid] { deelname-deel } van de { -experiment } nam deel
    [helft] De helft van de { -experiment } nam deel
    [meerderheid] { deelname-deel } van de { -experiment } nam deel
    [iedereen] De hele { -experiment } nam deel
   *[onbekend] Wie uit de { -experiment } deelnam
}

# Welk deel meedeed. $zonder_route: van hoeveel mensen niet is vastgelegd wat er gebeurde
deelname-deel = { $zonder_route ->
    [0] { BREUK($deelgenomen) }
   *[other] Ten minste { $deelgenomen }
}

# Hoeveel van de experimentgroep meededen, in de tekst
deelname = { $deelname ->
    [niemand] Niemand uit de { -experiment } heeft deelgenomen.
    [minderheid] { deelname-aantal }
    [helft] { deelname-aantal }
    [meerderheid] { deelname-aantal }
    [iedereen] Iedereen uit de { -experiment } heeft deelgenomen.
   *[onbekend] Van een deel van de { -experiment } is niet bekend of het heeft deelgenomen.
}

# Hoeveel meededen, met het aantal. $zonder_route: van hoeveel mensen dat niet is vastgelegd
deelname-aantal = Van de { $toegewezen-experiment } { -personen } in de { -experiment } { WERKWOORD($deelgenomen-count, "nam", "namen") } er{ $zonder_route ->
        [0] { "" }
       *[other] { "" } ten minste
    } { WOORDEN($deelgenomen-count) } deel ({ $deelgenomen }).

# Waarom mensen uit de experimentgroep niet deelnamen; een lijst volgt
afgevallen = { $niet_deelgenomen-count ->
    [one] Eén { -persoon } deed niet of niet verder mee:
   *[other] { WOORDEN($niet_deelgenomen-count) } { -personen } deden niet of niet verder mee:
}

# Eén reden om niet deel te nemen: punt in de lijst. $toelichting: uit study.toml
afgevallen-route = { $label }: { AANTAL($aantal, -persoon, -personen) } ({ $deel }). { $toelichting }

# Van hoeveel mensen niet is vastgelegd wat er gebeurde
route-onbekend = { $zonder_route ->
    [0] { "" }
   *[other] Van { AANTAL($zonder_route, -persoon, -personen) } uit de { -experiment } is niet vastgelegd wat er is gebeurd.
}

# Voor hoeveel deelnemers het traject voortijdig eindigde
voortijdig = { $voortijdig_beeindigd-count ->
    [0] { "" }
    [one] Voor één van de deelnemers eindigde het traject voortijdig.
   *[other] Voor { WOORDEN($voortijdig_beeindigd-count) } van de deelnemers eindigde het traject voortijdig.
}

# Welk deel van de deelnemers een belastbaarheidsonderzoek kreeg
belastbaarheidsonderzoek = { BREUK($belastbaarheidsonderzoek, "deelnemers", "kreeg", "kregen") } een belastbaarheidsonderzoek.

# Hoeveel mensen uit de controlegroep toch deelnamen
overstappers = { $overstappers-count ->
    [0] Volgens de registratie heeft niemand uit de { -controle } deelgenomen.
    [one] Eén { -persoon } uit de { -controle } heeft toch deelgenomen.
   *[other] { WOORDEN($overstappers-count) } { -personen } uit de { -controle } hebben toch deelgenomen.
}

# Bij hoeveel mensen uit de controlegroep de uitkering eindigde
beeindigd = { $control ->
    [0] Bij niemand uit de { -controle } is in deze periode het einde van { -lidwoord_uitkering } { -uitkering } vastgelegd.
   *[other] Bij { AANTAL($control, -persoon, -personen) } uit de { -controle } is in deze periode het einde van { -lidwoord_uitkering } { -uitkering } vastgelegd.
}

# Een soort reden waarom de uitkering eindigde: punt in de lijst
beeindigd-reden = { $soort ->
    [werk] { -doel }: { AANTAL($control, -persoon, -personen) }
    [mogelijk_werk] een omschrijving die { -doel } kan betekenen, maar dat niet hoeft te doen: { AANTAL($control, -persoon, -personen) }
    [geen_werk] geen { -doel }: { AANTAL($control, -persoon, -personen) }
   *[zonder_reden] niet vermeld: { AANTAL($control, -persoon, -personen) }
}
