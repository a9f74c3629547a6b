"""The whole check: planted faults are found and nothing else, the delivered prose is sound."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from report45.chapters.executed import Chapter
from report45.chapters.outline import outline
from report45.chapters.planned import Outline
from report45.cli import app
from report45.errors import Place
from report45.facts import Fact, Number
from report45.lint.check import check_prose
from report45.lint.formats import as_github, as_json, as_text
from report45.prose.narrative import Narrator
from report45.study.load import Study, load
from report45.wording.notices import AS_IT_IS, fault, notice
from report45.wording.telling import telling
from report45.writers.pandoc import PandocSource, convert
from tests.book.fixtures import META

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def almere() -> tuple[Study, Outline]:
    study = load(ROOT / "data" / "almere")
    return study, outline(study)


@pytest.mark.parametrize("name", ["almere", "nsw"])
def test_the_delivered_prose_is_sound(name: str) -> None:
    study = load(ROOT / "data" / name)
    found = check_prose(study, outline(study), ROOT / "notebooks")
    assert [str(one) for one in found] == []


class House:
    """A copy of the study's texts and the notebooks, to plant faults in."""

    def __init__(self, folder: Path, study: Study) -> None:
        self.notebooks = folder / "notebooks"
        shutil.copytree(ROOT / "notebooks", self.notebooks, ignore=shutil.ignore_patterns(".*"))
        shutil.copytree(study.folder / "texts", folder / "almere" / "texts")
        shutil.copy(study.folder / "sentences.ftl", folder / "almere")
        self.study = replace(study, folder=folder / "almere")
        self.planted: list[tuple[str, int | None, str]] = []

    def cell(self, chapter: str, added: str, code: str) -> None:
        """Add a paragraph to the last prose of a chapter."""
        path, notebook = self._open(chapter)
        cells = list(enumerate(notebook["cells"], start=1))
        number, cell = [one for one in cells if one[1]["cell_type"] == "markdown"][-1]
        cell["source"] = "".join(cell["source"]) + f"\n\n{added}\n"
        path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8")
        self.planted.append((path.name, number, code))

    def unmentioned(self, chapter: str, name: str) -> None:
        """Take the references to a display out of its chapter."""
        path, notebook = self._open(chapter)
        for number, cell in enumerate(notebook["cells"], start=1):
            source = "".join(cell["source"])
            if cell["cell_type"] == "code" and f'publish("{name}")' in source:
                self.planted.append((path.name, number, "not-mentioned"))
            cell["source"] = re.sub(rf"\{{\{{ ref\.{name}\b.*?\}}\}}", "Dit", source)
        path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8")

    def _open(self, chapter: str) -> tuple[Path, Any]:
        path = self.notebooks / f"{chapter}.ipynb"
        return path, json.loads(path.read_text(encoding="utf-8"))

    def text(self, name: str, added: str, code: str) -> None:
        """Add a paragraph to a text."""
        path = self.study.folder / "texts" / name
        path.write_text(path.read_text(encoding="utf-8") + f"\n{added}\n", encoding="utf-8")
        self.planted.append((name, None, code))


def test_planted_faults_are_found_and_nothing_else(
    tmp_path: Path, almere: tuple[Study, Outline]
) -> None:
    study, published = almere
    path = "kenmerken.nationaliteit.anders.totaal"
    changed: dict[str, Fact] = {
        path: replace(published.facts[path], suppressed=True),  # type: ignore[call-arg]
        "kenmerken.uitkeringsduur.mediaan.totaal": Number(float("nan"), "jaar", 1),
    }
    planned = [
        replace(one, facts={name: changed.get(name, fact) for name, fact in one.facts.items()})
        for one in published.planned
    ]
    published = Outline(planned, {(one.chapter, one.row) for one in planned})
    house = House(tmp_path, study)
    house.cell("verloop", "{{ verloop.deelgenommen | breuk }}", "unknown-fact")
    house.text("leeswijzer.md", "{{ kenmerken.geslacht.vrouw.totall }}", "unknown-fact")
    said = "{{ kenmerken.nationaliteit.anders.totaal }}"
    house.text("kenmerken_leefvorm.md", said, "suppressed-fact")
    said = "{{ kenmerken.uitkeringsduur.mediaan.totaal }}"
    house.text("kenmerken_uitkeringsduur.md", said, "missing-fact")
    said = "Van de experimentgroep vond 15 procent betaald werk."
    house.text("resultaten_voorlopig.md", said, "typed-number")
    house.text("aanpak.md", "Er is maximaal € 2.500 uit het maatwerkbudget.", "typed-number")
    said = "In de controlegroep heeft twintig procent betaald werk gevonden."
    house.text("slotbeschouwing_betekenis.md", said, "contradiction")
    said = "Twee derde van de klanten is in Nederland geboren."
    house.text("kenmerken_geboorteland.md", said, "contradiction")
    house.cell("resultaten", "{{ toon('uitkomst') }}", "dead-reference")
    house.text("onderzoek.md", "Zie {{ ref.nationaliteit }}.", "dead-reference")
    house.unmentioned("klantmanagement", "contacten")
    house.unmentioned("slotbeschouwing", "pijlers")
    house.cell("casussen", "{{ inleiding.data.einde | datum }", "template-syntax")
    house.text("opzet_toevoeging.md", "{% if verloop is defined %}Ja.", "template-syntax")

    found = check_prose(house.study, published, house.notebooks)
    places = [(Path(one.place.file).name, one.place.cell, one.code) for one in found]
    assert sorted(places, key=str) == sorted(house.planted, key=str)
    # What only repeats a fact is not wrong yet.
    assert {one.code for one in found if one.severity == "warning"} == {"typed-number"}


