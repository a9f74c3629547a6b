"""What ``check`` calls an error, ``build`` refuses or tells: same place, same words."""

from __future__ import annotations

import itertools
import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from report45 import checkout
from report45.builds.build import build
from report45.chapters.outline import outline
from report45.chapters.planned import Outline
from report45.errors import InputError
from report45.lint.check import check_prose
from report45.study.load import Study, load
from report45.study.toml import read_config
from report45.wording.notices import Finding
from tests.conftest import ROOT

BOM = "\ufeff"
TEXT = "onderzoek.md"


IDS = itertools.count()
CODE = (
    "from report45.analysis import characteristics\n"
    "from report45.display import tables\n"
    "from report45.chapters.notebook import open_chapter\n"
    'chapter = open_chapter("kenmerken", study)\n'
    'result = characteristics.compare(chapter.study, "leeftijd")\n'
    'chapter.publish("leeftijd", result, tables.characteristic)'
)


def cell(source: str, kind: str = "markdown", **more: Any) -> dict[str, Any]:
    code = {"execution_count": None, "outputs": []} if kind == "code" else {}
    return {
        "cell_type": kind,
        "id": f"cel-{next(IDS)}",
        "metadata": {},
        "source": source,
        **code,
        **more,
    }


CHAPTER = {
    "cells": [
        cell("# Kenmerken\n\nZie {{ ref.leeftijd }}."),
        cell('study = "data/nsw"', "code", metadata={"tags": ["parameters"]}),
        cell(CODE, "code"),
        cell(f'{{% include "{TEXT}" %}}'),
    ],
    "metadata": {"report45": {"chapter": "kenmerken", "title": "Kenmerken"}},
    "nbformat": 4,
    "nbformat_minor": 5,
}


@dataclass
class House:
    """A study, one chapter and the publications, in folders of their own."""

    folder: Path

    @property
    def study(self) -> Path:
        return self.folder / "data" / "nsw"

    @property
    def notebooks(self) -> Path:
        return self.folder / "notebooks"

    def notebook(self, change: Callable[[dict[str, Any]], object]) -> None:
        path = self.notebooks / "kenmerken.ipynb"
        notebook = json.loads(path.read_text(encoding="utf-8"))
        change(notebook)
        path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8")

    def cell(self, source: str, kind: str = "markdown", **more: Any) -> None:
        self.notebook(lambda notebook: notebook["cells"].append(cell(source, kind, **more)))

    def text(self, added: str, name: str = TEXT) -> None:
        path = self.study / "texts" / name
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(f"{before}\n{added}\n", encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[House, Study, Outline]]:
    house = House(tmp_path_factory.mktemp("house"))
    shutil.copytree(ROOT / "data" / "nsw", house.study)
    shutil.rmtree(house.study / "texts")
    shutil.copytree(ROOT / "report_templates", house.folder / "report_templates")
    (house.study / "texts").mkdir()
    house.notebooks.mkdir()
    (house.notebooks / "kenmerken.ipynb").write_text(json.dumps(CHAPTER, indent=1), "utf-8")
    house.text("Een tekst.")
    toml = house.study / "study.toml"
    written = toml.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in written if not line.startswith("publications")]
    toml.write_text('publications = ["brief"]\n' + "".join(kept), encoding="utf-8")
    own = house.folder / "report_templates" / "brief"
    own.mkdir()
    declared = '[[chapters]]\ntext = "tekst.md"\n\n[[chapters]]\nsections = ["kenmerken"]\n'
    (own / "publication.toml").write_text(f'formats = ["html", "pdf"]\n{declared}', "utf-8")
    (own / "tekst.md").write_text("# Brief\n\nZie {{ ref.kenmerken.leeftijd }}.\n", "utf-8")
    study = load(house.study)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checkout, "TEMPLATES", house.folder / "report_templates")
        build(house.study, house.folder / "build", ["html"], house.notebooks)
        yield house, study, outline(study)


