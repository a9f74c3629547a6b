"""A real scheduler and real workers: the same bytes whoever is killed, and nothing left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from report45.builds.build import build
from report45.chapters.find import ChapterNotebook, find_chapters
from report45.errors import ChaptersError, InputError
from report45.execution import cluster
from report45.execution.cluster import ClusterPool
from report45.execution.pool import Pool
from report45.execution.run import Executed, Limits
from report45.execution.worker import Same, differences, mark_of_key, same
from report45.study.load import load
from report45.study.pseudonyms import KEY

from ..study.small import edit, small
from .notebooks import OPEN, write

KilledWorker = pytest.importorskip("distributed").KilledWorker

ROOT = Path(__file__).parents[2]
SECRET = "een geheim van de werkers"  # noqa: S105  of nobody
STATE = """\
from report45.analysis import characteristics
chapter.publish("geslacht", characteristics.compare(chapter.study, "geslacht"))"""
WAIT = """\
import os, time
from pathlib import Path
house = Path({!r})
Path(house, "begun").write_text(f"{{os.environ['WORKER']}} {{os.getpid()}} !")
while not Path(house, "go on").exists():
    time.sleep(0.02)
print("gedaan")"""
BUILD = """\
import sys
from report45.__main__ import main
try:
    main()
finally:
    print("imported:", *sorted({"dask", "distributed"} & set(sys.modules)))"""


def until(seen: Callable[[], bool], seconds: float = 60) -> None:
    """Wait for something to come about."""
    end = time.monotonic() + seconds
    while not seen():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.02)


def gone(pid: int) -> bool:
    """Whether a process has ended."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state == "Z"


class Cluster:
    """A scheduler, and workers that keep their files in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = folder / "scheduler.json"
        self.workers: dict[str, subprocess.Popen[bytes]] = {}
        known = ["--port", "0", "--scheduler-file", str(self._file)]
        self.scheduler = self._start("dask_scheduler", *known)
        until(self._file.exists)
        self.address: str = json.loads(self._file.read_text())["address"]

    def add(self, name: str, threads: int = 1) -> None:
        """Start a worker; chapters read its name in their environment."""
        known = ["--no-nanny", "--nthreads", str(threads), "--death-timeout", "60"]
        known += ["--local-directory", str(self.folder)]
        self.workers[name] = self._start("dask_worker", self.address, *known, WORKER=name)

    def _start(self, program: str, *arguments: str, **env: str) -> subprocess.Popen[bytes]:
        module = ["-m", f"distributed.cli.{program}", "--host", "127.0.0.1", "--no-dashboard"]
        return subprocess.Popen(  # noqa: S603  our own arguments
            [sys.executable, *module, *arguments],
            env={**os.environ, KEY: SECRET, **env},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def kept(self) -> list[Path]:
        """What its workers keep of studies and chapters."""
        return list(self.folder.glob("*/worker-*/report45-*"))

    def end(self) -> None:
        """Kill all of it."""
        for process in (*self.workers.values(), self.scheduler):
            process.kill()
            process.wait(timeout=60)


@pytest.fixture(scope="module")
def steady(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A worker that nobody kills, for two chapters at a time."""
    started = Cluster(tmp_path_factory.mktemp("cluster"))
    started.add("steady", threads=2)
    yield started
    started.end()


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler without workers, for one test."""
    started = Cluster(tmp_path)
    yield started
    started.end()


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return small(tmp_path / "proef")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A working folder with a study and two chapters, of which one waits for a file."""
    folder = small(tmp_path / "house" / "data" / "proef")
    edit(folder, "study.toml", 'title = "Proef"', 'title = "Proef"\npublications = []')
    whole = folder.parents[1]
    write(whole / "notebooks", "opzet", OPEN.format("opzet"), STATE)
    write(whole / "notebooks", "traag", OPEN.format("traag"), WAIT.format(str(whole)))
    return whole


