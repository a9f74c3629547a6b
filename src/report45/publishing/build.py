"""From a study folder to its publications: load, execute, publish, put in place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from report45.execution.chapters import Chapter, find_chapters, split_by_tables

if TYPE_CHECKING:
    pass

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
    left_out : tuple of Chapter
        Chapters the study has no tables for.
    """

    study: str
    files: tuple[Path, ...]
    left_out: tuple[Chapter, ...]


def build(
    folder: Path,
    out: Path,
    formats: Sequence[str] = ("html", "pdf"),
    notebooks: Path = Path("notebooks"),
    jobs: int = 2,
    report: Report = lambda *_: None,
) -> Built:
    """Build all publications of a study.

    Nothing in ``out`` is touched until everything has been made.

    Parameters
    ----------
    folder : Path
        The study's folder.
    out : Path
        Where builds go; the study gets a folder of its own in it.
    formats : sequence of str
        ``html``, ``pdf``; empty for the facts alone.
    notebooks : Path
        The folder of chapter notebooks.
    jobs : int
        Chapters to execute at a time.
    report : callable
        Told about progress.

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
    from report45.execution.run import execute
    from report45.publishing.chapters import read_chapters
    from report45.publishing.facts import FILE, write_facts
    from report45.publishing.release import publish
    from report45.study.load import load

    study = load(folder)
    chapters = find_chapters(notebooks)
    tables = [*study.tables, *(["cases"] if study.cases else [])]
    possible, left_out = split_by_tables(chapters, tables)
    steps = len(possible) + len(formats)
    done = 0

    def chapter_done(chapter: Chapter) -> None:
        nonlocal done
        done += 1
        report(f"chapter {chapter.name}", done, steps)

    with _workspace(out, study.name) as work:
        report("starting", 0, steps)
        executed = execute(possible, folder, work / "chapters", jobs, chapter_done)
        write_facts(read_chapters(executed), study.digest, work / FILE)
        for publication in study.config.publications:
            for one in formats:
                publish(executed, publication, work, [one], left_out)
                done += 1
                report(f"{publication}.{one}", done, steps)
        files = _put_in_place(work, out / study.name)
    return Built(study.name, files, left_out)


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
