"""What every column must hold, in a hand as short as the manual's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report45.study.config import StudyConfig
from report45.study.people import TableName
from report45.study.schema import FIXED, ColumnRule, schemas
from tests.analysis.studies import AGE, ROUTES, SEX, WORK, config


def short(column: ColumnRule) -> str:
    """Write a column: ``?`` need not be there, ``~`` may be empty, ``!`` occurs once."""
    marks = {"?": not column.required, "~": column.empty, "!": column.unique}
    return column.kind + "".join(mark for mark, holds in marks.items() if holds)


DECLARED = {
    "clients": "client text! group code~ cohort code? last_digit integer? call_order integer?~!",
    "trajectories": "client text! route code~ intake date?~ end date?~ capacity_assessment flag?~ "
    "manager text?~",
    "benefit_endings": "client text! end date reason code~",
    "activities": "client text kind code start date by_programme flag",
    "work_income": "client text kind code start date end date?~",
    "instruments": "client text kind code start date?~ amount number?~",
    "contacts": "client text date date kind code?~",
    "outcomes": "client text!",
    "quotes": "role text theme code text text place text?~",
    "pillars": "pillar text! plan text practice text verdict code",
}


def test_every_table_is_listed() -> None:
    assert DECLARED.keys() == FIXED.keys()


@pytest.mark.parametrize("table", FIXED)
def test_the_columns_of_a_table(table: TableName) -> None:
    told = (f"{name} {short(column)}" for name, column in FIXED[table].items())
    assert " ".join(told) == DECLARED[table]


PAY = {"name": "loon", "label": "Loon", "column": "pay", "unit": "euro"}


def asked(**changes: object) -> StudyConfig:
    tables = ("clients", "trajectories", "work_income", "benefit_endings", "outcomes")
    return config(tables={name: {"file": f"{name}.csv"} for name in tables}, **changes)


def test_what_a_study_names_may_be_empty_and_holds_its_codes() -> None:
    number = {**AGE, "name": "jaren", "column": "jaren", "kind": "number"}
    found = schemas(asked(characteristics=[SEX, AGE, number], routes=ROUTES, outcomes=[WORK, PAY]))
    assert found["clients"]["sex"] == ColumnRule("code", empty=True, allowed=frozenset("mv"))
    assert found["clients"]["born"] == ColumnRule("date", empty=True)
    assert found["clients"]["jaren"] == ColumnRule("number", empty=True)
    assert found["outcomes"]["pay"] == ColumnRule("number", empty=True)
    assert found["trajectories"]["route"] == ColumnRule(
        "code", empty=True, allowed=frozenset("ngwa")
    )
    # Fixed columns stay as they are, whatever names them.
    assert found["work_income"]["kind"] == FIXED["work_income"]["kind"]
    assert found["benefit_endings"]["reason"] == FIXED["benefit_endings"]["reason"]
    assert short(found["clients"]["last_digit"]) == "integer?"


def test_a_parity_rule_needs_the_last_digit() -> None:
    by_digit = asked(allocation={"method": "last_digit"})
    assert short(schemas(by_digit)["clients"]["last_digit"]) == "integer"
    bsn = by_digit.model_copy(update={"identifier": "bsn"})
    assert short(schemas(bsn)["clients"]["last_digit"]) == "integer?"


def test_codes_that_are_listed_are_the_only_ones_where_codes_were_free() -> None:
    declared = asked()
    codes = {"kind": {"vast": "vol", "flex": "los", "": ""}, "start": {"1": "2"}}
    work = declared.tables["work_income"].model_copy(update={"codes": codes})
    found = schemas(
        declared.model_copy(update={"tables": {**declared.tables, "work_income": work}})
    )
    assert found["work_income"]["kind"] == replace(
        FIXED["work_income"]["kind"], allowed=frozenset({"vol", "los"})
    )
    assert found["work_income"]["start"] == FIXED["work_income"]["start"]
