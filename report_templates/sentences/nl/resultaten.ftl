### Uitkomsten van beide groepen, en wat ervan te zeggen is.
### $oordeel heeft de waarden van de schaal "effect" in report45/verdicts.py: ieder een eigen regel.

# Kop boven een uitkomst die een aandeel is. $label: haar naam; $oordeel: over het effect
uitkomst-kop = { $oordeel ->
    [hoger] { $label }: vaker in de { -experiment }
    [lager] { $label }: minder vaak in de { -experiment }
    [geen_verschil] { $label }: geen aantoonbaar verschil
    [keert] { $label }: het verschil is onzeker
    [tegengesteld] { $label }: het verschil is onzeker
    [onbeslist] { $label }: het verschil is onzeker
   *[niet_te_bepalen] { $label }: het verschil is niet te bepalen
}

# Kop boven een uitkomst die een gemiddelde is. $label: haar naam; $oordeel: over het effect
gemiddelde-kop = { $oordeel ->
    [hoger] { $label }: hoger in de { -experiment }
    [lager] { $label }: lager in de { -experiment }
    [geen_verschil] { $label }: geen aantoonbaar verschil
    [keert] { $label }: het verschil is onzeker
    [tegengesteld] { $label }: het verschil is onzeker
    [onbeslist] { $label }: het verschil is onzeker
   *[niet_te_bepalen] { $label }: het verschil is niet te bepalen
}

# Wat het netto verschil bewijst. $oordeel: over het effect; $gunstig: of het effect gewenst is
netto-oordeel = { $oordeel ->
    [hoger] Dat verschil is statistisch aantoonbaar{ netto-kant }.
    [lager] Dat verschil is statistisch aantoonbaar{ netto-kant }.
    [geen_verschil] Met groepen van deze omvang is dat verschil te klein om toeval uit te sluiten.
    [keert]
        Wie er wel en niet meetelt, verandert de conclusie.
        Met de ene lezing is er een aantoonbaar verschil, met de andere niet.
    [tegengesteld]
        Wie er wel en niet meetelt, keert de conclusie om.
        Met de ene lezing is het verschil aantoonbaar in het nadeel van de { -experiment }, met de andere in haar voordeel.
    [onbeslist]
        Wie er wel en niet meetelt, bepaalt welke groep het beter doet.
        Aantoonbaar is het verschil met geen van de lezingen.
   *[niet_te_bepalen] Of er een verschil is, is niet te bepalen.
}

# Aan welke kant een duidelijk verschil ligt. $gunstig: nvt als de studie geen richting noemt
netto-kant = { $gunstig ->
    [ja] , in het voordeel van de { -experiment }
    [nee] , in het nadeel van de { -experiment }
   *[nvt] { "" }
}

# Hoe groot het netto verschil is. $toetsbaar: of het te beoordelen is; $bereik: in procentpunt
netto-verschil = { $toetsbaar ->
    [ja] { netto-grootte }
    [een_waarde] { netto-grootte }
    [gelijk] { netto-grootte }
    [te_weinig]
        Het netto verschil is { $bereik }.
        Voor een betrouwbaarheidsinterval is de uitkomst van te weinig { -personen } bekend.
   *[niemand] Van ten minste één groep is de uitkomst van niemand bekend.
}

# Het netto verschil in getallen. $grenzen: of het een reeks is
netto-grootte = { $grenzen ->
    [ja] Het netto verschil is daarmee { $bereik }.
   *[nee] Het netto verschil is { $laag } ({ $laag-interval }).
}

# Van hoeveel mensen een uitkomst niet bekend is. $ontbrekend: wat er met hen is gedaan
uitkomst-onbekend = { $ontbrekend ->
    [weggelaten]
        { onbekend-van } niet bekend.
        Zij tellen niet mee.
    [als_nee]
        { onbekend-van } niet bekend.
        Zij tellen mee als { -personen } voor wie het niet geldt.
    [mogelijk]
        { onbekend-van } niet bekend.
        Zij tellen mee als { -personen } voor wie het misschien geldt.
   *[geen] { "" }
}

# Begin van een zin over wie niet bekend is. $volledigheid, $ontbreekt, $toegewezen: per groep
onbekend-van = { $volledigheid-experiment ->
    [volledig] Van { $ontbreekt-control } van de { $toegewezen-control } { -personen } in de { -controle } is dit
    [deels] { onbekend-experiment }
   *[niets] { onbekend-experiment }
}

# Begin van een zin over wie niet bekend is, als dat in de experimentgroep voorkomt
onbekend-experiment = { $volledigheid-control ->
    [volledig] Van { $ontbreekt-experiment } van de { $toegewezen-experiment } { -personen } in de { -experiment } is dit
    [deels] { onbekend-beide }
   *[niets] { onbekend-beide }
}

