"""The outline of a Word document, and what must hold for such a document alone."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from tests.gates.outline import Grid, Outline, Picture, words

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = {
    "w": _W,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_FILE_NAME = re.compile(r"\S+\.(png|svg|jpe?g|gif|pdf)$", re.IGNORECASE)
_A4 = ("11906", "16838")


@dataclass(frozen=True)
class WordFile:
    """The parts of a Word document by name, and its body."""

    parts: dict[str, bytes]
    body: Any

    def part(self, name: str) -> Any:
        """Give one part as a tree."""
        return etree.fromstring(self.parts[name])


def read_word(content: bytes) -> WordFile:
    """Read a Word document."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    return WordFile(parts, _one(etree.fromstring(parts["word/document.xml"]), "w:body"))


def word_outline(word: WordFile) -> Outline:
    """Make the outline of a Word document."""
    body = word.body
    listed = _all(body, "w:sdt//w:p")
    shown = list(_shown(body))
    places = dict(_places(body))
    notes = _all(word.part("word/footnotes.xml"), "w:footnote[not(@w:type)]")
    return Outline(
        title=words(word.part("docProps/core.xml").findtext("dc:title", "", _NAMES)),
        language=_language(word).partition("-")[0],
        headings=tuple(
            (level, _text(one)) for one in _all(body, "w:p") if (level := _level(one)) > 0
        ),
        contents=tuple(
            _text(one)
            for one in listed
            if _style(one).startswith("TOC") and _style(one) != "TOCHeading"
        ),
        tables=tuple(_grid(one, caption) for caption, one in shown if one.tag == f"{{{_W}}}tbl"),
        pictures=tuple(
            Picture(caption, words(one.get("descr", "")))
            for caption, one in shown
            if one.tag != f"{{{_W}}}tbl"
        ),
        data=(),
        notes=tuple(_text(one) for one in notes),
        links=Counter(
            places.get(one.get(f"{{{_W}}}anchor"), "nothing")
            for part in [body, *notes]
            for one in _all(part, "w:hyperlink[@w:anchor]")
        ),
        text=tuple(_text(one) for one in _all(body, "w:p")),
    )


def _all(element: Any, path: str) -> list[Any]:
    """Find elements that are no part of the table of contents, unless it is asked for."""
    within = "" if path.startswith("w:sdt") else "[not(ancestor::w:sdt)]"
    found: list[Any] = element.xpath(f".//{path}{within}", namespaces=_NAMES)
    return found


def _one(element: Any, path: str) -> Any:
    return element.find(f".//{path}", _NAMES)


def _style(paragraph: Any) -> str:
    return str(paragraph.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=_NAMES))


def _level(paragraph: Any) -> int:
    found = re.fullmatch(r"Heading([1-6])", _style(paragraph))
    return int(found[1]) if found else 0


def _text(element: Any) -> str:
    parts = []
    for one in element.iter(f"{{{_W}}}t", f"{{{_W}}}br", f"{{{_W}}}tab", f"{{{_W}}}p"):
        parts.append(one.text or "" if one.tag == f"{{{_W}}}t" else " ")
    return words("".join(parts))


def _shown(body: Any) -> Iterator[tuple[str, Any]]:
    """Give tables and pictures with the caption that stands above each."""
    caption = ""
    for one in body.xpath(".//w:p | .//w:tbl", namespaces=_NAMES):
        if _style(one) == "Caption":
            caption = _text(one)
        elif one.tag == f"{{{_W}}}tbl" and _all(one, "w:tr[w:trPr/w:tblHeader]"):
            yield caption, one
            caption = ""
        for picture in _all(one, "wp:docPr") if one.tag == f"{{{_W}}}p" else ():
            yield caption, picture
            caption = ""


def _places(body: Any) -> Iterator[tuple[str, str]]:
    for mark in _all(body, "w:bookmarkStart"):
        yield mark.get(f"{{{_W}}}name"), _text(mark.getparent())


