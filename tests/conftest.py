"""Both delivered studies, built once for every test that reads what a build makes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from typer.testing import CliRunner, Result

from tests import limits, shared
from tests.reference.pages import PdfRow, Table, pdf_rows, plain, tables

ROOT = Path(__file__).parents[1]

limits.as_in_a_terminal()
pytest_runtest_setup = limits.pytest_runtest_setup
pytest_runtest_call = limits.pytest_runtest_call
pytest_runtest_teardown = limits.pytest_runtest_teardown


@dataclass(frozen=True)
class Release:
    """What one build made, read as a reader would.

    Parameters
    ----------
    folder : Path
        Holds ``deelrapport.html``, ``deelrapport.pdf``, ``facts.json`` and ``chapters/``.
    said : str
        What the command line printed.
    """

    folder: Path
    said: str

    @cached_property
    def facts(self) -> Mapping[str, Mapping[str, Any]]:
        """Every fact of ``facts.json`` by path."""
        written = json.loads((self.folder / "facts.json").read_text(encoding="utf-8"))
        return {one["path"]: one for one in written["facts"]}

    @cached_property
    def page(self) -> html.HtmlElement:
        """The HTML page."""
        return html.fromstring((self.folder / "deelrapport.html").read_bytes())

    @cached_property
    def prose(self) -> str:
        """The page's headings, paragraphs and list items, in order, one a line."""
        kinds = {"h1", "h2", "h3", "h4", "h5", "p", "li"}
        found = self.page.xpath("//main//* | //footer//*")
        return "\n".join(plain(one) for one in found if one.tag in kinds)

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """The page's tables by caption."""
        return tables(self.page)

    @cached_property
    def pdf(self) -> tuple[PdfRow, ...]:
        """The PDF's text, line by line."""
        return pdf_rows(self.folder / "deelrapport.pdf")


Build = Callable[..., Release]


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a Python program as a user would: in a process of its own, from the project's root."""
    return subprocess.run(  # noqa: S603  our own arguments
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Build a study folder with the command line, in a folder of its own.

    With variables of the environment it is a process of its own; without, kernels of this one are
    warm already.
    """

    def built(folder: Path, *options: str, **environment: str) -> Release:
        out = tmp_path_factory.mktemp("build")
        if not environment:
            return Release(out / folder.name, build_here(folder, out, *options))
        done = run("-m", "report45", "build", folder, "--out", out, *options, **environment)
        assert done.returncode == 0, done.stderr
        return Release(out / folder.name, done.stdout)

    return built


def command(*arguments: str | Path) -> Result:
    """Run a command of ours in this process, whose kernels are warm."""
    from report45.cli import app

    return CliRunner().invoke(app, [*map(str, arguments)])


def build_here(folder: Path, out: Path, *options: str) -> str:
    """Build a study folder with the command line, in this process; give what it printed."""
    done = command("build", folder, "--out", out, *options)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture(scope="session")
def built_almere(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return delivered(tmp_path_factory, "almere")


@pytest.fixture(scope="session")
def built_nsw(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return delivered(tmp_path_factory, "nsw")


def delivered(tmp: pytest.TempPathFactory, study: str) -> Release:
    """Build a delivered study with the command line; give what no test may change."""

    def make(out: Path) -> None:
        said = build_here(ROOT / "data" / study, out)
        (out / "said.txt").write_text(said, encoding="utf-8")

    out = shared.folder(tmp, f"built_{study}", make)
    return Release(out / study, (out / "said.txt").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``chapters/`` and the interim report as page, PDF and document for Word.

    Its chapters are made by hand, with everything in them that could go wrong.
    """
    from report45.builds.publish import publish
    from report45.chapters.executed import read_chapters
    from tests.book import fixtures

    def make(folder: Path) -> None:
        chapters = read_chapters(fixtures.whole(folder / "chapters"))
        publish(chapters, "deelrapport", folder, ["html", "pdf", "docx"])

    return shared.folder(tmp_path_factory, "published", make)
