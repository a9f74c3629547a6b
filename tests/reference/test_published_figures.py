"""Every figure and claim of the source report's sections 2.1–2.4, 4.2 and 7.2, as we print it.

``published_figures.csv`` has a row for each. ``id``, ``section``, ``label``, ``value`` and
``unit`` are the source's; the rest is ours:

- ``fact``: path in ``facts.json``; two paths where one row states two numbers.
- ``printer``: ``text`` (as running prose), ``cell`` (as a table), ``teller`` (the count of a
  share), or the filter an editor would use.
- ``printed``: what must come out.
- ``differs``: why that is not the published text, where it is not.
- ``reason``: why a row has no fact.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from report45.facts import Count, Fact, Share, from_json
from report45.wording.digits import decimal
from report45.wording.numbers import cell, say
from report45.wording.phrases import FILTERS
from tests.conftest import Release

Row = Mapping[str, str]

with Path(__file__).with_name("published_figures.csv").open(encoding="utf-8", newline="") as file:
    ROWS: list[Row] = list(csv.DictReader(file))
STATED = [row for row in ROWS if row["fact"]]
UNSTATED = [row for row in ROWS if not row["fact"]]

ROUTES = "resultaten.routes"


def printed(row: Row, facts: Mapping[str, Mapping[str, Any]]) -> str:
    said = [_printed(row["printer"], facts[path]) for path in row["fact"].split("; ")]
    return "; ".join(said)


def _printed(printer: str, written: Mapping[str, Any]) -> str:
    fact = from_json(written)
    if printer == "text":
        return str(written["text"])
    others: Mapping[str, Callable[[Fact], str]] = {"cell": cell, "teller": _counted}
    return {**FILTERS, **others}[printer](fact)


def _counted(fact: Fact) -> str:
    assert isinstance(fact, Share)
    return say(Count(fact.count))


@pytest.mark.parametrize("row", STATED, ids=lambda row: row["id"])
def test_a_published_figure_is_printed_as_published(row: Row, built_almere: Release) -> None:
    assert printed(row, built_almere.facts) == row["printed"]


def test_every_row_has_a_fact_or_a_reason() -> None:
    assert len(ROWS) == len({row["id"] for row in ROWS}) == 158
    assert len(UNSTATED) == 12
    for row in ROWS:
        assert bool(row["fact"]) != bool(row["reason"]), row["id"]
        assert bool(row["fact"]) == bool(row["printer"]) == bool(row["printed"]), row["id"]


def test_no_row_is_bent_to_what_we_print() -> None:
    """What must be printed is the published value, or the row says how it differs."""
    for row in STATED:
        if row["differs"]:
            assert row["printed"] not in _as_published(row), f"{row['id']} differs in nothing"
        else:
            assert row["printed"] in _as_published(row), row["id"]


def _as_published(row: Row) -> set[str]:
    """Give the ways Dutch prints the published value."""
    value, unit = row["value"], row["unit"]
    if unit == "p_value":
        p = decimal(float(value.removeprefix("p=")), 2)
        return {f"niet significant (p = {p})"}
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        year, month, day = value.split("-")
        return {f"{int(day)} {_MONTHS[month]} {year}"}
    if not re.fullmatch(r"[\d.]+", value):
        return {value.replace("een op", "één op"), _in_words(value)}
    plain = decimal(float(value), len(value.partition(".")[2]))
    return {
        "count": {plain},
        "percent": {f"{plain}%", f"{plain} procent", _in_words(value)},
        "percentage_points": {f"{plain} procentpunt"},
        "years": {f"{plain} jaar", _in_words(value)},
        "euro": {f"{plain} euro", f"ongeveer {plain} euro"},
        "probability": {f"{decimal(100 * float(value))} procent"},
    }[unit]


_MONTHS = {"09": "september", "10": "oktober", "04": "april"}
_WORDS = {"90": "negentig", "40": "veertig", "30": "dertig", "5.5": "vijfenhalf jaar"}


def _in_words(value: str) -> str:
    lead, _, number = value.rpartition(" ")
    words = _WORDS.get(number, number)
    return f"{lead} {words} procent" if lead else words


TESTS = [row for row in STATED if row["unit"] == "p_value"]


@pytest.mark.parametrize("row", TESTS, ids=lambda row: row["id"])
def test_the_reference_p_value_is_met_in_six_decimals(row: Row, built_almere: Release) -> None:
    # The reference is Pearson's chi-square without Yates on the reconstructed counts.
    expected = float(row["value"].removeprefix("p="))
    assert built_almere.facts[row["fact"]]["value"] == pytest.approx(expected, abs=5e-7)


def test_the_other_solutions_of_figure_2_1_are_left_for_cause(built_almere: Release) -> None:
    """A row of a solution not chosen has a reason only where the data say otherwise."""
    for row in ROWS:
        if not row["id"].startswith("fig2_1."):
            continue
        route = row["id"].rpartition(".")[2]
        found = str(built_almere.facts[f"{ROUTES}.{route}"]["count"])
        assert bool(row["reason"]) == (found != row["value"]), row["id"]
        assert found in row["reason"] or not row["reason"], row["id"]


def test_only_what_is_no_data_has_no_fact() -> None:
    other = {row["id"] for row in UNSTATED if not row["id"].startswith("fig2_1.")}
    assert other == {
        "design.extension_months",
        "date.crisis",
        "date.bw_besluit",
        "date.phase1",
        "date.phase2",
        "date.phase3",
        "date.survey",
        "date.news",
    }
