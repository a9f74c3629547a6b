"""Kernels forked from the warm process, for jupyter_client and whatever uses it.

Registered as kernel provisioner ``report45-warm``. Where fork is missing, ordinary kernels do the
same work.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

PROVISIONER = "report45-warm"


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

    def fork(self, arguments: list[str], cwd: str, env: dict[str, str]) -> ForkedProcess:
        """Fork a kernel.

        Parameters
        ----------
        arguments : list of str
            Of the kernel's command line, without interpreter and module.
        cwd : str
            Its working folder.
        env : dict of str to str
            Its whole environment.

        Raises
        ------
        OSError
            If the warm process is gone.
        """
        answer = self._ask({"arguments": arguments, "cwd": cwd, "env": env})
        return ForkedProcess(self, int(answer["pid"]))

    def code(self, pid: int) -> int | None:
        """Give a kernel's exit code; None while it runs, -9 when the warm process is gone."""
        try:
            code: int | None = self._ask({"poll": pid})["code"]
        except OSError:
            return -signal.SIGKILL
        return code

    def close(self) -> None:
        """End the warm process, and with it every kernel it forked."""
        with self._lock:
            self._answers.close()
            self._socket.close()
        self._process.wait()

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        with self._lock:
            if self._socket.fileno() < 0:
                raise OSError("the warm process was closed")
            self._socket.sendall(json.dumps(request).encode() + b"\n")
            line = self._answers.readline()
        if not line:
            raise OSError("the warm process ended")
        answer: dict[str, Any] = json.loads(line)
        return answer


class ForkedProcess:
    """A forked kernel, as jupyter_client wants to see a process."""

    stdin = stdout = stderr = None

    def __init__(self, warm: WarmProcess, pid: int) -> None:
        self._warm, self.pid = warm, pid
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Give the exit code, or None while it runs."""
        if self.returncode is None:
            self.returncode = self._warm.code(self.pid)
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
    """Give this process's warm process, started when first asked for; None without fork."""
    global _shared
    if not hasattr(os, "fork") or sys.platform == "darwin":
        return None  # forking after loading system frameworks is unsafe on macOS
    with _lock:
        if _shared is None:
            _shared = WarmProcess()
            atexit.register(_shared.close)
        return _shared


class WarmProvisioner(LocalProvisioner):
    """Starts a kernel by forking the warm process instead of running an interpreter."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Launch a kernel; see jupyter_client's ``LocalProvisioner``."""
        warm = warm_process()
        if warm is None or "ipykernel_launcher" not in cmd:
            return await super().launch_kernel(cmd, **kwargs)
        arguments = cmd[cmd.index("ipykernel_launcher") + 1 :]
        folder = str(kwargs.get("cwd") or Path.cwd())
        forked = warm.fork(arguments, folder, dict(kwargs.get("env") or os.environ))
        self.process: Any = forked
        self.pid = self.pgid = forked.pid
        self.cwd = folder
        return self.connection_info
