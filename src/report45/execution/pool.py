"""Executes the chapters of any number of studies, so many at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from report45.chapters.find import ChapterNotebook
from report45.errors import ChapterError, ChaptersError
from report45.execution import open_files
from report45.execution.children import LostError
from report45.execution.run import NO_LIMITS, Executed, Limits, execute
from report45.inspection.remarks import Looked

Done = Callable[[ChapterNotebook, Executed], None]

__all__ = ["Limits", "Pool"]


class Pool:
    """Threads that each execute one chapter at a time, in a kernel of its own.

    Parameters
    ----------
    jobs : int
        How many chapters at a time.
    limits : Limits
        What one chapter may take.

    Raises
    ------
    InputError
        If this process may not open as many files as that takes.
    """

    def __init__(self, jobs: int = 1, limits: Limits = NO_LIMITS) -> None:
        open_files.allow(jobs)
        self.jobs = jobs
        self.stopped = False
        self._limits = limits
        self._threads = ThreadPoolExecutor(jobs, "chapter")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if error is not None:
            self.stop()
        self._threads.shutdown(wait=error is None)

    def stop(self) -> None:
        """Abandon what is under way, and execute nothing more."""
        from report45.execution.kernels import end_warm_process

        self.stopped = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        end_warm_process()

    def prepare(self) -> None:
        """Let the warm process start: it imports while the caller does something else."""
        from report45.execution.kernels import warm_process

        warm_process()

    @contextmanager
    def holding(self, study: Path) -> Iterator[Looked]:
        """Read and check a study once, for all its chapters.

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
        from report45.execution.kernels import warm_process
        from report45.inspection.accepted import looked
        from report45.study.load import load

        if self.stopped:
            raise CancelledError
        warm = warm_process()
        if warm is None:
            yield looked(load(study))
            return
        try:
            seen = warm.hold(study)
        except LostError:  # once is bad luck
            warm = warm_process()
            if self.stopped or warm is None:
                raise
            seen = warm.hold(study)
        try:
            yield seen
        finally:
            warm.drop(study)

    def execute(self, chapters: Sequence[ChapterNotebook], study: Path, done: Done) -> None:
        """Execute chapters on a study.

        Parameters
        ----------
        chapters : sequence of ChapterNotebook
        study : Path
            The study's folder.
        done : callable
            Called in this thread with every chapter that succeeded, as soon as it did.

        Raises
        ------
        ChaptersError
            If chapters fail. The others are executed all the same.
        CancelledError
            If the pool is stopped meanwhile.
        """
        waiting = {self._submit(chapter, study): chapter for chapter in chapters}
        ended: SimpleQueue[Future[Executed]] = SimpleQueue()
        for future in waiting:  # as_completed waits for ever for one that is cancelled
            future.add_done_callback(ended.put)
        failed = []
        for _ in waiting:
            future = ended.get()
            try:
                executed = future.result()
            except ChapterError as error:
                failed.append(error)
            else:
                done(waiting[future], executed)
        if failed:
            raise ChaptersError(sorted(failed, key=lambda error: error.chapter))

    def _submit(self, chapter: ChapterNotebook, study: Path) -> Future[Executed]:
        return self._threads.submit(execute, chapter, study, self._limits)
