"""What prose sees besides facts: the study's title data, and references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from markupsafe import Markup

from report45.chapters.executed import Chapter
from report45.facts import Day
from report45.prose.markup import reference
from report45.prose.nodes import QuoteError
from report45.wording.notices import notice
from report45.wording.numbers import say
from report45.wording.sentences import TERMS

_META = {
    "title": "titel",
    "subtitle": "ondertitel",
    "author": "auteur",
    "commissioner": "opdrachtgever",
    "date": "datum",
    "version": "versie",
}


class Names:
    """Named texts that are not facts: the study's title data, or references.

    Parameters
    ----------
    path : str
        How prose reaches it.
    items : mapping
        What it holds: texts or further names.
    own : str or None
        What it prints itself; None when it is a group only.
    """

    __slots__ = ("_items", "_own", "_path")

    def __init__(self, path: str, items: Mapping[str, Any], own: str | None = None) -> None:
        self._path, self._items, self._own = path, items, own

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in self._items:
            raise AttributeError(name)
        return self._items[name]

    def __getitem__(self, name: str) -> Any:
        return self._items[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __str__(self) -> str:
        return str(self.__html__())

    def __html__(self) -> str:
        if self._own is None:
            raise QuoteError(notice("namen-groep", pad=self._path, namen=", ".join(self._items)))
        return self._own


def title_data(meta: Mapping[str, Any]) -> Names:
    """Give what prose knows as ``studie``: title data under Dutch names, and the terms.

    Parameters
    ----------
    meta : mapping
        Title data as an executed chapter carries it.
    """
    items: dict[str, Any] = {dutch: str(meta.get(name, "")) for name, dutch in _META.items()}
    if items["datum"]:
        items["datum"] = say(Day(date.fromisoformat(items["datum"])))
    terms = meta.get("terms", {})
    items["termen"] = Names(
        "studie.termen", {TERMS.get(name, name): term for name, term in terms.items()}
    )
    return Names("studie", items)


def references(chapter: Chapter, used: Sequence[Chapter]) -> Names:
    """Give what prose knows as ``ref``: links that say a number once the book has any.

    Parameters
    ----------
    chapter : Chapter
        Whose prose it is: its own displays need no chapter's name.
    used : sequence of Chapter
        The chapters of the publication.
    """
    by_name: dict[str, list[str]] = {}
    groups: dict[str, dict[str, Markup]] = {}
    for each in sorted(used, key=lambda one: one.name == chapter.name):
        for shown in (shown for cell in each.cells for shown in cell.displays if shown.numbered):
            own = each.name == chapter.name
            by_name[shown.name] = [] if own else by_name.get(shown.name, [])
            by_name[shown.name].append(shown.path)
            groups.setdefault(each.name, {})[shown.name] = _link(shown.path)
    items: dict[str, Any] = {
        name: _link(paths[0]) for name, paths in by_name.items() if len(paths) == 1
    }
    for name, group in groups.items():
        items[name] = Names(f"ref.{name}", group, items.get(name))
    items["hoofdstuk"] = Names(
        "ref.hoofdstuk", {each.name: _link(f"hoofdstuk:{each.name}") for each in used}
    )
    return Names("ref", items)


def _link(target: str) -> Markup:
    return Markup(reference(target))  # noqa: S704  our own Markdown
