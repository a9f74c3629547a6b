### Wat er mis is met de vorm van het proza en wat daarin staat. Wat eraan te doen is: "-doe".

# Een regel, een alinea, een voorwaarde. $tekens: hoe lang de regel is; $hoogste: hoe lang hij mag zijn
lange-regel = de regel heeft { $tekens } tekens; het mogen er { $hoogste } zijn.
lange-regel-doe = Geef elke zin een eigen regel.
zinnen-op-regel = er staat meer dan één zin op een regel.
zinnen-op-regel-doe = Begin elke zin op een eigen regel.
keuze-in-zin = er staat een if midden in een zin.
keuze-in-zin-doe = Laat een zin uit de lijst de woorden kiezen, en roep haar aan met zin().
keuzes-in-alinea = er staat meer dan één if in een alinea.
keuzes-in-alinea-doe = Laat een zin uit de lijst de woorden kiezen, en roep haar aan met zin().
weegt-getallen = een voorwaarde vergelijkt getallen.
weegt-getallen-doe = Laat de analyse een oordeel vastleggen, en een zin uit de lijst daarop kiezen.
weegt-feiten = een voorwaarde voegt feiten samen.
weegt-feiten-doe = Laat de analyse een oordeel vastleggen, en een zin uit de lijst daarop kiezen.
weegt-aandelen = een voorwaarde vergelijkt aandelen.
weegt-aandelen-doe = Laat de analyse een oordeel vastleggen, en een zin uit de lijst daarop kiezen.

# Wat geen proza is. $tekst: wat er staat; $adres: waar het naar wijst
samenvoeging-in-proza = dit zijn de merktekens van een conflict bij het samenvoegen.
samenvoeging-in-proza-doe = Kies een versie en haal de merktekens weg.
opmerking-in-proza = een opmerking hoort niet bij het rapport; zij wordt weggelaten.
opmerking-in-proza-doe = Haal haar weg.
opmerking-gedrukt = hier staat een opmerking, die zo in het rapport komt.
opmerking-gedrukt-doe = Haal haar weg.
halve-opmerking = een opmerking is half: { $tekst } staat alleen.
halve-opmerking-doe = Haal het weg.
html-in-proza = HTML ({ $tekst }) zou zo worden afgedrukt.
html-in-proza-doe = Schrijf Markdown.
tex-in-proza = TeX ({ $tekst }) zou zo worden afgedrukt.
tex-in-proza-doe = Schrijf het in woorden.
andere-taal = HTML, TeX en Typst kunnen niet in proza staan.
afbeelding-in-proza = een afbeelding ({ $adres }) kan niet in proza staan.
afbeelding-in-proza-doe = Laat een cel met code haar tonen.
link-niet-toegestaan = de link naar { $adres ->
    [geen] niets
   *[wel] { $adres }
} is niet toegestaan.

# Tekens. $nummer: het nummer in Unicode; $naam: de Engelse naam; $teken: het teken; $plaats: waar een vervanging kan staan
verborgen-teken = hier staat een verborgen teken: { $nummer }, { $naam }.
verborgen-teken-doe = Typ de woorden eromheen opnieuw.
verkeerde-letters = hier staan letters die verkeerd gelezen zijn: { $nummer }.
verkeerde-letters-doe = Typ ze opnieuw, en bewaar het bestand als UTF-8.
onbruikbaar-teken = { $nummer ->
    [geen] het proza geeft een teken voor eigen gebruik of een besturingsteken.
   *[wel] hier staat een teken voor eigen gebruik of een besturingsteken: { $nummer }.
}
onbruikbaar-teken-doe = Haal het weg.
teken-zonder-vorm = de letters van een PDF hebben geen vorm voor { $teken } ({ $nummer }).
teken-zonder-vorm-doe = { $plaats ->
    [geen] Schrijf woorden.
   *[wel] Schrijf woorden, of geef ze in { $plaats }.
}

# Koppen, kaders, noten. $soort: het soort kader
kader-in-kader = een kader (::: { $soort }) staat in een kader.
kader-niet-geopend = een kader wordt gesloten (:::) dat niet geopend is.
kader-niet-gesloten = een kader (:::) of een blok code (```) is niet gesloten.
kop-zonder-hekje = de kop “{ $kop }” moet met # beginnen, vooraan op de regel.
titel-dubbel = een hoofdstuk heeft één titel (#).
titel-met-verwijzing = de titel kan geen verwijzing bevatten.
noot-onbekend = er is geen voetnoot { $noot }.
noot-ingesprongen = een ingesprongen alinea bevat een noot.
noot-ingesprongen-doe = Begin de regels ervan aan de kantlijn.
loopt-door = de laatste lijst, noot of code loopt door in wat erna komt.

# Wat pandoc meldt, het programma dat het proza omzet. $reden: wat het zegt
pandoc-zegt = pandoc meldt: { $reden }.
pandoc-weigert = pandoc kan dit niet omzetten: { $reden }.
pandoc-te-zwaar = { $reden }.
pandoc-te-zwaar-doe = Zijn veel haken, aanhalingstekens of niveaus van een lijst niet gesloten? Haal ze weg.
