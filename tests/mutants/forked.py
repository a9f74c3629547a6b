"""Runs tests in forks of a process that has imported what takes longer than most of them.

A line of JSON asks: the copy of the project, how many seconds of the processor, the arguments of
pytest. A line with its exit code answers.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import sys

HEAVY = ("numpy", "pandas", "scipy.stats", "pydantic", "lxml.html", "IPython.display", "pyarrow")


def main() -> None:
    """Answer until nobody asks any more."""
    sys.path.pop(0)  # the folder of this file: nothing of the project itself may be imported here
    for name in HEAVY:
        importlib.import_module(name)
    for line in sys.stdin:
        copy, seconds, arguments = json.loads(line)
        child = os.fork()
        if child == 0:
            _run(copy, seconds, arguments)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _run(copy: str, seconds: int, arguments: list[str]) -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    os.chdir(copy)
    sys.path[:0] = [copy, os.path.join(copy, "src")]  # noqa: PTH118  text, as sys.path wants it
    import pytest

    os._exit(int(pytest.main(arguments)))


if __name__ == "__main__":
    main()
