"""Which changed facts touch a sentence: those that, put back alone, would change it.

That is found by rendering its prose with one fact of the other release at a time. So a fact in a
condition, a loop or a filter counts as much as one that is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cached_property, partial
from typing import Any

from report45.book.drafting import displays_of
from report45.chapters.executed import Chapter, Stated
from report45.errors import Place
from report45.prose.narrative import Narrator
from report45.releases.diff.side import Side
from report45.releases.diff.units import sentences

Touched = Mapping[int, frozenset[str]]
"""Paths of facts by the place of a sentence among those of its cell."""


class Toucher:
    """Finds what touches the sentences of one release.

    Parameters
    ----------
    side, other : Side
        The release, and the one it is compared with.
    changed : iterable of str
        Paths of the facts that differ.
    """

    def __init__(self, side: Side, other: Side, changed: Iterable[str]) -> None:
        self._side = side
        self._changed = frozenset(changed)
        self._others = _stated(other)
        self._own = _stated(side)
        self._found: dict[Place, Touched] = {}

    def touched(self, source: Place) -> Touched:
        """Give what touches the sentences that come from one cell or text.

        A sentence that no single fact changes but all together do is touched by all that its cell
        reads.
        """
        if source not in self._found:
            self._found[source] = self._look(source)
        return self._found[source]

    def _look(self, source: Place) -> Touched:
        chapter, prose = self._sources.get(source, (None, ""))
        if chapter is None:
            return {}
        read: set[str] = set()
        render = partial(self._render, source, chapter, prose)
        now = render(frozenset(), read)
        together = _altered(now, render(self._changed))
        if not together:
            return {}
        one_sided = self._changed & (self._own.keys() ^ self._others.keys())
        asked = self._changed & read
        if _altered(now, render(one_sided)):
            asked |= one_sided
        found: dict[int, frozenset[str]] = {}
        for path in sorted(asked):
            for place in _altered(now, render(frozenset([path]))):
                found[place] = found.get(place, frozenset()) | {path}
        return {place: frozenset(asked) for place in together} | found

    @cached_property
    def _sources(self) -> dict[Place, tuple[Chapter, str]]:
        every = (*self._side.chapters, *self._side.texts.values())
        return {
            one.place(cell): (one, cell.prose)
            for one in every
            for cell in one.cells
            if cell.prose is not None
        }

    @cached_property
    def _publications(self) -> dict[Place, str]:
        """Name the publication that a cell or text stands in, the first where there are more."""
        named = [(one.source, name) for name, book in self._side.books.items() for one in book]
        return dict(reversed(named))

    def _render(
        self,
        source: Place,
        chapter: Chapter,
        prose: str,
        swapped: frozenset[str],
        read: set[str] | None = None,
    ) -> list[str]:
        """Give the sentences of a cell, with some facts those of the other release."""
        chapters = tuple(self._swapped(one, swapped) for one in self._side.chapters)
        if read is not None:
            chapters = tuple(_watched(one, read) for one in chapters)
        own = next((one for one in chapters if one.name == chapter.name), chapter)
        shows = displays_of(chapters) if chapter.file in self._side.texts else None
        said = self._side.sentences.get(self._publications.get(source, ""))
        narrator = Narrator(own, chapters, chapters, shows=shows, sentences=said)
        markdown, _ = narrator.render(prose, source)
        return [text for _, text in sentences(markdown)]

    def _swapped(self, chapter: Chapter, paths: frozenset[str]) -> Chapter:
        mine = [path for path in paths if path.split(".", 1)[0] == chapter.name]
        if not mine:
            return chapter
        theirs = {path: self._others[path] for path in mine if path in self._others}
        gone = {*mine} - {*theirs}
        kept = {path: one for path, one in chapter.facts.items() if path not in gone}
        return replace(chapter, facts=kept | theirs)


def _stated(side: Side) -> dict[str, Stated]:
    return {path: one for chapter in side.chapters for path, one in chapter.facts.items()}


def _altered(now: list[str], then: list[str]) -> set[int]:
    """Places in ``now`` of what ``then`` does not say in the same place."""
    match = SequenceMatcher(None, now, then, autojunk=False)
    same = {block.a + step for block in match.get_matching_blocks() for step in range(block.size)}
    return {*range(len(now))} - same


def _watched(chapter: Chapter, read: set[str]) -> Chapter:
    """Note down the facts whose value or text is asked for."""

    class Watched(Stated):
        def __getattribute__(self, name: str) -> Any:
            if name in ("fact", "text"):
                read.add(super().__getattribute__("path"))
            return super().__getattribute__(name)

    facts = {
        path: Watched(one.path, one.text, one.fact, one.written)
        for path, one in chapter.facts.items()
    }
    return replace(chapter, facts=facts)
