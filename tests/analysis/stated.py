"""What the results of whole studies state, each fact beside the spec it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from report45.chapters.outline import OUTLINE
from report45.facts import Fact
from report45.specs import Spec, Specs
from report45.study.load import Study, load
from tests.analysis import studies

DATA = Path(__file__).parents[2] / "data"
GROUP = "<groep>"
NAMED = re.compile("(<[^>]+>)")


@dataclass(frozen=True)
class Stated:
    """A fact of one study.

    Parameters
    ----------
    chapter, begin : str
        The chapter, and what every path of the result begins with: names a study fills in between
        angle brackets.
    filled : str
        What the study fills in there.
    result : type
        Of the result that states it.
    path : str
        Under ``begin``.
    fact : Fact
    specs : tuple of Spec
        Those it can be; one, if all is well.
    """

    chapter: str
    begin: str
    filled: str
    result: type
    path: str
    fact: Fact
    specs: Specs


def stated(study: Study) -> Iterator[Stated]:
    """Give all that the chapters of a study state, in their order."""
    for chapter, named in OUTLINE.items():
        for row in named.values():
            for one in row(study):
                if one.result is None:
                    continue
                begin, result = one.pattern(chapter), type(one.result)
                filled = one.of if "<" in begin else ""
                for path, fact in one.result.facts().items():
                    found = specs_of(path, result.states)  # type: ignore[attr-defined]  # all have
                    yield Stated(chapter, begin, filled, result, path, fact, found)


def specs_of(path: str, specs: Specs) -> Specs:
    """Give the specs that a path may be of: those in which most of it stands literally."""
    found = [one for one in specs if names_in(one, path) is not None]
    best = max(map(literal, found), default=[])
    return tuple(one for one in found if literal(one) == best)


def literal(spec: Spec) -> list[int]:
    """Tell of each part of a path whether it stands there, partly, or is filled in."""
    return [
        0 if NAMED.fullmatch(one) else 1 if NAMED.search(one) else 2 for one in spec.path.split(".")
    ]


def names_in(spec: Spec, path: str) -> tuple[str, ...] | None:
    """Give what a study filled in; None where the path is not of this spec."""
    parts = [
        "(experiment|control|totaal)"
        if part == GROUP
        else r"([^.]+)"
        if NAMED.fullmatch(part)
        else re.escape(part)
        for part in NAMED.split(spec.path)
    ]
    match = re.fullmatch("".join(parts), path)
    return None if match is None else match.groups()


@cache
def several() -> tuple[Study, ...]:
    """Give the delivered studies, and small ones in which more is stated."""
    base = studies.flowing()
    used = pd.DataFrame(
        {
            "client": studies.coded(["e0", "e1", "c4"]),
            "kind": studies.coded(["b"] * 3),
            "amount": [60.0, 50.0, 20.0],
        }
    )
    instruments = [{"name": "budget", "label": "Budget", "code": "b"}]
    with_money = studies.study(
        {**base.tables, "instruments": used}, routes=studies.ROUTES, instruments=instruments
    )
    nobody = studies.study(
        {"clients": studies.clients(2, 0, sex=studies.coded([None, None]))}, outcomes=[studies.WORK]
    )
    return (load(DATA / "almere"), load(DATA / "nsw"), base, with_money, nobody)
