"""One finding of the consistency checks, printed piece by piece for the sentence about it."""

from __future__ import annotations

from dataclasses import dataclass

from report45.analysis.findings import Finding
from report45.facts import Count, Fact
from report45.study.config import Terms
from report45.wording.amounts import bereik
from report45.wording.counts import aantal, werkwoord
from report45.wording.numbers import say

_TABLES = {
    "work_income": "de registratie van werk en inkomsten",
    "benefit_endings": "de beëindigde uitkeringen",
    "outcomes": "de uitkomsten",
    "instruments": "de ingezette instrumenten",
    "contacts": "de contacten",
}


@dataclass(frozen=True)
class Told:
    """The values of one finding, printed, with the words of the study at hand."""

    finding: Finding
    terms: Terms

    def __getitem__(self, path: str) -> str:
        return say(self.finding.values[path])

    def fact(self, path: str) -> Fact:
        """Give a value itself."""
        return self.finding.values[path]

    def people(self, path: str) -> str:
        """Give a count of persons in words with its noun."""
        return aantal(self.number(path), self.terms.person, self.terms.persons)

    def verb(self, path: str, one: str, more: str) -> str:
        """Give the verb that agrees with a count."""
        return werkwoord(self.number(path), one, more)

    def range(self, low: str, high: str) -> str:
        """Give two values as a range."""
        return bereik(self.fact(low), self.fact(high))

    def group(self, name: str) -> str:
        """Give the Dutch name of a group."""
        return self.terms.experiment if name == "experiment" else self.terms.control

    def tables(self, path: str) -> str:
        """Name the tables a value lists."""
        return " en ".join(_TABLES.get(one, one) for one in self[path].split(", "))

    def number(self, path: str) -> int:
        """Give a count as a number."""
        fact = self.fact(path)
        assert isinstance(fact, Count)  # noqa: S101  a check that states another kind is a bug
        return fact.value