def _language(word: WordFile) -> str:
    styles = word.part("word/styles.xml")
    return str(styles.xpath("string(//w:docDefaults//w:lang/@w:val)", namespaces=_NAMES))


def _grid(table: Any, caption: str) -> Grid:
    """Read a table as Word does: header rows are marked, and so is a column of headers."""
    first = table.xpath("string(w:tblPr/w:tblLook/@w:firstColumn)", namespaces=_NAMES)
    rows = [[_text(cell) for cell in _all(row, "w:tc")] for row in _all(table, "w:tr")]
    marked = [bool(_all(row, "w:trPr/w:tblHeader")) for row in _all(table, "w:tr")]
    head = rows[0] if marked[:1] == [True] else []
    body = [row for row, is_head in zip(rows, marked, strict=True) if not is_head]
    return Grid(
        caption,
        tuple(head),
        tuple(tuple(row) if first == "1" else ("", *row) for row in body),
    )


def word_faults(word: WordFile) -> list[str]:
    """Say what is wrong with a Word document whatever it should hold."""
    body = word.body
    every = word.parts["word/document.xml"] + word.parts["word/styles.xml"]
    faults = [
        f"a piece of it is in {one.decode()}"
        for one in sorted(set(re.findall(rb'<w:lang [^>]*w:val="([^"]*)"', every)))
        if one != b"nl-NL"
    ]
    levels = [(level, _text(one)) for one in _all(body, "w:p") if (level := _level(one)) > 0]
    faults += [
        f"heading {text!r} skips a level"
        for (before, _), (level, text) in itertools.pairwise([(0, ""), *levels])
        if level - before > 1
    ]
    for name, path in (("bookmark", "//w:bookmarkStart/@w:id"), ("picture", "//wp:docPr/@id")):
        ids = body.xpath(path, namespaces=_NAMES)
        faults += [f"{name} {one} stands there twice" for one in {*ids} if ids.count(one) > 1]
    faults += _dead(word)
    for one in body.xpath("//wp:docPr", namespaces=_NAMES):
        alt = one.get("descr", "").strip()
        if not alt or _FILE_NAME.fullmatch(alt):
            faults.append(f"a picture is described as {alt!r}")
    for table in body.xpath("//w:tbl", namespaces=_NAMES):
        if not _all(table, "w:tr[w:trPr/w:tblHeader]"):
            faults.append("a table does not repeat its header")
    sizes = body.xpath("//w:sectPr/w:pgSz", namespaces=_NAMES)
    if not sizes or any((one.get(f"{{{_W}}}w"), one.get(f"{{{_W}}}h")) != _A4 for one in sizes):
        faults.append("its pages are not A4")
    return faults


def _dead(word: WordFile) -> list[str]:
    """List links and pictures that lead nowhere, and what it would ask of others."""
    names = word.body.xpath("//w:bookmarkStart/@w:name", namespaces=_NAMES)
    wanted = word.body.xpath("//w:hyperlink/@w:anchor", namespaces=_NAMES)
    faults = [f"the link to {one} leads nowhere" for one in wanted if one not in names]
    faults += [f"{one} marks two places" for one in {*names} if names.count(one) > 1]
    relations = word.part("word/_rels/document.xml.rels")
    held = {one.get("Id"): one for one in relations}
    used = word.body.xpath("//@r:id | //@r:embed | //@r:link", namespaces=_NAMES)
    faults += [f"{one} is not there" for one in used if one not in held]
    for one in held.values():
        outside = one.get("TargetMode") == "External"
        if outside and not one.get("Type", "").endswith("/hyperlink"):
            faults.append(f"it asks for {one.get('Target')}")
        if not outside and f"word/{one.get('Target')}" not in word.parts:
            faults.append(f"{one.get('Target')} is missing")
    notes = word.part("word/footnotes.xml").xpath("w:footnote/@w:id", namespaces=_NAMES)
    marks = word.body.xpath("//w:footnoteReference/@w:id", namespaces=_NAMES)
    return faults + [f"note {one} is missing" for one in marks if one not in notes]
