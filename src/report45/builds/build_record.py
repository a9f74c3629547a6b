"""A build that has nothing to do knows so without importing what would do it."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from report45.chapters.find import ChapterNotebook, find_chapters
from report45.errors import Fault
from report45.store.cache import Cache
from report45.store.inputs import digest_of
from report45.wording.notices import Finding, read_fault


@dataclass(frozen=True)
class Built:
    """What a build made.

    Parameters
    ----------
    study : str
        Name of the study.
    files : tuple of Path
        What it consists of, publications first.
    executed, reused : tuple of str
        Names of the chapters that were executed, and of those whose outputs were still good.
    left_out : tuple of ChapterNotebook
        Chapters the study has no tables for.
    complaints : tuple of Finding
        What is to be said of its prose.
    failed : tuple of Fault
        The files that could not be made.
    remarks : mapping of str to sequence of str
        What was seen in its data, a line each, in every language.
    """

    study: str
    files: tuple[Path, ...]
    executed: tuple[str, ...]
    reused: tuple[str, ...]
    left_out: tuple[ChapterNotebook, ...]
    complaints: tuple[Finding, ...] = ()
    failed: tuple[Fault, ...] = ()
    remarks: Mapping[str, Sequence[str]] = field(default_factory=dict)


def name_of(folder: Path, formats: Sequence[str] | None, notebooks: Path) -> str:
    """Name the note on what was asked of a build.

    Parameters
    ----------
    folder, notebooks : Path
        The study's folder, and that of the chapter notebooks.
    formats : sequence of str, optional
        As :func:`report45.builds.build.build` takes them.
    """
    asked = [str(folder.resolve()), formats and sorted(formats), str(notebooks.resolve())]
    digest = hashlib.sha256(json.dumps(asked).encode()).hexdigest()
    return f"study-{folder.resolve().name}-{digest[:16]}"


def find(
    cache: Cache, name: str, given: Mapping[str, str], folder: Path, out: Path, notebooks: Path
) -> Built | None:
    """Give the build that was made before of the very same, if all its files are still whole.

    Parameters
    ----------
    cache : Cache
    name : str
        What was asked, from :func:`name_of`.
    given : mapping of str to str
        Digests of all the build follows from.
    folder, out, notebooks : Path
        As :func:`report45.builds.build.build` takes them.

    Returns
    -------
    Built or None
    """
    noted = cache.note(name)
    if noted is None or noted["given"] != _all(given):
        return None
    place = out / folder.resolve().name
    if any(digest_of(place / file) != digest for file, digest in noted["files"].items()):
        return None
    files = tuple(place / file for file in noted["files"])
    chapters = find_chapters(notebooks) if noted["left_out"] else ()
    left_out = tuple(one for one in chapters if one.name in noted["left_out"])
    complaints = tuple(map(read_fault, noted["complaints"]))
    executed = tuple(noted["chapters"])
    told = noted["remarks"]
    return Built(place.name, files, (), executed, left_out, complaints, (), told)


def keep(cache: Cache, name: str, given: Mapping[str, str], built: Built, out: Path) -> None:
    """Note a build that has ended well.

    Parameters
    ----------
    cache : Cache
    name : str
        What was asked.
    given : mapping of str to str
        Digests of all the build follows from.
    built : Built
    out : Path
        Where builds go.
    """
    place = out / built.study
    files = {path.relative_to(place).as_posix(): digest_of(path) for path in built.files}
    noted = {
        "given": _all(given),
        "files": files,
        "chapters": sorted([*built.executed, *built.reused]),
        "left_out": [one.name for one in built.left_out],
        "complaints": [one.written() for one in built.complaints],
        "remarks": dict(built.remarks),
    }
    cache.keep_note(name, noted)


def _all(given: Mapping[str, str]) -> dict[str, str]:
    return {**given, "python": sys.version}
