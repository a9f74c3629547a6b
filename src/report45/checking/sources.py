"""The prose of a study and the chapters it belongs to, as they are before anything is executed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from report45.checking.cells import Published, published
from report45.execution.chapters import Chapter as Notebook
from report45.execution.chapters import find_chapters, read_notebook, split_by_tables
from report45.facts import Fact, Facts
from report45.publishing.chapters import Cell, Chapter, Display, Stated
from report45.study.load import Study
from report45.study.stated import title_data
from report45.study.texts import read_sentences, read_texts
from report45.wording.numbers import say


@dataclass(frozen=True)
class Drafted:
    """A chapter a study can fill, before it is executed; or a publication's own text.

    Parameters
    ----------
    chapter : Chapter
        With the facts and displays its code cells would give.
    path : Path
        The notebook or text.
    calls : tuple of Published
        What its code cells publish.
    open : tuple of str
        How the fact paths begin that only execution would tell.
    """

    chapter: Chapter
    path: Path
    calls: tuple[Published, ...] = ()
    open: tuple[str, ...] = ()

    def number(self, cell: Cell) -> int | None:
        """Give a cell's number for messages; None in a text, which has no cells."""
        return cell.number if self.path.suffix == ".ipynb" else None


def draft_chapters(
    study: Study, facts: Facts, notebooks: Path
) -> tuple[tuple[Drafted, ...], tuple[Notebook, ...]]:
    """Read the chapters of a study without executing them.

    Parameters
    ----------
    study : Study
    facts : mapping of str to Fact
        Every fact of the study by full path.
    notebooks : Path
        The folder of chapter notebooks.

    Returns
    -------
    tuple of Drafted
        The chapters the study can fill.
    tuple of Notebook
        Those it has no tables for.

    Raises
    ------
    InputError
        If a notebook is no chapter.
    """
    tables = [*study.tables, *(["cases"] if study.cases else [])]
    possible, left_out = split_by_tables(find_chapters(notebooks), tables)
    texts, meta = read_texts(study.folder), title_data(study.config)
    own = read_sentences(study.folder)
    return tuple(_draft(one, study, facts, texts, meta, own) for one in possible), left_out


def _draft(
    notebook: Notebook,
    study: Study,
    facts: Facts,
    texts: Mapping[str, str],
    meta: Mapping[str, Any],
    sentences: str,
) -> Drafted:
    cells = json.loads(read_notebook(notebook.path))["cells"]
    sources = [(place, cell["cell_type"], _text(cell)) for place, cell in enumerate(cells, 1)]
    calls = published([(place, text) for place, kind, text in sources if kind == "code"], study)
    stated, unknown = _stated(notebook.name, calls, facts)
    chapter = Chapter(
        name=notebook.name,
        title=notebook.title,
        file=notebook.path.name,
        study=study.name,
        meta=meta,
        texts=texts,
        cells=tuple(
            Cell(place, text)
            if kind == "markdown"
            else Cell(place, displays=_displays(notebook.name, place, calls))
            for place, kind, text in sources
            if kind in {"code", "markdown"}
        ),
        facts=stated,
        sentences=sentences,
    )
    return Drafted(chapter, notebook.path, calls, unknown)


def _text(cell: Mapping[str, Any]) -> str:
    return "".join(cell["source"])


def _displays(chapter: str, cell: int, calls: Sequence[Published]) -> tuple[Display, ...]:
    # Of a kind that is not known, prose may ask a number; only a figure can be without data here.
    return tuple(
        Display(chapter, one.name, one.kind.replace("?", "figure"), {"markdown": ""})
        for one in calls
        if one.cell == cell and one.kind and one.whole
    )


def _stated(
    chapter: str, calls: Iterable[Published], facts: Facts
) -> tuple[dict[str, Stated], tuple[str, ...]]:
    """The facts a chapter states, and how the paths begin that are not known."""
    stated: dict[str, Stated] = {}
    unknown = []
    for call in calls:
        if call.place is None:
            continue
        begin = ".".join(part for part in (chapter, call.place) if part)
        begin += "." if call.whole or not call.place else ""
        found = {path: fact for path, fact in facts.items() if path.startswith(begin)}
        stated |= {path: Stated(path, _said(fact), fact, {}) for path, fact in found.items()}
        if not (found and call.whole):
            unknown.append(begin)
    return stated, tuple(unknown)


def _said(fact: Fact) -> str:
    return "" if getattr(fact, "suppressed", False) else say(fact)
