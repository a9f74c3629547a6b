"""What a chapter can do to the process that builds it: nothing but fail, in one clear message."""

from __future__ import annotations

import gc
import logging
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from report45.errors import ChapterError, ChaptersError
from report45.execution import kernels
from report45.execution.pool import Pool
from report45.execution.run import Limits, execute

from ..light import light
from ..study.small import small
from .notebooks import write
from .test_children import gone

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux")

LIMITS = Limits(timeout=60, memory=1)


@pytest.fixture(scope="module", autouse=True)
def lightly(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Warm processes that are soon there again: many are killed here."""
    with pytest.MonkeyPatch.context() as patch:
        light(tmp_path_factory.mktemp("light"), patch)
        kernels.end_warm_process()
        yield
    kernels.end_warm_process()


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return small(tmp_path / "proef")


def failure(folder: Path, *cells: str, limits: Limits = LIMITS) -> ChapterError:
    os.environ.pop("PYTEST_CURRENT_TEST", None)  # with it, ipykernel hears no programs
    with pytest.raises(ChapterError) as caught:
        execute(write(folder, "opzet", *cells), folder, limits)
    return caught.value


HELD = "import time\nheld = bytearray(700_000_000)\ntime.sleep(30)"
TWO_CHILDREN = f"""
import subprocess, sys
both = [subprocess.Popen([sys.executable, "-S", "-c", {HELD!r}]) for _ in "ab"]
[one.wait() for one in both]
"""
SHARED = """
import mmap, time
held = mmap.mmap(-1, 1_500_000_000)
for place in range(0, len(held), 4096):
    held[place] = 1
time.sleep(30)
"""


@pytest.mark.parametrize("cell", [TWO_CHILDREN, SHARED], ids=["its children", "shared memory"])
def test_memory_is_counted_over_all_that_a_cell_starts(study: Path, cell: str) -> None:
    begun = time.monotonic()
    warm = kernels.warm_process()
    assert warm is not None
    warm.hold(study)  # which makes it larger, in so far as memory is promised and not used
    error = failure(study, "x = 1", cell)
    warm.drop(study)
    assert (error.cell, error.error) == (4, "the chapter took more than 1 GB (--memory)")
    assert time.monotonic() - begun < 25


def test_a_child_of_a_cell_has_its_limits(study: Path) -> None:
    greedy = "try:\n    bytearray(3_000_000_000)\nexcept MemoryError:\n    print('geweigerd')"
    cell = f"import subprocess, sys\nsubprocess.run([sys.executable, '-S', '-c', {greedy!r}])"
    executed = execute(write(study, "opzet", cell), study, LIMITS)
    assert "geweigerd" in str(executed.notebook)
    big = "with open('groot', 'wb') as file:\n    file.truncate(3_000_000_000)"
    assert failure(study, f"import os\nos.chdir({str(study)!r})\n{big}").error.startswith("OSError")


def test_too_many_processes(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernels, "MOST_PROCESSES", 20)
    cell = "import os, time\nfor _ in range(25):\n    if os.fork() == 0:\n        time.sleep(30)"
    error = failure(study, f"{cell}\ntime.sleep(30)")
    assert error.error == "the chapter started more than 20 processes"


DAEMON = """
import os, sys, time
for number in range(5):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            with open({told!r}, "a") as file:
                file.write(f"{{os.getpid()}} ")
            for stream in (0, 1, 2):
                os.close(stream)
            time.sleep(60)
        os._exit(0)
    os.wait()
time.sleep(0.5)
"""


def test_daemons_of_a_cell_do_not_outlive_its_kernel(study: Path) -> None:
    told = study / "daemons"
    execute(write(study, "opzet", DAEMON.format(told=str(told))), study, LIMITS)
    pids = [int(pid) for pid in told.read_text().split()]
    assert len(pids) == 5
    assert all(gone(pid) for pid in pids)


def test_a_builder_that_is_killed_leaves_no_kernel_and_no_daemon(study: Path) -> None:
    told = study / "daemons"
    chapter = write(study, "opzet", DAEMON.format(told=str(told)) + "time.sleep(60)")
    code = (
        "from pathlib import Path\n"
        "from report45.chapters.find import find_chapters\n"
        "from report45.execution.run import execute\n"
        f"(chapter,) = find_chapters(Path({str(chapter.path.parent)!r}))\n"
        f"execute(chapter, Path({str(study)!r}))\n"
    )
    builder = subprocess.Popen([sys.executable, "-c", code])  # noqa: S603  our own arguments
    until = time.monotonic() + 60
    while not (told.exists() and len(told.read_text().split()) == 5):
        assert time.monotonic() < until
        time.sleep(0.05)
    builder.kill()
    builder.wait(timeout=10)
    assert all(gone(int(pid)) for pid in told.read_text().split())


ENDLESS = {
    "one print": "print('x' * 60_000_000)",
    "lines": "for _ in range(3000):\n    print('x' * 100_000)",
    "errors": "import sys\nsys.stderr.write('x' * 60_000_000)",
    "a program": "import os\nos.system('head -c 300000000 /dev/zero')",
    "a table": "from IPython.display import HTML, display\ndisplay(HTML('x' * 60_000_000))",
    "a process": (
        "import multiprocessing\n"
        "say = lambda: [print('x' * 100_000, flush=True) for _ in range(400)]\n"
        "both = [multiprocessing.get_context('fork').Process(target=say) for _ in 'ab']\n"
        "[one.start() for one in both], [one.join() for one in both]"
    ),
}


@pytest.mark.parametrize("memory", [0.3, 1])
@pytest.mark.parametrize("cell", ENDLESS.values(), ids=list(ENDLESS))
def test_output_without_end_fails_the_chapter_and_is_not_stored(
    study: Path, cell: str, memory: float
) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    error = failure(study, cell, limits=Limits(60, memory))
    too_much = "the chapter gives more than 50 MB of output"
    in_vain = {"MemoryError", "output of the chapter got lost; more memory may help (--memory)"}
    assert error.cell == 3
    assert error.error in ({too_much} if memory == 1 else {too_much, *in_vain})
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    assert grown < 400_000_000


@pytest.mark.parametrize(
    "cell",
    [
        "sys.stdout.session = None\nprint('x')",
        "sys.stderr.write = None\nos.write(2, b'x')\ntime.sleep(0.2)",
    ],
    ids=["on its way", "as it is taken down"],
)
def test_output_that_gets_lost_fails_the_chapter(study: Path, cell: str) -> None:
    error = failure(study, f"import os, sys, time\n{cell}")
    assert error.error == "output of the chapter got lost; more memory may help (--memory)"


def test_what_is_no_text_cannot_be_said(study: Path) -> None:
    error = failure(study, "print('wel')\nprint('\\ud800')")
    assert error.error.startswith("UnicodeEncodeError")
    assert error.source == "print('\\ud800')"


def test_no_message_is_thrown_away_when_it_cannot_be_read_yet(study: Path) -> None:
    """ZeroMQ does so behind the thousandth; the gate of killed builds tries it in earnest."""
    cell = "import zmq\nprint(get_ipython().kernel.iopub_thread.socket.getsockopt(zmq.SNDHWM))"
    executed = execute(write(study, "opzet", cell), study, LIMITS)
    assert executed.notebook["cells"][-1]["outputs"][0]["text"] == ["0\n"]


def test_an_exception_is_told_in_a_few_lines_that_no_terminal_obeys(study: Path) -> None:
    error = failure(
        study, "raise ValueError('\\x1b[2J\\x1b]0;titel\\x07rood\\x9b1m' + 'x' * 10_000_000)"
    )
    assert error.error.startswith("ValueError: roodxxx")
    assert error.error.endswith(" more characters)")
    assert len(str(error)) < 1500
    assert not any(sign in str(error) + error.detail for sign in "\x1b\x9b\x07")


def test_a_timeout_says_nothing_of_tasks(
    study: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    gc.collect()  # what other tests left is not this one's
    with caplog.at_level(logging.WARNING, "asyncio"):
        told = failure(study, "import time\ntime.sleep(30)", limits=Limits(timeout=1)).error
        gc.collect()  # asyncio tells of a task when it is destroyed
    assert told == "the cell took more than 1 seconds (--timeout)"
    assert [one.getMessage() for one in caplog.records if one.name == "asyncio"] == []
    assert "Task" not in capfd.readouterr().err


@pytest.mark.parametrize("keeper", [False, True], ids=["warm process", "keeper"])
def test_a_warm_process_that_is_killed_costs_a_second_try(study: Path, keeper: bool) -> None:
    tries = study / "tries"
    cell = f"import time\nopen({str(tries)!r}, 'a').write('x')\ntime.sleep(2)\nprint('klaar')"
    chapter = write(study, "opzet", cell)
    warm = kernels.warm_process()
    assert warm is not None

    def kill() -> None:
        until = time.monotonic() + 60
        while not tries.exists() and time.monotonic() < until:
            time.sleep(0.02)
        victims = [warm._process.pid] if keeper else kernels.children.of(warm._process.pid)
        for pid in victims:
            os.kill(pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    executed = execute(chapter, study, LIMITS)
    killer.join(timeout=60)
    assert tries.read_text() == "xx"
    assert "klaar" in str(executed.notebook)


def test_a_warm_process_that_is_killed_again_and_again_fails_the_chapter(study: Path) -> None:
    cell = (
        "import os, signal, time\n"
        "keeper = int(open(f'/proc/{os.getppid()}/stat').read().rpartition(')')[2].split()[1])\n"
        "os.kill(keeper, signal.SIGKILL)\ntime.sleep(30)"
    )
    chapter = write(study, "opzet", cell)
    with pytest.raises(ChaptersError) as caught, Pool(1, LIMITS) as pool:
        pool.execute([chapter], study, lambda *_: None)
    (error,) = caught.value.errors
    assert error.error == kernels.LOST
