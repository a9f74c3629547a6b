"""Programs that report45 runs: limited in time and memory, and never without it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from report45.execution import children
from report45.execution.children import KilledError, LimitError, run

LINUX = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="Linux alone can do this")


def python(code: str) -> list[str]:
    return [sys.executable, "-I", "-S", "-c", code]


def gone(pid: int, seconds: float = 2) -> bool:
    """Whether a process ends within so many seconds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


def test_what_a_program_says_comes_back() -> None:
    code = "import sys; print(input()); print('fout', file=sys.stderr); sys.exit(3)"
    assert run("proef", python(code), b"erin\n", 20) == (b"erin\n", "fout\n", 3)


def test_longer_than_it_may_take() -> None:
    with pytest.raises(LimitError, match=r"^proef took longer than 1 seconds$"):
        run("proef", python("import time; time.sleep(30)"), b"", 1)


@LINUX
def test_more_memory_than_it_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "MEMORY", 64 << 20)
    code = "import os\ntry:\n    bytearray(256 << 20)\nexcept MemoryError:\n    os.abort()"
    with pytest.raises(LimitError, match="needed more than"):
        run("proef", python(code), b"", 20)


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGHUP"])
def test_ended_by_someone_else(name: str) -> None:
    code = f"import os, signal; os.kill(os.getpid(), signal.{name})"
    with pytest.raises(KilledError, match=f"someone else .{name}."):
        run("proef", python(code), b"", 20)


@pytest.mark.skipif(os.name == "nt", reason="limits")
def test_no_program_writes_its_memory_to_disk() -> None:
    code = "import resource; print(resource.getrlimit(resource.RLIMIT_CORE))"
    assert run("proef", python(code), b"", 20)[0] == b"(0, 0)\n"


BUILDER = """
import sys, threading
from report45.execution.children import run
code = "import os, sys, time\\nopen(sys.argv[1], 'w').write(str(os.getpid()))\\ntime.sleep(60)"
command = [sys.executable, "-I", "-S", "-c", code, sys.argv[1]]
threading.Thread(target=run, args=("proef", command, b"", 50)).start()
"""


@LINUX
def test_a_program_ends_with_its_builder_however_that_ended(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    builder = subprocess.Popen([sys.executable, "-c", BUILDER, str(told)])  # noqa: S603  ours
    until = time.monotonic() + 30
    while not (told.exists() and told.read_text()) and time.monotonic() < until:
        time.sleep(0.02)
    builder.kill()
    builder.wait(timeout=10)
    assert gone(int(told.read_text()))
