from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from report45.analysis.outcomes import MeanOutcome, outcome, outcomes, routes
from report45.errors import InputError
from report45.facts import Count, Flag, Mean, Share, Verdict
from tests.analysis.studies import WORK, clients, coded, flowing, study


def test_certain_and_possible() -> None:
    facts = outcome(flowing(), "werk").facts()
    # e2 and e3 for certain (e3 by one of two rows); e4 only by the hour.
    assert facts["experiment"] == Share(2, 6)
    assert facts["experiment_hoog"] == Share(3, 6)
    assert facts["experiment_mogelijk"] == Count(1)
    # c0 for certain; c1 for other income and c2 without a reason may.
    assert facts["control_laag"] == Share(1, 5)
    assert facts["control_hoog"] == Share(3, 5)
    assert facts["totaal_hoog"] == Share(6, 11)
    assert facts["control_grenzen"] == Flag(value=True)


def test_a_missing_reason_counts_only_where_declared() -> None:
    control = WORK["control"][0] | {"missing": "no"}
    facts = outcome(flowing(outcomes=[WORK | {"control": [control]}]), "werk").facts()
    assert facts["control_hoog"] == Share(2, 5)


def test_every_code_is_counted_in_the_group_it_counts_for() -> None:
    facts = outcome(flowing(), "werk").facts()
    coded_paths = {path: fact.value for path, fact in facts.items() if path.startswith("code.")}
    assert coded_paths == {
        "code.vol.experiment": 2,
        "code.los.experiment": 2,
        "code.baan.control": 1,
        "code.ander_inkomen.control": 1,
    }


def test_the_other_groups_sources_do_not_count() -> None:
    # e0's benefit ended through work, but the experiment group is counted in work_income.
    assert outcome(flowing(), "werk").facts()["experiment"] == Share(2, 6)


def test_routes_and_steps() -> None:
    facts = routes(flowing(steps=["werk", "actief"])).facts()
    assert facts["actief"] == Share(2, 6)
    assert facts["stappen"] == Share(4, 6)
    assert facts["ontbreekt"] == Count(0)
    assert "stappen" not in routes(flowing()).facts()


def test_a_number_is_a_mean_with_its_difference() -> None:
    table = pd.DataFrame({"client": coded(["c1", "e0", "e1", "c0"]), "pay": [2.0, 5.0, 7.0, 4.0]})
    one = study(
        {"clients": clients(2, 3), "outcomes": table},
        outcomes=[{"name": "loon", "label": "Loon", "column": "pay", "unit": "dollar"}],
    )
    found = outcome(one, "loon")
    assert isinstance(found, MeanOutcome)
    facts = found.facts()
    assert facts["experiment"] == Mean(6, 2, pytest.approx(2**0.5), "dollar")
    assert facts["control"] == Mean(3, 2, pytest.approx(2**0.5), "dollar")
    assert facts["n.control"] == Count(2)
    assert facts["verschil"].value == 3
    low, high = facts["verschil.interval"].value
    assert low < 3 < high
    assert (low + high) / 2 == pytest.approx(3)
    assert facts["oordeel"] == Verdict("geen_verschil", "effect")
    assert facts["toetsbaar"] == Verdict("ja", "toetsbaar")


@pytest.mark.parametrize(
    ("experiment", "control", "verdict", "why"),
    [
        ([2000.0, 2000.0], [0.0, 0.0], "niet_te_bepalen", "een_waarde"),
        ([5.0, 5.0], [5.0, 5.0], "niet_te_bepalen", "gelijk"),
        ([5.0], [1.0, 2.0], "niet_te_bepalen", "te_weinig"),
        ([], [1.0, 2.0], "niet_te_bepalen", "niemand"),
        ([9.0, 9.1], [1.0, 1.1], "hoger", "ja"),
        ([1.0, 1.1], [9.0, 9.1], "lager", "ja"),
        ([1.0, 9.0], [4.0, 6.0], "geen_verschil", "ja"),
    ],
)
def test_what_means_say_and_why_they_may_say_nothing(
    experiment: list[float], control: list[float], verdict: str, why: str
) -> None:
    people = clients(len(experiment), len(control))
    table = pd.DataFrame({"client": people["client"], "pay": experiment + control})
    one = study(
        {"clients": people, "outcomes": table},
        outcomes=[{"name": "loon", "label": "Loon", "column": "pay", "better": "lower"}],
    )
    facts = outcome(one, "loon").facts()
    assert (facts["oordeel"].value, facts["toetsbaar"].value) == (verdict, why)
    assert facts["nul"].value == (verdict == "geen_verschil" or why == "gelijk")
    assert facts["gunstig"].value == {"hoger": "nee", "lager": "ja"}.get(verdict, "nvt")


def test_a_number_nobody_has_does_not_break() -> None:
    table = pd.DataFrame({"client": coded([]), "pay": np.array([], dtype=float)})
    one = study(
        {"clients": clients(2, 3), "outcomes": table},
        outcomes=[{"name": "loon", "label": "Loon", "column": "pay"}],
    )
    facts = outcomes(one)[0].facts()
    assert "experiment" not in facts
    assert "verschil" not in facts


def test_an_unknown_outcome_names_the_known() -> None:
    with pytest.raises(InputError, match="Known: werk"):
        outcome(flowing(), "geluk")
