from __future__ import annotations

import pandas as pd
import pytest

from report45.analysis.allocation import (
    allocation,
    allocation_causal,
    allocation_holds,
    allocation_kind,
)
from report45.facts import Count, Flag, Mean, Share, Verdict
from tests.analysis.studies import clients, coded, study


def test_parity_against_group() -> None:
    digits = pd.Series([0, 2, 5, 1, 3, 9], dtype="Int64")
    frame = clients(3, 3, last_digit=digits)
    facts = allocation(
        study({"clients": frame}, characteristics=[], allocation={"method": "last_digit"})
    ).facts()
    assert facts["afwijkend.experiment"] == Count(1)
    assert facts["afwijkend.control"] == Count(0)
    assert facts["even.totaal"] == Count(2)
    assert facts["omvang"] == Share(3, 6)
    assert facts["omvang.toets"].value == pytest.approx(1.0)
    assert facts["laatste_cijfer"] == Flag(value=True)


def test_additions_are_counted_apart() -> None:
    frame = clients(
        2,
        2,
        last_digit=pd.Series([0, 3, 1, 2], dtype="Int64"),
        cohort=["original", "extension", "original", "extension"],
    )
    facts = allocation(
        study({"clients": frame}, characteristics=[], allocation={"method": "last_digit"})
    ).facts()
    assert facts["n.totaal"] == Count(2)
    assert facts["toegevoegd.totaal"] == Count(2)
    assert facts["afwijkend.totaal"] == Count(0)
    assert facts["afwijkend_toegevoegd"] == Count(2)


def test_random_allocation_gives_only_sizes() -> None:
    facts = allocation(study({"clients": clients(1, 3)}, characteristics=[])).facts()
    assert facts["n.control"] == Count(3)
    assert "omvang.toets" not in facts
    assert "even.totaal" not in facts
    assert "volgorde.toets" not in facts


def test_call_order() -> None:
    early = pd.Series([1, 2, 3, 4, 5, 6, 7, 8, None], dtype="Int64")
    facts = allocation(
        study({"clients": clients(4, 5, call_order=early)}, characteristics=[])
    ).facts()
    assert facts["volgorde.experiment"] == Mean(2.5, 4, digits=1)
    assert facts["volgorde.control"] == Mean(6.5, 4, digits=1)
    # All four first of eight: one of the C(8, 4) = 70 orders, two-sided.
    assert facts["volgorde.toets"].value == pytest.approx(2 / 70)


def test_an_empty_group_has_no_mean_place() -> None:
    order = pd.Series([1, 2], dtype="Int64")
    facts = allocation(
        study({"clients": clients(2, 0, call_order=order)}, characteristics=[])
    ).facts()
    assert "volgorde.control" not in facts
    assert facts["volgorde.experiment"] == Mean(1.5, 2, digits=1)


METHODS = {
    "random": "geloot",
    "last_digit": "cijfer",
    "stratified": "gestratificeerd",
    "blocks": "blokken",
    "waiting_list": "wachtlijst",
    "none": "niet_geloot",
    None: "onbekend",
}


@pytest.mark.parametrize(("method", "kind"), METHODS.items())
def test_every_way_to_divide_clients_has_a_name(method: str | None, kind: str) -> None:
    assert allocation_kind(method).value == kind


@pytest.mark.parametrize("kind", METHODS.values())
def test_only_chance_that_holds_makes_effects(kind: str) -> None:
    by_chance = kind in {"geloot", "cijfer", "gestratificeerd", "blokken"}
    fair = allocation_holds(Verdict(kind, "toewijzing"), [0.5], None)
    doubted = allocation_holds(Verdict(kind, "toewijzing"), [0.5, 0.0009], None)
    assert fair.value == ("ja" if by_chance else "nvt")
    assert doubted.value == ("nee" if by_chance else "nvt")
    assert allocation_causal(fair).value == ("ja" if by_chance else "nee")
    assert allocation_causal(doubted).value == "nee"


@pytest.mark.parametrize(
    ("probabilities", "misplaced", "value"),
    [
        ([0.001], None, "ja"),
        ([0.00099], None, "nee"),
        ([float("nan")], None, "ja"),
        ([], Share(0, 0), "ja"),
        ([], Share(1, 100), "ja"),
        ([], Share(2, 199), "nee"),
        ([], Share(50, 100), "nee"),
    ],
)
def test_when_an_allocation_holds(
    probabilities: list[float], misplaced: Share | None, value: str
) -> None:
    kind = Verdict("cijfer", "toewijzing")
    assert allocation_holds(kind, probabilities, misplaced).value == value


def test_what_is_not_declared_is_not_claimed() -> None:
    facts = allocation(study({"clients": clients(30, 30, sex=coded(["m", "v"] * 30))})).facts()
    found = [facts[path].value for path in ("soort", "houdbaar", "causaal")]
    assert found == ["onbekend", "nvt", "nee"]


@pytest.mark.parametrize("method", ["random", "stratified", "blocks"])
def test_groups_that_chance_does_not_make(method: str) -> None:
    told, declared = coded(["m"] * 30 + ["v"] * 30), {"method": method}
    facts = allocation(study({"clients": clients(30, 30, sex=told)}, allocation=declared)).facts()
    assert (facts["houdbaar"].value, facts["causaal"].value) == ("nee", "nee")
    mixed = coded(["m", "v"] * 30)
    facts = allocation(study({"clients": clients(30, 30, sex=mixed)}, allocation=declared)).facts()
    assert (facts["houdbaar"].value, facts["causaal"].value) == ("ja", "ja")


def test_half_the_clients_on_the_wrong_side_of_the_digit() -> None:
    digits = pd.Series([0, 1] * 20, dtype="Int64")
    frame = clients(20, 20, last_digit=digits, sex=coded(["m", "v"] * 20))
    facts = allocation(study({"clients": frame}, allocation={"method": "last_digit"})).facts()
    assert (facts["houdbaar"].value, facts["causaal"].value) == ("nee", "nee")
