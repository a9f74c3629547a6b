"""Kernels forked from the warm process, for jupyter_client and whatever uses it.

Registered as kernel provisioner ``report45-warm``. Where fork is missing, ordinary kernels do the
same work, without limits.
"""

from __future__ import annotations

import asyncio
import atexit
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from queue import Empty
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import Bool, Callable, Int

from report45.errors import Fault, InputError, Place, UnexpectedError
from report45.execution import children
from report45.execution.children import LOST, LostError
from report45.inspection.remarks import Looked
from report45.mime import WATCHED

PROVISIONER = "report45-warm"
_PATIENCE = 10
"""Seconds in which the keeper ends all there is, which takes one or two."""
MOST_PROCESSES = 200
"""What the cells of one chapter may start; fifty workers are many, two hundred an accident."""


class WarmProcess:
    """The asking side of :mod:`report45.execution.warm`."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-m", "report45.execution.warm", str(theirs.fileno())]
        self._process = subprocess.Popen(  # noqa: S603  our own module
            command,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            env=os.environ | {"PYDEVD_DISABLE_FILE_VALIDATION": "1"},
        )
        theirs.close()
        self._socket = ours
        self._answers = ours.makefile("r", encoding="utf-8")
        self._lock = threading.Lock()
        self.lost = False

    def hold(self, folder: Path) -> Looked:
        """Read and check a study once, for all kernels forked afterwards.

        Parameters
        ----------
        folder : Path
            The study's.

        Returns
        -------
        Looked
            What was seen in its data.

        Raises
        ------
        InputError
            If it is not sound; all faults at once.
        UnexpectedError
            If anything else goes wrong.
        LostError
            If the warm process is gone.
        """
        answer = self._ask({"hold": str(folder.resolve())})
        if answer["faults"]:
            raise InputError(
                Fault(**{**one, "place": Place.read(one["place"])}) for one in answer["faults"]
            )
        return Looked.from_json(answer["seen"])

    def drop(self, folder: Path) -> None:
        """Let go of a study that was held."""
        with suppress(LostError):  # the study is gone with it
            self._ask({"drop": str(folder.resolve())})

    def fork(
        self, arguments: list[str], cwd: str, env: dict[str, str], memory: int = 0
    ) -> ForkedProcess:
        """Fork a kernel.

        Parameters
        ----------
        arguments : list of str
            Of the kernel's command line, without interpreter and module.
        cwd : str
            Its working folder.
        env : dict of str to str
            Its whole environment.
        memory : int
            Bytes it may come to use; 0 for as many as there are.

        Raises
        ------
        LostError
            If the warm process is gone.
        """
        asked = {"arguments": arguments, "cwd": cwd, "env": env, "memory": memory}
        answer = self._ask(asked)
        return ForkedProcess(self, int(answer["pid"]))

    def code(self, pid: int) -> int | None:
        """Give a kernel's exit code; None while it runs, -9 when the warm process is gone."""
        try:
            code: int | None = self._ask({"poll": pid})["code"]
        except LostError:
            return -signal.SIGKILL
        return code

    @property
    def ended(self) -> bool:
        """Whether it is gone, with every kernel it forked."""
        return self._process.poll() is not None

    def close(self) -> None:
        """End the warm process, and with it every kernel it forked."""
        with self._lock:
            self._answers.close()
            self._socket.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_PATIENCE)
        self._process.kill()  # what it kept ends with it

    def terminate(self) -> None:
        """Let the keeper end all, and wait for that two seconds at most."""
        self._process.terminate()
        until = time.monotonic() + 2
        while not self.ended and time.monotonic() < until:
            time.sleep(0.01)

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        with self._lock:
            try:
                if self._socket.fileno() < 0:
                    raise LostError
                self._socket.sendall(json.dumps(request).encode() + b"\n")
                line = self._answers.readline()
            except OSError:
                line = ""
            self.lost = not line
        if not line:
            raise LostError
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise UnexpectedError(*answer["error"])
        return answer


class ForkedProcess:
    """A forked kernel, as jupyter_client wants to see a process."""

    stdin = stdout = stderr = None

    def __init__(self, warm: WarmProcess, pid: int) -> None:
        self.warm, self.pid = warm, pid
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Give the exit code, or None while it runs."""
        if self.returncode is None:
            self.returncode = self.warm.code(self.pid)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it has ended."""
        until = None if timeout is None else time.monotonic() + timeout
        while (code := self.poll()) is None:
            if until is not None and time.monotonic() > until:
                raise subprocess.TimeoutExpired("kernel", timeout or 0)
            time.sleep(0.01)
        return code

    def send_signal(self, number: int) -> None:
        """Send a signal to the kernel and what it started."""
        if self.poll() is None:
            os.killpg(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)


_shared: WarmProcess | None = None
_lock = threading.Lock()


