"""From a study folder to its publications: load, execute, publish, put in place."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report45.execution.cache import Cache, Notebook, key_of, with_prose
from report45.execution.chapters import Chapter, find_chapters, split_by_tables
from report45.study.load import digest
from report45.study.texts import read_texts
from report45.study.toml import read_config

if TYPE_CHECKING:
    from report45.study.config import StudyConfig

Report = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


@dataclass(frozen=True)
class Built:
    """What a build made.

    Parameters
    ----------
    study : str
        Name of the study.
    files : tuple of Path
        What was written, publications first.
    executed, reused : tuple of str
        Names of the chapters that were executed, and of those whose outputs were still good.
    left_out : tuple of Chapter
        Chapters the study has no tables for.
    """

    study: str
    files: tuple[Path, ...]
    executed: tuple[str, ...]
    reused: tuple[str, ...]
    left_out: tuple[Chapter, ...]


def build(
    folder: Path,
    out: Path,
    formats: Sequence[str] | None = None,
    notebooks: Path = Path("notebooks"),
    jobs: int = 2,
    report: Report = lambda *_: None,
    *,
    force: bool = False,
) -> Built:
    """Build all publications of a study.

    Nothing that a reader sees in ``out`` is touched until everything has been made.

    Parameters
    ----------
    folder : Path
        The study's folder.
    out : Path
        Where builds go; the study gets a folder of its own in it.
    formats : sequence of str, optional
        ``html``, ``pdf``; empty for the facts alone. By default all a publication has.
    notebooks : Path
        The folder of chapter notebooks.
    jobs : int
        Chapters to execute at a time.
    report : callable
        Told about progress.
    force : bool
        Execute every chapter, also those whose outputs are still good.

    Returns
    -------
    Built

    Raises
    ------
    InputError
        If the study, a notebook or a publication is not sound.
    ChapterError
        If a chapter fails.
    """
    _spare_grammars()
    from report45.publishing.chapters import read_chapters
    from report45.publishing.facts import FILE, write_facts
    from report45.publishing.publish import publish

    plan = _plan(folder, notebooks, formats)
    progress = _Progress(report, plan.steps)
    with _workspace(out, plan.name) as work:
        cache = Cache(out / ".cache")
        executed = _chapters(plan, cache, work, progress, jobs, force=force)
        chapters = read_chapters(plan.paths(work))
        write_facts(chapters, digest(plan.folder, plan.config), work / FILE)
        for publication, made in plan.publications:
            kept = None if force else cache
            publish(chapters, publication, work, made, plan.left_out, progress.done, kept)
        files = _put_in_place(work, out / plan.name)
    reused = tuple(one.name for one in plan.chapters if one.name not in executed)
    return Built(plan.name, files, executed, reused, plan.left_out)


def current_facts(folder: Path, out: Path, report: Report) -> list[dict[str, Any]]:
    """Give a study's facts, executing the chapters whose code or data changed.

    Parameters
    ----------
    folder : Path
        The study's folder.
    out : Path
        Where builds are written.
    report : callable
        Told about progress.

    Returns
    -------
    list of dict
        The facts as ``facts.json`` holds them.
    """
    from report45.publishing.facts import FILE

    built = build(folder, out, formats=(), report=report)
    path = next(path for path in built.files if path.name == FILE)
    facts: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["facts"]
    return facts


def _spare_grammars() -> None:
    """Keep jsonschema from compiling grammars for IRIs, which takes longer than a whole edit.

    It does so at import where JupyterLab brought the optional package along; no notebook's schema
    asks for such a format.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


