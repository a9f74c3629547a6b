"""The days a study turns on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from report45.facts import Count, Day, Fact, Number
from report45.specs import Specs, specs
from report45.study.load import Study
from report45.study.people import Dates

_NAMES = {
    "selection": "selectie",
    "start": "start",
    "extension": "uitbreiding",
    "end": "einde",
}


@dataclass(frozen=True)
class Timeline:
    """When the study began and ended.

    Parameters
    ----------
    dates : Dates
        As declared.
    added : int
        Clients added during the study.
    """

    dates: Dates
    added: int

    @property
    def months(self) -> int:
        """Whole months from start to end."""
        start, end = self.dates.start, self.dates.end
        months = 12 * (end.year - start.year) + end.month - start.month
        return months - (end.day < start.day)

    states: ClassVar[Specs] = specs(
        "data",
        (Day, "selectie start uitbreiding einde"),
        (Number, "looptijd", "maanden"),
        (Count, "toegevoegd"),
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts; of the days those that are declared."""
        written: dict[str, Fact] = {}
        for ours, theirs in _NAMES.items():
            day = getattr(self.dates, ours)
            if day is not None:
                written[theirs] = Day(day)
        written["looptijd"] = Number(self.months, "maanden")
        written["toegevoegd"] = Count(self.added)
        return written


def timeline(study: Study) -> Timeline:
    """Give the days a study turns on."""
    return Timeline(study.config.dates, len(study.added))
