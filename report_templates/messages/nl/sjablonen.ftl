### Wat er mis is met wat het proza aanhaalt en met de opdrachten erin. Wat eraan te doen is: "-doe".
### $bedoeld: wat er misschien bedoeld is; $bekend: wat er is; $pad: hoe het feit of de groep heet

# Wat wordt aangehaald en er niet is
feit-onbekend = er is geen { $pad }.
feit-onbekend-doe = { $bedoeld ->
    [geen] { "" }
   *[wel] Bedoelt u { $bedoeld }?
}
verwijzing-onbekend = er is geen { $pad }.
verwijzing-onbekend-doe = { $bedoeld ->
    [geen] Er is niets met die naam dat getoond wordt.
   *[wel] Bedoelt u { $bedoeld }?
}
weergave-onbekend = er is geen { $naam } om hier te tonen; er is: { $bekend ->
    [geen] niets
   *[wel] { $bekend }
}.
tekst-onbekend = de studie heeft geen tekst { $naam }.
variabele-onbekend = er is geen { $naam }; gegeven is { $gegeven ->
    [geen] niets
   *[wel] { $gegeven }
}.

# Een feit dat er is en niet in de tekst kan
feit-afgeschermd = { $pad } mag niet getoond worden: er staan te weinig mensen achter.
feit-afgeschermd-doe = Laat het weg uit de tekst.
feit-niet-berekend = { $pad } kon niet berekend worden; er zou “onbekend” staan.
feit-niet-berekend-doe = Zet het achter een voorwaarde, of laat het weg.
feit-groep = { $pad } is geen feit maar een groep feiten: { $namen }.
feit-groep-doe = Noem een feit uit de groep.
namen-groep = { $pad } is een groep: { $namen }.
namen-groep-doe = Noem een van de groep.
zonder-feiten = { $wat } bevat geen feiten.
zonder-feiten-doe = Geef het een naam: naam={ $wat }.
feiten-onvergelijkbaar = { $pad } is niet te vergelijken met { $ander }.
geen-tekst = { $wat ->
    [geen] dit
   *[wel] { $wat }
} is geen tekst.
geen-tekst-doe = Haal het feit zelf aan, of zet er een filter achter.

# Wat in proza niet kan. $teken: het rekenteken; $hoogste: hoeveel er hooguit mogen zijn
rekenen = proza rekent niet ({ $teken }).
rekenen-doe = Laat een cel met code de uitkomst als feit vastleggen.
proza-kent-niet = proza kent geen { $wat }.
proza-kent-niet-doe = Haal het weg.
lijst-in-lijst = een lijst kan geen lijst bevatten.
te-veel-stappen = een cel mag { $hoogste } stappen nemen (rondes van een lus bijvoorbeeld) en niet meer.
te-veel-tekens = een cel mag { $hoogste } tekens geven en niet meer.

# Een opdracht, filter of voorwaarde die er niet is
opdracht-onbekend = er is geen opdracht { "{" }% { $naam } %{ "}" }.
opdracht-onbekend-doe = { $bedoeld ->
    [geen] Er is: { $bekend }.
   *[wel] Bedoelt u { $bedoeld }?
}
filter-onbekend = er is geen filter { $naam }.
filter-onbekend-doe = { $bedoeld ->
    [geen] Er is: { $bekend }.
   *[wel] Bedoelt u { $bedoeld }?
}
test-onbekend = er is geen test { $naam }.
test-onbekend-doe = { $bedoeld ->
    [geen] Er is: { $bekend }.
   *[wel] Bedoelt u { $bedoeld }?
}

# Een opdracht die niet te lezen is. $tag: de opdracht; $einde: waar zij op eindigt; $woord: wat er staat
opdracht-niet-gesloten = { $tag } wordt nergens gesloten.
opdracht-niet-gesloten-doe = Schrijf { $einde }.
opdracht-los = { $tag } sluit niets af en vervolgt niets.
opdracht-los-doe = Open het ervoor, of haal het weg.
tag-niet-gesloten = een opdracht is niet gesloten.
tag-niet-gesloten-doe = Schrijf { $einde }, met beide tekens.
enkele-is = er staat één = in een voorwaarde.
enkele-is-doe = Schrijf == om te vergelijken.
tag-te-vol = er staat te veel in een opdracht: '{ $woord }' werd niet verwacht voor { $einde }.
tag-te-vol-doe = Sluit de opdracht ervoor, of zet | voor een filter en aanhalingstekens om een tekst.
naam-na-punt = een naam eindigt op een punt.
naam-na-punt-doe = Schrijf de rest erachter.
teken-in-tag = het teken { $teken } kan niet in een opdracht staan.
teken-in-tag-doe = Gebruik rechte aanhalingstekens, twee aan twee, en letters, cijfers, punten en _ in namen.
opmerking-niet-gesloten = een opmerking of letterlijke passage wordt nergens gesloten.
opmerking-niet-gesloten-doe = Schrijf #{ "}" } of { "{" }% endraw %{ "}" }.
tag-onvolledig = er ontbreekt iets in een opdracht, voor { $woord }.
tag-onvolledig-doe = Noem een feit, of schrijf de voorwaarde helemaal uit.
tag-onleesbaar = een opdracht is niet te lezen: { $verwacht } werd verwacht, niet { $woord }.
tag-onleesbaar-doe = Vergelijk haar met een opdracht die werkt.
een-naam = een naam
sjabloon-onleesbaar = dit is niet als sjabloon te lezen: { $reden }.
sjabloon-onleesbaar-doe = Kijk naar de opdrachten erin.
