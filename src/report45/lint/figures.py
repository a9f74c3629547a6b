"""The numbers that facts hold, each with its subject, group and unit."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from report45.facts import Count, Fact, Facts, Interval, Mean, Money, Number, Share, Test
from report45.lint.lexicon import ASSUMED, QUALIFIED
from report45.lint.numbers import Typed
from report45.lint.subjects import GROUPS, PARTAKING, Subjects
from report45.rounding import round_half_up
from report45.wording.digits import decimal
from report45.wording.numbers import say

_POINTS = 3
_ROUGH_POINTS = 6
_LOOSELY = Fraction(1, 10)
_WHOLE = 100
_QUALIFIED = tuple((re.compile(rf"\A(?:{last})\Z"), said) for last, said in QUALIFIED)
# What is counted of a subject itself; all else stands beside it: how many are unknown, and why.
_OWN = re.compile(
    r"(?:(?:experiment|control|totaal)(?:_laag|_hoog|_interval)?|klanten|keer|van_deelnemers|"
    r"van_toegewezen|bedrag\w*|maximum|gemiddelde|mediaan|laagste|hoogste|bereik|laag|hoog|uiterst|"
    r"verschil|aangenomen|gerealiseerd\w*|aantal|deel|aandeel|verwacht|interval|toets|)\Z"
)
_ASIDE = frozenset(["effect", "verwachting", "deelnemers", "verantwoording", "selectie"])
_COUNTED = frozenset(["klanten", "keer", "van_deelnemers", "van_toegewezen", *GROUPS])


@dataclass(frozen=True)
class Figure:
    """A number that a fact holds.

    Parameters
    ----------
    path : str
        The fact.
    quote : str
        How prose quotes this number of it.
    unit : str
        As :class:`~report45.lint.numbers.Typed` names units.
    value : Fraction
        The exact number.
    fact : Fact
        What it is a number of.
    base : int or None
        What a part is a part of.
    subject : str
        The path that its label, predicate or name stands under; empty when there is none.
    group : str
        ``experiment``, ``control``, ``totaal``, ``deelnemers`` or empty.
    labelled : bool
        Whether its subject has a label or predicate of the study.
    """

    path: str
    quote: str
    unit: str
    value: Fraction
    fact: Fact = field(compare=False)
    base: int | None = None
    subject: str = ""
    group: str = ""
    labelled: bool = False

    @property
    def text(self) -> str:
        """The number as a message says it; worked out for the few that one speaks of."""
        if isinstance(self.fact, Share) and self.unit == "personen":
            return f"{decimal(self.fact.count)} van de {decimal(self.fact.base)}"
        return say(self.fact)

    @property
    def rest(self) -> str:
        """What follows its subject in its path."""
        return self.path[len(self.subject) :].strip(".")

    def meant_in(self, text: str) -> bool:
        """Whether a text speaks of this kind of number: a maximum, a mean, what was expected."""
        parts = self.rest.split(".")
        if self.labelled and not all(_OWN.match(part) for part in parts):
            return False
        if ASSUMED[0].match(self.path) and not ASSUMED[1].search(text):
            return False
        return all(
            said.search(text)
            for last, said in _QUALIFIED
            if any(last.match(part) for part in parts)
        )

    @property
    def order(self) -> tuple[int, int, str]:
        """Which of several that hold the same is the one to quote: the plainest."""
        parts = self.path.split(".")
        aside = bool(_ASIDE.intersection(parts))
        beside = bool(self.rest) and self.rest not in _COUNTED
        return (aside + beside, len(self.path), self.path)


def figures(facts: Facts, subjects: Subjects, persons: str, currency: str) -> tuple[Figure, ...]:
    """Give all numbers that the facts of a study hold and that may be shown.

    Parameters
    ----------
    facts : mapping of str to Fact
        By full path.
    subjects : Subjects
        Of the same facts.
    persons : str
        What the study calls the people it is about.
    currency : str
        In which it counts money.
    """
    sizes = _sizes(facts)
    labelled = {path for path, one in subjects.known.items() if one.pattern is None}
    return tuple(
        replace(
            number,
            unit="geld" if number.unit == currency else number.unit,
            subject=(subject := subjects.above(path)),
            group=_group(path, number.base, sizes),
            labelled=subject in labelled,
        )
        for path, fact in facts.items()
        if not getattr(fact, "suppressed", False)
        for number in _numbers(path, fact, persons)
    )


def stands_for(typed: Typed, value: Fraction) -> bool:
    """Whether a number as it is typed, with "ruim" or "bijna", may stand for a value.

    A limit ("meer dan", "hooguit") holds wherever the value lies on its side; "ruim" and "bijna"
    reach six percentage points or a tenth, a fraction or "ongeveer" three points or a tenth.
    """
    said = Fraction(typed.value)
    match typed.hedge:
        case "over":
            return value > said or (typed.form == "digits" and value >= said)
        case "under":
            return value < said or (typed.form == "digits" and value <= said)
    if typed.form == "limit":
        return value == said
    if round_half_up(value, typed.digits) == typed.value:
        return True
    percent = typed.unit in {"procent", "procentpunt"}
    wide = _ROUGH_POINTS if percent else abs(said) * _LOOSELY
    near = _POINTS if percent else wide
    match typed.hedge:
        case "up":
            return said <= value < said + wide
        case "down":
            return said - wide < value <= said
        case "about":
            return abs(value - said) <= near
    return typed.form == "fraction" and abs(value - said) <= near


def complement(figure: Figure) -> Figure:
    """Give the part that a share leaves: of 15 procent that did, 85 that did not."""
    if figure.unit == "procent":
        return replace(figure, value=_WHOLE - figure.value)
    return replace(figure, value=Fraction(figure.base or 0) - figure.value)


def _sizes(facts: Facts) -> dict[int, str]:
    """How large each group is, as far as that tells them apart."""
    sizes: dict[int, str] = {}
    for path, fact in facts.items():
        above, _, group = path.rpartition(".")
        counted = above.endswith(".n") and group in GROUPS and ".deelnemers." not in path
        if counted and isinstance(fact, Count):
            sizes[fact.value] = group if sizes.get(fact.value, group) == group else ""
    return sizes


def _group(path: str, base: int | None, sizes: Mapping[int, str]) -> str:
    """The group a number is about: by its path, else by what it is a part of."""
    if ".deelnemers." in path or path.endswith(".van_deelnemers"):
        return PARTAKING
    last = path.rpartition(".")[2]
    named = (one for one in GROUPS if last == one or last.startswith(f"{one}_"))
    named_above = (one for one in GROUPS if one in path.split("."))
    return next(named, "") or next(named_above, "") or ("" if base is None else sizes.get(base, ""))


def _numbers(path: str, fact: Fact, persons: str) -> Iterator[Figure]:
    """The numbers of a fact, not yet placed under a subject and a group."""
    match fact:
        case Count():
            unit = fact.unit if fact.unit and fact.unit != persons else "personen"
            yield Figure(path, path, unit, Fraction(fact.value), fact)
        case Share():
            count = Fraction(fact.count)
            yield Figure(path, path, "procent", _WHOLE * fact.exact, fact, fact.base)
            yield Figure(path, f"{path}.count", "personen", count, fact, fact.base)
        case Number() | Mean() if math.isfinite(fact.value):
            unit = "personen" if fact.unit == persons else fact.unit
            yield Figure(path, path, unit, _fraction(fact.value), fact)
        case Money() if math.isfinite(fact.value):
            yield Figure(path, path, "geld", _fraction(fact.value), fact)
        case Test() if math.isfinite(fact.p):
            yield Figure(path, path, "p", _fraction(fact.p), fact)
        case Interval() if all(map(math.isfinite, fact.value)):
            for bound in fact.value:
                yield Figure(path, path, fact.unit, _fraction(bound), fact)


def _fraction(value: float) -> Fraction:
    # The shortest decimal that stands for a float is the number that is meant.
    return Fraction(str(float(value)))
