"""The outline of a PDF, and what must hold for a PDF alone."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from tests.gates.outline import Grid, Outline, Picture, squashed, words
from tests.gates.pdf_file import Element, PdfFile, Target

_HEADINGS = tuple(f"H{level}" for level in range(1, 7))
_FRONT = ("Title", "TOC")
# Headings that the template adds: they are no part of the text.
_OWN = ("Inhoud", "Colofon")
_FILE_NAME = re.compile(r"\S+\.(png|svg|jpe?g|gif|pdf)$", re.IGNORECASE)


def pdf_outline(pdf: PdfFile) -> Outline:
    """Make the outline of a PDF."""
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
        links=Counter(_arrival(one, pdf) for one in _followed(top)),
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


def _followed(element: Element) -> Iterator[Target]:
    """Give where the links of the text lead, those of contents and footnotes left out."""
    for kid in element.kids:
        if isinstance(kid, Element) and kid.kind not in ("TOC", "Lbl"):
            yield from [kid.target] if kid.target else []
            yield from _followed(kid)


def _arrival(target: Target, pdf: PdfFile) -> str:
    """Give the heading or the caption that a link leads to."""
    if isinstance(target, str) and target not in pdf.anchors:
        return f"nothing at #{target}"
    page, height = pdf.anchors[target] if isinstance(target, str) else target
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
        for one, _ in pdf.links
        if one == "" or (isinstance(one, str) and one not in pdf.anchors)
    ]
    faults += [
        f"a link is described as {said!r}" for _, said in pdf.links if not said[:1].strip(",")
    ]
    faults += [
        f"{one.text()[:40]!r} stands outside a paragraph"
        for block in pdf.root.find("Document", "Div")
        for one in block.kids
        if isinstance(one, Element) and one.kind in ("Span", "Em", "Quote", "Link", "Code")
    ]
    for entry in pdf.root.find("TOCI"):
        for link in _followed(entry):
            if not squashed(entry.text()).startswith(squashed(_arrival(link, pdf))):
                faults.append(f"the entry {entry.text()!r} leads to {_arrival(link, pdf)!r}")
    for figure in pdf.root.find("Figure"):
        if not figure.alt.strip() or _FILE_NAME.fullmatch(figure.alt.strip()):
            faults.append(f"a picture is described as {figure.alt!r}")
    faults += [
        "a header without scope"
        for one in pdf.root.find("TH")
        if one.scope not in ("Row", "Column")
    ]
    return faults
