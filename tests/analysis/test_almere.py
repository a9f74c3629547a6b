"""The delivered studies through the whole analysis: published figures and their contradictions."""

from __future__ import annotations

from pathlib import Path

import pytest

from report45.analysis.contacts import contacts
from report45.analysis.findings import Consistency
from report45.chapters.outline import catalogue
from report45.facts import Count, Facts, Mean, Share
from report45.rounding import whole_percent
from report45.study.load import Study, load
from tests.analysis.studies import consistency_of

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def almere() -> Study:
    return load(DATA / "almere")


@pytest.fixture(scope="module")
def facts(almere: Study) -> Facts:
    return catalogue(almere)


@pytest.fixture(scope="module")
def found(almere: Study) -> Consistency:
    return consistency_of(almere)


# Whole percentages per group and in total, tables 2.1 to 2.5 of the source report.
TABLES = {
    "geslacht": {"man": (46, 42, 44), "vrouw": (54, 58, 56)},
    "leeftijdsklasse": {"tm50": (19, 24, 22), "51_60": (54, 51, 52), "60plus": (27, 25, 26)},
    "geboorteland": {"nederland": (46, 42, 44), "buiten_nederland": (54, 58, 56)},
    "leefvorm": {
        "alleenstaand": (58, 58, 58),
        "alleenstaande_ouder": (8, 12, 10),
        "samenwonend": (31, 28, 29),
    },
    "uitkeringsduur": {
        "6m_1j": (5, 3, 4),
        "1_3j": (26, 27, 26),
        "3_5j": (24, 26, 25),
        "5_10j": (33, 30, 31),
        "10j_plus": (13, 14, 13),
    },
}


@pytest.mark.parametrize("name", TABLES)
def test_published_tables(facts: Facts, name: str) -> None:
    for category, printed in TABLES[name].items():
        for group, percent in zip(("experiment", "control", "totaal"), printed, strict=True):
            share = facts[f"kenmerken.{name}.{category}.{group}"]
            assert isinstance(share, Share)
            assert whole_percent(share) == percent, (category, group)


def test_published_means(facts: Facts) -> None:
    for group in ("experiment", "control", "totaal"):
        age = facts[f"kenmerken.leeftijdsklasse.gemiddelde.{group}"]
        duration = facts[f"kenmerken.uitkeringsduur.gemiddelde.{group}"]
        assert isinstance(age, Mean)
        assert isinstance(duration, Mean)
        assert (round(age.value), round(duration.value, 1)) == (55, 5.5)
    assert facts["kenmerken.uitkeringsduur.laagste.totaal"].value > 0.5
    assert facts["kenmerken.uitkeringsduur.hoogste.totaal"].value > 20


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("verloop.route.geen_deelname", 13),
        ("verloop.route.team_zorg", 58),
        ("verloop.route.lopende_ontheffing", 4),
        ("verloop.deelgenomen", 128),
        ("verloop.voortijdig_beeindigd", 24),
        ("verloop.resterend", 104),
        ("verloop.overstappers", 8),
        ("verloop.belastbaarheidsonderzoek", 64),
        ("resultaten.routes.werk", 31),
        ("resultaten.routes.activering", 49),
        ("resultaten.routes.stappen", 80),
        ("resultaten.volledig.experiment", 17),
        ("resultaten.deeltijd.experiment", 14),
        ("resultaten.werk.experiment", 31),
        ("resultaten.werk.experiment_hoog", 35),
        ("resultaten.volledig.control_laag", 4),
        ("resultaten.volledig.control_hoog", 14),
        ("resultaten.deeltijd.control", 11),
    ],
)
def test_published_counts_as_shares(facts: Facts, path: str, count: int) -> None:
    share = facts[path]
    assert isinstance(share, Share)
    assert share.count == count


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("verloop.beeindigd.control", 23),
        ("verloop.beeindigd.geen_werk.control", 9),
        ("verloop.beeindigd.reden.zelfstandig.control", 1),
        ("verloop.beeindigd.reden.baangericht.control", 3),
        ("verloop.beeindigd.reden.dienstbetrekking_of_ziekte.control", 7),
        ("verloop.beeindigd.reden.ander_inkomen.control", 2),
        ("verloop.beeindigd.reden.zonder_reden.control", 1),
        ("opzet.toewijzing.n.experiment", 203),
        ("opzet.toewijzing.afwijkend.totaal", 0),
        ("opzet.selectie.populatie", 440),
        ("opzet.selectie.meegenomen_onterecht", 0),
        ("instrumenten.maatwerkbudget.klanten", 21),
    ],
)
def test_published_counts(facts: Facts, path: str, count: int) -> None:
    assert facts[path] == Count(count)


def test_published_budget(facts: Facts) -> None:
    assert round(facts["instrumenten.maatwerkbudget.bedrag"].value, -3) == 30_000
    assert round(facts["instrumenten.maatwerkbudget.bedrag_gemiddeld"].value, -1) == 1_430


