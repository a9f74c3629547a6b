from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from report45.analysis.contacts import contacts
from report45.errors import InputError
from report45.facts import Count, Flag, Number, Share, Verdict
from report45.study.load import Study
from tests.analysis.studies import ROUTES, clients, coded, dates, study


def spoken(**changes: object) -> Study:
    """Two participants: four weeks with five talks, and to the study's end with one talk."""
    tables = {
        "clients": clients(2, 1),
        "trajectories": pd.DataFrame(
            {
                "client": coded(["e0", "e1"]),
                "route": coded(["w", "a"]),
                "intake": dates(["2018-01-01", "2019-01-01"]),
                "end": dates(["2018-01-29", None]),
            }
        ),
        "contacts": pd.DataFrame(
            {
                "client": coded(["e0"] * 7 + ["e1", "c0"]),
                "date": dates(
                    [
                        *["2018-01-01", "2018-01-08", "2018-01-15", "2018-01-22", "2018-01-29"],
                        # By mail, and after the trajectory had ended: neither counts.
                        *["2018-01-09", "2018-02-01"],
                        *["2019-02-15", "2018-01-01"],
                    ]
                ),
                "kind": coded(["g"] * 5 + ["m", "g", "g", "g"]),
            }
        ),
    }
    plan = {"per_week": 1, "kinds": ["g"]}
    return study(tables, **({"routes": ROUTES, "contact_plan": plan} | changes))


def test_contacts_count_within_the_trajectory() -> None:
    facts = contacts(spoken()).facts()
    assert facts["klanten"] == Count(2)
    assert facts["contacten"] == Count(6)
    # Four weeks and the 90 days from 1 January to 1 April 2019.
    assert facts["per_week"].value == pytest.approx(6 / (4 + 90 / 7))
    assert facts["gepland_per_week"] == Number(1, digits=0)
    # 365.25 / 12 days in a month.
    assert facts["gepland_per_maand"] == Number(pytest.approx(30.4375 / 7), digits=1)
    assert facts["gehaald"] == Share(1, 2)
    assert facts["plan"] == Verdict("minder", "vergelijking")


def test_months_of_the_programme_count_when_complete() -> None:
    found = contacts(spoken()).months
    # e0 stayed less than a month; e1 three, with a talk in the second.
    assert [(one.clients, one.contacts) for one in found] == [(1, 0), (1, 1), (1, 0)]


def test_every_kind_counts_without_a_plan() -> None:
    facts = contacts(spoken(contact_plan=None)).facts()
    assert facts["contacten"] == Count(7)
    assert "gehaald" not in facts


def test_no_intake_no_contacts() -> None:
    with pytest.raises(InputError, match="contacts need"):
        contacts(study({"clients": clients(1, 1)}))


def test_kinds_that_cannot_be_told_apart() -> None:
    one = spoken()
    del one.tables["contacts"]["kind"]
    with pytest.raises(InputError, match="no kind"):
        contacts(one)


def test_without_other_kinds_there_are_none() -> None:
    facts = contacts(spoken(contact_plan={"per_week": 1})).facts()
    assert (facts["andere"], facts["heeft_andere"]) == (Count(0), Flag(value=False))


def test_other_kinds_are_counted_apart() -> None:
    # The mail of 9 January; the talk after the end of the trajectory counts nowhere.
    assert contacts(spoken()).facts()["andere"] == Count(1)
    assert contacts(spoken(contact_plan=None)).facts()["andere"] == Count(0)


def test_pace_while_an_instrument_runs() -> None:
    one = spoken()
    # Two instruments of e0 overlap and outlast the trajectory; e1's began before the intake.
    one.tables["instruments"] = pd.DataFrame(
        {
            "client": coded(["e0", "e0", "e1"]),
            "kind": coded(["x", "y", "x"]),
            "start": dates(["2018-01-15", "2018-01-20", "2018-12-01"]),
        }
    )
    found = contacts(one)
    assert found.busy is not None
    assert found.free is not None
    # e0: 15 up to 29 January, 14 days; e1: 1 January up to 1 March, 59 days.
    assert (found.busy.days, found.free.days) == (14 + 59, 14 + 31)
    # Talks on 15 and 22 January and 15 February; on 1, 8 and (the last day) 29 January.
    assert (found.busy.contacts, found.free.contacts) == (3, 3)
    assert found.busy.days + found.free.days == round(7 * found.weeks)
    per_month = 3 / 73 * 365.25 / 12
    assert found.facts()["met_instrument"].value == pytest.approx(per_month)


def test_no_instruments_no_pace() -> None:
    assert "met_instrument" not in contacts(spoken()).facts()


# few enough to coincide: before, on, inside, at the end of and after both spans
DAY = st.sampled_from(
    [dt.date(2018, 1, day) for day in (1, 8, 9, 15, 28, 29, 30)]
    + [dt.date(2017, 11, 8), dt.date(2018, 10, 8), dt.date(2018, 12, 10)]
    + [dt.date(2019, month, day) for month in (1, 2, 3, 4) for day in (1, 2, 10)]
)
OF = st.sampled_from(["e0", "e0", "e1", "e1", "c0"])


@settings(max_examples=20, deadline=None)
@example([("e0", dt.date(2019, 2, 1))], [("e1", dt.date(2019, 1, 2))])
@given(st.lists(st.tuples(OF, DAY), max_size=8), st.lists(st.tuples(OF, DAY), max_size=8))
def test_pace_is_that_of_counting_every_day(
    uses: list[tuple[str, dt.date]], talks: list[tuple[str, dt.date]]
) -> None:
    one = spoken(contact_plan=None)
    for table, column, rows in (("instruments", "start", uses), ("contacts", "date", talks)):
        one.tables[table] = pd.DataFrame(
            {
                "client": coded([client for client, _ in rows]),
                column: dates([day.isoformat() for _, day in rows]),
            }
        )
    # both spans run on to the end, so that one client's instrument runs while another talks
    one.tables["trajectories"]["end"] = dates([None, None])
    spans = {
        "e0": pd.date_range("2018-01-01", "2019-04-01"),
        "e1": pd.date_range("2019-01-01", "2019-04-01"),
    }
    # the last day of a span has no night in it: a contact counts then, time does not
    busy = {
        (client, day)
        for client, start in uses
        for day in pd.date_range(start, pd.Timestamp(start) + pd.DateOffset(months=3))[:-1]
        if day in spans.get(client, [])[:-1]
    }
    kept = [(client, pd.Timestamp(day)) for client, day in talks]
    kept = [(client, day) for client, day in kept if day in spans.get(client, [])]
    found = contacts(one)
    assert found.busy is not None
    assert found.free is not None
    assert (found.busy.days, found.free.days) == (len(busy), 455 + 90 - len(busy))
    inside = sum(talk in busy for talk in kept)
    assert (found.busy.contacts, found.free.contacts) == (inside, len(kept) - inside)
