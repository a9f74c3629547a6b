"""What only rendering tells: filters that do not fit, displays out of place, wrong links.

The book is made and given to pandoc as a build does, so that a check finds what a build refuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from report45.book.drafting import draft
from report45.book.plan import make_book
from report45.chapters.find import Chapter as Notebook
from report45.errors import Fault, NarrativeError
from report45.lint.editions import Edition
from report45.lint.findings import Finding
from report45.prose.sentences import sentences_of
from report45.wording.notices import Notice, notice_of
from report45.writers.document import read_document, to_notebook

_WHERE = re.compile(
    r"(?P<file>[^,]+\.(?:ipynb|md))(?:, cel (?P<cell>\d+))?"
    r"(?:, (?P<text>[^,]+\.md))?(?:, regel (?P<line>\d+))?"
)


def rendered_findings(
    edition: Edition, left_out: Iterable[Notebook], texts: Path, read: Sequence[Finding]
) -> Iterator[Finding]:
    """Render an edition, and tell what is wrong where reading found nothing.

    A piece of prose renders no further than its first fault, which reading has mostly found.

    Parameters
    ----------
    edition : Edition
    left_out : iterable of Notebook
        Chapters the study has no tables for.
    texts : Path
        The folder of the study's texts.
    read : sequence of Finding
        What reading the templates found.

    Yields
    ------
    Finding
    """
    told = {(one.file, one.cell) for one in read}
    begins = tuple([begin.rstrip(".") for begin in edition.open] + list(edition.shown))
    for fault in _faults(edition, left_out):
        # What only execution would tell is no fault.
        if not any(name.startswith(begins) for name in _unknown(notice_of(fault))):
            cell, finding = _finding(fault, edition, texts)
            if cell not in told and (finding.file, finding.cell) not in told:
                yield finding


def _unknown(told: Notice) -> Iterator[str]:
    """The facts and displays that are said not to be there."""
    for _, one in told.params:
        if isinstance(one, Notice):
            yield from _unknown(one)
    if told.name in ("feit-onbekend", "weergave-onbekend"):
        yield str(told.params[0][1])


def _faults(edition: Edition, left_out: Iterable[Notebook]) -> list[Fault]:
    if edition.declared is not None and edition.prose:
        try:
            book = make_book(edition.chapters, edition.name, left_out=left_out)
            read_document(to_notebook(book), "html5")
        except NarrativeError as error:
            return list(error.faults)
        return []
    faults: list[Fault] = []
    for one in edition.prose:
        chapters, shows = edition.chapters, edition.shows(one)
        said = sentences_of(one.chapter, edition.name)
        faults += draft(one.chapter, chapters, edition.used, shows=shows, sentences=said)[1]
    return faults


def _finding(
    fault: Fault, edition: Edition, texts: Path
) -> tuple[tuple[Path, int | None], Finding]:
    """A fault with its place, and the cell it stands in or that includes it."""
    told = notice_of(fault)
    what = ("prose", told)
    place = _WHERE.match(fault.where)
    if place is None:
        _, _, title = fault.where.partition(", ")
        line = edition.line_of(title or "title")
        return (edition.path, None), Finding(edition.path, None, line, "error", *what)
    paths = [one.path for one in edition.prose if one.chapter.file == place["file"]]
    file = paths[0] if paths else Path(place["file"])
    cell = int(place["cell"]) if place["cell"] else None
    prose = [
        one.prose
        for draft in edition.prose
        if draft.path == file
        for one in draft.chapter.cells
        if one.prose and draft.number(one) == cell
    ]
    line = int(place["line"] or _line(told, prose[0] if prose else ""))
    if place["text"]:
        return (file, cell), Finding(texts / place["text"], None, line, "error", *what)
    return (file, cell), Finding(file, cell, line, "error", *what)


def _line(told: Notice, prose: str) -> int:
    """The line of prose that holds what a problem names; the first when none does."""
    named = [one for _, one in told.params if isinstance(one, str)]
    lines = enumerate(prose.splitlines(), start=1)
    return next((number for number, line in lines if any(one in line for one in named)), 1)
