"""What nothing declares is not remarked on, and what rightly holds some clients is not cut off."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from report45.inspection.look import look
from tests.analysis.studies import AGE, SEX, clients, coded, dates, study

N = 40

DEBT = {
    "name": "duur",
    "label": "Duur van de schuld",
    "title": "Klanten naar duur van de schuld",
    "column": "since",
    "kind": "duration",
    "mean_says": "de gemiddelde duur van de schuld",
    "heading": "mean",
}

OF_A_BENEFIT = {
    ("benefit-before-birth", "clients"),
    ("benefit-before-adult", "clients"),
    ("ending-before-benefit", "benefit_endings"),
}


def lasting(**changes: Any) -> set[tuple[str, str]]:
    """Say what is remarked of a day before birth, one in youth and one after the ending."""
    people = clients(
        2,
        2,
        sex=coded(list("mvmv")),
        born=dates(["1970-03-05"] * 4),
        since=dates(["1960-01-04", "1980-05-06", "2018-09-03", "2010-02-01"]),
    )
    ended = pd.DataFrame(
        {
            "client": coded(["c0", "c1"]),
            "end": dates(["2018-03-05", "2018-04-06"]),
            "reason": coded(["baan", "baan"]),
        }
    )
    tables = {"clients": people, "benefit_endings": ended}
    declared = {"characteristics": [SEX, AGE, DEBT]} | changes
    return {(one.code, one.table) for one in look(study(tables, **declared))} & OF_A_BENEFIT


def test_a_duration_of_anything_else_is_no_benefit() -> None:
    assert lasting() == set()
    criterion = {
        "name": "duur",
        "label": "een jaar schulden",
        "column": "since",
        "kind": "duration",
        "at_least": 1,
    }
    assert lasting(criteria=[criterion]) == set()


def test_a_declared_beginning_of_a_benefit_is_compared() -> None:
    assert lasting(benefit_start="since") == OF_A_BENEFIT


def about_work(kind: str) -> set[str]:
    """Say what is remarked of a kind of work after, and without, an ending of the benefit."""
    tables = {
        "clients": clients(2, 2, sex=coded(list("mvmv"))),
        "benefit_endings": pd.DataFrame(
            {"client": coded(["e0"]), "end": dates(["2018-03-05"]), "reason": coded(["baan"])}
        ),
        "work_income": pd.DataFrame(
            {
                "client": coded(["e0", "e1"]),
                "kind": coded([kind, kind]),
                "start": dates(["2018-06-05", "2018-06-07"]),
            }
        ),
    }
    found = {one.code for one in look(study(tables))}
    return found & {"income-after-ending", "work-without-ending"}


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("deeltijd", set()),
        ("parttime", set()),
        ("volledig", set()),
        ("full", set()),
        ("extended", set()),
        ("werk, uitkering loopt", {"income-after-ending"}),
        ("werk, uitkering beëindigd", {"work-without-ending"}),
    ],
)
def test_hours_say_nothing_of_a_benefit(kind: str, told: set[str]) -> None:
    assert about_work(kind) == told


def cut(holds: list[str], experiment: int = N, control: int = N, **columns: Any) -> bool:
    """Say whether a table of these clients is told to be cut off."""
    people = clients(experiment, control, sex=coded(list("mv") * ((experiment + control) // 2)))
    tables = {
        "clients": people.assign(**columns),
        "trajectories": pd.DataFrame({"client": coded(holds)}),
    }
    return "cut-off" in {one.code for one in look(study(tables))}


def some(group: str, numbers: range) -> list[str]:
    return [f"{group}{number}" for number in numbers]


@pytest.mark.parametrize(
    "holds",
    [
        some("e", range(N)),  # one group
        some("e", range(N)) + some("c", range(3)),  # and who crossed over
        some("e", range(0, N // 2, 2)),  # some, who came first
        some("e", range(2)) + some("c", range(1)),  # hardly anybody
    ],
)
def test_a_table_of_some_clients_is_whole(holds: list[str]) -> None:
    assert not cut(holds)


def alternating(n: int) -> dict[str, Any]:
    """Clients who were added in turn, one of each group at a time."""
    return {"group": coded(["experiment", "control"] * n)}


def test_a_table_that_thins_out_is_whole() -> None:
    # Who came later had less time: of two hundred, fewer and fewer, and nobody of the last sixty.
    numbers = [at for at in range(140) if at % (2 + at // 20) == 0]
    everyone = some("e", range(100)) + some("c", range(100))
    assert not cut([everyone[at] for at in numbers], 100, 100, **alternating(100))


def test_a_table_of_some_that_stops_is_cut_off() -> None:
    everyone = some("e", range(100)) + some("c", range(100))
    assert cut([everyone[at] for at in range(0, 140, 3)], 100, 100, **alternating(100))


def test_who_was_added_later_need_not_be_in_a_table() -> None:
    cohort = ["original"] * (2 * N - 10) + ["extension"] * 10
    assert not cut(some("e", range(N)) + some("c", range(N - 10)), cohort=coded(cohort))


@pytest.mark.parametrize(
    "holds",
    [
        some("e", range(N // 2)),
        some("e", range(N)) + some("c", range(N // 2)),
    ],
)
def test_a_table_of_everyone_up_to_a_client_is_cut_off(holds: list[str]) -> None:
    assert cut(holds)
