### What is wrong with sentences of the list. What to do: "-doe".
### $zin, $naam: the name of the sentence or variable; $bedoeld: what may be meant; $schaal: the scale of a judgement

# What a sentence names and is not there
zin-onbekend = there is no sentence { $naam }.
zin-onbekend-doe = { $bedoeld ->
    [geen] { "" }
   *[wel] Did you mean { $bedoeld }?
}
term-onbekend = there is no term { $naam }.
term-onbekend-doe = { $bedoeld ->
    [geen] { "" }
   *[wel] Did you mean { $bedoeld }?
}
functie-onbekend = there is no function { $naam }.
functie-onbekend-doe = { $bedoeld ->
    [geen] { "" }
   *[wel] Did you mean { $bedoeld }?
}
zin-zonder-variabele = { $zin } has no { $naam }.
zin-zonder-variabele-doe = { $bedoeld ->
    [geen] See which facts its call gives.
   *[wel] Did you mean { $bedoeld }?
}

# A sentence that nobody says, or that cannot be said
zin-ongebruikt = nothing says { $naam }.
zin-ongebruikt-doe = { $bedoeld ->
    [geen] Take it out.
   *[wel] Did you mean { $bedoeld }?
}
zin-zonder-uitleg = { $zin } does not say what it is.
zin-zonder-uitleg-doe = Say above it, behind a #, what it is and what its variables are.
zin-in-zichzelf = the sentence { $naam } refers to itself.
uitdrukking-onbekend = a sentence knows no { $soort }.

# A sentence in a table or figure does with a variable what cannot be done. $wat: what it does
weergave-anders = { $zin }: { $wat } cannot stand here.
weergave-anders-doe = Do with the variables only what the house's own sentence does; it stands in weergave.ftl.

# A choice in a sentence. $waarde, $waarden: a value of the judgement, or all
keuze-dubbel = { $zin }: has [{ $waarde }] twice.
keuze-dubbel-doe = Keep one of them.
keuze-vreemd = { $zin }: [{ $waarde }] is no value of the scale { $schaal }.
keuze-vreemd-doe = The scale { $schaal } has: { $waarden }.
keuze-onvolledig = { $zin }: has no words for { $waarden } of the scale { $schaal }.
keuze-onvolledig-doe = Give each its own.
alternatief-ontbreekt = there is no alternative for { $waarde }.
kiest-niet = chooses by { $soort }.
kiest-niet-doe = Let the analysis state a judgement.
