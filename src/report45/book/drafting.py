"""A chapter's prose rendered, with its displays in their places, not yet numbered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from report45.book.blocks import Block, Prose, Shown
from report45.chapters.executed import Chapter, Display
from report45.errors import Fault
from report45.prose.markup import SHOWN, SHOWN_LINE, lines, own_notes, unclosed
from report45.prose.narrative import Narrator
from report45.wording.notices import fault, notice
from report45.wording.sentences import Sentences


def draft(
    chapter: Chapter,
    chapters: Sequence[Chapter],
    used: Sequence[Chapter],
    *,
    shows: Mapping[str, Display] | None = None,
    sentences: Sentences | None = None,
    absent: Collection[str] = (),
) -> tuple[tuple[Block, ...], list[Fault]]:
    """Render a chapter's prose and put its displays in their places, not yet numbered.

    Parameters
    ----------
    chapter : Chapter
        The chapter.
    chapters : sequence of Chapter
        All chapters whose facts may be quoted.
    used : sequence of Chapter
        The chapters that can be referred to.
    shows : mapping of str to Display, optional
        What its prose can show, by the name it uses; by default the chapter's own displays.
    sentences : Sentences, optional
        What its prose can say by name; by default those of every publication and of the study.
    absent : collection of str
        Names of chapters that are not at hand; what is quoted of them prints its name.

    Returns
    -------
    tuple of Block
        Prose and displays in order.
    list of Fault
        What is wrong.
    """
    narrator = Narrator(chapter, chapters, used, shows=shows, sentences=sentences, absent=absent)
    faults: list[Fault] = []
    rendered: dict[int, str] = {}
    for cell in chapter.cells:
        if cell.prose is not None:
            rendered[cell.number], wrong = narrator.render(cell.prose, chapter.where(cell))
            faults += wrong
    blocks, wrong = _placed(chapter, rendered, displays_of([*chapters, chapter]))
    noted, more = _own_notes(blocks, chapter.name)
    return tuple(noted), faults + wrong + more


def displays_of(chapters: Iterable[Chapter]) -> dict[str, Display]:
    """Give all displays of chapters by ``<chapter>.<name>``."""
    return {shown.path: shown for one in chapters for cell in one.cells for shown in cell.displays}


def _placed(
    chapter: Chapter, rendered: Mapping[int, str], displays: Mapping[str, Display]
) -> tuple[list[Block], list[Fault]]:
    moved = {path for text in rendered.values() for path in SHOWN.findall(text)}
    placed: set[str] = set()
    blocks: list[Block] = []
    faults: list[Fault] = []
    for cell in chapter.cells:
        where = chapter.where(cell)
        for display in cell.displays:
            if display.path not in moved:
                blocks.append(_block(display, where))
            if display.kind == "markdown" and (problem := unclosed(display.written["markdown"])):
                faults.append(fault(f"{where}, {display.name}", problem))
        text = rendered.get(cell.number, "")
        if problem := unclosed(text):
            faults.append(fault(where, problem))
        pieces = SHOWN_LINE.split(text)
        for place, piece in enumerate(pieces):
            if place % 2 and piece not in displays:  # an editor wrote the link by hand
                known = ", ".join(sorted(displays))
                told = notice("weergave-onbekend", naam=piece, bekend=known)
                faults.append(fault(where, told))
            elif place % 2:
                blocks.append(_block(displays[piece], where))
                if piece in placed:
                    faults.append(fault(where, notice("weergave-dubbel", pad=piece)))
                placed.add(piece)
            elif piece.strip():
                blocks.append(Prose(where, piece.strip("\n")))
    return blocks, faults


def _block(display: Display, where: str) -> Block:
    if display.kind != "markdown":
        return Shown(where, display)
    return Prose(f"{where}, {display.name}", display.written["markdown"])


def _own_notes(blocks: Iterable[Block], name: str) -> tuple[list[Block], list[Fault]]:
    done: list[Block] = []
    used: dict[str, str] = {}
    defined: set[str] = set()
    faults: list[Fault] = []
    titles = 0
    for block in blocks:
        if isinstance(block, Shown):
            done.append(block)
            continue
        text, calls, gives = own_notes(block.markdown, name)
        done.append(Prose(block.where, text))
        used |= dict.fromkeys(calls, block.where)
        defined |= gives
        titles += sum(line.level == 1 for line in lines(text))
        if titles > 1:
            faults.append(fault(block.where, notice("titel-dubbel")))
    for label in sorted(used.keys() - defined):
        faults.append(fault(used[label], notice("noot-onbekend", noot=f"[^{label}]")))
    return done, faults
