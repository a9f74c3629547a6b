"""What a worker of a Dask cluster does: execute a chapter on a study, both sent by content."""

from __future__ import annotations

import logging
import shutil
import sys
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report45.chapters.find import ChapterNotebook
from report45.errors import ChapterError, Fault, InputError, Place
from report45.execution.kernels import warm_process
from report45.execution.run import Executed, Limits, execute
from report45.store.inputs import of_program
from report45.store.staleness import program_of
from report45.study.pseudonyms import KEY, key_from_environment, pseudonym

if TYPE_CHECKING:
    from report45.execution.kernels import WarmProcess

_unpacking = threading.Lock()


class SentStudy:
    """A study's files, sent by content, unpacked where a chapter is first executed on them.

    Dask keeps it on a worker as long as its builder wants it. When it goes, so does what was
    unpacked.

    Parameters
    ----------
    name : str
        The study's.
    files : mapping of str to bytes
        Content by path within the study's folder.
    """

    def __init__(self, name: str, files: Mapping[str, bytes]) -> None:
        self._name, self._files = name, files
        self._folder: Path | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return SentStudy, (self._name, self._files)

    def folder(self) -> Path:
        """Give its folder on this worker, read once for all its chapters.

        Raises
        ------
        InputError
            If the study cannot be read here.
        OSError
            If it cannot be written, or the warm process is gone.
        """
        with _unpacking:
            if self._folder is None:
                self._folder = self._unpack()
            return self._folder

    def _unpack(self) -> Path:
        from distributed import get_worker

        home = Path(tempfile.mkdtemp(prefix="report45-", dir=get_worker().local_directory))
        folder, warm = home / self._name, warm_process()
        # the worker removes its own folder when it ends; its threads cannot be started any more
        weakref.finalize(self, _in_a_thread, _remove, home, folder, warm).atexit = False
        for name, content in self._files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if warm is not None:
            warm.hold(folder)
        return folder


def _in_a_thread(function: Callable[..., None], *arguments: object) -> None:
    """Call it apart: who collects garbage may hold the very lock that it waits for."""
    threading.Thread(target=function, args=arguments, daemon=True).start()


def _remove(home: Path, folder: Path, warm: WarmProcess | None) -> None:
    if warm is not None:
        warm.drop(folder)
    shutil.rmtree(home, ignore_errors=True)


@dataclass(frozen=True)
class Same:
    """What has to be the same on both sides, for the same bytes to come out.

    Parameters
    ----------
    program : str
        Digest of what chapters use of report45, and of its lock file.
    python : str
        Version of Python, without the last number.
    key : str
        What the key for citizen service numbers makes of no number; empty when none is needed.
        The key itself is never sent.
    """

    program: str
    python: str
    key: str = ""


@cache
def same() -> Same:
    """Say what this process runs, as it was when first asked."""
    given = of_program()
    python = "{}.{}".format(*sys.version_info)
    return Same(program_of(given) + given["requirements.lock"], python)


def mark_of_key() -> str:
    """Tell keys apart without giving them away; empty when there is none."""
    try:
        return pseudonym("0", key_from_environment())
    except InputError:
        return ""


def differences(worker: Same | BaseException, builder: Same, address: str) -> list[Fault]:
    """Say why a worker cannot execute chapters for a builder.

    Parameters
    ----------
    worker : Same or exception
        What the worker runs, or why it could not tell.
    builder : Same
        What asks.
    address : str
        The worker's.

    Returns
    -------
    list of Fault
    """
    place, remedy = Place(f"worker {address}"), "Install the builder's version, and start it again."
    if not isinstance(worker, Same):
        problem = f"cannot load report45 ({type(worker).__name__})."
        return [Fault(place, "broken-worker", problem, remedy)]
    faults = []
    if worker.python != builder.python:
        problem = f"runs Python {worker.python}; the builder runs {builder.python}."
        faults.append(Fault(place, "other-python", problem, remedy))
    elif worker.program != builder.program:
        problem = "runs another report45 than the builder."
        faults.append(Fault(place, "other-report45", problem, remedy))
    if builder.key and worker.key != builder.key:
        remedy = "Start the worker with the builder's secret, which is never sent."
        problem = "is missing, or another than the builder's."
        place = replace(place, part=f"environment variable {KEY}")
        faults.append(Fault(place, "no-key", problem, remedy))
    return faults


def warm_up() -> None:
    """Let the warm process of this worker start."""
    warm_process()


def execute_sent(
    study: SentStudy, chapter: ChapterNotebook, notebook: bytes, limits: Limits, asked: Same
) -> tuple[Executed, tuple[str, ...]] | ChapterError | InputError:
    """Execute a chapter in a kernel of this worker.

    Parameters
    ----------
    study : SentStudy
    chapter : ChapterNotebook
        Its path says no more than the notebook's name.
    notebook : bytes
        The notebook itself.
    limits : Limits
    asked : Same
        What the builder runs, with the mark of its key when the study needs one.

    Returns
    -------
    Executed, tuple of str
        With what cells wrote to their standard error; or else the error, which is given rather
        than raised, so that Dask does not take it for its own.
    """
    from distributed import get_worker

    worker = get_worker()
    here = replace(same(), key=mark_of_key())
    if faults := differences(here, asked, worker.address):
        return InputError(faults)
    with (
        tempfile.TemporaryDirectory(prefix="report45-", dir=worker.local_directory) as folder,
        # frames of a failed chapter may stay for long: called from here they would hold the study
        ThreadPoolExecutor(1, "chapter") as apart,
    ):
        path = Path(folder) / chapter.path.name
        path.write_bytes(notebook)
        try:
            given = replace(chapter, path=path), study.folder(), limits, _wanted(worker)
        except InputError as error:
            return error.with_traceback(None)
        return apart.submit(_execute, *given).result()


def _execute(
    chapter: ChapterNotebook, study: Path, limits: Limits, wanted: Callable[[], bool]
) -> tuple[Executed, tuple[str, ...]] | ChapterError:
    try:
        with _heard() as said:
            return execute(chapter, study, limits, wanted), tuple(said)
    except ChapterError as error:
        return copy(error)  # without its frames


def _wanted(worker: Any) -> Callable[[], bool]:
    """Whether the builder still waits for the task of this thread, and this worker can give it."""
    from distributed import Status

    key = worker.get_current_task()

    def wanted() -> bool:
        task = worker.state.tasks.get(key)
        asked = task is not None and task.state != "cancelled"
        return asked and worker.status not in {Status.closing, Status.closed}

    return wanted


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Hear what this thread tells of its chapter: a person waits for it elsewhere."""
    said: list[str] = []
    thread = threading.get_ident()

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.thread == thread:
                said.append(record.getMessage())

    ear, log = Ear(), logging.getLogger(execute.__module__)
    log.addHandler(ear)
    try:
        yield said
    finally:
        log.removeHandler(ear)
