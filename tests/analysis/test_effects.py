from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report45.analysis.assumptions import assumptions
from report45.analysis.effects import Effect, effect, effects, main_outcome, per_protocol
from report45.analysis.groups import counted
from report45.analysis.outcomes import ShareOutcome
from report45.errors import InputError
from report45.facts import Count, Flag, Number, Share, Text, Verdict
from report45.study.programme import Outcome
from tests.analysis.studies import WORK, coded, flowing
from tests.analysis.test_sample_size import DESIGN


def of(
    experiment: tuple[int, int, int], control: tuple[int, int, int], better: str | None = None
) -> Effect:
    """Give an effect from (certain, possible, n) of both groups."""
    parts = [counted(a, b) for a, b in zip(experiment, control, strict=True)]
    declared = Outcome.model_validate(WORK | {"better": better})
    return Effect(ShareOutcome(declared, n=parts[2], certain=parts[0], possible=parts[1]))


def test_the_published_bounds() -> None:
    # 17 of 203 against 4 to 14 of 199: 1.3 to 6.4 points; the conclusion turns inside.
    facts = of((17, 0, 203), (4, 10, 199)).facts()
    assert round(facts["laag"].value, 1) == 1.3
    assert round(facts["hoog"].value, 1) == 6.4
    assert facts["laag.interval"].low < 0 < facts["hoog.interval"].low
    assert facts["oordeel"] == Verdict("keert", "effect")
    # 31 to 35 of 203 against 15 to 25 of 199: 2.7 to 9.7 points over all readings; 2.7 to 7.7
    # leaves out those of the experiment group who may have it.
    work = of((31, 4, 203), (15, 10, 199)).facts()
    assert [round(end, 1) for end in work["bereik"].value] == [2.7, 9.7]
    assert [round(end, 1) for end in work["interval"].value] == [-4.1, 16.2]
    # 10 to 50 of 100 against 20 of 100: only the experiment group is uncertain.
    assert of((10, 40, 100), (20, 0, 100)).facts()["bereik"].value == (-10, 30)


def test_a_difference_within_a_point_of_nothing_has_a_direction() -> None:
    # Newcombe: 4 and 6 percent of a thousand differ by 0.1 to 4.0 points.
    found = of((60, 0, 1000), (40, 0, 1000)).readings[0].interval
    assert (round(found.low, 1), round(found.high, 1)) == (0.1, 4.0)
    assert of((60, 0, 1000), (40, 0, 1000)).readings[0].direction == 1
    assert of((40, 0, 1000), (60, 0, 1000)).readings[0].direction == -1


def test_a_sign_that_changes_turns_the_conclusion() -> None:
    found = of((10, 0, 100), (8, 5, 100))
    assert {one.direction for one in found.readings} == {0}
    assert found.turns


def test_without_doubt_nothing_turns() -> None:
    facts = of((60, 0, 100), (30, 0, 100)).facts()
    assert facts["grenzen"] == Flag(value=False)
    assert facts["oordeel"] == Verdict("hoger", "effect")
    assert facts["laag"] == facts["hoog"] == Number(pytest.approx(30), "procentpunt", 1)


def test_as_allocated_and_per_protocol() -> None:
    assert effect(flowing(), "werk").facts()["experiment"] == Share(2, 6)
    among = per_protocol(flowing(), "werk")
    assert among is not None
    facts = among.facts()
    assert facts["experiment"] == Share(2, 5)
    assert facts["control_hoog"] == Share(3, 4)
    assert facts["weggelaten.experiment"] == Count(1)
    assert facts["weggelaten.control"] == Count(1)
    assert [one.outcome.declared.name for one in effects(flowing())] == ["werk"]


PAY = {"name": "loon", "label": "Loon", "column": "pay"}
OTHER = WORK | {"name": "ander"}


@pytest.mark.parametrize(
    ("declared", "design", "main"),
    [
        ([PAY, WORK, OTHER], None, "werk"),
        ([PAY, WORK, OTHER], DESIGN | {"outcome": "ander"}, "ander"),
        ([PAY | {"primary": True}, WORK], DESIGN, "loon"),
        ([PAY, PAY | {"name": "uren"}], None, "loon"),
    ],
)
def test_which_outcome_is_the_main_one(
    declared: list[dict[str, Any]], design: dict[str, Any] | None, main: str
) -> None:
    table = pd.DataFrame({"client": coded(["e0", "e1", "c0", "c1"]), "pay": [9.0, 8.0, 1.0, 2.0]})
    one = flowing(outcomes=declared, design=design)
    facts = main_outcome(replace(one, tables=dict(one.tables) | {"outcomes": table})).facts()
    assert facts["naam"] == Text(main)
    assert facts["aandeel"] == Flag(main != "loon")


def test_the_main_outcome_says_what_its_effect_says_and_whether_others_agree() -> None:
    better = WORK | {"better": "higher"}
    alone = main_outcome(flowing(outcomes=[better])).facts()
    assert alone["oordeel"] == effect(flowing(), "werk").facts()["oordeel"]
    assert alone["overige"] == Verdict("geen", "overige")
    assert main_outcome(flowing(outcomes=[better, OTHER])).facts()["overige"].value == "eens"


