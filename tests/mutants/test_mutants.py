"""Mutants are one change each, the same sample for the same seed, and those listed are there."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.mutants.__main__ import FOLDERS, PACKAGE, nearest_first
from tests.mutants.equivalent import equivalents
from tests.mutants.mutants import all_mutants, mutants, sampled


def changed(source: str) -> set[str]:
    return {one.text for one in mutants("m.py", source)}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a + b", {"a - b"}),
        ("(a) - (b)", {"(a) + (b)"}),
        ("a < b <= c", {"a <= b <= c", "a < b < c"}),
        ("a is not b", {"a is b"}),
        ("a not in b", {"a in b"}),
        ("a and b and c", {"a or b and c", "a and b or c"}),
        ("not a", {"a"}),
        ("-a", {"a"}),
        ("x[3]", {"x[4]", "x[(2)]"}),
        ("f(y=True)", {"f(y=False)"}),
        ("'ë' == x", {"'ë' != x"}),
        ("'a + 1'", set()),
        ("f'{a + 1}'", set()),
        ("def f(x: int | None = None) -> int | None: ...", set()),
        ("zip(a, b, strict=True)", set()),
        ("f(*a, **b)", set()),
    ],
)
def test_one_thing_is_changed(source: str, found: set[str]) -> None:
    assert changed(source) == found


def test_every_mutant_of_the_source_can_be_read_and_is_another() -> None:
    for path in sorted((ROOT / PACKAGE / "wording").glob("*.py")):
        source = path.read_text(encoding="utf-8")
        whole = ast.dump(ast.parse(source))
        for one in mutants("m.py", source):
            assert ast.dump(ast.parse(one.source)) != whole


def test_the_sample_is_that_of_its_seed_wherever_the_line_stands() -> None:
    source = "\n".join(f"a{number} = {number} < b" for number in range(50))
    texts = [one.text for one in sampled(mutants("m.py", source), 1, 10)]
    moved = [one.text for one in sampled(mutants("m.py", f"\n\n{source}"), 1, 10)]
    assert texts == moved
    assert texts != [one.text for one in sampled(mutants("m.py", source), 2, 10)]


def test_equivalents_need_a_reason() -> None:
    text = "a.py\n    x > 1\n        as x is whole\n        and never 1\n"
    assert equivalents(text) == {("a.py", "x > 1"): "as x is whole and never 1"}
    with pytest.raises(ValueError, match="no reason"):
        equivalents("a.py\n    x > 1\n")


def test_every_equivalent_is_still_a_mutant() -> None:
    found = {(one.path, one.text) for one in all_mutants(ROOT / PACKAGE, FOLDERS)}
    assert equivalents().keys() - found == set()


def test_the_tests_of_a_module_go_first() -> None:
    first, *others = nearest_first(ROOT / "tests", "analysis/verdicts.py")
    assert first == ROOT / "tests" / "analysis" / "test_verdicts.py"
    assert Path(ROOT / "tests" / "analysis" / "test_flow.py") in others
