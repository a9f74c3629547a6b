"""A fact that changed, and whether a text says so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from report45.facts import from_json
from report45.wording.numbers import cell


@dataclass(frozen=True)
class FactChange:
    """A fact that differs between two releases.

    Parameters
    ----------
    path : str
        Where it lives.
    old, new : mapping or None
        The fact as JSON; None when the release has it not.
    """

    path: str
    old: Mapping[str, Any] | None
    new: Mapping[str, Any] | None

    @property
    def seen(self) -> bool:
        """Whether it prints otherwise than it did."""
        return text_of(self.old) != text_of(self.new)


def text_of(fact: Mapping[str, Any] | None) -> str:
    """Give a fact as prose prints it; nothing for one that is not there."""
    return "" if fact is None else str(fact["text"])


def base_of(fact: Mapping[str, Any] | None) -> int | None:
    """Give the number a fact was computed from, if it says so."""
    found: int | None = None if fact is None else fact.get("base", fact.get("n"))
    return found


def says(change: FactChange, old: str, new: str) -> bool:
    """Whether a text said a fact as it was, and says it as it is now."""
    if not change.seen and _cell(change.old) == _cell(change.new):
        return False
    return _within(change.old, old) and _within(change.new, new)


def is_printed(change: FactChange, old: str, new: str) -> bool:
    """Whether a table's cell held a fact as it was, and holds it as it is now."""
    return old in _forms(change.old) and new in _forms(change.new)


def _within(fact: Mapping[str, Any] | None, text: str) -> bool:
    if fact is None:
        return True
    forms = "|".join(re.escape(one) for one in _forms(fact) if one)
    return re.search(rf"(?<![\w,.])(?:{forms})(?![\w%]|[,.]\d)", text) is not None


def _forms(fact: Mapping[str, Any] | None) -> tuple[str, ...]:
    if fact is None:
        return ("",)
    count = (str(fact["count"]),) if fact["kind"] == "share" else ()
    return (text_of(fact), _cell(fact), *count)


def _cell(fact: Mapping[str, Any] | None) -> str:
    return "" if fact is None else cell(from_json(fact))
