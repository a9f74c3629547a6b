### Wat er mis is met een bestand dat een redacteur schrijft. Wat te doen: "-doe".

# Een bestand of map die niet te lezen is. $reden: wat het systeem zegt; $grootte: hoe groot het mag zijn
bestand-ontbreekt = dit bestand is er niet.
bestand-buiten-studie = ligt buiten de map van de studie.
bestand-buiten-studie-doe = Zet het bestand erin.
bestand-dode-link = is een verwijzing naar niets.
bestand-dode-link-doe = Zet hier het bestand zelf.
bestand-geen-utf8 = is geen UTF-8.
bestand-geen-utf8-doe = Bewaar het als UTF-8.
bestand-utf16 = is UTF-16, geen UTF-8.
bestand-utf16-doe = Bewaar het als UTF-8.
bestand-is-map = is een map, geen bestand.
bestand-is-map-doe = Noem het bestand erin.
bestand-ongewoon = is geen gewoon bestand.
bestand-ongewoon-doe = Zet hier een bestand.
bestand-te-groot = is groter dan { $grootte }.
bestand-te-groot-doe = Haal eruit wat de studie niet nodig heeft.
bestand-gesloten = is niet te openen ({ $reden }).
bestand-gesloten-doe = Kijk het bestand na.
map-dode-link = is een verwijzing naar niets.
map-dode-link-doe = Zet hier de map zelf.
map-is-bestand = is geen map.
map-is-bestand-doe = Maak er een map van, of haal het weg.
map-gesloten = de inhoud van deze map is niet op te vragen ({ $reden }).
map-gesloten-doe = Geef deze gebruiker toegang tot de map en tot wat erin staat.
bestand-samengevoegd = hier staan sporen van een samenvoeging.
bestand-samengevoegd-doe = Kies een versie en haal de sporen weg.

# Een bestand dat iets verklaart. $regelnummer, $teken: waar het misgaat; $bedoeld, $keuzes: wat er wel kan
geen-toml = is geen TOML.
toml-onleesbaar = is geen TOML; het bestand houdt op waar nog iets moet volgen.
toml-op-regel = is geen TOML: kijk op regel { $regelnummer }, bij teken { $teken }.
sleutel-ontbreekt = deze sleutel is nodig.
sleutel-ontbreekt-doe = Voeg haar toe.
sleutel-onbekend = deze sleutel bestaat niet.
sleutel-onbekend-doe = Haal haar weg.
sleutel-bedoeld = deze sleutel bestaat niet.
sleutel-bedoeld-doe = Bedoelt u `{ $bedoeld }`?
waarde-geen-naam = dit is geen naam.
waarde-geen-naam-doe = Gebruik kleine letters, cijfers en lage streepjes.
waarde-geen-tekst = hier hoort tekst tussen aanhalingstekens.
waarde-leeg = hier staat niets.
waarde-geen-rij = hier hoort een rij tussen rechte haken.
waarde-geen-keuze = hier hoort true of false.
waarde-vorm = dit heeft een andere vorm dan hier hoort.
waarde-keuzes = hier hoort een van deze: { $keuzes }.
hoofdstuk-een-van-beide = een hoofdstuk heeft of sections, of een text.
tekst-heeft-koppen = een text heeft koppen van zichzelf, en is geen bijlage.
hoofdstuk-zonder-titel = een hoofdstuk met meer dan een sectie heeft een title nodig.
publicatie-onbekend = deze publicatie bestaat niet.
publicatie-onbekend-doe = Er is: { $bekend }.
tekst-van-publicatie-ontbreekt = { $wie } noemt dit bestand, en het is er niet.

# Een notebook. $map: waar is gezocht; $hoeveel: cellen
geen-hoofdstukken = er staan geen notebooks met hoofdstukken in { $map }.
geen-hoofdstukken-doe = Voer report45 uit in de map waar notebooks, data en report_templates staan.
geen-notebook = is geen notebook.
geen-notebook-doe = Zet een eerdere versie terug, bewaar het opnieuw, of haal het weg.
notebook-onvolledig = is geen hoofdstuk.
notebook-onvolledig-doe = Geef het in de metadata "report45" met "chapter" en "title", of haal het weg.
hoofdstuk-geen-naam = de naam van het hoofdstuk is geen naam.
hoofdstuk-geen-naam-doe = Gebruik kleine letters, cijfers en lage streepjes: elk feit begint ermee.
parameters-aantal = heeft { $hoeveel } cellen met het label parameters.
parameters-aantal-doe = Er is er precies een nodig, waarin de studie wordt gezet.
parameters-zonder-studie = de cel met het label parameters noemt geen studie.
parameters-zonder-studie-doe = Schrijf er `study = "data/..."` in.

# Een bestand met zinnen. $zin: de zin; $kenmerk: wat eraan hangt; $teken: wat er hoort
zinnen-te-diep = de uitdrukkingen staan te diep in elkaar.
geen-zin = dit is geen zin uit een lijst. Een zin is een naam, een = en woorden; wat eronder hoort, springt in.
zin-teken = dit is geen zin uit een lijst: hier hoort { $teken }.
zin-leeg = er staan geen woorden achter { $zin } =.
term-leeg = er staan geen woorden achter { $zin } =.
zin-zonder-ster = geen van de keuzes heeft een sterretje (*).
zin-twee-sterren = meer dan een keuze heeft een sterretje (*).
zin-zonder-keuzes = er staat geen keuze achter ->.
zin-losse-accolade = er sluit een accolade die niet is geopend.
zin-met-kenmerk = { $zin } heeft een kenmerk (.{ $kenmerk }).
zin-dubbel = { $zin } staat twee keer in dit bestand.
