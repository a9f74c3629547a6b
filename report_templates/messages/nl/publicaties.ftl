### Wat er mis is met hoofdstukken, teksten en publicaties. Wat eraan te doen is: "-doe".
### $naam: hoe iets heet; $bedoeld: wat er misschien bedoeld is

# Tabellen en figuren. $soort: wat het is; $citaat: hoe ernaar te verwijzen; $pad: waar het staat
nooit-genoemd = { $soort ->
    [table] de tabel
    [figure] de figuur
    [schema] het schema
   *[other] wat getoond wordt als
} { $naam } wordt nergens in de tekst genoemd.
nooit-genoemd-doe = Schrijf { $citaat } waar de tekst erover gaat.
weergave-dubbel = het proza zet { $pad } op twee plaatsen.
weergave-al-getoond = { $pad } staat al in deze publicatie: { $plaats }.
buiten-publicatie = { $pad } staat niet in deze publicatie.
toon-op-eigen-regel = { $aanroep } moet op een eigen regel staan, buiten lijsten en code.

# Teksten van een studie. $hoofdstuk: het hoofdstuk dat de tekst opneemt
tekst-ongebruikt = niets neemt deze tekst op.
tekst-ongebruikt-doe = { $bedoeld ->
    [geen] Haal hem weg.
   *[wel] Bedoelt u { $bedoeld }?
}
tekst-zonder-tabellen = alleen { $hoofdstuk } neemt deze tekst op, en daarvoor zijn er geen tabellen.
tekst-niet-gelezen = dit wordt niet gelezen.
tekst-niet-gelezen-doe = Een tekst eindigt op .md en staat in texts/ zelf.

# Hoofdstukken en notebooks. $eerste: het notebook dat dezelfde naam al heeft
hoofdstuk-onbekend = er is geen hoofdstuk { $naam }.
hoofdstuk-onbekend-doe = { $bedoeld ->
    [geen] Voeg het toe, of haal het weg.
   *[wel] Bedoelt u { $bedoeld }?
}
hoofdstuk-nergens = geen publicatie bevat dit hoofdstuk.
hoofdstuk-nergens-doe = Noem het bij de sections van een publication.toml.
notebook-geen-hoofdstuk = is geen hoofdstuk en wordt weggelaten: de metadata “report45” ontbreekt.
notebook-geen-hoofdstuk-doe = Geef het die met “chapter” en “title”, of haal het weg.
notebook-leeg = is leeg en wordt weggelaten.
notebook-leeg-doe = Haal het weg.
notebook-dubbel = { $eerste } heeft ook de naam van hoofdstuk { $naam }.
notebook-dubbel-doe = Haal de kopie weg, of geef haar een eigen naam.
samenvoeging-in-notebook = bij het samenvoegen bleef een conflict in de metadata achter.
samenvoeging-in-notebook-doe = Los het op met nbdime.

# Cellen die in geen publicatie staan. $soort: het soort cel
ruwe-cel = een ruwe cel staat in geen publicatie.
ruwe-cel-doe = Maak er een tekstcel (Markdown) van, of haal haar weg.
code-onleesbaar = deze cel is van de soort code, maar wat erin staat is geen Python.
code-onleesbaar-doe = Is het tekst, maak er dan een tekstcel (Markdown) van.
vreemde-cel = een cel van de soort { $soort } staat in geen publicatie.
vreemde-cel-doe = Haal haar weg.
uitvoer-bij-tekst = een cel zonder code heeft uitvoer.
uitvoer-bij-tekst-doe = Maak er weer een cel met code van, of haal de uitvoer weg.
geplakte-afbeelding = hier is een afbeelding geplakt ({ $naam }) die niet getoond wordt.
geplakte-afbeelding-doe = Haal haar weg: in JupyterLab onder Property Inspector, Cell Metadata.

# Een publicatie als geheel, en wat een studie aanvaardt. $nummer: de hoeveelste; $wat: wat er staat
publicatie-leeg = geen van de hoofdstukken is uitgevoerd.
aanvaarding-ongebruikt = nummer { $nummer } aanvaardt niets: { $wat }.
aanvaarding-ongebruikt-doe = { $bedoeld ->
    [geen] Haal het weg.
   *[wel] Bedoelt u { $bedoeld }?
}
