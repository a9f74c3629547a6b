"""The warm process: it has imported everything a chapter needs, and forks kernels from that.

Importing pandas, seaborn and scipy takes longer than executing a chapter. This
process does it once. A kernel forked from it starts with clean state: nothing of another chapter
ever ran in its ancestors.

Run as ``python -m report45.execution.warm FD``; FD is a socket to the process that asks. Every
request and answer is one line of JSON. When the socket closes, for whatever reason, every kernel is
killed and the process ends.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import sys
from pathlib import Path
from typing import Any, NoReturn

PRELOADED = (
    "debugpy",  # ipykernel.debugger imports it, and it is the slowest of all
    "ipykernel.debugger",
    "ipykernel.ipkernel",
    "ipykernel.kernelapp",
    "matplotlib.pyplot",
    "matplotlib_inline.backend_inline",
    "pandas",
    "scipy.stats",
    "seaborn",
    "report45.analysis.catalogue",
    "report45.analysis.consistency",
    "report45.display.chapter",
    "report45.display.figures",
    "report45.display.findings",
    "report45.display.results",
    "report45.display.schemes",
    "report45.display.stories",
    "report45.inspection.accepted",
)


def main() -> None:
    """Serve until the socket closes."""
    asker = socket.socket(fileno=int(sys.argv[1]))
    _preload()
    kernels: dict[int, int | None] = {}
    try:
        with asker.makefile("r", encoding="utf-8") as requests:
            for line in requests:
                answer = _answer(json.loads(line), kernels, asker)
                asker.sendall(json.dumps(answer).encode() + b"\n")
    finally:
        _reap(kernels)
        for pid in [pid for pid, code in kernels.items() if code is None]:
            _kill(pid)
    os._exit(0)  # taking all those modules down takes long, and someone waits for it


def _preload() -> None:
    import importlib

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asks
    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    for name in PRELOADED:
        try:
            importlib.import_module(name)
        except ImportError:
            continue  # a chapter that needs it will say so better


def _answer(
    request: dict[str, Any], kernels: dict[int, int | None], asker: socket.socket
) -> dict[str, Any]:
    if "poll" in request:
        _reap(kernels)
        return {"code": kernels.get(request["poll"], -1)}
    if "hold" in request:
        return _hold(Path(request["hold"]))
    if "drop" in request:
        return _drop(Path(request["drop"]))
    gc.collect()
    gc.freeze()  # a kernel's collector leaves alone what it shares, which would be copied
    ready, tell = os.pipe()
    pid = os.fork()
    if pid == 0:
        asker.close()
        os.close(ready)
        _become_kernel(request, tell)
    os.close(tell)
    os.read(ready, 1)  # until it leads a group of its own, nobody can signal it
    os.close(ready)
    kernels[pid] = None
    return {"pid": pid}


def _hold(folder: Path) -> dict[str, Any]:
    """Read a study once for all its chapters; say what is wrong or remarkable in it."""
    from report45.errors import InputError
    from report45.inspection.accepted import looked
    from report45.study import load

    try:
        load.hold(folder)
        seen = looked(load.load(folder))
    except InputError as error:
        return {"faults": [[fault.where, fault.problem, fault.remedy] for fault in error.faults]}
    except Exception:  # whatever it is, the process that asks has to hear of it
        import traceback

        return {"error": traceback.format_exc()}
    return {"faults": [], "seen": seen.to_json()}


def _drop(folder: Path) -> dict[str, Any]:
    from report45.study import load

    gc.unfreeze()
    load.drop(folder)
    return {}


def _reap(kernels: dict[int, int | None]) -> None:
    for pid in [pid for pid, code in kernels.items() if code is None]:
        found, status = os.waitpid(pid, os.WNOHANG)
        if found:
            kernels[pid] = os.waitstatus_to_exitcode(status)


def _kill(pid: int) -> None:
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    os.waitpid(pid, 0)


def _become_kernel(request: dict[str, Any], tell: int) -> NoReturn:
    """Turn this fork into an ordinary kernel: own session, environment, folder and randomness."""
    code = 1
    try:
        os.setsid()
        os.close(tell)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        nowhere = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nowhere, 0)
        os.environ.clear()
        os.environ.update(request["env"])
        os.chdir(request["cwd"])
        sys.path[0] = ""
        import numpy as np

        np.random.seed()  # noqa: NPY002  the global state was copied from the warm process
        _limit(request.get("memory", 0))
        _serve(request["arguments"])
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _limit(more: int) -> None:
    """Let this process write so many bytes more than the warm process has, and no more."""
    if more:
        import resource

        has = resource.getpagesize() * int(Path("/proc/self/statm").read_text().split()[5])
        resource.setrlimit(resource.RLIMIT_DATA, (has + more, has + more))


def _serve(arguments: list[str]) -> None:
    from ipykernel.kernelapp import IPKernelApp

    application = IPKernelApp.instance()
    application.initialize([*arguments, f"--IPKernelApp.parent_handle={os.getppid()}"])
    application.start()


if __name__ == "__main__":
    main()
