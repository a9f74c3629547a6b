### Het nieuwsbericht, het factsheet en de samenvatting. Wat zij met het rapport delen, staat bij zijn onderwerp.

# Een uitkomst die een aandeel is, in het kort: beide groepen en wat ervan te zeggen is
uitkomst-kort = { $oordeel ->
    [hoger] { uitkomst-kort-groepen } Het verschil van { $bereik } is statistisch aantoonbaar{ netto-kant }.
    [lager] { uitkomst-kort-groepen } Het verschil van { $bereik } is statistisch aantoonbaar{ netto-kant }.
    [geen_verschil] { uitkomst-kort-groepen } { uitkomst-kort-klein }
    [keert] { uitkomst-kort-groepen } Het verschil is { $bereik }; of dat meer is dan toeval, hangt af van de { -personen } bij wie de uitkomst niet vaststaat.
    [tegengesteld] { uitkomst-kort-groepen } Het verschil is { $bereik }; welke groep aantoonbaar hoger uitkomt, hangt af van de { -personen } bij wie de uitkomst niet vaststaat.
    [onbeslist] { uitkomst-kort-groepen } Het verschil is { $bereik }; welke groep hoger uitkomt, hangt af van de { -personen } bij wie de uitkomst niet vaststaat.
   *[niet_te_bepalen] { uitkomst-kort-onbekend }
}

# Een verschil dat niet aantoonbaar is. $nul: of er in deze groepen helemaal geen verschil is
uitkomst-kort-klein = { $nul ->
    [ja] Er is dus geen verschil tussen de groepen.
   *[nee] Het verschil van { $bereik } kan toeval zijn.
}

# Een uitkomst waarvan het verschil niet te beoordelen is. $toetsbaar: waarom niet
uitkomst-kort-onbekend = { $toetsbaar ->
    [ja] { uitkomst-kort-groepen } Wat het verschil betekent, is niet te bepalen.
    [een_waarde] { uitkomst-kort-groepen } Wat het verschil betekent, is niet te bepalen.
    [gelijk] { uitkomst-kort-groepen } Wat het verschil betekent, is niet te bepalen.
    [te_weinig] { uitkomst-kort-groepen } Wat het verschil betekent, is niet te bepalen, want de uitkomst is van te weinig { -personen } bekend.
   *[niemand] Van ten minste één groep is de uitkomst van niemand bekend.
}

# Beide groepen in één zin
uitkomst-kort-groepen = Van de { -experiment } { VOEG_IN($zin, BEREIK($experiment, $experiment_hoog)) }, van de { -controle } { BEREIK($control_laag, $control_hoog) }.

# Of de andere uitkomsten hetzelfde zeggen als de hoofduitkomst. $overige: dat oordeel
overige-uitkomsten = { $overige ->
    [geen] { "" }
    [eens] { overige-eens }
   *[anders] { overige-anders }
}

# De andere uitkomsten zeggen hetzelfde. $aantal_overige: hoeveel het er zijn
overige-eens = { $aantal_overige ->
    [one] De andere uitkomst leidt tot hetzelfde oordeel.
   *[other] De andere uitkomsten leiden tot hetzelfde oordeel.
}

# De andere uitkomsten zeggen iets anders. $aantal_overige: hoeveel het er zijn
overige-anders = { $aantal_overige ->
    [one] De andere uitkomst leidt tot een ander oordeel.
   *[other] De andere uitkomsten geven niet allemaal hetzelfde beeld.
}

