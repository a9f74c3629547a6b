"""A chapter's prose rendered, with its displays in their places, not yet numbered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from report45.book.blocks import Block, Prose, Shown
from report45.chapters.executed import Chapter, ExecutedDisplay
from report45.errors import Place
from report45.prose.markup import SHOWN, SHOWN_LINE, lines, own_notes, unclosed
from report45.prose.narrative import Narrator
from report45.wording.notices import Finding, fault, notice
from report45.wording.sentences import Sentences


def draft(
    chapter: Chapter,
    chapters: Sequence[Chapter],
    used: Sequence[Chapter],
    *,
    shows: Mapping[str, ExecutedDisplay] | None = None,
    sentences: Sentences | None = None,
    absent: Collection[str] = (),
) -> tuple[tuple[Block, ...], list[Finding]]:
    """Render a chapter's prose and put its displays in their places, not yet numbered.

    Parameters
    ----------
    chapter : Chapter
        The chapter.
    chapters : sequence of Chapter
        All chapters whose facts may be quoted.
    used : sequence of Chapter
        The chapters that can be referred to.
    shows : mapping of str to ExecutedDisplay, optional
        What its prose can show, by the name it uses; by default the chapter's own displays.
    sentences : Sentences, optional
        What its prose can say by name; by default those of every publication and of the study.
    absent : collection of str
        Names of chapters that are not at hand; what is quoted of them prints its name.

    Returns
    -------
    tuple of Block
        Prose and displays in order.
    list of Finding
        What is wrong.
    """
    narrator = Narrator(chapter, chapters, used, shows=shows, sentences=sentences, absent=absent)
    faults: list[Finding] = []
    rendered: dict[int, str] = {}
    for cell in chapter.cells:
        if cell.prose is not None:
            rendered[cell.number], wrong = narrator.render(cell.prose, chapter.place(cell))
            faults += wrong
    blocks, wrong = _placed(chapter, rendered, displays_of([*chapters, chapter]))
    noted, more = _own_notes(blocks, chapter.name)
    return tuple(noted), faults + wrong + more


def displays_of(chapters: Iterable[Chapter]) -> dict[str, ExecutedDisplay]:
    """Give all displays of chapters by ``<chapter>.<name>``."""
    return {shown.path: shown for one in chapters for cell in one.cells for shown in cell.displays}


def _placed(
    chapter: Chapter, rendered: Mapping[int, str], displays: Mapping[str, ExecutedDisplay]
) -> tuple[list[Block], list[Finding]]:
    moved = {path for text in rendered.values() for path in SHOWN.findall(text)}
    placed: set[str] = set()
    blocks: list[Block] = []
    faults: list[Finding] = []
    for cell in chapter.cells:
        here = chapter.place(cell)
        for display in cell.displays:
            if display.path not in moved:
                blocks.append(_block(display, here))
            if display.kind == "markdown" and (problem := unclosed(display.written["markdown"])):
                faults.append(fault(replace(here, part=display.name), "open-block", problem))
        text = rendered.get(cell.number, "")
        if problem := unclosed(text):
            faults.append(fault(here, "open-block", problem))
        pieces = SHOWN_LINE.split(text)
        for place, piece in enumerate(pieces):
            if place % 2 and piece not in displays:  # an editor wrote the link by hand
                known = ", ".join(sorted(displays))
                told = notice("weergave-onbekend", naam=piece, bekend=known)
                faults.append(fault(here, "dead-reference", told))
            elif place % 2:
                blocks.append(_block(displays[piece], here))
                if piece in placed:
                    faults.append(fault(here, "shown-twice", notice("weergave-dubbel", pad=piece)))
                placed.add(piece)
            elif piece.strip():
                blocks.append(Prose(here, piece.strip("\n")))
    return blocks, faults


def _block(display: ExecutedDisplay, place: Place) -> Block:
    if display.kind != "markdown":
        return Shown(place, display)
    return Prose(replace(place, part=display.name), display.written["markdown"])


def _own_notes(blocks: Iterable[Block], name: str) -> tuple[list[Block], list[Finding]]:
    done: list[Block] = []
    used: dict[str, Place] = {}
    defined: set[str] = set()
    faults: list[Finding] = []
    titles = 0
    for block in blocks:
        if isinstance(block, Shown):
            done.append(block)
            continue
        text, calls, gives = own_notes(block.markdown, name)
        done.append(Prose(block.place, text))
        used |= dict.fromkeys(calls, block.place)
        defined |= gives
        titles += sum(line.level == 1 for line in lines(text))
        if titles > 1:
            faults.append(fault(block.place, "second-title", notice("titel-dubbel")))
    for label in sorted(used.keys() - defined):
        told = notice("noot-onbekend", noot=f"[^{label}]")
        faults.append(fault(used[label], "unknown-note", told))
    return done, faults
