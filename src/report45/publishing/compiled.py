"""Keeps the code that Jinja makes of prose from one build to the next."""

from __future__ import annotations

import marshal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from report45.execution.cache import Cache
from report45.publishing.sandbox import COMPILED

_MOST = 5000
"""Pieces of prose to remember; Almere has about a hundred."""


@contextmanager
def remembered(cache: Cache | None, program: str) -> Iterator[None]:
    """Remember what was compiled before, and afterwards what was compiled now.

    Parameters
    ----------
    cache : Cache, optional
        Where it is kept.
    program : str
        Digest of report45 and what it stands on: what is allowed in prose, and how it is
        compiled, follows from these.
    """
    if cache is None:
        yield
        return
    name = f"{program}-{sys.implementation.cache_tag}.prose"
    if not COMPILED and (kept := cache.fetch(name)):
        COMPILED.update(marshal.loads(kept))  # noqa: S302  ours, as whole as __pycache__ is
    before = len(COMPILED)
    yield
    if len(COMPILED) > before and len(COMPILED) <= _MOST:
        cache.keep(name, marshal.dumps(dict(COMPILED)))
