"""Stop when a signal asks for it. Imports next to nothing: it is there before all else."""

import os
import signal
import sys

STOPPED = "Stopped; what was built before is untouched."
_STDERR = 2
_NAMES = ("SIGINT", "SIGTERM", "SIGQUIT", "SIGHUP")
_SIGNALS = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]


def listen() -> None:
    """Stop at once, in one line and leaving nothing behind, when a signal asks for it.

    Also for who started this process with them ignored or held back, as a shell does in a job of a
    script: nobody means that a build cannot be stopped. Only of SIGHUP it is meant: ``nohup`` lets
    a build go on when its terminal closes.
    """
    own = os.getpid()

    def stop(number: int, _: object) -> None:
        if os.getpid() != own:
            os._exit(128 + number)  # a child that is not yet what it is to become
        _stop(number)

    for number in _SIGNALS:
        if number != getattr(signal, "SIGHUP", 0) or signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, stop)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)


def _stop(number: int) -> None:
    for one in _SIGNALS:
        signal.signal(one, signal.SIG_IGN)
    shown = "\r\x1b[K\x1b[?25h" if os.isatty(_STDERR) else ""  # the progress bar hid the cursor
    try:
        try:
            os.write(_STDERR, f"{shown}{STOPPED}\n".encode())
        finally:  # what other threads lose by it is no news any more
            os.dup2(os.open(os.devnull, os.O_WRONLY), _STDERR)
    except OSError:
        pass  # nobody reads it
    # only what is there already: this is no moment to import
    if kernels := sys.modules.get("report45.execution.kernels"):
        kernels.end_at_once()
    if scratch := sys.modules.get("report45.execution.scratch"):
        scratch.remove_all()
    os._exit(128 + number)
