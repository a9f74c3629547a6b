"""Read the prose of a study without a kernel: chapters run in this process, books as Markdown."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import matplotlib.pyplot as plt
import pytest
from matplotlib.figure import Figure

from report45.book.blocks import Block, Shown
from report45.book.plan import make_book
from report45.chapters.executed import Chapter, chapter_of
from report45.chapters.find import find_chapters, split_chapters
from report45.facts import Fact
from report45.study.load import load
from tests import shared
from tests.conftest import ROOT

NOTEBOOKS = ROOT / "notebooks"
DRAWING = ("bars", "figures", "practice", "schemes")
PUBLICATIONS = ("deelrapport", "nieuwsbericht", "factsheet", "samenvatting")


@dataclass(frozen=True)
class Rendered:
    """All publications of one study as a reader would read them.

    Parameters
    ----------
    folder : Path
        The study's.
    facts : mapping of str to str
        Printed text of every fact, by path.
    prose : mapping of str to str
        Markdown of every publication's prose, by publication; of the interim report also by
        chapter, as ``deelrapport.kenmerken``.
    shown : mapping of str to mapping
        Every display as JSON, by path.
    values : mapping of str to Fact
        The facts themselves, by path.
    """

    folder: Path
    facts: Mapping[str, str]
    prose: Mapping[str, str]
    shown: Mapping[str, Mapping[str, Any]]
    values: Mapping[str, Fact]

    def chapter(self, name: str) -> str:
        """Give the prose of one chapter of the interim report."""
        return self.prose[f"deelrapport.{name}"]


def render(folder: Path) -> Rendered:
    """Execute every chapter on a study and render every publication."""
    chapters = execute(folder)
    facts = {path: one.text for each in chapters for path, one in each.facts.items()}
    prose: dict[str, str] = {}
    shown: dict[str, Mapping[str, Any]] = {}
    for publication in PUBLICATIONS:
        book = make_book(chapters, publication)
        sections = [section for part in book.chapters for section in part]
        prose[publication] = "\n\n".join(
            [f"# {book.title}", *(_text(one.blocks) for one in sections)]
        )
        if publication == "deelrapport":
            prose |= {f"{publication}.{one.name}": _text(one.blocks) for one in sections}
        for block in (block for one in sections for block in one.blocks):
            if isinstance(block, Shown):
                shown[block.display.path] = block.display.written
    values = {path: one.fact for each in chapters for path, one in each.facts.items()}
    return Rendered(folder, facts, prose, shown, values)


def as_delivered(tmp: pytest.TempPathFactory) -> Rendered:
    """Give Almere as it was delivered, rendered once for all tests."""
    return shared.value(tmp, "as_delivered", lambda _: render(ROOT / "data" / "almere"))


def execute(folder: Path) -> tuple[Chapter, ...]:
    """Run the code cells of every chapter that suits a study, in this process; draw nothing."""
    return tuple(chapter_of(node, name) for name, node in notebooks(folder, drawn=False).items())


def notebooks(folder: Path, *, drawn: bool = True) -> dict[str, dict[str, Any]]:
    """Give the executed notebooks of a study by file name, run in this process."""
    study = load(folder)
    has = study.config.provides(cases=bool(study.cases))
    chapters, _ = split_chapters(find_chapters(NOTEBOOKS), has)
    with ExitStack() as patched:
        patched.enter_context(patch("report45.chapters.notebook.load", lambda _: study))
        for module in () if drawn else DRAWING:
            patched.enter_context(patch(f"report45.display.{module}.to_svg", _undrawn))
        return {one.path.name: _run(one.path, folder) for one in chapters}


def _undrawn(figure: Figure) -> str:
    plt.close(figure)
    return "<svg/>"


def _run(path: Path, folder: Path) -> dict[str, Any]:
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    names: dict[str, Any] = {}
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        bundles: list[dict[str, Any]] = []
        with patch("IPython.display.display", lambda one, kept=bundles, **_: kept.append(one)):
            exec("".join(cell["source"]), names)  # noqa: S102  our own notebooks
        if "parameters" in cell["metadata"].get("tags", ()):
            names["study"] = str(folder)
        cell["outputs"] = [{"output_type": "display_data", "data": one} for one in bundles]
    return notebook


def _text(blocks: Sequence[Block]) -> str:
    return "\n\n".join(
        f"[[{block.label or block.display.kind}]]" if isinstance(block, Shown) else block.markdown
        for block in blocks
    )
