from __future__ import annotations

from typing import Any

import pytest

from report45.analysis.sample_size import sample_size
from report45.errors import InputError
from report45.facts import Count, Flag, Number, Text
from tests.analysis.studies import clients, study

DESIGN: dict[str, Any] = {
    "population": 440,
    "control_rate": 0.1167,
    "strata": [
        {"name": "begeleid", "label": "Begeleid", "share": 0.75, "rate": 0.25},
        {"name": "zorg", "label": "Zorg", "share": 0.25, "rate": 0.1, "route": "nooit"},
    ],
    "planned": 180,
    "target_rate": 0.3,
    "outcome": "werk",
}


def test_the_design_box() -> None:
    facts = sample_size(study({"clients": clients(203, 199)}, design=DESIGN)).facts()
    assert facts["verwacht.experiment"] == Number(pytest.approx(21.25), "procent", 2)
    assert facts["netto_effect"] == Number(pytest.approx(9.58), "procentpunt", 2)
    assert facts["verwacht.control"] == Number(pytest.approx(11.67), "procent", 2)
    assert facts["taakstelling"] == Number(30, "procent", 0)
    assert facts["gepland_totaal"] == Count(360)
    for method, n, planned, realised in (
        ("boogsinus", 181.6, 79.7, 83.4),
        ("ongepoold", 182.2, 79.6, 83.4),
        ("gepoold", 184.2, 79.2, 82.9),
    ):
        assert round(facts[f"nodig.{method}"].value, 1) == n
        assert round(facts[f"vermogen_gepland.{method}"].value, 1) == planned
        assert round(facts[f"vermogen_gerealiseerd.{method}"].value, 1) == realised
    assert facts["nodig_heel.gepoold"] == Count(185)
    assert facts["gehaald"] == Flag(value=True)


def test_a_target_is_held_against_what_was_calculated_for_the_same_people() -> None:
    one = study({"clients": clients(203, 199)}, design=DESIGN | {"target_of": "begeleid"})
    facts = sample_size(one).facts()
    assert facts["taakstelling.gerekend"] == Number(25, "procent")
    assert facts["taakstelling.deel"] == Text("Begeleid")
    assert facts["taakstelling.oordeel"].value == "boven"
    low = sample_size(study({"clients": clients(2, 2)}, design=DESIGN | {"target_rate": 0.2}))
    assert low.facts()["taakstelling.gerekend"] == Number(pytest.approx(21.25), "procent", 2)
    assert low.facts()["taakstelling.oordeel"].value == "onder"


def test_where_no_difference_is_expected_no_size_is_needed() -> None:
    equal = DESIGN | {"control_rate": 0.2125}
    facts = sample_size(study({"clients": clients(2, 2)}, design=equal)).facts()
    assert facts["gepland.oordeel"].value == "niet_te_berekenen"
    assert not [path for path in facts if path.startswith("nodig")]
    assert round(facts["vermogen_gepland.gepoold"].value, 1) == 5.0


def test_an_empty_group_has_no_power() -> None:
    facts = sample_size(study({"clients": clients(3, 0)}, design=DESIGN)).facts()
    assert "vermogen_gerealiseerd.gepoold" not in facts
    assert facts["gehaald"] == Flag(value=False)


def test_a_study_without_design_says_so() -> None:
    with pytest.raises(InputError, match="no \\[design\\]"):
        sample_size(study({"clients": clients(1, 1)}))
