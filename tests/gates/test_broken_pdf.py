"""Each fault that a PDF could have is seen by a gate; the PDF as it was made has none."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
import pytest

from report45.checkout import templates_folder
from report45.writers.typst import compile_pdf
from tests.gates import verdict
from tests.gates.conftest import Sample
from tests.gates.pdf_text import Sheet, read_sheets

Edit = Callable[[pikepdf.Pdf], None]


def elements(document: pikepdf.Pdf, *kinds: str) -> Iterator[Any]:
    """Give the elements of the structure tree of these kinds, in reading order."""

    def below(held: Any) -> Iterator[Any]:
        several = held.get("/K", [])
        for kid in several if isinstance(several, pikepdf.Array) else [several]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                if str(kid.S)[1:] in kinds:
                    yield kid
                yield from below(kid)

    yield from below(document.Root.StructTreeRoot)


def retagged(old: str, new: str, place: int = 0) -> Edit:
    def edit(document: pikepdf.Pdf) -> None:
        list(elements(document, old))[place].S = pikepdf.Name(f"/{new}")

    return edit


def described(alt: str) -> Edit:
    def edit(document: pikepdf.Pdf) -> None:
        next(elements(document, "Figure")).Alt = pikepdf.String(alt)

    return edit


def removed(kind: str, place: int = 0) -> Edit:
    def edit(document: pikepdf.Pdf) -> None:
        gone = list(elements(document, kind))[place]
        gone.P.K = pikepdf.Array([one for one in gone.P.K if one != gone])

    return edit


def no_alt(document: pikepdf.Pdf) -> None:
    del next(elements(document, "Figure"))["/Alt"]


def no_scope(document: pikepdf.Pdf) -> None:
    del next(elements(document, "TH"))["/A"]


def language(document: pikepdf.Pdf) -> None:
    document.Root.Lang = pikepdf.String("en-US")


def no_language(document: pikepdf.Pdf) -> None:
    del document.Root["/Lang"]


def no_title(document: pikepdf.Pdf) -> None:
    with document.open_metadata(set_pikepdf_as_editor=False) as about:
        del about["dc:title"]
    if "/Title" in document.docinfo:
        del document.docinfo["/Title"]


def no_bookmark(document: pikepdf.Pdf) -> None:
    with document.open_outline() as outline:
        del outline.root[2].children[0]


def no_claim(document: pikepdf.Pdf) -> None:
    with document.open_metadata(set_pikepdf_as_editor=False) as about:
        del about["pdfuaid:part"]


def links(document: pikepdf.Pdf) -> list[Any]:
    return [one for page in document.pages for one in page.get("/Annots", [])]


def contents_astray(document: pikepdf.Pdf) -> None:
    links(document)[0].Dest = pikepdf.String("hoofdstuk-resultaten")


def dead_link(document: pikepdf.Pdf) -> None:
    links(document)[0].Dest = pikepdf.String("weg")


def link_astray(document: pikepdf.Pdf) -> None:
    named = [one for one in links(document) if one.get("/Dest") == "hoofdstuk-kenmerken"]
    named[-1].Dest = pikepdf.String("hoofdstuk-resultaten")


def untagged(document: pikepdf.Pdf) -> None:
    del document.Root["/StructTreeRoot"]


def order_turned(document: pikepdf.Pdf) -> None:
    top = next(elements(document, "Document"))
    top.K = pikepdf.Array([*list(top.K)[:-14], *reversed(list(top.K)[-14:])])


RETAGGED: dict[str, tuple[Edit, str]] = {
    "alt removed": (no_alt, "described as ''"),
    "fake alt": (described("image.png"), "described as 'image.png'"),
    "alt of another figure": (described("Een taart."), "alt='Een taart.'"),
    "language wrong": (language, "its language is 'en-US'"),
    "language missing": (no_language, "ua1: PDFUA1-TEXT-LANGUAGE"),
    "column header demoted": (retagged("TH", "TD"), r"header: .*is missing"),
    "row header demoted": (retagged("TH", "TD", 4), r"row: \('', "),
    "scope removed": (no_scope, "a header without scope"),
    "caption gone": (retagged("Caption", "P", 1), "caption: .* is missing"),
    "row missing": (removed("TR", 9), "'Rij 70', .* is missing"),
    "heading demoted": (retagged("H2", "H3", 1), r"headings: \(3,"),
    "heading as text": (retagged("H2", "P"), "headings: .* is missing"),
    "level skipped": (retagged("H2", "H4", 0), "skips a level"),
    "title missing": (no_title, "it has no title"),
    "bookmark missing": (no_bookmark, "contents: .* is missing"),
    "footnote lost": (removed("Note", 1), "notes: .* is missing"),
    "link dead": (dead_link, "'weg' leads nowhere"),
    "contents astray": (contents_astray, "the entry '1 .* leads to '2.2"),
    "link astray": (link_astray, "link: too few to '2.1"),
    "claim missing": (no_claim, "pdfuaid:part = ''"),
    "paragraph as nothing": (removed("P", 8), "text: "),
    "text outside a paragraph": (retagged("P", "Span", 8), "stands outside a paragraph"),
    "order turned": (order_turned, "in another place"),
    "untagged": (untagged, "ua1: PDFUA1-"),
}


def cut(pattern: str, by: str) -> Callable[[str], str]:
    """Replace what a pattern finds first in the source for Typst."""

    def edit(source: str) -> str:
        return re.sub(pattern, by, source, count=1, flags=re.DOTALL)

    return edit


FIRST = r"Eerst iets over uitkomsten\."
GRID = r'(#tabel\("tabel-resultaten-uitkomst", "[^"]*", "[^"]*", )(raster\(.*?\n\))(?=, )'
TYPESET = {
    "text outside the page": (cut(FIRST, r"#place(dx: 400pt)[\g<0>] \g<0>"), "is outside the page"),
    "text below the page": (
        cut(FIRST, r"#place(bottom, dy: 70pt)[\g<0>] \g<0>"),
        "is outside the page",
    ),
    "overlapping text": (cut(FIRST, r"\g<0> #v(-2.2em) Nog een zin erover."), "overlap"),
    "overlapping cells": (
        cut(
            "#set table\\(stroke: none, inset: [^)]*\\)\\)",
            r"#set table(stroke: none, inset: (x: 4pt, y: -4pt))",
        ),
        "overlap",
    ),
    "table clipped": (cut(GRID, r"\1block(height: 8mm, clip: true, \2)"), "is cut off"),
    "table too wide": (cut(GRID, r"\1block(width: 190mm, \2)"), "reaches into the margin"),
    "heading alone": (
        cut(r"#kop\(2, [^\n]*hoofdstuk-resultaten[^\n]*\n", r"\g<0>\n#pagebreak()\n"),
        "is alone at its foot",
    ),
    "table split": (
        lambda source: cut(
            r'#tabel\("tabel-resultaten-uitkomst"', r"#pagebreak()\n#v(220mm)\n\g<0>"
        )(
            cut(r"breakable: measure\(width: room\.width, inner[^\n]*\n", "breakable: true)\n")(
                source
            )
        ),
        "is split",
    ),
    "links without words": (
        cut(r'(kind: "tabel", supplement: )name', r"\1none"),
        "a link is described as ', pagina",
    ),
    "chapter's anchor below it": (
        lambda source: cut(r"(clearance: 34pt, )it\)", r"\1[])\n#let bovenaan(it) = it")(
            cut(
                r"block\(width: 100%, below: 34pt, it\.body\)",
                "place(top, float: true, clearance: 34pt, it.body)",
            )(source)
        ),
        "the entry '2 .* leads to '2.1",
    ),
}


def test_stream_of_another_length_is_seen(sample: Sample) -> None:
    """Also when the validator is not believed where it cuts a stream short."""
    broken = re.sub(rb"/Length 1(\d+)", rb"/Length 2\1", sample.file("pdf"), count=1)
    assert any("STREAM-LENGTH" in one for one in verdict.validated(broken))


def test_pdf_as_made_passes(sample: Sample) -> None:
    assert verdict.on_pdf(sample.wanted, sample.file("pdf")) == []


@pytest.fixture(scope="module")
def sheets(sample: Sample) -> tuple[Sheet, ...]:
    return read_sheets(sample.file("pdf"))


@pytest.mark.parametrize("name", RETAGGED)
def test_broken_structure_is_seen(sample: Sample, sheets: tuple[Sheet, ...], name: str) -> None:
    edit, said = RETAGGED[name]
    broken = io.BytesIO()
    with pikepdf.open(io.BytesIO(sample.file("pdf"))) as document:
        edit(document)
        document.save(broken)
    faults = verdict.on_pdf(sample.wanted, broken.getvalue(), sheets)
    assert re.search(said, "\n".join(faults)), faults


@pytest.mark.parametrize("name", TYPESET)
def test_broken_page_is_seen(sample: Sample, name: str) -> None:
    edit, said = TYPESET[name]
    broken = edit(sample.typst)
    assert broken != sample.typst, "nothing was broken"
    made = compile_pdf(broken, templates_folder() / "fonts", "2019-05-01")
    faults = verdict.on_pdf(sample.wanted, made)
    assert re.search(said, "\n".join(faults)), faults