def test_net_differences(facts: Facts) -> None:
    # Derived from the published counts: any work 2.7 to 9.7 points over all readings (to 7.7 only
    # without the four of the experiment group who may have it), full outflow 1.3 to 6.4.
    for name, low, high in (("werk", 2.7, 9.7), ("volledig", 1.3, 6.4)):
        effect = [facts[f"resultaten.effect.{name}.{path}"].value for path in ("laag", "hoog")]
        assert [round(float(one), 1) for one in effect] == [low, high]


def test_allocation_looks_random(facts: Facts) -> None:
    assert facts["opzet.toewijzing.volgorde.toets"].value > 0.05
    assert not any(
        getattr(facts[f"kenmerken.{name}.toets"], "significant", True) for name in TABLES
    )


def test_talks_were_fewer_than_planned(almere: Study) -> None:
    assert 0 < contacts(almere).per_week < 1


# The contradictions listed of the source report that can be computed, and how each shows.
CONTRADICTIONS = [
    ("table 2.3 repeats table 2.1", "gelijke_percentages.geslacht_geboorteland"),
    ("table 2.4: n against base", "noemer.leefvorm"),
    ("table 2.4: 197 printed", "bewering.leefvorm_n_experiment"),
    ("table 2.4: 195 printed", "bewering.leefvorm_n_control"),
    ("table 2.5 adds to 101 and 99", "afronding.uitkeringsduur"),
    ("age at another day than the criterion", "meetdata.leeftijdsklasse"),
    ("called before the day of selection", "oproep_te_vroeg.selectie"),
    ("duration at another day than the criterion", "meetdata.uitkeringsduur"),
    ("15% without the 2 + 2", "mogelijk.werk_experiment"),
    ("15% claimed with the 2 + 2", "bewering.work_all_listed"),
    ("outflow from benefit is not work", "zonder_beeindiging.werk"),
    ("the news item's 15%", "bewering.left_benefit"),
    ("23 = 9 + 13 + 1", "redenen.control"),
    ("other income against partner's income", "verwante_redenen.ander_inkomen_inkomen_partner"),
    ("part-time in one measure and not the other", "ruimere_uitkomst.werk_volledig"),
    ("ended before taking part", "beeindigd_voor_deelname.experiment"),
    ("crossovers in the n", "overstappers.control"),
    ("unequal follow-up", "looptijd.experiment"),
    ("one-sided design, two-sided tests", "eenzijdig.toetsen"),
    ("power not reached at the planned size", "te_klein_gepland.omvang"),
    ("more to Team Zorg than assumed", "aanname.aandeel_team_zorg"),
    ("target of 30% not calculated with", "taakstelling.verwachting"),
    ("24 three times", "zelfde_getal.getal_24_activering"),
    ("60% in the text, 58% in the table", "bewering.alleenstaand"),
    ("logbooks against benefit records", "ongelijke_bron.volledig"),
    ("the conclusion turns inside the bounds", "conclusie_keert.volledig"),
]


@pytest.mark.parametrize(("what", "path"), CONTRADICTIONS)
def test_contradictions_are_found_unaided(found: Consistency, what: str, path: str) -> None:
    assert path in {one.path for one in found.findings}, what


def test_only_earlier_publications_are_in_error(found: Consistency) -> None:
    assert {one.code for one in found.of("error")} == {"bewering"}


def test_twenty_three_is_nine_and_thirteen_and_one(found: Consistency) -> None:
    (one,) = found.coded("redenen")
    names = ("beeindigd", "geen_werk", "werk", "mogelijk_werk", "zonder_reden")
    assert [one.values[name].value for name in names] == [23, 9, 4, 9, 1]


def test_nsw_gives_the_published_means_and_flags_the_diplomas() -> None:
    # Dehejia & Wahba (1999) J Am Stat Assoc 94:1053-1062, table 1.
    nsw = catalogue(load(DATA / "nsw"))
    for name, experiment, control, digits in (
        ("leeftijd", 25.81, 25.05, 2),
        ("opleiding", 10.35, 10.09, 2),
        ("inkomen_1974", 2096, 2107, 0),
        ("inkomen_1975", 1532, 1267, 0),
    ):
        means = [nsw[f"kenmerken.{name}.gemiddelde.{group}"] for group in ("experiment", "control")]
        found = [round(float(one.value), digits) for one in means]
        # The table prints 25.81 and 10.35 for 25.816 and 10.346.
        assert found == pytest.approx([experiment, control], abs=0.011 if digits else 0.5)
    assert nsw["kenmerken.geen_diploma.onevenwichtig"].value is True
    assert nsw["kenmerken.geen_diploma.toets"].significant
    assert not consistency_of(load(DATA / "nsw")).findings
