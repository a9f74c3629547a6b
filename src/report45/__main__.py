"""Where a command starts: it can be stopped before anything that takes time is imported."""

import os
import sys

from report45.signals import listen


def main() -> None:
    """Run the command line."""
    listen()
    stand_in()
    from report45 import cli

    cli.main()


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
