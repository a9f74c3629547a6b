### Wat in en onder tabellen, figuren en schema's staat. Die woorden worden mee getekend: een wijziging
### hier voert de hoofdstukken opnieuw uit.

# Waar de gegevens vandaan komen. $bron: van wie ze zijn; $auteur: wie ze bewerkte
bron = Bron: { $bron }, bewerking { $auteur }
# Waar iets vandaan komt dat geen gegevens zijn. $auteur: wie het schreef
bron-auteur = Bron: { $auteur }

## Koppen van kolommen

# Aantal van een groep dat een aandeel is
kolom-aandeel = Aandeel
# De naam van een groep
kolom-experiment = { HOOFDLETTER(-experiment) }
# De naam van de andere groep
kolom-controle = { HOOFDLETTER(-controle) }
# Hoeveel mensen
kolom-personen = { HOOFDLETTER(-personen) }
# Wie, in de tabel van verhalen
kolom-persoon = { HOOFDLETTER(-persoon) }
# Hoeveel van de mensen die deelnamen
kolom-deelnemers = Deelnemers
# Beide groepen samen
kolom-totaal = Totaal
# De naam van een kenmerk
kolom-kenmerk = Kenmerk
# De naam van een uitkomst
kolom-uitkomst = Uitkomst
# Het verschil tussen de groepen
kolom-verschil = Verschil
# Het interval om het verschil
kolom-interval = 95%-interval
# De uitkomst van een toets
kolom-p = p-waarde
# Het verschil, los van de eenheid
kolom-smd = Gestandaardiseerd verschil
# Of een verschil niet meer klein is. $grens: waar dat begint
kolom-boven = Boven { $grens }
# Wat vooraf is aangenomen
kolom-veronderstelling = Veronderstelling
# Wat daarvan vooraf de waarde was
kolom-vooraf = Vooraf
# Wat het is geworden
kolom-gerealiseerd = Gerealiseerd
# Een voorwaarde om mee te doen
kolom-voorwaarde = Voorwaarde
# Een stap in het verloop
kolom-stap = Stap
# Wat er met iemand gebeurde
kolom-resultaat = Resultaat
# De naam van een instrument
kolom-instrument = Instrument
# De hoeveelste maand
kolom-maand = Maand
# Gesprekken in een maand
kolom-gesprekken = Gesprekken per { -persoon }
# De naam van een pijler
kolom-pijler = Pijler
# Wat van een pijler het plan was
kolom-plan = Plan
# Wat er van een pijler kwam
kolom-praktijk = Praktijk
# Of een pijler liep zoals bedoeld
kolom-oordeel = Zoals gepland?
# Van wie een verhaal is
kolom-geslacht = Geslacht
# Hoe oud
kolom-leeftijd = Leeftijd
# Hoelang zonder werk
kolom-werkloos = Werkloos
# Hoe het afliep
kolom-status = Status
# Hoe uitgebreid het verhaal is
kolom-verhaal = Verhaal

## Rijen en cellen

# Een naam met haar eenheid. $label: de naam; $eenheid: waarin zij is gemeten
met-eenheid = { $label } ({ $eenheid })
# Rij van wie een kenmerk niet bekend is
rij-niet-geregistreerd = Niet geregistreerd
# Rij van het gemiddelde
rij-gemiddelde = Gemiddelde (standaardafwijking)
# Rij van de middelste waarde
rij-mediaan = Mediaan
# Rij van de laagste waarde
rij-laagste = Laagste
# Rij van de hoogste waarde
rij-hoogste = Hoogste
# Rij van allen die zijn bekeken
rij-bekeken = Bekeken
# Rij van wie een voorwaarde niet haalt. $label: de voorwaarde
rij-voldoet-niet = Voldoet niet: { $label }
# Rij van wie alle voorwaarden haalt
rij-voldoet = Voldoet aan alle voorwaarden
# Of een verschil niet meer klein is. $boven: of dat zo is
cel-boven = { $boven ->
    [ja] ja
   *[nee] nee
}
# Een getal over minder mensen dan de kolom zegt. $getal: het getal; $n: over hoeveel het gaat
cel-van = { $getal }, n = { $n }
# Een aantal met zijn aandeel. $aantal: hoeveel; $aandeel: van de groep
cel-aantal = { $aantal } ({ $aandeel })
# Twee getallen met wat ertussen ligt. $laag: het laagste; $hoog: het hoogste
cel-bereik = { $laag } tot { $hoog }
# Of een pijler liep zoals bedoeld. $oordeel: ja, grotendeels, deels of nee
cel-oordeel = { $oordeel ->
    [ja] Ja
    [grotendeels] Grotendeels
    [deels] Deels
   *[nee] Nee
}
# Iets dat niet bekend is
cel-onbekend = onbekend
# Of een verhaal uitgebreid is. $uitgebreid: of dat zo is
cel-verhaal = { $uitgebreid ->
    [ja] Uitgebreid
   *[nee] Kort
}

