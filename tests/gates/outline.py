"""What a publication says and how it hangs together, whatever file it stands in.

The outline that the model promises is made from the book; a reader per format makes the outline
of a file; `differences` holds the one to the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lxml.html

from report45.book.plan import make_book
from report45.chapters.executed import read_chapters
from report45.writers.document import (
    Box,
    Displayed,
    Document,
    Head,
    Piece,
    TextPiece,
    read_document,
    to_notebook,
)


@dataclass(frozen=True)
class Grid:
    """A table: its caption, its column headers, and rows that begin with their header."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Picture:
    """A figure: its caption, and what it says to who cannot see it."""

    caption: str
    alt: str


@dataclass(frozen=True)
class Outline:
    """A publication, as a reader who hears it gets to know it.

    Parameters
    ----------
    title, language : str
    headings : tuple of (int, str)
        Level, 1 for a chapter, and text with its number.
    contents : tuple of str
        The entries of its table of contents or bookmarks; empty when it has none.
    tables, pictures
        In order.
    data : tuple of Grid
        Tables that give the data of a figure.
    notes : tuple of str
        Footnotes.
    links : Counter of str
        How often its text points at which headings and captions.
    text : tuple of str
        Headings, paragraphs, captions, notes and sources in reading order.
    """

    title: str
    language: str
    headings: tuple[tuple[int, str], ...]
    contents: tuple[str, ...]
    tables: tuple[Grid, ...]
    pictures: tuple[Picture, ...]
    data: tuple[Grid, ...]
    notes: tuple[str, ...]
    links: Counter[str]
    text: tuple[str, ...]


def words(text: str) -> str:
    """Give a text with single spaces and without soft hyphens."""
    return " ".join(text.replace("\N{SOFT HYPHEN}", "").split())


def squashed(text: str) -> str:
    """Give a text without spaces and hyphens, which a line end adds or takes away."""
    return re.sub(r"[\s\-\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}]", "", text)


def promised(chapters: Path, publication: str) -> Outline:
    """Make the outline that a publication must have, from the executed chapters."""
    paths = sorted(chapters.glob("*.ipynb"))
    book = make_book(read_chapters(paths), publication)
    document = read_document(to_notebook(book), "html5")
    pieces = list(_flat(document))
    shown = [one for one in pieces if isinstance(one, Displayed)]
    headings = [one for one in pieces if isinstance(one, Head)]
    notes = _fragment(document.notes)
    said = [_fragment(one.body) for one in pieces if isinstance(one, TextPiece | Head)]
    places = {one.id: _heading(one) for one in headings} | {one.id: _caption(one) for one in shown}
    return Outline(
        title=document.title,
        language="nl",
        headings=tuple((int(one.level), _heading(one)) for one in headings),
        contents=tuple(_heading(one) for one in document.headings if one.level <= 2),
        tables=tuple(_grid(one, _caption(one)) for one in shown if one.written["kind"] == "table"),
        pictures=tuple(
            Picture(_caption(one), words(one.written.get("alt") or one.written["caption"]))
            for one in shown
            if "svg" in one.written
        ),
        data=tuple(
            _grid(one, "") for one in shown if "svg" in one.written and one.written.get("table")
        ),
        notes=tuple(words(_without_marks(one)) for one in notes.iter("li")),
        links=Counter(
            places[link[1:]]
            for one in [*said, notes]
            for link in one.xpath(".//a[not(contains(@class, 'footnote'))]/@href")
            if link.startswith("#")
        ),
        text=tuple(part for one in pieces for part in _said(one)),
    )


def _flat(document: Document) -> Iterator[Piece]:
    for piece in (one for chapter in document.chapters for one in chapter):
        yield piece
        if isinstance(piece, Box):
            yield from piece.pieces


def _said(piece: Piece) -> list[str]:
    if isinstance(piece, TextPiece):
        return paragraphs(_fragment(piece.body))
    if isinstance(piece, Head):
        return [_heading(piece)]
    if isinstance(piece, Box):
        return [words(_without_marks(_fragment(piece.title)))] if piece.title else []
    written = piece.written
    if written["kind"] == "quote":
        return [words(written["text"]), *filter(None, [words(written.get("role") or "")])]
    below = written.get("notes") or [] if piece.label or written["kind"] == "table" else []
    return [words(one) for one in [_caption(piece), *below, written.get("source") or ""] if one]


