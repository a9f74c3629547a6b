"""Work done beside other work, by a copy of this process, so that two cores share it."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from report45.execution import children

_TASKS = Path("/proc/self/task")
_MODEST = 10
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")


_T = TypeVar("_T")


@contextmanager
def aside(work: Callable[[], _T]) -> Iterator[Callable[[], _T]]:
    """Begin work beside what the ``with`` block does.

    A process of several threads cannot be copied safely: there, and where there are no such copies,
    the work is done when its outcome is asked for.

    Parameters
    ----------
    work : callable
        Gives what can be pickled.

    Yields
    ------
    callable
        Waits for the outcome and gives it; work that failed in the copy is done here, so that
        what it raises is raised here. Work that is not asked for ends with the block.
    """
    if not _alone():
        yield work
        return
    reader, writer = os.pipe()
    here = os.getpid()
    copy = os.fork()
    if copy == 0:
        try:
            os.close(reader)
            for name in _SIGNALS:  # what is said of them, the one that asks says
                signal.signal(getattr(signal, name), signal.SIG_DFL)
            children.end_with(here)
            os.nice(_MODEST)  # where there is no core to spare, the work beside it goes first
            with os.fdopen(writer, "wb") as out:
                out.write(pickle.dumps(work()))
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as given:

        def outcome() -> _T:
            if not (made := given.read()):
                return work()
            done: _T = pickle.loads(made)  # noqa: S301  a copy of this process made it
            return done

        try:
            yield outcome
        finally:
            with suppress(OSError):
                os.kill(copy, signal.SIGKILL)
            os.waitpid(copy, 0)


def _alone() -> bool:
    try:
        return hasattr(os, "fork") and len(list(_TASKS.iterdir())) == 1
    except OSError:
        return False
