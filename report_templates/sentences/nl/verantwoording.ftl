### De bijlage: hoe er is gerekend en wat de controles vonden.

# Een uitkomst van alleen wie deelnam: punt in een lijst. $experiment, $control_laag en $control_hoog: aandelen
deelnemers-uitkomst =
    { $label }: { BEREIK($experiment, $experiment_hoog) } van { AANTAL($n-experiment, "deelnemer", "deelnemers") }.
    Bij wie in de { -controle } niet deelnam ({ AANTAL($n-control, -persoon, -personen) }) is het { BEREIK($control_laag, $control_hoog) }.
    Het verschil is { $bereik }.

# Met welke toets verdelingen zijn vergeleken; alleen als die toets is gebruikt
gerekend-chi2 = { $gebruikt-chi2 ->
    [0] { "" }
   *[other] Verschillen tussen verdelingen zijn getoetst met de chikwadraattoets zonder correctie.
}

# Hoeveel kenmerken exact zijn getoetst
gerekend-exact = { $gebruikt-exact ->
    [0] { "" }
    [one] Bij één kenmerk waren de verwachte aantallen daarvoor te klein; dat is exact getoetst.
   *[other] Bij { WOORDEN($gebruikt-exact) } kenmerken waren de verwachte aantallen daarvoor te klein; die zijn exact getoetst.
}

# Hoeveel kenmerken met kleine verwachte aantallen toch bij benadering zijn getoetst
gerekend-benaderd = { $gebruikt-benaderd ->
    [0] { "" }
    [one] Bij één kenmerk is de toets een benadering, omdat een verwacht aantal klein is.
   *[other] Bij { WOORDEN($gebruikt-benaderd) } kenmerken is de toets een benadering, omdat een verwacht aantal klein is.
}

# Met welke toets gemiddelden van kenmerken zijn vergeleken
gerekend-welch = { $gebruikt-welch ->
    [0] { "" }
   *[other] Gemiddelden zijn vergeleken met de toets van Welch.
}

# Hoe alle kenmerken samen zijn getoetst. $oordeel: of toeval alle verschillen samen kan verklaren
gerekend-geheel = { $oordeel ->
    [toeval] Alle kenmerken samen zijn getoetst volgens Hansen en Bowers (2008).
    [meer_dan_toeval] Alle kenmerken samen zijn getoetst volgens Hansen en Bowers (2008).
   *[niet_te_bepalen] { "" }
}
