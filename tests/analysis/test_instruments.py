from __future__ import annotations

import pandas as pd

from report45.analysis.instruments import instruments
from report45.facts import Count, Flag, Money, Share
from tests.analysis.studies import ROUTES, clients, coded, consistency_of, dates, flowing, study

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
    assert facts["budget.keer"] == Count(3)
    assert facts["budget.klanten"] == Count(3)
    assert facts["budget.van_deelnemers"] == Share(2, 5)
    assert facts["budget.van_toegewezen"] == Share(3, 6)
    assert facts["budget.bedrag"] == Money(130)
    assert facts["budget.bedrag_gemiddeld"] == Money(65)
    assert facts["budget.bedrag_hoogste"] == Money(110)
    assert facts["budget.boven_maximum"] == Count(1)
    assert facts["budget.bedrag_klanten"] == Count(2)
    assert facts["budget.niet_deelgenomen"] == Count(1)
    assert facts["training.control"] == Count(1)
    assert facts["training.heeft_bedrag"] == Flag(value=False)
    assert "training.bedrag" not in facts
    assert facts["een_of_meer"] == Share(2, 5)
    assert facts["nooit.klanten"] == Count(0)


def test_no_table_means_no_use() -> None:
    facts = instruments(study({"clients": clients(2, 2)}, instruments=DECLARED)).facts()
    assert facts["geen"] == Share(2, 2)
    assert facts["budget.klanten"] == Count(0)


def test_several_instruments_of_different_kinds() -> None:
    base = flowing(instruments=DECLARED)
    routes = [r.model_dump() for r in base.config.routes]
    one = study({**base.tables, "instruments": USED}, routes=routes, instruments=DECLARED)
    # e1 had the budget twice and a training, e2 the budget only.
    assert instruments(one).facts()["meer_dan_een"] == Share(1, 5)


def test_managers_are_compared_unnamed_and_only_with_enough_participants() -> None:
    ids = [f"e{n}" for n in range(25)]
    tables = {
        "clients": clients(25, 1),
        "trajectories": pd.DataFrame(
            {
                "client": coded(ids),
                "route": coded(["w"] * 25),
                "manager": coded(["A"] * 12 + ["B"] * 10 + ["C"] * 3),
            }
        ),
        "instruments": pd.DataFrame(
            {"client": coded(["e0", "e1", "e1", "e12", "e22"]), "kind": coded(["b"] * 5)}
        ),
    }
    one = study(tables, routes=ROUTES, instruments=DECLARED)
    facts = instruments(one).facts()
    assert facts["klantmanager.aantal"] == Count(2)
    assert facts["klantmanager.laagste"] == Share(1, 10)
    assert facts["klantmanager.hoogste"] == Share(2, 12)
    tables["trajectories"]["manager"] = coded(["A"] * 25)
    alone = study(tables, routes=ROUTES, instruments=DECLARED)
    assert "klantmanager.aantal" not in instruments(alone).facts()


def test_money_of_others_is_not_charged_to_participants() -> None:
    amounts = pd.DataFrame(
        {
            "client": coded(["e1", "e2", "e0", "c0", "c4", "c4"]),
            "kind": coded(["b"] * 6),
            "amount": [60.0, None, 500.0, 1000.0, 80.0, 30.0],
        }
    )
    base = flowing(instruments=DECLARED)
    one = study({**base.tables, "instruments": amounts}, routes=ROUTES, instruments=DECLARED)
    facts = instruments(one).facts()
    assert facts["budget.bedrag"] == Money(60)
    assert facts["budget.bedrag_gemiddeld"] == Money(60)
    assert facts["budget.boven_maximum"] == Count(0)
    assert facts["budget.bedrag_volledigheid"].value == "deels"
    assert facts["budget.niet_deelgenomen_bedrag"] == Money(500)
    assert facts["budget.control_bedrag"] == Money(1110)
    told = consistency_of(one).facts()
    assert told["instrument_control.budget.bedrag"] == Money(1110)
    assert told["instrument_uit.budget.aantal"] == Count(1)
    assert told["boven_maximum.budget.aantal"] == Count(3)


def test_an_instrument_before_or_after_the_study_counts_for_nothing() -> None:
    used = pd.DataFrame(
        {
            "client": coded(["e1", "e2", "e3", "e4"]),
            "kind": coded(["b"] * 4),
            "start": dates(["2016-01-01", "2018-01-01", None, "2019-04-02"]),
            "amount": [1000.0, 20.0, 30.0, 1000.0],
        }
    )
    one = study({**flowing().tables, "instruments": used}, routes=ROUTES, instruments=DECLARED)
    facts = instruments(one).facts()
    assert facts["budget.keer"] == Count(2)
    assert facts["budget.bedrag"] == Money(50)
    assert facts["een_of_meer"] == Share(2, 5)
