"""Execute a chapter with papermill: one notebook, one study, one kernel."""

from __future__ import annotations

import json
import logging
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from report45.chapters.find import ChapterNotebook, read_notebook
from report45.errors import ChapterError, printable
from report45.execution.children import LOST, LostError
from report45.execution.scratch import temporary_folder
from report45.mime import INJECTED, READS

if TYPE_CHECKING:
    from nbformat import NotebookNode
    from papermill.exceptions import PapermillExecutionError
    from traitlets.config import Config

_CHAINED = re.compile(r"^(?:The above exception was the direct|During handling of)", re.MULTILINE)
_FRAME = re.compile(r"^ *Cell In\[\d+\], line (\d+)", re.MULTILINE)
_COMPILED = re.compile(r"\(\d+\.py, line")
_LOG = logging.getLogger(__name__)
# what nbclient would say of a kernel that ended stands in our own message
logging.getLogger("papermill").addHandler(logging.NullHandler())

Notebook = dict[str, Any]


@dataclass(frozen=True)
class Limits:
    """What one chapter may take.

    Parameters
    ----------
    timeout : int
        Seconds for one cell; 0 for as long as it takes.
    memory : float
        Gigabytes its kernel may come to use; 0 for as many as there are. Holds for kernels of the
        warm process.
    """

    timeout: int = 0
    memory: float = 0


NO_LIMITS = Limits()
_FOR_OUTPUT = 60
"""Seconds for what a cell gave to come through, once the cell itself has ended."""


class Executed(NamedTuple):
    """An executed chapter, and the names of the tables it read."""

    notebook: Notebook
    read: tuple[str, ...]


def execute(
    chapter: ChapterNotebook,
    study: Path,
    limits: Limits = NO_LIMITS,
    wanted: Callable[[], bool] = lambda: True,
) -> Executed:
    """Execute a chapter on a study.

    Parameters
    ----------
    chapter : ChapterNotebook
    study : Path
        The study's folder.
    limits : Limits
    wanted : callable
        Asked every second; the kernel is ended when nobody waits for the chapter any more.

    Returns
    -------
    Executed

    Raises
    ------
    ChapterError
        If a cell fails, or its kernel does.
    """
    said: list[str] = []
    try:
        return _attempt(chapter, study, limits, wanted, said)
    except (ChapterError, LostError):
        if LOST not in said:
            raise
        return _attempt(chapter, study, limits, wanted, [])  # no cell is to blame; another process


def _attempt(
    chapter: ChapterNotebook,
    study: Path,
    limits: Limits,
    wanted: Callable[[], bool],
    said: list[str],
) -> Executed:
    """Execute a chapter; why its kernel had to end is added to what is said."""
    import papermill
    from nbclient.exceptions import CellTimeoutError
    from papermill.exceptions import PapermillExecutionError

    name = study.resolve().name
    begun: list[tuple[int, str]] = []
    try:
        with temporary_folder() as sockets:
            notebook = papermill.execute_notebook(
                _notebook(chapter.path),
                None,
                parameters={"study": _portable(study)},
                cwd=str(Path.cwd()),
                kernel_name="python3",
                language="python",
                engine_name="report45",
                progress_bar=False,
                request_save_on_cell_execute=False,
                shutdown_kernel="immediate",
                execution_timeout=limits.timeout or None,
                iopub_timeout=_FOR_OUTPUT,
                raise_on_iopub_timeout=True,  # without, what came later would be missing in silence
                config=_kernel(sockets, limits, wanted, said.append),
                extra_arguments=["--IPKernelApp.log_level=50"],
                on_cell_execute=lambda cell, cell_index: begun.append((cell_index, cell.source)),
            )
    except PapermillExecutionError as error:
        raise _explain(error, chapter, name) from error
    except LostError:
        said.append(LOST)
        raise
    except (RuntimeError, CellTimeoutError) as error:  # of which DeadKernelError is one
        index, source = begun[-1] if begun else (0, "")
        place = (name, chapter.name, _number(index, chapter), _line(source, ""))
        raise ChapterError(*place, said[-1] if said else _ended(error, limits)) from error
    finally:
        _close_loop()
    return _clean(notebook, chapter, name)


def _ended(error: Exception, limits: Limits) -> str:
    if not isinstance(error, TimeoutError):
        return f"the kernel ended: {error}"
    if "IOPub" in str(error):
        return f"the output of the cell did not come through in {_FOR_OUTPUT} seconds"
    return f"the cell took more than {limits.timeout} seconds (--timeout)"


