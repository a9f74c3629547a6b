"""The contradictions in the source report, found again from the data by our own checks.

``contradictions.csv`` has all that are known, each with the findings that raise it (code and
subject) or with why it cannot be computed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import Release

with Path(__file__).with_name("contradictions.csv").open(encoding="utf-8", newline="") as file:
    ROWS: list[Mapping[str, str]] = list(csv.DictReader(file))
RAISED = [row for row in ROWS if row["finding"]]

PREFIX = "verantwoording.controle"


def test_every_contradiction_is_raised_or_has_a_reason() -> None:
    assert len(ROWS) == len({row["id"] for row in ROWS}) == 29
    assert len(RAISED) == 20
    assert all(bool(row["finding"]) != bool(row["reason"]) for row in ROWS)


@pytest.mark.parametrize("row", RAISED, ids=lambda row: row["id"])
def test_the_checks_raise_it(row: Mapping[str, str], built_almere: Release) -> None:
    for finding in row["finding"].split():
        assert f"{PREFIX}.{finding}.soort" in built_almere.facts


def texts(release: Release, finding: str, *values: str) -> list[str]:
    return [str(release.facts[f"{PREFIX}.{finding}.{value}"]["text"]) for value in values]


def test_the_n_of_table_2_4(built_almere: Release) -> None:
    told = texts(built_almere, "noemer.leefvorm", "geregistreerd.experiment", "alle.experiment")
    assert told == ["197", "203"]
    told = texts(built_almere, "noemer.leefvorm", "geregistreerd.control", "alle.control")
    assert told == ["195", "199"]
    for group, stated, found in (("experiment", "197", "203"), ("control", "195", "199")):
        finding = f"bewering.leefvorm_n_{group}"
        assert texts(built_almere, finding, "gedrukt", "gevonden") == [stated, found]
    # The published percentages sum to 97 and 98, which no n of 197 and 195 can give.
    assert texts(built_almere, "noemer.leefvorm", "op_alle", "op_geregistreerd") == [
        "58 procent",
        "60 procent",
    ]
    says(built_almere, "geregistreerd bij 197 van de 203 klanten in de experimentgroep")


def test_twenty_three_is_nine_and_thirteen_and_one(built_almere: Release) -> None:
    counts = {
        name: int(texts(built_almere, "redenen.control", name)[0])
        for name in ("beeindigd", "geen_werk", "werk", "mogelijk_werk", "zonder_reden")
    }
    assert counts["geen_werk"] == 9
    assert counts["werk"] + counts["mogelijk_werk"] == 13
    assert counts["zonder_reden"] == 1
    assert counts["beeindigd"] == 23 == sum(counts.values()) - counts["beeindigd"]
    says(
        built_almere,
        "Bij 23 klanten in de controlegroep is het einde van de uitkering vastgelegd, maar",
    )
    says(built_almere, "redenen tellen op tot 22")


def test_fifteen_percent_with_and_without_the_two_and_two(built_almere: Release) -> None:
    finding = f"{PREFIX}.mogelijk.werk_experiment"
    low, high = (built_almere.facts[f"{finding}.{end}"] for end in ("laag", "hoog"))
    assert (low["count"], low["base"], low["text"]) == (17 + 14, 203, "15 procent")
    assert (high["count"], high["base"], high["text"]) == (17 + 14 + 2 + 2, 203, "17 procent")
    assert texts(built_almere, "bewering.work_all_listed", "gedrukt", "gevonden") == [
        "15",
        "17 procent",
    ]
    says(built_almere, "experimentgroep: zeker is 15 procent; met wie mogelijk meetelt 17 procent")


def test_the_groups_were_held_against_unlike_measures(built_almere: Release) -> None:
    finding = f"{PREFIX}.ruimere_uitkomst.werk_volledig"
    shown = {
        f"{measure}.{part}": built_almere.facts[f"{finding}.{measure}.{part}"]["text"]
        for measure in ("ruim", "eng")
        for part in ("experiment", "control_laag", "control_hoog")
    }
    # The source set the first of these beside the last two.
    assert shown == {
        "ruim.experiment": "15 procent",
        "ruim.control_laag": "8 procent",
        "ruim.control_hoog": "13 procent",
        "eng.experiment": "8 procent",
        "eng.control_laag": "2 procent",
        "eng.control_hoog": "7 procent",
    }
    says(built_almere, "‘Werk, met of zonder uitkering’ is ruimer dan ‘Werk, uitkering beëindigd’")


def test_the_news_item_calls_work_leaving_benefit(built_almere: Release) -> None:
    assert texts(built_almere, "bewering.left_benefit", "gedrukt", "gevonden") == [
        "15",
        "8 procent",
    ]
    finding = "zonder_beeindiging.werk"
    told = texts(built_almere, finding, "uitkomst", "beeindigd", "loopt_door")
    assert told == ["15 procent", "8 procent", "14"]
    says(built_almere, "Dit percentage zegt dus niet hoeveel klanten geen uitkering meer hebben")
    says(built_almere, "Nieuwsbericht van 28 november 2019 zegt")


def test_an_error_is_listed_before_what_asks_for_a_word(built_almere: Release) -> None:
    kinds = [
        fact["text"]
        for path, fact in built_almere.facts.items()
        if re.fullmatch(rf"{re.escape(PREFIX)}\.\w+\.\w+\.soort", path)
    ]
    assert kinds == sorted(kinds)
    assert kinds.count("fout") == int(built_almere.facts[f"{PREFIX}.fouten"]["text"])
    assert kinds.count("opmerking") == int(built_almere.facts[f"{PREFIX}.opmerkingen"]["text"])


def says(release: Release, words: str) -> None:
    assert words in release.prose