## Kenmerken

# Of de groepen verschillen, onder een tabel. $toets: de uitkomst van de toets
noot-toets = Verschil tussen de groepen: { $toets }.
# Van wie een kenmerk niet bekend is. $experiment, $control: hoeveel
noot-niet-geregistreerd =
    Niet geregistreerd en niet meegeteld: { $experiment } in de { -experiment } en { $control } in de { -controle }.
# Als percentages niet optellen
noot-afronding = Door afronding tellen de percentages niet in elke kolom op tot 100.
# Titel boven de verschillen bij de start
tabel-balans = Verschillen tussen de groepen bij de start
# Wat een gestandaardiseerd verschil is. $grens: waar een verschil niet meer klein is
noot-smd =
    Een gestandaardiseerd verschil zegt, anders dan een toets, hoe groot een verschil is, los van de omvang van de groepen.
    Boven { $grens } noemen we een verschil niet meer klein.
# Titel boven de getekende verschillen bij de start
figuur-balans = Gestandaardiseerde verschillen tussen de groepen bij de start
# Onder de as van de verschillen
as-smd = gestandaardiseerd verschil
# Wat de stippellijn is. $grens: waar zij ligt
noot-grens = De stippellijn ligt bij { $grens }; daarboven is een verschil niet meer klein.
# Welke kenmerken niet zijn getekend. $kenmerken: hun namen
noot-niet-getekend = Niet getekend: { LIJST($kenmerken) }. Daarop hebben de groepen niets gemeen.
# De figuur in woorden. $aantal: hoeveel kenmerken; $grens: waar de lijn ligt; $boven: hoeveel erboven liggen; $kenmerken: welke
figuur-balans-alt =
    Puntendiagram van { AANTAL($aantal, "kenmerk", "kenmerken") } met een grens bij { $grens }.
    { $boven ->
        [0] Geen kenmerk ligt erboven.
        [one] Boven de grens ligt: { LIJST($kenmerken) }.
       *[other] Boven de grens liggen: { LIJST($kenmerken) }.
    }
# Titel van de verdelingen. $kenmerken: hun namen
figuur-spreiding = Spreiding van { LIJST($kenmerken) } per groep
# De figuur in woorden, waarna de gemiddelden volgen. $kenmerken: hun namen
figuur-spreiding-alt = Histogrammen van { LIJST($kenmerken) }.
# Gemiddelden van een verdeling. $label: het kenmerk; $experiment, $control: van elke groep
noot-gemiddelden = { $label }: gemiddeld { $experiment } in de { -experiment } en { $control } in de { -controle }.
# Naast de as van een verdeling
as-procent = procent van de groep

## Uitkomsten

# Titel boven alle uitkomsten
tabel-uitkomsten = Uitkomsten per groep
# Wat twee getallen in een cel zijn
noot-twee-getallen =
    Waar twee getallen staan, is niet van iedereen zeker of de uitkomst geldt: het eerste telt alleen wie zeker is, het tweede ook wie mogelijk meetelt.
# Wat het verschil is. $aandelen: of er aandelen bij zijn; $grenzen: of een verschil grenzen heeft
noot-verschil =
    Verschil: { -experiment } min { -controle }{ $aandelen ->
        [ja] , bij aandelen in procentpunt en met het 95%-betrouwbaarheidsinterval van Newcombe
       *[nee] { "" }
    }.
    { $grenzen ->
        [ja] Waar een verschil grenzen heeft, omvat het interval alle lezingen.
       *[nee] { "" }
    }
