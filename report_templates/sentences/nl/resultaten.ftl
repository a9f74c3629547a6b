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

# Welk deel van de experimentgroep de uitkomst heeft. $zin: het gezegde; $experiment_zekerheid: of dat vaststaat
uitkomst-experiment = { $experiment_zekerheid ->
    [zeker] Van de { -experiment } { VOEG_IN($zin, $experiment_laag) }.
    [zonder_gevolg]
        Van de { -experiment } { VOEG_IN($zin, $experiment_laag) }.
        Bij { AANTAL($experiment_mogelijk, -persoon, -personen) } staat dat niet vast, maar in hele procenten maakt dat niet uit.
    [onzeker]
        Van de { -experiment } { VOEG_IN($zin, BEREIK($experiment_laag, $experiment_hoog)) }.
        Bij { AANTAL($experiment_mogelijk, -persoon, -personen) } staat dat namelijk niet vast.
   *[onbekend] Van niemand uit de { -experiment } is deze uitkomst bekend.
}

# Hetzelfde voor de controlegroep, na de zin over de experimentgroep
uitkomst-controle = { $control_zekerheid ->
    [zeker] Van de { -controle } is dat { $control_laag }.
    [zonder_gevolg]
        Van de { -controle } is dat { $control_laag }.
        Bij { AANTAL($control_mogelijk, -persoon, -personen) } staat het niet vast, maar in hele procenten maakt dat niet uit.
    [onzeker]
        Van de { -controle } is dat { BEREIK($control_laag, $control_hoog) }.
        Bij { AANTAL($control_mogelijk, -persoon, -personen) } staat het namelijk niet vast.
   *[onbekend] Van niemand uit de { -controle } is deze uitkomst bekend.
}

# Hoe groot het netto verschil is. $toetsbaar: of het te beoordelen is; $bereik: in procentpunt
netto-verschil = { $toetsbaar ->
    [ja] { netto-grootte }
    [een_waarde] { netto-grootte }
    [gelijk] { netto-grootte }
    [te_weinig]
        Het verschil is { $bereik }.
        Voor een betrouwbaarheidsinterval is de uitkomst van te weinig { -personen } bekend.
   *[niemand] Van ten minste één groep is de uitkomst van niemand bekend.
}

# Het verschil in getallen. $grenzen: of het een reeks is
netto-grootte = { $grenzen ->
    [ja] Het verschil is daarmee { $bereik }.
   *[nee] Het verschil is { $laag } ({ $laag-interval }).
}

# Wat het netto verschil bewijst. $oordeel: over het effect; $gunstig: of het effect gewenst is
netto-oordeel = { $oordeel ->
    [hoger] Dat verschil is statistisch aantoonbaar{ netto-kant }.
    [lager] Dat verschil is statistisch aantoonbaar{ netto-kant }.
    [geen_verschil] { netto-te-klein }
    [keert]
        Wie er wel en niet meetelt, verandert de conclusie.
        Met de ene lezing is er een aantoonbaar verschil, met de andere niet.
    [tegengesteld]
        Wie er wel en niet meetelt, keert de conclusie om.
        Met de ene lezing heeft de { -experiment } de uitkomst aantoonbaar vaker, met de andere aantoonbaar minder vaak.
    [onbeslist]
        Wie er wel en niet meetelt, bepaalt in welke groep het vaker voorkomt.
        Aantoonbaar is het verschil met geen van de lezingen.
   *[niet_te_bepalen] Of er een verschil is, is niet te bepalen.
}

# Wat een verschil dat niet aantoonbaar is, bewijst. $nul: of er in deze groepen helemaal geen verschil is
netto-te-klein = { $nul ->
    [ja] In deze groepen is er dus geen verschil; daarbuiten kan dat er toch zijn.
   *[nee] Met groepen van deze omvang is dat verschil te klein om toeval uit te sluiten.
}

# Aan welke kant een duidelijk verschil ligt. $gunstig: nvt als de studie geen richting noemt
netto-kant = { $gunstig ->
    [ja] , in het voordeel van de { -experiment }
    [nee] , in het nadeel van de { -experiment }
   *[nvt] { "" }
}

# Van hoeveel mensen een uitkomst niet bekend is. $ontbrekend: wat er met hen is gedaan
uitkomst-onbekend = { $ontbrekend ->
    [weggelaten]
        { onbekend-van } niet bekend.
        { onbekend-tellen } niet mee.
    [als_nee]
        { onbekend-van } niet bekend.
        { onbekend-tellen } mee als { onbekend-iemand } voor wie het niet geldt.
    [mogelijk]
        { onbekend-van } niet bekend.
        { onbekend-tellen } mee als { onbekend-iemand } voor wie het misschien geldt.
   *[geen] { "" }
}

