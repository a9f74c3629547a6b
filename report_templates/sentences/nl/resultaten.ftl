### Uitkomsten van beide groepen en wat ervan te zeggen is. $oordeel heeft de waarden van de schaal
### "effect" (report45.verdicts), die elk een eigen alternatief hebben.

# Kop boven een uitkomst. $label: naam van de uitkomst; $oordeel: oordeel over het effect
uitkomst-kop = { $oordeel ->
    [hoger] { $label }: vaker in de { -experiment }
    [lager] { $label }: minder vaak in de { -experiment }
    [geen_verschil] { $label }: geen aantoonbaar verschil
    [keert] { $label }: het verschil is onzeker
    [tegengesteld] { $label }: het verschil is onzeker
    [onbeslist] { $label }: het verschil is onzeker
   *[niet_te_bepalen] { $label }: het verschil is niet te bepalen
}
