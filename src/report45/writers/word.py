"""What a document for Word needs beside its text: bookmarks, pictures, widths of columns."""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from report45.writers import svg
from report45.writers.document import Displayed, Document, Head
from report45.writers.typst import draw

ROOM = 9071
"""Twentieths of a point between the margins: 160 mm."""
_NUMBER = 2000
_LETTER = 100
_PADDING = 160
_SHORT = 40
"""Letters of a text that may run over two lines."""
_PER_INCH = 216
"""Three dots to a point, so that sizes in points are whole."""
_EMU = 914_400
"""English metric units in an inch."""
_EMU_OF_ROOM = ROOM * 635


@dataclass(frozen=True)
class Drawing:
    """A picture as Word holds it.

    Parameters
    ----------
    name : str
        Of its file and of the relationship that points at it.
    width, height : int
        In English metric units.
    png : bytes
    """

    name: str
    width: int
    height: int
    png: bytes


@dataclass(frozen=True)
class Word:
    """What templates for Word need beside the document.

    Parameters
    ----------
    places : mapping of str to int
        For each anchor the number of its bookmark.
    pictures : mapping of str to Drawing
        By the id of the display.
    """

    places: Mapping[str, int]
    pictures: Mapping[str, Drawing]


def widths(table: Mapping[str, Any]) -> list[int]:
    """Share the room among a table's columns.

    Parameters
    ----------
    table : mapping
        The structured table of a display.

    Returns
    -------
    list of int
        Per column its width in twentieths of a point; together as wide as the text.
    """
    columns = table["columns"]
    numbers = sum(column["align"] == "right" for column in columns)
    if not numbers:
        return _by_length(_lengths(table))
    narrow = _NUMBER if numbers < 4 else int(ROOM / (1.6 * (len(columns) - numbers) + numbers))
    wide = (ROOM - narrow * numbers) // (len(columns) - numbers)
    return [narrow if column["align"] == "right" else wide for column in columns]


def _by_length(lengths: list[int]) -> list[int]:
    """Give columns of text room for a short text; those with long texts share what is left."""
    long = [one > _SHORT for one in lengths]
    fixed = [min(one, _SHORT // 2) * _LETTER + _PADDING for one in lengths]
    left = ROOM - sum(own for own, is_long in zip(fixed, long, strict=True) if not is_long)
    if not any(long):
        return [own * ROOM // sum(fixed) for own in fixed]
    total = sum(math.sqrt(one) for one in lengths if one > _SHORT)
    return [
        int(left * math.sqrt(one) / total) if is_long else own
        for one, own, is_long in zip(lengths, fixed, long, strict=True)
    ]


def _lengths(table: Mapping[str, Any]) -> list[int]:
    rows = [[row["header"], *row["cells"]] for row in table["rows"]]
    return [
        max(len(column["label"]), *(len(row[place]) for row in rows if place < len(row)), 1)
        for place, column in enumerate(table["columns"])
    ]


def word_of(document: Document) -> Word:
    """Number a document's anchors, and draw its pictures.

    Raises
    ------
    InputError
        If a picture holds anything but shapes and text.
    """
    named = [one for one in document.pieces if isinstance(one, Head | Displayed)]
    shown = [one for one in named if isinstance(one, Displayed) and "svg" in one.written]
    sources = [svg.inline(one.written["svg"], one.id, one.place) for one in shown]
    pictures = {
        one.id: _drawing(place, png)
        for place, (one, png) in enumerate(zip(shown, draw(sources, _PER_INCH), strict=True), 1)
    }
    return Word({one.id: place for place, one in enumerate(named, start=1)}, pictures)


def _drawing(place: int, png: bytes) -> Drawing:
    """Measure a picture; one that is wider than the text is shown smaller."""
    across, down = struct.unpack(">II", png[16:24])
    factor = min(_EMU / _PER_INCH, _EMU_OF_ROOM / across)
    return Drawing(f"beeld{place}", int(across * factor), int(down * factor), png)