# Begin van een zin over hoe wie niet bekend is, meetelt. $ontbreekt-totaal: hoeveel mensen dat zijn
onbekend-tellen = { $ontbreekt-totaal ->
    [one] Die telt
   *[other] Zij tellen
}

# Als wat wie niet bekend is, meetelt
onbekend-iemand = { $ontbreekt-totaal ->
    [one] iemand
   *[other] { -personen }
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

# Kop boven de figuur met wat er met de experimentgroep gebeurde. $gezet: welk deel een stap zette
stappen-kop = { $gezet ->
    [niemand] Niemand uit de { -experiment } zette een stap naar { -doel }
    [minderheid] { stappen-deel } van de { -experiment } zette een stap naar { -doel }
    [helft] De helft van de { -experiment } zette een stap naar { -doel }
    [meerderheid] { stappen-deel } van de { -experiment } zette een stap naar { -doel }
    [iedereen] De hele { -experiment } zette een stap naar { -doel }
   *[onbekend] Wat er met de { -experiment } gebeurde
}

# Welk deel een stap zette. $ontbreekt: van hoeveel mensen niet is vastgelegd wat er gebeurde
stappen-deel = { $ontbreekt ->
    [0] { BREUK($stappen) }
   *[other] Ten minste { $stappen }
}

# Hetzelfde midden in een zin
stappen-procent = { $ontbreekt ->
    [0] { $stappen }
   *[other] ten minste { $stappen }
}

# Welk deel van de experimentgroep een stap zette, in de tekst na de kop
stappen-aandeel = { $gezet ->
    [niemand] Niemand zette een stap naar { -doel } of in de richting daarvan.
    [minderheid] Van hen zette { stappen-procent } een stap naar { -doel } of in de richting daarvan.
    [helft] Van hen zette { stappen-procent } een stap naar { -doel } of in de richting daarvan.
    [meerderheid] Van hen zette { stappen-procent } een stap naar { -doel } of in de richting daarvan.
    [iedereen] Iedereen zette een stap naar { -doel } of in de richting daarvan.
   *[onbekend] { "" }
}

# Kop boven de vergelijking met de verwachting
verwachting-kop = { $experiment-oordeel ->
    [boven] De { -experiment } kwam hoger uit dan verwacht
    [binnen] De { -experiment } kwam ongeveer uit zoals verwacht
    [onder] De { -experiment } kwam lager uit dan verwacht
   *[niet_te_bepalen] Verwacht en gerealiseerd
}

# De verwachting voor de experimentgroep naast wat het werd
verwachting-experiment = { $experiment-oordeel ->
    [boven] Voor de { -experiment } was { $experiment-aangenomen } verwacht; het werd meer, namelijk { BEREIK($experiment-gerealiseerd, $experiment-gerealiseerd_hoog) }.
    [binnen] Voor de { -experiment } was { $experiment-aangenomen } verwacht; het werd { BEREIK($experiment-gerealiseerd, $experiment-gerealiseerd_hoog) }.
    [onder] Voor de { -experiment } was { $experiment-aangenomen } verwacht; het werd minder, namelijk { BEREIK($experiment-gerealiseerd, $experiment-gerealiseerd_hoog) }.
   *[niet_te_bepalen] Voor de { -experiment } was { $experiment-aangenomen } verwacht; wat het werd, is niet te bepalen.
}

# Hetzelfde voor de controlegroep
verwachting-controle = { $control-oordeel ->
    [boven] Voor de { -controle } was { $control-aangenomen } verwacht; het werd meer, namelijk { BEREIK($control-gerealiseerd, $control-gerealiseerd_hoog) }.
    [binnen] Voor de { -controle } was { $control-aangenomen } verwacht; het werd { BEREIK($control-gerealiseerd, $control-gerealiseerd_hoog) }.
    [onder] Voor de { -controle } was { $control-aangenomen } verwacht; het werd minder, namelijk { BEREIK($control-gerealiseerd, $control-gerealiseerd_hoog) }.
   *[niet_te_bepalen] Voor de { -controle } was { $control-aangenomen } verwacht; wat het werd, is niet te bepalen.
}

# Het verwachte verschil tussen de groepen naast het gevonden verschil
verwachting-verschil = { $netto_effect-oordeel ->
    [boven] Het verwachte verschil was { $netto_effect-aangenomen }; gevonden is meer, namelijk { $netto_effect-bereik }.
    [binnen] Het verwachte verschil was { $netto_effect-aangenomen }; gevonden is { $netto_effect-bereik }.
    [onder] Het verwachte verschil was { $netto_effect-aangenomen }; gevonden is minder, namelijk { $netto_effect-bereik }.
   *[niet_te_bepalen] Het verwachte verschil was { $netto_effect-aangenomen }; wat het werd, is niet te bepalen.
}
