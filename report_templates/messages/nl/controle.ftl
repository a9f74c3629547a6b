### Wat de controle van het proza aan een redacteur zegt. Bij iedere melding hoort wat eraan te doen is: "-doe".
### $tekst: wat er staat; $feit: het feit; $waarde: wat het feit zegt; $citaat: hoe het feit wordt aangehaald

# Er staat een getal dat ook een feit is
getal-van-feit = “{ $tekst }” is met de hand getypt; { $feit } is { $waarde }.
getal-van-feit-doe = { $citaat ->
    [geen] Haal het feit aan als dat bedoeld is, of markeer de passage met <!-- vrij --> … <!-- /vrij -->.
   *[wel] Schrijf { $citaat }, of markeer de passage met <!-- vrij --> … <!-- /vrij -->.
}

# Er staat een getal dat geen feit is
getal-zonder-feit = “{ $tekst }” is met de hand getypt, en geen feit over dit onderwerp zegt het.
getal-zonder-feit-doe = Leg het vast als feit, of markeer de passage met <!-- vrij --> … <!-- /vrij -->.

# Er staat iets anders dan het feit zegt
tegenspraak = “{ $tekst }” klopt niet met { $feit }: dat is { $waarde }.
tegenspraak-doe = { $citaat ->
    [geen] Pas de zin aan, of markeer de passage met <!-- vrij --> … <!-- /vrij -->.
   *[wel] Schrijf { $citaat }, of markeer de passage met <!-- vrij --> … <!-- /vrij -->.
}

# Een feit van de ene groep in een zin over de andere
citaat-andere-groep = de zin gaat over een andere groep dan { $feit }.
citaat-andere-groep-doe = { $citaat ->
    [geen] Haal het feit van de groep aan waar de zin over gaat.
   *[wel] Schrijf { $citaat }, of noem de andere groep.
}

# Een feit van de ene categorie in een zin over de andere
citaat-andere-categorie = de zin gaat over iets anders dan { $feit }.
citaat-andere-categorie-doe = { $citaat ->
    [geen] Haal het feit aan waar de zin over gaat.
   *[wel] Schrijf { $citaat }, of noem waar { $feit } over gaat.
}

# Een vergelijking de verkeerde kant op
richting = “{ $tekst }” wijst de verkeerde kant op: { $feit } is { $waarde }.
richting-doe = Keer de vergelijking om, of laat een zin uit de lijst van zinnen haar doen.

# Bewijs dat er niet is, of toeval waar bewijs is. $waarde: het oordeel
betekenis-oordeel = “{ $tekst }” klopt niet met het oordeel { $feit }: { $waarde }.
betekenis-oordeel-doe = Laat een zin uit de lijst van zinnen het oordeel uitspreken.
betekenis-niet = “{ $tekst }” klopt niet met { $feit }: dat verschil is niet significant.
betekenis-niet-doe = Schrijf dat het verschil toeval kan zijn.
betekenis-wel = “{ $tekst }” klopt niet met { $feit }: dat verschil is significant.
betekenis-wel-doe = Schrijf dat het verschil significant is.

# Een verandering
verandering = “{ $tekst }” noemt een verandering, en over { $feit } is maar één meting.
verandering-doe = Schrijf wat er gemeten is, of markeer de passage met <!-- vrij --> … <!-- /vrij -->.
verandering-omgekeerd = “{ $tekst }” wijst de verkeerde kant op: zie { $feit } en de maanden daarna.
verandering-omgekeerd-doe = Keer de verandering om.
