"""Find the chapter notebooks and which of them a study can fill."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from report45.conflict import conflict
from report45.disk import UnreadableError, listed, read_text
from report45.errors import Fault, InputError, Place
from report45.wording.notices import fault, notice

_LIMIT = 64 << 20  # bytes; a notebook of ours has no outputs, but one opened by hand may
_NAME = re.compile("[a-z][a-z0-9_]*")
_STUDY = re.compile(r"^study *(: *str *)?= *[\"']", re.MULTILINE)


@dataclass(frozen=True)
class ChapterNotebook:
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
    has_code : bool
        Whether there is something to execute; a chapter of prose alone needs no kernel.
    """

    name: str
    title: str
    path: Path
    requires: tuple[str, ...]
    has_code: bool = True


def find_chapters(folder: Path) -> tuple[ChapterNotebook, ...]:
    """Read what every notebook in a folder says of itself, strangers left out.

    Parameters, results and errors are those of :func:`survey`.
    """
    return survey(folder)[0]


def survey(folder: Path) -> tuple[tuple[ChapterNotebook, ...], tuple[Fault, ...]]:
    """Read what every notebook in a folder says of itself.

    Parameters
    ----------
    folder : Path
        Where the chapter notebooks are.

    Returns
    -------
    tuple of ChapterNotebook
        By name.
    tuple of Fault
        The notebooks that are clearly no chapters, and why: without ``report45`` metadata, or a
        copy beside the notebook that is called after the chapter. They stop nothing, because a
        publication that names a chapter which is not there is an error of its own.

    Raises
    ------
    InputError
        If there are no chapters, or a notebook is no chapter although it looks like one: not JSON,
        half of the metadata, code without exactly one cell tagged ``parameters`` that sets
        ``study``, or a name that cannot begin a fact's path or is used twice.
    """
    faults: list[Fault] = []
    strangers: list[Fault] = []
    claimed: dict[str, list[ChapterNotebook]] = {}
    for path in notebook_files(folder):
        if (chapter := _read(path, faults, strangers)) is not None:
            claimed.setdefault(chapter.name, []).append(chapter)
    found = {}
    for name, chapters in claimed.items():
        own, *others = sorted(chapters, key=lambda one: one.path.stem != name)
        found[name] = own
        for other in others:
            told = notice("notebook-dubbel", eerste=own.path.name, naam=name)
            copy = fault(Place(other.path.name), "double-chapter", told)
            (strangers if own.path.stem == name else faults).append(copy)
    if not found and not faults:
        remedy = "Run report45 in the folder that holds notebooks, data and report_templates."
        problem = f"no chapter notebooks in {folder.absolute()}."
        faults += [Fault(Place(str(folder)), "no-chapters", problem, remedy), *strangers]
    if faults:
        raise InputError(sorted(faults, key=lambda one: one.place.file))
    return tuple(found[name] for name in sorted(found)), tuple(strangers)


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
        raise InputError([error.fault(str(folder))]) from None


def read_notebook(path: Path) -> str:
    """Read a notebook as text, a mark at its start left out.

    Raises
    ------
    UnreadableError
        If it is no regular file of UTF-8, or has outputs beyond measure.
    """
    return read_text(path, limit=_LIMIT)


def _read(path: Path, faults: list[Fault], strangers: list[Fault]) -> ChapterNotebook | None:
    text, place = "", Place(path.name)
    try:
        text = read_notebook(path)
        notebook = json.loads(text)
        if "report45" not in notebook["metadata"]:
            strangers.append(fault(place, "no-chapter", notice("notebook-geen-hoofdstuk")))
            return None
        own = notebook["metadata"]["report45"]
        code = [cell for cell in notebook["cells"] if _does(cell)]
        tagged = [
            "".join(cell["source"])
            for cell in code
            if "parameters" in cell["metadata"].get("tags", ())
        ]
        requires = tuple(own.get("requires", ()))
        chapter = ChapterNotebook(own["chapter"], own["title"], path, requires, bool(code))
    except UnreadableError as error:
        faults.append(error.fault(path.name))
        return None
    except (ValueError, RecursionError):
        if line := conflict(text):
            problem = "holds the marks of a merge conflict."
            remedy = "Choose a version and take the marks out."
            faults.append(Fault(replace(place, line=line), "conflict", problem, remedy))
        elif not text.strip():
            strangers.append(fault(place, "no-chapter", notice("notebook-leeg")))
        else:
            remedy = "Restore it, save it again, or take it away."
            faults.append(Fault(place, "no-notebook", "is not a notebook.", remedy))
        return None
    except (KeyError, TypeError, AttributeError):
        remedy = 'Give it metadata "report45" with "chapter" and "title", or take it away.'
        faults.append(Fault(place, "no-chapter", "is not a chapter.", remedy))
        return None
    if not (isinstance(chapter.name, str) and _NAME.fullmatch(chapter.name)):
        remedy = "Use lower case letters, digits and underscores: it begins every fact's path."
        faults.append(Fault(place, "not-a-name", "its chapter name is not a name.", remedy))
        return None
    if not code:
        return chapter
    if len(tagged) != 1:
        problem = f"has {len(tagged)} cells tagged parameters."
        remedy = "Papermill needs exactly one to set the study."
        faults.append(Fault(place, "no-parameters", problem, remedy))
        return None
    if not _STUDY.search(tagged[0]):
        remedy = 'Write `study = "data/..."` in it.'
        problem = "its parameters cell names no study."
        faults.append(Fault(place, "no-parameters", problem, remedy))
        return None
    return chapter


def _does(cell: Mapping[str, Any]) -> bool:
    """Whether a cell does anything: JupyterLab ends a new notebook in an empty cell of code."""
    lines = "".join(cell["source"]).splitlines() if cell["cell_type"] == "code" else []
    return any(line.strip() and not line.lstrip().startswith("#") for line in lines)


def split_chapters(
    chapters: Iterable[ChapterNotebook], provided: Iterable[str]
) -> tuple[tuple[ChapterNotebook, ...], tuple[ChapterNotebook, ...]]:
    """Divide chapters into those a study can fill and those it cannot.

    Parameters
    ----------
    chapters : iterable of ChapterNotebook
    provided : iterable of str
        What the study has: :meth:`report45.study.config.StudyConfig.provides`.

    Returns
    -------
    tuple of ChapterNotebook, tuple of ChapterNotebook
        To be executed, and left out.
    """
    has = set(provided)
    every = tuple(chapters)
    possible = tuple(chapter for chapter in every if has.issuperset(chapter.requires))
    return possible, tuple(chapter for chapter in every if chapter not in possible)
