from __future__ import annotations

import io
import re
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from report45.builds.publish import publish
from report45.chapters.executed import DISPLAY_MIME, read_chapters
from report45.writers.docx import bookmark, pack, restyle, unpack
from report45.writers.word import ROOM, widths
from tests.book import fixtures
from tests.book.fixtures import NASTY

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {
    "w": W[1:-1],
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}

# ISO/IEC 29500-1, 17.3.1.26 and 17.3.2.28: the elements that the templates and pandoc write.
_PARAGRAPH = """pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs
    suppressAutoHyphens spacing ind contextualSpacing jc outlineLvl"""
_RUN = "rStyle rFonts b bCs i iCs strike color sz szCs u vertAlign lang"
ORDERS = {kind: order.split() for kind, order in (("pPr", _PARAGRAPH), ("rPr", _RUN))}


class Read:
    """A document for Word, read back from its file."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            self.infos = package.infolist()
            self.parts = {one.filename: package.read(one) for one in self.infos}
        self.body = self.part("word/document.xml")

    def part(self, name: str) -> Any:
        return etree.fromstring(self.parts[name])

    def all(self, path: str) -> list[Any]:
        found: list[Any] = self.body.xpath(path, namespaces=NAMES)
        return found

    def styled(self, style: str) -> list[str]:
        return [text(one) for one in self.all(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']")]


def text(element: Any) -> str:
    parts = element.iter(f"{W}t", f"{W}br", f"{W}tab")
    return " ".join("".join(one.text or " " for one in parts).split())


@pytest.fixture(scope="module")
def word(published: Path) -> Read:
    return Read((published / "deelrapport.docx").read_bytes())


def test_every_part_is_xml_and_text_stands_only_where_word_reads_it(word: Read) -> None:
    for name in word.parts:
        if not name.endswith(".png"):
            tree = word.part(name)
            if name.startswith("word/") and not name.endswith(".rels"):
                for one in tree.iter():
                    if one.tag not in (f"{W}t", f"{W}instrText"):
                        assert not (one.text or "").strip(), (name, one.tag, one.text)
                    assert not (one.tail or "").strip(), (name, one.tag, one.tail)


def test_every_style_that_is_used_is_there(word: Read) -> None:
    known = word.part("word/styles.xml").xpath("//w:style/@w:styleId", namespaces=NAMES)
    assert len({*known}) == len(known)
    for name in ("word/document.xml", "word/footnotes.xml", "word/header.xml", "word/footer.xml"):
        path = "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"
        assert {*word.part(name).xpath(path, namespaces=NAMES)} <= {*known}
    styles = word.part("word/styles.xml")
    for link in ("basedOn", "next"):
        assert {*styles.xpath(f"//w:{link}/@w:val", namespaces=NAMES)} <= {*known}


def test_elements_of_a_paragraph_stand_in_the_order_word_asks_for(word: Read) -> None:
    for name in ("word/document.xml", "word/styles.xml", "word/footnotes.xml"):
        tree = word.part(name)
        for kind, order in ORDERS.items():
            for one in tree.iter(f"{W}{kind}"):
                places = [order.index(child.tag.removeprefix(W)) for child in one]
                assert places == sorted(places), etree.tostring(one)


def test_title_and_day_come_from_the_study(word: Read) -> None:
    about = word.part("docProps/core.xml")
    assert about.findtext("dc:title", None, NAMES) == "Effect van een aanpak"
    assert about.findtext("dc:creator", None, NAMES) == "Bureau Proef"
    assert about.findtext("dcterms:created", None, NAMES) == "2019-05-01T00:00:00Z"
    assert about.findtext("dcterms:modified", None, NAMES) == "2019-05-01T00:00:00Z"
    assert word.styled("CoverTitle") == ["Effect van een aanpak"]
    assert word.styled("CoverData")[:4] == [
        "Auteur Bureau Proef",
        "Opdrachtgever Gemeente Voorbeeld",
        "Datum 1 mei 2019",
        "Versie 1.0",
    ]


def test_headings_are_headings_and_stand_in_the_contents(word: Read) -> None:
    assert word.styled("Heading1") == [
        "1 Waar dit over gaat",
        "2 Voorlopige resultaten",
        "Bijlage 1 Verantwoording",
    ]
    assert word.styled("Heading2")[:3] == ["1.1 Aanleiding", "1.2 Leeswijzer", "2.1 Over kenmerken"]
    assert "Ruim de helft is vrouw" in word.styled("Heading3")
    contents = word.all("//w:sdt//w:hyperlink")
    listed = [text(one) for one in contents]
    assert [one for one in listed if one in word.styled("Heading1")] == word.styled("Heading1")
    assert [one for one in listed if one in word.styled("Heading2")] == word.styled("Heading2")
    assert len(listed) == len(word.styled("Heading1")) + len(word.styled("Heading2"))
    (field,) = word.all("//w:sdt//w:instrText")
    assert field.text.split()[:3] == ["TOC", "\\o", '"1-2"']
    kinds = word.all("//w:sdt//w:fldChar/@w:fldCharType")
    assert kinds == ["begin", "separate", "end"]


def test_links_arrive_at_bookmarks_of_their_own(word: Read) -> None:
    names, numbers = (word.all(f"//w:bookmarkStart/@w:{one}") for one in ("name", "id"))
    assert len({*names}) == len(names)
    assert len({*numbers}) == len(numbers)
    assert numbers == word.all("//w:bookmarkEnd/@w:id")
    assert {*word.all("//w:hyperlink/@w:anchor")} <= {*names}
    assert all(len(one) <= 40 and one[0].isalpha() for one in names)
    assert "tabel 2.2" in [text(one) for one in word.all("//w:hyperlink[not(ancestor::w:sdt)]")]


def test_tables_come_from_the_model(word: Read) -> None:
    tables = word.all("//w:tbl")
    assert len(tables) == 4
    assert word.styled("Caption")[0] == f"Tabel 2.1 Lang: {' '.join(NASTY.split())}"
    for table in tables:
        rows = table.findall("w:tr", NAMES)
        heads = [row.find("w:trPr/w:tblHeader", NAMES) is not None for row in rows]
        assert heads == [True] + [False] * (len(rows) - 1)
        assert all(row.find("w:trPr/w:cantSplit", NAMES) is not None for row in rows)
        assert table.xpath("string(w:tblPr/w:tblLook/@w:firstColumn)", namespaces=NAMES) == "1"
        assert all(len(row.findall("w:tc", NAMES)) == 4 for row in rows)
    short = [[text(cell) for cell in row.iter(f"{W}tc")] for row in tables[1].iter(f"{W}tr")]
    assert short == [
        ["Geslacht", "Experimentgroep (n = 203)", "Controlegroep (n = 199)", "Totaal (n = 402)"],
        ["Rij 1", "1%", "1%", "1%"],
        ["Rij 2", "2%", "2%", "2%"],
    ]
    sides = tables[1].xpath("(.//w:tr)[2]//w:pPr/w:jc/@w:val", namespaces=NAMES)
    assert sides == ["right"] * 3


def test_only_a_table_that_no_page_holds_may_break(word: Read) -> None:
    long, short = word.all("//w:tbl")[:2]
    assert len(long.xpath(".//w:tr[.//w:keepNext]", namespaces=NAMES)) < 5
    rows = short.xpath("./w:tr[not(w:trPr/w:tblHeader)]", namespaces=NAMES)
    assert all(one.xpath(".//w:pPr/w:keepNext", namespaces=NAMES) for one in rows)


def test_figure_is_a_described_picture(word: Read) -> None:
    (picture,) = word.all("//wp:docPr")
    assert picture.get("descr") == "Twee staven: de eerste is lager dan de tweede."
    png = word.parts["word/media/beeld1.png"]
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    across, down = struct.unpack(">II", png[16:24])
    assert (across, down) == (1080, 360)  # 360 by 120 points, three dots to a point
    (size,) = word.all("//wp:extent")
    assert (size.get("cx"), size.get("cy")) == (str(360 * 12700), str(120 * 12700))


def test_footnotes_boxes_and_quotations_keep_their_kind(word: Read) -> None:
    notes = word.part("word/footnotes.xml").xpath("w:footnote[not(@w:type)]", namespaces=NAMES)
    assert [text(one) for one in notes] == ["Een noot met nadruk.", "Een andere noot."]
    ids = [one.get(f"{W}id") for one in notes]
    assert word.all("//w:footnoteReference/@w:id") == ids
    assert word.styled("KaderTitle") == ["Hoe groot is groot?"]
    assert word.styled("Kader") == ["Van de klanten is 56 procent vrouw."]
    assert word.styled("KaderList") == ["een", "twee"]
    assert word.styled("Quote") == [f"Ik zei: {NASTY}"]
    assert word.styled("QuoteSource") == ["— K"]


def test_it_is_dutch_and_on_a4(word: Read) -> None:
    styles = word.part("word/styles.xml")
    assert styles.xpath("//w:docDefaults//w:lang/@w:val", namespaces=NAMES) == ["nl-NL"]
    (size,) = word.all("//w:sectPr/w:pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert "PAGE" in "".join(word.part("word/footer.xml").itertext())
    assert "Effect van een aanpak" in "".join(word.part("word/header.xml").itertext())


def test_nothing_in_it_depends_on_where_or_when_it_was_made(word: Read) -> None:
    assert word.infos[0].filename == "[Content_Types].xml"
    assert {one.date_time for one in word.infos} == {(1980, 1, 1, 0, 0, 0)}
    assert len({one.filename for one in word.infos}) == len(word.infos)
    for name, content in word.parts.items():
        assert b"w:rsid" not in content, name
        outside = re.findall(rb'TargetMode="External"', content)
        assert not outside, name


def test_parts_that_are_named_are_there(word: Read) -> None:
    for one in word.part("[Content_Types].xml").iter("{*}Override"):
        assert one.get("PartName")[1:] in word.parts
    for one in word.part("word/_rels/document.xml.rels"):
        assert f"word/{one.get('Target')}" in word.parts


def test_what_data_holds_stays_text(tmp_path: Path) -> None:
    nasty = f"{NASTY} ]]> <w:p/> {{{{ 7*7 }}}} \x00\ue000"
    meta = fixtures.META | dict.fromkeys(("title", "subtitle", "author", "version"), nasty)
    figure = fixtures.figure("inleiding", "f", caption=nasty, alt=nasty, notes=[nasty])
    table = fixtures.table("inleiding", "t", caption=nasty, source=nasty)
    figure[DISPLAY_MIME]["table"]["rows"][0]["header"] = nasty
    table[DISPLAY_MIME]["table"]["rows"][0]["cells"][0] = nasty
    chapter = fixtures.chapter("inleiding", figure, table, "Tekst.", meta=meta)
    chapters = read_chapters(fixtures.write(tmp_path, chapter))
    (path,) = publish(chapters, "deelrapport", tmp_path, ["docx"])
    read = Read(path.read_bytes())
    said = " ".join("".join(read.body.itertext()).split())
    assert said.count("<script>alert(1)</script>") >= 6
    assert said.count("{{ 7*7 }}") >= 6
    assert "<w:p/>" in read.all("//wp:docPr/@descr")[0]


def test_what_editors_may_write_arrives(tmp_path: Path) -> None:
    prose = (
        "Zie [de site](https://example.nl/a?b=1&c=2).[^1]\n\n[^1]: Of [hier](https://example.org).\n\n"
        "| Kop | Getal |\n|---|--:|\n| een | 1 |\n\n> Een citaat.\n\n---\n\n"
        "- een\n\n    - daaronder\n\n1. eerst\n\n   en verder\n2. dan\n\n3. ten slotte *nadruk*"
    )
    chapter = fixtures.chapter("inleiding", prose)
    (path,) = publish(
        read_chapters(fixtures.write(tmp_path, chapter)), "deelrapport", tmp_path, ["docx"]
    )
    read = Read(path.read_bytes())
    for part, address in (
        ("document", "https://example.nl/a?b=1&c=2"),
        ("footnotes", "https://example.org"),
    ):
        links = read.part(f"word/{part}.xml").xpath(
            "//w:hyperlink/@*[local-name()='id']", namespaces=NAMES
        )
        held = {one.get("Id"): one for one in read.part(f"word/_rels/{part}.xml.rels")}
        assert [held[one].get("Target") for one in links] == [address]
        assert held[links[0]].get("TargetMode") == "External"
    (table,) = read.all("//w:tbl")
    assert [text(one) for one in table.iter(f"{W}tc")] == ["Kop", "Getal", "een", "1"]
    assert table.xpath("count(.//w:tblHeader)", namespaces=NAMES) == 1
    assert read.styled("BlockText") == ["Een citaat."]
    assert read.styled("ListParagraph") == [
        *("een", "daaronder", "eerst", "en verder", "dan", "ten slotte nadruk")
    ]
    numbers = {*read.all("//w:numPr/w:numId/@w:val")}
    known = {*read.part("word/numbering.xml").xpath("//w:num/@w:numId", namespaces=NAMES)}
    assert numbers <= known
    signs = read.part("word/numbering.xml").xpath("//w:lvlText/@w:val", namespaces=NAMES)
    assert not [one for one in signs if "\ue000" <= one <= "\uf8ff"]


def test_nbconvert_makes_a_document_of_one_chapter(published: Path, tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603
        [
            *(sys.executable, "-m", "nbconvert", "--to", "report45-docx"),
            *("--output-dir", tmp_path, published / "chapters" / "inleiding.ipynb"),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    read = Read((tmp_path / "inleiding.docx").read_bytes())
    assert "Van de klanten is 56 procent vrouw." in read.styled("Kader")


def table(*lengths: int, align: str) -> dict[str, Any]:
    sides = ["left", *[align] * (len(lengths) - 1)]
    columns = [{"label": "x", "n": None, "align": one} for one in sides]
    row = {"header": "x" * lengths[0], "cells": ["x" * one for one in lengths[1:]]}
    return {"columns": columns, "rows": [row]}


@pytest.mark.parametrize(
    "data",
    [
        table(20, 5, 5, align="right"),
        table(20, 5, 5, 5, 5, 5, 5, align="right"),
        table(5, 8, 9, align="left"),
        table(12, 90, 250, 10, align="left"),
        table(250, 250, 250, 250, 250, align="left"),
    ],
)
def test_columns_share_the_room(data: dict[str, Any]) -> None:
    found = widths(data)
    assert ROOM - len(found) <= sum(found) <= ROOM
    assert min(found) > 600


def test_longer_texts_get_more_room() -> None:
    short, middle, long, last = widths(table(12, 90, 250, 10, align="left"))
    assert last < short < middle < long


def test_bookmark_is_what_pandoc_makes_of_a_link() -> None:
    """Text.Pandoc.Writers.Docx.OpenXML, toBookmarkName."""
    assert bookmark("tabel-a-b") == "tabel-a-b"
    name = bookmark("tabel-" + "x" * 40)
    assert len(name) == 40
    assert name[0] == "X"


def test_long_anchor_is_linked(tmp_path: Path) -> None:
    long = "een_naam_die_langer_is_dan_word_wil_hebben"
    prose = f"Zie {{{{ ref.{long} }}}}."
    chapter = fixtures.chapter("inleiding", fixtures.table("inleiding", long), prose)
    (path,) = publish(
        read_chapters(fixtures.write(tmp_path, chapter)), "deelrapport", tmp_path, ["docx"]
    )
    read = Read(path.read_bytes())
    (link,) = read.all("//w:hyperlink[not(ancestor::w:sdt)]/@w:anchor")
    assert link in read.all("//w:bookmarkStart/@w:name")


PARTS = [
    *("word/footnotes.xml", "word/_rels/footnotes.xml.rels"),
    *("word/numbering.xml", "word/_rels/document.xml.rels"),
]


def test_runs_are_joined_and_styles_replaced() -> None:
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    bold = run.replace("<w:t", "<w:rPr><w:b /></w:rPr><w:t")
    within = "<inline/>" + "".join(map(run.format, "a b")) + bold.format("c") + "<inline/>"
    body = f"<w:body><piece/><w:p>{within}</w:p><w:p/><piece/></w:body>"
    parts = dict.fromkeys(PARTS, "") | {"word/document.xml": body}
    assert unpack(parts)[0] == [(run.format("a b") + bold.format("c"), "<w:p/>")]
    listed = (
        '<w:pPr><w:pStyle w:val="ListParagraph" />'
        '<w:numPr><w:ilvl w:val="1" /><w:numId w:val="7" /></w:numPr></w:pPr>'
    )
    assert restyle(listed, "Kader") == (
        '<w:pPr><w:pStyle w:val="KaderList" />'
        '<w:numPr><w:ilvl w:val="1" /><w:numId w:val="7" /></w:numPr>'
        '<w:ind w:left="974" w:hanging="357" /></w:pPr>'
    )


def test_same_parts_give_the_same_bytes() -> None:
    parts: list[tuple[str, str | bytes]] = [("a.xml", "<a/>"), ("b.png", b"\x00")]
    assert pack(parts) == pack(parts)
    assert pack(parts) != pack(parts[::-1])
