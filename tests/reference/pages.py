"""Read a report back as its readers see it: tables from the page, lines from the PDF."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import html

_SAME_LINE = 3.0
"""Points that the tops of two pieces of one line may differ."""


@dataclass(frozen=True)
class Table:
    """One table of the page.

    Parameters
    ----------
    caption : str
        With its number: ``Tabel 2.1 Klanten naar geslacht``.
    columns : tuple of str
        Headers, the first of them over the row headers.
    rows : mapping of str to tuple of str
        Cells by row header.
    """

    caption: str
    columns: tuple[str, ...]
    rows: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class PdfRow:
    """One line of a PDF: its pieces of text from left to right."""

    page: int
    cells: tuple[str, ...]


def plain(element: html.HtmlElement) -> str:
    """Give an element's text with single spaces and without soft hyphens."""
    return " ".join(element.text_content().replace("\N{SOFT HYPHEN}", "").split())


def tables(page: html.HtmlElement) -> dict[str, Table]:
    """Read every table by its caption.

    Raises
    ------
    AssertionError
        If a table has no caption, a row has no header, or two captions are the same.
    """
    found: dict[str, Table] = {}
    for one in page.iter("table"):
        (caption,) = one.xpath("./caption")
        columns = tuple(plain(cell) for cell in one.xpath("./thead//th[@scope='col']"))
        rows = {}
        for row in one.xpath("./tbody/tr"):
            (header,) = row.xpath("./th[@scope='row']")
            cells = tuple(plain(cell) for cell in row.xpath("./td"))
            assert len(cells) == len(columns) - 1, plain(row)
            rows[plain(header)] = cells
        assert plain(caption) not in found, plain(caption)
        found[plain(caption)] = Table(plain(caption), columns, rows)
    return found


def pdf_rows(path: Path) -> tuple[PdfRow, ...]:
    """Read the lines of a PDF, top to bottom; a table's row is a line of several pieces."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams, LTTextContainer, LTTextLine

    rows: list[PdfRow] = []
    for number, page in enumerate(extract_pages(path, laparams=LAParams(boxes_flow=None)), 1):
        lines = [
            line
            for box in page
            if isinstance(box, LTTextContainer)
            for line in box
            if isinstance(line, LTTextLine)
        ]
        lines.sort(key=lambda line: -line.y1)
        while lines:
            top = lines[0].y1
            level = [line for line in lines if top - line.y1 < _SAME_LINE]
            lines = lines[len(level) :]
            level.sort(key=lambda line: line.x0)
            rows.append(PdfRow(number, tuple(" ".join(line.get_text().split()) for line in level)))
    return tuple(rows)


def pdf_prose(rows: tuple[PdfRow, ...]) -> str:
    """Join lines to running text without any hyphen, for words are broken at line ends."""
    return unhyphenated(" ".join(" ".join(row.cells) + "\n" for row in rows))


def unhyphenated(text: str) -> str:
    """Take out hyphens and single out spaces, so that texts broken otherwise compare."""
    return " ".join(re.sub(r"[-\N{SOFT HYPHEN}]\s*", "", text).split())
