"""Executes chapters on the workers of a Dask cluster: ``report45 build --scheduler``.

Imported only when a scheduler is given. The cluster is trusted, as Dask trusts it: whoever reaches
its scheduler can run code on its workers.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from report45.chapters.find import ChapterNotebook
from report45.checkout import installing
from report45.disk import TABLE_LIMIT, UnreadableError, read_regular
from report45.errors import ChapterError, Fault, InputError, Place
from report45.execution.pool import Pool
from report45.execution.run import NO_LIMITS, Executed, Limits
from report45.execution.worker import (
    SentStudy,
    differences,
    execute_sent,
    mark_of_key,
    same,
    warm_up,
)
from report45.inspection.remarks import Looked

PATIENCE = 10
"""Seconds to wait for a scheduler, and for its first worker."""

_TRIES = 4
_LOG = logging.getLogger(__name__)


class ClusterPool(Pool):
    """Executes chapters on a Dask cluster, as many at a time as its workers have threads.

    Every worker has a warm process of its own. Study and notebooks are sent by content, executed
    chapters come back by content. What a lost worker had under way is executed elsewhere.

    Parameters
    ----------
    scheduler : str
        Address of the scheduler: ``tcp://host:8786``.
    jobs : int
        How many studies at a time the builder reads and publishes, less one.
    limits : Limits
        What one chapter may take.

    Raises
    ------
    InputError
        If there is no scheduler, no worker, or a worker that runs something else than the builder.
    """

    def __init__(self, scheduler: str, jobs: int = 1, limits: Limits = NO_LIMITS) -> None:
        super().__init__(jobs, limits)
        self._scheduler = scheduler
        self._client = _connect(scheduler)
        self._marks: dict[Path, str] = {}
        self._sent: dict[Path, asyncio.Future[Any]] = {}
        self._asked: set[Future[Executed]] = set()
        try:
            self._check_workers()
        except BaseException:
            self._client.close()
            raise

    def __exit__(self, *error: Any) -> None:
        self.stop()
        super().__exit__(*error)

    def stop(self) -> None:
        """Abandon what is under way, on the workers too, and execute nothing more."""
        self.stopped = True
        for one in tuple(self._asked):
            one.cancel()
        self._client.close()

    def prepare(self) -> None:
        """Let the warm processes of the workers start."""
        if self._client.status == "running":  # what is lost is told when a chapter is sent
            self._client.run(warm_up, on_error="ignore")

    @contextmanager
    def holding(self, study: Path) -> Iterator[Looked]:
        """Read and check a study here, and keep it on the workers for all its chapters.

        Parameters
        ----------
        study : Path
            The study's folder.

        Yields
        ------
        Looked
            What was seen in its data.

        Raises
        ------
        InputError
            If it is not sound; all faults at once.
        """
        from report45.inspection.accepted import looked
        from report45.study.load import load

        loaded = load(study)
        bsn = loaded.config.identifier == "bsn"
        self._marks[study] = mark_of_key() if bsn else ""
        try:
            yield looked(loaded)
        finally:
            self._sent.pop(study, None)

    def _check_workers(self) -> None:
        try:
            self._client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            raise self._no_workers() from None
        run = self._client.run(same, on_error="return")
        here = {one: runs for one, runs in run.items() if not isinstance(runs, OSError)}  # not lost
        faults = [fault for one in sorted(here) for fault in differences(here[one], same(), one)]
        if faults:
            raise InputError(faults)

    def _submit(self, chapter: ChapterNotebook, study: Path) -> Future[Executed]:
        executed = self._executed(chapter, study)
        asked = asyncio.run_coroutine_threadsafe(executed, self._client.loop.asyncio_loop)
        self._asked.add(asked)
        asked.add_done_callback(self._asked.discard)
        return asked

    async def _executed(self, chapter: ChapterNotebook, study: Path) -> Executed:
        from distributed import KilledWorker

        notebook = chapter.path.read_bytes()
        nameless = replace(chapter, path=Path(chapter.path.name))
        asked = replace(same(), key=self._marks.get(study, ""))
        for _ in range(_TRIES):
            try:
                sent = await self._send(study)
                task = (sent, nameless, notebook, self._limits, asked)
                answer = await self._client.submit(execute_sent, *task, pure=False)
            except CancelledError:  # the only copy of the study was lost with its worker
                continue
            except KilledWorker:
                break
            return _told(answer)
        problem = "the workers that executed the chapter were lost, one after another"
        raise ChapterError(study.resolve().name, chapter.name, 1, "", problem)

    async def _send(self, study: Path) -> Any:
        """Give the study as the cluster has it, sent again when it was lost."""
        sent = self._sent.get(study)
        if sent is None or (sent.done() and sent.result().cancelled()):
            sent = self._sent[study] = asyncio.ensure_future(self._scatter(study))
        return await sent

    async def _scatter(self, study: Path) -> Any:
        if self._client.status != "running":
            problem = "the scheduler was lost."
            remedy = "Build again: what was executed is kept."
            raise InputError([Fault(Place(self._scheduler), "scheduler-lost", problem, remedy)])
        content = SentStudy(study.resolve().name, await asyncio.to_thread(_files, study))
        try:
            return await self._client.scatter(content, hash=False, asynchronous=True)
        except TimeoutError:
            raise self._no_workers() from None

    def _no_workers(self) -> InputError:
        remedy = f"Start one: dask worker {self._scheduler}"
        place, problem = Place(self._scheduler), "the scheduler has no workers."
        return InputError([Fault(place, "no-workers", problem, remedy)])


def _connect(scheduler: str) -> Any:
    place = Place(f"--scheduler {scheduler}")
    if not re.fullmatch("(tcp|tls)://[^/]+:[0-9]+", scheduler):
        raise InputError([Fault(place, "no-address", "is no address.", "Write tcp://host:8786.")])
    try:
        from distributed import Client
    except ImportError:
        problem, remedy = "needs Dask, which is not installed.", f"Run {installing('distributed')}."
        raise InputError([Fault(place, "no-dask", problem, remedy)]) from None
    for name in ("distributed", "distributed.client"):  # what goes wrong is told by us
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        return Client(scheduler, timeout=PATIENCE, set_as_default=False)
    except (OSError, TypeError, ValueError) as error:
        remedy = "Start it with `dask scheduler`, or check the address."
        problem = f"no scheduler answers ({error})."
        raise InputError([Fault(place, "scheduler-lost", problem, remedy)]) from error


def _files(folder: Path) -> dict[str, bytes]:
    """Read every file of a study by its path within the folder."""
    from report45.study.find import FILE
    from report45.study.texts import prose_files
    from report45.study.toml import read_config

    declared = {Path(table.file) for table in read_config(folder).tables.values()}
    outside = sorted(path for path in declared if path.is_absolute() or ".." in path.parts)
    if outside:
        problem = "lies outside the study's folder, and is not sent to workers."
        raise InputError(
            Fault(Place(str(path)), "outside-study", problem, "Put it inside.") for path in outside
        )
    prose = {*prose_files(folder, "cases"), *prose_files(folder, "texts")}
    paths = sorted({folder / FILE} | {folder / path for path in declared} | prose)
    read: dict[str, bytes] = {}
    faults = []
    for path in paths:
        name = path.relative_to(folder).as_posix()
        try:
            read[name] = read_regular(path, folder, TABLE_LIMIT)
        except UnreadableError as error:
            faults.append(error.fault(name))
    if faults:
        raise InputError(faults)
    return read


def _told(
    answer: tuple[Executed, tuple[str, ...]] | ChapterError | InputError,
) -> Executed:
    if isinstance(answer, Exception):
        raise answer
    executed, said = answer
    for line in said:
        _LOG.warning("%s", line)
    return executed
