"""What the programme was built on, and what came of it in practice."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

from report45.analysis.flow import participation
from report45.errors import Fault, InputError, Place
from report45.facts import Count, Fact, Verdict
from report45.specs import Specs, specs
from report45.study.load import Study

VERDICTS = {"yes": "ja", "mostly": "grotendeels", "partly": "deels", "no": "nee"}
"""Verdict in the table → name in a fact path, which is also how a reader sees it."""


@dataclass(frozen=True)
class Pillar:
    """One pillar of the programme.

    Parameters
    ----------
    name, plan, practice : str
        What it is called, what was planned and what was seen; text to be printed.
    verdict : str
        ``yes``, ``mostly``, ``partly`` or ``no``: whether practice followed the plan.
    """

    name: str
    plan: str
    practice: str
    verdict: str


@dataclass(frozen=True)
class Pillars:
    """The pillars of a programme, in the order of the table."""

    pillars: tuple[Pillar, ...]

    states: ClassVar[Specs] = specs(
        "pijlers",
        (Count, "aantal ja grotendeels deels nee"),
        (Verdict, "uitgevoerd", "deelname"),
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts."""
        found = Counter(one.verdict for one in self.pillars)
        written: dict[str, Fact] = {
            "aantal": Count(len(self.pillars)),
            "uitgevoerd": participation(found["yes"], 0, len(self.pillars)),
        }
        return written | {name: Count(found[verdict]) for verdict, name in VERDICTS.items()}


def pillars(study: Study) -> Pillars:
    """Read how the pillars fared.

    Raises
    ------
    InputError
        If the study has no table of pillars.
    """
    if not study.has("pillars"):
        raise InputError(
            [Fault(Place("study.toml", part="[tables]"), "no-table", "there is no table pillars.")]
        )
    rows = study.tables["pillars"][["pillar", "plan", "practice", "verdict"]]
    return Pillars(tuple(Pillar(*map(str, row)) for row in rows.itertuples(index=False)))
