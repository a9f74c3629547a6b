"""Which fact a typed number probably is, and which fact it contradicts."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from report45.facts import Count, Fact, Facts, Interval, Mean, Money, Number, Share, Test
from report45.publishing.check_numbers import Typed
from report45.publishing.check_subjects import GROUPS, Sentence, subject_of, subjects
from report45.wording.digits import decimal, round_half_up
from report45.wording.numbers import say

_MEASURES = frozenset(
    ["procent", "procentpunt", "geld", "personen", "aandeel", "jaar", "maanden", "weken", "dagen"]
)
# Facts that say what another says as well, or that stand beside what a sentence is about.
_ALIASES = frozenset(["grootste", "kop", "effect", "verwachting", "deelnemers", "alle", "keer"])
_BOUNDS = frozenset(["laag", "hoog", "hoogste", "mogelijk"])
_PRIMARY = frozenset(["", "klanten", "van_deelnemers", *GROUPS])
_POINTS = 3
_ROUGH_POINTS = 6
_LOOSELY = Fraction(1, 10)

Score = Callable[["Figure"], tuple[float, int]]


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
        As :class:`~report45.publishing.check_numbers.Typed` names units.
    value : Fraction
        The exact number.
    text : str
        The number as a message says it.
    subject : str
        The path that its label or predicate stands under; empty when there is none.
    base : int or None
        What a part is a part of.
    """

    path: str
    quote: str
    unit: str
    value: Fraction
    text: str
    subject: str
    base: int | None = None

    @property
    def rest(self) -> str:
        """What follows its subject in its path."""
        return self.path[len(self.subject) :].strip(".")

    @property
    def group(self) -> str:
        """``experiment``, ``control``, ``totaal`` or empty."""
        last = self.path.rpartition(".")[2]
        return next((one for one in GROUPS if last == one or last.startswith(f"{one}_")), "")

    @property
    def primary(self) -> bool:
        """Whether it is what its subject is about, and no bound or count beside it."""
        return bool(self.subject) and (self.rest in _PRIMARY or self.unit == "geld")


@dataclass(frozen=True)
class Verdict:
    """What a typed number comes to.

    Parameters
    ----------
    kind : str
        ``same`` as a fact, ``other`` than the fact its sentence speaks of, or ``none`` known.
    figure : Figure or None
        That fact.
    """

    kind: Literal["same", "other", "none"]
    figure: Figure | None = None


class Figures:
    """All numbers that the facts of a study hold.

    Parameters
    ----------
    facts : mapping of str to Fact
        By full path.
    groups : mapping of str to str
        ``experiment`` and ``control`` to what the study calls them.
    persons : str
        What it calls the people it is about.
    """

    def __init__(self, facts: Facts, groups: Mapping[str, str], persons: str) -> None:
        self._groups = {name: term.lower() for name, term in groups.items()}
        self._said = subjects(facts)
        self._bases = {one.base for one in facts.values() if isinstance(one, Share)}
        self._figures = [
            Figure(path, quote, unit, value, text, subject_of(path, self._said), base)
            for path, fact in facts.items()
            if not getattr(fact, "suppressed", False)
            for quote, unit, value, text, base in _numbers(path, fact, persons)
        ]

    def judge(self, typed: Typed, chapter: str) -> Verdict:
        """Say what fact a typed number probably is.

        Parameters
        ----------
        typed : Typed
            The number.
        chapter : str
            Name of the chapter it stands in; empty where it stands in none.

        Returns
        -------
        Verdict
        """
        sentence = Sentence(typed.sentence, self._groups)
        spoken = {path for path, said in self._said.items() if sentence.speaks_of(said)}
        score = self._scorer(typed, sentence, spoken, chapter)
        same = [one for one in self._figures if _same(typed, one)]
        named = [one for one in same if one.subject in spoken and sentence.fits(one.group)]
        if named:
            return Verdict("same", max(named, key=score))
        best = max(same, key=score, default=None)
        rivals = [one for one in self._figures if one.primary and one.subject in spoken]
        rivals = [one for one in rivals if one.unit == typed.unit]
        if rivals and not (best and self._stands_beside(best, sentence, typed)):
            fitting = [one for one in rivals if sentence.fits(one.group)]
            return Verdict("other", max(fitting or rivals, key=score))
        if best is None or not (typed.unit in _MEASURES or sentence.shares_words(best.path)):
            return Verdict("none")
        return Verdict("same", best)

    def _stands_beside(self, best: Figure, sentence: Sentence, typed: Typed) -> bool:
        """Whether another number than its subject's may well stand in a sentence."""
        if typed.unit in {"personen", "aandeel"} and best.value in self._bases:
            return True
        return sentence.shares_words(best.path) > 1 and sentence.fits(best.group)

    def _scorer(self, typed: Typed, sentence: Sentence, spoken: set[str], chapter: str) -> Score:
        paragraph = Sentence(typed.paragraph, self._groups)
        near = {path for path, said in self._said.items() if paragraph.speaks_of(said)}

        def score(one: Figure) -> tuple[float, int]:
            parts = one.path.split(".")
            points = 4.0 * (one.subject in spoken) + 1.5 * (one.subject in near)
            points += min(2, sentence.shares_words(one.path)) + 0.5 * (parts[0] == chapter)
            points += 0.5 * bool(one.group) + 0.5 * one.primary
            if sentence.groups:
                points += 2 if one.group in sentence.groups else -3 * bool(one.group)
            else:
                points += one.group == "totaal"
            points -= bool(_ALIASES.intersection(parts)) + 0.5 * (parts[0] == "verantwoording")
            points -= parts[-1].rpartition("_")[2] in _BOUNDS
            return points, -len(one.path)

        return score


def _same(typed: Typed, figure: Figure) -> bool:
    if typed.unit == "aandeel":
        return (
            figure.unit == "personen"
            and figure.base == typed.base == figure.base
            and (figure.value == typed.value)
        )
    counted = typed.unit not in _MEASURES and figure.unit in {"personen", ""}
    return (figure.unit == typed.unit or counted) and _stands_for(typed, figure.value)


def _stands_for(typed: Typed, value: Fraction) -> bool:
    """Whether a number as it is typed, with "ruim" or "bijna", may stand for a value."""
    said = Fraction(typed.value)
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
    return typed.rough and abs(value - said) <= near


Numbers = Iterator[tuple[str, str, Fraction, str, int | None]]


def _numbers(path: str, fact: Fact, persons: str) -> Numbers:
    """The numbers of a fact: how it is quoted, unit, value, text, and what it is a part of."""
    match fact:
        case Count():
            yield path, "personen", Fraction(fact.value), say(fact), None
        case Share():
            yield path, "procent", 100 * fact.exact, say(fact), None
            part = f"{decimal(fact.count)} van de {decimal(fact.base)}"
            yield f"{path}.count", "personen", Fraction(fact.count), part, fact.base
        case Number() | Mean() if math.isfinite(fact.value):
            unit = "personen" if fact.unit == persons else fact.unit
            yield path, unit, Fraction(str(float(fact.value))), say(fact), None
        case Money() if math.isfinite(fact.value):
            yield path, "geld", Fraction(str(float(fact.value))), say(fact), None
        case Test() if math.isfinite(fact.p):
            yield path, "", Fraction(str(float(fact.p))), say(fact), None
        case Interval() if all(map(math.isfinite, fact.value)):
            for bound in fact.value:
                yield path, fact.unit, Fraction(str(float(bound))), say(fact), None


__all__ = ["Figure", "Figures", "Verdict"]
