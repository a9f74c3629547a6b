### Wat de controles vonden: de bijlage noemt iedere bevinding bij haar code.
### De feiten staan onder verantwoording.controle.<code>.<onderwerp>; iedere controle zegt welke.

# Hoeveel de controles vonden. $aantal: bevindingen
controles = { $aantal ->
    [0] Daarbij is niets gevonden.
   *[other] Dat leverde { AANTAL($aantal, "bevinding", "bevindingen") } op.
}

# Of uitkomsten zijn gecontroleerd. $uitkomsten: hoeveel er zijn
controle-uitkomsten = { $uitkomsten ->
    [0] { "" }
    [one] Ook is nagegaan of de uitkomst in beide groepen met dezelfde maat is gemeten.
   *[other] Ook is nagegaan of de uitkomsten in beide groepen met dezelfde maat zijn gemeten.
}

# Of eerdere uitspraken zijn gecontroleerd. $uitspraken: hoeveel er zijn
controle-uitspraken = { $uitspraken ->
    [0] { "" }
    [one] Eén eerdere uitspraak is met de gegevens vergeleken.
   *[other] { HOOFDLETTER(WOORDEN($uitspraken)) } eerdere uitspraken zijn met de gegevens vergeleken.
}

# Naam van een groep midden in een zin. $groep: experiment of control
groep = { $groep ->
    [experiment] { -experiment }
   *[control] { -controle }
}

# Deel van de groep dat anders uitkwam. $label: welk deel; $aangenomen, $gerealiseerd: aandelen
bevinding-aanname = { $label }: verondersteld was { $aangenomen } van de groep, het werd { $gerealiseerd }.

# Percentages die niet op 100 uitkomen. $label: kenmerk; $som: per groep
bevinding-afronding =
    { $label }: de afgeronde percentages tellen op tot { $som-experiment } ({ -experiment }), { $som-control } ({ -controle }) en { $som-totaal } (totaal).
    Dat komt alleen door afronding.

# Wie al geen uitkering meer had. $aantal: van hen; $werk: van wie door werk
bevinding-beeindigd_voor_deelname =
    { HOOFDLETTER(AANTAL($aantal, -persoon, -personen)) } uit de { -experiment } { WERKWOORD($aantal, "had", "hadden") } al geen { -uitkering } meer zonder te hebben deelgenomen{ bevinding-door-werk }.
    In de { -experiment } telt uitstroom naar { -doel } dan niet als uitkomst, in de { -controle } wel.

# Hoevelen door werk geen uitkering meer hadden. $werk: aantal
bevinding-door-werk = { $werk ->
    [0] { "" }
   *[other] { "" }; { bevinding-van-hen } door { -doel }
}

# Bij wie van hen dat zo was. $aantal: van hoeveel mensen
bevinding-van-hen = { $aantal ->
    [one] dat was
   *[other] bij { WOORDEN($werk) } van hen was dat
}

# Een eerdere publicatie zegt iets anders. $waar, $zegt, $gedrukt: wat zij zegt; $gevonden: het feit
bevinding-bewering =
    { HOOFDLETTER($waar) } zegt: ‘{ $zegt }’
    Gedrukt staat { $gedrukt }; uit de gegevens volgt { $gevonden }.

# Een eerdere publicatie noemt iets wat niet te toetsen is. $waar, $zegt: wat zij zegt; $feit: pad
bevinding-bewering_onbekend =
    { HOOFDLETTER($waar) } zegt: ‘{ $zegt }’
    Dat is niet te toetsen: een getal bij { $feit } is er niet.

# Bedragen boven het maximum van een instrument. $label: instrument; $maximum, $hoogste: bedragen
bevinding-boven_maximum = { $label }: bij { AANTAL($aantal, -persoon, -personen) } ligt het bedrag boven het maximum van { $maximum }; het hoogste is { $hoogste }.

# Rijen van buiten het onderzoek. $tabel: waarin; $van, $tot: het onderzoek; $ervoor, $erna: rijen
bevinding-buiten_periode =
    In { bron-tabel } { WERKWOORD($aantal, "valt", "vallen") } { AANTAL($aantal, "regel", "regels") } buiten de periode van het onderzoek, { $van } tot en met { $tot }: { WOORDEN($ervoor) } ervoor en { WOORDEN($erna) } erna.
    Die tellen niet mee.