def paragraphs(element: lxml.html.HtmlElement) -> list[str]:
    """List the innermost paragraphs and list items of a page, without the marks of notes."""
    found = []
    for one in element.iter("p", "li", "figcaption", "caption", "h1", "h2", "h3", "h4", "h5", "h6"):
        if one.tag == "li" and one.find("p") is not None:
            continue
        own = [words(_without_marks(one, nested=False))]
        found += filter(None, own)
    return found


def _without_marks(element: lxml.html.HtmlElement, *, nested: bool = True) -> str:
    """Give an element's text without marks of footnotes and, if asked, without lists in it."""
    parts = [element.text or ""]
    for child in element:
        is_mark = "footnote-" in (child.get("class") or "")
        is_list = not nested and child.tag in ("ul", "ol")
        if isinstance(child.tag, str) and not is_mark and not is_list:
            parts.append(_without_marks(child, nested=nested))
        parts.append(child.tail or "")
    return "".join(parts)


def _fragment(source: str) -> lxml.html.HtmlElement:
    return lxml.html.fragment_fromstring(source or "", create_parent="div")


def _heading(one: Head) -> str:
    return words(f"{one.number} {_fragment(one.plain).text_content()}")


def _caption(one: Displayed) -> str:
    return words(f"{one.label} {one.written.get('caption') or ''}")


def _grid(one: Displayed, caption: str) -> Grid:
    table: Mapping[str, Any] = one.written["table"]
    head = [
        words(f"{column['label']} " + ("" if column["n"] is None else f"(n = {column['n']})"))
        for column in table["columns"]
    ]
    rows = []
    for row in table["rows"]:
        alone = row["role"] == "group" and not any(row["cells"])
        rows.append(
            tuple(words(cell) for cell in [row["header"], *([] if alone else row["cells"])])
        )
    return Grid(caption, tuple(head), tuple(rows))


def differences(wanted: Outline, found: Outline) -> list[str]:
    """Say in what a file is not what the model promises."""
    faults = []
    for name in ("title", "language"):
        one, other = getattr(wanted, name), getattr(found, name)
        if one != other:
            faults.append(f"{name}: {other!r} instead of {one!r}")
    faults += [f"link: too few to {one!r}" for one in sorted(wanted.links - found.links)]
    faults += [f"link: too many to {one!r}" for one in sorted(found.links - wanted.links)]
    for name in ("headings", "contents", "pictures", "notes"):
        faults += _unequal(name, getattr(wanted, name), getattr(found, name))
    faults += _unequal(
        "caption", *([one.caption for one in each.tables] for each in (wanted, found))
    )
    faults += _unequal("data of figure", wanted.data, found.data)
    for one, other in zip(wanted.tables, found.tables, strict=False):
        faults += _unequal(f"{one.caption}, header", one.head, other.head)
        faults += _unequal(f"{one.caption}, row", one.rows, other.rows)
    return faults + _unread(wanted.text, " ".join(found.text))


def _unequal(name: str, wanted: Sequence[Any], found: Sequence[Any]) -> list[str]:
    faults = [
        f"{name}: {other!r} instead of {one!r}"
        for one, other in zip(wanted, found, strict=False)
        if _same(one) != _same(other)
    ]
    faults += [f"{name}: {one!r} is missing" for one in wanted[len(found) :]]
    return faults + [f"{name}: {one!r} is too much" for one in found[len(wanted) :]]


def _same(value: Any) -> Any:
    """Compare texts without regard to where a line was broken."""
    if isinstance(value, str):
        return squashed(value)
    if isinstance(value, Picture):
        return squashed(value.caption), squashed(value.alt)
    if isinstance(value, Grid):
        return _same(value.caption), _same(value.head), _same(value.rows)
    return tuple(_same(one) for one in value) if isinstance(value, tuple) else value


def _unread(wanted: Sequence[str], read: str) -> list[str]:
    """Name the texts that are missing, or stand before what they should follow."""
    faults, whole, place = [], squashed(read), 0
    for one in wanted:
        found = whole.find(squashed(one), place)
        if found < 0:
            where = "in another place" if squashed(one) in whole else "missing"
            faults.append(f"text: {one!r} is {where}")
        else:
            place = found + len(squashed(one))
    return faults
