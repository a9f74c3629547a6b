from __future__ import annotations

import pandas as pd
import pytest

from report45.analysis.allocation import allocation
from report45.facts import Count, Flag, Mean, Share
from tests.analysis.studies import clients, study


def test_parity_against_group() -> None:
    digits = pd.Series([0, 2, 5, 1, 3, 9], dtype="Int64")
    frame = clients(3, 3, last_digit=digits)
    facts = allocation(study({"clients": frame}, allocation={"method": "last_digit"})).facts()
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
    facts = allocation(study({"clients": frame}, allocation={"method": "last_digit"})).facts()
    assert facts["n.totaal"] == Count(2)
    assert facts["toegevoegd.totaal"] == Count(2)
    assert facts["afwijkend.totaal"] == Count(0)
    assert facts["afwijkend_toegevoegd"] == Count(2)


def test_random_allocation_gives_only_sizes() -> None:
    facts = allocation(study({"clients": clients(1, 3)})).facts()
    assert facts["n.control"] == Count(3)
    assert "omvang.toets" not in facts
    assert "even.totaal" not in facts
    assert "volgorde.toets" not in facts


def test_call_order() -> None:
    early = pd.Series([1, 2, 3, 4, 5, 6, 7, 8, None], dtype="Int64")
    facts = allocation(study({"clients": clients(4, 5, call_order=early)})).facts()
    assert facts["volgorde.experiment"] == Mean(2.5, 4, digits=1)
    assert facts["volgorde.control"] == Mean(6.5, 4, digits=1)
    # All four first of eight: one of the C(8, 4) = 70 orders, two-sided.
    assert facts["volgorde.toets"].value == pytest.approx(2 / 70)


def test_an_empty_group_has_no_mean_place() -> None:
    order = pd.Series([1, 2], dtype="Int64")
    facts = allocation(study({"clients": clients(2, 0, call_order=order)})).facts()
    assert "volgorde.control" not in facts
    assert facts["volgorde.experiment"] == Mean(1.5, 2, digits=1)
