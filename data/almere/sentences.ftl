### Zinnen die alleen over Almere gaan.

# Hoeveel klanten naar Team Zorg gingen, bij de routes van de experimentgroep
team-zorg = { $team_zorg-count ->
    [0] { "" }
    [one] Voor één klant bleek werk binnen een jaar niet haalbaar; Team Zorg nam de begeleiding over.
   *[other] Voor { WOORDEN($team_zorg-count) } klanten bleek werk binnen een jaar niet haalbaar; Team Zorg nam de begeleiding over.
}

# Wat van de klanten van Team Zorg was verwacht. $uitkomst_team_zorg-aangenomen: het aandeel met werk waarop was gerekend
team-zorg-verwacht = { $team_zorg-count ->
    [0] { "" }
   *[other]
        { TIENTALLEN($team_zorg) } van de { -experiment } is doorverwezen naar Team Zorg.
        Vooraf was aangenomen dat ook van hen { $uitkomst_team_zorg-aangenomen } werk zou vinden.
        { team-zorg-werk }
}

# Hoeveel van de klanten van Team Zorg werk vonden
team-zorg-werk = { $uitkomst_team_zorg-gerealiseerd-count ->
    [0] Niemand van hen vond werk.
   *[other] Van hen vond { $uitkomst_team_zorg-gerealiseerd } werk.
}

# Hoeveel van de controlegroep de uitkering verliet voor werk. $control_zekerheid: of dat vaststaat
volledig-controle = { $control_zekerheid ->
    [zeker] Van de { -controle } { VOEG_IN($zin, $control_laag) }.
    [zonder_gevolg] Van de { -controle } { VOEG_IN($zin, $control_laag) }.
    [onzeker]
        Uit de administratie is niet precies op te maken wie uit de { -controle } de uitkering verliet voor betaald werk.
        Het aandeel is { BEREIK($control_laag, $control_hoog) }.
   *[onbekend] Van niemand uit de { -controle } is bekend of hij de uitkering verliet voor betaald werk.
}

# Hoeveel klanten zijn geactiveerd
geactiveerd = { $activering-count ->
    [0] Niemand uit de { -experiment } is verder geactiveerd.
   *[other]
        Van de { -experiment } is verder { $activering } geactiveerd.
        Daarmee bedoelen we dat iemand door de aanpak begon met bijvoorbeeld vrijwilligerswerk, een opleiding of een werkervaringsplek.
        { stappen-aandeel }
}
