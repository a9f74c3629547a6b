"""Whether a release is as it was written, and whether it can be made again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from report45.builds.facts_file import FILE as FACTS
from report45.chapters.executed import read_chapters
from report45.errors import Fault, InputError, Place
from report45.execution.scratch import temporary_folder
from report45.releases import manifest as manifests
from report45.releases.manifest import Manifest
from report45.releases.release import files_of, release
from report45.store.inputs import inputs

Report = Callable[[str, int, int], None]

_HOW = {"added": "was added", "changed": "was changed", "removed": "was removed"}


@dataclass(frozen=True)
class Verification:
    """What verifying a release found.

    Parameters
    ----------
    digest : str
        Of the release, as its manifest says.
    problems : tuple of str
        What is wrong with it, each naming a file or an input; empty when nothing is.
    same : tuple of str
        The files a rebuild gave the same bytes; empty without a rebuild.
    """

    digest: str
    problems: tuple[str, ...]
    same: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        """Say it, a file or input a line, and last the verdict."""
        yield from self.problems
        yield from (f"{name}: a rebuild gives the same bytes" for name in self.same)
        count = len(self.problems)
        yield f"{count} problems" if count > 1 else "1 problem" if count else "nothing was changed"
        yield f"digest {self.digest}"


def verify(folder: Path) -> Verification:
    """Say whether anything in a release was changed, added or removed.

    Whoever changes a file and its digest in the manifest alike changes the digest of the release:
    compare that with the one noted down when it was published.

    Parameters
    ----------
    folder : Path
        The release.

    Returns
    -------
    Verification

    Raises
    ------
    InputError
        If the manifest is missing, or not as it should be.
    """
    manifest = manifests.read_manifest(folder)
    altered = _compared(manifest.files, files_of(folder), _HOW)
    return Verification(manifest.digest, (*altered, *_contradictions(folder, manifest)))


def rebuild(
    folder: Path,
    study: Path,
    notebooks: Path = Path("notebooks"),
    jobs: int = 2,
    report: Report = lambda *_: None,
) -> Verification:
    """Say whether the inputs at hand are those of a release, and give the same bytes again.

    Nothing is built when the release itself was changed, or when an input or a version differs.

    Parameters
    ----------
    folder : Path
        The release.
    study : Path
        The study's folder.
    notebooks : Path
        The folder of chapter notebooks.
    jobs : int
        Chapters to execute at a time.
    report : callable
        Told about progress.

    Returns
    -------
    Verification

    Raises
    ------
    InputError
        If the manifest or the study is not as it should be.
    ChapterError
        If a chapter fails.
    """
    found, manifest = verify(folder), manifests.read_manifest(folder)
    if manifest.parameters.study != study.resolve().name:
        problem = f"is a release of {manifest.parameters.study}, not of {study.resolve().name}."
        raise InputError([Fault(Place(str(folder)), "other-study", problem, "Name that study.")])
    problems = [*found.problems, *_differing(manifest, study, notebooks)]
    if problems:
        return Verification(found.digest, tuple(problems))
    with temporary_folder() as here:
        again = here / "release"
        release(study, again, here / "build", notebooks, jobs, report)
        made = files_of(again)
    how = {
        "added": "comes out of a rebuild only",
        "changed": "comes out of a rebuild with other bytes",
        "removed": "does not come out of a rebuild",
    }
    same = tuple(name for name, digest in manifest.files.items() if made.get(name) == digest)
    return Verification(found.digest, tuple(_compared(manifest.files, made, how)), same)


def _differing(manifest: Manifest, study: Path, notebooks: Path) -> Iterator[str]:
    how = {name: f"input {said} since" for name, said in _HOW.items()}
    yield from _compared(manifest.inputs, inputs(study, notebooks), how)
    now = manifests.versions()
    for name in sorted({*manifest.versions, *now}):
        then, here = manifest.versions.get(name, "none"), now.get(name, "none")
        if then != here:
            yield f"{name}: version {then} then, {here} here"


def _compared(
    then: Mapping[str, str], now: Mapping[str, str], how: Mapping[str, str]
) -> Iterator[str]:
    for name in sorted({*then, *now}):
        if name not in now:
            yield f"{name}: {how['removed']}"
        elif name not in then:
            yield f"{name}: {how['added']}"
        elif then[name] != now[name]:
            yield f"{name}: {how['changed']}"


def _contradictions(folder: Path, manifest: Manifest) -> Iterator[str]:
    """What the manifest says that the release, or the manifest itself, gainsays."""
    if manifest.digest != manifest.computed:
        yield f"{manifests.FILE}: was changed: its digest is not that of what it says"
    for publication, formats in manifest.parameters.publications.items():
        for name in (f"books/{publication}.ipynb", *(f"{publication}.{one}" for one in formats)):
            if name not in manifest.files:
                yield f"{manifests.FILE}: has no digest of {name}, which it says was published"
    if list(manifest.facts) != _facts(folder):
        yield f"{FACTS}: its facts are not those of {manifests.FILE}"
    try:
        chapters = read_chapters(sorted((folder / "chapters").glob("*.ipynb")))
    except InputError as error:
        yield from (f"chapters/{fault}" for fault in error.faults)
        return
    stated = [dict(one.written) for chapter in chapters for one in chapter.facts.values()]
    if list(manifest.facts) != stated:
        yield f"{manifests.FILE}: its facts are not those the executed chapters state"


def _facts(folder: Path) -> list[dict[str, Any]] | None:
    try:
        found = json.loads((folder / FACTS).read_text(encoding="utf-8"))["facts"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if isinstance(found, list) else None