def test_a_clear_effect_is_good_only_in_the_declared_direction() -> None:
    facts = of((60, 0, 100), (30, 0, 100)).facts()
    assert (facts["oordeel"].value, facts["gunstig"].value) == ("hoger", "nvt")
    less = of((60, 0, 100), (30, 0, 100), better="lower").facts()
    assert less["gunstig"].value == "nee"


@pytest.mark.parametrize(
    ("control", "why"), [((0, 0, 0), "niemand"), ((0, 0, 1), "te_weinig"), ((0, 0, 2), "ja")]
)
def test_a_group_of_nobody_or_of_one_decides_nothing(
    control: tuple[int, int, int], why: str
) -> None:
    facts = of((34, 0, 40), control).facts()
    assert facts["toetsbaar"] == Verdict(why, "toetsbaar")
    assert (facts["oordeel"].value == "niet_te_bepalen") == (why != "ja")
    assert np.isnan(facts["interval"].low) == (why != "ja")


def test_a_number_has_no_difference_of_shares() -> None:
    one = flowing(outcomes=[{"name": "loon", "label": "Loon", "column": "pay"}])
    with pytest.raises(InputError, match="a number, not a share"):
        effect(one, "loon")


def test_assumed_against_realised() -> None:
    facts = assumptions(flowing(design=DESIGN)).facts()
    assert facts["experiment.aangenomen"] == Number(pytest.approx(21.25), "procent", 2)
    assert facts["experiment.gerealiseerd"] == Share(2, 6)
    assert facts["control.gerealiseerd_hoog"] == Share(3, 5)
    assert facts["aandeel_zorg.gerealiseerd"] == Share(1, 6)
    assert facts["aandeel_begeleid.gerealiseerd"] == Share(5, 6)
    assert facts["uitkomst_begeleid.gerealiseerd"] == Share(2, 5)
    assert facts["uitkomst_begeleid.gerealiseerd_hoog"] == Share(3, 5)
    assert facts["omvang_control.gerealiseerd"] == Count(5)
    assert facts["experiment.oordeel"] == Verdict("boven", "verwachting")
    assert facts["netto_effect.oordeel"] == Verdict("binnen", "verwachting")


def test_a_target_is_held_against_those_it_is_about() -> None:
    strata = [DESIGN["strata"][0] | {"took_part": True}, DESIGN["strata"][1]]
    design = DESIGN | {"strata": strata, "target_of": "begeleid"}
    facts = assumptions(flowing(design=design)).facts()
    # e1 to e5 took part; e2 and e3 work, e4 may.
    assert facts["taakstelling.gerealiseerd"] == Share(2, 5)
    assert facts["taakstelling.gerealiseerd_hoog"] == Share(3, 5)
    assert facts["taakstelling.label"] == Text("Begeleid")
    assert facts["aandeel_begeleid.gerealiseerd"] == Share(5, 6)
    assert facts["buiten_de_delen"] == Count(0)
    alone = DESIGN | {"strata": [strata[0] | {"share": 1.0}]}
    facts = assumptions(flowing(design=alone)).facts()
    assert facts["taakstelling.gerealiseerd"] == Share(2, 6)
    assert facts["buiten_de_delen"] == Count(1)


parts = st.tuples(st.integers(0, 50), st.integers(0, 30), st.integers(0, 40)).map(
    lambda one: (one[0], one[1], sum(one) + 2)
)


@given(parts, parts)
def test_swapping_the_groups_turns_the_sign(
    one: tuple[int, int, int], other: tuple[int, int, int]
) -> None:
    there, back = of(one, other), of(other, one)
    assert there.turns == back.turns
    assert there.highest.points == pytest.approx(-back.lowest.points)
    readings = [reading.points for reading in there.readings]
    assert (there.lowest.points, there.highest.points) == (min(readings), max(readings))
    interval = there.highest.interval
    assert interval.low <= there.highest.points <= interval.high


@given(parts, parts, st.integers(1, 20), st.booleans())
def test_more_doubt_never_makes_a_turning_conclusion_clear(
    one: tuple[int, int, int], other: tuple[int, int, int], more: int, first: bool
) -> None:
    """Raise who may have the outcome in one group; nobody certain changes."""
    sure, maybe, n = one if first else other
    wider = (sure, min(n - sure, maybe + more), n)
    before = of(one, other)
    after = of(wider, other) if first else of(one, wider)
    assert after.lowest.points <= before.lowest.points
    assert after.highest.points >= before.highest.points
    if after.verdict.value in {"hoger", "lager"}:
        assert before.verdict == after.verdict


@given(parts, parts, st.data())
def test_no_reading_between_the_bounds_says_more_than_they_do(
    one: tuple[int, int, int], other: tuple[int, int, int], data: st.DataObject
) -> None:
    found = of(one, other)
    sure = [part[0] + data.draw(st.integers(0, part[1])) for part in (one, other)]
    between = of((sure[0], 0, one[2]), (sure[1], 0, other[2]))
    low, high = found.facts()["bereik"].value
    assert low <= between.lowest.points <= high
    assert found.interval.low <= between.interval.low
    assert between.interval.high <= found.interval.high
    if found.verdict.value in {"hoger", "lager"}:
        assert between.verdict == found.verdict
