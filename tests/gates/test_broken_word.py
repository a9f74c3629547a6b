"""Each fault that a Word document could have is seen; the document as it was made has none."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from tests.gates import verdict
from tests.gates.conftest import Sample

BODY, STYLES = "word/document.xml", "word/styles.xml"
NOTES, ABOUT = "word/footnotes.xml", "docProps/core.xml"
RELATIONS = "word/_rels/document.xml.rels"


def cut(pattern: str, by: str = "") -> Callable[[str], str]:
    """Replace what a pattern finds first."""

    def edit(source: str) -> str:
        return re.sub(pattern, by, source, count=1, flags=re.DOTALL)

    return edit


PARAGRAPH = r"<w:p>(?:(?!</w:p>).)*"
BROKEN = {
    "alt removed": (BODY, cut(r' descr="[^"]*"'), "described as ''"),
    "fake alt": (BODY, cut(r' descr="[^"]*"', ' descr="beeld1.png"'), "described as 'beeld1.png'"),
    "language wrong": (STYLES, cut('w:val="nl-NL"', 'w:val="en-US"'), "language: 'en'"),
    "sentence in another language": (
        BODY,
        cut("<w:r><w:t ", '<w:r><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t '),
        "in en-GB",
    ),
    "header row demoted": (BODY, cut("<w:tblHeader/>"), "does not repeat its header"),
    "header column demoted": (
        BODY,
        cut('w:firstColumn="1"', 'w:firstColumn="0"'),
        r"row: \('', 'Rij 1'",
    ),
    "heading demoted": (BODY, cut('"Heading2"', '"Heading3"'), "headings: "),
    "heading as text": (BODY, cut('"Heading2"', '"BodyText"'), "headings: .* is missing"),
    "level skipped": (BODY, cut('"Heading2"', '"Heading4"'), "skips a level"),
    "caption gone": (BODY, cut('"Caption"', '"BodyText"'), "caption: "),
    "row missing": (
        BODY,
        cut(r"<w:tr>(?:(?!</w:tr>).)*Rij 7<.*?</w:tr>"),
        "'Rij 70', .* is missing",
    ),
    "number changed": (BODY, cut(">5%<", ">6%<"), "'6%'"),
    "sentence lost": (BODY, cut(r"Eerst iets over uitkomsten\."), "text: 'Eerst iets"),
    "title missing": (ABOUT, cut("<dc:title>.*?</dc:title>"), "title: ''"),
    "bookmark missing": (
        BODY,
        cut('<w:bookmarkStart [^>]*"tabel-kenmerken-geslacht"/>'),
        "tabel-kenmerken-geslacht leads nowhere",
    ),
    "link astray": (
        BODY,
        cut('w:anchor="tabel-kenmerken-geslacht"', 'w:anchor="tabel-resultaten-uitkomst"'),
        "link: too few to 'Tabel 2.2",
    ),
    "contents incomplete": (
        BODY,
        cut(PARAGRAPH + 'w:anchor="hoofdstuk-resultaten".*?</w:p>'),
        "contents: ",
    ),
    "footnote lost": (
        NOTES,
        cut(r'<w:footnote w:id="10">.*?</w:footnote>'),
        "notes: .* is missing",
    ),
    "picture lost": (RELATIONS, cut(r"media/beeld1.png", "media/weg.png"), "media/weg.png is mis"),
    "outside picture": (
        RELATIONS,
        cut(r'Target="media/beeld1.png"', 'Target="//example.org/x" TargetMode="External"'),
        "it asks for //example.org/x",
    ),
    "paper of another size": (BODY, cut('w:w="11906"', 'w:w="12240"'), "not A4"),
}


def test_document_as_made_passes(sample: Sample) -> None:
    assert verdict.on_word(sample.wanted, sample.file("docx")) == []


@pytest.mark.parametrize("name", BROKEN)
def test_broken_document_is_seen(sample: Sample, name: str) -> None:
    part, edit, said = BROKEN[name]
    faults = verdict.on_word(sample.wanted, edited(sample.file("docx"), part, edit))
    assert re.search(said, "\n".join(faults)), faults


def edited(content: bytes, part: str, edit: Callable[[str], str]) -> bytes:
    """Change one part of a packed document."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            whole = old.read(name)
            if name == part:
                broken = edit(whole.decode()).encode()
                assert broken != whole, "nothing was broken"
                whole = broken
            new.writestr(name, whole)
    return out.getvalue()
