"""The numbers typed in prose, held against the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from report45.checking.figures import Figure, Figures
from report45.checking.findings import Blame
from report45.checking.numbers import Typed, typed_numbers
from report45.checking.prose import plain
from report45.facts import Facts, Mean, Number
from report45.publishing.names import title_data
from report45.study.config import StudyConfig

_TIMES = {
    "jaar": ("jaar", "jaren"),
    "maanden": ("maand", "maanden"),
    "weken": ("week", "weken"),
    "dagen": ("dag", "dagen"),
    "uur": ("uur", "uren"),
}
_FREE = "mark the passage <!-- vrij --> … <!-- /vrij -->"


class TypedReader:
    """Finds the typed numbers of one study.

    Parameters
    ----------
    config : StudyConfig
        Whose terms and currency prose uses.
    facts : mapping of str to Fact
        Every fact prose may quote.
    """

    def __init__(self, config: StudyConfig, facts: Facts) -> None:
        terms = config.terms
        self._person, self._persons = terms.person, terms.persons
        groups = {"experiment": terms.experiment, "control": terms.control}
        self._figures = Figures(facts, groups, terms.persons)
        said = title_data({"terms": terms.model_dump()})["termen"]
        # A term with a digit in it would pass for a typed number.
        self._names = {
            f"studie.termen.{name}": said[name] for name in said if not re.search(r"\d", said[name])
        }
        self._units = _units(facts, config.currency, terms.persons)

    def read(self, prose: str, chapter: str) -> Iterator[Blame]:
        """Find the typed numbers in one piece of prose."""
        text = plain(prose, self._names)
        for typed in typed_numbers(text, self._person, self._persons, self._units):
            yield self._judged(typed, chapter)

    def _judged(self, typed: Typed, chapter: str) -> Blame:
        verdict = self._figures.judge(typed, chapter)
        figure = verdict.figure
        if figure is None:
            problem = f"“{typed.text}” is typed by hand, and no fact holds it."
            remedy = f"State it as a fact, or {_FREE}."
            return Blame("", typed.line, "typed-number", problem, remedy, "warning", typed.text)
        quote = "{{ " + _quote(typed, figure) + " }}"
        if verdict.kind == "other":
            problem = f"“{typed.text}” contradicts {figure.path}, which is {figure.text}."
            remedy = f"Write {quote}, or {_FREE}."
            return Blame("", typed.line, "contradiction", problem, remedy, about=typed.text)
        problem = f"“{typed.text}” is typed by hand."
        remedy = f"It is probably {figure.path} ({figure.text}): write {quote}."
        return Blame("", typed.line, "typed-number", problem, remedy, about=typed.text)


def _quote(typed: Typed, figure: Figure) -> str:
    """How prose says the fact in the manner of what was typed."""
    if typed.rough:
        one_in = " op " in typed.text.lower()
        return f"{figure.quote} | {'op_de' if one_in else 'breuk'}"
    if typed.hedge:
        by_unit = {"procent": "tientallen", "geld": "afgerond_euro", "jaar": "jaren"}
        if filtered := by_unit.get(typed.unit):
            return f"{figure.quote} | {filtered}"
    return figure.quote


def _units(facts: Facts, currency: str, persons: str) -> Mapping[str, str]:
    """The nouns that are units, to how facts name the unit."""
    units = {noun: unit for unit, nouns in _TIMES.items() for noun in nouns}
    for fact in facts.values():
        if isinstance(fact, Number | Mean) and fact.unit.isalpha():
            units.setdefault(fact.unit.lower(), fact.unit)
    units |= dict.fromkeys(("euro", currency), "geld")
    for measured in ("procent", "procentpunt", persons):
        units.pop(measured, None)
    return units
