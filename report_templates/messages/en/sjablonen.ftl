### What is wrong with what prose quotes and with the tags in it. What to do: "-doe".
### $bedoeld: what may be meant; $bekend: what there is; $pad: the name of the fact or group

# What is quoted and not there
feit-onbekend = there is no { $pad }.
feit-onbekend-doe = { $bedoeld ->
    [geen] { "" }
   *[wel] Did you mean { $bedoeld }?
}
verwijzing-onbekend = there is no { $pad }.
verwijzing-onbekend-doe = { $bedoeld ->
    [geen] Nothing of that name is shown.
   *[wel] Did you mean { $bedoeld }?
}
weergave-onbekend = there is no { $naam } to show here; there is: { $bekend ->
    [geen] none
   *[wel] { $bekend }
}.
tekst-onbekend = the study has no text { $naam }.
variabele-onbekend = there is no { $naam }; given is { $gegeven ->
    [geen] nothing
   *[wel] { $gegeven }
}.

# A fact that is there and cannot stand in the text
feit-afgeschermd = { $pad } may not be shown: too few people stand behind it.
feit-afgeschermd-doe = Leave it out of the text.
feit-niet-berekend = { $pad } could not be computed; it would read “onbekend”.
feit-niet-berekend-doe = Put it behind a condition, or leave it out.
feit-groep = { $pad } is not a fact but a group of them: { $namen }.
feit-groep-doe = Name one of the group.
namen-groep = { $pad } is a group: { $namen }.
namen-groep-doe = Name one of the group.
zonder-feiten = { $wat } holds no facts.
zonder-feiten-doe = Give it a name: naam={ $wat }.
feiten-onvergelijkbaar = { $pad } cannot be compared with { $ander }.
geen-tekst = { $wat ->
    [geen] this
   *[wel] { $wat }
} is no text.
geen-tekst-doe = Quote the fact itself, or put a filter behind it.

# What prose cannot do. $teken: the operator; $hoogste: how many there may be at most
rekenen = prose does not compute ({ $teken }).
rekenen-doe = Let a code cell state the outcome as a fact.
proza-kent-niet = prose knows no { $wat }.
proza-kent-niet-doe = Take it out.
lijst-in-lijst = a list cannot hold a list.
te-veel-stappen = one cell may take { $hoogste } steps (turns of loops, say) and no more.
te-veel-tekens = one cell may give { $hoogste } characters and no more.

# A tag, filter or test that there is not
opdracht-onbekend = there is no tag { "{" }% { $naam } %{ "}" }.
opdracht-onbekend-doe = { $bedoeld ->
    [geen] Known: { $bekend }.
   *[wel] Did you mean { $bedoeld }?
}
filter-onbekend = there is no filter { $naam }.
filter-onbekend-doe = { $bedoeld ->
    [geen] Known: { $bekend }.
   *[wel] Did you mean { $bedoeld }?
}
test-onbekend = there is no test { $naam }.
test-onbekend-doe = { $bedoeld ->
    [geen] Known: { $bekend }.
   *[wel] Did you mean { $bedoeld }?
}

# A tag that cannot be read. $tag: the tag; $einde: what it ends in; $woord: what is written
opdracht-niet-gesloten = { $tag } is never closed.
opdracht-niet-gesloten-doe = Write { $einde }.
opdracht-los = { $tag } closes or continues nothing.
opdracht-los-doe = Open it before, or take it out.
tag-niet-gesloten = a tag is not closed.
tag-niet-gesloten-doe = Write { $einde }, with both characters.
enkele-is = one = in a condition.
enkele-is-doe = Write == to compare.
tag-te-vol = there is too much in a tag: '{ $woord }' was not expected before { $einde }.
tag-te-vol-doe = Close the tag before it, or put | before a filter and quotes around a text.
naam-na-punt = a name ends in a dot.
naam-na-punt-doe = Write the rest of it.
teken-in-tag = the character { $teken } cannot stand in a tag.
teken-in-tag-doe = Use straight quotes in pairs, and letters, digits, dots and _ in names.
opmerking-niet-gesloten = a comment or raw passage is never closed.
opmerking-niet-gesloten-doe = Write #{ "}" } or { "{" }% endraw %{ "}" }.
tag-onvolledig = something is missing in a tag, before { $woord }.
tag-onvolledig-doe = Name a fact, or write the condition in full.
tag-onleesbaar = a tag cannot be read: { $verwacht } was expected, not { $woord }.
tag-onleesbaar-doe = Compare it with a tag that works.
een-naam = a name
sjabloon-onleesbaar = this cannot be read as a template: { $reden }.
sjabloon-onleesbaar-doe = Look at its tags.
