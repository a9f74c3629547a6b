"""What reading pieces of prose gave, kept from one check to the next.

What is wrong with a piece follows from its words, the texts it includes, and what all pieces are
read with: facts, displays, sentences, report45 itself. An editor's change leaves nearly all pieces
as they were, and these are not read again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from report45.lint.rules.messages import Called
from report45.wording.notices import Finding, read_fault


@dataclass(frozen=True)
class Reading:
    """What reading one piece of prose gave.

    Parameters
    ----------
    found : tuple of Finding
        What is wrong with it.
    mentioned, unread : frozenset of str
        What it refers to, and what it refers to in branches that are not taken.
    included : frozenset of str
        Names of the study's texts it includes.
    called : tuple of Called
        The messages it calls.
    """

    found: tuple[Finding, ...] = ()
    mentioned: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    included: frozenset[str] = frozenset()
    called: tuple[Called, ...] = ()


class Readings:
    """Gives what was read before, and reads what was not.

    Parameters
    ----------
    texts : mapping of str to str
        The study's texts by name.
    kept : mapping of str to Any
        What :attr:`now` gave before.
    """

    def __init__(self, texts: Mapping[str, str], kept: Mapping[str, Any] | None = None) -> None:
        self._digests = {name: _digest(text) for name, text in texts.items()}
        self._kept = kept or {}
        self.now: dict[str, Any] = {}

    def read(self, key: Iterable[str], make: Callable[[], Reading]) -> Reading:
        """Give what reading a piece gives.

        Parameters
        ----------
        key : iterable of str
            The kind of reading, the piece itself, and what else it is read by.
        make : callable
            Reads it.
        """
        name = _digest("\0".join(key))
        found = self.now.get(name) or self._kept.get(name)
        if found is None or any(
            self._digests.get(text) != digest for text, digest in found["included"].items()
        ):
            found = _to_json(make(), self._digests)
        self.now[name] = found
        return _from_json(found)


def _to_json(reading: Reading, digests: Mapping[str, str]) -> dict[str, Any]:
    return {
        "found": [one.written() for one in reading.found],
        "mentioned": sorted(reading.mentioned),
        "unread": sorted(reading.unread),
        "included": {name: digests[name] for name in sorted(reading.included)},
        "called": [
            [one.name, one.whole, sorted(one.given), dict(one.lacks)] for one in reading.called
        ],
    }


def _from_json(written: Mapping[str, Any]) -> Reading:
    return Reading(
        found=tuple(map(read_fault, written["found"])),
        mentioned=frozenset(written["mentioned"]),
        unread=frozenset(written["unread"]),
        included=frozenset(written["included"]),
        called=tuple(
            Called(name, whole, frozenset(given), lacks)
            for name, whole, given, lacks in written["called"]
        ),
    )


def digest_of(*parts: Any) -> str:
    """Digest what JSON can hold."""
    return _digest(json.dumps(parts, sort_keys=True))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]
