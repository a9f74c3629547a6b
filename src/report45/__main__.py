"""Where a command starts: it can be stopped before anything that takes time is imported."""

import atexit
import os
import sys

from report45.signals import listen

_RARELY = 100_000
"""Objects made before Python looks for cycles among them, which a build has few of."""


def main() -> None:
    """Run the command line."""
    end = _AtOnce()
    listen()
    stand_in()
    import gc

    gc.set_threshold(_RARELY, 50, 100)
    from report45 import cli

    try:
        cli.main()
    except SystemExit as error:
        end.status = 0 if error.code is None else error.code
        raise


class _AtOnce:
    """Ends the process when all else has ended, without taking apart what the system frees at once.

    Python would spend a tenth of an edit on that. What is registered first is called last.
    """

    def __init__(self) -> None:
        self.status: object = None
        self._process = os.getpid()
        atexit.register(self._end)

    def _end(self) -> None:
        if not isinstance(self.status, int) or os.getpid() != self._process:
            return  # an error that Python itself tells
        try:
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
        except (OSError, ValueError):
            return  # as Python tells it
        os._exit(self.status)


def stand_in() -> None:
    """Let standard streams that are closed (``>&-``) lead nowhere, here and in what is started.

    Otherwise the next file that is opened gets their number, and a kernel finds no stream at all.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
            os.set_inheritable(number, True)
            mode = "w" if number else "r"
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115


if __name__ == "__main__":
    main()