def test_every_unknown_fact_of_a_cell_is_told(
    tmp_path: Path, almere: tuple[Study, Outline]
) -> None:
    study, published = almere
    house = House(tmp_path, study)
    house.cell("inleiding", "{{ verloop.weg }}\n\n{{ verloop.ook_weg }}", "")
    first, second = check_prose(house.study, published, house.notebooks)
    assert (first.code, second.code) == ("unknown-fact", "unknown-fact")
    assert second.place.line == (first.place.line or 0) + 2


@pytest.mark.parametrize(
    ("said", "code", "problem"),
    [
        (
            "{{ kenmerken.geslacht }}",
            "prose",
            "kenmerken.geslacht is not a fact but a group of them",
        ),
        ("{{ kenmerken.geslacht.vrouw.zin | breuk }}", "prose", "breuk"),
        ("{{ 1 + 1 }}", "prose", "prose does not compute"),
        ("Een noot.[^weg]", "unknown-note", "there is no footnote [^weg]."),
        (":::", "open-block", "a box is closed (:::) that was never opened."),
    ],
)
def test_what_only_rendering_tells(
    tmp_path: Path, almere: tuple[Study, Outline], said: str, code: str, problem: str
) -> None:
    study, published = almere
    house = House(tmp_path, study)
    house.cell("inleiding", said, code)
    (one,) = check_prose(house.study, published, house.notebooks)
    assert (Path(one.place.file).name, one.place.cell, one.code) == house.planted[0]
    assert problem in one.problem


def test_a_number_that_no_fact_holds_is_a_warning(
    tmp_path: Path, almere: tuple[Study, Outline]
) -> None:
    study, published = almere
    house = House(tmp_path, study)
    house.text("aanpak.md", "Bij 17 klanten was er ruzie.\n\n<!-- vrij --> Bij 18 klanten ook.", "")
    (one,) = check_prose(house.study, published, house.notebooks)
    assert (one.severity, one.code) == ("warning", "typed-number")
    assert "17 klanten" in one.problem


def test_what_is_shown_is_mentioned_where_prose_is_printed(
    tmp_path: Path, almere: tuple[Study, Outline]
) -> None:
    study, published = almere
    house = House(tmp_path, study)
    house.unmentioned("verantwoording", "spreiding")
    house.cell("verantwoording", "\n\n{% if false %}\n{{ ref.spreiding }}\n{% endif %}\n\n", "")
    (one,) = check_prose(house.study, published, house.notebooks)
    assert (one.code, one.about) == ("not-mentioned", "spreiding")


# --- Free passages ---------------------------------------------------------------------------


def rendered(prose: str) -> str:
    bare = Chapter("a", "", "a.ipynb", "s", META, {"t.md": "<!-- vrij -->\nTekst"}, (), {})
    markdown, faults = Narrator(bare, (), ()).render(prose, Place("a"))
    assert faults == []
    return markdown


def test_the_marks_of_free_passages_reach_no_page() -> None:
    prose = "- een\n<!-- vrij -->\n- twee <!--vrij-->8 uur<!-- /vrij -->\n<!-- /vrij -->\n- drie"
    assert rendered(prose) == "- een\n- twee 8 uur\n- drie"
    assert rendered("{% include 't.md' %}") == "Tekst"
    for made in convert(
        [PandocSource(Place("a"), "", rendered(prose))], ("html5", "typst"), ()
    ).values():
        assert "vrij" not in made.pieces[0].body


def test_lines_keep_their_numbers_behind_the_marks() -> None:
    bare = Chapter("a", "", "a.ipynb", "s", META, {}, (), {})
    _, (fault,) = Narrator(bare, (), ()).render(
        "<!-- vrij -->\n<!-- /vrij -->\n{{ weg }}", Place("a")
    )
    assert fault.place == Place("a", line=3)


# --- Formats and exit codes ------------------------------------------------------------------

