### Wat bij het bekijken van de gegevens opviel: voor wie de studie maakt, en in de verantwoording.
### $soort: de regel die iets zag; $bestand, $kolom: waar; $n: het aantal rijen.
### Nooit een waarde van een persoon.

# Of er iets opviel dat nog niet is verklaard. $aantal: hoeveel; $aanvaard: hoeveel wel verklaard is
gegevens-bekeken = { $aantal ->
    [0] { $aanvaard ->
        [0] Daarbij viel niets op.
       *[other] Alles wat daarbij opviel, is nagegaan.
    }
    [one] Eén ding viel op dat nog niet is nagegaan:
   *[other] { WOORDEN($aantal) } dingen vielen op die nog niet zijn nagegaan:
}

# Boven de lijst van wat is nagegaan. $aanvaard: hoeveel
gegevens-verklaard = { $aanvaard ->
    [one] Eén ding is nagegaan en laat zich verklaren:
   *[other] { WOORDEN($aanvaard) } dingen zijn nagegaan en laten zich verklaren:
}

# Waar iets opviel, in een zin
waarschuwing-waar = In { $bestand }{ waarschuwing-kolom }

# Een kolom, zo nodig. $kolom: haar naam in het bestand; tabel als het om de hele tabel gaat
waarschuwing-kolom = { $kolom ->
    [tabel] { "" }
   *[other] , kolom { $kolom }
}

# Hoeveel rijen het zijn, aan het begin van een zin. $n: het aantal
waarschuwing-rijen = { $n ->
    [0] hier
    [one] in één rij
   *[other] in { $n } rijen
}

# Een code, getoond als genoeg rijen haar delen. $getoond: of dat zo is; $code: de code
waarschuwing-code = { $getoond ->
    [ja] ‘{ $code }’
   *[nee] een code
}

# Wat met één verborgen rij is gedaan. $gedaan: wat de studie daarvan zegt
verborgen-rij = { $gedaan ->
    [skip] zij is weggelaten.
   *[read] zij is wel gelezen.
}

# Wat met verborgen rijen is gedaan. $gedaan: wat de studie daarvan zegt
verborgen-rijen = { $gedaan ->
    [skip] zij zijn weggelaten.
   *[read] zij zijn wel gelezen.
}

