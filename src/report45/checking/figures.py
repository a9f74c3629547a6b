"""Which fact a typed number probably is, and which fact it contradicts."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from report45.checking.numbers import Typed
from report45.checking.subjects import GROUPS, Sentence, subject_of, subjects
from report45.facts import Count, Fact, Facts, Interval, Mean, Money, Number, Share, Test
from report45.rounding import round_half_up
from report45.wording.digits import decimal
from report45.wording.numbers import say

_MEASURES = frozenset(
    [
        *("procent", "procentpunt", "geld", "personen", "aandeel", "p"),
        *("jaar", "maanden", "weken", "dagen"),
    ]
)
# Facts that say what another says as well, or that stand beside what a sentence is about.
_ALIASES = frozenset(["grootste", "kop", "effect", "verwachting", "deelnemers", "alle", "keer"])
_BOUNDS = frozenset(["laag", "hoog", "hoogste", "mogelijk", "interval"])
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
        As :class:`~report45.checking.numbers.Typed` names units.
    value : Fraction
        The exact number.
    text : str
        The number as a message says it.
    base : int or None
        What a part is a part of.
    subject : str
        The path that its label or predicate stands under; empty when there is none.
    group : str
        ``experiment``, ``control``, ``totaal`` or empty.
    """

    path: str
    quote: str
    unit: str
    value: Fraction
    text: str
    base: int | None = None
    subject: str = ""
    group: str = ""

    @property
    def rest(self) -> str:
        """What follows its subject in its path."""
        return self.path[len(self.subject) :].strip(".")

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
        sizes = _sizes(facts)
        self._figures = [
            replace(
                number,
                subject=subject_of(path, self._said),
                group=_group(path, number.base, sizes),
            )
            for path, fact in facts.items()
            if not getattr(fact, "suppressed", False)
            for number in _numbers(path, fact, persons)
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
        sentence = Sentence(typed.sentence.replace(typed.text, " "), self._groups)
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
        words = sentence.shares_words(best.path) > 1 or sentence.holds(best.path)
        return words and sentence.fits(best.group)

    def _scorer(self, typed: Typed, sentence: Sentence, spoken: set[str], chapter: str) -> Score:
        paragraph = Sentence(typed.paragraph, self._groups)
        near = {path for path, said in self._said.items() if paragraph.speaks_of(said)}

        def score(one: Figure) -> tuple[float, int]:
            parts = one.path.split(".")
            points = 4.0 * (one.subject in spoken) + 1.5 * (one.subject in near)
            points += min(2, sentence.shares_words(one.path)) + 0.5 * (parts[0] == chapter)
            points += (
                0.5 * (parts[-1] in GROUPS)
                + 0.5 * one.primary
                + 4 * (_exact(typed, one.value) and not typed.rough)
            )
            if sentence.groups:
                points += 2 if one.group in sentence.groups else -3 * bool(one.group)
            else:
                points += {"totaal": 1, "control": -1}.get(parts[-1], 0)
            points += typed.unit == "personen" and "n" in parts
            points -= bool(_ALIASES.intersection(parts)) + 0.5 * (parts[0] == "verantwoording")
            points -= 2 * (parts[-1].rpartition("_")[2] in _BOUNDS)
            return points, -len(one.path)

        return score


def _sizes(facts: Facts) -> dict[int, str]:
    """How large each group is, as far as that tells them apart."""
    sizes: dict[int, str] = {}
    for path, fact in facts.items():
        above, _, group = path.rpartition(".")
        if isinstance(fact, Count) and above.endswith(".n") and group in GROUPS:
            sizes[fact.value] = group if sizes.get(fact.value, group) == group else ""
    return sizes


def _group(path: str, base: int | None, sizes: Mapping[int, str]) -> str:
    """The group a number is about: by its path, else by what it is a part of."""
    last = path.rpartition(".")[2]
    named = (one for one in GROUPS if last == one or last.startswith(f"{one}_"))
    return next(named, "") or ("" if base is None else sizes.get(base, ""))


def _same(typed: Typed, figure: Figure) -> bool:
    if typed.unit == "aandeel":
        return (
            figure.unit == "personen"
            and figure.base == typed.base
            and (figure.value == typed.value)
        )
    counted = typed.unit not in _MEASURES and figure.unit in {"personen", ""}
    return (figure.unit == typed.unit or counted) and _stands_for(typed, figure.value)


def _exact(typed: Typed, value: Fraction) -> bool:
    return round_half_up(value, typed.digits) == typed.value


def _stands_for(typed: Typed, value: Fraction) -> bool:
    """Whether a number as it is typed, with "ruim" or "bijna", may stand for a value."""
    if _exact(typed, value):
        return True
    said = Fraction(typed.value)
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


def _numbers(path: str, fact: Fact, persons: str) -> Iterator[Figure]:
    """The numbers of a fact, not yet placed under a subject and a group."""
    match fact:
        case Count():
            yield Figure(path, path, "personen", Fraction(fact.value), say(fact))
        case Share():
            part = f"{decimal(fact.count)} van de {decimal(fact.base)}"
            count = Fraction(fact.count)
            yield Figure(path, path, "procent", 100 * fact.exact, say(fact), fact.base)
            yield Figure(path, f"{path}.count", "personen", count, part, fact.base)
        case Number() | Mean() if math.isfinite(fact.value):
            unit = "personen" if fact.unit == persons else fact.unit
            yield Figure(path, path, unit, _fraction(fact.value), say(fact))
        case Money() if math.isfinite(fact.value):
            yield Figure(path, path, "geld", _fraction(fact.value), say(fact))
        case Test() if math.isfinite(fact.p):
            yield Figure(path, path, "p", _fraction(fact.p), say(fact))
        case Interval() if all(map(math.isfinite, fact.value)):
            for bound in fact.value:
                yield Figure(path, path, fact.unit, _fraction(bound), say(fact))


def _fraction(value: float) -> Fraction:
    # The shortest decimal that stands for a float is the number that is meant.
    return Fraction(str(float(value)))
