"""Signs that a PDF cannot show are found before it is typeset, or something stands in for them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pdfminer.high_level import extract_text

from report45.builds.publish import publish_all
from report45.chapters.executed import read_chapters
from report45.errors import Fault
from report45.writers.signs import _SURE, replaced, without_form
from report45.writers.typst import TypesettingError, compile_pdf, literal
from tests.book import fixtures
from tests.conftest import ROOT

FONTS = ROOT / "report_templates" / "fonts"


def typeset(text: str) -> str:
    source = f'#set document(title: "x")\n#set text(lang: "nl", font: "Source Serif 4")\n#{text}'
    return extract_text(io.BytesIO(compile_pdf(source, FONTS, "2019-05-01")))


def test_what_is_sure_to_have_a_form_has_one() -> None:
    sure = "".join(chr(code) for code in range(0x21, 0x2300) if _SURE.fullmatch(chr(code)))
    assert len(sure) > 300
    typeset(literal(" ".join(sure)))


@pytest.mark.parametrize("sign", ["😀", "中", "한", "ก", "𝄞"])
def test_what_has_no_form_is_found_and_cannot_be_typeset(sign: str) -> None:
    assert list(without_form(f"Een {sign} teken")) == [(4, sign)]
    with pytest.raises(TypesettingError, match="could not be displayed"):
        typeset(literal(sign))


@pytest.mark.parametrize("text", ["één ½ € → ✓", "α ≤ β", "Łódź", "ا", "a\u200bb\ufe0f"])
def test_what_has_a_form_is_let_be(text: str) -> None:
    assert list(without_form(text)) == []


def test_what_stands_in_is_printed() -> None:
    source = replaced(f"{literal('Goed 😀!')} en 中", {"😀": "(lacht)", "中": "midden"})
    assert typeset(source).split() == ["Goed", "(lacht)!", "en", "midden"]


def test_a_file_that_cannot_be_typeset_takes_no_other_along(tmp_path: Path) -> None:
    paths = fixtures.whole(tmp_path / "chapters")
    first = paths[0]
    first.write_text(first.read_text("utf-8").replace("Bureau Proef", "Bureau 😀"), "utf-8")
    for path in paths[1:]:
        path.write_text(path.read_text("utf-8").replace("Bureau Proef", "Bureau 😀"), "utf-8")
    failed: list[Fault] = []
    made = publish_all(
        read_chapters(paths),
        [("deelrapport", ["pdf", "html"])],
        tmp_path / "out",
        failed=failed.append,
    )
    assert [one.name for one in made] == ["deelrapport.html"]
    assert [one.place.file for one in failed] == ["deelrapport.pdf"]
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == ["deelrapport.html"]