# Kop van het nieuwsbericht bij een uitkomst die een aandeel is
nieuws-kop = { $oordeel ->
    [hoger] { -programma }: { nieuws-wie } { $zin }, aantoonbaar meer dan in de { -controle }
    [lager] { -programma }: { nieuws-wie } { $zin }, aantoonbaar minder dan in de { -controle }
    [geen_verschil] { -programma }: { nieuws-wie } { $zin }; geen aantoonbaar verschil met de { -controle }
    [keert] { -programma }: { nieuws-wie } { $zin }; verschil met de { -controle } nog onzeker
    [tegengesteld] { -programma }: { nieuws-wie } { $zin }; verschil met de { -controle } nog onzeker
    [onbeslist] { -programma }: { nieuws-wie } { $zin }; verschil met de { -controle } nog onzeker
   *[niet_te_bepalen] { -programma }: { nieuws-wie } { $zin }; verschil met de { -controle } niet te bepalen
}

# Wie in de experimentgroep de uitkomst heeft, als onderwerp van een kop. $deel-experiment: hoeveel
nieuws-wie = { $deel-experiment ->
    [niemand] niemand uit de { -experiment }
    [iedereen] iedereen uit de { -experiment }
    [onbekend] een onbekend deel van de { -experiment }
   *[sommigen] { BEREIK($experiment_laag, $experiment_hoog) } van de { -experiment }
}

# Kop van het nieuwsbericht over een gemiddelde. $label: haar naam; $oordeel: over het effect
nieuws-gemiddelde = { $oordeel ->
    [hoger] { -programma }: ‘{ $label }’ gemiddeld hoger dan in de { -controle }
    [lager] { -programma }: ‘{ $label }’ gemiddeld lager dan in de { -controle }
    [geen_verschil] { -programma }: geen aantoonbaar verschil in ‘{ $label }’
    [keert] { -programma }: verschil in ‘{ $label }’ nog onzeker
    [tegengesteld] { -programma }: verschil in ‘{ $label }’ nog onzeker
    [onbeslist] { -programma }: verschil in ‘{ $label }’ nog onzeker
   *[niet_te_bepalen] { -programma }: verschil in ‘{ $label }’ niet te bepalen
}

# Wat de conclusie voor het programma betekent. $causaal: of een verschil aan het programma is toe te schrijven
nieuws-betekenis = { $oordeel ->
    [hoger] { nieuws-toegevoegd }
    [lager] { nieuws-toegevoegd }
    [geen_verschil] Dat { -programma } iets toevoegt, is daarmee niet aangetoond; dat het niets toevoegt evenmin.
    [keert] Wat { -programma } heeft toegevoegd, is daarom nog niet te zeggen.
    [tegengesteld] Wat { -programma } heeft toegevoegd, is daarom nog niet te zeggen.
    [onbeslist] Wat { -programma } heeft toegevoegd, is daarom nog niet te zeggen.
   *[niet_te_bepalen] Wat { -programma } heeft toegevoegd, is nog niet te zeggen.
}

# Wat een aantoonbaar verschil betekent
nieuws-toegevoegd = { $causaal ->
    [ja] Omdat het toeval de groepen vormde, is dat verschil toe te schrijven aan { -programma }.
   *[nee] Of dat door { -programma } komt, is niet te zeggen, want dat toeval de groepen vormde, staat niet vast.
}

# Wat een verschil bewijst, achter het getal. $oordeel: over het effect
verschil-kort = { $oordeel ->
    [hoger] aantoonbaar meer in de { -experiment }
    [lager] aantoonbaar minder in de { -experiment }
    [geen_verschil] dat kan toeval zijn
    [keert] of dat meer is dan toeval, is nog onzeker
    [tegengesteld] welke kant het op gaat, hangt af van wie er meetelt
    [onbeslist] welke groep voor ligt, staat niet vast
   *[niet_te_bepalen] dat is niet te bepalen
}

# Kerncijfer van het factsheet: hoeveel mensen het onderzoek volgt
kerncijfer-groepen = **{ $n-totaal }** { -personen } in het onderzoek: { $n-experiment } in de { -experiment }, { $n-control } in de { -controle }

