"""What differs between two releases: facts, and the sentences and displays they touch."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from report45.errors import Place
from report45.releases.diff.displays import DisplayChange, display_change
from report45.releases.diff.printed import FactChange, says
from report45.releases.diff.side import Side, read_side
from report45.releases.diff.touch import Toucher
from report45.releases.diff.units import Unit

_ALIKE = 0.5
"""How much two sentences must share to count as one that was changed."""


@dataclass(frozen=True)
class TextChange:
    """A sentence or heading that changed, went or came.

    Parameters
    ----------
    section : str
        The heading it stands under.
    kind : str
        ``heading`` or ``sentence``.
    old, new : str
        Empty when it was not, or is no longer, there.
    facts : tuple of str
        Paths of the facts that touch it, or of their group where a code cell wrote the sentence
        without printing them; none when its prose was rewritten.
    """

    section: str
    kind: str
    old: str
    new: str
    facts: tuple[str, ...]


Change = TextChange | DisplayChange


@dataclass(frozen=True)
class ReleaseDifference:
    """What differs between two releases.

    Parameters
    ----------
    old, new : str
        Title, version and date of both.
    facts : tuple of FactChange
        In the order they are stated.
    publications : mapping
        Per publication that differs its changes, in reading order.
    inputs : tuple of str
        Names of the inputs that differ.
    published : tuple of str
        Publications that one of the releases has not.
    """

    old: str
    new: str
    facts: tuple[FactChange, ...]
    publications: Mapping[str, tuple[Change, ...]]
    inputs: tuple[str, ...]
    published: tuple[str, ...] = field(default=())


def diff(old: Path, new: Path) -> ReleaseDifference:
    """Compare two releases as an editor would.

    Parameters
    ----------
    old, new : Path
        Folders of releases.

    Returns
    -------
    ReleaseDifference

    Raises
    ------
    InputError
        If one of them is no release.
    """
    before, after = read_side(old), read_side(new)
    facts = fact_changes(before.facts, after.facts)
    changed = {one.path: one for one in facts}
    blame = _Blame(before, after, changed)
    publications = {
        name: tuple(_changes(before.books[name], after.books[name], blame))
        for name in after.books
        if name in before.books
    }
    inputs = {*before.manifest.inputs.items()} ^ {*after.manifest.inputs.items()}
    return ReleaseDifference(
        _titled(before),
        _titled(after),
        facts,
        {name: found for name, found in publications.items() if found},
        tuple(sorted({name for name, _ in inputs})),
        tuple(sorted({*before.books} ^ {*after.books})),
    )


def fact_changes(
    old: Mapping[str, Mapping[str, Any]], new: Mapping[str, Mapping[str, Any]]
) -> tuple[FactChange, ...]:
    """List the facts that differ.

    Parameters
    ----------
    old, new : mapping
        Facts as JSON, by path.

    Returns
    -------
    tuple of FactChange
        Those there are now first, in their order; then those that are gone.
    """
    paths = [*new, *(path for path in old if path not in new)]
    pairs = ((path, old.get(path), new.get(path)) for path in paths)
    # as text, for 1, 1.0 and true are not the same to a reader
    return tuple(
        FactChange(*one)
        for one in pairs
        if json.dumps(one[1], sort_keys=True) != json.dumps(one[2], sort_keys=True)
    )


def _titled(side: Side) -> str:
    made = side.manifest
    return f"{made.title}, versie {made.version}, {made.date}"


class _Blame:
    """Says which changed facts touch something."""

    def __init__(self, old: Side, new: Side, changed: Mapping[str, FactChange]) -> None:
        self.changed = changed
        self._old, self._new = Toucher(old, new, changed), Toucher(new, old, changed)
        self._stated = {
            path: old.with_display.get(path, frozenset()) | new.with_display.get(path, frozenset())
            for path in {*old.with_display, *new.with_display}
        }

    def stated_with(self, display: str) -> tuple[FactChange, ...]:
        """The changed facts that were stated in one breath with a display."""
        paths = self._stated.get(display, frozenset())
        return tuple(one for path, one in self.changed.items() if path in paths)

    def sentence(self, old: Unit | None, new: Unit | None) -> tuple[str, ...]:
        """The changed facts that touch a sentence, as it was or as it is."""
        found: set[str] = set()
        for unit, toucher in ((old, self._old), (new, self._new)):
            if unit is not None:
                found |= toucher.touched(unit.source).get(unit.place, frozenset())
                found |= self._in_text(unit.source, old, new)
        groups = found - self.changed.keys()
        return (*(path for path in self.changed if path in found), *sorted(groups))

    def _in_text(self, source: Place, old: Unit | None, new: Unit | None) -> set[str]:
        """Those a code cell states beside a text it shows, and that the sentence says."""
        stated = self.stated_with(f"{Path(source.file).stem}.{source.part}")
        said = (old.text if old else "", new.text if new else "")
        named = {one.path for one in stated if says(one, *said)}
        return named or ({_group([one.path for one in stated])} if stated else set())


def _group(paths: Sequence[str]) -> str:
    """Give the path of the smallest group that holds all these facts."""
    parts = [path.split(".")[:-1] for path in paths]
    same = itertools.takewhile(lambda step: len({*step}) == 1, zip(*parts, strict=False))
    return ".".join(step[0] for step in same)


def _changes(old: Sequence[Unit], new: Sequence[Unit], blame: _Blame) -> Iterator[Change]:
    for before, after in _beside(old, new):
        unit = after or before
        if unit is None:
            continue
        if unit.written is not None:
            path = f"{unit.written['chapter']}.{unit.written['name']}"
            change = display_change(before, after, blame.stated_with(path), blame.changed)
            if change is not None:
                yield change
        elif before is None or after is None or before.text != after.text:
            said = (before.text if before else "", after.text if after else "")
            yield TextChange(unit.section, unit.kind, *said, blame.sentence(before, after))


def _beside(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[tuple[Unit | None, Unit | None]]:
    keys = [one.key for one in old], [one.key for one in new]
    match = SequenceMatcher(None, *keys, autojunk=False)
    for kind, i1, i2, j1, j2 in match.get_opcodes():
        if kind == "equal":
            yield from zip(old[i1:i2], new[j1:j2], strict=True)
        else:
            yield from _pairs(old[i1:i2], new[j1:j2])


def _pairs(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[tuple[Unit | None, Unit | None]]:
    """Set what changed beside what it became, in order; alone what has no counterpart."""
    left = list(new)
    if len(old) == len(left) == 1 and old[0].kind == left[0].kind != "display":
        yield old[0], left[0]
        return
    for before in old:
        place = next((at for at, one in enumerate(left) if _one(before, one)), None)
        if place is None:
            yield before, None
            continue
        yield from ((None, one) for one in left[:place])
        yield before, left[place]
        left = left[place + 1 :]
    yield from ((None, one) for one in left)


def _one(old: Unit, new: Unit) -> bool:
    if old.kind != new.kind or old.kind == "display":
        return old.key == new.key
    alike = SequenceMatcher(None, old.text.split(), new.text.split(), autojunk=False).ratio()
    return old.text == new.text or alike >= _ALIKE
