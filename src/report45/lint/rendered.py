"""What only rendering tells: filters that do not fit, displays out of place, wrong links.

The book is made and given to pandoc as a build does, so that a check finds what a build refuses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from report45.book.drafting import draft
from report45.book.plan import make_book
from report45.chapters.find import ChapterNotebook
from report45.errors import NarrativeError, Place
from report45.lint.editions import Edition
from report45.prose.sentences import sentences_of
from report45.wording.notices import Finding, Notice
from report45.writers.document import read_document, to_notebook


def rendered_findings(
    edition: Edition, left_out: Iterable[ChapterNotebook], texts: Path, read: Sequence[Finding]
) -> Iterator[Finding]:
    """Render an edition, and tell what is wrong where reading found nothing.

    A piece of prose renders no further than its first fault, which reading has mostly found.

    Parameters
    ----------
    edition : Edition
    left_out : iterable of ChapterNotebook
        Chapters the study has no tables for.
    texts : Path
        The folder of the study's texts.
    read : sequence of Finding
        What reading the templates found.

    Yields
    ------
    Finding
    """
    told = {(one.place.file, one.place.cell) for one in read}
    begins = tuple([begin.rstrip(".") for begin in edition.open] + list(edition.shown))
    for fault in _faults(edition, left_out):
        # What only execution would tell is no fault.
        if not any(name.startswith(begins) for name in _unknown(fault.notice)):
            cell, finding = _finding(fault, edition, texts)
            if cell not in told and (finding.place.file, finding.place.cell) not in told:
                yield finding


def _unknown(told: Notice) -> Iterator[str]:
    """The facts and displays that are said not to be there."""
    for _, one in told.params:
        if isinstance(one, Notice):
            yield from _unknown(one)
    if told.name in ("feit-onbekend", "weergave-onbekend"):
        yield str(told.params[0][1])


def _faults(edition: Edition, left_out: Iterable[ChapterNotebook]) -> list[Finding]:
    if edition.declared is not None and edition.prose:
        try:
            book = make_book(edition.chapters, edition.name, left_out=left_out)
            read_document(to_notebook(book), "html5")
        except NarrativeError as error:
            return [one for one in error.faults if isinstance(one, Finding)]
        return []
    faults: list[Finding] = []
    for one in edition.prose:
        chapters, shows = edition.chapters, edition.shows(one)
        said = sentences_of(one.chapter, edition.name)
        faults += draft(one.chapter, chapters, edition.used, shows=shows, sentences=said)[1]
    return faults


def _finding(
    fault: Finding, edition: Edition, texts: Path
) -> tuple[tuple[str, int | None], Finding]:
    """A fault with its place, and the cell it stands in or that includes it."""
    told, place = fault.notice, fault.place
    draft = next((one for one in edition.prose if one.chapter.file == place.file), None)
    if draft is None:
        line = edition.line_of(place.part or "title")
        here = Place(str(edition.path), line=line)
        return (here.file, None), replace(fault, place=here)
    prose = [
        one.prose for one in draft.chapter.cells if one.prose and draft.number(one) == place.cell
    ]
    line = place.line or _line(told, prose[0] if prose else "")
    cell, here = (str(draft.path), place.cell), Place(str(draft.path), place.cell, line=line)
    if place.text:
        here = Place(str(texts / place.text), line=line)
    return cell, replace(fault, place=here)


def _line(told: Notice, prose: str) -> int:
    """The line of prose that holds what a problem names; the first when none does."""
    named = [one for _, one in told.params if isinstance(one, str)]
    lines = enumerate(prose.splitlines(), start=1)
    return next((number for number, line in lines if any(one in line for one in named)), 1)
