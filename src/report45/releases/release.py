"""A release: a folder with the publications, all they rest on, and a manifest that says so."""

from __future__ import annotations

import filecmp
import json
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from report45.builds.build import build
from report45.builds.facts_file import FILE as FACTS
from report45.builds.workspace import workspace
from report45.chapters.find import ChapterNotebook
from report45.checkout import ROOT
from report45.errors import Fault, InputError, Place
from report45.releases import manifest as manifests
from report45.releases.leaks import leaks
from report45.signals import whole
from report45.store.inputs import digest_of, inputs
from report45.study.accepted import read_accepted
from report45.study.config import StudyConfig
from report45.study.toml import read_config

SCHEMA = Path(__file__).with_name("facts.schema.json")
DISCLOSURE = "none"
"""No study can ask for suppression of small numbers yet, and a release says so."""

Report = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Released:
    """What became of a release.

    Parameters
    ----------
    folder : Path
        The release.
    digest : str
        Of its manifest.
    state : str
        ``written``, ``replaced``, or ``equal`` when the very same release stood there already.
    """

    folder: Path
    digest: str
    state: Literal["written", "replaced", "equal"]


def release(
    folder: Path,
    to: Path | None = None,
    out: Path = Path("build"),
    notebooks: Path = Path("notebooks"),
    jobs: int = 2,
    report: Report = lambda *_: None,
    *,
    force: bool = False,
) -> Released:
    """Build a study and write its release, whole or not at all.

    Parameters
    ----------
    folder : Path
        The study's folder.
    to : Path, optional
        The release; ``releases/<study>-<version>`` by default.
    out : Path
        Where builds go.
    notebooks : Path
        The folder of chapter notebooks.
    jobs : int
        Chapters to execute at a time.
    report : callable
        Told about progress.
    force : bool
        Replace another release that stands there.

    Returns
    -------
    Released

    Raises
    ------
    InputError
        If the study cannot be built, if its prose has errors that nobody accepted, if a file holds
        a client's number or a path of this machine, if the inputs change meanwhile, or if something
        else stands in the place of the release.
    ChapterError
        If a chapter fails.
    """
    config = read_config(folder)
    target = to or Path("releases") / f"{folder.resolve().name}-{_portable(config.version)}"
    _refuse_foreign(target)
    given = inputs(folder, notebooks)
    built = build(folder, out, None, notebooks, jobs, report)
    if errors := [one for one in built.complaints if one.severity == "error"]:
        raise InputError(errors)
    if built.failed:
        raise InputError(built.failed)
    with workspace(target.parent, target.name) as work:
        _copy(built.files, out / built.study, work)
        _write_books(work, config.publications, built.left_out)
        _refuse_leaks(folder, work)
        if changed := {*given.items()} ^ {*inputs(folder, notebooks).items()}:
            problem = "changed while the release was made; nothing was written."
            names = sorted({name for name, _ in changed})
            raise InputError(
                Fault(Place(name), "changed-meanwhile", problem, "Release again.") for name in names
            )
        made = _manifest(config, given, work, folder, notebooks)
        manifests.write_manifest(made, work)
        return Released(target, made.digest, _put_in_place(work, target, force=force))


def files_of(folder: Path) -> dict[str, str]:
    """Digest every file of a release but its manifest, by name."""
    return {
        path.relative_to(folder).as_posix(): digest_of(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path != folder / manifests.FILE
    }


def _portable(version: str) -> str:
    return re.sub(r"[^\w.-]+", "-", version)


def _copy(files: Sequence[Path], source: Path, work: Path) -> None:
    for path in files:
        place = work / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
    shutil.copyfile(SCHEMA, work / SCHEMA.name)


def _write_books(
    work: Path, publications: Sequence[str], left_out: Sequence[ChapterNotebook]
) -> None:
    """Write every publication's book: prose rendered, tables as JSON, nothing left to compute.

    It holds its own prose and the sentences it could say as they were written too, for whoever asks
    what a sentence rests on.
    """
    from report45.book.plan import make_book
    from report45.book.publication import load_publication, own_text
    from report45.chapters.executed import read_chapters
    from report45.prose.sentences import sources
    from report45.writers.document import to_notebook

    chapters = read_chapters(sorted((work / "chapters").glob("*.ipynb")))
    (work / "books").mkdir()
    for name in publications:
        notebook = to_notebook(make_book(chapters, name, left_out=left_out))
        declared = load_publication(name)
        own = [own_text(name, one.text, chapters) for one in declared.chapters if one.text]
        about = notebook["metadata"]["report45"]
        about["texts"] = {one.file: one.cells[0].prose for one in own}
        about["sentences"] = sources(name)
        first = own and declared.chapters[0].text and not declared.title
        titled = first and about["book"]["title"] != chapters[0].meta["title"]
        about["titled"] = Place(own[0].file).written() if titled else {}
        text = json.dumps(notebook, ensure_ascii=False, indent=1)
        (work / "books" / f"{name}.ipynb").write_text(text + "\n", encoding="utf-8")


def _manifest(
    config: StudyConfig, given: dict[str, str], work: Path, folder: Path, notebooks: Path
) -> manifests.Manifest:
    from report45.book.publication import load_publication

    formats: dict[str, tuple[str, ...]] = {
        name: load_publication(name).formats for name in config.publications
    }
    bare = manifests.Manifest(
        title=config.title,
        version=config.version,
        date=config.date.isoformat(),
        parameters=manifests.Parameters(study=folder.resolve().name, publications=formats),
        disclosure=DISCLOSURE,
        accepted=tuple(one.model_dump() for one in read_accepted(folder)),
        commit=manifests.commit([folder, notebooks]),
        versions=manifests.versions(),
        inputs=given,
        files=files_of(work),
        facts=tuple(json.loads((work / FACTS).read_text(encoding="utf-8"))["facts"]),
    )
    return bare.model_copy(update={"digest": bare.computed})


def _refuse_foreign(target: Path) -> None:
    if target.exists() and not (target / manifests.FILE).is_file():
        problem = "stands in the place of the release, and is none."
        remedy = "Name another folder with --to."
        raise InputError([Fault(Place(str(target)), "no-release", problem, remedy)])


def _refuse_leaks(folder: Path, work: Path) -> None:
    files = [path for path in sorted(work.rglob("*")) if path.is_file()]
    machine = [Path.home(), Path.cwd(), folder.resolve(), ROOT]
    if found := leaks(folder, files, work, machine):
        raise InputError(found)


def _put_in_place(
    work: Path, target: Path, *, force: bool
) -> Literal["written", "replaced", "equal"]:
    if not target.exists():
        work.rename(target)
        return "written"
    if _same(work, target):
        return "equal"
    if not force:
        problem = "another release stands here."
        remedy = "Give the study a new version, name another folder with --to, or use --force."
        raise InputError([Fault(Place(str(target)), "other-release", problem, remedy)])
    # until the new one stands in its place, nothing that clears up takes the old one
    old = target.with_name(f".{target.name}.{work.parent.name[-8:]}.old")
    with whole:
        target.rename(old)
        try:
            work.rename(target)
        except OSError:
            old.rename(target)
            raise
        old.rename(work)  # and is gone with it
    return "replaced"


def _same(one: Path, other: Path) -> bool:
    manifest = filecmp.cmp(one / manifests.FILE, other / manifests.FILE, shallow=False)
    return manifest and files_of(one) == files_of(other)
