from __future__ import annotations

import pytest

from report45.analysis.particulars import particulars
from report45.facts import Count, Fact, Interval, Money, Number
from tests.analysis.studies import clients, study


@pytest.mark.parametrize(
    ("declared", "fact"),
    [
        ({"value": 4, "unit": "klantmanagers"}, Count(4, "klantmanagers")),
        ({"value": 2, "high": 3, "unit": "dagdelen"}, Interval(2, 3, "dagdelen")),
        ({"value": 2, "unit": "euro"}, Money(2)),
        ({"value": 2.5, "unit": "euro"}, Money(2.5, digits=2)),
        ({"value": 2.5, "unit": "dagen"}, Number(2.5, "dagen", 1)),
        ({"value": 20, "unit": "procent"}, Number(20, "procent", 0)),
    ],
)
def test_a_number_gets_the_kind_its_unit_asks_for(declared: dict[str, object], fact: Fact) -> None:
    one = study({"clients": clients(1, 1)}, particulars=[{"name": "getal", **declared}])
    assert particulars(one).facts() == {"getal": fact}
