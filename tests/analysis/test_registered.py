# ruff: noqa: PD011  the values of a finding are no pandas values
"""Outcomes that are not known of everyone."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report45.analysis.checks_outcomes import outcome_findings
from report45.analysis.effects import effect
from report45.analysis.outcomes import ShareOutcome, outcome
from report45.display.results import outcome_table
from report45.facts import Count, Mean, Share, Verdict
from report45.study.load import Study
from tests.analysis.studies import clients, coded, study

SOURCE = {"table": "outcomes", "column": "works", "certain": ["ja"], "possible": ["los"]}
WORKS = {"name": "werk", "label": "Werk", "says": "werkt"}
WORKS |= {"experiment": [SOURCE], "control": [SOURCE]}


def registered(first: str, other: str, missing: str | None, **more: Any) -> Study:
    """Give a study of codes: j(a), n(ee), l(os), - for an empty cell and . for no row."""
    people = clients(len(first), len(other))
    letters = {"j": "ja", "n": "nee", "l": "los", "-": None}
    rows = [
        (client, letters[letter])
        for client, letter in zip(people["client"], first + other, strict=True)
        if letter != "."
    ]
    table = pd.DataFrame({"client": coded([one for one, _ in rows])})
    table["works"] = coded([code for _, code in rows])
    outcomes = [WORKS | {"missing": missing} | more]
    return study({"clients": people, "outcomes": table}, outcomes=outcomes)


@pytest.mark.parametrize(
    ("missing", "low", "high", "named"),
    [
        ("exclude", Share(1, 3), Share(2, 3), "weggelaten"),
        ("no", Share(1, 5), Share(2, 5), "als_nee"),
        ("possible", Share(1, 5), Share(4, 5), "mogelijk"),
    ],
)
def test_what_is_not_known_counts_as_declared(
    missing: str, low: Share, high: Share, named: str
) -> None:
    facts = outcome(registered("jnl-.", "jjn", missing), "werk").facts()
    assert (facts["experiment"], facts["experiment_hoog"]) == (low, high)
    assert facts["n.experiment"] == Count(low.base)
    assert facts["ontbreekt.experiment"] == Count(2)
    assert facts["uitval.experiment"] == Share(2, 5)
    assert facts["toegewezen.experiment"] == Count(5)
    assert facts["volledigheid.experiment"] == Verdict("deels", "volledigheid")
    assert facts["volledigheid.control"] == Verdict("volledig", "volledigheid")
    assert facts["ontbrekend"] == Verdict(named, "ontbrekend")


def test_nothing_registered_decides_nothing() -> None:
    one = registered("--.", "jjn", "exclude")
    facts = outcome(one, "werk").facts()
    assert facts["experiment"] == Share(0, 0)
    assert facts["volledigheid.experiment"].value == "niets"
    assert effect(one, "werk").facts()["oordeel"].value == "niet_te_bepalen"
    (row, *_) = outcome_table(one).rows
    assert row.cells[2:] == ("–", "–")


def test_who_is_known_from_another_table_is_not_missing() -> None:
    event = {"table": "work_income", "column": "kind", "certain": ["vol"]}
    one = registered("-j", "jn", "no", experiment=[SOURCE, event])
    work = pd.DataFrame({"client": coded(["e0"]), "kind": coded(["vol"])})
    both = study(
        dict(one.tables) | {"work_income": work},
        outcomes=[WORKS | {"missing": "no", "experiment": [SOURCE, event]}],
    )
    assert outcome(both, "werk").facts()["ontbreekt.totaal"] == Count(0)
    assert outcome(one, "werk").facts()["ontbreekt.totaal"] == Count(1)


def test_the_table_says_over_how_many_and_what_is_done() -> None:
    shown = outcome_table(registered("jnl-.", "jjn", "exclude"))
    assert shown.rows[0].cells[:2] == ("1–2 (33–67%), n = 3", "2 (67%)")
    told = "Werk: niet bekend van 2 van de 5 klanten in de experimentgroep en 0 van de 3 klanten"
    assert any(note.startswith(told) for note in shown.notes)
    whole = outcome_table(registered("jn", "jn", None))
    assert "n =" not in str(whole.rows)
    assert "niet bekend" not in str(whole.notes)


def test_a_mean_says_over_how_many() -> None:
    people = clients(3, 3)
    table = pd.DataFrame({"client": people["client"], "pay": [1.0, 2.0, 3.0, 4.0, None, None]})
    pay = {"name": "loon", "label": "Loon", "column": "pay"}
    one = study({"clients": people, "outcomes": table}, outcomes=[pay])
    facts = outcome(one, "loon").facts()
    assert isinstance(facts["control"], Mean)
    assert facts["control"].n == 1
    assert facts["ontbreekt.control"] == Count(2)
    assert facts["volledigheid"].value == "deels"
    assert outcome_table(one).rows[0].cells[1].endswith(", n = 1")
    (finding,) = (each for each in outcome_findings(one) if each.code == "uitkomst_onbekend")
    assert finding.values["ontbreekt.control"] == Count(2)


letters = st.text("jnl-.", min_size=1, max_size=12)


@settings(max_examples=20, deadline=None)
@given(letters, letters)
def test_no_treatment_invents_or_loses_anybody(first: str, other: str) -> None:
    for missing in ("exclude", "no", "possible"):
        found = outcome(registered(first, other, missing), "werk")
        assert isinstance(found, ShareOutcome)
        for group, given_ in (("experiment", first), ("control", other)):
            unknown = sum(map(given_.count, "-."))
            assert found.allocated.of(group) == len(given_)
            assert found.unknown.of(group) == unknown
            assert found.certain.of(group) == given_.count("j")
            assert found.n.of(group) == len(given_) - (unknown if missing == "exclude" else 0)
            assert found.high(group).count <= found.n.of(group)


@settings(max_examples=20, deadline=None)
@given(letters, letters)
def test_bounds_hold_whatever_the_missing_turn_out_to_be(first: str, other: str) -> None:
    found = effect(registered(first, other, "possible"), "werk")
    for yes in ("j", "n"):
        filled = [one.translate({45: yes, 46: yes}) for one in (first, other)]
        between = effect(registered(filled[0], filled[1], None), "werk")
        assert found.lowest.points <= between.lowest.points
        assert between.highest.points <= found.highest.points
