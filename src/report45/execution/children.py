"""Programs run for this process: limited in time and memory, and gone as soon as it is."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import MappingProxyType

from report45.errors import Report45Error

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

MEMORY = 2 * 1024**3
"""Bytes a program may come to use: ten times what pandoc and Typst take for a report."""

MOST_OUTPUT = 50_000_000
"""Bytes of output of one chapter: tables, figures, what is printed, errors."""
TOO_MUCH_OUTPUT = 113
"""Exit code of a kernel whose chapter gives more than that."""
LOST_OUTPUT = 114
"""Exit code of a kernel that cannot give what its chapter says."""

_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
_ADOPT = 36  # PR_SET_CHILD_SUBREAPER
_OUT_OF_TIME = -getattr(signal, "SIGXCPU", 24)
_OUT_OF_MEMORY = {-signal.SIGABRT, -signal.SIGSEGV, 251}
"""How a program ends that gets no more memory or stack; 251 is pandoc's own way."""


class LimitError(Report45Error):
    """A program was ended because what it was given took too much."""

    exit_code = 1


class KilledError(Report45Error):
    """A program was ended by someone else."""

    exit_code = 1


LOST = "the process that kernels are forked from was ended by someone else"


class LostError(Report45Error):
    """The warm process is gone, with the kernels it forked."""

    exit_code = 1

    def __init__(self) -> None:
        super().__init__(f"{LOST}; build again.")


def run(
    name: str,
    command: Sequence[str],
    sent: bytes,
    seconds: int,
    environment: Mapping[str, str] = MappingProxyType({}),
) -> tuple[bytes, str, int]:
    """Run a program to its end.

    Parameters
    ----------
    name : str
        What it is called in messages.
    command : sequence of str
        Program and arguments.
    sent : bytes
        What it reads from its standard input.
    seconds : int
        How long it may take.
    environment : mapping of str to str, optional
        Variables that it finds besides those of this process.

    Returns
    -------
    bytes
        What it wrote.
    str
        What it wrote to its standard error.
    int
        Its exit code.

    Raises
    ------
    LimitError
        If it takes longer or needs more memory than it may.
    KilledError
        If someone else ends it.
    """
    try:
        done = subprocess.run(  # noqa: S603  commands of our own; what is given comes in as text
            command,
            input=sent,
            env={**os.environ, **environment},
            capture_output=True,
            check=False,
            timeout=seconds,
            preexec_fn=_bounds(seconds),  # one system call after another, no lock
        )
        code = done.returncode
    except subprocess.TimeoutExpired:
        code = _OUT_OF_TIME
    if code == _OUT_OF_TIME:
        raise LimitError(f"{name} took longer than {seconds} seconds")
    if code in _OUT_OF_MEMORY or (code > 0 and b"out of memory" in done.stderr):
        raise LimitError(f"{name} needed more than {MEMORY >> 30} GB of memory, or went too deep")
    if code < 0:
        raise KilledError(f"{name} was ended by someone else ({signal.Signals(-code).name})")
    return done.stdout, done.stderr.decode("utf-8", "replace"), code


def end_with(parent: int) -> None:
    """Let this process end when the thread that started it does (prctl(2), Linux only).

    Parameters
    ----------
    parent : int
        The process of that thread; when that is gone already, this one ends at once.
    """
    if (prctl := _prctl()) is not None:
        prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def adopt() -> None:
    """Become the parent of descendants whose own parent ends (prctl(2), Linux only)."""
    if (prctl := _prctl()) is not None:
        prctl(_ADOPT, 1)


def of(parent: int) -> list[int]:
    """Give the processes whose parent a process is (Linux only: proc(5))."""
    found: list[int] = []
    with suppress(OSError):  # it ended meanwhile
        for one in Path(f"/proc/{parent}/task").glob("*/children"):
            with suppress(OSError):  # or one of its threads did
                found += map(int, one.read_text().split())
    return found


def descendants(pid: int) -> list[int]:
    """Give a process and all that descend from it (Linux only)."""
    found = [pid]
    for one in found:
        found += of(one)
    return found


def memory_of(processes: Iterable[int]) -> int:
    """Say what processes take together (Linux only).

    Parameters
    ----------
    processes : iterable of int

    Returns
    -------
    int
        Bytes of memory, shared memory included; what several of them share counts once.
    """
    taken = 0
    for one in processes:
        with suppress(OSError):  # it ended meanwhile
            for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
                if line.startswith(("Pss_Anon:", "Pss_Shmem:")):
                    taken += int(line.split()[1]) * 1024
    return taken


def resident(pid: int) -> int:
    """Say how many bytes a process has in memory that come from no file (Linux only)."""
    try:
        _, every, of_files, *_ = Path(f"/proc/{pid}/statm").read_text().split()
    except OSError:  # it ended meanwhile
        return 0
    return (int(every) - int(of_files)) * resource.getpagesize()


def no_core() -> None:
    """Write no memory to disk when this process, or one it starts, goes down."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _bounds(seconds: int) -> Callable[[], None] | None:
    """Give what a started program calls first; all it needs is looked up beforehand."""
    if resource is None:
        return None
    parent, _ = os.getpid(), _prctl()

    def bounds() -> None:
        end_with(parent)
        no_core()
        # where nothing ends it with its parent, this does
        resource.setrlimit(resource.RLIMIT_CPU, (seconds * 4, seconds * 8))
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))

    return bounds


@cache
def _prctl() -> Callable[[int, int], int] | None:
    if sys.platform != "linux":
        return None
    made: Callable[[int, int], int] = ctypes.CDLL(None, use_errno=True).prctl
    return made
