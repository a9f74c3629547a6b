"""Signals and kills at ten moments of a build: it ends as it says, and leaves nothing behind.

Run by `make gates`; pytest finds this file only when it is named. With -s it prints what each fault
came to.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from report45.execution.run import Limits, execute
from report45.signals import STOPPED
from tests import light
from tests.execution.notebooks import OPEN, write
from tests.study.small import edit, small

MOMENTS = 10
AT_A_TIME = 2
COMMAND = [sys.executable, "-m", "report45", "build", "proef"]
CHAPTERS = {
    "verloop": "from report45.analysis import flow\n"
    'chapter.publish("stroom", flow.flow(chapter.study))',
    "opzet": "from report45.analysis import allocation\n"
    'chapter.publish("toewijzing", allocation.allocation(chapter.study))',
}

Shown = dict[str, bytes]


@dataclass(frozen=True)
class Project:
    """A project with an earlier build, and what it shows before and after the next one."""

    here: Path
    old: Shown
    new: Shown
    takes: float


def environment(here: Path) -> dict[str, str]:
    """Give what a build is started with: a mark, and temporary folders of its own."""
    own = {"REPORT45_GATE": str(here), "TMPDIR": str(here / "tmp")}
    return {**os.environ, **light.environment(here / "light"), **own}


def start(here: Path, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603  our own arguments
        [*COMMAND, *options],
        cwd=here,
        env=environment(here),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def build(here: Path, *options: str) -> None:
    process = start(here, *options)
    _, told = process.communicate(timeout=120)
    assert process.returncode == 0, told


def shown(here: Path) -> Shown:
    """Give all that a reader can see of the study."""
    place = here / "build" / "proef"
    found = (path for path in sorted(place.rglob("*")) if path.is_file())
    return {str(path.relative_to(place)): path.read_bytes() for path in found}


def alive(here: Path) -> list[int]:
    """Find the processes that a build started, by their mark."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get("REPORT45_GATE") == str(here):
                found.append(process.pid)
        except psutil.Error:
            continue
    return found


def left(here: Path) -> list[str]:
    """Give what a build left: processes after some seconds of grace, and folders."""
    until = time.monotonic() + 10
    while (processes := alive(here)) and time.monotonic() < until:
        time.sleep(0.05)
    folders = [*(here / "build").glob(".proef*"), *(here / "tmp").iterdir()]
    return [*map(str, processes), *(path.name for path in folders)]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    here = tmp_path_factory.mktemp("ended") / "first"
    small(here / "data" / "proef")
    (here / "tmp").mkdir()
    for name, code in CHAPTERS.items():
        write(here / "notebooks", name, OPEN.format(name), code)
    build(here)
    old = shown(here)
    edited = shutil.copytree(here, here.with_name("second"))
    edit(edited / "notebooks", "opzet.ipynb", "Vooraf.", "Vooraf, en anders.")
    shutil.copytree(edited, twin := here.with_name("third"))
    begun = time.monotonic()
    with ThreadPoolExecutor(AT_A_TIME) as both:
        list(both.map(lambda one: build(one, "--force"), (edited, twin)))
    takes = time.monotonic() - begun
    new = shown(edited)
    assert new == shown(twin) != old
    shutil.rmtree(twin)
    edit(here / "notebooks", "opzet.ipynb", "Vooraf.", "Vooraf, en anders.")
    return Project(here, old, new, takes)


Fault = Callable[[subprocess.Popen[str]], None]


def sent(name: str, *, group: bool = False, times: int = 1) -> Fault:
    """Send the builder a signal: alone, as a terminal does to its whole group, or in a row."""

    def strike(builder: subprocess.Popen[str]) -> None:
        for _ in range(times):
            try:
                (os.killpg if group else os.kill)(builder.pid, getattr(signal, name))
            except ProcessLookupError:
                return

    return strike


def children_of(pid: int) -> list[psutil.Process]:
    try:
        return psutil.Process(pid).children()
    except psutil.Error:
        return []


def keepers(builder: int) -> list[psutil.Process]:
    return [one for one in children_of(builder) if runs(one, "report45.execution.warm")]


def warm(builder: int) -> list[psutil.Process]:
    return [one for keeper in keepers(builder) for one in children_of(keeper.pid)]


def kernels(builder: int) -> list[psutil.Process]:
    return [one for each in warm(builder) for one in children_of(each.pid)]


def programs(name: str) -> Callable[[int], list[psutil.Process]]:
    return lambda builder: [one for one in children_of(builder) if runs(one, name)]


def runs(process: psutil.Process, name: str) -> bool:
    try:
        return name in " ".join(process.cmdline())
    except psutil.Error:
        return False


def killed(victims: Callable[[int], list[psutil.Process]]) -> Fault:
    """Kill the next process of a kind that the builder has."""

    def strike(builder: subprocess.Popen[str]) -> None:
        while builder.poll() is None:
            for one in victims(builder.pid):
                try:
                    one.kill()
                except psutil.Error:
                    continue
                return
            time.sleep(0.001)

    return strike


def until_it_listens(pid: int) -> None:
    """Wait until a process catches SIGTERM: Python itself takes a moment to begin."""
    while True:
        try:
            told = Path(f"/proc/{pid}/status").read_text()
        except OSError:
            return
        caught = int(told.partition("SigCgt:")[2].split()[0], 16)
        if caught >> (signal.SIGTERM - 1) & 1 or "State:\tZ" in told:
            return
        time.sleep(0.002)


