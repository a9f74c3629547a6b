"""What editors typed in prose, held against the facts by the rules."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from report45.facts import Count, Facts, Mean, Number
from report45.lint.numbers import Typed, typed_numbers
from report45.lint.prose import plain
from report45.lint.rules import change, dates, direction, quantities, quotes, significance
from report45.lint.rules.knowledge import Knowledge, Read
from report45.prose.names import title_data
from report45.study.config import StudyConfig
from report45.wording.notices import Finding

RULES = (
    *(quantities.check, quotes.check, direction.check),
    *(significance.check, change.check, dates.check),
)
"""Each takes a sentence as it is read and what is known, and yields what it found."""

_TIMES = {
    "jaar": ("jaar", "jaren"),
    "maanden": ("maand", "maanden"),
    "weken": ("week", "weken"),
    "dagen": ("dag", "dagen"),
    "uur": ("uur", "uren"),
}


class TypedReader:
    """Reads what was typed in the prose of one study.

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
        self._known = Knowledge(facts, groups, terms.person, terms.persons, config.currency)
        said = title_data({"terms": terms.model_dump()})["termen"]
        # A term with a digit in it would pass for a typed number.
        self._names = {
            f"studie.termen.{name}": said[name] for name in said if not re.search(r"\d", said[name])
        }
        self._units = _units(facts, config.currency, terms.persons)

    def read(self, prose: str, chapter: str) -> Iterator[Finding]:
        """Find what one piece of prose says otherwise than the facts, or in their place.

        Parameters
        ----------
        prose : str
            Markdown with Jinja.
        chapter : str
            The chapter it stands in; empty where it stands in none.

        Yields
        ------
        Finding
            By line.
        """
        piece = plain(prose, self._names)
        sentences = tuple(piece.sentences())
        typed: dict[int, list[Typed]] = defaultdict(list)
        for one in typed_numbers(piece.text, sentences, self._person, self._persons, self._units):
            typed[one.sentence.start].append(one)
        for sentence in sentences:
            read = Read(sentence, typed[sentence.start], chapter)
            for rule in RULES:
                yield from rule(read, self._known)


def _units(facts: Facts, currency: str, persons: str) -> Mapping[str, str]:
    """The nouns that are units, to how facts name the unit."""
    units = {noun: unit for unit, nouns in _TIMES.items() for noun in nouns}
    for fact in facts.values():
        if isinstance(fact, Count | Number | Mean) and fact.unit.isalpha():
            units.setdefault(fact.unit.lower(), fact.unit)
    units |= dict.fromkeys(("euro", currency), "geld")
    for measured in ("procent", "procentpunt", persons):
        units.pop(measured, None)
    return units