WORDS = notice(AS_IT_IS, tekst="100% fout:", raad="Doe, iets.")
ERROR = fault(Place("data/a.md", line=3), "unknown-fact", WORDS)
NUMBER = notice(AS_IT_IS, tekst="Een getal.")
WARNING = fault(Place("b.ipynb", 2, line=1), "typed-number", NUMBER, "warning")


def test_as_text() -> None:
    assert as_text([ERROR, WARNING], telling(), "proef", "gekeken").splitlines() == [
        "fout: data/a.md, regel 3: 100% fout: Doe, iets. [unknown-fact]",
        "waarschuwing: b.ipynb, cel 2, regel 1: Een getal. [typed-number]",
        "proef: 1 fout, 1 waarschuwing (gekeken)",
    ]
    english = as_text([ERROR, ERROR], telling("en"), "proef").splitlines()
    assert english[0].startswith("error: data/a.md, line 3: ")
    assert english[-1] == "proef: 2 errors"
    assert as_text([], telling(), "proef", "gekeken") == "proef: niets mis in het proza (gekeken)"


def test_as_json() -> None:
    assert json.loads(as_json([WARNING], telling())) == [
        {
            "file": "b.ipynb",
            "cell": 2,
            "line": 1,
            "severity": "warning",
            "code": "typed-number",
            "problem": "Een getal.",
            "remedy": "",
            "about": "",
            "place": "b.ipynb, cel 2, regel 1",
        }
    ]
    assert json.loads(as_json([], telling())) == []


def test_as_github() -> None:
    told = "::error file=data/a.md,line=3,title=unknown-fact::100%25 fout: Doe, iets."
    assert as_github([ERROR], telling()) == told
    assert as_github([], telling()) == ""


def test_github_shows_the_line_of_the_notebooks_file(tmp_path: Path) -> None:
    path = tmp_path / "a.ipynb"
    cells = [["gelijk\n", "é\n"], ["gelijk\n", "\n", "“hier”"]]
    notebook = {"cells": [{"cell_type": "markdown", "source": source} for source in cells]}
    path.write_text(json.dumps(notebook, indent=1), encoding="utf-8")
    written = as_github([replace(WARNING, place=Place(str(path), 2, line=3))], telling())
    line = int(written.partition("line=")[2].partition(",")[0])
    assert "hier" in path.read_text(encoding="utf-8").splitlines()[line - 1]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str]]:
    """``report45 check`` in a copy of the delivered studies and notebooks."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    shutil.copytree(ROOT / "data" / "nsw", tmp_path / "data" / "nsw")
    monkeypatch.chdir(tmp_path)

    def check(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(app, ["check", "nsw", *arguments])
        return result.exit_code, result.stdout

    return check


def test_exit_codes(run: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    text = tmp_path / "data" / "nsw" / "texts" / "onderzoek.md"
    sound = text.read_text(encoding="utf-8")
    code, said = run()
    assert (code, said.count("\n")) == (0, 1)
    text.write_text(f"{sound}\nEr waren 17 stoelen.\n", encoding="utf-8")
    assert run()[0] == 0
    text.write_text(f"{sound}\n{{{{ kenmerken.leeftijd.gemidelde }}}}\n", encoding="utf-8")
    code, said = run("--format", "json")
    assert code == 1
    assert json.loads(said)[0]["file"] == "data/nsw/texts/onderzoek.md"
    for language, problem in (
        ("nl", "fout: data/nsw/texts/onderzoek.md, regel 11: er is geen kenmerken.leeftijd.gemid"),
        ("en", "error: data/nsw/texts/onderzoek.md, line 11: there is no kenmerken.leeftijd.gem"),
    ):
        assert problem in run("--lang", language)[1]
    text.write_text(f"{sound}\n{{{{ 1 + 1 }}}}\n", encoding="utf-8")
    for language, problem in (("nl", "proza rekent niet (+)."), ("en", "prose does not compute")):
        assert problem in run("--lang", language, "--format", "github")[1]
    assert run("--format", "xml")[0] == 2
    text.write_text(f"{sound}\nBij 17 deelnemers was dat zo.\n", encoding="utf-8")
    for language, said in (("nl", "met de hand getypt"), ("en", "typed by hand")):
        assert said in run("--lang", language)[1]
    assert run("--lang", "de")[0] == 2
    table = tmp_path / "data" / "nsw" / "clients.csv"
    table.write_text("client\n1\n", encoding="utf-8")
    code, said = run("--format", "json")
    assert (code, json.loads(said)[0]["file"]) == (2, "data/nsw/clients.csv")
    table.unlink()
    assert run()[0] == 2
    assert json.loads(run("--format", "gitlab")[1])[0]["check_name"] == "missing-file"


def test_the_check_leaves_everything_as_it_is(
    run: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    run()
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
