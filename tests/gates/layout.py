"""What may not be seen on the pages of a PDF: text cut off, on top of text, or left behind."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tests.gates.pdf_file import Element, PdfFile
from tests.gates.pdf_text import Char, Rect, Sheet

EDGE = 20.0
"""Points at the sides of a page that stay free of text; the printer's margin is less."""
_HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


def layout_faults(pdf: PdfFile) -> list[str]:
    """Say what is wrong with how a PDF looks."""
    faults = []
    for number, sheet in enumerate(pdf.sheets, start=1):
        faults += [f"page {number}: {one}" for one in [*_outside(sheet), *_overlaps(sheet)]]
    return faults + _lonely_headings(pdf) + _split_tables(pdf) + _escaped(pdf)


def _outside(sheet: Sheet) -> Iterator[str]:
    left, bottom, right, top = sheet.box
    inner = (left + EDGE, bottom + EDGE, right - EDGE, top - EDGE)
    for what, box in (("outside the page", inner), ("cut off", None)):
        cut = [
            char
            for char in sheet.chars
            if char.text.strip() and not _within(_core(char), box or _wide(char.clip))
        ]
        if cut:
            yield f"{_quoted(cut)} is {what}"


def _wide(box: Rect) -> Rect:
    return box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1


def _within(one: Rect, other: Rect) -> bool:
    return one[0] >= other[0] and one[1] >= other[1] and one[2] <= other[2] and one[3] <= other[3]


def _core(char: Char) -> Rect:
    """Give the middle of a character's box, which its ink fills and its neighbours' does not."""
    x0, y0, x1, y1 = char.box
    across, along = (x1 - x0) * 0.2, (y1 - y0) * 0.25
    return x0 + across, y0 + along, x1 - across, y1 - along


def _overlaps(sheet: Sheet) -> Iterator[str]:
    cells: dict[tuple[int, int], list[tuple[Rect, Char]]] = defaultdict(list)
    told: set[tuple[int, int]] = set()
    for char in sheet.chars:
        if not char.text.strip():
            continue
        core = _core(char)
        for place in _squares(core):
            for box, other in cells[place]:
                pair = (other.run, char.run)
                if char.run != other.run and pair not in told and _meet(core, box):
                    told.add(pair)
                    runs = [[one for one in sheet.chars if one.run == run] for run in pair]
                    yield f"{_quoted(runs[0])} and {_quoted(runs[1])} overlap"
            cells[place].append((core, char))


def _squares(box: Rect) -> Iterator[tuple[int, int]]:
    across = range(int(box[0] // 20), int(box[2] // 20) + 1)
    along = range(int(box[1] // 20), int(box[3] // 20) + 1)
    yield from itertools.product(across, along)


def _meet(one: Rect, other: Rect) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _quoted(chars: Sequence[Char]) -> str:
    text = "".join(char.text for char in chars)
    return repr(text if len(text) <= 40 else f"{text[:40]}…")


def _lonely_headings(pdf: PdfFile) -> list[str]:
    """List headings below which their page has nothing but other headings."""
    headings = list(pdf.root.find(*_HEADINGS))
    own = {id(char) for one in [*headings, *pdf.root.find("Note")] for _, char in one.chars}
    lowest = [
        min((char.box[1] for char in _running(sheet) if id(char) not in own), default=0.0)
        for sheet in pdf.sheets
    ]
    faults = []
    for one in headings:
        for page, char in one.chars[:1]:
            if char.box[1] <= lowest[page] or not any(
                id(other) not in own for other in _running(pdf.sheets[page])
            ):
                faults.append(f"page {page + 1}: the heading {one.text()!r} is alone at its foot")
    return faults


def _running(sheet: Sheet) -> list[Char]:
    return [char for char in sheet.chars if char.piece is not None and char.text.strip()]


def _split_tables(pdf: PdfFile) -> list[str]:
    """List tables that run over a page although one page could hold them."""
    faults = []
    for table in pdf.root.find("Table"):
        heights = _heights(table)
        room = max((sheet.box[3] - sheet.box[1]) * 0.6 for sheet in pdf.sheets)
        if len(heights) > 1 and sum(heights.values()) < room:
            faults.append(f"page {min(heights) + 1}: the table {table.text()[:40]!r} is split")
    return faults


def _heights(element: Element) -> dict[int, float]:
    found: dict[int, list[Char]] = defaultdict(list)
    for page, char in element.chars:
        found[page].append(char)
    return {
        page: max(char.box[3] for char in chars) - min(char.box[1] for char in chars)
        for page, chars in found.items()
    }


def _escaped(pdf: PdfFile) -> list[str]:
    """List tables and pictures that reach into the margins; those are the same on both sides."""
    chars = [char for one in pdf.root.find("P") for _, char in one.chars if char.text.strip()]
    margin = min((char.box[0] for char in chars), default=EDGE) - 3
    faults = []
    for one in pdf.root.find("Table", "Figure"):
        left, bottom, right, top = pdf.sheets[one.page].box
        room = (left + margin, bottom + EDGE, right - margin, top - EDGE)
        if one.box and not _within(one.box, room):
            what = (one.alt or one.text())[:40]
            faults.append(f"page {one.page + 1}: {one.kind} {what!r} reaches into the margin")
    return faults