@pytest.fixture
def house(
    base: tuple[House, Study, Outline], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> House:
    shutil.copytree(base[0].folder, tmp_path / "house")
    mine = House(tmp_path / "house")
    monkeypatch.setattr(checkout, "TEMPLATES", mine.folder / "report_templates")
    return mine


def told(found: Iterable[Finding]) -> Told:
    return {f"{one.severity}: {one.place}: {one.problem}" for one in found}


def by_check(house: House, study: Study, published: Outline) -> Told:
    try:
        config = read_config(house.study)
        mine = replace(study, folder=house.study, config=config)
        return told(check_prose(mine, published, house.notebooks))
    except InputError as error:
        return {f"error: {one.place}: {one.problem}" for one in error.faults}


def by_build(house: House) -> Told:
    try:
        return told(
            build(house.study, house.folder / "build", ["html"], house.notebooks).complaints
        )
    except InputError as error:  # of which what is no error is left out
        return {f"error: {one.place}: {one.problem}" for one in error.faults}


Told = set[str]
Damage = Callable[[House], object]
TOML, PLAN = "data/nsw/study.toml", "report_templates/brief/publication.toml"


def copy(house: House) -> None:
    for name in ("een", "twee"):
        shutil.copy(house.notebooks / "kenmerken.ipynb", house.notebooks / f"{name}.ipynb")
    (house.notebooks / "kenmerken.ipynb").unlink()


DAMAGES: dict[str, tuple[Damage, str]] = {
    "an unknown fact": (lambda h: h.cell("{{ kenmerken.leeftijd.gemidd }}"), "cell {last}, line 1"),
    "an unknown fact in a text": (lambda h: h.text("{{ kenmerken.leeftijdd }}"), "line 4"),
    "quotes of Word in a tag": (
        lambda h: h.cell("Een.\n\n{{ kenmerken.leeftijd.n.totaal | aantal(“a”, “b”) }}"),
        "cell {last}, line 3: the character “ cannot stand in a tag.",
    ),
    "half a tag": (lambda h: h.cell("{{ kenmerken.leeftijd"), "cell {last}, line 1: a tag is not"),
    "an if without an end": (lambda h: h.cell("{% if 1 %}x"), "{% if %} is never closed."),
    "an unknown filter": (lambda h: h.cell("{{ studie.titel | vet }}"), "there is no filter vet."),
    "a computation": (lambda h: h.cell("{{ 1 + 1 }}"), "prose does not compute"),
    "an unknown text": (lambda h: h.cell('{% include "weg.md" %}'), "has no text weg.md"),
    "an unknown display": (lambda h: h.cell('{{ toon("weg") }}'), "there is no weg to show here"),
    "a dead reference": (lambda h: h.cell("Zie {{ ref.weg }}."), "there is no ref.weg"),
    "a picture": (
        lambda h: h.cell("Zie:\n\n![schets](schets.png)"),
        "cell {last}, line 3: an image (schets.png) cannot stand in prose",
    ),
    "a pasted picture": (
        lambda h: h.cell("![x](attachment:image.png)", attachments={"image.png": {}}),
        "cell {last}, line 1: an image (attachment:image.png) cannot",
    ),
    "a pasted picture that is not shown": (
        lambda h: h.cell("", attachments={"image.png": {}}),
        "cell {last}: a picture was pasted here (image.png) and is not shown.",
    ),
    "a link to a file": (
        lambda h: h.cell("Een.\nZie [dit](bijlage.docx)."),
        "cell {last}, line 2: the link to bijlage.docx is not allowed.",
    ),
    "a heading underlined": (lambda h: h.cell("Kop\n---\n\nTekst."), "the heading “Kop” must"),
    "two titles": (lambda h: h.cell("# Een\n\n# Twee"), "a chapter has one title (#)."),
    "a box left open": (lambda h: h.cell("::: kader Kop\ntekst"), "a box (:::) or a code block"),
    "a footnote without its note": (lambda h: h.cell("Een.[^a]"), "there is no footnote [^a]."),
    "a raw cell": (lambda h: h.cell("Tekst.", "raw"), "cell {last}: a raw cell is in no"),
    "marks of git in a cell": (
        lambda h: h.cell("Een.\n<<<<<<< HEAD\nTwee.\n=======\nDrie.\n>>>>>>> b"),
        "cell {last}, line 2: these are the marks of a merge conflict.",
    ),
    "marks of nbdime": (
        lambda h: h.cell('<span style="color:red">**<<<<<<< local**</span>\n\nEen.'),
        "cell {last}, line 1: these are the marks of a merge conflict.",
    ),
    "metadata of nbdime": (
        lambda h: h.notebook(lambda n: n["metadata"].update({"nbdime-conflicts": {}})),
        "a merge left a conflict in the metadata.",
    ),
    "marks of git in a text": (lambda h: h.text("Een.\n======="), f"{TEXT}, line 5: these are"),
    "marks of git in a notebook": (
        lambda h: h.edit("notebooks/kenmerken.ipynb", ' "cells": [', '<<<<<<< a\n "cells": ['),
        "kenmerken.ipynb, line 2: holds the marks of a merge conflict.",
    ),
    "marks of git in study.toml": (
        lambda h: h.edit(TOML, "title", "<<<<<<< a\ntitle"),
        "study.toml, line 4: holds the marks of a merge conflict.",
    ),
    "a comment": (lambda h: h.text("Een.\n\n<!-- klopt dit? -->"), f"{TEXT}, line 6: a comment"),
    "a comment over lines": (
        lambda h: h.cell("<!--\nnog\ndoen\n-->"),
        "cell {last}, line 1: a com",
    ),
    "half a comment": (lambda h: h.cell("Een.\n<!-- nog doen"), "line 2: a comment is half"),
    "HTML": (lambda h: h.cell("Dit is <b>vet</b>."), "HTML (<b>) would be printed as it stands."),
    "TeX": (lambda h: h.cell("Dit is \\textbf{vet}."), "TeX (\\textbf{) would be printed"),
    "a mark of direction": (
        lambda h: h.cell("54\u202e procent"),
        "a hidden sign stands here: U+202E",
    ),
    "a sign without width": (
        lambda h: h.text("5\u200b4 procent"),
        f"{TEXT}, line 4: a hidden sign",
    ),
    "a control character": (
        lambda h: h.cell("een \x07 teken"),
        "line 1: a private-use or control",
    ),
    "an emoji": (lambda h: h.cell("Goed.\n\nFijn 😀"), "line 3: the fonts of a PDF have no form"),
    "Chinese in a text": (lambda h: h.text("中文"), f"{TEXT}, line 4: the fonts of a PDF have no"),
    "an emoji in a label": (
        lambda h: h.edit(TOML, 'label = "Leeftijd"', 'label = "Leeftijd 😀"'),
        "study.toml, line",
    ),
    "a text that nothing includes": (
        lambda h: h.text("Een tekst.", "onderzoekk.md"),
        "onderzoekk.md: nothing includes this text.",
    ),
    "a text that is no text": (
        lambda h: h.text("x", "aanpak.txt"),
        "aanpak.txt: this is n",
    ),
    "an unknown chapter": (
        lambda h: h.edit(PLAN, '["kenmerken"]', '["kenmerken", "kenmerkenn"]\ntitle = "T"'),
        "publication.toml, line 6: there is no chapter kenmerkenn.",
    ),
    "an unknown key of a publication": (lambda h: h.edit(PLAN, "formats", "vormen"), "vormen"),
    "an unknown publication": (lambda h: h.edit(TOML, '["brief"]', '["weg"]'), "no such publicat"),
    "a title that quotes nothing": (
        lambda h: h.edit(PLAN, "formats", 'title = "{{ studie.weg }}"\nformats'),
        "publication.toml, line 1: there is no studie.weg",
    ),
    "a fact in a publication's text": (
        lambda h: h.edit("report_templates/brief/tekst.md", "Zie", "{{ weg }} Zie"),
        "tekst.md, line 3: there is no weg",
    ),
    "two notebooks of one chapter": (copy, "een.ipynb has the chapter name kenmerken too."),
    "a notebook that is none": (
        lambda h: (h.notebooks / "verloop.ipynb").write_text('{"cells": ['),
        "verloop.ipynb: is not a notebook.",
    ),
    "an acceptance of nothing": (
        lambda h: (h.study / "accepted.toml").write_text(
            '[[accepted]]\ncode = "html"\nfile = "x"\ntext = "y"\nreason = "z"\n'
        ),
        "accepted.toml, line 1: entry 1 accepts nothing",
    ),
}


def test_nothing_is_wrong_before(base: tuple[House, Study, Outline], house: House) -> None:
    assert by_check(house, *base[1:]) == by_build(house) == set()


@pytest.mark.parametrize("damage", DAMAGES)
def test_check_and_build_say_the_same(
    base: tuple[House, Study, Outline], house: House, damage: str
) -> None:
    harm, expected = DAMAGES[damage]
    harm(house)
    found = by_check(house, *base[1:])
    last = len(json.loads((base[0].notebooks / "kenmerken.ipynb").read_text("utf-8"))["cells"]) + 1
    assert any(expected.replace("{last}", str(last)) in one for one in found), found
    assert by_build(house) == found


HARMLESS: dict[str, Damage] = {
    "what a Mac leaves": (lambda h: (h.notebooks / "._kenmerken.ipynb").write_bytes(b"\0\5\x16\7")),
    "an empty notebook": (
        lambda h: (h.notebooks / "Untitled.ipynb").write_text(
            '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
        )
    ),
    "a copy": lambda h: shutil.copy(
        h.notebooks / "kenmerken.ipynb", h.notebooks / "kenmerken - Kopie.ipynb"
    ),
    "a mark at the start": lambda h: h.edit("notebooks/kenmerken.ipynb", "{", BOM + "{"),
    "indented prose": lambda h: h.cell("{% if true %}\n    Een zin.\n\n\tNog een.\n{% endif %}"),
    "a free passage": lambda h: h.cell("<!-- vrij -->\nIn Den Haag 30 klanten.\n<!-- /vrij -->"),
    "HTML that is quoted": lambda h: h.cell("Zo: `<b>`.\n\n```\n<b>x</b> ![a](b)\n```"),
    "an address": lambda h: h.cell("Zie <https://voorbeeld.nl> of schrijf <a@voorbeeld.nl>."),
    "signs of other languages": lambda h: h.cell("Ångström, Çelik, Łódź, α ≤ β, € 5, ½, → ✓"),
    "a comment of a template": lambda h: h.cell("{# nog doen #}Een."),
    "a chapter of prose alone": lambda h: (h.notebooks / "voorwoord.ipynb").write_text(
        json.dumps(
            {
                "cells": [{"cell_type": "markdown", "metadata": {}, "source": "Een."}],
                "metadata": {"report45": {"chapter": "voorwoord", "title": "Voorwoord"}},
                "nbformat": 4,
                "nbformat_minor": 5,
            }
        )
    ),
}


@pytest.mark.parametrize("change", HARMLESS)
def test_what_does_no_harm_is_let_be(
    base: tuple[House, Study, Outline], house: House, change: str
) -> None:
    HARMLESS[change](house)
    found = by_check(house, *base[1:])
    assert found == by_build(house)
    assert {one.partition(":")[0] for one in found} <= {"warning"}
