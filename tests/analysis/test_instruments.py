from __future__ import annotations

import pandas as pd

from report45.analysis.instruments import instruments
from report45.facts import Count, Flag, Money, Share
from tests.analysis.studies import clients, coded, flowing, study

DECLARED = [
    {"name": "budget", "label": "Budget", "code": "b", "maximum": 100},
    {"name": "training", "label": "Training", "code": "t"},
    {"name": "nooit", "label": "Nooit", "code": "x"},
]

USED = pd.DataFrame(
    {
        "client": coded(["e1", "e1", "e2", "e0", "e1", "c4"]),
        "kind": coded(["b", "b", "b", "b", "t", "t"]),
        "amount": [60.0, 50.0, 20.0, None, None, None],
    }
)


def test_use_and_cost() -> None:
    base = flowing(instruments=DECLARED)
    one = study(
        {**base.tables, "instruments": USED},
        routes=[r.model_dump() for r in base.config.routes],
        instruments=DECLARED,
    )
    facts = instruments(one).facts()
    assert facts["budget.keer"] == Count(4)
    assert facts["budget.klanten"] == Count(3)
    assert facts["budget.van_deelnemers"] == Share(2, 5)
    assert facts["budget.van_toegewezen"] == Share(3, 6)
    assert facts["budget.bedrag"] == Money(130)
    assert facts["budget.bedrag_gemiddeld"] == Money(65)
    assert facts["budget.bedrag_hoogste"] == Money(110)
    assert facts["budget.boven_maximum"] == Count(1)
    assert facts["training.control"] == Count(1)
    assert facts["training.heeft_bedrag"] == Flag(value=False)
    assert "training.bedrag" not in facts
    assert facts["een_of_meer"] == Share(2, 5)
    assert facts["nooit.klanten"] == Count(0)


def test_no_table_means_no_use() -> None:
    facts = instruments(study({"clients": clients(2, 2)}, instruments=DECLARED)).facts()
    assert facts["geen"] == Share(2, 2)
    assert facts["budget.klanten"] == Count(0)
