"""What `diff` says of one client's other route, held to what the pages themselves say."""

from __future__ import annotations

import itertools
import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from lxml import html

from report45.book.plan import make_book
from report45.chapters.executed import read_chapters
from report45.errors import InputError, Place
from report45.facts import Share, to_json
from report45.prose.sentences import sentences_of
from report45.releases.diff import changes
from report45.releases.diff.changes import ReleaseDifference, TextChange, diff, fact_changes
from report45.releases.diff.displays import DisplayChange, display_change
from report45.releases.diff.page import as_page
from report45.releases.diff.printed import FactChange
from report45.releases.diff.side import read_side
from report45.releases.diff.tell import as_text
from report45.releases.diff.units import Unit, sentences, units
from report45.releases.release import Released
from report45.writers.document import to_notebook
from tests.conftest import ROOT, command
from tests.e2e import delivered
from tests.reference.pages import plain
from tests.releases.releases import assemble

PUBLICATIONS = ("deelrapport", "nieuwsbericht", "factsheet", "samenvatting")
ROUTES, ACTIVE = "figuur-resultaten-routes", "resultaten.routes.activering"
_QUOTES = str.maketrans("‘’“”–—\N{NO-BREAK SPACE}", "''\"\"-- ")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Almere with one client who took part after all, and is active now."""
    folder = tmp_path_factory.mktemp("other")
    study = Path(shutil.copytree(ROOT / "data" / "almere", folder / "almere"))
    files = delivered.read(study)
    (first, *_) = (row for row in files["trajecten"] if row["uitkomst"] == "geen deelname")
    first["uitkomst"] = "activering"
    delivered.write(study, files)
    return assemble(study, folder / "release")


@pytest.fixture(scope="module")
def found(released: Released, other: Path) -> ReleaseDifference:
    return diff(released.folder, other)


def texts(found: ReleaseDifference, name: str) -> list[TextChange]:
    return [one for one in found.publications.get(name, ()) if isinstance(one, TextChange)]


def displays(found: ReleaseDifference, name: str) -> list[DisplayChange]:
    return [one for one in found.publications.get(name, ()) if isinstance(one, DisplayChange)]


def same_signs(text: str) -> str:
    return " ".join(text.translate(_QUOTES).replace("--", "-").split())


def page(folder: Path, name: str) -> html.HtmlElement:
    return html.fromstring((folder / f"{name}.html").read_bytes())


def paragraphs(folder: Path, name: str) -> list[str]:
    """Headings, paragraphs and items of a page, without what displays hold."""
    main = page(folder, name)
    for one in main.xpath(
        "//figure | //div[@class='tabel'] | //a[contains(@class, 'footnote')] | //nav | //table"
    ):
        one.drop_tree()
    kinds = "self::p or self::li[not(p)] or self::h1 or self::h2 or self::h3 or self::h4"
    return [same_signs(plain(one)) for one in main.xpath(f"//*[{kinds}]")]


def cells(folder: Path, name: str) -> Iterator[tuple[str, str, str, str]]:
    """Every cell of every table of a page: anchor of the display, row, column and text."""
    for table in page(folder, name).xpath("//main//table[ancestor::*[@id]]"):
        anchor = table.xpath("ancestor::*[@id][1]/@id")[0]
        columns = [plain(one) for one in table.xpath("./thead//th")]
        for row in table.xpath("./tbody/tr"):
            shown = [plain(one) for one in row.xpath("./th | ./td")]
            yield from ((anchor, shown[0], *one) for one in zip(columns, shown, strict=False))


@pytest.mark.parametrize("name", PUBLICATIONS)
def test_every_paragraph_that_differs_is_told_and_no_other(
    found: ReleaseDifference, released: Released, other: Path, name: str
) -> None:
    old, new = paragraphs(released.folder, name), paragraphs(other, name)
    match = SequenceMatcher(None, old, new, autojunk=False)
    went: Counter[str] = Counter()
    came: Counter[str] = Counter()
    for kind, i1, i2, j1, j2 in match.get_opcodes():
        if kind != "equal":
            went.update(word for text in old[i1:i2] for word in text.split())
            came.update(word for text in new[j1:j2] for word in text.split())
    told = texts(found, name)
    said_went = Counter(word for one in told for word in same_signs(one.old).split())
    said_came = Counter(word for one in told for word in same_signs(one.new).split())
    assert said_came - said_went == came - went
    assert said_went - said_came == went - came
    assert not said_went - went
    assert not said_came - came
    for one in told:
        assert one.old != one.new
        assert one.old == "" or any(same_signs(one.old) in text for text in old), one.old
        assert one.new == "" or any(same_signs(one.new) in text for text in new), one.new


@pytest.mark.parametrize("name", PUBLICATIONS)
def test_every_cell_that_differs_is_told_and_no_other(
    found: ReleaseDifference, released: Released, other: Path, name: str
) -> None:
    before = {one[:3]: one[3] for one in cells(released.folder, name)}
    after = {one[:3]: one[3] for one in cells(other, name)}
    expected = {
        (*place, before.get(place, ""), after.get(place, ""))
        for place in {*before, *after}
        if before.get(place) != after.get(place)
    }
    told = {
        (shown.id, cell.row, cell.column, cell.old, cell.new)
        for shown in displays(found, name)
        for cell in shown.cells
        if cell.row
    }
    assert {(*one[:2], without_n(one[2]), *one[3:]) for one in told} == {
        (*one[:2], without_n(one[2]), *one[3:]) for one in expected
    }


def without_n(column: str) -> str:
    return re.sub(r"\s*\(n\s*=\s*\d+\)", "", column)


@pytest.mark.parametrize("name", PUBLICATIONS)
def test_every_picture_that_differs_is_told_and_no_other(
    found: ReleaseDifference, released: Released, other: Path, name: str
) -> None:
    def pictures(folder: Path) -> dict[str, bytes]:
        figures = page(folder, name).xpath("//figure[@id]")
        return {one.get("id"): b"".join(map(html.tostring, one.iter("svg"))) for one in figures}

    old, new = pictures(released.folder), pictures(other)
    assert {one.id for one in displays(found, name) if one.redrawn} == {
        anchor for anchor in {*old, *new} if old.get(anchor) != new.get(anchor)
    }


def test_every_fact_that_differs_is_told_and_no_other(
    found: ReleaseDifference, released: Released, other: Path
) -> None:
    old, new = (
        {
            path: json.dumps(dict(one.written), sort_keys=True)
            for chapter in read_chapters(sorted((folder / "chapters").glob("*.ipynb")))
            for path, one in chapter.facts.items()
        }
        for folder in (released.folder, other)
    )
    expected = {path for path in {*old, *new} if old.get(path) != new.get(path)}
    assert {one.path for one in found.facts} == expected
    assert "verloop.route.activering" in expected
    assert not any(path.startswith(("kenmerken.", "opzet.")) for path in expected)


def test_facts_named_are_those_that_alone_change_the_book(
    found: ReleaseDifference, released: Released, other: Path
) -> None:
    """A whole book is made anew with one fact of the other release, by the usual way."""
    chapters, changed = (
        read_chapters(sorted((folder / "chapters").glob("*.ipynb")))
        for folder in (released.folder, other)
    )
    theirs = {path: one for chapter in changed for path, one in chapter.facts.items()}
    told = [one for one in texts(found, "deelrapport") if one.old]
    named = sorted({path for one in told for path in one.facts} & theirs.keys())
    now = said(chapters)
    for path in named[:8]:
        swapped = tuple(
            replace(one, facts={**one.facts, path: theirs[path]}) if path in one.facts else one
            for one in chapters
        )
        altered = {*(now - said(swapped))}
        assert altered <= {one.old for one in told if path in one.facts}, path
    assert any(one.facts for one in told)


def said(chapters: tuple[object, ...]) -> Counter[str]:
    notebook = to_notebook(make_book(chapters, "deelrapport"))  # type: ignore[arg-type]
    notebook["metadata"]["report45"]["titled"] = {}
    return Counter(one.text for one in units(notebook) if one.kind != "display")


def test_everything_told_names_a_fact_of_its_subject(found: ReleaseDifference) -> None:
    changed = {one.path for one in found.facts}
    for name, told in found.publications.items():
        for one in told:
            assert one.facts, (name, one)
            groups = {*one.facts} - changed
            assert all(any(path.startswith(f"{it}.") for path in changed) for it in groups)
    (routes,) = (one for one in displays(found, "deelrapport") if one.id == ROUTES)
    told = {(one.row, one.column): one for one in routes.cells}
    active, absent = told["Activering", "Klanten"], told["Geen deelname", "Klanten"]
    assert (active.old, active.new, active.facts) == ("49", "50", (ACTIVE,))
    assert (absent.old, absent.new) == ("13", "12")
    assert ACTIVE not in absent.facts


def test_prose_that_was_rewritten_has_no_fact_to_blame(released: Released, tmp_path: Path) -> None:
    other = Path(shutil.copytree(released.folder, tmp_path / "other"))
    path = other / "books" / "nieuwsbericht.ipynb"
    before = path.read_text(encoding="utf-8")
    assert before.count("De resultaten zijn voorlopig.") >= 1
    path.write_text(before.replace("zijn voorlopig.", "staan nog niet vast."), encoding="utf-8")
    found = diff(released.folder, other)
    assert not found.facts
    ((name, told),) = found.publications.items()
    assert name == "nieuwsbericht"
    assert [(one.old, one.new, one.facts) for one in told if isinstance(one, TextChange)] == [
        ("De resultaten zijn voorlopig.", "De resultaten staan nog niet vast.", ())
    ]
    assert "because of no fact" in as_text(found)


def test_same_release_has_no_differences(released: Released) -> None:
    found = diff(released.folder, released.folder)
    assert (found.facts, found.publications, found.inputs) == ((), {}, ())
    assert "No fact, sentence, table or figure differs." in as_text(found)
    assert "Geen zin, tabel of figuur is anders." in as_page(found)


def test_page_is_dutch_self_contained_and_accessible(found: ReleaseDifference) -> None:
    written = as_page(found)
    made = html.fromstring(written.encode())
    assert made.get("lang") == "nl"
    assert len(made.xpath("//h1")) == 1
    assert not re.search(r"(?:src|href)=\"(?!#)|url\((?!data:)", written)
    assert all(one.xpath("./caption") for one in made.iter("table"))
    assert all(one.get("scope") for one in made.iter("th"))
    levels = [int(one.tag[1]) for one in made.xpath("//h1 | //h2 | //h3")]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    anchors = set(made.xpath("//@id"))
    assert {one[1:] for one in made.xpath("//a/@href")} <= anchors
    for one in found.publications["deelrapport"]:
        assert all(path in written for path in one.facts)


def test_command_tells_and_writes_a_page(released: Released, other: Path, tmp_path: Path) -> None:
    place = tmp_path / "verschil.html"
    done = command("diff", released.folder, other, "--html", place)
    assert done.exit_code == 0, done.output
    assert "Activering, Klanten: 49 → 50" in done.stdout
    assert "<h1>Wat er verandert</h1>" in place.read_text(encoding="utf-8")
    done = command("diff", released.folder, tmp_path)
    assert done.exit_code == 2
    assert "manifest.json: the file is missing" in done.output


def test_release_that_is_not_whole_is_refused(released: Released, tmp_path: Path) -> None:
    part = Path(shutil.copytree(released.folder, tmp_path / "part"))
    (part / "books" / "factsheet.ipynb").unlink()
    with pytest.raises(InputError, match=r"is not whole.*report45 verify"):
        diff(released.folder, part)


def test_facts_that_came_and_went_are_told() -> None:
    one = {"path": "a.b", "kind": "count", "value": 3, "text": "3"}
    two = {**one, "path": "a.c"}
    found = fact_changes({"a.b": one}, {"a.c": two})
    assert [(it.path, it.old, it.new) for it in found] == [("a.c", None, two), ("a.b", one, None)]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Eén zin. Nog een zin? Ja.", ["Eén zin.", "Nog een zin?", "Ja."]),
        ("Zie bijv. Almere en art. 3.", ["Zie bijv. Almere en art. 3."]),
        ("Het kost 1.250 euro, d.w.z. meer.", ["Het kost 1.250 euro, d.w.z. meer."]),
        ("Ze zei: ‘Het kan.’ Dat kan.", ["Ze zei: ‘Het kan.’", "Dat kan."]),
        ("# Kop\nTekst\nloopt door.\n\n- een\n- twee", ["Kop", "Tekst loopt door.", "een", "twee"]),
        ("Zie [tabel 2.1](#tabel-a-b)[^1] en **vet**.", ["Zie tabel 2.1 en vet."]),
        (r"Een \*ster\* en een onder\_streep.", ["Een *ster* en een onder_streep."]),
        ("::: kader Titel\nTekst.\n:::", ["Titel", "Tekst."]),
    ],
)
def test_sentences_of_markdown(markdown: str, expected: list[str]) -> None:
    assert [text for _, text in sentences(markdown)] == expected


def test_computed_sentence_without_a_number_is_laid_to_the_group_it_came_with() -> None:
    paths = ["controle.keert.volledig.laag", "controle.keert.volledig.hoog", "controle.keert.werk"]
    assert changes._group(paths) == "controle.keert"
    assert changes._group(["controle.redenen.man"]) == "controle.redenen"


def test_cell_of_two_numbers_names_the_fact_behind_them() -> None:
    def shown(count: int, other: str) -> Unit:
        rows = [{"header": "Werk", "cells": [f"{count} ({count}%)", other], "role": "body"}]
        columns = [{"label": one, "n": None, "align": "left"} for one in ("", "Deel", "Rest")]
        table = {"columns": columns, "rows": rows}
        written = {"kind": "table", "chapter": "a", "name": "t", "caption": "T", "table": table}
        return Unit("display", "T", "1", Place(), id="tabel-a-t", written=written)

    def share(path: str, count: int) -> dict[str, object]:
        written = to_json(path, Share(count, 100))
        return {**written, "text": f"{count} procent"}

    facts = [
        FactChange(path, share(path, old), share(path, new))
        for path, old, new in (("a.werk", 17, 55), ("a.ander", 7, 5), ("a.rest", 83, 45))
    ]
    change = display_change(shown(17, "–"), shown(55, "x"), facts, {})
    assert change is not None
    assert [(one.column, one.facts) for one in change.cells] == [
        ("Deel", ("a.werk",)),
        ("Rest", ()),
    ]
    assert change.facts == ("a.werk",)
    assert display_change(shown(17, "–"), shown(17, "–"), facts, {}) is None


def test_a_release_keeps_the_sentences_it_was_made_with(other: Path) -> None:
    side = read_side(other)
    assert side.sentences.keys() == {*PUBLICATIONS}
    for name, said in side.sentences.items():
        assert said.messages == sentences_of(side.chapters[0], name).messages
        assert said.terms["experiment"] == "experimentgroep"
