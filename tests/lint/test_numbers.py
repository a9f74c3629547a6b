"""Typed numbers: what editors write is found, and what may stand there is let through."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report45.lint.numbers import Typed, typed_numbers
from report45.lint.prose import plain
from report45.wording.counts import in_words
from report45.wording.digits import decimal

UNITS = {"jaar": "jaar", "jaren": "jaar", "week": "weken", "weken": "weken", "maanden": "maanden"}
UNITS |= {"maand": "maanden", "dagen": "dagen", "uur": "uur", "euro": "geld", "keer": "keer"}
NAMES = {"studie.termen.personen": "klanten", "studie.termen.experiment": "experimentgroep"}


def found(prose: str) -> list[Typed]:
    piece = plain(prose, NAMES)
    sentences = tuple(piece.sentences())
    return list(typed_numbers(piece.text, sentences, "klant", "klanten", UNITS))


@pytest.mark.parametrize(
    ("prose", "text", "value", "unit"),
    [
        ("Dat is 15%.", "15%", "15", "procent"),
        ("Dat is 15 procent.", "15 procent", "15", "procent"),
        ("Vijftien procent vond werk", "Vijftien procent", "15", "procent"),
        ("drieëntwintig procent", "drieëntwintig procent", "23", "procent"),
        ("een procent", "een procent", "1", "procent"),
        ("12,5 procent", "12,5 procent", "12.5", "procent"),
        ("12.5 procent", "12.5 procent", "12.5", "procent"),
        ("15procent", "15procent", "15", "procent"),
        ("2,7 procentpunt", "2,7 procentpunt", "2.7", "procentpunt"),
        ("2.500 euro", "2.500 euro", "2500", "geld"),
        ("€ 2.500", "€ 2.500", "2500", "geld"),
        ("€2.500", "€2.500", "2500", "geld"),
        ("twee euro", "twee euro", "2", "geld"),
        ("1,5 miljoen euro", "1,5 miljoen euro", "1500000", "geld"),
        ("128 klanten", "128 klanten", "128", "personen"),
        ("2018 klanten", "2018 klanten", "2018", "personen"),
        ("128 {{ studie.termen.personen }}", "128 klanten", "128", "personen"),
        ("acht klanten", "acht klanten", "8", "personen"),
        ("acht oudere klanten", "acht oudere klanten", "8", "personen"),
        ("honderdtwintig klanten", "honderdtwintig klanten", "120", "personen"),
        ("Eén klant stopte", "Eén klant", "1", "personen"),
        ("1,5 jaar", "1,5 jaar", "1.5", "jaar"),
        ("gemiddeld 55 jaar", "55 jaar", "55", "jaar"),
        ("12 maanden", "12 maanden", "12", "maanden"),
        ("31 van de 203 deelnemers", "31 van de 203", "31", "aandeel"),
        ("de helft van de klanten", "de helft", "50", "procent"),
        ("bijna de helft", "de helft", "50", "procent"),
        ("een kwart van hen", "een kwart", "25", "procent"),
        ("driekwart van hen", "driekwart", "75", "procent"),
        ("één op de tien", "één op de tien", "10", "procent"),
        ("Eén op de tien", "Eén op de tien", "10", "procent"),
        ("1 op de 4", "1 op de 4", "25", "procent"),
        ("vier vijfde van de groep", "vier vijfde", "80", "procent"),
        ("8 interviews", "8 interviews", "8", "interviews"),
        ("er bleven er 128 over", "128 over", "128", "over"),
        ("(n = 203)", "203", "203", ""),
        ("(p = 0,41)", "0,41", "0.41", "p"),
        ("0,38 gesprekken per week", "0,38 gesprekken", "0.38", "gesprekken"),
        ("per week 3 gesprekken", "3 gesprekken", "3", "gesprekken"),
        ("In 2018 vond 15 procent werk", "15 procent", "15", "procent"),
        ("In fase 2 vond 15 procent werk", "15 procent", "15", "procent"),
        ("Tabel 2.1 en 54 procent", "54 procent", "54", "procent"),
        ("1. Van hen vond 15 procent werk", "15 procent", "15", "procent"),
        ("## 2.1 Ruim 40 procent", "40 procent", "40", "procent"),
        ("**15 procent**", "15 procent", "15", "procent"),
        ("“15 procent”", "15 procent", "15", "procent"),
        ("| 15 procent |", "15 procent", "15", "procent"),
    ],
)
def test_what_editors_type_is_found(prose: str, text: str, value: str, unit: str) -> None:
    (one,) = found(prose)
    assert (one.text, one.value, one.unit) == (text, Decimal(value), unit)


def test_two_thirds_is_a_share() -> None:
    (one,) = found("twee derde van de klanten")
    assert (round(one.value, 2), one.form) == (Decimal("66.67"), "fraction")


@pytest.mark.parametrize(
    "prose",
    [
        *("In 2018 begon het.", "in het najaar van 2015", "tussen 2008 en 2014", "(2017/2018)"),
        *("op 28 november 2019", "15-3-2016", "2019-11-28", "van 1 tot en met 3 oktober"),
        *("1 en 2 oktober", "de jaren 90", "in de jaren '90", "om 10.30 uur", "mei 2018"),
        *("In 2018 klanten oproepen", "sinds 2018 klanten"),
        *("fase 1", "fasen 1 en 2", "hoofdstuk 2", "hoofdstukken 3 tot en met 5", "paragraaf 2.3"),
        *("tabel 2.1 en 2.2", "figuur 2.1", "bijlage 1", "vraag 7", "onderzoeksvragen 2, 4 en 7"),
        *("deelrapport 3", "het derde deelrapport", "zie 2.4", "versie 1.2", "stap 3", "week 12"),
        *("artikel 9", "artikel 31, lid 2", "artikel 7:671b BW", "art. 9", "EU 2016/679"),
        *("1. Eerste vraag", "2) Tweede", "- Een punt", "* 1. Genest"),
        *("de Aanpak 45+", "45-plussers", "50plus", "zijn 45ste", "de 1e keer", "de 3de"),
        *("## 2.1 Over de opzet", "# 3 Resultaten"),
        *("{{ a.b }} en {% if a.b > 5 %}ja{% endif %}", "{# 15 procent #}", "{% set x = 15 %}"),
        *("{{ kenmerken.duur.6m_1j.totaal }}", "{{ a |\n aantal(15, 16) }}"),
        *("[15 procent](https://voorbeeld.nl/2018)", "https://voorbeeld.nl/15", "<a@b15.nl>"),
        *(
            "`15 procent`",
            "```\n15 procent\n```",
            "~~~ r\n15 procent\n~~~",
            "tekst[^1]",
            "[^1]: Noot",
        ),
        *("inwoners van 45 jaar en ouder", "ouder dan 60 jaar", "jonger zijn dan 45 jaar"),
        *("45 tot 63 jaar", "van 51 tot en met 60 jaar", "6 maanden tot 1 jaar", "6-jarige"),
        *("een leeftijdsgrens van 60 jaar", "de grens voor het onderzoek van 60 jaar"),
        *("klant 3", "Klanten 1 en 2", "trede 3 of 4", "mbo-2", "A4", "24/7"),
        *("een klant", "één van hen", "vanaf de helft", "een kwartier", "een kwart eeuw"),
        *("een derde gesprek", "Postbus 200, 1300 AE Almere", "Stadhuisplein 1", "kamer 4.12"),
        *("bel 036-5399911", "tel. 036 539 99 11", "06 12 34 56 78", "14 036", "0800-1234"),
        *("artikel 9, eerste lid, van de wet", "Stb. 2017, 69", "Kamerstukken II 2016/17, 34 352"),
        *("<!-- vrij -->15 procent<!-- /vrij -->", "<!-- vrij --> 15 procent\nen 20 procent"),
        *("a <!--vrij--> 15 procent\n\n20 procent <!-- /vrij --> b",),
    ],
)
def test_what_may_stand_there_is_let_through(prose: str) -> None:
    assert found(prose) == []


def test_a_free_paragraph_ends_with_the_paragraph() -> None:
    prose = "<!-- vrij -->\n15 procent\n\n20 procent\n\n<!-- vrij -->30 procent<!-- /vrij --> 40%"
    assert [(one.text, one.line) for one in found(prose)] == [("20 procent", 4), ("40%", 6)]


def test_a_range_shares_its_unit() -> None:
    for prose in ("25 tot 30 procent", "tussen 25 en 30 procent", "25–30 procent"):
        assert [(one.value, one.unit) for one in found(prose)] == [(25, "procent"), (30, "procent")]


@pytest.mark.parametrize(
    ("words", "hedge"),
    [
        *(("ruim", "up"), ("meer dan", "over"), ("bijna", "down"), ("nog geen", "down")),
        *(("hooguit", "under"), ("ongeveer", "about"), ("", "")),
    ],
)
def test_hedges(words: str, hedge: str) -> None:
    (one,) = found(f"Dat is {words} 40 procent.")
    assert one.hedge == hedge


def test_the_line_is_counted_through_tags_and_code() -> None:
    prose = (
        "{% if a\n   and b %}\n```\n1 procent\n```\n{{ x |\n breuk }} en 15 procent\n{% endif %}"
    )
    assert [one.line for one in found(prose)] == [7]


def test_a_sentence_is_what_stands_around_it() -> None:
    prose = (
        "Eerst dit. Van de {{ studie.termen.experiment }}\nvond 15 procent werk! Dan dat.\n\nEn."
    )
    (one,) = found(prose)
    assert one.sentence.text == "Van de experimentgroep\nvond 15 procent werk!"
    assert one.sentence.before == "Eerst dit."
    assert one.sentence.text[one.start : one.end] == "15"


@pytest.mark.parametrize(
    ("prose", "text", "value"),
    [
        ("vier klantmanagers", "vier klantmanagers", 4),
        ("drie van de vier klanten", "drie van de vier klanten", 75),
        ("van elke tien klanten deden er acht mee", "van elke tien klanten deden er acht", 80),
        ("nog geen derde van de groep", "geen derde", Decimal(100) / 3),
    ],
)
def test_words_before_any_noun_are_found(prose: str, text: str, value: Decimal) -> None:
    (one,) = found(prose)
    assert (one.text, one.value) == (text, value)


@pytest.mark.parametrize(
    ("prose", "value", "hedge"),
    [
        ("Niemand vond werk.", 0, ""),
        ("Geen enkele klant stopte.", 0, ""),
        ("Alle klanten deden mee.", 100, ""),
        ("De hele experimentgroep deed mee.", 100, ""),
        ("Niet iedereen deed mee.", 100, "under"),
        ("De meeste klanten zijn man.", 50, "over"),
        ("Een minderheid is man.", 50, "under"),
        ("Vrijwel alle klanten deden mee.", 90, "over"),
    ],
)
def test_limits(prose: str, value: int, hedge: str) -> None:
    (one,) = found(prose)
    assert (one.value, one.hedge, one.form, one.unit) == (value, hedge, "limit", "procent")


@pytest.mark.parametrize(
    "prose", ["Alle gesprekken waren goed.", "De meeste gesprekken gingen goed."]
)
def test_a_limit_is_about_people(prose: str) -> None:
    assert found(prose) == []


def test_a_sentence_knows_what_it_quotes_and_whether_tags_steer_it() -> None:
    prose = (
        "{% set e = resultaten.effect.werk %}Eerst {{ e.laag | p }} en {{ x }}.\n\n"
        "{% if a %}\nDan {{ b.c }}.\n{% endif %}\n\nNa {{ d.e }}."
    )
    said = [(one.quotes[-1][1], one.steered) for one in plain(prose, NAMES).sentences()]
    assert said == [("resultaten.effect.werk.laag", False), ("b.c", True), ("d.e", False)]


@given(st.integers(0, 99_999), st.integers(0, 99))
def test_every_printed_number_is_read_back(whole: int, parts: int) -> None:
    number = Decimal(whole) + Decimal(parts) / 100
    (one,) = found(f"Dat is {decimal(number, 2)} procent.")
    assert (one.value, one.digits) == (number, 2)


@given(st.integers(0, 100))
def test_every_number_word_is_read_back(number: int) -> None:
    (one,) = found(f"Dat is {in_words(number)} procent.")
    assert one.value == number


@given(st.text(alphabet="ab 1%{}<>!-/#*`[]()|\n€.,", max_size=60))
def test_any_text_is_read(prose: str) -> None:
    assert plain(prose, NAMES).text.count("\n") == prose.count("\n")
    assert all(one.line <= prose.count("\n") + 1 for one in found(prose))
