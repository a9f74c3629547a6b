from __future__ import annotations

import base64
import itertools
import re
from pathlib import Path

import lxml.html
import pytest

from tests.book.fixtures import NASTY


@pytest.fixture(scope="module")
def source(published: Path) -> str:
    return (published / "deelrapport.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(source: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(source)


def test_page_is_dutch_with_one_title_and_landmarks(page: lxml.html.HtmlElement) -> None:
    assert page.get("lang") == "nl"
    assert [one.text_content() for one in page.iter("h1")] == ["Effect van een aanpak"]
    for landmark in ("header", "nav", "main", "footer"):
        assert len(list(page.iter(landmark))) == 1
    assert page.xpath("//a[@class='sla-over']/@href") == ["#tekst"]


def test_nothing_runs_and_nothing_is_asked_for(page: lxml.html.HtmlElement, source: str) -> None:
    assert not page.xpath("//script | //link | //img | //iframe | //object")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    for address in page.xpath("//@src | //@href | //@*[local-name() = 'href']"):
        assert address.startswith(("#", "data:text/csv;")), address
    for address in re.findall(r"url\(([^)]*)", source):
        assert address.startswith(("data:font/woff2", "#")), address[:60]
    assert "@import" not in source
    assert len(source) < 1_500_000


def test_ids_are_unique_and_links_arrive(page: lxml.html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)
    every = page.xpath("//@href | //@*[local-name() = 'href']")
    links = [one[1:] for one in every if not one.startswith("data:")]
    labels = [one for several in page.xpath("//@aria-labelledby") for one in several.split()]
    assert set(links + labels) <= set(ids)


def test_headings_never_skip_a_level(page: lxml.html.HtmlElement) -> None:
    levels = [int(one.tag[1]) for one in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))


def test_numbers_stand_in_the_headings_and_in_the_contents(page: lxml.html.HtmlElement) -> None:
    text = [" ".join(one.text_content().split()) for one in page.xpath("//main//h2 | //main//h3")]
    assert text[:3] == ["1 Waar dit over gaat", "1.1 Aanleiding", "1.2 Leeswijzer"]
    nav = [" ".join(one.text_content().split()) for one in page.xpath("//nav//a")]
    assert nav == [*(one for one in text if one[0] in "12B"), "Noten"]


def test_tables_can_be_read_back(page: lxml.html.HtmlElement) -> None:
    (table,) = page.xpath("//div[@id='tabel-kenmerken-geslacht']//table")
    assert table.findtext("caption/span/a") == "Tabel 2.2"
    assert table.find("caption").text_content().endswith("Klanten naar geslacht")
    heads = [one.text_content() for one in table.xpath("thead//th[@scope='col']")]
    assert heads == [
        "Geslacht",
        "Experimentgroep (n = 203)",
        "Controlegroep (n = 199)",
        "Totaal (n = 402)",
    ]
    rows = {
        row.findtext("th[@scope='row']"): [cell.text for cell in row.iter("td")]
        for row in table.iter("tr")
        if row.find("td") is not None
    }
    assert rows == {"Rij 1": ["1%", "1%", "1%"], "Rij 2": ["2%", "2%", "2%"]}


def test_every_table_has_a_caption_and_a_region_to_scroll(page: lxml.html.HtmlElement) -> None:
    for table in page.iter("table"):
        assert table.find("caption") is not None
        assert table.getparent().get("tabindex") == "0"
        assert table.getparent().get("role") == "region"
        assert all(row[0].get("scope") for row in table.iter("tr"))


def test_figures_are_described_and_give_their_data(page: lxml.html.HtmlElement) -> None:
    (figure,) = page.xpath("//figure[@class='figuur']")
    assert figure.xpath(".//div[@role='img']/@aria-label") == [
        "Twee staven: de eerste is lager dan de tweede."
    ]
    assert figure.xpath(".//svg/@aria-hidden") == ["true"]
    assert "Figuur 2.1" in figure.find("figcaption").text_content()
    assert len(figure.xpath(".//details//tbody/tr")) == 2


