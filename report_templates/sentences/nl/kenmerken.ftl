### De kenmerken van beide groepen bij de start, in alle publicaties.
### Een kenmerk is een aandeel ("is vrouw") of een gemiddelde ("de gemiddelde leeftijd").

# Kop boven een kenmerk. $volledigheid: van hoeveel mensen het is geregistreerd
kenmerk-kop = { $volledigheid ->
    [volledig] { kenmerk-kop-bekend }
    [deels] { kenmerk-kop-deels }, voor zover geregistreerd
   *[niets] { $label }: niet geregistreerd
}

# Kop boven een kenmerk dat is geregistreerd. $kop-is_gemiddelde: of het om een gemiddelde gaat
kenmerk-kop-bekend = { $kop-is_gemiddelde ->
    [ja] { kenmerk-kop-gemiddelde }
   *[nee] { BREUK($kop-totaal) } van de { -personen } { $kop-zin }
}

# Kop boven een kenmerk dat niet van iedereen is geregistreerd. $kop-geregistreerd: aandeel van wie wel
kenmerk-kop-deels = { $kop-is_gemiddelde ->
    [ja] { kenmerk-kop-gemiddelde }
   *[nee] { BREUK($kop-geregistreerd) } van de { -personen } { $kop-zin }
}

# Kop boven een gemiddelde: jaren in woorden, al het andere in cijfers
kenmerk-kop-gemiddelde = { $gemiddelde-totaal-unit ->
    [jaar] { $gemiddelde-zin } is { JAREN($gemiddelde-totaal) }
   *[ander] { $gemiddelde-zin } is { $gemiddelde-totaal }
}

# Beide groepen naast elkaar. $volledigheid: van hoeveel mensen het is geregistreerd
kenmerk-groepen = { $volledigheid ->
    [volledig] { kenmerk-naast-elkaar }
    [deels] { kenmerk-naast-elkaar }
   *[niets] Van niemand is dit geregistreerd.
}

# Beide groepen, als er iets is geregistreerd. $kop-groepen: van welke groepen het bekend is, en of er in druk verschil is
kenmerk-naast-elkaar = { $kop-groepen ->
    [gelijk] { kenmerk-gelijk }
    [verschillend] { kenmerk-verschillend }
   *[onvolledig] Van een van beide groepen is dit niet geregistreerd, zodat er niets te vergelijken is.
}

# Een kenmerk dat in beide groepen, zoals het gedrukt wordt, hetzelfde is
kenmerk-gelijk = { $kop-is_gemiddelde ->
    [ja] In beide groepen is { $gemiddelde-zin } { $gemiddelde-experiment }.
   *[nee] Van beide groepen { VOEG_IN($kop-zin, $kop-experiment) }.
}

# Een kenmerk dat in de ene groep, zoals het gedrukt wordt, anders is dan in de andere
kenmerk-verschillend = { $kop-is_gemiddelde ->
    [ja] In de { -experiment } is { $gemiddelde-zin } { $gemiddelde-experiment }, in de { -controle } { $gemiddelde-control }.
   *[nee] Van de { -experiment } { VOEG_IN($kop-zin, $kop-experiment) }, van de { -controle } { $kop-control }.
}

# Of de groepen op dit kenmerk op elkaar lijken; alleen als er iets van te zeggen is
kenmerk-balans = { $balans ->
    [gelijk] { "" }
    [klein_verschil] { "" }
    [verschilt] De verdeling verschilt meer dan de grens die wij voor een klein verschil aanhouden.
   *[niet_te_bepalen] Of de groepen op dit kenmerk op elkaar lijken, is niet te bepalen.
}

