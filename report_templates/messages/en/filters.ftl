### What is wrong with what a filter is given. What to do: "-doe".

# A filter that is given something else than it takes. $gewild: what it takes; $gegeven: what is there
filter-neemt = the filter { $filter } takes { $gewild }, not { $gegeven }.
getal-afgeschermd = this number is suppressed, because it could lead to a person.
getal-afgeschermd-doe = Leave it out, or quote a total that may be shown.

# What a filter takes. $eenheid: that of the first of two
een-aandeel = a share
een-hoeveelheid = a count, a whole number or a measure
een-toets = a test
een-rij = a row of texts or facts
feit-of-tekst = a fact or text
een-datum = a date
een-bedrag = an amount of money
een-getal = a count, share, number, mean or amount of money
aandeel-of-procenten = a share or a number in percents
getal-in-punten = a number or an interval in percentage points
aantal-jaren = a number or mean in years that is not negative
twee-gelijke = two alike: beside the first, one { $eenheid ->
    [geen] without a unit
   *[wel] in { $eenheid }
}

# What it was given. $soort: the kind of fact, or the type of value
een-feit = a fact of kind { $soort }
tekst-zelf = text
los-getal = a plain number
andere-waarde = a value of type { $soort }
