"""An edit of prose executes nothing; an edit of code or data executes what follows from it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from report45.builds.build import build
from report45.builds.build_record import Built
from report45.builds.why import why
from report45.errors import InputError
from tests.conftest import ROOT, Release
from tests.execution.notebooks import OPEN, write
from tests.study.small import edit, small

COMMAND = [sys.executable, "-m", "report45", "build"]

NEW = (
    "\n\nNieuw in deze alinea: {% if verloop.niet_deelgenomen.count > 50 %}meer dan vijftig, "
    "namelijk {{ verloop.niet_deelgenomen.count }}{% else %}hoogstens vijftig{% endif %} klanten "
    "vielen af, en {{ instrumenten.geen }} gebruikte geen instrument."
)
# 75 of 203 did not take part; 58 of the 128 who did had no instrument.
SAID = (
    "Nieuw in deze alinea: meer dan vijftig, namelijk 75 klanten vielen af, en 45 procent "
    "gebruikte geen instrument."
)
ADDED = "\nOok dit staat er sinds vandaag: het begon op {{ inleiding.data.start | datum }}.\n"
TOLD = "Ook dit staat er sinds vandaag: het begon op 1 oktober 2017."


@dataclass(frozen=True)
class Project:
    """A folder as a user has it: studies, notebooks and what was built."""

    folder: Path
    study: str

    @property
    def built(self) -> Path:
        """Where the study's publications are."""
        return self.folder / "build" / self.study

    def start(self, *options: str) -> subprocess.Popen[str]:
        """Start a build with the command line."""
        return subprocess.Popen(  # noqa: S603  our own arguments
            [*COMMAND, self.study, *options],
            cwd=self.folder,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def build(self, *options: str) -> str:
        """Build with the command line; give what it printed."""
        process = self.start(*options)
        said, wrong = process.communicate(timeout=120)
        assert process.returncode == 0, wrong
        return said

    def facts(self) -> Built:
        """Execute what must be, and publish nothing but the facts."""
        data, notebooks = self.folder / "data" / self.study, self.folder / "notebooks"
        return build(data, self.folder / "build", formats=(), notebooks=notebooks)

    def files(self) -> dict[str, bytes]:
        """Give everything that was built, by its path."""
        found = (path for path in sorted(self.built.rglob("*")) if path.is_file())
        return {str(path.relative_to(self.built)): path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def edited(built_almere: Release, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Almere, built before; then a sentence is added to a chapter and to a text, and built."""
    project = Project(tmp_path_factory.mktemp("project"), "almere")
    shutil.copytree(ROOT / "data" / "almere", project.folder / "data" / "almere")
    shutil.copytree(ROOT / "notebooks", project.folder / "notebooks")
    shutil.copytree(built_almere.folder.parent, project.folder / "build")
    _add_prose(project.folder / "notebooks" / "kenmerken.ipynb", NEW)
    text = project.folder / "data" / "almere" / "texts" / "slotbeschouwing_betekenis.md"
    text.write_text(text.read_text(encoding="utf-8") + ADDED, encoding="utf-8")
    (project.folder / "said.txt").write_text(project.build(), encoding="utf-8")
    yield project
    shutil.rmtree(project.folder)


def _add_prose(path: Path, prose: str) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cell = next(one for one in notebook["cells"] if one["cell_type"] == "markdown")
    cell["source"] = "".join(cell["source"]) + prose
    path.write_text(json.dumps(notebook), encoding="utf-8")


def test_an_edit_of_prose_executes_nothing(edited: Project) -> None:
    said = (edited.folder / "said.txt").read_text(encoding="utf-8")
    chapters = len(list((ROOT / "notebooks").glob("*.ipynb")))
    assert f"almere: 0 chapters executed, {chapters} unchanged" in said
    again = edited.facts()
    assert again.executed == ()
    assert len(again.reused) == chapters


@pytest.mark.parametrize(
    ("publication", "sentences"), [("deelrapport", [SAID, TOLD]), ("samenvatting", [TOLD])]
)
def test_the_sentence_stands_in_every_format(
    publication: str, sentences: list[str], edited: Project
) -> None:
    from lxml import html
    from pdfminer.high_level import extract_text

    page = html.fromstring((edited.built / f"{publication}.html").read_bytes()).text_content()
    printed = extract_text(edited.built / f"{publication}.pdf")
    for sentence in sentences:
        assert sentence in " ".join(page.split())
        assert _letters(sentence) in _letters(printed)


def _letters(text: str) -> str:
    """Leave out what breaking lines adds to a text."""
    return "".join(one for one in text if one.isalnum())


def test_nothing_else_changes(edited: Project, built_almere: Release) -> None:
    for name in ("facts.json", "factsheet.pdf", "nieuwsbericht.txt"):
        assert (edited.built / name).read_bytes() == (built_almere.folder / name).read_bytes()


FIRST = (
    OPEN.format("kenmerken"),
    "from report45.analysis import characteristics\n"
    'chapter.publish("geslacht", characteristics.compare(chapter.study, "geslacht"))',
)
LAST = (
    OPEN.format("opzet"),
    "from report45.analysis import allocation\n"
    'chapter.publish("toewijzing", allocation.allocation(chapter.study))',
    "import pathlib, time\nwhile pathlib.Path('wacht').exists():\n    time.sleep(0.02)",
)
"""The last chapter waits for as long as there is a file called wacht."""


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A small study with two chapters, built once."""
    project = Project(tmp_path_factory.mktemp("once"), "proef")
    small(project.folder / "data" / "proef")
    write(project.folder / "notebooks", "kenmerken", *FIRST)
    write(project.folder / "notebooks", "opzet", *LAST)
    project.build("--to", "html")
    return project


@pytest.fixture
def proef(once: Project, tmp_path: Path) -> Project:
    """The small study with what was built of it, to do with as one likes."""
    shutil.copytree(once.folder, tmp_path, dirs_exist_ok=True)
    return Project(tmp_path, "proef")


def test_what_each_edit_executes(proef: Project) -> None:
    assert proef.facts().executed == ()
    _add_prose(proef.folder / "notebooks" / "opzet.ipynb", " Nog {{ opzet.toewijzing.n.totaal }}.")
    assert proef.facts().executed == ()
    write(proef.folder / "notebooks", "opzet", *LAST[:2])
    assert proef.facts().executed == ("opzet",)
    edit(proef.folder / "data" / "proef", "klanten.csv", "0008;EXP;M", "0008;EXP;V")
    assert proef.facts().executed == ("kenmerken", "opzet")
    facts = json.loads((proef.built / "facts.json").read_text(encoding="utf-8"))["facts"]
    women = next(one for one in facts if one["path"] == "kenmerken.geslacht.vrouw.experiment")
    assert (women["count"], women["base"]) == (2, 2)


def test_a_table_that_no_chapter_reads_executes_nothing_and_is_checked_all_the_same(
    proef: Project,
) -> None:
    data = proef.folder / "data" / "proef"
    path = data / "einde.csv"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert proef.facts().executed == ()
    path.write_text(path.read_text(encoding="utf-8") + "0008;geen datum;x\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"einde\.csv"):
        proef.facts()


def test_why_says_what_changed_as_a_person_would(proef: Project) -> None:
    def told(*chapter: str) -> list[str]:
        data, notebooks = proef.folder / "data" / "proef", proef.folder / "notebooks"
        return list(why(data, proef.folder / "build", notebooks, *chapter))

    unchanged = ["kenmerken: unchanged", "opzet: unchanged"]
    assert told()[:2] == unchanged
    _add_prose(proef.folder / "notebooks" / "opzet.ipynb", " Nog een zin.")
    assert told()[:2] == unchanged
    write(proef.folder / "notebooks", "opzet", LAST[0], LAST[1] + "\n")
    edit(proef.folder / "data" / "proef", "klanten.csv", "0008;EXP;M", "0008;EXP;V")
    assert told()[:2] == [
        "kenmerken: table clients changed",
        "opzet: it has 3 code cells, it had 4; table clients changed",
    ]
    assert told("opzet") == ["opzet: it has 3 code cells, it had 4; table clients changed"]
    with pytest.raises(InputError, match="Known: kenmerken, opzet"):
        told("verloop")
    shutil.rmtree(proef.folder / "build")
    assert told("opzet") == ["opzet: was never executed here"]


def test_a_damaged_entry_is_made_again_and_never_used(proef: Project) -> None:
    whole = proef.files()
    entries = {path: path.read_bytes() for path in (proef.folder / "build/.cache").rglob("*.json")}
    shutil.rmtree(proef.folder / "build" / ".cache" / "st")  # what says that nothing is to be done
    damaged = next(path for path, held in entries.items() if b"kenmerken.geslacht" in held)
    damaged.write_bytes(entries[damaged].replace(b"vrouw", b"VROUW"))
    assert proef.facts().executed == ("kenmerken",)
    assert damaged.read_bytes() == entries[damaged]
    assert proef.files() == whole


def test_two_builds_at_once_both_end_well(proef: Project) -> None:
    whole = proef.files()
    shutil.rmtree(proef.built)
    both = [proef.start("--to", "html", "--force") for _ in range(2)]
    assert [one.communicate(timeout=120)[1] and one.returncode for one in both] == [0, 0]
    assert proef.files() == whole
    assert _left(proef) == []


def test_a_build_that_is_killed_leaves_the_earlier_one_whole(proef: Project) -> None:
    whole = proef.files()
    assert {"deelrapport.html", "facts.json", "chapters/opzet.ipynb"} <= whole.keys()
    (proef.folder / "wacht").touch()
    process = proef.start("--to", "html", "--force")
    try:
        _until(lambda: bool(_chapters_left(proef)))
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.communicate(timeout=60)
    assert _chapters_left(proef) == ["kenmerken.ipynb"]
    assert proef.files() == whole
    (proef.folder / "wacht").unlink()
    assert "2 chapters executed" in proef.build("--to", "html", "--force")
    assert proef.files() == whole
    assert _left(proef) == []


def _left(project: Project) -> list[str]:
    """Name the workspaces of builds that are under way, or were killed."""
    return [path.name for path in (project.folder / "build").glob(".proef-*")]


def _chapters_left(project: Project) -> list[str]:
    found = (project.folder / "build").glob(".proef-*/work/chapters/*.ipynb")
    return [path.name for path in found]


def _until(holds: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)