class Builder:
    """``report45 build proef`` as a user runs it, in a house."""

    def __init__(self, house: Path, out: str, *options: str) -> None:
        self._house, self._out = house, house / out / "proef"
        self.process = subprocess.Popen(  # noqa: S603  our own arguments
            [sys.executable, "-c", BUILD, "build", "proef", "--out", out, *options],
            cwd=house,
            env=os.environ | {"WORKER": "none"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Builder:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate(timeout=60)

    def waits(self) -> tuple[str, int]:
        """Give worker and kernel of the chapter that waits, as soon as it does."""
        until(lambda: begun(self._house) or self.process.poll() is not None)
        assert self.process.poll() is None, self.ends()
        return waiting(self._house)

    def ends(self) -> tuple[int | None, str, str]:
        """Give its exit code and what it said."""
        said, complaint = self.process.communicate(timeout=60)
        return self.process.returncode, said, complaint

    def made(self) -> dict[str, bytes]:
        """Every file it made."""
        files = [path for path in self._out.rglob("*") if path.is_file()]
        return {path.relative_to(self._out).as_posix(): path.read_bytes() for path in files}


def begun(house: Path) -> bool:
    """Whether the chapter that waits does."""
    told = house / "begun"
    return told.exists() and told.read_text().endswith("!")


def waiting(house: Path) -> tuple[str, int]:
    """Give worker and kernel of the chapter that waits, as soon as it does."""
    until(lambda: begun(house))
    worker, kernel, _ = (house / "begun").read_text().split()
    (house / "begun").unlink()
    return worker, int(kernel)


def slow(house: Path) -> list[ChapterNotebook]:
    """Give the chapter that waits."""
    return [one for one in find_chapters(house / "notebooks") if one.name == "traag"]


def run(pool: Pool, chapters: list[ChapterNotebook], study: Path) -> dict[str, Executed]:
    """Execute chapters, as a build does."""
    done: dict[str, Executed] = {}
    with pool, pool.holding(study):
        pool.execute(chapters, study, lambda one, executed: done.update({one.name: executed}))
    return done


def test_what_is_lost_midway(house: Path, mortal: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """No worker; one of two killed; the last one killed, and another joins; no scheduler."""
    with monkeypatch.context() as hasty:
        hasty.setattr(cluster, "PATIENCE", 1)
        with pytest.raises(InputError, match="has no workers"):
            ClusterPool(mortal.address)
    mortal.add("a")
    mortal.add("b")
    with Builder(house, "far", "--scheduler", mortal.address) as far:
        killed, kernel = far.waits()
        mortal.workers[killed].kill()
        (house / "go on").touch()
        code, said, complaint = far.ends()
        assert (code, "2 chapters executed" in said) == (0, True), complaint
    until(lambda: gone(kernel))
    _builds_the_same_here(house, far, monkeypatch)
    (house / "go on").unlink()
    (house / "begun").unlink()
    last = ({"a", "b"} - {killed}).pop()
    _sends_again_and_tells(house, mortal, last)


def _builds_the_same_here(house: Path, far: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as there:
        there.chdir(house)
        there.setenv("WORKER", "none")
        build(house / "data" / "proef", house / "near")
    with Builder(house, "near") as near:
        code, said, complaint = near.ends()
    assert (code, said.splitlines()[-1]) == (0, "imported:"), complaint  # no Dask unasked
    assert far.made() == near.made()
    assert len(near.made()) == 3


def _sends_again_and_tells(house: Path, mortal: Cluster, last: str) -> None:
    seen = []

    def destroy() -> None:
        seen.append(waiting(house))
        mortal.workers[last].kill()  # with the only copy of the study
        mortal.add("c")
        seen.append(waiting(house))
        mortal.scheduler.kill()

    destroyer = threading.Thread(target=destroy)
    destroyer.start()
    with pytest.raises(InputError) as caught:
        run(ClusterPool(mortal.address), slow(house), house / "data" / "proef")
    destroyer.join(timeout=60)
    assert str(caught.value).startswith(f"{mortal.address}: the scheduler was lost.")
    assert [worker for worker, _ in seen] == [last, "c"]
    until(lambda: all(gone(kernel) for _, kernel in seen))
    until(lambda: mortal.workers["c"].poll() is not None)


def test_a_killed_builder_leaves_nothing_on_the_workers(house: Path, steady: Cluster) -> None:
    with Builder(house, "far", "--scheduler", steady.address) as far:
        _, kernel = far.waits()
        assert steady.kept()
        far.process.kill()
        until(lambda: gone(kernel))
        until(lambda: not steady.kept())


def test_what_is_stopped_stops_on_the_workers(house: Path, steady: Cluster) -> None:
    study, kernels = house / "data" / "proef", []

    def interrupt() -> None:
        kernels.append(waiting(house)[1])
        pool.stop()

    with ClusterPool(steady.address) as pool:
        stopper = threading.Thread(target=interrupt)
        stopper.start()
        with pytest.raises(CancelledError), pool.holding(study):
            pool.execute(slow(house), study, lambda *_: None)
        stopper.join(timeout=60)
    until(lambda: gone(kernels[0]))
    until(lambda: not steady.kept())


def test_what_comes_back_is_what_this_machine_makes(steady: Cluster, study: Path) -> None:
    nsw = ROOT / "data" / "nsw"
    real = [one for one in find_chapters(ROOT / "notebooks") if one.name == "kenmerken"]
    read = "chapter.study.clients, len(chapter.study.cases)"
    own = [
        write(study / "n", "opzet", OPEN.format("opzet"), STATE, read),
        write(study / "n", "b", "print('é')", "1 + 1"),
    ]
    assert run(ClusterPool(steady.address), real, nsw) == run(Pool(), real, nsw)
    far = run(ClusterPool(steady.address, 2), own, study)
    assert far == run(Pool(2), own, study)
    assert far["opzet"].read == ("cases", "clients")
    until(lambda: not steady.kept())


def test_chapters_fail_as_they_do_here_and_once(steady: Cluster, study: Path) -> None:
    count = f"with open({str(study / 'count')!r}, 'a') as file: file.write('x')"
    chapters = [
        write(study / "n", "a", "x = 0", f"{count}\ny = 1\nz = y / x\n"),
        write(study / "n", "b", "import time\ntime.sleep(30)"),
        write(study / "n", "c", "import os; os._exit(1)"),
        write(study / "n", "d", "1"),
    ]
    told = []
    for pool in (ClusterPool(steady.address, 1, Limits(timeout=1)), Pool(2, Limits(timeout=1))):
        done: list[str] = []
        with pytest.raises(ChaptersError) as caught, pool, pool.holding(study):
            pool.execute(chapters, study, lambda one, _: done.append(one.name))  # noqa: B023
        assert done == ["d"]
        told.append([vars(error) for error in caught.value.errors])
    assert (study / "count").read_text() == "xx"  # once there, once here
    assert [error.pop("detail") != "" for error in told[0]] == [True, False, False]
    assert [error.pop("detail") != "" for error in told[1]] == [True, False, False]
    assert told[0] == told[1]
    assert told[0][1]["error"] == "the cell took more than 1 seconds (--timeout)"


def test_a_chapter_that_ends_every_worker_fails(
    steady: Cluster, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dask tells so after its third worker, in place of which it does at once here."""

    async def killed() -> None:
        raise KilledWorker("execute_sent", "worker", 3)

    pool = ClusterPool(steady.address)
    monkeypatch.setattr(pool._client, "submit", lambda *_, **__: killed())
    with pytest.raises(ChaptersError, match="the workers that executed the chapter were lost"):
        run(pool, [write(study / "n", "a", "1")], study)


def test_what_a_chapter_warns_of_is_told_here(
    steady: Cluster, study: Path, caplog: pytest.LogCaptureFixture
) -> None:
    warns = write(study / "n", "a", "import warnings\nwarnings.warn('let op')")
    run(ClusterPool(steady.address), [warns], study)
    (told,) = [one.getMessage() for one in caplog.records if one.name.startswith("report45")]
    assert told.startswith("study proef, chapter a, cell 3: ")
    assert "UserWarning: let op" in told


def test_a_study_that_is_not_sound_is_not_sent(steady: Cluster, study: Path) -> None:
    edit(study, "klanten.csv", "0007;EXP;V", "0007;EXP;geheim")
    with (
        pytest.raises(InputError, match=r"klanten\.csv, .* geslacht"),
        ClusterPool(steady.address) as pool,
        pool.holding(study),
    ):
        pass


def test_a_table_outside_the_study_is_not_sent(steady: Cluster, study: Path) -> None:
    (study / "klanten.csv").rename(study.parent / "klanten.csv")
    edit(study, "study.toml", '"klanten.csv"', '"../klanten.csv"')
    with pytest.raises(InputError, match=r"\.\./klanten\.csv: lies outside the study's folder"):
        run(ClusterPool(steady.address), [write(study / "n", "a", "1")], study)


@pytest.fixture
def numbered(study: Path) -> Path:
    """The study with citizen service numbers that pass the check digit and are nobody's."""
    edit(study, "study.toml", 'author = "Onderzoek"', 'author = "X"\nidentifier = "bsn"')
    numbers = {"0007": "999990019", "0008": "999990020", "0009": "999990032", "0010": "999990044"}
    for path in study.glob("*.csv"):
        text = path.read_text()
        for old, new in numbers.items():
            text = text.replace(f"{old};", f"{new};")
        path.write_text(text)
    return study


def test_pseudonyms_are_made_with_the_workers_own_key(
    steady: Cluster, numbered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY, SECRET)
    chapter = write(
        numbered / "n", "a", OPEN.format("a"), "print(*chapter.study.clients['client'])"
    )
    far = run(ClusterPool(steady.address), [chapter], numbered)
    printed = far["a"].notebook["cells"][-1]["outputs"][0]["text"]
    assert "".join(printed).split() == list(load(numbered).clients["client"])


@pytest.mark.parametrize("key", ["een ander geheim, van de bouwer", SECRET.upper()])
def test_a_worker_with_another_key_is_named(
    steady: Cluster, numbered: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setenv(KEY, key)
    with pytest.raises(InputError) as caught:
        run(ClusterPool(steady.address), [write(numbered / "n", "a", "1")], numbered)
    (fault,) = caught.value.faults
    assert fault.place.file.startswith("worker tcp://127.0.0.1:")
    assert fault.place.part == "environment variable REPORT45_KEY"
    assert fault.problem == "is missing, or another than the builder's."
    assert key not in str(fault)


def test_a_mark_tells_keys_apart_and_gives_none_away(monkeypatch: pytest.MonkeyPatch) -> None:
    marks = set()
    for key in ("", "te kort", "a" * 16, "a" * 15 + "b"):
        monkeypatch.setenv(KEY, key)
        marks.add(mark_of_key())
        assert not key or key not in mark_of_key()
    assert len(marks) == 3
    assert "" in marks


HERE = Same("a", "3.11", "k")
RUNS = [
    pytest.param(Same("a", "3.11", "k"), [], id="the same"),
    pytest.param(Same("b", "3.11", "k"), ["runs another report45 than"], id="another report45"),
    pytest.param(Same("b", "3.12", "k"), ["runs Python 3.12; the builder"], id="another Python"),
    pytest.param(Same("a", "3.11"), ["is missing, or another than"], id="no key"),
    pytest.param(Same("b", "3.11"), ["runs another", "is missing"], id="neither"),
    pytest.param(ModuleNotFoundError("x"), ["cannot load report45 (Mod"], id="no report45"),
]


@pytest.mark.parametrize(("worker", "problems"), RUNS)
def test_how_a_worker_may_differ(worker: Same | Exception, problems: list[str]) -> None:
    faults = differences(worker, HERE, "tcp://w:1")
    assert all(fault.place.file.startswith("worker tcp://w:1") for fault in faults)
    assert len(faults) == len(problems)
    assert all(f.problem.startswith(start) for f, start in zip(faults, problems, strict=True))
    assert differences(Same("a", "3.11"), Same("a", "3.11"), "") == []


@pytest.fixture
def another(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Make this builder another report45 than it was."""

    def change() -> None:
        monkeypatch.setattr("report45.execution.worker.program_of", lambda _: "another")
        same.cache_clear()

    yield change
    same.cache_clear()


def test_a_worker_of_another_version_is_named(steady: Cluster, another: Callable[[], None]) -> None:
    another()
    with pytest.raises(InputError, match=r"^worker tcp://127.*: runs another report45"):
        ClusterPool(steady.address)


def test_so_is_one_that_joins_later(
    steady: Cluster, study: Path, another: Callable[[], None]
) -> None:
    pool = ClusterPool(steady.address)
    another()
    with pytest.raises(InputError, match=r"^worker tcp://127.*: runs another report45"):
        run(pool, [write(study / "n", "a", "1")], study)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("nonsense", "--scheduler nonsense: is no address. Write tcp://host:8786."),
        ("http://host:1", "--scheduler http://host:1: is no address. Write tcp://host:8786."),
        ("tcp://127.0.0.1:9", "--scheduler tcp://127.0.0.1:9: no scheduler answers"),
        ("tls://127.0.0.1:9", "--scheduler tls://127.0.0.1:9: no scheduler answers (TLS"),
    ],
)
def test_an_address_where_nobody_answers(
    address: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with pytest.raises(InputError) as caught:
        ClusterPool(address)
    assert str(caught.value).startswith(told)
    assert caught.value.exit_code == 2


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match="pip install distributed"):
        ClusterPool("tcp://127.0.0.1:9")