@dataclass(frozen=True)
class End:
    """How a build ended, in so far as it may differ."""

    code: int
    left: tuple[str, ...]
    last: str


def tried(project: Project, here: Path, moment: int, strike: Fault, *, earlier: bool) -> End:
    """Build once, strike at a moment, and hold what came of it to what must hold of all."""
    shutil.copytree(project.here, here)
    if not earlier:
        shutil.rmtree(here / "build")
        (here / "build").mkdir()
    before = project.old if earlier else {}
    builder = start(here, "--force")
    time.sleep(project.takes * moment / (MOMENTS - 1))
    until_it_listens(builder.pid)
    strike(builder)
    _, told = builder.communicate(timeout=120)
    seen, code = shown(here), builder.returncode
    assert "Traceback" not in told, told
    assert code == 0 or code not in {-signal.SIGABRT, -signal.SIGSEGV}, told
    if code == 0:
        assert seen == project.new
    elif code == -signal.SIGKILL:
        assert all(
            content in (before.get(name), project.new[name]) for name, content in seen.items()
        )
        assert before.keys() <= seen.keys()
    else:
        assert seen in (before, project.new)
    return End(code, tuple(left(here)), told.strip().rpartition("\n")[2])


def ends(project: Project, place: Path, strike: Fault, *, earlier: bool = True) -> list[End]:
    def one(moment: int) -> End:
        return tried(project, place / str(moment), moment, strike, earlier=earlier)

    with ThreadPoolExecutor(AT_A_TIME) as several:
        return list(several.map(one, range(MOMENTS)))


def tell(name: str, found: list[End]) -> None:
    for end, times in Counter(found).most_common():
        print(f"\n{name} | {times}x | {end.code} | {', '.join(end.left) or 'nothing'} | {end.last}")


SIGNALS = {
    "SIGINT": sent("SIGINT"),
    "SIGTERM": sent("SIGTERM"),
    "SIGHUP": sent("SIGHUP"),
    "SIGQUIT": sent("SIGQUIT"),
    "SIGINT to the group": sent("SIGINT", group=True),
    "SIGINT in a row": sent("SIGINT", times=2),
    "SIGINT to the group in a row": sent("SIGINT", group=True, times=3),
}


@pytest.mark.parametrize("name", SIGNALS)
def test_a_signal_ends_it_in_one_line(name: str, project: Project, tmp_path: Path) -> None:
    found = ends(project, tmp_path, SIGNALS[name])
    tell(name, found)
    number = getattr(signal, name.partition(" ")[0])
    for end in found:
        assert end.left == ()
        if end.code == 128 + number:
            assert end.last == STOPPED
        else:
            assert end.code == 0, "it was done"
    assert [end.code for end in found].count(128 + number) > MOMENTS / 2


@pytest.mark.parametrize("earlier", [False, True], ids=["from nothing", "an earlier build"])
def test_a_killed_build_is_cleared_up_by_the_next(
    earlier: bool, project: Project, tmp_path: Path
) -> None:
    found = ends(project, tmp_path, sent("SIGKILL"), earlier=earlier)
    tell("kill -9 of the builder", found)
    assert {end.code for end in found} <= {0, -signal.SIGKILL}
    assert not any(one.isdigit() for end in found for one in end.left), "a process"
    places = [tmp_path / str(moment) for moment in range(MOMENTS)]
    with ThreadPoolExecutor(AT_A_TIME) as several:
        list(
            several.map(build, places)
        )  # with what the killed build kept, in so far as it is whole
    for here in places:
        assert shown(here) == project.new
        assert left(here) == []


VICTIMS = {
    "keeper": (killed(keepers), ""),
    "warm process": (killed(warm), ""),
    "kernel": (killed(kernels), "the kernel ended"),
    "pandoc": (killed(programs("pandoc")), "pandoc was ended by someone else (SIGKILL)"),
    "Typst": (killed(programs("typesetter.py")), "Typst was ended by someone else (SIGKILL)"),
}


@pytest.mark.parametrize("name", VICTIMS)
def test_a_killed_part_costs_a_second_try_or_is_told(
    name: str, project: Project, tmp_path: Path
) -> None:
    strike, told = VICTIMS[name]
    found = ends(project, tmp_path, strike)
    tell(f"kill -9 of {name}", found)
    for end in found:
        assert end.left == ()
        assert end.code == 0 or (told and end.code == 1 and told in end.last)
    assert not told or any(end.code == 1 for end in found)


def test_a_cell_that_says_much_at_once_is_heard_to_the_end(tmp_path: Path) -> None:
    """However slowly: what is read here is asked now and then whether it is still wanted."""
    study = small(tmp_path / "proef")
    cell = (
        "import time\nfrom IPython.display import display\ntime.sleep(1)\n"
        "for number in range(5000):\n    display(number)\ntime.sleep(3)"
    )
    stalls = iter([0.0, 4.0])
    limits = Limits(timeout=60, memory=1)
    written = write(study, "opzet", cell)
    # In a thread, as in a build: the browser of other gates has a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        executed = thread.submit(
            execute, written, study, limits, wanted=lambda: not time.sleep(next(stalls, 0))
        ).result()
    assert len(executed.notebook["cells"][-1]["outputs"]) == 5000
