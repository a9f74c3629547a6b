from __future__ import annotations

import pandas as pd
import pytest

from report45.analysis.contacts import Contacts, Month
from report45.analysis.instruments import instruments
from report45.analysis.pillars import Pillar, Pillars
from report45.display import practice
from report45.display.bundle import Column, Display
from report45.study.load import Study
from tests.analysis.studies import clients, coded, flowing, study

STUDY = study({"clients": clients(1, 1)}, terms={"programme": "de proef"})


def found(*months: tuple[int, int], planned: float | None = 1.0) -> Contacts:
    """Contacts of months given as (clients, contacts)."""
    counted = tuple(Month(number, *month) for number, month in enumerate(months, start=1))
    total = sum(one.contacts for one in counted)
    return Contacts(counted[0].clients, total, 100.0, planned, 0, counted)


def test_contacts_show_each_month_with_its_base() -> None:
    shown = practice.contacts(found((40, 100), (30, 45)), STUDY)
    assert [(row.header, *row.cells) for row in shown.rows] == [
        ("1", "40", "2,5"),
        ("2", "30", "1,5"),
    ]
    assert "maand 1 2,5; maand 2 1,5" in shown.alt
    assert "Gepland waren er 4,3 per maand." in shown.alt
    assert shown.svg.startswith("<svg")


def test_months_of_a_handful_are_left_out_and_the_note_says_so() -> None:
    shown = practice.contacts(found((40, 100), (9, 45)), STUDY)
    assert [row.header for row in shown.rows] == ["1"]
    assert any("minder dan 10 klanten" in note for note in shown.notes)
    whole = practice.contacts(found((40, 100), (10, 45)), STUDY)
    assert len(whole.rows) == 2
    assert not any("minder dan" in note for note in whole.notes)


def test_a_small_study_shows_what_it_has() -> None:
    shown = practice.contacts(found((3, 6), (2, 2)), STUDY)
    assert len(shown.rows) == 2


def test_no_plan_no_line() -> None:
    with_plan = practice.contacts(found((40, 100), (30, 45)), STUDY)
    without = practice.contacts(found((40, 100), (30, 45), planned=None), STUDY)
    assert "Gepland" not in without.alt
    assert "stroke-dasharray" in with_plan.svg
    assert "stroke-dasharray" not in without.svg


def test_the_same_figure_is_the_same_text() -> None:
    once, again = (practice.contacts(found((40, 100), (30, 45)), STUDY).svg for _ in range(2))
    assert once == again


def used(frame: pd.DataFrame) -> Study:
    base = flowing()
    declared = [{"name": "budget", "label": "Budget", "code": "b"}]
    routes = [route.model_dump() for route in base.config.routes]
    return study({**base.tables, "instruments": frame}, routes=routes, instruments=declared)


@pytest.mark.parametrize(
    ("ids", "cells"), [(["e1", "e1", "c4", "e0"], ("1", "20%")), ([], ("0", "0%"))]
)
def test_instruments_count_participants_once(ids: list[str], cells: tuple[str, str]) -> None:
    one = used(pd.DataFrame({"client": coded(list(ids)), "kind": coded(["b"] * len(ids))}))
    shown = practice.instruments(instruments(one), one)
    assert [(row.header, *row.cells) for row in shown.rows] == [("Budget", *cells)]
    assert shown.caption.endswith("(n=5)")


def test_pillars_say_plan_practice_and_verdict() -> None:
    one = Pillar("Intensief", "Iedere week.", "Minder vaak.", "partly")
    shown = practice.pillars(Pillars((one,)), STUDY)
    assert shown.kind == "table"
    assert shown.caption == "De pijlers van de proef: plan en praktijk"
    assert [(row.header, *row.cells) for row in shown.rows] == [
        ("Intensief", "Iedere week.", "Minder vaak.", "Deels")
    ]
    assert {column.align for column in shown.columns} == {"left"}


def test_a_column_says_over_how_many_it_is_as_prose_does() -> None:
    shown = Display("table", "Naar soort", (Column("Soort", align="left"), Column("Alle", 1240)))
    columns = shown.as_json("a", "b")["table"]["columns"]
    assert [one["n"] for one in columns] == [None, "1.240"]
    assert "Alle (n=1.240)" in shown.as_text()
    assert "(n=1.240)" in shown.as_html()