# Van wie een uitkomst niet bekend is, en wat met hen is gedaan. $ontbrekend: dat laatste
noot-ontbreekt = { $ontbrekend ->
    [geen] { "" }
    [weggelaten] { noot-niet-bekend } { noot-tellen } niet mee.
    [als_nee] { noot-niet-bekend } { noot-tellen } mee als { noot-iemand } de uitkomst niet { noot-hebben }.
   *[mogelijk] { noot-niet-bekend } { noot-tellen } mee als { noot-iemand } de uitkomst misschien { noot-hebben }.
}
# Begin van een zin over hoe wie niet bekend is, meetelt. $aantal: hoeveel mensen dat zijn
noot-tellen = { $aantal ->
    [one] Die telt
   *[other] Zij tellen
}
# Als wat wie niet bekend is, meetelt
noot-iemand = { $aantal ->
    [one] iemand die
   *[other] { -personen } die
}
# Het gezegde daarbij
noot-hebben = { $aantal ->
    [one] heeft
   *[other] hebben
}
# Van wie een uitkomst niet bekend is. $label: haar naam; $ontbreekt_experiment, $toegewezen_experiment: hoeveel van hoeveel, en zo voor control
noot-niet-bekend =
    { $label }: niet bekend van { $ontbreekt_experiment } van de { $toegewezen_experiment } { -personen } in de { -experiment } en { $ontbreekt_control } van de { $toegewezen_control } { -personen } in de { -controle }.
# Titel boven wat vooraf is aangenomen
tabel-veronderstellingen = Veronderstellingen vooraf en wat ervan is uitgekomen
# Wat is aangenomen. $soort: waarover
veronderstelling = { $soort ->
    [experiment] Uitkomst { -experiment }
    [control] Uitkomst { -controle }
    [netto_effect] Netto-effect (procentpunt)
    [taakstelling] Taakstelling
    [omvang_experiment] Omvang { -experiment }
    [omvang_control] Omvang { -controle }
    [aandeel] Aandeel
   *[uitkomst] Uitkomst
}
# Wat over een deel van de groep is aangenomen. $onderdeel: welk deel
veronderstelling-over = { veronderstelling }: { $onderdeel }
# Over welke uitkomst het gaat. $label: haar naam
noot-uitkomst = Uitkomst: { $label }.
# Van wie een deel bij elkaar hoort omdat het deelnam. $label: het deel
noot-deelgenomen = { $label }: wie heeft deelgenomen.
# Wie bij geen deel hoort. $elders: hoeveel; $n: van hoeveel
noot-elders = Van de { -experiment } hoort een deel nergens bij: { $elders } van de { $n }.
# Titel boven wie aan welke voorwaarde voldoet
tabel-selectie = Selectie naar voorwaarde
# Wie vaker meetelt
noot-selectie = Wie aan meer dan één voorwaarde niet voldoet, telt bij elk daarvan mee.

## Verloop

