"""Find the chapter notebooks and which of them a study can fill."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from report45.disk import UnreadableError, listed, read_text
from report45.errors import Fault, InputError

_LIMIT = 64 << 20  # bytes; a notebook of ours has no outputs, but one opened by hand may
_NAME = re.compile("[a-z][a-z0-9_]*")
_STUDY = re.compile(r"^study *(: *str *)?= *[\"']", re.MULTILINE)


@dataclass(frozen=True)
class Chapter:
    """A chapter notebook, not yet executed.

    Parameters
    ----------
    name : str
        The first part of its fact paths.
    title : str
        Its title, in Dutch.
    path : Path
        The notebook.
    requires : tuple of str
        Tables it cannot do without; ``cases`` stands for the stories.
    """

    name: str
    title: str
    path: Path
    requires: tuple[str, ...]


def find_chapters(folder: Path) -> tuple[Chapter, ...]:
    """Read what every notebook in a folder says of itself.

    Parameters
    ----------
    folder : Path
        Where the chapter notebooks are.

    Returns
    -------
    tuple of Chapter
        By name.

    Raises
    ------
    InputError
        If there are no notebooks, or one is no chapter: not JSON, no ``report45`` metadata,
        not exactly one code cell tagged ``parameters`` that sets ``study``, or a name that
        cannot begin a fact's path or is used twice.
    """
    faults: list[Fault] = []
    found: dict[str, Chapter] = {}
    for path in notebook_files(folder):
        chapter = _read(path, faults)
        if chapter is None:
            continue
        if chapter.name in found:
            other = found[chapter.name].path.name
            faults.append(Fault(path.name, f"{other} has the chapter name {chapter.name} too."))
        found[chapter.name] = chapter
    if not found and not faults:
        faults.append(Fault(str(folder), "no chapter notebooks here."))
    if faults:
        raise InputError(faults)
    return tuple(found[name] for name in sorted(found))


def notebook_files(folder: Path) -> list[Path]:
    """Name every notebook of a folder, whatever is in it.

    Raises
    ------
    InputError
        If the folder is there and cannot be listed.
    """
    try:
        return listed(folder, ".ipynb")
    except UnreadableError as error:
        raise InputError([Fault(str(folder), error.problem, error.remedy)]) from None


def read_notebook(path: Path) -> str:
    """Read a notebook as text, a mark at its start left out.

    Raises
    ------
    UnreadableError
        If it is no regular file of UTF-8, or has outputs beyond measure.
    """
    return read_text(path, limit=_LIMIT)


def _read(path: Path, faults: list[Fault]) -> Chapter | None:
    try:
        notebook = json.loads(read_notebook(path))
        own = notebook["metadata"]["report45"]
        tagged = [
            "".join(cell["source"])
            for cell in notebook["cells"]
            if cell["cell_type"] == "code" and "parameters" in cell["metadata"].get("tags", ())
        ]
        chapter = Chapter(own["chapter"], own["title"], path, tuple(own.get("requires", ())))
    except UnreadableError as error:
        where = f"{path.name}, {error.place}" if error.place else path.name
        faults.append(Fault(where, error.problem, error.remedy))
        return None
    except (ValueError, RecursionError):
        remedy = "Restore it, save it again, or take it away."
        faults.append(Fault(path.name, "is not a notebook.", remedy))
        return None
    except (KeyError, TypeError, AttributeError):
        remedy = 'Give it metadata "report45" with "chapter" and "title", or take it away.'
        faults.append(Fault(path.name, "is not a chapter.", remedy))
        return None
    if not (isinstance(chapter.name, str) and _NAME.fullmatch(chapter.name)):
        remedy = "Use lower case letters, digits and underscores: it begins every fact's path."
        faults.append(Fault(path.name, "its chapter name is not a name.", remedy))
        return None
    if len(tagged) != 1:
        remedy = "Papermill needs exactly one to set the study."
        faults.append(Fault(path.name, f"has {len(tagged)} cells tagged parameters.", remedy))
        return None
    if not _STUDY.search(tagged[0]):
        remedy = 'Write `study = "data/..."` in it.'
        faults.append(Fault(path.name, "its parameters cell names no study.", remedy))
        return None
    return chapter


def split_by_tables(
    chapters: Iterable[Chapter], tables: Iterable[str]
) -> tuple[tuple[Chapter, ...], tuple[Chapter, ...]]:
    """Divide chapters into those a study can fill and those it cannot.

    Parameters
    ----------
    chapters : iterable of Chapter
    tables : iterable of str
        What the study has.

    Returns
    -------
    tuple of Chapter, tuple of Chapter
        To be executed, and left out.
    """
    has = set(tables)
    every = tuple(chapters)
    possible = tuple(chapter for chapter in every if has.issuperset(chapter.requires))
    return possible, tuple(chapter for chapter in every if chapter not in possible)
