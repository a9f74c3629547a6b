"""What a chapter's outputs follow from, and in which respect that changed."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from report45.chapters.find import ChapterNotebook
from report45.chapters.rejoin import read
from report45.store.inputs import digest_of_words
from report45.store.secret import seal
from report45.study.pseudonyms import KEY

Digests = Mapping[str, str]

_APART = ("prose/", "book/", "writers/", "lint/", "builds/", "releases/", "cli.py")
"""Parts of report45 that no chapter uses."""


@dataclass(frozen=True)
class Origin:
    """All that a chapter's outputs follow from, as digests.

    Parameters
    ----------
    study : str
        The parameter: name of the study.
    code : tuple of str
        One for each code cell; prose does not count.
    configuration : str
        What ``study.toml`` declares, whatever its layout.
    tables : mapping of str to str
        One for each table of the study, and ``cases``.
    words : str
        What stands in and under tables and figures.
    program : str
        report45 itself, and the fonts figures are set in.
    packages : str
        The lock file, and Python.
    cells : tuple of int
        The numbers of the code cells as an editor counts: for messages, nothing follows from them.
    """

    study: str
    code: tuple[str, ...]
    configuration: str
    tables: Digests
    words: str
    program: str
    packages: str
    cells: tuple[int, ...] = field(default=(), compare=False)

    def key(self, read: Iterable[str]) -> str:
        """Name the outputs, given which tables the chapter reads; other tables do not count."""
        parts = asdict(self) | {
            "tables": {name: self.tables.get(name, "") for name in sorted(read)},
            "cells": (),
        }
        return _sha(json.dumps(parts, sort_keys=True))

    @staticmethod
    def from_json(written: Mapping[str, Any]) -> Origin:
        """Read back what :func:`dataclasses.asdict` gave."""
        return Origin(
            **{**written, "code": tuple(written["code"]), "cells": tuple(written["cells"])}
        )


def origins(
    chapters: Iterable[ChapterNotebook], folder: Path, inputs: Digests
) -> dict[str, Origin]:
    """Say of every chapter what its outputs follow from.

    Parameters
    ----------
    chapters : iterable of ChapterNotebook
    folder : Path
        The study's.
    inputs : mapping of str to str
        As :func:`report45.store.inputs.inputs` gives them.

    Returns
    -------
    dict of str to Origin
        By name of the chapter.
    """
    declared = tomllib.loads((folder / "study.toml").read_text(encoding="utf-8-sig"))
    declared.pop("publications", None)  # they are made from chapters
    files = {name: table["file"] for name, table in declared.get("tables", {}).items()}
    tables = {name: inputs.get(f"data/{file}", "") for name, file in files.items()}
    tables["cases"] = _all(inputs, "cases/")
    study = folder.resolve().name
    configuration = _sha(json.dumps(declared, default=str) + _mark_of_key())
    words = digest_of_words(folder)
    program = program_of(inputs)
    packages = _sha(inputs["requirements.lock"] + sys.version)
    return {
        one.name: Origin(study, code, configuration, tables, words, program, packages, cells)
        for one in chapters
        for cells, code in [_code(one)]
    }


def _mark_of_key() -> str:
    """Tell that the key for citizen service numbers changed.

    Too short to tell which key it is, and made with this user's secret: nothing that is kept lets
    anyone try keys.
    """
    return seal(os.environ[KEY].encode())[:8] if os.environ.get(KEY) else ""


def program_of(inputs: Digests) -> str:
    """Digest the parts of report45 that chapters use, and the fonts figures are set in."""
    return _all(inputs, "source/report45/", _APART) + _all(inputs, "templates/fonts/")


def _code(chapter: ChapterNotebook) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The numbers of a notebook's code cells, and a digest of each."""
    cells = enumerate(read(chapter.path)["cells"], start=1)
    code = {place: _sha(one["source"]) for place, one in cells if one["cell_type"] == "code"}
    return tuple(code), tuple(code.values())


def _all(inputs: Digests, under: str, apart: tuple[str, ...] = ()) -> str:
    names = [name for name in inputs if name.startswith(under)]
    used = [name for name in names if not name.removeprefix(under).startswith(apart or ("//",))]
    return _sha("\n".join(f"{name} {inputs[name]}" for name in used))


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


# --- One reason to execute a chapter again, one predicate --------------------------------------


def code_changed(old: Origin, new: Origin, _: Iterable[str]) -> str:
    """Say which code cells differ."""
    if old.code == new.code:
        return ""
    if len(old.code) != len(new.code):
        return f"it has {len(new.code)} code cells, it had {len(old.code)}"
    pairs = zip(new.cells, old.code, new.code, strict=True)
    cells = [str(number) for number, before, now in pairs if before != now]
    return f"cell {_listed(cells)} changed"


def study_renamed(old: Origin, new: Origin, _: Iterable[str]) -> str:
    """Say what the study was called."""
    return "" if old.study == new.study else f"the study was called {old.study}"


def configuration_changed(old: Origin, new: Origin, _: Iterable[str]) -> str:
    """Say that the configuration differs."""
    same = old.configuration == new.configuration
    return "" if same else "what study.toml declares changed"


def tables_changed(old: Origin, new: Origin, read: Iterable[str]) -> str:
    """Say which of the tables the chapter reads differ."""
    changed = [name for name in sorted(read) if old.tables.get(name) != new.tables.get(name)]
    return f"table {_listed(changed)} changed" if changed else ""


def words_changed(old: Origin, new: Origin, _: Iterable[str]) -> str:
    """Say that other words are to stand in tables and figures."""
    return "" if old.words == new.words else "the words of tables and figures changed"


def program_changed(old: Origin, new: Origin, _: Iterable[str]) -> str:
    """Say that report45 differs."""
    return "" if old.program == new.program else "report45 itself changed"


def packages_changed(old: Origin, new: Origin, _: Iterable[str]) -> str:
    """Say that what report45 stands on differs."""
    return "" if old.packages == new.packages else "Python or the locked packages changed"


Reason = Callable[[Origin, Origin, Iterable[str]], str]
REASONS: tuple[Reason, ...] = (
    code_changed,
    study_renamed,
    configuration_changed,
    tables_changed,
    words_changed,
    program_changed,
    packages_changed,
)


def reasons(old: Origin, new: Origin, read: Iterable[str]) -> list[str]:
    """Say in words in which respects a chapter's outputs no longer follow from what they did.

    Parameters
    ----------
    old, new : Origin
        When it was executed, and now.
    read : iterable of str
        The tables the chapter read.

    Returns
    -------
    list of str
        Empty when its outputs are still good.
    """
    names = tuple(read)
    return [told for reason in REASONS if (told := reason(old, new, names))]


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
