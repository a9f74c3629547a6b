"""Where a build is made before a reader sees any of it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def clear(out: Path, study: str) -> None:
    """Clear away what a build of a study left when it was killed.

    Parameters
    ----------
    out : Path
        Where builds go.
    study : str
        Name of the study.
    """
    for left in out.glob(f".{study}.*"):
        if not _alive(left.name.rpartition(".")[2]):
            shutil.rmtree(left, ignore_errors=True)


@contextmanager
def workspace(out: Path, study: str) -> Iterator[Path]:
    """Give a folder of this process's own, beside the result so that a rename puts it in place.

    Parameters
    ----------
    out : Path
        Where builds go.
    study : str
        Name of the study.

    Yields
    ------
    Path
        The folder; it is gone afterwards.
    """
    out.mkdir(parents=True, exist_ok=True)
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


def put_in_place(work: Path, target: Path) -> tuple[Path, ...]:
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


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old one or the new one, never a part."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
