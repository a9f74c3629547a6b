"""Where a build is made before a reader sees any of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from report45.execution.scratch import clear, own_folder
from report45.mime import INJECTED


@contextmanager
def workspace(out: Path, name: str) -> Iterator[Path]:
    """Give a folder of this process's own, beside the result so that a rename puts it in place.

    Parameters
    ----------
    out : Path
        Where the result goes; made when it is not there.
    name : str
        Name of the result.

    Yields
    ------
    Path
        The folder; it is gone afterwards.
    """
    out.mkdir(parents=True, exist_ok=True)
    clear(out, f".{name}")
    with own_folder(out, f".{name}") as work:
        yield work


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
        if old not in made and _executed(old, target.name):
            old.unlink(missing_ok=True)
    return tuple(sorted(placed, key=lambda path: (len(path.parts), path)))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old one or the new one, never a part."""
    with workspace(path.parent, path.name) as work:
        (work / path.name).write_bytes(content)
        (work / path.name).replace(path)


def _executed(path: Path, study: str) -> bool:
    """Whether a notebook is a chapter that a build of a study put there."""
    try:
        cells = json.loads(path.read_bytes())["cells"]
        # papermill itself gives another id; a chapter of prose alone has no parameters
        own = ("", f"# Parameters\nstudy = {json.dumps(study)}\n")
        return any(cell["id"] == INJECTED and "".join(cell["source"]) in own for cell in cells)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return False
