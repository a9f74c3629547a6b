### What is wrong with the form of prose and what stands in it. What to do: "-doe".

# A line, a paragraph, a condition. $tekens: how long the line is; $hoogste: how long it may be
lange-regel = the line has { $tekens } characters, { $hoogste } at most.
lange-regel-doe = Give every sentence its own line.
zinnen-op-regel = more than one sentence stands on a line.
zinnen-op-regel-doe = Begin each on its own line.
keuze-in-zin = an if stands inside a sentence.
keuze-in-zin-doe = Let a message choose the words, and call it with zin().
keuzes-in-alinea = more than one if stands in a paragraph.
keuzes-in-alinea-doe = Let a message choose the words, and call it with zin().
weegt-getallen = a condition compares numbers.
weegt-getallen-doe = Let the analysis state a judgement, and a message choose by it.
weegt-feiten = a condition joins facts.
weegt-feiten-doe = Let the analysis state a judgement, and a message choose by it.
weegt-aandelen = a condition compares shares.
weegt-aandelen-doe = Let the analysis state a judgement, and a message choose by it.

# What is no prose. $tekst: what is written; $adres: what it points at
samenvoeging-in-proza = these are the marks of a merge conflict.
samenvoeging-in-proza-doe = Choose a version and take the marks out.
opmerking-in-proza = a comment is no part of the report; it is left out.
opmerking-in-proza-doe = Take it out.
opmerking-gedrukt = a comment stands here, and would be printed as it stands.
opmerking-gedrukt-doe = Take it out.
halve-opmerking = a comment is half: { $tekst } stands alone.
halve-opmerking-doe = Take it out.
html-in-proza = HTML ({ $tekst }) would be printed as it stands.
html-in-proza-doe = Write Markdown.
tex-in-proza = TeX ({ $tekst }) would be printed as it stands.
tex-in-proza-doe = Write it in words.
andere-taal = raw HTML, TeX or Typst cannot stand in prose.
afbeelding-in-proza = an image ({ $adres }) cannot stand in prose.
afbeelding-in-proza-doe = Let a code cell show it.
link-niet-toegestaan = the link to { $adres ->
    [geen] nothing
   *[wel] { $adres }
} is not allowed.

# Signs. $nummer: the number in Unicode; $naam: its name; $teken: the sign; $plaats: where a stand-in can stand
verborgen-teken = a hidden sign stands here: { $nummer }, { $naam }.
verborgen-teken-doe = Type the words around it anew.
verkeerde-letters = letters stand here that were read in the wrong encoding: { $nummer }.
verkeerde-letters-doe = Type them anew, and save the file as UTF-8.
onbruikbaar-teken = { $nummer ->
    [geen] the prose gives a private-use or control character.
   *[wel] a private-use or control character stands here: { $nummer }.
}
onbruikbaar-teken-doe = Take it out.
teken-zonder-vorm = the fonts of a PDF have no form for { $teken } ({ $nummer }).
teken-zonder-vorm-doe = { $plaats ->
    [geen] Write words.
   *[wel] Write words, or give some in { $plaats }.
}

# Headings, boxes, notes. $soort: the kind of box
kader-in-kader = a box (::: { $soort }) stands inside a box.
kader-niet-geopend = a box is closed (:::) that was never opened.
kader-niet-gesloten = a box (:::) or a code block (```) is not closed.
kop-zonder-hekje = the heading “{ $kop }” must start with # at the beginning of its line.
titel-dubbel = a chapter has one title (#).
titel-met-verwijzing = its title cannot hold a reference.
noot-onbekend = there is no footnote { $noot }.
noot-ingesprongen = an indented paragraph holds a note.
noot-ingesprongen-doe = Begin its lines at the margin.
loopt-door = its last list, note or code runs into what follows.

# What pandoc says, which converts prose. $reden: that
pandoc-zegt = pandoc says: { $reden }.
pandoc-weigert = pandoc cannot convert it: { $reden }.
pandoc-te-zwaar = { $reden }.
pandoc-te-zwaar-doe = Are many brackets, quotation marks or levels of a list left open? Take them out.
