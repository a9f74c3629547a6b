"""What a consistency check can find, as data; the Dutch sentence about it is made elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from report45.facts import Count, Fact, Flag, Text
from report45.specs import Specs, specs

Kind = Literal["error", "note"]


@dataclass(frozen=True)
class Discrepancy:
    """One thing that does not agree, or that a reader would otherwise misread.

    Parameters
    ----------
    code : str
        What was found, as part of a fact path; every check documents its own.
    kind : {"error", "note"}
        ``error``: data, configuration or an earlier publication contradict one another.
        ``note``: nothing is wrong, but the numbers need a word of explanation.
    subject : str
        What it is about, as part of a fact path: a characteristic, route, outcome or group.
    values : mapping of str to Fact
        What was expected and found, by relative path.
    """

    code: str
    kind: Kind
    subject: str
    values: Mapping[str, Fact]

    @property
    def path(self) -> str:
        """Where its values live among the facts of all findings."""
        return f"{self.code}.{self.subject}"


@dataclass(frozen=True)
class Consistency:
    """Everything the checks found.

    Parameters
    ----------
    findings : tuple of Discrepancy
        Errors first, then in the order of the checks.
    outcomes, statements : int
        How many outcomes, and earlier statements, there were to check.
    """

    findings: tuple[Discrepancy, ...]
    outcomes: int
    statements: int

    def of(self, kind: Kind) -> tuple[Discrepancy, ...]:
        """Give the errors, or the notes."""
        return tuple(one for one in self.findings if one.kind == kind)

    def coded(self, code: str) -> tuple[Discrepancy, ...]:
        """Give the findings with one code."""
        return tuple(one for one in self.findings if one.code == code)

    states: ClassVar[Specs] = specs(
        "controle",
        (Count, "aantal fouten opmerkingen uitkomsten uitspraken <bevinding>.aantal"),
        (Flag, "heeft_fouten heeft_opmerkingen"),
        (Text, "<bevinding>.<onderwerp>.soort"),
        (Fact, "<bevinding>.<onderwerp>.<waarde>", "<eenheid>"),
        (Fact, "<bevinding>.<onderwerp>.<waarde>.<deel>", "<eenheid>"),
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts; every check documents its own values."""
        written: dict[str, Fact] = {
            "aantal": Count(len(self.findings)),
            "fouten": Count(len(self.of("error"))),
            "opmerkingen": Count(len(self.of("note"))),
            "heeft_fouten": Flag(bool(self.of("error"))),
            "heeft_opmerkingen": Flag(bool(self.of("note"))),
            "uitkomsten": Count(self.outcomes),
            "uitspraken": Count(self.statements),
        }
        for one in self.findings:
            written[f"{one.code}.aantal"] = Count(len(self.coded(one.code)))
            written[f"{one.path}.soort"] = Text("fout" if one.kind == "error" else "opmerking")
            for path, fact in one.values.items():
                written[f"{one.path}.{path}"] = fact
        return written
