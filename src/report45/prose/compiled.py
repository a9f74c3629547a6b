"""Keeps what is made of prose, sentences and templates from one build to the next."""

from __future__ import annotations

import marshal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import CodeType
from typing import TYPE_CHECKING, Any

import jinja2

from report45.wording.sentences import PARSED

if TYPE_CHECKING:
    from report45.store.cache import Cache

Piece = tuple[str, str, str, list[list[str]]]
"""Inline text, the same without links, body, and what is told of it: kind and text."""

COMPILED: dict[str, CodeType] = {}
"""Code that Jinja made, by the text and the environment: it follows from no fact."""
CONVERTED: dict[str, Piece] = {}
"""What pandoc made of a piece of prose that means the same in any company, by the piece."""
_KEPT: tuple[dict[str, Any], ...] = (COMPILED, CONVERTED, PARSED)

_MOST = 20_000
"""Pieces to remember; Almere has about a thousand."""


class Environment(jinja2.Environment):
    """Jinja that compiles a template once.

    Parameters
    ----------
    kind : str
        What tells its code from that of another environment.
    **options
        As Jinja takes them.
    """

    def __init__(self, kind: str, **options: Any) -> None:
        self.kind = kind
        super().__init__(**options)

    def compile(self, source: Any, *given: Any, **named: Any) -> Any:
        """Make code of a template, unless that was done before."""
        return remember(self.kind, super().compile, source, *given, **named)


def remember(kind: str, make: Any, source: Any, *given: Any, **named: Any) -> Any:
    """Give the code of a template, made now or before.

    Parameters
    ----------
    kind : str
        What tells the environment from others.
    make : callable
        Jinja's own ``compile``.
    source : str
        The template, and what else ``compile`` is given.
    """
    key = repr((kind, source, given, named))
    if key not in COMPILED:
        COMPILED[key] = make(source, *given, **named)
    return COMPILED[key]


@contextmanager
def remembered(cache: Cache | None, program: str) -> Iterator[None]:
    """Remember what was made before, and afterwards what was made now.

    Parameters
    ----------
    cache : Cache, optional
        Where it is kept.
    program : str
        Digest of report45 and what it stands on: what is allowed in prose, and how it is
        compiled and converted, follows from these.
    """
    if cache is None:
        yield
        return
    name = f"{program}-{sys.implementation.cache_tag}.prose"
    if not COMPILED and (kept := cache.fetch(name)):
        made = marshal.loads(kept)  # noqa: S302  sealed: this user made it
        for mine, theirs in zip(_KEPT, made, strict=True):
            mine.update(theirs)
    before = sum(map(len, _KEPT))
    yield
    if before < sum(map(len, _KEPT)) <= _MOST:
        cache.keep(name, marshal.dumps(tuple(dict(one) for one in _KEPT)))
