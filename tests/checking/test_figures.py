"""Which fact a typed number is, and which one it contradicts."""

from __future__ import annotations

import pytest

from report45.checking.figures import Figures, Verdict
from report45.checking.numbers import typed_numbers
from report45.facts import Count, Facts, Interval, Mean, Money, Number, Share, Test, Text

GROUPS = {"experiment": "experimentgroep", "control": "controlegroep"}
UNITS = {"jaar": "jaar", "euro": "geld"}
FACTS: Facts = {
    "kenmerken.geslacht.label": Text("Geslacht"),
    "kenmerken.geslacht.n.experiment": Count(203),
    "kenmerken.geslacht.n.control": Count(199),
    "kenmerken.geslacht.n.totaal": Count(402),
    "kenmerken.geslacht.vrouw.experiment": Share(109, 203),
    "kenmerken.geslacht.vrouw.control": Share(115, 199),
    "kenmerken.geslacht.vrouw.totaal": Share(224, 402),
    "kenmerken.geslacht.vrouw.label": Text("Vrouw"),
    "kenmerken.geslacht.vrouw.zin": Text("is vrouw"),
    "kenmerken.geslacht.toets": Test("chi2", 0.68, 1, 0.4086),
    "kenmerken.leeftijd.gemiddelde.totaal": Mean(54.8, 402, 5.0, "jaar"),
    "kenmerken.leeftijd.gemiddelde.zin": Text("de gemiddelde leeftijd"),
    "verloop.deelgenomen": Share(128, 203),
    "verloop.route.werk": Share(31, 203),
    "verloop.route.werk.zin": Text("heeft werk gevonden"),
    "verloop.route.actief": Share(48, 203),
    "verloop.route.actief.zin": Text("is geactiveerd"),
    "resultaten.werk.zin": Text("heeft betaald werk gevonden"),
    "resultaten.werk.experiment": Share(31, 203),
    "resultaten.werk.control": Share(15, 199),
    "resultaten.werk.totaal": Share(46, 402),
    "resultaten.werk.totaal_interval": Interval(9, 15, "procent", 0.95),
    "resultaten.effect.werk.laag": Number(2.7, "procentpunt", 1),
    "instrumenten.maatwerkbudget.label": Text("Maatwerkbudget"),
    "instrumenten.maatwerkbudget.bedrag": Money(29_955),
    "instrumenten.maatwerkbudget.maximum": Money(2_500),
    "instrumenten.maatwerkbudget.klanten": Count(21),
    "geheim.aantal": Count(77, suppressed=True),
    "geheim.onbekend": Number(float("nan"), "procent"),
}


def judged(sentence: str, chapter: str = "") -> Verdict:
    (typed,) = typed_numbers(sentence, "klant", "klanten", UNITS)
    return Figures(FACTS, GROUPS, "klanten").judge(typed, chapter)


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("Van de experimentgroep vond 15 procent betaald werk.", "resultaten.werk.experiment"),
        ("In totaal vond 15 procent werk.", "resultaten.werk.experiment"),
        ("15 procent.", "resultaten.werk.experiment"),
        ("Van de controlegroep is 58 procent vrouw.", "kenmerken.geslacht.vrouw.control"),
        ("Van de klanten is 56% vrouw.", "kenmerken.geslacht.vrouw.totaal"),
        ("Ruim de helft is vrouw.", "kenmerken.geslacht.vrouw.totaal"),
        ("Bijna zestig procent van de klanten is vrouw.", "kenmerken.geslacht.vrouw.totaal"),
        ("31 van de 203 klanten vonden betaald werk.", "resultaten.werk.experiment.count"),
        ("Er deden 128 klanten mee.", "verloop.deelgenomen.count"),
        ("Het gaat om 402 klanten.", "kenmerken.geslacht.n.totaal"),
        ("De experimentgroep telt 203 klanten, van wie een deel vrouw.", ""),
        ("De gemiddelde leeftijd is 55 jaar.", "kenmerken.leeftijd.gemiddelde.totaal"),
        ("Er is € 29.955 uitgegeven.", "instrumenten.maatwerkbudget.bedrag"),
        ("Er is ongeveer 30.000 euro uitgegeven.", "instrumenten.maatwerkbudget.bedrag"),
        ("Het verschil is 2,7 procentpunt.", "resultaten.effect.werk.laag"),
        ("Er is geen verschil (p = 0,41).", "kenmerken.geslacht.toets"),
    ],
)
def test_the_fact_it_probably_is(sentence: str, quote: str) -> None:
    verdict = judged(sentence)
    assert verdict.kind == "same"
    assert verdict.figure is not None
    assert verdict.figure.quote == (quote or "kenmerken.geslacht.n.experiment")


@pytest.mark.parametrize(
    ("sentence", "path"),
    [
        ("Van de experimentgroep vond 12 procent betaald werk.", "resultaten.werk.experiment"),
        ("Van de controlegroep vond 15 procent betaald werk.", "resultaten.werk.control"),
        ("Van de experimentgroep is 58 procent vrouw.", "kenmerken.geslacht.vrouw.experiment"),
        ("De helft van de klanten is vrouw.", "kenmerken.geslacht.vrouw.totaal"),
        ("Meer dan 60 procent is vrouw.", "kenmerken.geslacht.vrouw.totaal"),
        ("De gemiddelde leeftijd is 57 jaar.", "kenmerken.leeftijd.gemiddelde.totaal"),
        ("25 klanten gebruikten het maatwerkbudget.", "instrumenten.maatwerkbudget.klanten"),
        ("Uiteindelijk activeerde 20 procent zich.", "verloop.route.actief"),
    ],
)
def test_the_fact_it_contradicts(sentence: str, path: str) -> None:
    verdict = judged(sentence)
    assert verdict.kind == "other"
    assert verdict.figure is not None
    assert verdict.figure.path == path


@pytest.mark.parametrize(
    "sentence",
    ["Er zijn 8 interviews gehouden.", "77 klanten zijn geheim.", "Het duurde 33 procent langer."],
)
def test_no_fact_holds_it(sentence: str) -> None:
    assert judged(sentence) == Verdict("none")


def test_the_chapter_decides_between_equals() -> None:
    for chapter in ("verloop", "resultaten"):
        figure = judged("Dat was 31 van de 203.", chapter).figure
        assert figure is not None
        assert figure.path.startswith(chapter)