def test_data_of_a_figure_are_named_after_it(page: lxml.html.HtmlElement) -> None:
    (details,) = page.xpath("//details")
    assert details.findtext("summary") == "De gegevens van figuur 2.1 als tabel"
    assert details.xpath(".//div/@aria-label") == ["Gegevens van figuur 2.1"]


def test_every_table_of_data_can_be_saved(page: lxml.html.HtmlElement) -> None:
    links = page.xpath("//a[@download]")
    assert len(links) == len(page.xpath("//table[not(ancestor::p)]"))
    saved = {one.get("download"): one for one in links}
    link = saved["tabel-2-2.csv"]
    assert link.text == "Tabel 2.2 als CSV"
    kind, _, content = link.get("href").partition(",")
    assert kind == "data:text/csv;charset=utf-8;base64"
    assert base64.b64decode(content).decode("utf-8").split("\r\n") == [
        "\ufeffGeslacht;Experimentgroep (n = 203);Controlegroep (n = 199);Totaal (n = 402)",
        "Rij 1;1%;1%;1%",
        "Rij 2;2%;2%;2%",
        "",
    ]


def test_numbers_lead_to_their_own_place(page: lxml.html.HtmlElement) -> None:
    for one in page.xpath("//main//h2[@id][span] | //main//h3[@id][span]"):
        assert one.xpath("span/a/@href") == [f"#{one.get('id')}"]
    for one in page.xpath("//div[@class='tabel'] | //figure[@class='figuur']"):
        assert one.xpath(".//span[@class='label']/a/@href")[0] == f"#{one.get('id')}"


def test_colophon_says_how_the_report_came_about(page: lxml.html.HtmlElement) -> None:
    (footer,) = page.iter("footer")
    told = dict(
        zip(
            (one.text for one in footer.iter("dt")),
            (one.text for one in footer.iter("dd")),
            strict=True,
        )
    )
    assert told["Titel"] == "Effect van een aanpak. Tussentijds rapport"
    assert told["Opdrachtgever"] == "Gemeente Voorbeeld"
    assert told["Datum"] == "1 mei 2019"
    assert told["Versie"] == "1.0"
    assert told["Gegevens"] == "gemeente, bewerking bureau"
    assert told["Gemaakt met"].startswith("report45")


def test_nasty_text_is_shown_as_it_is(page: lxml.html.HtmlElement) -> None:
    caption = page.xpath("//table/caption")[0].text_content()
    assert caption.endswith(f"Lang: {NASTY}")
    assert NASTY in page.xpath("//figure[@class='citaat']")[0].text_content()
    prose = page.xpath("//p[contains(., 'is lang')]")[0].text_content()
    assert "<script>alert(1)</script> & “x” *y* _z_ #let a = 1 $m$ \\n `c`" in prose


def test_footnotes_of_two_chapters_stay_apart(page: lxml.html.HtmlElement) -> None:
    notes = [one.text_content() for one in page.xpath("//section[@role='doc-endnotes']//li")]
    assert [one.rstrip("↩︎") for one in notes] == ["Een noot met nadruk.", "Een andere noot."]


def test_box_has_its_title(page: lxml.html.HtmlElement) -> None:
    (box,) = page.xpath("//div[@class='kader']")
    assert box.get("aria-label") == "Hoe groot is groot?"
    assert len(box.xpath(".//ol/li")) == 2


def test_colours_are_told_apart_in_both_schemes() -> None:
    """WCAG 2.2, 1.4.3: text against its background at least 4.5 to 1."""
    sheet = Path(__file__).parents[2] / "report_templates" / "basis" / "style.css"
    roots = re.findall(r":root \{(.*?)\}", sheet.read_text(encoding="utf-8"), re.DOTALL)
    for root in roots[:2]:
        colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", root))
        for text in ("inkt", "zacht", "kleur", "kop"):
            for ground in ("blad", "vlak"):
                assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
        assert contrast(colours["op-band"], colours["band"]) >= 7


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG 2.2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
