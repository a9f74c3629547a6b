### What is wrong with a file that an editor writes: word for word what is said of it in English, by which it
### is known (wording.known); … is whatever stands there. One line each. What to do: "-doe".

# A file or folder that cannot be read. $reden: what the system says; $grootte: how large it may be
bestand-ontbreekt = the file is missing.
bestand-buiten-studie = lies outside the study's folder.
bestand-buiten-studie-doe = Put the file in it.
bestand-dode-link = is a link to nothing.
bestand-dode-link-doe = Put the file itself here.
bestand-geen-utf8 = is not UTF-8.
bestand-geen-utf8-doe = Save it as UTF-8.
bestand-utf16 = is UTF-16, not UTF-8.
bestand-utf16-doe = Save it as UTF-8.
bestand-is-map = is a folder, not a file.
bestand-is-map-doe = Name the file in it.
bestand-ongewoon = is …, not a file.
bestand-ongewoon-doe = Put a file here.
bestand-te-groot = is larger than { $grootte }.
bestand-te-groot-doe = Take out what the study does not need.
bestand-gesloten = cannot be opened ({ $reden }).
bestand-gesloten-doe = Check the file.
map-dode-link = is a link to nothing.
map-dode-link-doe = Put the folder itself here.
map-is-bestand = is not a folder.
map-is-bestand-doe = Make it a folder, or take it away.
map-gesloten = cannot be listed ({ $reden }).
map-gesloten-doe = Let this user list it and open what is in it.
bestand-samengevoegd = holds the marks of a merge conflict.
bestand-samengevoegd-doe = Choose a version and take the marks out.

# A file that declares something. $regelnummer, $teken: where it goes wrong; $bedoeld, $keuzes: what may stand there
geen-toml = is not TOML.
toml-onleesbaar = is not TOML: … (at end of document).
toml-op-regel = is not TOML: … (at line { $regelnummer }, column { $teken }).
sleutel-ontbreekt = this key is required.
sleutel-ontbreekt-doe = Add it.
sleutel-onbekend = unknown key.
sleutel-onbekend-doe = Remove it.
sleutel-bedoeld = unknown key.
sleutel-bedoeld-doe = Did you mean `{ $bedoeld }`?
waarde-geen-naam = not a name.
waarde-geen-naam-doe = Use lower case letters, digits and underscores.
waarde-geen-tekst = input should be a valid string.
waarde-leeg = string should have at least 1 character.
waarde-geen-rij = input should be a valid tuple.
waarde-geen-keuze = input should be a valid boolean.
waarde-vorm = input should be a valid ….
waarde-keuzes = input should be { $keuzes }.
hoofdstuk-een-van-beide = a chapter has either sections or a text.
tekst-heeft-koppen = a text has its own headings, and is no appendix.
hoofdstuk-zonder-titel = a chapter with several sections needs a title.
publicatie-onbekend = no such publication.
publicatie-onbekend-doe = Known: { $bekend }.
tekst-van-publicatie-ontbreekt = { $wie } names it; it is missing.

# A notebook. $map: where was looked; $hoeveel: cells
geen-hoofdstukken = no chapter notebooks in { $map }.
geen-hoofdstukken-doe = Run report45 in the folder that holds notebooks, data and report_templates.
geen-notebook = is not a notebook.
geen-notebook-doe = Restore it, save it again, or take it away.
notebook-onvolledig = is not a chapter.
notebook-onvolledig-doe = Give it metadata "report45" with "chapter" and "title", or take it away.
hoofdstuk-geen-naam = its chapter name is not a name.
hoofdstuk-geen-naam-doe = Use lower case letters, digits and underscores: it begins every fact's path.
parameters-aantal = has { $hoeveel } cells tagged parameters.
parameters-aantal-doe = Papermill needs exactly one to set the study.
parameters-zonder-studie = its parameters cell names no study.
parameters-zonder-studie-doe = Write `study = "data/..."` in it.

# A file of sentences. $zin: the sentence; $kenmerk: what hangs on it; $teken: what belongs there
zinnen-te-diep = its expressions stand too deep within each other.
geen-zin = this is no message: ….
zin-teken = this is no message: Expected token: "{ $teken }".
zin-leeg = this is no message: Expected message "{ $zin }" to have a value or attributes.
term-leeg = this is no message: Expected term "{ $zin }" to have a value.
zin-zonder-ster = this is no message: Expected one of the variants to be marked as default (*).
zin-twee-sterren = this is no message: Only one variant can be marked as default (*).
zin-zonder-keuzes = this is no message: Expected at least one variant after "->".
zin-losse-accolade = this is no message: Unbalanced closing brace in TextElement.
zin-met-kenmerk = { $zin } has an attribute (.{ $kenmerk }).
zin-dubbel = { $zin } stands in this file twice.
