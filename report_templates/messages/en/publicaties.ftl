### What is wrong with chapters, texts and publications. What to do: "-doe".
### $naam: the name of something; $bedoeld: what may be meant

# Tables and figures. $soort: what it is; $citaat: how to refer to it; $pad: where it stands
nooit-genoemd = { $soort ->
    [table] the table
    [figure] the figure
    [schema] the scheme
   *[other] what is shown as
} { $naam } is never mentioned in the text.
nooit-genoemd-doe = Write { $citaat } where the text speaks of it.
weergave-dubbel = prose puts { $pad } in two places.
weergave-al-getoond = { $pad } stands in this publication already: { $plaats }.
buiten-publicatie = { $pad } is not in this publication.
toon-op-eigen-regel = { $aanroep } must stand on a line of its own, outside lists and code.

# Texts of a study. $hoofdstuk: the chapter that includes the text
tekst-ongebruikt = nothing includes this text.
tekst-ongebruikt-doe = { $bedoeld ->
    [geen] Take it away.
   *[wel] Did you mean { $bedoeld }?
}
tekst-zonder-tabellen = only { $hoofdstuk } includes this text, for which there are no tables.
tekst-niet-gelezen = this is not read.
tekst-niet-gelezen-doe = A text ends in .md and stands in texts/ itself.

# Chapters and notebooks. $eerste: the notebook that has the same name
hoofdstuk-onbekend = there is no chapter { $naam }.
hoofdstuk-onbekend-doe = { $bedoeld ->
    [geen] Add it, or take it out.
   *[wel] Did you mean { $bedoeld }?
}
hoofdstuk-nergens = no publication holds this chapter.
hoofdstuk-nergens-doe = Name it in the sections of a publication.toml.
notebook-geen-hoofdstuk = is no chapter, and is left out: it has no metadata "report45".
notebook-geen-hoofdstuk-doe = Give it that with "chapter" and "title", or take it away.
notebook-leeg = is empty, and is left out.
notebook-leeg-doe = Take it away.
notebook-dubbel = { $eerste } has the chapter name { $naam } too.
notebook-dubbel-doe = Take the copy away, or give it its own name.
samenvoeging-in-notebook = a merge left a conflict in the metadata.
samenvoeging-in-notebook-doe = Resolve it with nbdime.

# Cells that are in no publication. $soort: the kind of cell
ruwe-cel = a raw cell is in no publication.
ruwe-cel-doe = Make it a text cell (Markdown), or take it away.
code-onleesbaar = this is a cell of code, and what stands in it is no Python.
code-onleesbaar-doe = If it is text, make it a text cell (Markdown).
vreemde-cel = a cell of the kind { $soort } is in no publication.
vreemde-cel-doe = Take it away.
uitvoer-bij-tekst = a cell that is no code holds outputs.
uitvoer-bij-tekst-doe = Make it a cell of code again, or take its outputs away.
geplakte-afbeelding = a picture was pasted here ({ $naam }) and is not shown.
geplakte-afbeelding-doe = Take it away: in JupyterLab under Property Inspector, Cell Metadata.

# A publication as a whole, and what a study accepts. $nummer: which entry; $wat: what it says
publicatie-leeg = none of its chapters was executed.
aanvaarding-ongebruikt = entry { $nummer } accepts nothing: { $wat }.
aanvaarding-ongebruikt-doe = { $bedoeld ->
    [geen] Take it out.
   *[wel] Did you mean { $bedoeld }?
}
