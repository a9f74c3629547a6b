"""Every rule by itself: what it says, how gravely, what it proposes, and where it is silent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from report45.facts import (
    Count,
    Day,
    Facts,
    Interval,
    Mean,
    Money,
    Number,
    Share,
    Test,
    Text,
    Verdict,
)
from report45.lint.typed import TypedReader
from report45.study.load import load
from report45.wording.notices import Finding

ROOT = Path(__file__).parents[2]
FACTS: Facts = {
    "inleiding.data.start": Day(date(2017, 10, 1)),
    "inleiding.data.einde": Day(date(2019, 4, 1)),
    "kenmerken.geslacht.label": Text("Geslacht"),
    "kenmerken.geslacht.n.experiment": Count(203),
    "kenmerken.geslacht.n.control": Count(199),
    "kenmerken.geslacht.n.totaal": Count(402),
    "kenmerken.geslacht.man.experiment": Share(94, 203),
    "kenmerken.geslacht.man.control": Share(84, 199),
    "kenmerken.geslacht.man.totaal": Share(178, 402),
    "kenmerken.geslacht.man.label": Text("Man"),
    "kenmerken.geslacht.man.zin": Text("is man"),
    "kenmerken.geslacht.vrouw.experiment": Share(109, 203),
    "kenmerken.geslacht.vrouw.control": Share(115, 199),
    "kenmerken.geslacht.vrouw.totaal": Share(224, 402),
    "kenmerken.geslacht.vrouw.label": Text("Vrouw"),
    "kenmerken.geslacht.vrouw.zin": Text("is vrouw"),
    "kenmerken.geslacht.toets": Test("chi2", 0.68, 1, 0.4086),
    "kenmerken.diploma.label": Text("Diploma van school"),
    "kenmerken.diploma.toets": Test("chi2", 10.1, 1, 0.0014),
    "kenmerken.leeftijd.gemiddelde.totaal": Mean(54.8, 402, 5.0, "jaar"),
    "kenmerken.leeftijd.gemiddelde.zin": Text("de gemiddelde leeftijd"),
    "verloop.deelgenomen": Share(128, 203),
    "verloop.route.team_zorg": Share(58, 203),
    "verloop.route.team_zorg.label": Text("Naar Team Zorg"),
    "verloop.route.team_zorg.zin": Text("is doorverwezen naar Team Zorg"),
    "verloop.route.actief": Share(48, 203),
    "verloop.route.actief.label": Text("Activering"),
    "verloop.route.actief.zin": Text("is geactiveerd"),
    "resultaten.werk.label": Text("Betaald werk"),
    "resultaten.werk.zin": Text("heeft betaald werk gevonden"),
    "resultaten.werk.experiment": Share(31, 203),
    "resultaten.werk.control": Share(15, 199),
    "resultaten.werk.totaal": Share(46, 402),
    "resultaten.werk.totaal_interval": Interval(9, 15, "procent", 0.95),
    "resultaten.effect.werk.label": Text("Betaald werk"),
    "resultaten.effect.werk.laag": Number(7.7, "procentpunt", 1),
    "resultaten.effect.werk.oordeel": Verdict("hoger", "effect"),
    "resultaten.deeltijd.label": Text("Werk in deeltijd"),
    "resultaten.deeltijd.zin": Text("werkt in deeltijd naast de uitkering"),
    "resultaten.deeltijd.experiment": Share(14, 203),
    "resultaten.deeltijd.control": Share(11, 199),
    "resultaten.effect.deeltijd.oordeel": Verdict("geen_verschil", "effect"),
    "resultaten.verwachting.experiment.oordeel": Verdict("onder", "verwachting"),
    "instrumenten.maatwerkbudget.label": Text("Maatwerkbudget"),
    "instrumenten.maatwerkbudget.bedrag": Money(29_955),
    "instrumenten.maatwerkbudget.bedrag_gemiddeld": Money(1_426),
    "instrumenten.maatwerkbudget.maximum": Money(2_500),
    "instrumenten.maatwerkbudget.klanten": Count(21),
    "geheim.aantal": Count(77, suppressed=True),
    "geheim.onbekend": Number(float("nan"), "procent"),
}


@pytest.fixture(scope="module")
def reader() -> TypedReader:
    return TypedReader(load(ROOT / "data" / "almere").config, FACTS)


def told(reader: TypedReader, prose: str) -> list[Finding]:
    return list(reader.read(prose, ""))


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("Van de experimentgroep vond 15 procent betaald werk.", "resultaten.werk.experiment"),
        ("Van de controlegroep is 58 procent vrouw.", "kenmerken.geslacht.vrouw.control"),
        ("Van de klanten is 56% vrouw.", "kenmerken.geslacht.vrouw.totaal"),
        ("Ruim de helft is vrouw.", "kenmerken.geslacht.vrouw.totaal | breuk"),
        (
            "Bijna zestig procent van de klanten is vrouw.",
            "kenmerken.geslacht.vrouw.totaal | tientallen",
        ),
        ("31 van de 203 klanten vonden betaald werk.", "resultaten.werk.experiment.count"),
        ("Er deden 128 klanten mee.", "verloop.deelgenomen.count"),
        ("De gemiddelde leeftijd is 55 jaar.", "kenmerken.leeftijd.gemiddelde.totaal"),
        ("Aan het maatwerkbudget is € 29.955 uitgegeven.", "instrumenten.maatwerkbudget.bedrag"),
        (
            "Het maatwerkbudget kostte gemiddeld 1.426 euro.",
            "instrumenten.maatwerkbudget.bedrag_gemiddeld",
        ),
        ("Voor het maatwerkbudget is maximaal 2.500 euro.", "instrumenten.maatwerkbudget.maximum"),
        ("Het verschil in betaald werk is 7,7 procentpunt.", "resultaten.effect.werk.laag"),
        ("Eenentwintig mensen kregen het maatwerkbudget.", "instrumenten.maatwerkbudget.klanten"),
        ("Op 1 oktober 2017 begon het experiment.", "inleiding.data.start | datum"),
    ],
)
def test_what_repeats_a_fact_is_a_warning_that_quotes_it(
    reader: TypedReader, sentence: str, quote: str
) -> None:
    (one,) = told(reader, sentence)
    assert (one.severity, one.code) == ("warning", "typed-number")
    assert f"Write {{{{ {quote} }}}}" in one.remedy


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("Van de experimentgroep vond 12 procent betaald werk.", "resultaten.werk.experiment"),
        ("Van de controlegroep vond 15 procent betaald werk.", "resultaten.werk.control"),
        (
            "Betaald werk: 15 procent van de experimentgroep, 9 procent van de controlegroep.",
            "resultaten.werk.control",
        ),
        ("Van de experimentgroep is 58 procent vrouw.", "kenmerken.geslacht.vrouw.experiment"),
        ("De helft van de klanten is vrouw.", "kenmerken.geslacht.vrouw.totaal"),
        ("Meer dan 60 procent van de klanten is vrouw.", "kenmerken.geslacht.vrouw.totaal"),
        (
            "Meer dan de helft van de experimentgroep ging naar Team Zorg.",
            "verloop.route.team_zorg",
        ),
        ("Iedereen uit de experimentgroep is geactiveerd.", "verloop.route.actief"),
        ("De meeste klanten zijn man.", "kenmerken.geslacht.man.totaal"),
        ("De gemiddelde leeftijd is 57 jaar.", "kenmerken.leeftijd.gemiddelde.totaal"),
        ("25 klanten gebruikten het maatwerkbudget.", "instrumenten.maatwerkbudget.klanten"),
        ("Het experiment begon op 3 oktober 2017.", "inleiding.data.start"),
        ("Het experiment liep tot mei 2019.", "inleiding.data.einde"),
    ],
)
def test_what_contradicts_the_fact_it_is_about_is_an_error(
    reader: TypedReader, sentence: str, fact: str
) -> None:
    one = next(one for one in told(reader, sentence) if one.code == "contradiction")
    assert one.severity == "error"
    assert fact in one.problem
    assert f"{{{{ {fact}" in one.remedy or "{{" not in one.remedy


@pytest.mark.parametrize(
    ("sentence", "code", "fact"),
    [
        (
            "Van de experimentgroep vond {{ resultaten.werk.control }} betaald werk.",
            "wrong-quote",
            "resultaten.werk.experiment",
        ),
        (
            "Van de klanten is {{ kenmerken.geslacht.man.totaal }} vrouw.",
            "wrong-quote",
            "kenmerken.geslacht.vrouw.totaal",
        ),
        ("Klanten uit de controlegroep vonden vaker betaald werk.", "direction", ""),
        ("In de experimentgroep zitten meer vrouwen dan in de controlegroep.", "direction", ""),
        ("Er zijn meer mannen dan vrouwen.", "direction", ""),
        ("De experimentgroep deed het beter dan verwacht.", "direction", ""),
        ("Het verschil in betaald werk kan toeval zijn.", "significance", ""),
        ("Dat meer klanten in deeltijd werken naast de uitkering, is bewezen.", "significance", ""),
        ("De groepen verschillen significant in geslacht.", "significance", ""),
        ("De groepen verschillen niet significant in diploma van school.", "significance", ""),
    ],
)
def test_what_the_facts_say_otherwise_is_an_error(
    reader: TypedReader, sentence: str, code: str, fact: str
) -> None:
    (one,) = told(reader, sentence)
    assert (one.severity, one.code) == ("error", code)
    assert (f"{{{{ {fact} }}}}" in one.remedy) if fact else "{{" not in one.remedy


def test_a_change_that_no_fact_bears_out_is_a_warning(reader: TypedReader) -> None:
    (one,) = told(reader, "Het aandeel met betaald werk is in de experimentgroep verdubbeld.")
    assert (one.severity, one.code) == ("warning", "change")


@pytest.mark.parametrize(
    "sentence",
    [
        # A part of the people, of which no fact is: the number may be right.
        *("Van de klanten die betaald werk vonden, is de helft vrouw.",),
        *("Twaalf vrouwen uit de controlegroep volgden een cursus.",),
        # Right, or not about the facts.
        *("Klanten uit de experimentgroep vonden vaker betaald werk.",),
        *("In de controlegroep zitten meer vrouwen dan in de experimentgroep.",),
        *("Er zijn meer vrouwen dan mannen.", "De experimentgroep deed het slechter dan verwacht."),
        *("Het verschil in deeltijd naast de uitkering kan toeval zijn.",),
        *("Of vrouwen vaker betaald werk vonden, weten we niet.",),
        *("Het experiment duurde twee maanden langer.", "Zijn vrouw werkt drie dagen per week."),
        *("Volgens het CBS vond 12 procent van de vrouwen betaald werk.",),
        *("In Utrecht vond een kwart betaald werk.", "Zijn gewicht is verdubbeld."),
        *("Niet iedereen vond betaald werk.", "De meeste klanten zijn vrouw."),
        "Van de experimentgroep is {{ kenmerken.geslacht.vrouw.experiment }} vrouw, van de "
        "controlegroep {{ kenmerken.geslacht.vrouw.control }}.",
        "{% if a %}Niemand uit de experimentgroep vond betaald werk.{% endif %}",
    ],
)
def test_what_is_right_or_in_doubt_is_left_alone(reader: TypedReader, sentence: str) -> None:
    assert told(reader, sentence) == []


def test_a_number_that_is_about_no_subject_gets_no_remedy(reader: TypedReader) -> None:
    for sentence in ("Dat is 15 procent.", "Bij 77 klanten was er ruzie."):
        (one,) = told(reader, sentence)
        assert (one.severity, one.code) == ("warning", "typed-number")
        assert "{{" not in one.remedy


def test_the_chapter_decides_between_equals() -> None:
    facts = dict(FACTS)
    for path, fact in FACTS.items():
        if path.startswith("verloop.route."):
            facts[path.replace("verloop.route", "resultaten.routes")] = fact
    config = load(ROOT / "data" / "almere").config
    both = TypedReader(config, facts)
    for chapter in ("verloop", "resultaten"):
        sentence = "Van de experimentgroep ging 29 procent naar Team Zorg."
        (one,) = both.read(sentence, chapter)
        assert f"{{{{ {chapter}." in one.remedy
