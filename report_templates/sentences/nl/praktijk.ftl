### De uitvoering in de praktijk: gesprekken, instrumenten, casussen en pijlers.

# Kop boven de gesprekken. $plan: hoe vaak er gesproken is, naast het plan
contacten-kop = { $plan ->
    [minder] Minder gesprekken dan gepland
    [gelijk] Zoveel gesprekken als gepland
    [meer] Meer gesprekken dan gepland
   *[nvt] Hoe vaak zij elkaar spraken
}

# Hoe vaak er gesproken is, naast het plan
contacten-plan = { $plan ->
    [minder] Volgens het plan zouden { -persoon } en { -begeleider } elkaar { $gepland_per_maand } keer per maand spreken; dat werd minder, gemiddeld { $per_maand } keer.
    [gelijk] Volgens het plan zouden { -persoon } en { -begeleider } elkaar { $gepland_per_maand } keer per maand spreken, en dat deden zij.
    [meer] Volgens het plan zouden { -persoon } en { -begeleider } elkaar { $gepland_per_maand } keer per maand spreken; dat werd meer, gemiddeld { $per_maand } keer.
   *[nvt] { -persoon } en { -begeleider } spraken elkaar gemiddeld { $per_maand } keer per maand.
}

# Met welk deel van de deelnemers zo vaak is gesproken als gepland
contacten-gehaald = Met { BREUK($gehaald, "deelnemers") } is gemiddeld zo vaak gesproken als gepland.

# Hoe vaak zij elkaar spraken na de start van een instrument. $rond_instrument: vergeleken met de rest van de tijd
contacten-instrument = { $rond_instrument ->
    [meer]
        In de { WOORDEN($instrument_maanden) } maanden nadat een instrument begon, spraken zij elkaar vaker dan anders.
        Gemiddeld was het dan { $met_instrument } keer per maand, en in de rest van de tijd { $zonder_instrument } keer.
    [minder]
        In de { WOORDEN($instrument_maanden) } maanden nadat een instrument begon, spraken zij elkaar minder vaak dan anders.
        Gemiddeld was het dan { $met_instrument } keer per maand, en in de rest van de tijd { $zonder_instrument } keer.
    [gelijk] In de { WOORDEN($instrument_maanden) } maanden nadat een instrument begon, spraken zij elkaar even vaak als in de rest van de tijd.
   *[nvt] { "" }
}

# Hoeveel andere contacten er waren, zoals mail en telefoon
contacten-andere = { $andere ->
    [0] { "" }
   *[other] Tussendoor was er gemiddeld { $andere_per_maand } keer per maand contact op een andere manier.
}

# Hoeveel deelnemers een instrument gebruikten. $gebruik: welk deel
instrumenten-gebruik = { $gebruik ->
    [niemand] Voor geen enkele deelnemer is er een gebruikt.
    [minderheid] { BREUK($een_of_meer, "deelnemers", "gebruikte", "gebruikten") } één of meer instrumenten.
    [helft] { BREUK($een_of_meer, "deelnemers", "gebruikte", "gebruikten") } één of meer instrumenten.
    [meerderheid] { BREUK($een_of_meer, "deelnemers", "gebruikte", "gebruikten") } één of meer instrumenten.
    [iedereen] Alle deelnemers gebruikten één of meer instrumenten.
   *[onbekend] Van deelnemers zijn geen instrumenten vastgelegd.
}

# Voor hoeveel deelnemers één instrument is gebruikt
instrument-deelnemers = { $van_deelnemers-count ->
    [0] Dit instrument is voor geen enkele deelnemer gebruikt.
    [one] Eén deelnemer gebruikte dit instrument.
   *[other] { WOORDEN($van_deelnemers-count) } deelnemers gebruikten dit instrument, { $van_deelnemers } van alle deelnemers.
}

# Wat het instrument voor de deelnemers kostte. $bedrag_volledigheid: van hoeveel van hen het bedrag bekend is
instrument-bedrag = { $bedrag_volledigheid ->
    [volledig] { instrument-kosten }
    [deels]
        Van { AANTAL($bedrag_klanten, -persoon, -personen) } is bekend wat het kostte.
        { instrument-kosten }
   *[niets] { "" }
}

