"""What results say they state is what they state, and what it means is said."""

from __future__ import annotations

import pytest

from report45.facts import Count, Fact, Flag, Money, Share
from report45.specs import Spec, specs, under
from tests.analysis.stated import Stated, several, specs_of, stated
from tests.wording.meanings import meanings

DECIDED = "<eenheid>"


@pytest.fixture(scope="module")
def facts() -> list[Stated]:
    return [one for study in several() for one in stated(study)]


def declared(facts: list[Stated]) -> dict[tuple[str, str], Spec]:
    """Every spec by its result and path."""
    results = {one.result for one in facts}
    return {(one.__name__, spec.path): spec for one in results for spec in one.states}  # type: ignore[attr-defined]  # all have


def unit(fact: Fact) -> str:
    """The unit, currency or scale of a fact."""
    known = (getattr(fact, name, "") for name in ("unit", "currency", "scale"))
    return next(filter(None, known), "")


def test_every_fact_is_of_one_spec_with_its_kind_and_unit(facts: list[Stated]) -> None:
    wrong = [
        (one.result.__name__, one.path, one.fact, one.specs)
        for one in facts
        if len(one.specs) != 1
        or not isinstance(one.fact, one.specs[0].kind)
        or one.specs[0].unit not in {unit(one.fact), DECIDED}
    ]
    assert wrong == []


def test_every_spec_is_stated_by_a_study(facts: list[Stated]) -> None:
    seen = {(one.result.__name__, spec.path) for one in facts for spec in one.specs}
    assert sorted(declared(facts).keys() - seen) == []


def test_every_spec_has_a_meaning_and_every_meaning_a_spec(facts: list[Stated]) -> None:
    named = {one.meaning for one in declared(facts).values()}
    assert sorted(named ^ meanings().keys()) == []
    assert [name for name, said in meanings().items() if not said.endswith(".")] == []


def test_no_two_specs_share_a_name(facts: list[Stated]) -> None:
    of: dict[str, set[str]] = {}
    for (_, path), spec in declared(facts).items():
        of.setdefault(spec.meaning, set()).add(path.removeprefix("beeindigd."))
    assert {name: paths for name, paths in of.items() if len(paths) > 1} == {}


def test_what_stands_literally_goes_before_what_is_filled_in() -> None:
    some = specs("x", (Count, "<groep> n.<groep> <soort>.<groep>"), (Money, "<groep>_laag", "euro"))
    assert [one.unit for one in some] == ["", "", "", "euro"]
    assert [one.meaning for one in some] == [
        "x-groep",
        "x-n-groep",
        "x-soort-groep",
        "x-groep_laag",
    ]
    assert specs_of("experiment", some) == (some[0],)
    assert specs_of("n.control", some) == (some[1],)
    assert specs_of("m.control", some) == (some[2],)
    assert specs_of("totaal_laag", some) == (some[3],)
    assert specs_of("iets", some) == specs_of("n.iets", some) == ()


def test_the_same_path_twice_is_two_specs() -> None:
    twice = specs("x", (Share, "a"), (Flag, "a"))
    assert specs_of("a", twice) == twice


def test_specs_of_another_keep_their_meaning() -> None:
    (one,) = under("b", specs("x", (Count, "a")))
    assert (one.path, one.meaning) == ("b.a", "x-a")
