"""Every command that the README and the guide for editors give, run as it stands there."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from tests.conftest import ROOT, Release
from tests.reference.pages import plain

DOCS = (ROOT / "README.md", ROOT / "docs" / "redactie.md")
BIN = Path(sys.executable).parent
_COMMAND = r"(?:\.venv/bin/)?(?:report45|papermill|jupyter|make|cp|dask) [^`|\n]*[^`|\s]"
_IN_TEXT = re.compile(rf"`({_COMMAND})`|^    ({_COMMAND})", re.MULTILINE)

PLACEHOLDERS = {
    "STUDY…": "almere",
    "STUDY": "almere",
    "FOLDER": "releases/almere-1.0",
    "OLD": "releases/almere-1.0",
    "NEW": "releases/almere-1.0",
}
ELSEWHERE = {
    "dask scheduler": "tests/execution/test_cluster.py",
    "dask worker tcp://host:8786": "tests/execution/test_cluster.py",
    "report45 build data/* --scheduler tcp://host:8786": "tests/execution/test_cluster.py",
}
"""What needs more than one machine, and where that is tried."""


def commands() -> list[str]:
    """Give the commands in the order they are told; what may be left out is left out."""
    found: list[str] = []
    for path in DOCS:
        for one in _IN_TEXT.finditer(path.read_text(encoding="utf-8")):
            written = (one[1] or one[2]).partition("  #")[0].strip()
            bare = re.sub(r" \[[^\]]*\]", "", written)
            found.append(" ".join(PLACEHOLDERS.get(word, word) for word in bare.split()))
    return list(dict.fromkeys(found))


def targets() -> set[str]:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):.*## ", text, re.MULTILINE))


@pytest.fixture(scope="module")
def house(
    tmp_path_factory: pytest.TempPathFactory, built_almere: Release, built_nsw: Release
) -> Path:
    """The project as a user has it, with what was built of it before."""
    folder = tmp_path_factory.mktemp("house")
    for name in ("data", "notebooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(".*"))
    for built in (built_almere, built_nsw):
        cache = built.folder.parent / ".cache"
        shutil.copytree(cache, folder / "build" / ".cache", dirs_exist_ok=True)
    return folder


def run(command: str, house: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(  # noqa: S602  the commands of our own documents
        command.replace(".venv/bin/", ""),
        cwd=house,
        env=environment,
        shell=True,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_the_commands_are_found() -> None:
    found = commands()
    assert "papermill notebooks/kenmerken.ipynb out.ipynb -p study data/almere" in found
    assert ".venv/bin/report45 facts almere --grep vrouw" in found
    assert "report45 build almere" in found
    assert len(found) > 20
    assert ELSEWHERE.keys() <= set(found)


def test_every_command_does_what_it_says(house: Path) -> None:
    for command in commands():
        program, *rest = command.split()
        if command in ELSEWHERE:
            continue
        if program == "make":
            assert rest[0] in targets(), command
            continue
        if "almere-1.1" in command and not (house / "releases" / "almere-1.1").exists():
            shutil.copytree(house / "releases/almere-1.0", house / "releases/almere-1.1")
        if command.startswith("report45 build"):
            command += " --to txt"
        done = run(command, house)
        assert done.returncode == 0, (command, done.stderr[-2000:])
    page = html.fromstring((house / "out.html").read_bytes())
    told = [plain(one) for one in page.iter("p", "h2", "h3", "h4", "li")]
    assert any("Ruim de helft van de klanten is vrouw" in one for one in told)
    # what it quotes of a chapter that was not executed beside it
    assert any("[verantwoording.balans" in one for one in told)
    assert "anders" in (house / "verschil.html").read_text(encoding="utf-8")


def test_a_fault_in_a_chapter_by_itself_is_a_sentence(house: Path, built_almere: Release) -> None:
    path = built_almere.folder / "chapters" / "casussen.ipynb"
    chapter = json.loads(path.read_text(encoding="utf-8"))
    prose = {"cell_type": "markdown", "id": "fout", "metadata": {}, "source": "{{ casussen.x }}"}
    alone = house / "alleen"
    alone.mkdir()
    (alone / "out.ipynb").write_text(json.dumps({**chapter, "cells": [*chapter["cells"], prose]}))
    done = run("jupyter nbconvert --to report45-html --log-level ERROR out.ipynb", alone)
    assert done.returncode == 2
    assert re.fullmatch(r"out\.ipynb, cell \d+, line \d+: there is no casussen\.x.*\n", done.stderr)
    assert not (alone / "out.html").exists()


@pytest.mark.parametrize("target", ["report", "html", "pdf", "docx", "facts", "check"])
def test_make_passes_the_name_of_a_study_on_whole(target: str) -> None:
    made = shutil.which("make")
    assert made
    told = subprocess.run(  # noqa: S603  -n runs nothing
        [made, "-n", target, "STUDY=mijn studie"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert re.search(r'report45 \w+ "mijn studie"', told.stdout), told.stdout + told.stderr
