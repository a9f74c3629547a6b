"""The house's messages said about facts, without a chapter around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from report45.facts import Fact
from report45.prose.sentences import sources
from report45.study.people import Terms
from report45.wording.numbers import say
from report45.wording.phrases import FILTERS
from report45.wording.sentences import TERMS, Sentences, read_sentences


@cache
def sentences() -> Sentences:
    """Give every message of the house."""
    terms = Terms().model_dump()
    return Sentences(
        read_sentences(sources()), {TERMS.get(name, name): said for name, said in terms.items()}
    )


class Under:
    """Gives facts by their relative path, as a node does; strict about what is not there."""

    functions: Mapping[str, Callable[..., Any]] = {
        name.upper(): function for name, function in FILTERS.items()
    }

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self._facts = facts

    def find(self, name: str) -> Any:
        return self._facts[name.replace("-", ".")]

    def bare(self, value: Any) -> Any:
        return value

    def safe(self, value: Any) -> str:
        return say(value) if isinstance(value, Fact) else str(value)


def told(name: str, facts: Mapping[str, Any]) -> str:
    """Say a message on one line."""
    return " ".join(sentences().say(name, Under(facts)).split())
