"""How many files this process may have open: as many as its work takes, or it does not begin.

A socket counts for a file. What lacks one half-way ends in whatever way its library has for that;
the one that speaks with kernels calls abort(3).
"""

from __future__ import annotations

from contextlib import suppress

from report45.errors import Fault, InputError, Place

try:
    import resource
except ImportError:  # Windows, which has no such limit
    resource = None  # type: ignore[assignment]

NEEDED = 64
"""For a command by itself, and for whatever a chapter opens in its kernel."""
BY_CHAPTER = 32
"""For every chapter that is executed at a time: its sockets and queues."""


def allow(jobs: int = 0) -> None:
    """Let this process open what its work takes.

    Parameters
    ----------
    jobs : int
        How many chapters are executed at a time.

    Raises
    ------
    InputError
        If it may not.
    """
    needed = NEEDED + BY_CHAPTER * jobs
    if (allowed := _allowed(needed)) >= needed:
        return
    work = f" with --jobs {jobs}" if jobs else ""
    fewer = f", or give --jobs {affordable(jobs)}" if affordable(jobs) else ""
    problem = f"{allowed} files may be open at a time; {needed} are needed{work}."
    raise InputError(
        [Fault(Place("ulimit -n"), "few-open-files", problem, f"Raise that limit{fewer}.")]
    )


def affordable(jobs: int) -> int:
    """Give how many of so many chapters can be executed at a time."""
    return min(jobs, max(0, _allowed(NEEDED + BY_CHAPTER * jobs) - NEEDED) // BY_CHAPTER)


def _allowed(wished: int) -> int:
    """Raise the limit as far as wished, where that is ours to do; give what it is then."""
    if resource is None:
        return wished
    endless = resource.RLIM_INFINITY
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = wished if hard == endless else min(wished, hard)
    if soft != endless and soft < most:
        with suppress(ValueError, OSError):  # a system may have a lower one still
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
            return most
    return wished if soft == endless else soft