# Kerncijfer: welk deel van de experimentgroep deelnam. $zonder_route: van hoeveel mensen dat niet is vastgelegd
kerncijfer-deelname = **{ $zonder_route ->
        [0] { "" }
       *[other] Ten minste{ " " }
    }{ $deelgenomen }** van de { -experiment } nam deel

# Kerncijfer: welk deel van de experimentgroep een stap zette. $ontbreekt: van hoeveel mensen dat niet is vastgelegd
kerncijfer-stappen = **{ $ontbreekt ->
        [0] { "" }
       *[other] Ten minste{ " " }
    }{ $stappen }** van de { -experiment } zette een stap naar { -doel } of in de richting daarvan

# Kerncijfer: de uitkomst in de experimentgroep
kerncijfer-experiment = **{ BEREIK($experiment, $experiment_hoog) }** van de { -experiment } { $zin }

# Kerncijfer: de uitkomst in de controlegroep
kerncijfer-controle = **{ BEREIK($control_laag, $control_hoog) }** van de { -controle } { $zin }

# Kerncijfer: het verschil, wat ervan te zeggen is, en van wie het niet bekend is
kerncijfer-verschil = { kerncijfer-effect }{ kerncijfer-onbekend }

# Het verschil, en wat ervan te zeggen is. $toetsbaar: of het te beoordelen is
kerncijfer-effect = { $toetsbaar ->
    [ja] { kerncijfer-grootte }
    [een_waarde] **{ $bereik }** verschil; { verschil-kort }
    [gelijk] **{ $bereik }** verschil; { verschil-kort }
    [te_weinig] **{ $bereik }** verschil; { verschil-kort }
   *[niemand] **Niet te bepalen**: het verschil tussen de groepen
}

# Kerncijfer: hoe groot een verschil is dat te beoordelen is. $nul: of er helemaal geen is
kerncijfer-grootte = { $nul ->
    [ja] **Geen** verschil tussen de groepen
   *[nee] **{ $bereik }** verschil; { verschil-kort }
}

# Kerncijfer: een gemiddelde in beide groepen, en van wie het niet bekend is
kerncijfer-gemiddelde = { kerncijfer-gemiddelden }{ kerncijfer-onbekend }

# Een gemiddelde in beide groepen. $toetsbaar: of het verschil te toetsen is
kerncijfer-gemiddelden = { $toetsbaar ->
    [ja] { kerncijfer-gemiddelde-grootte }
    [een_waarde] **{ $verschil }** verschil in ‘{ $label }’; { verschil-kort }
    [gelijk] **Geen** verschil in ‘{ $label }’
    [te_weinig] **{ $verschil }** verschil in ‘{ $label }’; { verschil-kort }
   *[niemand] **Niet te bepalen**: verschil in ‘{ $label }’
}

# Kerncijfer: hoe groot een verschil van gemiddelden is dat te toetsen is. $nul: of er helemaal geen is
kerncijfer-gemiddelde-grootte = { $nul ->
    [ja] **Geen** verschil in ‘{ $label }’
   *[nee] **{ $verschil }** verschil in ‘{ $label }’; { verschil-kort }
}

# Achter een kerncijfer: van wie de uitkomst niet bekend is. $ontbrekend: wat er met hen is gedaan
kerncijfer-onbekend = { $ontbrekend ->
    [weggelaten] . { uitkomst-onbekend }
    [als_nee] . { uitkomst-onbekend }
    [mogelijk] . { uitkomst-onbekend }
   *[geen] { "" }
}

# Hoeveel de controles op de cijfers vonden. $hoofdstuk: verwijzing naar de bijlage
controle-kort = { $aantal ->
    [0] Bij de controles op de cijfers is niets gevonden.
    [one] Bij de controles op de cijfers is één bevinding gedaan; zij staat in { $hoofdstuk }.
   *[other] Bij de controles op de cijfers zijn { AANTAL($aantal, "bevinding", "bevindingen") } gedaan; zij staan in { $hoofdstuk }.
}
