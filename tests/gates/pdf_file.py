"""A PDF, read from its structure tree as a screen reader reads it."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pikepdf

from tests.gates.outline import words
from tests.gates.pdf_text import Char, Rect, Sheet, read_sheets, texts

# What a paragraph, a cell or a heading is made of: its text is read on without a pause.
_INLINE = ("Span", "Strong", "Em", "Link", "Reference", "Quote", "Sub", "Code")


Target = str | tuple[int, float]


@dataclass(frozen=True)
class Element:
    """An element of the structure tree.

    Parameters
    ----------
    kind : str
        ``H1``, ``P``, ``TH`` …
    alt, scope : str
        What a picture shows, and what a header is over.
    target : str or tuple
        The anchor, or the page and the height there, that a link leads to; empty for no link.
    kids : tuple
        Elements and, as characters, the text that stands in it itself, in order.
    box : tuple of float or None
        The room it takes on its page, where the PDF says so.
    page : int
        The page it begins on.
    """

    kind: str
    alt: str
    scope: str
    target: Target
    kids: tuple[Any, ...]
    box: Rect | None
    page: int

    def find(self, *kinds: str) -> Iterator[Element]:
        """Give the elements of these kinds within it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Element):
                if kid.kind in kinds:
                    yield kid
                yield from kid.find(*kinds)

    @cached_property
    def chars(self) -> tuple[tuple[int, Char], ...]:
        """Every character in it, with the page it stands on."""
        parts = (kid.chars if isinstance(kid, Element) else kid for kid in self.kids)
        return tuple(itertools.chain.from_iterable(parts))

    def text(self, *, marks: bool = False) -> str:
        """Give its text, with or without the marks of footnotes and the notes themselves."""
        return words("".join(self._parts(marks)))

    def _parts(self, marks: bool) -> Iterator[str]:
        for kid in self.kids:
            if not isinstance(kid, Element):
                yield "".join(char.text for _, char in kid)
            elif marks or kid.kind not in ("Lbl", "Note"):
                inline = kid.kind in _INLINE
                yield from ("" if inline else " ", *kid._parts(marks), "" if inline else " ")


@dataclass(frozen=True)
class PdfFile:
    """A PDF: its pages, its structure, and what its catalogue says of it."""

    sheets: tuple[Sheet, ...]
    root: Element
    title: str
    language: str
    bookmarks: tuple[tuple[int, str], ...]
    anchors: Mapping[str, tuple[int, float]]
    links: tuple[tuple[Target, str], ...]
    claims: Mapping[str, str]


def read_pdf(content: bytes, sheets: tuple[Sheet, ...] = ()) -> PdfFile:
    """Read a PDF; `sheets` spares the time of reading pages that are known."""
    sheets = sheets or read_sheets(content)
    with pikepdf.open(io.BytesIO(content)) as document:
        pages = {page.objgen: place for place, page in enumerate(document.pages)}
        pieces = texts(sheets)
        root = _element(document.Root.get("/StructTreeRoot", pikepdf.Dictionary()), pages, pieces)
        about = document.open_metadata()  # entering it would mend the title
        claims = {name: str(about.get(name, "")) for name in _CLAIMS}
        with document.open_outline() as outline:
            bookmarks = tuple(_bookmarks(outline.root, 1))
        return PdfFile(
            sheets=sheets,
            root=root,
            title=str(document.docinfo.get("/Title", "")),
            language=str(document.Root.get("/Lang", "")),
            bookmarks=bookmarks,
            anchors=dict(_anchors(document, pages)),
            links=tuple(_links(document, pages)),
            claims=claims,
        )


_CLAIMS = ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part", "dc:title")


def _element(
    held: Any, pages: Mapping[Any, int], pieces: Mapping[Any, list[Char]], page: int = 0
) -> Element:
    page = pages.get(held["/Pg"].objgen, page) if "/Pg" in held else page
    kids: list[Any] = []
    target: Target = ""
    for kid in _listed(held, "/K"):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            kids.append(_element(kid, pages, pieces, page))
            continue
        if isinstance(kid, pikepdf.Dictionary):
            where = pages.get(kid["/Pg"].objgen, page) if "/Pg" in kid else page
            number = kid.get("/MCID")
            target = target or _target(kid.get("/Obj", {}), pages)
        else:
            where, number = page, kid
        if number is not None:
            kids.append([(where, char) for char in pieces.get((where, int(number)), [])])
    kind = str(held.get("/S", "/StructTreeRoot"))[1:]
    alt = str(held.get("/Alt", ""))
    return Element(kind, alt, _attribute(held, "/Scope"), target, tuple(kids), _box(held), page)


def _listed(held: Any, name: str) -> list[Any]:
    """Give what may be one thing, several or none as a list."""
    value = held.get(name)
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _attribute(held: Any, name: str) -> str:
    return next((str(one[name])[1:] for one in _listed(held, "/A") if name in one), "")


def _box(held: Any) -> Rect | None:
    boxes = (one["/BBox"] for one in _listed(held, "/A") if "/BBox" in one)
    found = [[float(side) for side in box] for box in boxes]
    return (found[0][0], found[0][1], found[0][2], found[0][3]) if found else None


def _bookmarks(items: Any, level: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield level, words(str(item.title))
        yield from _bookmarks(item.children, level + 1)


def _anchors(
    document: pikepdf.Pdf, pages: Mapping[Any, int]
) -> Iterator[tuple[str, tuple[int, float]]]:
    names = document.Root.get("/Names", {}).get("/Dests")
    for name, place in pikepdf.NameTree(names).items() if names is not None else ():
        yield str(name), (pages.get(place[0].objgen, -1), float(place[3]))


def _links(document: pikepdf.Pdf, pages: Mapping[Any, int]) -> Iterator[tuple[Target, str]]:
    """Give where each link leads, and what is said of it."""
    for page in document.pages:
        for link in page.get("/Annots", []):
            yield _target(link, pages), str(link.get("/Contents", ""))


def _target(link: Any, pages: Mapping[Any, int]) -> Target:
    target = link.get("/Dest") or link.get("/A", {}).get("/D")
    if isinstance(target, pikepdf.Array):
        return pages.get(target[0].objgen, -1), float(target[3])
    return str(target) if isinstance(target, pikepdf.String) else ""