# Waar iets uit is geteld. $tabel: naam van een tabel
bron-tabel = { $tabel ->
    [work_income] de registratie van werk en inkomsten
    [benefit_endings] de registratie van beëindigingen
    [outcomes] de tabel met uitkomsten
    [instruments] de ingezette instrumenten
    [contacts] de contacten
   *[andere] een andere tabel
}

# Minder verhalen dan beloofd. $beloofd, $verteld: aantallen
bevinding-casussen = Beloofd { WERKWOORD($beloofd, "is", "zijn") } { AANTAL($beloofd, "casus", "casussen") }, verteld { $verteld ->
    [0] geen
   *[other] { WOORDEN($verteld) }
}.

# De conclusie hangt af van wie meetelt. $laag, $hoog: het verschil; $oordeel: over het effect
bevinding-conclusie_keert =
    { $label }: het verschil ligt tussen { $laag } en { $hoog }.
    { bevinding-conclusie }

# Wat de lezingen van een verschil zeggen. $oordeel: over het effect
bevinding-conclusie = { $oordeel ->
    [keert] In de ene lezing is het aantoonbaar, in de andere niet.
    [tegengesteld] In beide uiterste lezingen is het aantoonbaar, in tegengestelde richting.
    [onbeslist] Welke groep voor ligt, hangt af van wie er meetelt.
    [hoger] In iedere lezing ligt de { -experiment } aantoonbaar hoger.
    [lager] In iedere lezing ligt de { -experiment } aantoonbaar lager.
    [geen_verschil] In geen lezing is het aantoonbaar.
   *[niet_te_bepalen] Of het aantoonbaar is, is niet te bepalen.
}

# De steekproef is eenzijdig berekend. $alfa: haar grens
bevinding-eenzijdig = De steekproef is berekend voor een eenzijdige toets met een alfa van { $alfa }; de toetsen op de kenmerken zijn tweezijdig.

# Twee kenmerken met dezelfde percentages. $eerste, $tweede: hun namen; $zelfde_aantallen: ja of nee
bevinding-gelijke_percentages =
    ‘{ $eerste }’ en ‘{ $tweede }’ hebben dezelfde afgeronde percentages.
    { bevinding-gelijke-aantallen }

# Of ook de aantallen gelijk zijn. $zelfde_aantallen: ja of nee
bevinding-gelijke-aantallen = { $zelfde_aantallen ->
    [ja] Ook de aantallen zijn gelijk.
   *[nee] De aantallen verschillen wel; het is geen kopieerfout.
}

# Een instrument is ook voor de controlegroep gebruikt. $label: welk; $bedrag: voor hoeveel geld
bevinding-instrument_control =
    { $label } is ook gebruikt voor { AANTAL($aantal, -persoon, -personen) } uit de { -controle }{ bevinding-bedrag }.
    Dat telt niet mee bij de deelnemers.

# Een instrument is ook gebruikt voor wie niet deelnam. $label: welk; $bedrag: voor hoeveel geld
bevinding-instrument_uit =
    { $label } is ook gebruikt voor { AANTAL($aantal, -persoon, -personen) } uit de { -experiment } die niet { WERKWOORD($aantal, "deelnam", "deelnamen") }{ bevinding-bedrag }.
    Dat telt niet mee bij de deelnemers.

# Voor hoeveel geld. $heeft_bedrag: ja of nee; $bedrag: het bedrag
bevinding-bedrag = { $heeft_bedrag ->
    [ja] , voor { $bedrag }
   *[nee] { "" }
}

# De naam van een klasse noemt een getal dat er niet in ligt. $label: de naam
bevinding-klasse_label = De naam van de klasse ‘{ $label }’ past niet bij haar grenzen.

# Niet iedereen is even lang gevolgd. $kortste, $langste: maanden tussen intake en einde
bevinding-looptijd = Niet iedereen is even lang gevolgd: tussen intake en einde lag { BEREIK($kortste, $langste) }.

# Een kenmerk is op een andere dag gemeten dan de voorwaarde. $laagste, $hoogste: in de tabellen
bevinding-meetdata =
    { $label } is voor de selectie gemeten op { $criterium_dag } en in de tabellen op { $kenmerk_dag }.
    In de tabellen is dat { BEREIK($laagste, $hoogste) }.