def _close_loop() -> None:
    """Close this thread's loop and its sockets, which papermill leaves open, with tasks in it."""
    import asyncio

    from jupyter_core.utils import ensure_event_loop

    loop = ensure_event_loop()
    left = asyncio.all_tasks(loop)
    for task in left:
        task.cancel()
    loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
    loop.close()


def _kernel(
    folder: Path, limits: Limits, wanted: Callable[[], bool], complain: Callable[[str], None]
) -> Config:
    """Let a kernel speak over sockets that only this user can reach, not over open TCP."""
    from traitlets.config import Config

    own = {"memory": int(limits.memory * 1e9), "watched": True, "wanted": wanted}
    # a list's own method would be copied with its list
    config = Config(WarmProvisioner={**own, "complain": lambda problem: complain(problem)})
    config.KernelManager.connection_file = str(folder / "kernel.json")
    if os.name != "nt":
        config.KernelManager.transport = "ipc"
        config.KernelManager.ip = f"{folder}/kernel"
        config.AsyncKernelManager.client_factory = "report45.execution.kernels.PromptClient"
    return config


def _portable(study: Path) -> str:
    """The study's path relative to the working folder where it lies inside it."""
    try:
        return study.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return str(study.resolve())


def _explain(error: PapermillExecutionError, chapter: ChapterNotebook, study: str) -> ChapterError:
    trace = printable("\n".join(error.traceback))
    # the number of the compiled cell differs from run to run
    said = _COMPILED.sub("(line", str(error.evalue))
    message = f"{error.ename}: {said}" if said else str(error.ename)
    number = _number(error.cell_index, chapter)
    return ChapterError(study, chapter.name, number, _line(error.source, trace), message, trace)


def _line(source: str, trace: str) -> str:
    """The line of the cell's source at which it failed."""
    lines = source.splitlines() or [""]
    last = _CHAINED.split(trace)[-1]  # of an error raised from another, the one that ended it
    frame = _FRAME.search(last)
    if frame is not None and int(frame[1]) <= len(lines):
        return lines[int(frame[1]) - 1].strip()
    return next((line.strip() for line in lines if line.strip()), "")


def _number(index: int, chapter: ChapterNotebook) -> int:
    """Number of a cell in the chapter's own notebook, from its place in the executed one."""
    # papermill injects a cell after the parameters cell
    return index + (0 if index > _parameters(chapter.path) else 1)


def _notebook(path: Path) -> NotebookNode:
    """Read a notebook ourselves: papermill takes braces in a path for parameters."""
    import nbformat

    read: NotebookNode = nbformat.reads(read_notebook(path), as_version=4)
    return read


def _parameters(path: Path) -> int:
    return next(
        index
        for index, cell in enumerate(_notebook(path).cells)
        if "parameters" in cell.metadata.get("tags", ())
    )


def _clean(notebook: NotebookNode, chapter: ChapterNotebook, study: str) -> Executed:
    """Drop what differs from run to run or names the machine: times, paths, versions.

    What a cell wrote to its standard error, warnings for the most part, names files of this
    machine: it is told now and not kept.
    """
    import nbformat

    plain: Notebook = json.loads(nbformat.writes(notebook))
    read: set[str] = set()
    plain["metadata"] = {
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        "report45": plain["metadata"]["report45"],
    }
    for index, cell in enumerate(plain["cells"]):
        tags = cell["metadata"].get("tags", [])
        cell["metadata"] = {"tags": tags} if tags else {}
        if INJECTED in tags:
            cell["id"] = INJECTED
            cell["source"] = f"# Parameters\nstudy = {json.dumps(study)}\n"
        if "outputs" in cell:
            place = (study, chapter.name, _number(index, chapter))
            cell["outputs"] = _outputs(cell, place, read)
    return Executed(plain, tuple(sorted(read)))


def _outputs(cell: Notebook, place: tuple[str, str, int], read: set[str]) -> list[Notebook]:
    """The outputs worth keeping; an error among them fails the chapter after all."""
    kept = []
    for output in cell["outputs"]:
        kind = output["output_type"]
        if kind == "error":  # papermill lets sys.exit() pass, with the rest of the chapter undone
            source = _line("".join(cell["source"]), "")
            raise ChapterError(*place, source, f"{output['ename']}: {output['evalue']}")
        if kind == "stream" and output["name"] == "stderr":
            text = printable("".join(output["text"]).strip())
            _LOG.warning("study %s, chapter %s, cell %d: %s", *place, text)
        elif READS in output.get("data", {}):
            read.update(output["data"][READS])
        elif kind == "stream":
            shown = printable("".join(output["text"]))
            kept.append({**output, "text": shown.splitlines(keepends=True)})
        else:
            kept.append(output)
    return kept