def warm_process() -> WarmProcess | None:
    """Give this process's warm process, started when there is none; None where Linux is not."""
    global _shared
    if sys.platform != "linux":
        return None  # where else there is fork, nothing ends a kernel with its builder
    with _lock:
        if _shared is not None and (_shared.lost or _shared.ended):
            _shared.close()
            _shared = None
        if _shared is None:
            _shared = WarmProcess()
            atexit.register(end_warm_process)
        return _shared


def end_warm_process() -> None:
    """End this process's warm process and all its kernels; the next one asked for is new."""
    global _shared
    with _lock:
        warm, _shared = _shared, None
    if warm is not None:
        warm.close()


def end_at_once() -> None:
    """End them without waiting for a lock: this process is about to end too."""
    if _shared is not None:
        _shared.terminate()


class PromptClient(AsyncKernelClient):
    """A client that knows from the kernel's own words that it is ready.

    jupyter_client's waits for a fifth of a second of silence instead, in every chapter.
    """

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Wait for the answer to a first question, and for the status behind it.

        Parameters
        ----------
        timeout : float, optional
            Seconds; for ever by default.

        Raises
        ------
        RuntimeError
            If the kernel ends or says nothing in time.
        """
        until = time.monotonic() + (timeout or float("inf"))
        while time.monotonic() < until:
            if await self._answered(self.kernel_info()):
                return
            if not await self.is_alive():
                raise RuntimeError("it was not yet ready")
        raise RuntimeError(f"it was not ready in {timeout:.0f} seconds")

    async def _answered(self, question: str) -> bool:
        """Whether all that the kernel says about a question came through, on both channels."""
        try:
            while (await self.get_shell_msg(timeout=1))["parent_header"]["msg_id"] != question:
                continue
            # what is published before the subscription came through is lost: ask again soon
            while True:
                said = await self.get_iopub_msg(timeout=0.1)
                status = said["content"].get("execution_state")
                if said["parent_header"].get("msg_id") == question and status == "idle":
                    return True
        except Empty:
            return False


class WarmProvisioner(LocalProvisioner):
    """Starts a kernel by forking the warm process instead of running an interpreter."""

    watched = Bool(False, config=True, help="Whether chapters tell which tables they read.")
    memory = Int(0, config=True, help="Bytes a kernel may come to use; 0 for as many as there are.")
    wanted = Callable(
        lambda: True, config=True, help="Whether anyone waits for the kernel; without, it ends."
    )
    _had = 0
    complain = Callable(lambda _: None, config=True, help="Told why the kernel had to end.")

    async def poll(self) -> int | None:
        """Give the exit code, or None while it runs; nbclient asks every second."""
        forked = isinstance(self.process, ForkedProcess)
        if not self.wanted():
            await self.kill()
        elif forked and (problem := self._overrun()):
            self.complain(problem)
            await self.kill()
        code: int | None = await super().poll()
        if forked and code == children.TOO_MUCH_OUTPUT:
            most = children.MOST_OUTPUT // 1_000_000
            self.complain(f"the chapter gives more than {most} MB of output")
        elif forked and code == children.LOST_OUTPUT:
            self.complain("output of the chapter got lost; more memory may help (--memory)")
        elif forked and self.process.warm.lost:
            self.complain(LOST)
        return code

    def _overrun(self) -> str:
        """Say what the kernel and all that its cells started take too much of."""
        every = children.descendants(self.process.pid)
        if len(every) > MOST_PROCESSES:
            return f"the chapter started more than {MOST_PROCESSES} processes"
        if self.memory and children.memory_of(every) > self._had + self.memory:
            return f"the chapter took more than {self.memory / 1e9:g} GB (--memory)"
        return ""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Launch a kernel; see jupyter_client's ``LocalProvisioner``."""
        if self.watched:
            kwargs["env"] = {**(kwargs.get("env") or os.environ), WATCHED: "1"}
        warm = warm_process()
        if warm is None or "ipykernel_launcher" not in cmd:
            return await super().launch_kernel(cmd, **kwargs)
        arguments = cmd[cmd.index("ipykernel_launcher") + 1 :]
        folder = str(kwargs.get("cwd") or Path.cwd())
        env = dict(kwargs.get("env") or os.environ)
        forked = await asyncio.to_thread(warm.fork, arguments, folder, env, self.memory)
        self.process: Any = forked
        self._had = children.resident(forked.pid)
        self.pid = self.pgid = forked.pid
        self.cwd = folder
        await self._listening(forked)
        return self.connection_info

    async def _listening(self, forked: ForkedProcess) -> None:
        """Wait until the kernel has its sockets: who connects sooner tries again much later."""
        if self.connection_info.get("transport") != "ipc":
            return
        about: dict[str, Any] = {**self.connection_info}
        sockets = [Path(f"{about['ip']}-{about[name]}") for name in about if name.endswith("_port")]
        while not all(map(Path.exists, sockets)) and forked.poll() is None:
            await asyncio.sleep(0.005)
