### Wat er mis is met wat een filter krijgt. Wat eraan te doen is: "-doe".

# Een filter dat iets anders krijgt dan het neemt. $gewild: wat het neemt; $gegeven: wat er staat
filter-neemt = het filter { $filter } neemt { $gewild }, niet { $gegeven }.
getal-afgeschermd = dit getal is afgeschermd, omdat het naar een persoon kan leiden.
getal-afgeschermd-doe = Laat het weg, of haal een totaal aan dat getoond mag worden.

# Wat een filter neemt. $eenheid: die van het eerste van twee
een-aandeel = een aandeel
een-hoeveelheid = een aantal, een geheel getal of een maat
een-toets = een toets
een-rij = een rij teksten of feiten
feit-of-tekst = een feit of tekst
een-datum = een datum
een-bedrag = een bedrag
een-getal = een aantal, aandeel, getal, gemiddelde of bedrag
aandeel-of-procenten = een aandeel of een getal in procenten
getal-in-punten = een getal of een interval in procentpunten
aantal-jaren = een getal of gemiddelde in jaren dat niet negatief is
twee-gelijke = twee van dezelfde soort: naast het eerste een { $eenheid ->
    [geen] zonder eenheid
   *[wel] in { $eenheid }
}

# Wat het kreeg. $soort: het soort feit, of het type waarde
een-feit = een feit van de soort { $soort }
tekst-zelf = tekst
los-getal = een los getal
andere-waarde = een waarde van het type { $soort }
