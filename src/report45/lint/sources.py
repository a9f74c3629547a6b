"""The prose of a study and the chapters it belongs to, as they are before anything is executed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report45.chapters.executed import Cell, Chapter, ExecutedDisplay, Stated
from report45.chapters.find import ChapterNotebook, read_notebook, split_chapters, survey
from report45.chapters.planned import Outline
from report45.errors import Fault
from report45.facts import Fact
from report45.lint.cells import UNKNOWN, Published, published
from report45.study.config import StudyConfig
from report45.study.stated import title_data
from report45.study.texts import read_sentences, read_texts
from report45.wording.numbers import say

if TYPE_CHECKING:
    from report45.study.load import Study


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


@dataclass(frozen=True)
class StudyProse:
    """All prose of a study, with the chapters it belongs to.

    Parameters
    ----------
    folder, notebooks : Path
        The study's folder, and that of the chapter notebooks.
    config : StudyConfig
    drafts : tuple of Drafted
        The chapters the study can fill.
    left_out : tuple of ChapterNotebook
        Those it has no tables for.
    strangers : tuple of Fault
        The notebooks that are no chapters.
    """

    folder: Path
    notebooks: Path
    config: StudyConfig
    drafts: tuple[Drafted, ...]
    left_out: tuple[ChapterNotebook, ...]
    strangers: tuple[Fault, ...] = ()

    @property
    def texts(self) -> Mapping[str, str]:
        """The study's own texts by file name."""
        return self.drafts[0].chapter.texts if self.drafts else {}


def draft_study(study: Study, outline: Outline, notebooks: Path) -> StudyProse:
    """Read the chapters of a study without executing them.

    Parameters
    ----------
    study : Study
    outline : Outline
        What its chapters would publish.
    notebooks : Path
        The folder of chapter notebooks.

    Returns
    -------
    StudyProse

    Raises
    ------
    InputError
        If a notebook is no chapter.
    """
    has = study.config.provides(cases=bool(study.cases))
    chapters, strangers = survey(notebooks)
    possible, left_out = split_chapters(chapters, has)
    texts, meta = read_texts(study.folder), title_data(study.config)
    own = read_sentences(study.folder)
    drafts = tuple(_draft(one, study, outline, texts, meta, own) for one in possible)
    return StudyProse(study.folder, notebooks, study.config, drafts, left_out, strangers)


def draft_built(
    folder: Path,
    notebooks: Path,
    config: StudyConfig,
    chapters: Iterable[Chapter],
    left_out: tuple[ChapterNotebook, ...],
    strangers: tuple[Fault, ...],
) -> StudyProse:
    """Take the chapters of a study as they were executed.

    Parameters
    ----------
    folder, notebooks, config, left_out, strangers
        As :class:`StudyProse` has them.
    chapters : iterable of Chapter
        The executed ones: nothing about their facts and displays is unknown.
    """
    drafts = tuple(
        Drafted(
            one,
            notebooks / one.file,
            tuple(
                Published(cell.number, 0, shown.name, shown.kind, {})
                for cell in one.cells
                for shown in cell.displays
            ),
        )
        for one in chapters
    )
    return StudyProse(folder, notebooks, config, drafts, left_out, strangers)


def cells_of(path: Path) -> list[tuple[str, str]]:
    """Give the kind and source of every cell of a notebook."""
    cells = json.loads(read_notebook(path))["cells"]
    return [(cell["cell_type"], "".join(cell["source"])) for cell in cells]


def _draft(
    notebook: ChapterNotebook,
    study: Study,
    outline: Outline,
    texts: Mapping[str, str],
    meta: Mapping[str, Any],
    sentences: str,
) -> Drafted:
    sources = [(place, *cell) for place, cell in enumerate(cells_of(notebook.path), 1)]
    code = [(place, text) for place, kind, text in sources if kind == "code"]
    calls = published(notebook.name, code, outline)
    stated = {
        path: Stated(path, _said(fact), fact, {})
        for call in calls
        for path, fact in call.facts.items()
    }
    unknown = tuple(
        f"{one.place}." if one.whole or not one.name else one.place
        for one in calls
        if one.place is not None
    )
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


def _displays(chapter: str, cell: int, calls: Sequence[Published]) -> tuple[ExecutedDisplay, ...]:
    # Of a kind that is not known, prose may ask a number; only a figure can be without data here.
    return tuple(
        ExecutedDisplay(chapter, one.name, one.kind.replace(UNKNOWN, "figure"), {"markdown": ""})
        for one in calls
        if one.cell == cell and one.kind and one.whole
    )


def _said(fact: Fact) -> str:
    return "" if getattr(fact, "suppressed", False) else say(fact)
