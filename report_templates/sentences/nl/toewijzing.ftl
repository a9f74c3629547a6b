### Hoe de groepen zijn gevormd, en wat dat betekent voor een verschil in uitkomst.

# Hoe iemand in zijn groep kwam. $soort: zoals de studie het opgeeft
toewijzing-hoe = { $soort ->
    [cijfer]
        Het laatste cijfer van het burgerservicenummer bepaalde in welke groep iemand kwam:
        een even cijfer betekende de { -experiment }, een oneven cijfer de { -controle }.
    [geloot] Loting bepaalde in welke groep iemand kwam.
    [gestratificeerd]
        Loting bepaalde in welke groep iemand kwam, apart binnen ieder van enkele deelgroepen.
        De betrouwbaarheidsintervallen houden daar geen rekening mee en zijn eerder te ruim dan te krap.
    [blokken]
        Loting bepaalde in welke groep iemand kwam, steeds voor een klein aantal { -personen } tegelijk.
        De betrouwbaarheidsintervallen houden daar geen rekening mee en zijn eerder te ruim dan te krap.
    [wachtlijst] De { -controle } bestaat uit { -personen } die nog op een wachtlijst stonden.
    [niet_geloot] De groepen zijn niet door toeval gevormd.
   *[onbekend] Hoe de { -personen } over de groepen zijn verdeeld, is niet opgegeven.
}

# Of een verschil in uitkomst een gevolg van het programma mag heten. $houdbaar: of het toeval de groepen maakte
toewijzing-gevolg = { $houdbaar ->
    [ja] Zo verschillen de groepen bij de start alleen door toeval.
    [nee]
        De gegevens passen daar niet bij.
        De groepen kunnen bij de start dus op meer punten verschillen dan toeval verklaart, ook op punten die niet zijn gemeten.
        Een verschil in uitkomst kan dus ook een andere oorzaak hebben dan { -programma }.
   *[nvt]
        De groepen kunnen daardoor bij de start op meer punten verschillen dan toeval verklaart, ook op punten die niet zijn gemeten.
        Een verschil in uitkomst kan dus ook een andere oorzaak hebben dan { -programma }.
}

# Wat de groepen vormde, als onderwerp van een zin. $soort: zoals de studie het opgeeft
toewijzing-kort = { $soort ->
    [cijfer] Het laatste cijfer van het burgerservicenummer bepaalde wie { -programma } kreeg aangeboden.
    [geloot] Loting bepaalde wie { -programma } kreeg aangeboden.
    [gestratificeerd] Loting bepaalde wie { -programma } kreeg aangeboden.
    [blokken] Loting bepaalde wie { -programma } kreeg aangeboden.
    [wachtlijst] De ene groep kreeg { -programma } aangeboden, de andere stond op een wachtlijst.
    [niet_geloot] De ene groep kreeg { -programma } aangeboden, de andere niet; toeval besliste daar niet over.
   *[onbekend] De ene groep kreeg { -programma } aangeboden, de andere niet.
}