# Bij wie de uitkomst niet zeker is. $label: uitkomst; $groep: experiment of control
bevinding-mogelijk = { $label }, { groep }: zeker is { $laag }; met wie mogelijk meetelt { $hoog }.

# Niet van iedereen is een kenmerk geregistreerd. $categorie: de grootste; $op_alle: haar aandeel
bevinding-noemer =
    { $label }: geregistreerd bij { $geregistreerd-experiment } van de { $alle-experiment } { -personen } in de { -experiment } en bij { $geregistreerd-control } van de { $alle-control } in de { -controle }.
    { bevinding-noemer-uit }

# Wat de noemer uitmaakt. $in_klassen: of er iemand in een categorie is geregistreerd
bevinding-noemer-uit = { $in_klassen ->
    [ja] De noemer maakt uit: in de categorie ‘{ $categorie }’ valt { $op_alle } van alle { -personen }, en { $op_geregistreerd } van wie geregistreerd is.
   *[nee] { "" }
}

# De groepen zijn uit verschillende tabellen geteld. $eigen: aandeel in de eigen tabel
bevinding-ongelijke_bron =
    { $label }: de groepen zijn niet met dezelfde bron gemeten.
    De { -experiment } komt uit { bron-experiment }, de { -controle } uit { bron-controle }.
    { bevinding-andere-bron }

# Wat de bron van de andere groep had gegeven. $over_te_doen: of dat te zeggen is
bevinding-andere-bron = { $over_te_doen ->
    [ja] In haar eigen bron komt de { -experiment } op { $eigen }, gemeten zoals de { -controle } op { BEREIK($als_control_laag, $als_control_hoog) }.
   *[nee] { "" }
}

# Waar de experimentgroep uit is geteld. $experiment_tabel: naam van een tabel, of meer
bron-experiment = { $experiment_tabel ->
    [work_income] de registratie van werk en inkomsten
    [benefit_endings] de registratie van beëindigingen
    [outcomes] de tabel met uitkomsten
   *[meer] meer dan één registratie
}

# Waar de controlegroep uit is geteld. $control_tabel: naam van een tabel, of meer
bron-controle = { $control_tabel ->
    [work_income] de registratie van werk en inkomsten
    [benefit_endings] de registratie van beëindigingen
    [outcomes] de tabel met uitkomsten
   *[meer] meer dan één registratie
}

# Een uitkomst die in één groep ruimer is. $ruim-label, $eng-label: de twee uitkomsten
bevinding-ongelijke_maat =
    ‘{ $ruim-label }’ omvat ‘{ $eng-label }’ in de { -experiment } wel en in de { -controle } niet.
    De groepen zijn zo niet te vergelijken.

# Intakes van voor een dag. $aantal: hoeveel; $dag, $eerste: dagen
bevinding-oproep_te_vroeg = { HOOFDLETTER(AANTAL($aantal, -persoon, -personen)) } { WERKWOORD($aantal, "had", "hadden") } de intake vóór { $dag }, { WERKWOORD($aantal, "op", "de eerste op") } { $eerste }.

# Wie in de controlegroep toch deelnam. $met, $zonder: grootte van die groep
bevinding-overstappers = { HOOFDLETTER(AANTAL($aantal, -persoon, -personen)) } uit de { -controle } { WERKWOORD($aantal, "heeft", "hebben") } toch deelgenomen en { WERKWOORD($aantal, "telt", "tellen") } mee in de { $met }; zonder overstappers telt de groep er { $zonder }.

# Redenen van beëindiging die niet optellen. $groep: experiment of control; $met_reden: hoeveel
bevinding-redenen = { $met_reden ->
    [0] Bij { AANTAL($beeindigd, -persoon, -personen) } in de { groep } is het einde van { -lidwoord_uitkering } { -uitkering } vastgelegd, zonder dat ergens een reden staat.
   *[other]
        Bij { AANTAL($beeindigd, -persoon, -personen) } in de { groep } is het einde van { -lidwoord_uitkering } { -uitkering } vastgelegd, maar de genoemde redenen tellen op tot { $met_reden }: { $werk } keer { -doel }, { $mogelijk_werk } keer mogelijk { -doel } en { $geen_werk } keer geen { -doel }.
        Bij { AANTAL($zonder_reden, -persoon, -personen) } staat geen reden.
}

