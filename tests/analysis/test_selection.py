from __future__ import annotations

import pandas as pd

from report45.analysis.selection import selection
from report45.facts import Count, Fact, Flag, Share, Text
from tests.analysis.studies import clients, coded, dates, study

CRITERIA = [
    {
        "name": "leeftijd",
        "label": "45 tot 63 jaar",
        "column": "born",
        "kind": "age",
        "at_least": 45,
        "below": 63,
    },
    {"name": "trede", "label": "trede 3 of 4", "column": "step", "kind": "codes", "codes": ["3"]},
    {
        "name": "duur",
        "label": "meer dan een half jaar",
        "column": "since",
        "kind": "duration",
        "above": 0.5,
    },
    {"name": "traject", "label": "geen traject", "column": "running", "kind": "empty"},
]


def population(**first: str) -> pd.DataFrame:
    """Five people who fit; the fields of the first may be changed."""
    fit = {"born": "1960-01-01", "step": "3", "since": "2010-01-01"}
    people = [fit | first, fit, fit, fit, fit]
    return clients(
        3,
        2,
        born=dates([one["born"] for one in people]),
        step=coded([one["step"] for one in people]),
        since=dates([one["since"] for one in people]),
        running=coded([first.get("running"), None, None, None, None]),
        cohort=["original"] * 5,
    )


def apply(frame: pd.DataFrame) -> dict[str, Fact]:
    return selection(study({"clients": frame}, criteria=CRITERIA)).facts()


def test_everyone_fits() -> None:
    facts = apply(population())
    assert facts["voldoet"] == Share(5, 5)
    assert facts["meegenomen_onterecht"] == Count(0)
    assert facts["volledig"] == Flag(value=False)


def test_bounds_are_those_of_the_criteria() -> None:
    # Day of selection 1 September 2017: 45 that day fits, 63 that day does not.
    fits = {"born": "1972-09-01"}, {"born": "1954-09-02"}, {"since": "2017-02-28"}
    fails = (
        ({"born": "1972-09-02"}, "leeftijd"),
        ({"born": "1954-09-01"}, "leeftijd"),
        ({"since": "2017-03-01"}, "duur"),
        ({"step": "2"}, "trede"),
        ({"running": "x"}, "traject"),
    )
    for change in fits:
        assert apply(population(**change))["voldoet"] == Share(5, 5), change
    for change, reason in fails:
        facts = apply(population(**change))
        assert facts["voldoet"] == Share(4, 5), change
        assert facts[f"reden.{reason}"] == Share(1, 5)
        assert facts["meegenomen_onterecht"] == Count(1)


def test_screened_out_people_are_counted_by_reason() -> None:
    frame = population()
    columns = ["client", "group", "born", "step", "since", "running", "cohort"]
    young, since = dates(["1990-01-01"])[0], dates(["2010-01-01"])[0]
    frame.loc[5, columns] = ["x0", None, young, "2", since, None, "not_selected"]
    frame.loc[6, columns] = ["x1", None, young, "3", since, None, "not_selected"]
    frame.loc[7, columns] = ["y1", "control", young, "3", since, None, "extension"]
    facts = apply(frame)
    assert facts["populatie"] == Count(7)
    assert facts["afgevallen"] == Share(2, 7)
    assert facts["reden.leeftijd"] == Share(2, 7)
    assert facts["reden.leeftijd.alleen"] == Count(1)
    assert facts["reden.trede.alleen"] == Count(0)
    assert facts["reden.leeftijd.label"] == Text("45 tot 63 jaar")
    assert facts["volledig"] == Flag(value=True)


def test_what_is_not_known_does_not_fit() -> None:
    frame = population()
    frame.loc[0, "step"] = None
    facts = apply(frame)
    assert facts["reden.trede.onbekend"] == Count(1)
    assert facts["meegenomen_onterecht"] == Count(0)
    assert facts["meegenomen_onbekend"] == Count(1)


def test_who_fails_one_criterion_is_not_unknown_by_another() -> None:
    facts = apply(population(born="1990-01-01", since="2010-01-01", step="3"))
    assert facts["meegenomen_onbekend"] == Count(0)
    frame = population(born="1990-01-01")
    frame.loc[0, "step"] = None
    facts = apply(frame)
    assert facts["meegenomen_onterecht"] == Count(1)
    assert facts["meegenomen_onbekend"] == Count(0)
