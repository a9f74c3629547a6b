### Uitkomsten van beide groepen, en wat ervan te zeggen is.
### $oordeel heeft de waarden van de schaal "effect" in report45/verdicts.py: ieder een eigen regel.

# Kop boven een uitkomst die een aandeel is. $label: haar naam; $oordeel: over het effect
uitkomst-kop = { $oordeel ->
    [hoger] { $label }: vaker in de { -experiment }
    [lager] { $label }: minder vaak in de { -experiment }
    [geen_verschil] { $label }: geen aantoonbaar verschil
    [keert] { $label }: het verschil is onzeker
    [tegengesteld] { $label }: het verschil is onzeker
    [onbeslist] { $label }: het verschil is onzeker
   *[niet_te_bepalen] { $label }: het verschil is niet te bepalen
}

# Kop boven een uitkomst die een gemiddelde is. $label: haar naam; $oordeel: over het effect
gemiddelde-kop = { $oordeel ->
    [hoger] { $label }: hoger in de { -experiment }
    [lager] { $label }: lager in de { -experiment }
    [geen_verschil] { $label }: geen aantoonbaar verschil
    [keert] { $label }: het verschil is onzeker
    [tegengesteld] { $label }: het verschil is onzeker
    [onbeslist] { $label }: het verschil is onzeker
   *[niet_te_bepalen] { $label }: het verschil is niet te bepalen
}

# Wat het netto verschil bewijst. $oordeel: over het effect; $gunstig: of het effect gewenst is
netto-oordeel = { $oordeel ->
    [hoger] Dat verschil is statistisch aantoonbaar{ netto-kant }.
    [lager] Dat verschil is statistisch aantoonbaar{ netto-kant }.
    [geen_verschil] Met groepen van deze omvang is dat verschil te klein om toeval uit te sluiten.
    [keert]
        Wie er wel en niet meetelt, verandert de conclusie.
        Met de ene lezing is er een aantoonbaar verschil, met de andere niet.
    [tegengesteld]
        Wie er wel en niet meetelt, keert de conclusie om.
        Met de ene lezing is het verschil aantoonbaar in het nadeel van de { -experiment }, met de andere in haar voordeel.
    [onbeslist]
        Wie er wel en niet meetelt, bepaalt welke groep het beter doet.
        Aantoonbaar is het verschil met geen van de lezingen.
   *[niet_te_bepalen] Of er een verschil is, is niet te bepalen.
}

# Aan welke kant een duidelijk verschil ligt. $gunstig: nvt als de studie geen richting noemt
netto-kant = { $gunstig ->
    [ja] , in het voordeel van de { -experiment }
    [nee] , in het nadeel van de { -experiment }
   *[nvt] { "" }
}
