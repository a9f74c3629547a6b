"""Warm kernels: the same outputs as ordinary ones, no state between them, no process left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import papermill
import pytest
from jupyter_core.utils import ensure_event_loop
from traitlets.config import Config

from report45.errors import UnexpectedError
from report45.execution import kernels
from report45.execution.kernels import WarmProcess, warm_process
from tests.conftest import ROOT
from tests.light import light

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kernels are forked where fork is")


def _execute(path: Path, engine: str | None, sockets: Path, **parameters: str) -> Any:
    sockets.mkdir(exist_ok=True)
    try:
        return papermill.execute_notebook(
            str(path),
            None,
            parameters=parameters,
            kernel_name="python3",
            engine_name=engine,
            progress_bar=False,
            config=Config(KernelManager={"transport": "ipc", "ip": f"{sockets}/k"}),
            extra_arguments=["--IPKernelApp.log_level=50"],
        )
    finally:
        ensure_event_loop().close()


def _outputs(notebook: Any) -> list[Any]:
    return [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]


def _notebook(path: Path, *sources: str) -> Path:
    cells = [nbformat.v4.new_code_cell(textwrap.dedent(source)) for source in sources]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path


@pytest.mark.parametrize("chapter", ["kenmerken", "resultaten"])
def test_outputs_equal_those_of_an_ordinary_kernel(chapter: str, tmp_path: Path) -> None:
    path, study = ROOT / "notebooks" / f"{chapter}.ipynb", str(ROOT / "data" / "almere")
    warm = _execute(path, "report45", tmp_path / "w", study=study)
    ordinary = _execute(path, None, tmp_path / "o", study=study)
    assert _outputs(warm) == _outputs(ordinary)


STATE = """
import os, random, sys
import matplotlib as mpl
import numpy as np
seen = (
    "planted" in sys.modules,
    os.environ.get("PLANTED"),
    os.getcwd(),
    mpl.rcParams["font.size"],
    hasattr(np, "planted"),
    len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0,
    __name__,
    sorted(name for name in globals() if not name.startswith("_"))[:3],
)
print(seen)
"""
PLANT = """
import os, random, sys, types
import matplotlib as mpl
import numpy as np
sys.modules["planted"] = types.ModuleType("planted")
os.environ["PLANTED"] = "yes"
os.chdir("/")
mpl.rcParams["font.size"] = 99
np.planted = True
leak = open(os.devnull)
random.seed(1); np.random.seed(1)
"""


def test_nothing_of_one_chapter_reaches_the_next(tmp_path: Path) -> None:
    look = _notebook(tmp_path / "look.ipynb", STATE)
    before = _outputs(_execute(look, "report45", tmp_path / "a"))
    _execute(_notebook(tmp_path / "plant.ipynb", PLANT), "report45", tmp_path / "b")
    assert _outputs(_execute(look, "report45", tmp_path / "c")) == before


def test_random_numbers_differ_between_kernels(tmp_path: Path) -> None:
    source = "import random, numpy as np\nprint(random.random(), np.random.rand())"
    path = _notebook(tmp_path / "random.ipynb", source)
    first, second = (_outputs(_execute(path, "report45", tmp_path / name)) for name in "ab")
    assert first[0][0].text != second[0][0].text


@pytest.fixture
def warm(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[WarmProcess]:
    light(tmp_path_factory.mktemp("light"), monkeypatch)
    process = WarmProcess()
    yield process
    process.close()


def _sleeper(warm: WarmProcess, tmp_path: Path) -> Any:
    """A kernel with a connection file of its own, waiting for work."""
    arguments = ["-f", str(tmp_path / "kernel.json"), "--transport=ipc", f"--ip={tmp_path}/k"]
    return warm.fork(arguments, str(tmp_path), dict(os.environ))


def _gone(pid: int, seconds: float = 10) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        stat = Path(f"/proc/{pid}/stat")
        if stat.is_file() and stat.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False


def test_a_killed_kernel_says_so_and_the_next_one_works(warm: WarmProcess, tmp_path: Path) -> None:
    kernel = _sleeper(warm, tmp_path)
    assert kernel.poll() is None
    kernel.kill()
    assert kernel.wait(timeout=10) == -signal.SIGKILL
    assert _sleeper(warm, tmp_path).poll() is None


def test_closing_leaves_no_kernel(tmp_path: Path) -> None:
    process = WarmProcess()
    kernel = _sleeper(process, tmp_path)
    process.close()
    assert _gone(kernel.pid)
    assert kernel.poll() == -signal.SIGKILL


def test_kill_9_of_the_builder_leaves_no_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = f"""
        import os, sys, time
        from report45.execution.kernels import WarmProcess
        warm = WarmProcess()
        arguments = ["-f", r"{tmp_path}/k.json", "--transport=ipc", r"--ip={tmp_path}/k"]
        kernel = warm.fork(arguments, r"{tmp_path}", dict(os.environ))
        print(warm._process.pid, kernel.pid, flush=True)
        time.sleep(60)
    """
    light(tmp_path / "light", monkeypatch)
    command = [sys.executable, "-c", textwrap.dedent(script)]
    builder = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603  ours
    assert builder.stdout is not None
    try:
        pids = [int(pid) for pid in builder.stdout.readline().split()]
    finally:
        builder.kill()
        builder.communicate(timeout=60)
    assert len(pids) == 2
    assert all(_gone(pid) for pid in pids)


def test_there_is_one_warm_process_per_builder() -> None:
    assert warm_process() is warm_process()


def test_a_warm_process_that_was_killed_is_replaced(
    warm: WarmProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = object()
    monkeypatch.setattr(kernels, "_shared", warm)
    monkeypatch.setattr(kernels, "WarmProcess", lambda: fresh)
    assert warm_process() is warm
    warm._process.kill()
    warm._process.wait(timeout=60)
    assert warm_process() is fresh
    monkeypatch.setattr(kernels, "_shared", None)


def test_what_goes_wrong_in_the_warm_process_is_told_without_its_words() -> None:
    warm = kernels.warm_process()
    assert warm is not None
    told = r"^report45 failed: TypeError at report45/execution/warm.py, line \d+; run with --debug"
    with pytest.raises(UnexpectedError, match=told) as caught:
        warm._ask({"hold": ["Jansen"]})
    assert "Traceback" in caught.value.detail
    assert warm._ask({"poll": 1}) == {"code": -1}, "it goes on"
