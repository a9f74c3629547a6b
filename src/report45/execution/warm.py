"""The warm process: it has imported everything a chapter needs, and forks kernels from that.

Importing pandas, seaborn and scipy takes longer than executing a chapter. This
process does it once. A kernel forked from it starts with clean state: nothing of another chapter
ever ran in its ancestors.

Run as ``python -m report45.execution.warm FD``; FD is a socket to the process that asks. Every
request and answer is one line of JSON. What is run is the keeper, which does nothing but start the
warm process and wait. It adopts whatever the cells of a kernel that has ended left behind, and ends
it; when the socket closes, for whatever reason, or the warm process ends, it ends all and itself.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import select
import signal
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from report45.errors import UnexpectedError
from report45.execution import children

PRELOADED = (
    "ipykernel.ipkernel",
    "ipykernel.kernelapp",
    "matplotlib.pyplot",
    "matplotlib_inline.backend_inline",
    "pandas",
    "scipy.stats",
    "seaborn",
    "report45.chapters.notebook",
    "report45.chapters.outline",
    "report45.wording.fluent",
    "report45.inspection.accepted",
)


_GRACE = 0.5
"""Seconds in which what a cell left behind may end by itself, tidily."""


def main() -> None:
    """Keep the warm process until the socket closes."""
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGQUIT):
        signal.signal(number, signal.SIG_IGN)  # they are for the process that asks
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    asker = socket.socket(fileno=int(sys.argv[1]))
    children.no_core()
    children.adopt()
    keeper = os.getpid()
    warm = os.fork()
    if warm == 0:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        children.end_with(keeper)
        with suppress(OSError):  # the process that asks is gone
            _serve(asker)
        os._exit(0)  # taking all those modules down takes long
    try:
        _keep(asker, warm)
    finally:
        _end(warm)
        os._exit(0)


def _keep(asker: socket.socket, warm: int) -> None:
    """Wait until the asker or the warm process ends; meanwhile end what kernels left behind."""
    hung_up = select.poll()
    hung_up.register(asker, 0)
    since: dict[int, float] = {}
    while not hung_up.poll(50):
        now = time.monotonic()
        since = {pid: since.get(pid, now) for pid in children.of(os.getpid()) if pid != warm}
        for pid, seen in since.items():
            if now - seen > _GRACE:
                _kill(pid)
        if _reaped(warm):
            return


def _end(warm: int) -> None:
    """End the warm process, its kernels with it, and all that these leave to us."""
    _kill(warm)
    begun = time.monotonic()
    with suppress(ChildProcessError):  # there is none any more
        while (waited := time.monotonic() - begun) < 10 * _GRACE:
            if waited > _GRACE:
                for pid in children.of(os.getpid()):
                    _kill(pid)
            while os.waitpid(-1, os.WNOHANG)[0]:
                continue
            time.sleep(0.01)


def _reaped(warm: int) -> bool:
    """Take note of children that have ended; whether the warm process is among them."""
    with suppress(ChildProcessError):
        while found := os.waitpid(-1, os.WNOHANG)[0]:
            if found == warm:
                return True
        return False
    return True


def _kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _serve(asker: socket.socket) -> None:
    """Answer until the socket closes."""
    _preload()
    kernels: dict[int, int | None] = {}
    with asker.makefile("r", encoding="utf-8") as requests:
        for line in requests:
            try:
                answer = _answer(json.loads(line), kernels, asker)
            except Exception as error:  # whatever it is, the process that asks has to hear of it
                unexpected = UnexpectedError.of(error)
                answer = {"error": [unexpected.told, unexpected.detail]}
            asker.sendall(json.dumps(answer).encode() + b"\n")


def _preload() -> None:
    import importlib

    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    # Nobody debugs a build, and ipykernel does without; a cell can import it all the same.
    sys.modules["debugpy"] = None  # type: ignore[assignment]
    importlib.import_module("ipykernel.debugger")
    del sys.modules["debugpy"]
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
    warm = os.getpid()
    pid = os.fork()
    if pid == 0:
        children.end_with(warm)
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
        return {"faults": [vars(one) | {"place": one.place.written()} for one in error.faults]}
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


def _become_kernel(request: dict[str, Any], tell: int) -> NoReturn:
    """Turn this fork into an ordinary kernel: own session, environment, folder and randomness."""
    code = 1
    try:
        os.setsid()
        os.close(tell)
        children.adopt()  # what its cells start ends after it, and not before
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for number in (signal.SIGHUP, signal.SIGQUIT):
            signal.signal(number, signal.SIG_DFL)
        nowhere = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nowhere, 0)
        os.environ.clear()
        os.environ.update(request["env"])
        os.chdir(request["cwd"])
        sys.path[0] = ""
        import numpy as np

        np.random.seed()  # noqa: NPY002  the global state was copied from the warm process
        _limit(request.get("memory", 0))
        _run_kernel(request["arguments"])
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
    """Let this process write so many bytes more than the warm process has, and no more.

    What it starts has the same limits; what all of them take together is counted by the builder.
    """
    with suppress(OSError):  # when the machine itself runs out of memory, a kernel goes first
        Path("/proc/self/oom_score_adj").write_text("500")
    if more:
        has = resource.getpagesize() * int(Path("/proc/self/statm").read_text().split()[5])
        resource.setrlimit(resource.RLIMIT_DATA, (has + more, has + more))
        resource.setrlimit(resource.RLIMIT_FSIZE, (more, more))  # shared memory is a file


def _run_kernel(arguments: list[str]) -> None:
    from ipykernel.kernelapp import IPKernelApp

    from report45.execution.said import bound

    application = IPKernelApp.instance()
    application.initialize([*arguments, f"--IPKernelApp.parent_handle={os.getppid()}"])
    bound(application)
    application.start()


if __name__ == "__main__":
    main()
