from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pdfminer.high_level import extract_pages, extract_text
from pdfminer.layout import LTTextContainer

from report45.builds.publish import publish
from report45.chapters.executed import DISPLAY_MIME, read_chapters
from report45.writers.typst import TypesettingError, compile_pdf, literal
from tests.book import fixtures
from tests.book.fixtures import NASTY
from tests.gates.layout import layout_faults
from tests.gates.pdf_file import read_pdf
from tests.gates.pdf_text import read_sheets

FONTS = Path(__file__).parents[2] / "report_templates" / "fonts"


@pytest.fixture(scope="module")
def pdf(published: Path) -> Path:
    return published / "deelrapport.pdf"


@pytest.fixture(scope="module")
def text(pdf: Path) -> str:
    return " ".join(extract_text(pdf).split())


def walk(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    found = []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found += [kid, *walk(kid)]
    return found


def test_text_can_be_read_back(text: str) -> None:
    assert "54 procent vrouw is" in text
    assert "Tabel 2.2" in text
    assert "Bijlage 1 Verantwoording" in text
    assert "Experimentgroep (n = 203)" in text
    for row in range(1, 71):
        assert f"Rij {row}" in text
    assert "Ik zei: <script>alert(1)</script> &" in text
    assert "χ² ≥ − [a](b) @q" in text


def test_claims_to_be_accessible_and_archivable(pdf: Path) -> None:
    with pikepdf.open(pdf) as document:
        with document.open_metadata() as about:
            assert about["pdfaid:part"] == "2"
            assert about["pdfaid:conformance"] == "A"
            assert about["pdfuaid:part"] == "1"
        assert document.Root.MarkInfo.Marked
        assert document.Root.Lang == "nl-NL"
        assert document.docinfo["/Title"] == "Effect van een aanpak"
        assert str(document.docinfo["/CreationDate"]).startswith("D:20190501")


def test_rows_and_columns_have_tagged_headers(pdf: Path) -> None:
    with pikepdf.open(pdf) as document:
        every = walk(document.Root.StructTreeRoot)
        tables = [one for one in every if one.S == "/Table"]
        assert len(tables) == 4
        for table in tables:
            rows = [one for one in walk(table) if one.S == "/TR"]
            for row in rows[1:]:
                first, *others = [one for one in walk(row) if one.S in ("/TH", "/TD")]
                assert first.S == "/TH"
                assert scope(first) == "/Row"
                assert all(one.S == "/TD" for one in others)
            assert [scope(one) for one in walk(rows[0]) if one.S == "/TH"] == ["/Column"] * 4


def scope(cell: Any) -> str:
    held = cell.get("/A", {})
    every = list(held) if isinstance(held, pikepdf.Array) else [held]
    return next(str(one.Scope) for one in every if "/Scope" in one)


def test_figure_is_described(pdf: Path) -> None:
    with pikepdf.open(pdf) as document:
        alts = [str(one.Alt) for one in walk(document.Root.StructTreeRoot) if "/Alt" in one]
    assert "Twee staven: de eerste is lager dan de tweede." in alts


def test_bookmarks_hold_the_numbers(pdf: Path) -> None:
    with pikepdf.open(pdf) as document, document.open_outline() as outline:
        names = [" ".join(str(one.title).split()) for one in outline.root]
        under = [" ".join(str(one.title).split()) for one in outline.root[2].children]
    assert names[1:3] == ["1 Waar dit over gaat", "2 Voorlopige resultaten"]
    assert under[0] == "2.1 Over kenmerken"


@pytest.mark.parametrize("value", [NASTY, 'a" + read("x") + "', "\\u{41}\\", "een\ntwee", "é χ² 𝛼"])
def test_literal_is_one_string_for_typst(value: str) -> None:
    import typst

    assert typst.eval(b"", literal(value)) == json.dumps(value, ensure_ascii=False)


def test_only_the_repositorys_fonts_are_used(pdf: Path) -> None:
    with pikepdf.open(pdf) as document:
        names = {
            str(font.BaseFont).partition("+")[2]
            for page in document.pages
            for font in page.resources.get("/Font", {}).values()
        }
    assert {name.partition("-")[0] for name in names} == {"SourceSans3", "SourceSerif4"}


def test_missing_font_is_an_error_not_another_font(tmp_path: Path) -> None:
    with pytest.raises(TypesettingError, match="unknown font family"):
        compile_pdf(
            '#set document(title: "x")\n#set text(font: "Bestaat Niet")\nx', tmp_path, "2019-05-01"
        )


def test_table_with_long_texts_breaks_and_a_table_that_fits_does_not(tmp_path: Path) -> None:
    long = fixtures.table("inleiding", "lang", rows=24)
    rows = long[DISPLAY_MIME]["table"]["rows"]
    for row in rows:
        row["cells"][0] = "Een lange tekst in een cel. " * 12
    for column in long[DISPLAY_MIME]["table"]["columns"]:
        column["align"] = "left"
    short = fixtures.table("inleiding", "kort", rows=26)
    chapter = fixtures.chapter("inleiding", "Tekst. " * 300, long, "Tussen. " * 200, short)
    chapters = read_chapters(fixtures.write(tmp_path, chapter))
    (path,) = publish(chapters, "deelrapport", tmp_path, ["pdf"])
    pages = list(extract_pages(path))
    assert all(
        line.y0 > 0
        for page in pages
        for box in page
        if isinstance(box, LTTextContainer)
        for line in box
    )
    said = [
        " ".join(box.get_text() for box in page if isinstance(box, LTTextContainer))
        for page in pages
    ]
    rows_of = [sorted(map(int, re.findall(r"Rij (\d+)", one))) for one in said]
    (*parts, whole) = [one for one in rows_of if one]
    assert sorted(place for one in parts for place in one) == [*range(1, 25)]
    assert whole == [*range(1, 27)]
    assert len(parts) > 1
    assert [one.count("(n = 203)") for one in said if "Rij" in one] == [1] * (len(parts) + 1)


def test_colophon_is_the_last_page(text: str, pdf: Path) -> None:
    told = text[text.index("Colofon") :]
    assert "Gegevens gemeente, bewerking bureau Gemaakt met report45" in told
    assert "Tussentijds rapport Opdrachtgever Gemeente Voorbeeld" in told
    with pikepdf.open(pdf) as document, document.open_outline() as outline:
        assert [str(one.title) for one in outline.root][-1] == "Colofon"


@pytest.mark.parametrize(
    "word",
    [
        "Effectiviteit van een werkervaringsprogramma voor oudere werkzoekenden " * 6,
        "Werkgelegenheidsbevorderingsprogramma",
        "Arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersregeling",
    ],
)
def test_a_long_word_is_broken_wherever_it_does_not_fit(word: str, tmp_path: Path) -> None:
    about = {"title": f"{word} Noordoostpolder", "commissioner": word, "subtitle": word}
    shown = fixtures.table("kenmerken", "geslacht", caption=f"{word} {word}")
    shown[DISPLAY_MIME]["table"]["columns"][1]["label"] = word
    prose = f"## {word} en {word}\n\n{word}.\n\n{{{{ toon('geslacht') }}}}"
    made = fixtures.chapter("kenmerken", shown, prose, meta=fixtures.META | about)
    chapters = read_chapters(fixtures.write(tmp_path, made))
    (path,) = publish(chapters, "deelrapport", tmp_path, ["pdf"])
    content = path.read_bytes()
    assert layout_faults(read_pdf(content, read_sheets(content))) == []