# Wat het instrument kostte, samen en gemiddeld
instrument-kosten = { $bedrag_klanten ->
    [one] Het kostte { AFGEROND_EURO($bedrag) }.
   *[other] In totaal kostte het { AFGEROND_EURO($bedrag) }, gemiddeld { $bedrag_gemiddeld } per { -persoon }.
}

# Hoeveel er ten hoogste beschikbaar is, en of dat is overschreden
instrument-maximum = { $boven_maximum ->
    [0] Per { -persoon } is ten hoogste { $maximum } beschikbaar.
   *[other] Per { -persoon } is ten hoogste { $maximum } beschikbaar; bij { AANTAL($boven_maximum, -persoon, -personen) } is meer uitgegeven.
}

# Of begeleiders van elkaar verschillen in het gebruik van instrumenten. $klantmanager-verschil: zoals gedrukt
instrumenten-begeleiders = { $klantmanager-verschil ->
    [gelijk] De cijfers laten tussen { -begeleiders } geen verschil zien: bij ieder van hen gebruikte { $klantmanager-laagste } van de deelnemers één of meer instrumenten.
    [minder] { "" }
    [nvt] { "" }
   *[meer]
        De cijfers laten verschillen zien: bij de ene { -begeleider } gebruikte { $klantmanager-laagste } van de deelnemers één of meer instrumenten, bij de andere { $klantmanager-hoogste }.
        Het gaat per { -begeleider } om weinig deelnemers, dus toeval kan een deel van dat verschil verklaren.
}

# Hoeveel verhalen er staan. $uitgewerkt en $kort: uitgebreid en in het kort verteld
casussen-aantal = In dit hoofdstuk beschrijven we { AANTAL($verteld, -persoon, -personen) }.

# Kop boven de verhalen in het kort. $uitgewerkt: hoeveel er uitgebreid zijn verteld
casussen-kort-kop = { $uitgewerkt ->
    [0] De { -personen } in het kort
   *[other] De andere { -personen } in het kort
}

# Of er zoveel verhalen staan als afgesproken
casussen-afspraak = { $afspraak ->
    [minder] Dat zijn er minder dan de { WOORDEN($beloofd) } die vooraf waren afgesproken.
    [precies] { "" }
    [meer] Dat zijn er meer dan de { WOORDEN($beloofd) } die vooraf waren afgesproken.
   *[geen] { "" }
}

# Hoeveel pijlers zijn uitgevoerd zoals gepland. $uitgevoerd: welk deel
pijlers = { $uitgevoerd ->
    [niemand] Geen enkele pijler is uitgevoerd zoals gepland.
    [minderheid] { pijlers-aantal }
    [helft] { pijlers-aantal }
    [meerderheid] { pijlers-aantal }
    [iedereen] Alle pijlers zijn uitgevoerd zoals gepland.
   *[onbekend] { "" }
}

# Hoeveel pijlers helemaal zijn uitgevoerd zoals gepland, als dat er niet geen en niet alle zijn
pijlers-aantal =
    Van de { AANTAL($aantal, "pijler", "pijlers") } { WERKWOORD($ja, "is", "zijn") } er { WOORDEN($ja) } uitgevoerd zoals gepland.
    { pijlers-grotendeels }
    { pijlers-deels }
    { pijlers-niet }

# Hoeveel pijlers grotendeels zijn uitgevoerd zoals gepland
pijlers-grotendeels = { $grotendeels ->
    [0] { "" }
   *[other] Bij { WOORDEN($grotendeels) } lukte dat grotendeels.
}

# Hoeveel pijlers deels zijn uitgevoerd zoals gepland
pijlers-deels = { $deels ->
    [0] { "" }
   *[other] Bij { WOORDEN($deels) } lukte dat deels.
}

# Hoeveel pijlers niet zijn uitgevoerd zoals gepland
pijlers-niet = { $nee ->
    [0] { "" }
   *[other] Bij { WOORDEN($nee) } lukte dat niet.
}