# Of de groepen als geheel op elkaar lijken. $oordeel: of toeval alle verschillen samen kan verklaren
balans = { $oordeel ->
    [toeval] De gemeten verschillen tussen de groepen zijn bij elkaar niet groter dan toeval al geeft ({ P($geheel) }).
    [meer_dan_toeval]
        De verschillen tussen de groepen zijn bij elkaar groter dan toeval meestal geeft ({ P($geheel) }).
        Ook als alleen toeval de groepen vormt, komt dat voor, maar zelden.
   *[niet_te_bepalen] Of de verschillen tussen de groepen groter zijn dan toeval al geeft, is niet te bepalen.
}

# Kop boven de kenmerken in de samenvatting
balans-kop = { $oordeel ->
    [toeval] De gemeten verschillen bij de start waren niet groter dan toeval al geeft
    [meer_dan_toeval] De verschillen bij de start waren groter dan toeval meestal geeft
   *[niet_te_bepalen] De groepen bij de start
}

# Hoeveel kenmerken significant verschillen, in de bijlage. $getoetst: van welk deel van de kenmerken dat getoetst kon worden
balans-toetsen = { $getoetst ->
    [volledig] { balans-significant }
    [deels]
        { balans-significant }
        { HOOFDLETTER(WOORDEN($aantal_getoetst)) } van de { AANTAL($aantal, "kenmerk", "kenmerken") } { WERKWOORD($aantal_getoetst, "kon", "konden") } worden getoetst.
   *[niets] Geen van de kenmerken kon worden getoetst.
}

# Het aantal getoetste kenmerken dat significant verschilt
balans-significant = { $aantal_significant ->
    [0] Geen van de getoetste kenmerken verschilt significant tussen de groepen.
    [one] Van de getoetste kenmerken verschilt er één significant tussen de groepen.
   *[other] Van de getoetste kenmerken verschillen er { WOORDEN($aantal_significant) } significant tussen de groepen.
}

# Hoeveel kenmerken boven de grens liggen, en wat toeval al geeft. $tabel: verwijzing
balans-grens = { $aantal_onevenwichtig ->
    [0] Het gestandaardiseerde verschil ligt bij geen enkel kenmerk boven { $grens }, de grens die wij voor een klein verschil aanhouden ({ $tabel }).
    [one] Het gestandaardiseerde verschil ligt bij één kenmerk boven { $grens }, de grens die wij voor een klein verschil aanhouden ({ $tabel }).
   *[other] Het gestandaardiseerde verschil ligt bij { WOORDEN($aantal_onevenwichtig) } kenmerken boven { $grens }, de grens die wij voor een klein verschil aanhouden ({ $tabel }).
}

# Hoeveel kenmerken boven de grens toeval alleen al geeft
balans-verwacht = Bij groepen van deze omvang die alleen door toeval verschillen, zijn dat er gemiddeld { $verwacht_onevenwichtig }.

# Een kenmerk in één zin, in de samenvatting
kenmerk-kort = { $volledigheid ->
    [volledig] { kenmerk-kort-bekend }
    [deels] { kenmerk-kop-deels }, voor zover geregistreerd.
   *[niets] { "" }
}

# Een kenmerk dat is geregistreerd, in één zin
kenmerk-kort-bekend = { $kop-is_gemiddelde ->
    [ja] { $gemiddelde-zin } is { $gemiddelde-totaal }.
   *[nee] { BREUK($kop-totaal) } van de { -personen } { $kop-zin }.
}

# Van hoeveel mensen een kenmerk niet is geregistreerd. $noemer: of zij meetellen in de percentages
kenmerk-ontbreekt = { $volledigheid ->
    [volledig] { "" }
    [deels] Van { AANTAL($niet_geregistreerd-totaal-count, -persoon, -personen) } is dit niet geregistreerd{ kenmerk-noemer }.
   *[niets] { "" }
}

# Of wie niet is geregistreerd, meetelt in de percentages
kenmerk-noemer = { $noemer ->
    [alle] ; in de percentages { WERKWOORD($niet_geregistreerd-totaal-count, "telt die", "tellen die") } wel mee
   *[geregistreerd] ; die { WERKWOORD($niet_geregistreerd-totaal-count, "telt", "tellen") } niet mee
}
