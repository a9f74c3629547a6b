"""Numbers that describe the programme: declared with the study, not computed from its tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from report45.analysis.groups import number
from report45.facts import Count, Fact, Interval, Money, Number
from report45.specs import Specs, specs
from report45.study.load import Study
from report45.study.programme import Particular

_MEASURES = frozenset({"procent", "procentpunt"})


@dataclass(frozen=True)
class Particulars:
    """The numbers a study declares about its programme.

    Parameters
    ----------
    declared : tuple of Particular
        As ``study.toml`` gives them.
    currency : str
        The unit that makes a number an amount of money.
    """

    declared: tuple[Particular, ...]
    currency: str

    states: ClassVar[Specs] = specs(
        "gegeven", (Count | Interval | Money | Number, "<gegeven>", "<eenheid>")
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts: one per declared number, by its name."""
        return {one.name: self._fact(one) for one in self.declared}

    def _fact(self, one: Particular) -> Fact:
        if one.high is not None:
            return Interval(one.value, one.high, one.unit)
        if one.unit == self.currency:
            return Money(one.value, self.currency, 0 if one.value.is_integer() else 2)
        if one.value.is_integer() and one.unit not in _MEASURES:
            return Count(int(one.value), one.unit)
        return number(one.value, one.unit)


def particulars(study: Study) -> Particulars:
    """Give the numbers a study declares about its programme."""
    return Particulars(study.config.particulars, study.config.currency)
