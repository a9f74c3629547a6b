"""Execute chapters with papermill: one notebook, one study, one kernel."""

from __future__ import annotations

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

Done = Callable[[Chapter], None]


def execute(
    chapters: Sequence[Chapter],
    study: Path,
    out: Path,
    jobs: int = 1,
    done: Done = lambda _: None,
) -> list[Path]:
    """Execute chapters on a study.

    Parameters
    ----------
    chapters : sequence of Chapter
    study : Path
        The study's folder.
    out : Path
        Folder for the executed chapters; made when missing.
    jobs : int
        How many chapters at a time.
    done : callable
        Called with every chapter that was executed.

    Returns
    -------
    list of Path
        The executed chapters, in the order given.

    Raises
    ------
    ChapterError
        If a cell fails, or its kernel does. Chapters under way are abandoned.
    """
    out.mkdir(parents=True, exist_ok=True)

    def one(chapter: Chapter) -> Path:
        return _execute(chapter, study, out)

    written = {}
    # threads of a ThreadPool are daemons: Ctrl-C ends the process without waiting for them,
    # and a kernel ends by itself when its parent is gone
    with ThreadPool(min(jobs, len(chapters)) or 1) as pool:
        for chapter, path in zip(chapters, pool.imap(one, chapters), strict=True):
            written[chapter.name] = path
            done(chapter)
    return [written[chapter.name] for chapter in chapters]


def _execute(chapter: Chapter, study: Path, out: Path) -> Path:
    import papermill
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from papermill.exceptions import PapermillExecutionError

    target = out / chapter.path.name
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
        raise ChapterError(study.name, chapter.name, 0, "", f"the kernel ended: {error}") from error
    _write(_clean(notebook), target)
    return target


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


def _clean(notebook: NotebookNode) -> NotebookNode:
    """Drop what differs from run to run or names the machine: times, paths, versions."""
    notebook.metadata.pop("papermill", None)
    keep: dict[str, Any] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook.metadata["kernelspec"] = keep
    notebook.metadata.pop("language_info", None)
    for cell in notebook.cells:
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        if cell.cell_type == "code" and "injected-parameters" in cell.metadata.get("tags", ()):
            cell.id = "injected-parameters"
    return notebook


def _write(notebook: NotebookNode, target: Path) -> None:
    import nbformat

    part = target.with_suffix(f".{os.getpid()}.part")
    try:
        part.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
