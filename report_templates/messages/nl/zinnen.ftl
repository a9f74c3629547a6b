### Wat er mis is met zinnen uit de lijst. Wat eraan te doen is: "-doe".
### $zin, $naam: hoe de zin of de variabele heet; $bedoeld: wat er misschien bedoeld is; $schaal: de schaal van een oordeel

# Wat een zin noemt en er niet is
zin-onbekend = er is geen zin { $naam }.
zin-onbekend-doe = { $bedoeld ->
    [geen] { "" }
   *[wel] Bedoelt u { $bedoeld }?
}
term-onbekend = er is geen term { $naam }.
term-onbekend-doe = { $bedoeld ->
    [geen] { "" }
   *[wel] Bedoelt u { $bedoeld }?
}
functie-onbekend = er is geen functie { $naam }.
functie-onbekend-doe = { $bedoeld ->
    [geen] { "" }
   *[wel] Bedoelt u { $bedoeld }?
}
zin-zonder-variabele = { $zin } heeft geen { $naam }.
zin-zonder-variabele-doe = { $bedoeld ->
    [geen] Kijk welke feiten de aanroep geeft.
   *[wel] Bedoelt u { $bedoeld }?
}

# Een zin die niemand zegt, of die niet te zeggen is
zin-ongebruikt = niets zegt { $naam }.
zin-ongebruikt-doe = { $bedoeld ->
    [geen] Haal de zin weg.
   *[wel] Bedoelt u { $bedoeld }?
}
zin-zonder-uitleg = { $zin } zegt niet wat het is.
zin-zonder-uitleg-doe = Zeg erboven, achter een #, wat het is en wat de variabelen zijn.
zin-in-zichzelf = de zin { $naam } verwijst naar zichzelf.
uitdrukking-onbekend = een zin kent geen { $soort }.

# Een zin in een tabel of figuur doet iets met een variabele wat niet kan. $wat: wat de zin doet
weergave-anders = { $zin }: { $wat } kan hier niet.
weergave-anders-doe = Doe met de variabelen alleen wat de zin van het huis doet; die staat in weergave.ftl.

# Een keuze in een zin. $waarde, $waarden: een waarde van het oordeel, of alle
keuze-dubbel = { $zin }: heeft [{ $waarde }] twee keer.
keuze-dubbel-doe = Houd er één.
keuze-vreemd = { $zin }: [{ $waarde }] is geen waarde van de schaal { $schaal }.
keuze-vreemd-doe = De schaal { $schaal } heeft: { $waarden }.
keuze-onvolledig = { $zin }: heeft geen woorden voor { $waarden } van de schaal { $schaal }.
keuze-onvolledig-doe = Geef elk eigen woorden.
alternatief-ontbreekt = er is geen alternatief voor { $waarde }.
kiest-niet = kiest aan de hand van { $soort }.
kiest-niet-doe = Laat de analyse een oordeel vastleggen.
