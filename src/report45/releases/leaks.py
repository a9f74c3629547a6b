"""What no release may hold: a client's number, or a path of the machine it was made on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from report45.errors import Fault, Place
from report45.study.config import StudyConfig
from report45.study.load import load
from report45.study.schema import schemas
from report45.study.tables import read_table

_DISTINCT = re.compile(r"[^\W\d]|\A\d{6}")
"""A client's number that cannot be taken for a count: it holds a letter or six digits."""
_TOKEN = re.compile(r"[\w-]+")
_NOT_READ = re.compile(
    r'base64,[A-Za-z0-9+/=]+|\bd="[^"]*"|<style\b[^<]*+(?:<(?!/?style\b)[^<]*+)*+</style>'
)
_REMEDY = "Take it out of the prose, the texts or the data that say so; nothing was written."


def leaks(folder: Path, files: Iterable[Path], root: Path, paths: Iterable[Path]) -> list[Fault]:
    """Look in the files of a release for what may not stand there.

    PDF is not read: it says what the book says, which is.

    Parameters
    ----------
    folder : Path
        The study's folder.
    files : iterable of Path
        The files to read.
    root : Path
        The release, for messages.
    paths : iterable of Path
        Paths of this machine.

    Returns
    -------
    list of Fault
        Each names a file, and never what was found in it.
    """
    clients = client_numbers(folder)
    machine = [re.escape(str(one)) for one in {*paths} if len(one.parts) > 1]
    here = re.compile(rf"(?<![\w/.])(?:{'|'.join(machine)})(?![\w-])")
    faults = []
    for path in files:
        place = Place(path.relative_to(root).as_posix())
        text = "\n".join(_texts(path))
        if not clients.isdisjoint(_TOKEN.findall(text)):
            faults.append(Fault(place, "client-number", "holds the number of a client.", _REMEDY))
        if machine and here.search(text):
            faults.append(Fault(place, "machine-path", "holds a path of this machine.", _REMEDY))
    return faults


def client_numbers(folder: Path) -> frozenset[str]:
    """Give the numbers of a study's clients, as delivered and as pseudonyms.

    Parameters
    ----------
    folder : Path
        The study's folder.

    Returns
    -------
    frozenset of str
        Without those that cannot be told from a count.
    """
    study = load(folder)
    found = {one for frame in study.tables.values() for one in _numbers(frame)}
    if study.config.identifier == "bsn":
        found |= _delivered(folder, study.config)
    return frozenset(one for one in found if _DISTINCT.search(one))


def _delivered(folder: Path, config: StudyConfig) -> set[str]:
    """The citizen service numbers, which loading replaces."""
    expected = schemas(config)
    read = (read_table(folder, table, expected[name]) for name, table in config.tables.items())
    return {number for one in read for number in _numbers(one.frame)}


def _numbers(frame: Any) -> set[str]:
    if frame is None or "client" not in frame:
        return set()
    return {str(one) for one in frame["client"].dropna()}


def _texts(path: Path) -> Iterator[str]:
    """All text in a file; of pictures and fonts only what can be read."""
    if path.suffix == ".pdf":
        return
    for whole in _contents(path):
        found = _strings(json.loads(whole)) if path.suffix in (".json", ".ipynb") else [whole]
        yield from (_NOT_READ.sub(" ", one) for one in found)


def _contents(path: Path) -> Iterator[str]:
    if path.suffix != ".docx":
        yield path.read_bytes().decode("utf-8", "replace")
        return
    with ZipFile(path) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                yield parts.read(name).decode("utf-8", "replace")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield name
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
