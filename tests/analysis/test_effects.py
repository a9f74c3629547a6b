from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report45.analysis.assumptions import assumptions
from report45.analysis.effects import Effect, effect, effects, per_protocol
from report45.analysis.groups import counted
from report45.analysis.outcomes import ShareOutcome
from report45.errors import InputError
from report45.facts import Count, Flag, Number, Share
from report45.study.config import Outcome
from tests.analysis.studies import WORK, flowing
from tests.analysis.test_sample_size import DESIGN


def of(experiment: tuple[int, int, int], control: tuple[int, int, int]) -> Effect:
    """Give an effect from (certain, possible, n) of both groups."""
    parts = [counted(a, b) for a, b in zip(experiment, control, strict=True)]
    declared = Outcome.model_validate(WORK)
    return Effect(ShareOutcome(declared, n=parts[2], certain=parts[0], possible=parts[1]))


def test_the_published_bounds() -> None:
    # 17 of 203 against 4 to 14 of 199: 1.3 to 6.4 points; the conclusion turns inside.
    facts = of((17, 0, 203), (4, 10, 199)).facts()
    assert round(facts["laag"].value, 1) == 1.3
    assert round(facts["hoog"].value, 1) == 6.4
    assert facts["laag.significant"] == Flag(value=False)
    assert facts["hoog.significant"] == Flag(value=True)
    assert facts["keert"] == Flag(value=True)
    # 31 of 203 against 15 to 25 of 199: 2.7 to 7.7 points.
    work = of((31, 4, 203), (15, 10, 199)).facts()
    assert round(work["laag"].value, 1) == 2.7
    assert round(work["hoog"].value, 1) == 7.7
    assert round(work["uiterst"].value, 1) == 9.7


def test_a_sign_that_changes_turns_the_conclusion() -> None:
    found = of((10, 0, 100), (8, 5, 100))
    assert {one.verdict for one in found.readings} == {0}
    assert found.turns


def test_without_doubt_nothing_turns() -> None:
    facts = of((60, 0, 100), (30, 0, 100)).facts()
    assert facts["grenzen"] == Flag(value=False)
    assert facts["keert"] == Flag(value=False)
    assert facts["positief"] == Flag(value=True)
    assert facts["laag"] == facts["hoog"] == Number(pytest.approx(30), "procentpunt", 1)


def test_as_allocated_and_per_protocol() -> None:
    assert effect(flowing(), "werk").facts()["experiment"] == Share(2, 6)
    facts = per_protocol(flowing(), "werk").facts()
    assert facts["experiment"] == Share(2, 5)
    assert facts["control_hoog"] == Share(3, 4)
    assert facts["weggelaten.experiment"] == Count(1)
    assert facts["weggelaten.control"] == Count(1)
    assert [one.outcome.declared.name for one in effects(flowing())] == ["werk"]


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


parts = st.tuples(st.integers(0, 50), st.integers(0, 30), st.integers(0, 40)).map(
    lambda one: (one[0], one[1], sum(one) + 1)
)


@given(parts, parts)
def test_swapping_the_groups_turns_the_sign(
    one: tuple[int, int, int], other: tuple[int, int, int]
) -> None:
    there, back = of(one, other), of(other, one)
    assert there.turns == back.turns
    assert there.at_low.points == pytest.approx(-back.at_low.points)
    assert there.at_high.points <= there.at_low.points <= there.widest.points
    interval = there.at_low.interval
    assert interval.low <= there.at_low.points <= interval.high
