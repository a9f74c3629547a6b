"""What results say they state is what they state, and what it means is said."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

import pytest

from report45.facts import Count, Fact, Flag, Money, Share
from report45.specs import Spec, specs, under
from report45.study.consistent import TAKEN
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


PARTS = {
    "<categorie>": "categories",
    "<kenmerk>": "characteristics",
    "<route>": "routes",
    "<instrument>": "instruments",
    "<uitkomst>": "outcomes",
}
"""What stands in paths for a name that is declared → where it is declared."""


def beside(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give where a name is declared, with every part of a path that stands where it may."""
    apart = [one.split(".") for one in paths]
    for one, other in itertools.product(apart, apart):
        for at, (named, literal) in enumerate(zip(one, other, strict=False)):
            if one[:at] == other[:at] and named in PARTS and "<" not in literal:
                yield PARTS[named], literal


def test_no_study_can_name_a_thing_as_a_fact_beside_it_is_named(facts: list[Stated]) -> None:
    paths: dict[type, set[str]] = {}
    for one in facts:
        paths.setdefault(one.result, set()).update(spec.path for spec in one.specs)
    taken = {pair for each in paths.values() for pair in beside(each)}
    taken |= {*beside({one.begin for one in facts})}
    assert {part for part, _ in taken} == {*PARTS.values()} == TAKEN.keys()
    assert [(part, name) for part, name in sorted(taken) if name not in TAKEN[part].split()] == []
    others = {(part, name) for part, names in TAKEN.items() for name in names.split()} - taken
    # the word for the mean as a heading, and a table
    assert others == {("categories", "mean"), ("outcomes", "uitkomsten")}


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