# Titel van de resultaten van de experimentgroep. $n: hoeveel mensen
figuur-routes = Resultaten van { -programma }, { -experiment } (n={ $n })
# Van hoeveel mensen niet is vastgelegd wat er gebeurde. $aantal: hoeveel
noot-zonder-resultaat = { $aantal ->
    [0] { "" }
   *[other] Van { AANTAL($aantal, -persoon, -personen) } is niet vastgelegd wat er is gebeurd.
}
# De figuur in woorden. $n: hoeveel mensen; $delen: de resultaten met hun aantallen
figuur-routes-alt = Staafdiagram van wat er in de { -experiment } (n={ $n }) gebeurde: { $delen }.
# Wat een resultaat inhoudt. $label: het resultaat; $uitleg: wat het is
noot-uitleg = { $label }: { $uitleg }
# Titel van het schema
schema-verloop = Verloop van beide groepen
# Het schema in woorden, waarna de stappen volgen
schema-verloop-alt = Stroomschema van toewijzing tot einde.
# Een stap van het schema. $stap: wat; $aantal: hoeveel
stap-aantal = { $stap }: { $aantal }
# Een deel van een stap. $deel: wat; $aantal: hoeveel
stap-deel = – { $deel }: { $aantal }
# Allen die zijn verdeeld
stap-toegewezen = { HOOFDLETTER(-personen) } toegewezen
# Wie niet begon of niet verder ging
stap-niet-deelgenomen = Niet (verder) deelgenomen
# Van wie niet vaststaat of zij begonnen
stap-niet-vastgelegd = Niet vastgelegd of zij deelnamen
# Wie eerder ophield
stap-voortijdig = Voortijdig beëindigd
# Een stap met één reden. $stap: de stap; $reden: de reden
stap-reden = { $stap } ({ $reden })
# Wie deelnam
stap-deelgenomen = Deelgenomen
# Wie daarna doorging
stap-verder = Verder in het traject
# Wie tegen de bedoeling deelnam
stap-toch = onder wie toch deelgenomen
# Van wie de uitkering eindigde
stap-beeindigd = { HOOFDLETTER(-uitkering) } beëindigd
# Van wie de uitkering doorloopt
stap-loopt = { HOOFDLETTER(-uitkering) } niet beëindigd
# Waarom een uitkering eindigde. $reden: de betekenis van de reden
stap-einde = { $reden ->
    [work] { -doel }
    [possible] mogelijk { -doel }
    [other] geen { -doel }
   *[none] geen reden vermeld
}

## Praktijk

# Titel van de instrumenten. $n: hoeveel deelnemers
figuur-instrumenten = Inzet van instrumenten, deelnemers (n={ $n })
# Wie vaker meetelt
noot-instrumenten = Een deelnemer kan van meer dan één instrument gebruikmaken.
# De figuur in woorden. $n: hoeveel deelnemers; $delen: de instrumenten met hun aantallen
figuur-instrumenten-alt = Staafdiagram van het aantal deelnemers per instrument (n={ $n }): { $delen }.
# Titel van de gesprekken
figuur-gesprekken = Gesprekken per { -persoon } per maand, naar maand sinds de intake
# Wie in een maand meetelt
noot-gesprekken = Per maand tellen de { -personen } die het traject die hele maand volgden.
# Welke maanden niet zijn getoond. $grens: het kleinste aantal dat wel is getoond
noot-maanden = Maanden met minder dan { $grens } { -personen } zijn niet getoond.
# Een maand met haar getal. $maand: de hoeveelste; $getal: gesprekken
maand-getal = maand { $maand } { $getal }
# De figuur in woorden. $maanden: de maanden met hun getallen
figuur-gesprekken-alt = Lijndiagram van het aantal gesprekken per { -persoon } in iedere maand: { $maanden }.
# Hoeveel gesprekken het plan was. $gepland: per maand
figuur-gesprekken-plan = Gepland waren er { $gepland } per maand.
# Onder de as van de maanden
as-maanden = maand sinds de intake, met het aantal gesprekken per { -persoon }
# Naast de lijn van het plan. $gepland: per maand
lijn-plan = plan: { $gepland }
# Titel boven de pijlers
tabel-pijlers = De pijlers van { -programma }: plan en praktijk

## Verhalen

# Kop boven een verhaal. $nummer: het hoeveelste
verhaal-kop = { HOOFDLETTER(-persoon) } { $nummer }
# Titel boven de tabel van verhalen
tabel-verhalen = De beschreven { -personen }
# Wat een kolom van die tabel is
noot-werkloos = Werkloos: hoelang iemand zonder werk was toen de oproep kwam.
# Hoe oud iemand is. $leeftijd: in jaren
verhaal-jaren = { $leeftijd } jaar
# Hoe oud iemand is, als dat geen aantal jaren is. $leeftijd: wat bekend is
verhaal-leeftijd = leeftijd { $leeftijd }
# Hoelang iemand werkloos was. $duur: hoelang
verhaal-werkloos = { $duur } werkloos
# Hoelang iemand meedeed. $duur: hoelang
verhaal-traject = { $duur } in het traject
# Een aantal maanden. $maanden: hoeveel
verhaal-duur = { AANTAL($maanden, "maand", "maanden") }
# Over wie een verhaal gaat. $profiel: wat bekend is; $status: hoe het afliep
verhaal-profiel = { $profiel }. Status: { $status }.
