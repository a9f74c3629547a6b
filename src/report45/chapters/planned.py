"""What chapters would publish, known before any of them is executed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from report45.facts import Facts


@dataclass(frozen=True)
class Planned:
    """One output of a chapter that was not executed.

    Parameters
    ----------
    chapter : str
        The chapter's name.
    row : str
        What its notebook publishes it by.
    name : str
        Name of the display, after the chapter's name.
    kind : str
        Kind of the display; empty when nothing is shown.
    facts : mapping of str to Fact
        By full path.
    """

    chapter: str
    row: str
    name: str
    kind: str
    facts: Facts


class Outline:
    """All that the chapters of one study would publish.

    Parameters
    ----------
    planned : iterable of Planned
    rows : iterable of (str, str)
        Every chapter and what its notebook may publish by name, also what gives this study nothing.
    """

    def __init__(self, planned: Iterable[Planned], rows: Iterable[tuple[str, str]]) -> None:
        self.planned = tuple(planned)
        self._rows = frozenset(rows)

    def declares(self, chapter: str, row: str) -> bool:
        """Tell whether a chapter may publish by a name."""
        return (chapter, row) in self._rows

    def of(self, chapter: str, row: str) -> tuple[Planned, ...]:
        """Give what a chapter would publish by a name."""
        return tuple(one for one in self.planned if (one.chapter, one.row) == (chapter, row))

    @cached_property
    def facts(self) -> Facts:
        """Every fact by the full path its chapter states it under."""
        return {path: fact for one in self.planned for path, fact in one.facts.items()}