@dataclass(frozen=True)
class _Plan:
    """What a build is going to make.

    Parameters
    ----------
    folder : Path
        The study's.
    config : StudyConfig
    chapters, left_out : tuple of Chapter
        Those the study has the tables for, and those it has not.
    publications : tuple of (str, sequence of str)
        Names, each with its formats.
    """

    folder: Path
    config: StudyConfig
    chapters: tuple[Chapter, ...]
    left_out: tuple[Chapter, ...]
    publications: tuple[tuple[str, Sequence[str]], ...]

    @property
    def name(self) -> str:
        return self.folder.resolve().name

    @property
    def steps(self) -> int:
        return len(self.chapters) + sum(len(formats) for _, formats in self.publications)

    def paths(self, work: Path) -> list[Path]:
        return [work / "chapters" / chapter.path.name for chapter in self.chapters]


def _plan(folder: Path, notebooks: Path, formats: Sequence[str] | None) -> _Plan:
    from report45.publishing.book import load_publication

    config = read_config(folder)
    publications = tuple(
        (name, [one for one in load_publication(name).formats if formats is None or one in formats])
        for name in config.publications
    )
    tables = [*config.tables, *(["cases"] if any((folder / "cases").glob("*.md")) else [])]
    chapters, left_out = split_by_tables(find_chapters(notebooks), tables)
    return _Plan(folder, config, chapters, left_out, publications)


class _Progress:
    """Counts the steps of a build."""

    def __init__(self, report: Report, steps: int) -> None:
        self._report, self._steps, self._done = report, steps, 0
        report("starting", 0, steps)

    def done(self, what: str) -> None:
        self._done += 1
        self._report(what, self._done, self._steps)


def _chapters(
    plan: _Plan, cache: Cache, work: Path, progress: _Progress, jobs: int, *, force: bool
) -> tuple[str, ...]:
    """Write every chapter to the workspace; name those that were executed."""
    state, texts = digest(plan.folder, plan.config), read_texts(plan.folder)
    keys = {chapter.name: key_of(chapter, plan.name, state) for chapter in plan.chapters}
    (work / "chapters").mkdir()

    def write(chapter: Chapter, notebook: Notebook, how: str) -> None:
        path = work / "chapters" / chapter.path.name
        whole = json.dumps(with_prose(notebook, chapter.path, texts), ensure_ascii=False, indent=1)
        path.write_text(whole + "\n", encoding="utf-8")
        progress.done(f"chapter {chapter.name} {how}")

    def keep(chapter: Chapter, notebook: Notebook) -> None:
        cache.put(keys[chapter.name], notebook)
        write(chapter, notebook, "executed")

    missing = []
    for chapter in plan.chapters:
        found = None if force else cache.get(keys[chapter.name])
        if found is None:
            missing.append(chapter)
        else:
            write(chapter, found, "unchanged")
    if missing:
        from report45.execution.run import execute, prepare
        from report45.study.load import load

        prepare()
        load(plan.folder)  # before any chapter starts: all faults at once, not one per chapter
        execute(missing, plan.folder, jobs, keep)
    return tuple(chapter.name for chapter in missing)


@contextmanager
def _workspace(out: Path, study: str) -> Iterator[Path]:
    """A folder of this process's own, beside the result so that a rename puts it in place."""
    out.mkdir(parents=True, exist_ok=True)
    for left in out.glob(f".{study}.*"):
        if not _alive(left.name.rpartition(".")[2]):
            shutil.rmtree(left, ignore_errors=True)
    work = out / f".{study}.{os.getpid()}"
    try:
        work.mkdir()
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _alive(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True


def _put_in_place(work: Path, target: Path) -> tuple[Path, ...]:
    """Move every file to its place, one rename each: a reader sees an old file or a new one."""
    placed = []
    for path in sorted(work.rglob("*")):
        if path.is_file():
            final = target / path.relative_to(work)
            final.parent.mkdir(parents=True, exist_ok=True)
            path.replace(final)
            placed.append(final)
    made = set(placed)
    for old in (target / "chapters").glob("*.ipynb"):
        if old not in made:
            old.unlink(missing_ok=True)
    return tuple(sorted(placed, key=lambda path: (len(path.parts), path)))
