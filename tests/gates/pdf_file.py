"""The outline of a PDF, read from its structure tree as a screen reader reads it."""

from __future__ import annotations

import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pikepdf

from tests.gates.outline import Grid, Outline, Picture, words
from tests.gates.pdf_text import Char, Rect, Sheet, read_sheets, texts

_HEADINGS = tuple(f"H{level}" for level in range(1, 7))
_FRONT = ("Title", "TOC")
_OWN = ("Inhoud", "Colofon")
_FILE_NAME = re.compile(r"\S+\.(png|svg|jpe?g|gif|pdf)$", re.IGNORECASE)
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
    anchors: frozenset[str]
    targets: tuple[Target, ...]
    claims: Mapping[str, str]


def read_pdf(content: bytes) -> PdfFile:
    """Read a PDF."""
    sheets = read_sheets(content)
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
            anchors=frozenset(_anchors(document)),
            targets=tuple(_targets(document, pages)),
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


def _anchors(document: pikepdf.Pdf) -> Iterator[str]:
    names = document.Root.get("/Names", {}).get("/Dests")
    if names is not None:
        yield from (str(name) for name in pikepdf.NameTree(names))


def _targets(document: pikepdf.Pdf, pages: Mapping[Any, int]) -> Iterator[Target]:
    for page in document.pages:
        yield from (_target(link, pages) for link in page.get("/Annots", []))


def _target(link: Any, pages: Mapping[Any, int]) -> Target:
    target = link.get("/Dest") or link.get("/A", {}).get("/D")
    if isinstance(target, pikepdf.Array):
        return pages.get(target[0].objgen, -1), float(target[3])
    return str(target) if isinstance(target, pikepdf.String) else ""


def pdf_outline(pdf: PdfFile, places: Mapping[str, str]) -> Outline:
    """Make the outline of a PDF; `places` says what should stand at its anchors."""
    top = next(pdf.root.find("Document"), pdf.root)
    shown = [one for one in top.find("Div") if _child(one, "Caption") is not None]
    held = [(one, *one.find("Table"), *one.find("Figure")) for one in shown]
    named = {id(inner[1]): _child(inner[0], "Caption") for inner in held if len(inner) == 2}
    tables = [one for one in top.find("Table") if id(one) in named]
    return Outline(
        title=pdf.title,
        language=pdf.language.partition("-")[0].lower(),
        headings=tuple(
            (int(one.kind[1]), one.text()) for one in top.find(*_HEADINGS) if one.text() not in _OWN
        ),
        contents=tuple(text for _, text in pdf.bookmarks if text not in _OWN),
        tables=tuple(_grid(one, _text(named[id(one)])) for one in tables),
        pictures=tuple(
            Picture(_text(named.get(id(one))), words(one.alt)) for one in top.find("Figure")
        ),
        data=(),
        notes=tuple(one.text() for one in top.find("Note")),
        links=Counter(_arrival(one, pdf, places) for one in _links(top)),
        places={},
        text=tuple(_reading(top)),
    )


def _child(element: Element, kind: str) -> Element | None:
    return next(
        (kid for kid in element.kids if isinstance(kid, Element) and kid.kind == kind), None
    )


def _text(element: Element | None) -> str:
    return element.text() if element else ""


def _grid(table: Element, caption: str) -> Grid:
    """Read a table by its tags: only a header with the right scope is one."""
    head, body = next(table.find("THead"), None), next(table.find("TBody"), None)
    columns = list(head.find("TH")) if head else []
    rows = list(body.find("TR")) if body else []
    return Grid(
        caption,
        tuple(one.text() for one in columns if one.scope == "Column"),
        tuple(
            (
                next((cell.text() for cell in row.find("TH") if cell.scope == "Row"), ""),
                *(cell.text() for cell in row.find("TD")),
            )
            for row in rows
        ),
    )


def _links(element: Element) -> Iterator[Target]:
    """Give where the links of the text lead, those of contents and footnotes left out."""
    for kid in element.kids:
        if isinstance(kid, Element) and kid.kind not in ("TOC", "Lbl"):
            yield from [kid.target] if kid.target else []
            yield from _links(kid)


def _arrival(target: Target, pdf: PdfFile, places: Mapping[str, str]) -> str:
    """Give the heading or the caption that a link leads to."""
    if isinstance(target, str):
        return places.get(target, "") if target in pdf.anchors else f"nothing at #{target}"
    page, height = target
    below = [
        (height - top, one.text())
        for one in pdf.root.find("Caption", *_HEADINGS)
        for top in [max((char.box[3] for on, char in one.chars if on == page), default=-1.0)]
        if 0 <= top <= height
    ]
    return min(below, default=(0, f"nothing on page {page + 1} at {height:.0f}"))[1]


def _reading(top: Element) -> Iterator[str]:
    for kid in top.kids:
        if isinstance(kid, Element) and kid.kind not in _FRONT:
            yield kid.text()


def pdf_faults(pdf: PdfFile) -> list[str]:
    """Say what is wrong with a PDF whatever it should hold."""
    faults = [] if pdf.language == "nl-NL" else [f"its language is {pdf.language!r}"]
    wanted = {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
    faults += [
        f"it says {name} = {pdf.claims[name]!r}"
        for name in wanted
        if pdf.claims[name] != wanted[name]
    ]
    if not pdf.title or pdf.claims["dc:title"] != pdf.title:
        faults.append("it has no title, or two")
    levels = [(int(one.kind[1]), one.text()) for one in pdf.root.find(*_HEADINGS)]
    faults += [
        f"heading {text!r} skips a level"
        for (before, _), (level, text) in itertools.pairwise([(0, ""), *levels])
        if level - before > 1
    ]
    faults += ["an empty heading" for _, text in levels if not text]
    faults += [
        f"a link to {one!r} leads nowhere"
        for one in pdf.targets
        if one == "" or (isinstance(one, str) and one not in pdf.anchors)
    ]
    for figure in pdf.root.find("Figure"):
        if not figure.alt.strip() or _FILE_NAME.fullmatch(figure.alt.strip()):
            faults.append(f"a picture is described as {figure.alt!r}")
    faults += [
        "a header without scope"
        for one in pdf.root.find("TH")
        if one.scope not in ("Row", "Column")
    ]
    return faults
