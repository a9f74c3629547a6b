from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report45.analysis.contacts import contacts
from report45.analysis.endings import endings
from report45.analysis.outcomes import outcome
from report45.analysis.windows import Outside, beyond, during
from report45.facts import Count, Day
from report45.study.people import Dates
from report45.study.windows import EVENTS, outside, window
from tests.analysis.studies import WORK, clients, coded, consistency_of, dates, flowing, study
from tests.analysis.test_contacts import spoken

FIRST, LAST = dt.date(2017, 9, 1), dt.date(2019, 4, 1)


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("1971-05-01", False),
        ("2017-08-31", False),
        ("2017-09-01", True),
        ("2019-04-01", True),
        ("2019-04-02", False),
        ("2071-05-01", False),
    ],
)
def test_only_a_job_and_an_ending_during_the_study_count(day: str, counts: bool) -> None:
    one = flowing()
    one.tables["work_income"]["start"] = dates([day] * 4)
    one.tables["benefit_endings"]["end"] = dates([day] * 7)
    facts = outcome(one, "werk").facts()
    assert facts["experiment"].count == 2 * counts
    assert facts["control_hoog"].count == 3 * counts
    assert facts["code.vol.experiment"] == Count(2 * counts)
    assert endings(one).facts()["totaal"] == Count(7 * counts)


def test_what_lies_outside_is_told_with_its_table_and_number() -> None:
    one = flowing()
    one.tables["work_income"]["start"] = dates(
        ["1971-06-01", "2018-03-01", "2019-04-02", "2071-04-01"]
    )
    assert beyond(one) == (Outside("work_income", 1, 2, FIRST, LAST),)
    told = consistency_of(one).facts()
    found = {name: told[f"buiten_periode.work_income.{name}"] for name in ("ervoor", "erna")}
    assert found == {"ervoor": Count(1), "erna": Count(2)}
    assert told["buiten_periode.work_income.aantal"] == Count(3)
    assert told["buiten_periode.work_income.van"] == Day(FIRST)
    assert told["buiten_periode.work_income.tot"] == Day(LAST)
    assert "buiten_periode.benefit_endings.aantal" not in told


def test_an_intake_outside_the_study_counts_as_not_known() -> None:
    one = spoken()
    one.tables["trajectories"]["intake"] = dates(["1918-01-01", "2019-01-01"])
    assert contacts(one).clients == 1


def test_a_study_in_which_nothing_lies_outside() -> None:
    assert beyond(flowing()) == ()
    assert beyond(study({"clients": clients(1, 1)})) == ()


def test_of_others_nothing_is_told() -> None:
    tables = {
        "clients": clients(1, 1, sex=coded(["m", "v"])),
        "work_income": pd.DataFrame(
            {"client": coded(["x9"]), "kind": coded(["vol"]), "start": dates(["1971-01-01"])}
        ),
    }
    assert beyond(study(tables)) == ()
    assert WORK["name"] == "werk"


days = st.dates(dt.date(2000, 1, 1), dt.date(2040, 1, 1))


@given(st.lists(days, min_size=2, max_size=3).map(sorted), st.lists(days | st.none()))
def test_a_day_lies_outside_when_it_is_before_the_first_or_after_the_last(
    bounds: list[dt.date], found: list[dt.date | None]
) -> None:
    declared = Dates(
        selection=None if len(bounds) < 3 else bounds[0], start=bounds[-2], end=bounds[-1]
    )
    for table, column in EVENTS.items():
        first, last = window(declared, table, column) or (None, None)
        assert first is not None
        assert last == bounds[-1]
        frame = pd.DataFrame({column: pd.to_datetime(pd.Series(found, dtype="object"))})
        expected = [one is not None and not first <= one <= last for one in found]
        assert outside(declared, table, frame).tolist() == expected


def test_a_table_without_days_lies_inside_whole() -> None:
    frame = pd.DataFrame({"client": coded(["e0", "c0"])})
    for table in (*EVENTS, "outcomes"):
        assert not outside(Dates(start=FIRST, end=LAST), table, frame).any()
    assert len(during(flowing(), "trajectories")) == 7
