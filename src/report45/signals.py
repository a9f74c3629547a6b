"""Stop when a signal asks for it. Imports next to nothing: it is there before all else."""

import _thread
import atexit
import os
import signal
import sys

STOPPED = "Stopped; what is built is whole."
_STDERR = 2
_PATIENCE = 5
"""Seconds to wait for another thread."""
_NAMES = ("SIGINT", "SIGTERM", "SIGQUIT", "SIGHUP")
_CLEARING = (
    ("report45.execution.kernels", "end_at_once"),
    ("report45.execution.scratch", "remove_all"),
)
_SIGNALS = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]


class _Whole:
    """Work of moments that a signal does not stop half-way, such as putting files in their place.

    A context; the signal waits until the work is done, in whichever thread that is.
    """

    def __init__(self) -> None:
        self._lock = _thread.RLock()
        self._holder = 0
        self._waiting = 0

    def __enter__(self) -> None:
        self._lock.acquire()
        self._holder = _thread.get_ident()

    def __exit__(self, *_: object) -> None:
        self._holder = 0
        self._lock.release()
        if self._waiting:
            _stop(self._waiting)

    def waits(self, number: int) -> bool:
        """Whether this thread is in the midst of it, and stops as soon as it is done."""
        if self._holder == _thread.get_ident():
            self._waiting = number
            return True
        self._lock.acquire(timeout=_PATIENCE)
        return False


whole = _Whole()


def listen() -> None:
    """Stop at once, in one line and leaving nothing behind, when a signal asks for it.

    Also for who started this process with them ignored or held back, as a shell does in a job of a
    script: nobody means that a build cannot be stopped. Only of SIGHUP it is meant: ``nohup`` lets
    a build go on when its terminal closes.
    """
    own = os.getpid()
    atexit.register(_deafen)  # the first to be registered is the last to be called

    def stop(number: int, _: object) -> None:
        if os.getpid() != own:
            os._exit(128 + number)  # a child that is not yet what it is to become
        if not whole.waits(number):
            _stop(number)

    for number in _SIGNALS:
        if number != getattr(signal, "SIGHUP", 0) or signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, stop)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)


def _stop(number: int) -> None:
    _deafen()
    shown = "\r\x1b[K\x1b[?25h" if os.isatty(_STDERR) else ""  # the progress bar hid the cursor
    try:
        try:
            os.write(_STDERR, f"{shown}{STOPPED}\n".encode())
        finally:  # what other threads lose by it is no news any more
            os.dup2(os.open(os.devnull, os.O_WRONLY), _STDERR)
    except OSError:
        pass  # nobody reads it
    try:
        for module, function in _CLEARING:
            # only what is there already, and whole: this is no moment to import
            getattr(sys.modules.get(module), function, _nothing)()
    finally:
        os._exit(128 + number)


def _nothing() -> None:
    pass


def _deafen() -> None:
    """Let the end of Python itself be disturbed by nothing: what was asked is done."""
    for one in _SIGNALS:
        signal.signal(one, signal.SIG_IGN)