# Van wie niet bekend is wat er gebeurde. $aantal van $toegewezen
bevinding-route_ontbreekt = Van { AANTAL($aantal, -persoon, -personen) } van de { $toegewezen } in de { -experiment } is niet bekend wat er is gebeurd.

# Verloop en uitkomst spreken elkaar tegen. $label: de uitkomst; $route, $uitkomst: hoeveel ieder telt
bevinding-route_tegen_uitkomst =
    ‘{ $label }’ geldt volgens het verloop voor { AANTAL($route, -persoon, -personen) }, volgens de uitkomst voor { $uitkomst }.
    Alleen in het verloop: { $alleen_route }; alleen in de uitkomst: { $alleen_uitkomst }.

# Een uitkomst die een andere omvat. $ruim, $eng: de twee, met hun aandeel in de experimentgroep
bevinding-ruimere_uitkomst =
    ‘{ $ruim-label }’ is ruimer dan ‘{ $eng-label }’: { $ruim-experiment } en { $eng-experiment } in de { -experiment }.
    Wie groepen vergelijkt, moet voor beide dezelfde maat nemen.

# Selectie tegen de voorwaarden in. $meegenomen_onterecht, $meegenomen_onbekend, $afgevallen_onterecht: aantallen
bevinding-selectie =
    Geselecteerd zonder aan alle voorwaarden te voldoen: { $meegenomen_onterecht }.
    { selectie-onbekend }
    Niet geselecteerd hoewel aan alle voorwaarden is voldaan: { $afgevallen_onterecht }.

# Selectie zonder dat iets vaststaat. $meegenomen_onbekend: een aantal
selectie-onbekend = { $meegenomen_onbekend ->
    [0] { "" }
   *[other] Geselecteerd zonder dat bekend is of aan alle voorwaarden is voldaan: { $meegenomen_onbekend }.
}

# De taakstelling is een andere dan waarmee is gerekend. $taakstelling, $gerekend: aandelen
bevinding-taakstelling = De taakstelling is { $taakstelling }, maar er is met { $gerekend } gerekend.

# Minder mensen gepland dan nodig. $nodig: per methode
bevinding-te_klein_gepland = De geplande { $gepland } { -personen } per groep zijn te weinig voor een vermogen van { $vermogen }: nodig waren er { $nodig_heel-boogsinus } (boogsinus), { $nodig_heel-ongepoold } (ongepoold) of { $nodig_heel-gepoold } (gepoold).

# Groep en laatste cijfer passen niet bij elkaar. $afwijkend: per groep
bevinding-toewijzing = Bij { AANTAL($afwijkend-totaal, -persoon, -personen) } past de groep niet bij het laatste cijfer.

# Van wie de uitkomst niet bekend is. $ontbreekt, $toegewezen: per groep
bevinding-uitkomst_onbekend = { $label }: niet bekend van { $ontbreekt-experiment } van de { $toegewezen-experiment } { -personen } in de { -experiment } en van { $ontbreekt-control } van de { $toegewezen-control } in de { -controle }.

# Twee redenen die op elkaar lijken. $eerste kan werk betekenen, $tweede niet
bevinding-verwante_redenen =
    De redenen ‘{ $eerste }’ ({ $eerste-totaal } keer) en ‘{ $tweede }’ ({ $tweede-totaal } keer) lijken op elkaar, maar alleen de eerste kan { -doel } betekenen.
    Mogelijk is hetzelfde op twee manieren geregistreerd.

# Eén getal voor verschillende dingen. $aandeel van $naam; $aantal bij $namen
bevinding-zelfde_getal = { HOOFDLETTER($aandeel) } (‘{ $naam }’) en { AANTAL($aantal, -persoon, -personen) } (‘{ $namen }’) zijn verschillende dingen met hetzelfde getal.

# De uitkering loopt bij een deel door. $uitkomst, $beeindigd: aandelen; $loopt_door: aantal
bevinding-zonder_beeindiging =
    { $label }: van de { $uitkomst } heeft alleen { $beeindigd } geen { -uitkering } meer; { AANTAL($loopt_door, -persoon, -personen) } { WERKWOORD($loopt_door, "ontvangt", "ontvangen") } nog { -uitkering }.
    Dit percentage zegt dus niet hoeveel { -personen } geen { -uitkering } meer hebben.
