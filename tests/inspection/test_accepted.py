"""What was seen stays open until the study accounts for it, and no account outlives its remark."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest

from report45.analysis.remarks import remarks
from report45.facts import Count, Share, Text
from report45.inspection.accepted import NOTHING, looked
from report45.inspection.remarks import Looked
from report45.study.load import Study
from tests.analysis.studies import clients, coded, study

REASON = "Zo was het ook bij de gemeente."


def one_empty(**changes: Any) -> Study:
    """A study of which one in four has no sex."""
    return study({"clients": clients(2, 2, sex=coded(["m", "v", None, "v"]))}, **changes)


def accepting(**changes: str) -> Study:
    one = {"code": "empty-cells", "table": "clients", "column": "sex", "reason": REASON}
    return one_empty(accepted=[one | changes])


def test_what_nobody_accepted_is_open() -> None:
    seen = looked(one_empty())
    assert [(one.code, one.table, one.column, one.rows, one.count) for one in seen.open] == [
        ("empty-cells", "clients", "sex", (4,), 1)
    ]
    assert seen.open[0].facts()["deel"] == Share(3, 4)
    assert seen.accepted == ()


@pytest.mark.parametrize("changes", [{}, {"column": ""}])
def test_what_is_accepted_keeps_its_reason(changes: dict[str, str]) -> None:
    seen = looked(accepting(**changes))
    assert seen.open == ()
    assert [(one.code, why) for one, why in seen.accepted] == [("empty-cells", REASON)]


@pytest.mark.parametrize(
    ("changes", "name", "like"),
    [
        ({"column": "sexe"}, "empty-cells clients sexe", "empty-cells clients sex"),
        (
            {"code": "after-death", "table": "contacts", "column": "date"},
            "after-death contacts date",
            NOTHING,
        ),
    ],
)
def test_what_is_accepted_and_not_there_is_told_and_stops_nothing(
    changes: dict[str, str], name: str, like: str
) -> None:
    seen = looked(accepting(**changes))
    assert seen.accepted == ()
    assert [one.code for one in seen.open] == ["empty-cells", "accepted-nothing"]
    idle = seen.open[1]
    assert (idle.file, idle.named) == ("study.toml", "[[accepted]]")
    told = idle.facts()
    assert (told["naam"], told["lijkt"]) == (Text(name), Text(like))


def test_what_was_seen_survives_json() -> None:
    for seen in (looked(one_empty()), looked(accepting())):
        assert Looked.from_json(json.loads(json.dumps(seen.to_json()))) == seen


def test_the_facts_tell_what_is_open_and_why_the_rest_is_not() -> None:
    facts = remarks(one_empty()).facts()
    assert facts["aantal"] == Count(1)
    assert facts["aanvaard"] == Count(0)
    assert facts["melding.clients_sex_empty_cells.soort"] == Text("empty-cells")
    assert facts["melding.clients_sex_empty_cells.n"] == Count(1)
    facts = remarks(accepting()).facts()
    assert facts["aantal"] == Count(0)
    assert facts["aanvaarding.clients_sex_empty_cells.reden"] == Text(REASON)


def test_two_remarks_of_one_kind_on_one_column_have_names_of_their_own() -> None:
    kinds = ["werk"] * 12 + ["Werk", "werk.", "WERK "]
    days = pd.Series(pd.date_range("2018-01-02", periods=15, freq="7D"))
    rows = pd.DataFrame({"client": coded(["e0"] * 15), "kind": coded(kinds), "date": days})
    names = {
        path.split(".")[1]
        for path in remarks(study({"clients": clients(1, 1), "contacts": rows})).facts()
        if path.startswith("melding.") and "spelling" in path
    }
    assert names == {f"contacts_kind_spelling{n}" for n in ("", "_2", "_3")}
