"""One of the two releases that are compared."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from report45.chapters.executed import (
    DISPLAY_MIME,
    FACTS_MIME,
    Cell,
    Chapter,
    read_chapters,
)
from report45.errors import Fault, InputError, Place
from report45.prose.sentences import sentences_of
from report45.releases.diff.units import Unit, units
from report45.releases.manifest import Manifest, read_manifest
from report45.wording.sentences import Sentences


@dataclass(frozen=True)
class Side:
    """A release as it is compared.

    Parameters
    ----------
    manifest : Manifest
    chapters : tuple of Chapter
        The executed chapters.
    books : mapping of str to tuple of Unit
        Per publication what it says and shows.
    texts : mapping of str to Chapter
        The publications' own prose, by the file it comes from.
    sentences : mapping of str to Sentences
        What a publication could say by name.
    with_display : mapping of str to frozenset of str
        Paths of the facts that were stated with a display, by the display's path.
    """

    manifest: Manifest
    chapters: tuple[Chapter, ...]
    books: Mapping[str, tuple[Unit, ...]]
    texts: Mapping[str, Chapter]
    sentences: Mapping[str, Sentences]
    with_display: Mapping[str, frozenset[str]]

    @property
    def facts(self) -> Mapping[str, Mapping[str, Any]]:
        """Every fact as JSON, by path."""
        return {one["path"]: one for one in self.manifest.facts}


def read_side(folder: Path) -> Side:
    """Read a release.

    Parameters
    ----------
    folder : Path
        As ``report45 release`` wrote it.

    Raises
    ------
    InputError
        If it is no release, or something is missing from it.
    """
    manifest = read_manifest(folder)
    paths = sorted((folder / "chapters").glob("*.ipynb"))
    chapters = read_chapters(paths)
    names = list(manifest.parameters.publications)
    try:
        notebooks = [_json(path) for path in paths]
        books = {name: _json(folder / "books" / f"{name}.ipynb") for name in names}
        read = {name: units(book) for name, book in books.items()}
        texts = {
            file: _own(file, prose, chapters[0])
            for book in books.values()
            for file, prose in book["metadata"]["report45"]["texts"].items()
        }
        said = {
            name: sentences_of(
                chapters[0], written=book["metadata"]["report45"].get("sentences", ())
            )
            for name, book in books.items()
        }
    except (OSError, ValueError, LookupError) as error:
        problem = f"is not whole: {error}."
        remedy = f"See what `report45 verify {folder}` says."
        raise InputError([Fault(Place(str(folder)), "broken-release", problem, remedy)]) from error
    return Side(manifest, chapters, read, texts, said, _with_display(notebooks))


def _json(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read


def _own(file: str, prose: str, any_: Chapter) -> Chapter:
    name = file.replace("/", "-").removesuffix(".md")
    cells = (Cell(1, prose),)
    return replace(any_, name=name, title="", file=file, cells=cells, facts={})


def _with_display(notebooks: list[dict[str, Any]]) -> dict[str, frozenset[str]]:
    found = {}
    for output in (
        one for book in notebooks for cell in book["cells"] for one in cell.get("outputs", ())
    ):
        data = output.get("data", {})
        if DISPLAY_MIME in data and FACTS_MIME in data:
            shown = data[DISPLAY_MIME]
            paths = frozenset(one["path"] for one in data[FACTS_MIME]["facts"])
            found[f"{shown['chapter']}.{shown['name']}"] = paths
    return found