# Begin van een zin over wie niet bekend is, als dat in beide groepen voorkomt
onbekend-beide = Van { $ontbreekt-experiment } van de { $toegewezen-experiment } { -personen } in de { -experiment } en van { $ontbreekt-control } van de { $toegewezen-control } in de { -controle } is dit

# Een uitkomst die een gemiddelde is, in beide groepen. $toetsbaar: of het verschil te toetsen is
gemiddelde-verschil = { $toetsbaar ->
    [ja]
        { gemiddelden }
        Het verschil is { $verschil } ({ $verschil-interval }).
        Dat verschil is { $toets }.
    [een_waarde]
        Voor iedereen in de { -experiment } is dit { $experiment }, voor iedereen in de { -controle } { $control }.
        Het verschil is { $verschil }.
        Een toets is dan niet mogelijk.
    [gelijk] Dit is voor iedereen in beide groepen { $experiment }.
    [te_weinig]
        { gemiddelden }
        Het verschil is { $verschil }.
        Voor een toets is dit van te weinig { -personen } bekend.
   *[niemand] Van ten minste één groep is dit van niemand bekend.
}

# Het gemiddelde van beide groepen. $experiment, $control
gemiddelden = Gemiddeld is dit in de { -experiment } { $experiment } en in de { -controle } { $control }.

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

# Wie in de experimentgroep de uitkomst heeft, als onderwerp van een kop. $deel-experiment: hoeveel
nieuws-wie = { $deel-experiment ->
    [niemand] niemand uit de { -experiment }
    [iedereen] iedereen uit de { -experiment }
    [onbekend] een onbekend deel van de { -experiment }
   *[sommigen] { BEREIK($experiment_laag, $experiment_hoog) } van de { -experiment }
}

# Wat een verschil bewijst, achter de kop van een nieuwsbericht. $oordeel: over het effect
nieuws-verschil = { $oordeel ->
    [hoger] , aantoonbaar meer dan in de { -controle }
    [lager] , aantoonbaar minder dan in de { -controle }
    [geen_verschil] ; geen aantoonbaar verschil met de { -controle }
    [keert] ; verschil met de { -controle } nog onzeker
    [tegengesteld] ; verschil met de { -controle } nog onzeker
    [onbeslist] ; verschil met de { -controle } nog onzeker
   *[niet_te_bepalen] ; verschil met de { -controle } niet te bepalen
}

# Kop van een nieuwsbericht over een gemiddelde. $label: haar naam; $oordeel: over het effect
nieuws-gemiddelde = { $oordeel ->
    [hoger] ‘{ $label }’ gemiddeld hoger dan in de { -controle }
    [lager] ‘{ $label }’ gemiddeld lager dan in de { -controle }
    [geen_verschil] geen aantoonbaar verschil in ‘{ $label }’
    [keert] verschil in ‘{ $label }’ nog onzeker
    [tegengesteld] verschil in ‘{ $label }’ nog onzeker
    [onbeslist] verschil in ‘{ $label }’ nog onzeker
   *[niet_te_bepalen] verschil in ‘{ $label }’ niet te bepalen
}

# Wat het verschil betekent, voor een krant. $oordeel: over het effect; $gunstig: of het gewenst is
nieuws-betekenis = { $oordeel ->
    [hoger] Dat is statistisch aantoonbaar{ netto-kant }.
    [lager] Dat is statistisch aantoonbaar{ netto-kant }.
    [geen_verschil] Dat kan toeval zijn.
    [keert]
        Of dat meer is dan toeval, hangt af van de { -personen } bij wie de uitkomst niet vaststaat.
        Wat { -programma } heeft toegevoegd, is daarom nog niet te zeggen.
    [tegengesteld]
        Aan welke kant het verschil ligt, hangt af van de { -personen } bij wie de uitkomst niet vaststaat.
        Wat { -programma } heeft toegevoegd, is daarom nog niet te zeggen.
    [onbeslist]
        Welke groep voor ligt, hangt af van de { -personen } bij wie de uitkomst niet vaststaat.
        Wat { -programma } heeft toegevoegd, is daarom nog niet te zeggen.
   *[niet_te_bepalen] Wat { -programma } heeft toegevoegd, is daarom nog niet te zeggen.
}

# Kop boven verwachting en resultaat. $oordeel: waar het resultaat ligt, gezien vanuit de verwachting
verwachting-kop = { $oordeel ->
    [boven] De { -experiment } kwam hoger uit dan verwacht
    [onder] De { -experiment } kwam lager uit dan verwacht
    [binnen] De { -experiment } kwam ongeveer uit zoals verwacht
   *[niet_te_bepalen] Verwachting en resultaat
}
