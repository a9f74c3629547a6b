"""A fact survives being written down, whatever of it could not be computed."""

from __future__ import annotations

import json
import math
from dataclasses import fields

import pytest

from report45.facts import KINDS, Fact, Interval, Mean, Money, Number, Test, from_json, to_json

NAN = float("nan")


@pytest.mark.parametrize(
    "fact",
    [
        Number(NAN, "procentpunt", 1),
        Mean(NAN, 0),
        Mean(4.0, 1, None),
        Money(NAN),
        Test("welch", None, None, NAN),
        Interval(NAN, NAN, "procentpunt", 0.95, 1),
        Interval(1.0, 2.0, "procentpunt", None, 1),
    ],
)
def test_what_could_not_be_computed_is_read_back_as_such(fact: Fact) -> None:
    read = from_json(json.loads(json.dumps(to_json("a.b", fact))))
    for field in fields(fact):
        was, now = getattr(fact, field.name), getattr(read, field.name)
        both = isinstance(was, float) and isinstance(now, float)
        assert was == now or (both and math.isnan(was) and math.isnan(now)), field.name


def test_every_number_of_a_fact_is_declared_so_that_it_can_be_read_back() -> None:
    declared = {field.type for kind in KINDS.values() for field in fields(kind)}
    assert declared <= {"int", "float", "float | None", "str", "bool", "date"}
