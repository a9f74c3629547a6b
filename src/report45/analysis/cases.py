"""How many clients' stories are told, of how many that were promised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from report45.facts import Count, Fact, Flag, Verdict
from report45.specs import Specs, specs
from report45.study.load import Study


@dataclass(frozen=True)
class Cases:
    """The stories of a study.

    Parameters
    ----------
    promised : int or None
        How many were announced; None where the study says nothing of it.
    full, short : int
        Stories told in full, and short profiles.
    gaps : tuple of int
        Numbers between the first and the last for which there is no story.
    """

    promised: int | None
    full: int
    short: int
    gaps: tuple[int, ...]

    states: ClassVar[Specs] = specs(
        "casussen",
        (Count, "verteld uitgewerkt kort ontbrekende_nummers beloofd"),
        (Flag, "heeft_kort compleet"),
        (Verdict, "afspraak", "afspraak"),
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts."""
        told = self.full + self.short
        written: dict[str, Fact] = {
            "verteld": Count(told),
            "uitgewerkt": Count(self.full),
            "kort": Count(self.short),
            "heeft_kort": Flag(self.short > 0),
            "ontbrekende_nummers": Count(len(self.gaps)),
        }
        written["afspraak"] = _kept(told, self.promised)
        if self.promised is not None:
            written["beloofd"] = Count(self.promised)
            written["compleet"] = Flag(told >= self.promised)
        return written


def _kept(told: int, promised: int | None) -> Verdict:
    if promised is None:
        return Verdict("geen", "afspraak")
    value = "precies" if told == promised else "meer" if told > promised else "minder"
    return Verdict(value, "afspraak")


def cases(study: Study) -> Cases:
    """Count a study's stories."""
    numbers = [one.number for one in study.cases]
    full = sum(one.full for one in study.cases)
    expected = range(min(numbers, default=1), max(numbers, default=0) + 1)
    declared = study.config.cases
    return Cases(
        promised=None if declared is None else declared.promised,
        full=full,
        short=len(numbers) - full,
        gaps=tuple(number for number in expected if number not in set(numbers)),
    )
