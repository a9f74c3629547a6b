"""The Almere study gives the published figures, counted straight from its files.

Source, where nothing else is named: Regioplan, third interim report on Aanpak 45+ (2019),
with the section or table.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from statistics import mean

import pytest

from report45.study.cases import read_cases
from report45.study.config import StudyConfig
from report45.study.load import load
from tests.data.almere import CLIENTS, EVERYONE, FIELDS, SELECTION, START, age, of, years
from tests.data.tables import DATA, day, percent, regenerate, whole_years

# Tables 2.1 to 2.5: percentages of the experiment group, the control group and both.
PUBLISHED = [
    ("sex", "M", (46, 42, 44)),
    ("sex", "V", (54, 58, 56)),
    ("age", "tm50", (19, 24, 22)),
    ("age", "51-60", (54, 51, 52)),
    ("age", "61+", (27, 25, 26)),
    ("country", "Nederland", (46, 42, 44)),
    ("country", "buiten Nederland", (54, 58, 56)),
    ("household", "alleenstaand", (58, 58, 58)),
    ("household", "alleenstaande ouder", (8, 12, 10)),
    ("household", "samenwonend", (31, 28, 29)),
    ("duration", "0.5-1", (5, 3, 4)),
    ("duration", "1-3", (26, 27, 26)),
    ("duration", "3-5", (24, 26, 25)),
    ("duration", "5-10", (33, 30, 31)),
    ("duration", "10+", (13, 14, 13)),
]


@pytest.mark.parametrize(("field", "value", "printed"), PUBLISHED)
def test_every_cell_of_tables_2_1_to_2_5(
    field: str, value: str, printed: tuple[int, int, int]
) -> None:
    found = [
        percent(sum(FIELDS[field](row) == value for row in of(group)), len(of(group)))
        for group in ("EXP", "CON", "all")
    ]
    assert tuple(found) == printed


def test_table_headers_and_unregistered_households() -> None:
    assert [len(of(group)) for group in ("EXP", "CON", "all")] == [203, 199, 402]
    registered = Counter(row["groep"] for row in CLIENTS.values() if row["leefvorm"])
    assert registered == {"EXP": 197, "CON": 195}  # header of table 2.4
    others = ("geslacht", "geboorteland", "nationaliteit", "geboortedatum")
    assert all(row[name] for row in CLIENTS.values() for name in others)


@pytest.mark.parametrize("group", ["EXP", "CON", "all"])
def test_mean_age_and_duration(group: str) -> None:
    ages = [age(row) for row in of(group)]
    exact = [(START - day(row["geboortedatum"])).days / 365.25 for row in of(group)]
    durations = [years(row) for row in of(group)]
    assert round(mean(ages)) == round(mean(exact)) == 55  # section 2.2
    assert 5.45 < mean(durations) < 5.55  # "five and a half years", section 2.2
    assert 0.58 < min(durations) < 0.75
    assert max(durations) > 20


def test_claims_in_the_text_of_section_2_2() -> None:
    dutch = sum(row["nationaliteit"] == "Nederlandse" for row in CLIENTS.values())
    assert 90 < percent(dutch, 402) < 95
    long = sum(years(row) >= 5 for row in CLIENTS.values())
    assert 40 < percent(long, 402) < 50
    single = sum(row["leefvorm"].startswith("alleenstaand") for row in CLIENTS.values())
    assert 2 / 3 < single / 402 < 0.7


def test_selected_clients_meet_every_criterion_and_no_one_else_does() -> None:
    population = [row for row in EVERYONE if row["instroom"] != "uitbreiding 2019"]
    assert len(population) == 440  # section 2.1, "about 440"
    for row in population:
        fits = (
            45 <= whole_years(day(row["geboortedatum"]), SELECTION) < 63
            and row["trede"] in {"3", "4"}
            and years(row, SELECTION) > 0.5
            and not row["lopend_traject"]
            and not row["parttimewerk"]
        )
        assert fits == (row["klantnummer"] in CLIENTS)
        assert bool(row["groep"]) == fits


def test_allocation_follows_the_last_digit_also_for_later_additions() -> None:
    for row in EVERYONE:
        if row["groep"]:
            assert (int(row["laatste_cijfer"]) % 2 == 0) == (row["groep"] == "EXP")
    later = Counter(row["groep"] for row in EVERYONE if row["instroom"] == "uitbreiding 2019")
    assert later == {"EXP": 30, "CON": 29}  # section 2.1, about thirty each


def test_client_numbers_tell_nothing() -> None:
    numbers = [row["klantnummer"] for row in EVERYONE]
    assert len(set(numbers)) == len(numbers) == 499
    assert numbers == sorted(numbers)
    ranks = [rank for rank, row in enumerate(EVERYONE) if row["groep"] == "EXP"]
    assert abs(mean(ranks) - 249) < 30


def test_call_order_is_a_permutation_balanced_over_groups_and_characteristics() -> None:
    assert sorted(int(row["volgnummer"]) for row in CLIENTS.values()) == list(range(1, 403))
    assert all(not row["volgnummer"] for row in EVERYONE if row["klantnummer"] not in CLIENTS)
    for read in (lambda row: row["groep"], *FIELDS.values()):
        for value in {read(row) for row in CLIENTS.values()}:
            turns = [int(row["volgnummer"]) for row in CLIENTS.values() if read(row) == value]
            # Within two and a half standard errors of the mean of a random draw.
            assert abs(mean(turns) - 201.5) < 2.5 * 116 / len(turns) ** 0.5, value


def test_eight_cases_two_of_them_full() -> None:
    stories, faults = read_cases(DATA / "almere")
    assert not faults
    assert [story.number for story in stories] == list(range(1, 9))
    assert [story.number for story in stories if story.full] == [1, 2]
    # Chapter 6; client 3 is missing there.
    assert [story.unemployed_months for story in stories if story.number != 3] == [
        *(84, 36, 60, 96),
        *(None, 36, None),
    ]
    assert [story.age for story in stories if story.number != 3] == [
        *("61", "50", "59", "62"),
        *("59", "onbekend", "60"),
    ]


def test_the_generator_gives_the_committed_bytes(tmp_path: Path) -> None:
    once = regenerate("almere", ("generate.py", "generator"), tmp_path / "once")
    again = regenerate("almere", ("generate.py", "generator"), tmp_path / "again")
    assert once == again
    assert len(once) == 7
    for name, written in once.items():
        assert written == (DATA / "almere" / name).read_bytes()
        assert b"\r" not in written


def test_the_configuration_is_valid_and_the_study_is_sound() -> None:
    written = tomllib.loads((DATA / "almere" / "study.toml").read_text(encoding="utf-8"))
    config = StudyConfig.model_validate(written)
    assert [one.name for one in config.characteristics if one.table] == [
        "geslacht",
        "leeftijdsklasse",
        "geboorteland",
        "leefvorm",
        "uitkeringsduur",
    ]
    study = load(DATA / "almere")
    assert len(study.clients) == 402
    assert len(study.added) == 59