# Wat er opviel. $soort: de regel die het zag, zie report45/inspection
waarschuwing = { $soort ->
    [empty-column] in deze kolom staat niets.
    [empty-cells] { waarschuwing-rijen } staat niets; gevuld is { $deel }.
    [filled-cells] { waarschuwing-rijen } staat iets, terwijl de kolom bij deze code bijna altijd leeg is.
    [empty-in-group] { waarschuwing-rijen } van de ene groep staat niets: in de { -experiment } is { $experiment } gevuld, in de { -controle } { $control }.
    [empty-run] { waarschuwing-rijen } na elkaar staat niets, terwijl de kolom verder gevuld is.
    [constant-column] overal staat dezelfde waarde.
    [duplicate-rows] { $n ->
        [one] één rij is gelijk aan een eerdere rij, in iedere kolom.
       *[other] { $n } van de { $aantal } rijen zijn gelijk aan een eerdere rij, in iedere kolom.
    }
    [same-event] { waarschuwing-rijen } staat van iemand dezelfde soort op dezelfde dag, met iets anders erachter.
    [same-person] { waarschuwing-rijen } staat iemand die in alles behalve het nummer gelijk is aan een ander.
    [client-form] { waarschuwing-rijen } heeft het nummer een andere lengte of vorm dan alle andere.
    [client-alike] { waarschuwing-rijen } staat een nummer dat alleen in hoofdletters of leestekens van een ander verschilt.
    [cut-off] de tabel houdt op lang voordat alle { -personen } zijn geweest: { $na } volgen er niet meer.
    [null-word] { waarschuwing-rijen } staat een woord voor ‘niets’, dat als een waarde meetelt.
    [damaged-text] { waarschuwing-rijen } staan tekens die in geen tekst horen, of letters die verkeerd gelezen zijn.
    [lost-letter] { waarschuwing-rijen } staat een vraagteken midden in een woord.
    [mixed-alphabets] { waarschuwing-rijen } staan letters van twee alfabetten in één woord.
    [spelling] { waarschuwing-rijen } staat { waarschuwing-code } anders geschreven dan in { $aantal } andere: hoofdletters, spaties of accenten verschillen.
    [nearly-quoted] { waarschuwing-rijen } staat { waarschuwing-code } en niet ‘{ $lijkt }’, dat wel meetelt.
    [impossible-number] { waarschuwing-rijen } staat een getal dat in deze eenheid niet kan.
    [sentinel-number] { waarschuwing-rijen } staat een getal dat ‘onbekend’ lijkt te betekenen, zoals 999 of −9.
    [below-zero] { waarschuwing-rijen } staat een getal onder nul.
    [far-number] { waarschuwing-rijen } staat een getal dat minstens vijf keer zo groot of zo klein is als alle andere.
    [two-magnitudes] de getallen vallen uiteen in twee groepen, de ene tien keer zo groot als de andere.
    [number-style] { waarschuwing-rijen } is het getal anders geschreven dan in de meeste: met of zonder punten, of met een ander aantal decimalen.
    [invented-date] { waarschuwing-rijen } staat een datum die ‘onbekend’ of ‘altijd’ betekent, zoals 1 januari 1900.
    [far-date] { waarschuwing-rijen } ligt de datum meer dan tien jaar van alle andere.
    [repeated-date] { waarschuwing-rijen } staat { $dag }, vaker dan enige andere dag.
    [new-years-day] { waarschuwing-rijen } staat een 1 januari: vaak is dan alleen het jaar bekend.
    [day-of-month] alle datums vallen op dezelfde dag van de maand: mogelijk is alleen de maand bekend.
    [day-and-month] geen datum heeft een dag boven de twaalf: mogelijk zijn dag en maand verwisseld.
    [weekend] { waarschuwing-rijen } valt de datum in een weekend, bijna alle andere op een werkdag.
    [before-study] { waarschuwing-rijen } ligt de datum vóór { $dag }, dus vóór het onderzoek.
    [after-study] { waarschuwing-rijen } ligt de datum na { $dag }, dus na het onderzoek.
    [stops-early] na { $dag } volgt geen rij meer, lang voor het einde van het onderzoek.
    [starts-late] vóór { $dag } staat geen rij, lang na het begin van het onderzoek.
    [accepted-nothing] ‘{ $naam }’ is verklaard, maar komt niet voor; wat het meest lijkt: { $lijkt }.
    [hole] tussen { $dag } en { $tot } staat geen enkele rij.
    [impossible-age] { waarschuwing-rijen } is iemand ouder dan 120 jaar.
    [wrong-digit] { waarschuwing-rijen } past de groep niet bij het laatste cijfer.
    [criterion-not-met] { waarschuwing-rijen } is iemand geselecteerd zonder te voldoen aan: { $label }.
    [criterion-unknown] { waarschuwing-rijen } is iemand geselecteerd van wie niet bekend is of dit klopt: { $label }.
    [criteria-met] { waarschuwing-rijen } is iemand niet geselecteerd, hoewel aan alle voorwaarden is voldaan.
    [benefit-before-birth] { waarschuwing-rijen } ligt het begin van { -lidwoord_uitkering } { -uitkering } vóór de geboorte.
    [benefit-before-adult] { waarschuwing-rijen } ligt het begin van { -lidwoord_uitkering } { -uitkering } vóór de achttiende verjaardag.
    [before-birth] { waarschuwing-rijen } ligt de datum vóór de geboorte.
    [after-death] { waarschuwing-rijen } gebeurt iets na iemands overlijden.
    [of-not-selected] { waarschuwing-rijen } gaat het om iemand die niet is geselecteerd.
    [of-control-client] { waarschuwing-rijen } gaat het om iemand uit de { -controle } zonder intake.
    [without-intake] { waarschuwing-rijen } gaat het om iemand zonder intake.
    [of-non-participant] { waarschuwing-rijen } gaat het om iemand die volgens het verloop niet deelnam.
    [before-intake] { waarschuwing-rijen } ligt de datum vóór de intake.
    [after-departure] { waarschuwing-rijen } ligt de datum na het einde van het traject.
    [income-after-ending] { waarschuwing-rijen } staat inkomen na het einde van { -lidwoord_uitkering } { -uitkering }.
    [work-without-ending] { waarschuwing-rijen } staat werk in plaats van { -uitkering }, maar geen einde van { -lidwoord_uitkering } { -uitkering }.
    [overlapping-work] { waarschuwing-rijen } begint werk terwijl iemands vorige periode daarvan nog liep.
    [work-before-intake] { waarschuwing-rijen } begint het werk vóór de intake.
    [route-missing] { waarschuwing-rijen } staat niet hoe het verliep met iemand uit de { -experiment }.
    [route-of-control-client] { waarschuwing-rijen } heeft iemand uit de { -controle } een verloop.
    [assessed-without-intake] { waarschuwing-rijen } is iemand onderzocht zonder intake.
    [managed-without-intake] { waarschuwing-rijen } heeft iemand zonder intake een begeleider.
    [without-support] { waarschuwing-rijen } staat in { $tabel } niets dat dit verloop ondersteunt; bij anderen met dit verloop wel.
    [against-route] { waarschuwing-rijen } staat in { $tabel } iets dat bij anderen met dit verloop niet voorkomt.
    [out-of-order] { waarschuwing-rijen } valt de intake buiten de volgorde waarin is opgeroepen.
    [ending-before-benefit] { waarschuwing-rijen } ligt het einde van { -lidwoord_uitkering } { -uitkering } vóór het begin.
    [above-maximum] { waarschuwing-rijen } staat een bedrag van iemand die meer dan { $maximum } kreeg ({ $label }).
    [client-without-outcome] { waarschuwing-rijen } staat iemand zonder rij in de tabel van uitkomsten: geregistreerd is { $experiment } in de { -experiment } en { $control } in de { -controle }.
    [group-without-rows] geen enkele rij gaat over de { $groep ->
        [experiment] { -experiment }
       *[control] { -controle }
    }, waarvan hier uitkomsten worden geteld.
    [unknown-case] { waarschuwing-rijen } hoort het citaat bij een verhaal dat er niet is.
    [case-number] casus { $casus } is er een meer dan beloofd.
    [case-age] casus { $casus } heeft een leeftijd die niemand in het onderzoek kan hebben.
    [case-months] casus { $casus } zou langer in het traject zijn geweest dan het onderzoek duurde.
    [three-digits] { $gelezen ->
        [decimaalteken] achter iedere ‘{ $teken }’ staan drie cijfers; dat teken is gelezen als decimaalteken. Klopt dat niet, zet dan decimal = "{ $ander }" in study.toml.
       *[duizendtal] achter iedere ‘{ $teken }’ staan drie cijfers; dat teken is gelezen als scheiding van duizendtallen. Klopt dat niet, zet dan decimal = "{ $ander }" in study.toml.
    }
    [hidden-rows] { $n ->
        [one] één rij is in Excel verborgen, door een filter of met de hand; { verborgen-rij }
       *[other] { $n } rijen zijn in Excel verborgen, door een filter of met de hand; { verborgen-rijen }
    }
    [hidden-column] deze kolom is in Excel verborgen; zij is wel gelezen.
   *[hidden-sheet] het blad ‘{ $blad }’ is in Excel verborgen; het is wel gelezen.
}
