"""The publications of both studies, read back from their files as a reader has them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import lxml.html
import pikepdf
import pytest
from pdfminer.high_level import extract_text

from tests.conftest import Release

SHORT = ("nieuwsbericht.html", "nieuwsbericht.txt", "factsheet.html", "factsheet.pdf")
SHORT += ("samenvatting.html", "samenvatting.pdf")
NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w])")


@pytest.fixture(scope="session", params=["almere", "nsw"])
def release(request: pytest.FixtureRequest) -> Release:
    built: Release = request.getfixturevalue(f"built_{request.param}")
    return built


def read(path: Path) -> str:
    """The text of a publication, on one line."""
    if path.suffix == ".pdf":
        text = extract_text(path).replace("\N{SOFT HYPHEN}\n", "")
    elif path.suffix == ".html":
        page = lxml.html.document_fromstring(path.read_text(encoding="utf-8"))
        for one in page.xpath("//style"):
            one.drop_tree()
        text = " ".join(page.itertext())
    else:
        text = path.read_text(encoding="utf-8")
    return " ".join(text.split())


def said(facts: Mapping[str, Mapping[str, Any]], path: str) -> str:
    text: str = facts[path]["text"]
    return text


def span(low: str, high: str) -> str:
    """Two percentages as a range, as prose writes it."""
    return low if low == high else f"{low.removesuffix(' procent')} tot {high}"


def test_every_publication_is_there(release: Release) -> None:
    assert {one.name for one in release.folder.iterdir() if one.is_file()} == {
        *SHORT,
        "deelrapport.html",
        "deelrapport.pdf",
        "deelrapport.docx",
        "samenvatting.docx",
        "facts.json",
    }


def test_every_number_stands_in_the_report_too(release: Release) -> None:
    """Or is a fact that the report says in words: 68 percent there is "ruim twee derde"."""
    known = set(NUMBER.findall(read(release.folder / "deelrapport.html")))
    facts = (one["text"] for one in release.facts.values() if one["kind"] == "share")
    known |= {number for text in facts for number in NUMBER.findall(text)}
    for name in SHORT:
        found = NUMBER.findall(read(release.folder / name))
        assert not set(found) - known, name
        assert len(found) > 10, name


def test_all_publications_say_the_same_of_the_outcome(built_almere: Release) -> None:
    facts, folder = built_almere.facts, built_almere.folder
    own = said(facts, "resultaten.werk.experiment")
    treated = span(own, said(facts, "resultaten.werk.experiment_hoog"))
    low, high = (said(facts, f"resultaten.werk.control_{one}") for one in ("laag", "hoog"))
    control, gap = span(low, high), said(facts, "resultaten.effect.werk.bereik")
    assert (own, treated, control) == ("15 procent", "15 tot 17 procent", "8 tot 13 procent")
    report = read(folder / "deelrapport.html")
    assert f"Van de experimentgroep heeft {treated} betaald werk gevonden" in report
    assert f"Van de controlegroep is dat {control}" in report
    for name in ("nieuwsbericht.html", "nieuwsbericht.txt"):
        text = read(folder / name)
        assert f": {treated} van de experimentgroep heeft betaald werk gevonden;" in text
        assert f"Van de experimentgroep heeft {treated} betaald werk gevonden" in text
        assert f"van de controlegroep {control}." in text
        assert f"Het verschil is {gap};" in text
    for number in (treated, control, gap):
        assert number in read(folder / "factsheet.pdf"), number
    for name in ("factsheet.html",):
        text = read(folder / name)
        assert f"{treated} van de experimentgroep heeft betaald werk gevonden" in text
        assert f"{control} van de controlegroep heeft betaald werk gevonden" in text
        assert f"{gap} verschil;" in text
    for name in ("samenvatting.html", "samenvatting.pdf"):
        text = read(folder / name)
        assert f"heeft {treated} betaald werk gevonden, van de controlegroep {control}." in text
        assert f"Het verschil is {gap};" in text


def test_all_publications_say_the_same_of_the_real_study(built_nsw: Release) -> None:
    facts, folder = built_nsw.facts, built_nsw.folder
    own, other = (said(facts, f"resultaten.werk_1978.{one}") for one in ("experiment", "control"))
    assert (own, other) == ("76 procent", "65 procent")
    for name, sentence in {
        "deelrapport.html": f"Van de experimentgroep had {own} in 1978 inkomen uit werk",
        "nieuwsbericht.txt": f"Van de experimentgroep had {own} in 1978 inkomen uit werk",
        "factsheet.pdf": f"{own} van de experimentgroep had in 1978 inkomen uit werk",
        "samenvatting.pdf": f"had {own} in 1978 inkomen uit werk, van de controlegroep {other}.",
    }.items():
        assert sentence in read(folder / name), name


def test_shared_facts_stand_in_several_publications(built_almere: Release) -> None:
    facts, folder = built_almere.facts, built_almere.folder
    everyone = said(facts, "opzet.toewijzing.n.totaal")
    took_part = said(facts, "verloop.deelgenomen")
    step = said(facts, "resultaten.routes.stappen")
    assert (everyone, took_part, step) == ("402", "63 procent", "39 procent")
    for name in ("deelrapport.html", *SHORT):
        text = read(folder / name)
        assert (everyone in text) == (not name.startswith("samenvatting")), name
        assert step in text or "Bijna veertig procent" in text, name
        assert took_part in text, name


def test_news_is_careful_and_short(release: Release) -> None:
    page = lxml.html.document_fromstring(
        (release.folder / "nieuwsbericht.html").read_text(encoding="utf-8")
    )
    paragraphs = page.xpath("//main//p")
    assert 2 <= len(paragraphs) <= 5
    assert [one.text for one in page.xpath("//main//h2")] == ["Bronnen"]
    assert page.xpath("//header//time/@datetime")
    text = read(release.folder / "nieuwsbericht.txt")
    assert "uit de bijstand" not in text
    assert "resultaten zijn voorlopig" in text
    assert "van het deelrapport" in text


def test_news_names_the_exit_rightly(built_almere: Release) -> None:
    text = read(built_almere.folder / "nieuwsbericht.txt")
    assert "uitstroom naar betaald werk" in text
    assert "verschil met de controlegroep nog onzeker" in text


def test_lengths_are_kept(release: Release) -> None:
    for name, most in (("factsheet", 1), ("samenvatting", 2)):
        with pikepdf.open(release.folder / f"{name}.pdf") as document:
            assert len(document.pages) <= most, name
            with document.open_metadata() as about:
                assert about["pdfuaid:part"] == "1"
                assert about["pdfaid:part"] == "2"


def test_fact_sheet_shows_the_flow_and_the_routes(built_almere: Release) -> None:
    page = lxml.html.document_fromstring(
        (built_almere.folder / "factsheet.html").read_text(encoding="utf-8")
    )
    assert page.xpath("//figure/@id") == ["schema-verloop-stroom", "figuur-resultaten-routes"]
    assert len(page.xpath("//div[@class='kerncijfers']//li")) == 6
    with pikepdf.open(built_almere.folder / "factsheet.pdf") as document:
        alts = [str(one.Alt) for one in document.objects if _described(one)]
    assert any(alt.startswith("Stroomschema") for alt in alts)
    assert any(alt.startswith("Staafdiagram") for alt in alts)


def _described(one: Any) -> bool:
    return isinstance(one, pikepdf.Dictionary) and "/Alt" in one


@pytest.mark.parametrize("name", ["nieuwsbericht", "factsheet", "samenvatting"])
def test_page_is_sound(release: Release, name: str) -> None:
    source = (release.folder / f"{name}.html").read_text(encoding="utf-8")
    page = lxml.html.document_fromstring(source)
    levels = [int(one.tag[1]) for one in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)
    assert not page.xpath("//script | //link | //img | //iframe")
    labels = [one for several in page.xpath("//@aria-labelledby") for one in several.split()]
    links = page.xpath("//a[not(@download)]/@href")
    assert {*labels, *(one[1:] for one in links)} <= set(ids)
    assert "{{" not in source.partition("</style>")[2]
