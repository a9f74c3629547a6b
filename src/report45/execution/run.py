"""Execute chapters with papermill: one notebook, one study, one kernel."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Callable, Sequence
from multiprocessing.pool import ThreadPool
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report45.errors import ChapterError
from report45.execution.chapters import Chapter

if TYPE_CHECKING:
    from nbformat import NotebookNode
    from papermill.exceptions import PapermillExecutionError
    from traitlets.config import Config

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_ARROW = re.compile(r"^-+> *\d+ ?(.*)$", re.MULTILINE)

Notebook = dict[str, Any]
Done = Callable[[Chapter, Notebook], None]


def execute(
    chapters: Sequence[Chapter],
    study: Path,
    jobs: int = 1,
    done: Done = lambda *_: None,
) -> None:
    """Execute chapters on a study.

    Parameters
    ----------
    chapters : sequence of Chapter
    study : Path
        The study's folder.
    jobs : int
        How many chapters at a time.
    done : callable
        Called in this thread with every chapter and its executed notebook, in the order given.

    Raises
    ------
    ChapterError
        If a cell fails, or its kernel does. Chapters under way are abandoned.
    """
    if not chapters:
        return
    # threads of a ThreadPool are daemons: Ctrl-C ends the process without waiting for them,
    # and a kernel ends by itself when its parent is gone
    with ThreadPool(min(jobs, len(chapters))) as pool:
        executed = pool.imap(lambda chapter: _execute(chapter, study), chapters)
        for chapter, notebook in zip(chapters, executed, strict=True):
            done(chapter, notebook)


def _execute(chapter: Chapter, study: Path) -> Notebook:
    import papermill
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from papermill.exceptions import PapermillExecutionError

    try:
        with tempfile.TemporaryDirectory(prefix="report45-") as sockets:
            notebook = papermill.execute_notebook(
                str(chapter.path),
                None,
                parameters={"study": _portable(study)},
                cwd=str(Path.cwd()),
                kernel_name="python3",
                progress_bar=False,
                request_save_on_cell_execute=False,
                config=_local_sockets(sockets),
                extra_arguments=["--IPKernelApp.log_level=50"],
            )
    except PapermillExecutionError as error:
        raise _explain(error, chapter, study) from error
    except (CellTimeoutError, DeadKernelError) as error:
        message = f"the kernel ended: {error}"
        raise ChapterError(study.name, chapter.name, 0, "", message) from error
    return _clean(notebook)


def _local_sockets(folder: str) -> Config:
    """Let a kernel speak over sockets that only this user can reach, not over open TCP."""
    from traitlets.config import Config

    if os.name == "nt":
        return Config()
    return Config(KernelManager={"transport": "ipc", "ip": f"{folder}/kernel"})


def _portable(study: Path) -> str:
    """The study's path relative to the working folder where it lies inside it."""
    try:
        return study.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return str(study.resolve())


def _explain(error: PapermillExecutionError, chapter: Chapter, study: Path) -> ChapterError:
    trace = _COLOUR.sub("", "\n".join(error.traceback))
    arrow = _ARROW.search(trace)
    lines = error.source.strip().splitlines() or [""]
    source = arrow[1].strip() if arrow else lines[0]
    # papermill counts the cell it injects after the parameters cell
    number = error.cell_index + (0 if error.cell_index > _parameters(chapter.path) else 1)
    message = f"{error.ename}: {error.evalue}" if error.evalue else str(error.ename)
    return ChapterError(study.name, chapter.name, number, source, message, trace)


def _parameters(path: Path) -> int:
    import nbformat

    cells = nbformat.read(path, as_version=4).cells
    return next(
        index for index, cell in enumerate(cells) if "parameters" in cell.metadata.get("tags", ())
    )


def _clean(notebook: NotebookNode) -> Notebook:
    """Drop what differs from run to run or names the machine: times, paths, versions."""
    import nbformat

    plain: Notebook = json.loads(nbformat.writes(notebook))
    plain["metadata"] = {
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        "report45": plain["metadata"]["report45"],
    }
    for cell in plain["cells"]:
        tags = cell["metadata"].get("tags", [])
        cell["metadata"] = {"tags": tags} if tags else {}
        if "injected-parameters" in tags:
            cell["id"] = "injected-parameters"
    return plain
