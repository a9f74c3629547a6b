"""The command line: exit codes, where messages go, and what is left when it is stopped."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from report45.cli import app

from ..execution.notebooks import OPEN, write
from ..light import light
from ..study.small import edit, small

MAIN = [sys.executable, "-m", "report45"]
STATE = """\
from report45.analysis import characteristics
chapter.publish("geslacht", characteristics.compare(chapter.study, "geslacht"))"""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two studies and one chapter."""
    small(tmp_path / "data" / "proef")
    small(tmp_path / "data" / "stuk")
    edit(tmp_path / "data" / "stuk", "klanten.csv", "0007;EXP;V", "0007;EXP;geheim")
    edit(tmp_path / "data" / "stuk", "werk.csv", "01-03-2018", "31-02-2018")
    write(tmp_path / "notebooks", "opzet", OPEN.format("opzet"), STATE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def start(*arguments: str) -> subprocess.Popen[str]:
    """Start a process of its own, as a terminal would: SIGINT is not ignored in it."""
    return subprocess.Popen(  # noqa: S603 - our own arguments
        [*MAIN, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        restore_signals=True,
    )


def failing(house: Path) -> None:
    """Let the chapter fail after one that does not."""
    write(house / "notebooks", "zzz", "wortel = 1", "stuk = wortel / 0")


# --- Help ------------------------------------------------------------------------------------


def test_help_imports_nothing_heavy() -> None:
    """Half a second is kept by what is not imported; a clock would make this test flicker."""
    heavy = "pandas numpy scipy statsmodels matplotlib seaborn papermill nbconvert nbformat "
    heavy += "pypandoc typst pikepdf IPython zmq pydantic yaml babel jinja2 stdnum asyncio"
    code = (
        "import sys\nfrom report45.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code\n"
        f"print(*(set({heavy!r}.split()) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(  # noqa: S603 - our own arguments
        [sys.executable, "-c", code, "--help"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "build" in done.stdout
    assert done.stderr.split() == []


def test_commands_explain_themselves() -> None:
    for command in ("build", "facts", "check"):
        assert run(command, "-h").exit_code == 0
    assert run().exit_code == 2
    assert run("bouw").exit_code == 2


# --- Bad input -------------------------------------------------------------------------------


def test_a_sound_study(house: Path) -> None:
    result = run("check", "proef")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "proef" in result.stdout
    assert sorted(path.name for path in house.iterdir()) == ["data", "notebooks"]


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("command", ["check", "build", "facts"])
def test_bad_input_ends_with_two(command: str) -> None:
    result = run(command, "stuk")
    assert result.exit_code == 2
    assert result.stdout == ""
    told = result.stderr[result.stderr.index("2 faults:") :]
    assert told == (
        "2 faults:\n"
        "  klanten.csv, row 2, column geslacht: unknown code. Expected one of: M, V.\n"
        "  werk.csv, row 2, column van: not a date. Expected the form %d-%m-%Y.\n"
    )


@pytest.mark.usefixtures("house")
def test_an_unknown_study_is_met_with_the_nearest() -> None:
    result = run("build", "proef", "pruef")
    assert result.exit_code == 2
    expected = "pruef: no study here: no folder with a study.toml. Did you mean proef?\n"
    assert result.stderr == expected, "the other study is not built first"


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("to", ["", ",", "epub", "html,epub"])
def test_an_unknown_format(to: str) -> None:
    result = run("build", "proef", "--to", to)
    assert result.exit_code == 2
    assert result.stderr.startswith("--to: ")
    assert "no format. Known: html, pdf, docx, txt." in result.stderr


@pytest.mark.usefixtures("house")
def test_debug_shows_where_and_keeps_the_exit_code() -> None:
    result = run("check", "stuk", "--debug")
    assert result.exit_code == 2
    assert "Traceback (most recent call last)" in result.stderr
    assert "2 faults:" in result.stderr
    assert "geheim" not in result.stderr
    assert "Traceback" not in run("check", "stuk").stderr


UNFORESEEN = [
    ValueError("Jansen"),
    KeyError("Jansen"),
    OSError("Jansen"),
    UnicodeDecodeError("utf-8", b"Jansen", 0, 1, "Jansen"),
    MemoryError(),
    RecursionError("Jansen"),
]


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("error", UNFORESEEN, ids=lambda error: type(error).__name__)
def test_what_nobody_foresaw_is_one_line_without_its_words(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr("report45.study.find.find", fails)
    monkeypatch.setattr("report45.releases.verify.verify", fails)
    monkeypatch.setattr("report45.releases.diff.changes.diff", fails)
    commands = [["diff", "a", "b"], ["verify", "a"], ["build", "een", "twee"]]
    for command in [*commands, *([name, "een"] for name in ("why", "facts", "check", "release"))]:
        result = run(*command)
        kind = type(error).__name__
        assert result.exit_code == 1
        assert re.fullmatch(
            rf"report45 failed: {kind} at report45/\S+\.py, line \d+; "
            r"run with --debug for the traceback\n",
            result.stderr,
        )
        assert "Traceback (most recent call last)" in run(*command, "--debug").stderr


def test_one_of_many_studies_fails_in_a_way_that_nobody_foresaw(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(*_: object, **__: object) -> None:
        raise KeyError("Jansen")

    monkeypatch.setattr("report45.builds.batch.build", build)
    result = run("build", "proef", "stuk")
    assert result.exit_code == 1
    assert "KeyError at report45/builds/batch.py, line " in result.stderr
    assert "Traceback" not in result.stderr
    for name in ("json", "xml"):
        assert "Jansen" not in (house / "build" / f"summary.{name}").read_text()
    assert "Traceback (most recent call last)" in run("build", "proef", "stuk", "--debug").stderr


def test_an_output_folder_that_is_a_file(house: Path) -> None:
    (house / "vol").write_text("bezet")
    result = run("facts", "proef", "--out", "vol")
    assert result.exit_code == 1
    assert result.stderr.endswith("vol: File exists\n")


# --- Work ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("house")
def test_facts() -> None:
    listed = run("facts", "proef")
    assert listed.exit_code == 0, listed.stderr
    header, *lines = listed.stdout.splitlines()
    assert header.split() == ["path", "kind", "value", "base", "text"]
    assert any(line.startswith("opzet.geslacht.vrouw.experiment ") for line in lines)
    assert "proef: chapter opzet" in listed.stderr

    again = run("facts", "proef", "--json", "--grep", "VROUW.EXP")
    found = json.loads(again.stdout)
    assert found
    assert all("vrouw.exp" in one["path"] for one in found)
    assert "executed" not in again.stderr

    none = run("facts", "proef", "--grep", "bestaat niet")
    assert (none.exit_code, len(none.stdout.splitlines())) == (0, 1)
    assert json.loads(run("facts", "proef", "--json", "--grep", "bestaat niet").stdout) == []


def test_a_failing_cell_ends_with_one_and_leaves_the_rest(house: Path) -> None:
    built = house / "build" / "proef"
    assert run("facts", "proef").exit_code == 0
    (built / "deelrapport.html").write_text("van gisteren")
    before = {path: path.read_bytes() for path in built.rglob("*") if path.is_file()}
    failing(house)
    result = run("build", "proef")
    assert result.exit_code == 1
    assert result.stderr.endswith(
        "study proef, chapter zzz, cell 4\n"
        "    stuk = wortel / 0\n"
        "  ZeroDivisionError: division by zero\n"
    )
    assert "Traceback" not in result.output
    assert {path: path.read_bytes() for path in built.rglob("*") if path.is_file()} == before
    left = {path.name for path in (house / "build").iterdir()}
    assert left == {".cache", "proef", "summary.json", "summary.xml"}


def test_debug_shows_the_chapters_own_trace(house: Path) -> None:
    failing(house)
    result = run("build", "proef", "--debug")
    assert result.exit_code == 1
    assert "----> 1 stuk = wortel / 0" in result.stderr
    assert "papermill" not in result.stderr


@pytest.mark.usefixtures("house")
def test_a_reader_that_closes_the_pipe() -> None:
    assert run("facts", "proef").exit_code == 0
    read, write_end = os.pipe()
    os.close(read)
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(  # noqa: S603 - our own arguments
        [*MAIN, "facts", "proef"],
        stdout=write_end,
        stderr=subprocess.PIPE,
        env=buffered,
        text=True,
        check=False,
        timeout=60,
    )
    os.close(write_end)
    assert done.returncode == 0
    assert all(line.startswith("proef: ") for line in done.stderr.splitlines())


@pytest.mark.skipif(sys.platform != "linux", reason="kernels are ours on Linux")
def test_what_programs_of_a_cell_say_goes_nowhere_but_in_its_chapter(house: Path) -> None:
    write(house / "notebooks", "zegt", OPEN.format("zegt"), "import os\nos.system('echo Jansen');")
    done = subprocess.run(  # noqa: S603 - our own arguments
        [*MAIN, "facts", "proef", "--json"],
        # with it, ipykernel hears no programs
        env={name: value for name, value in os.environ.items() if name != "PYTEST_CURRENT_TEST"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert json.loads(done.stdout)
    assert "Jansen" not in done.stdout + done.stderr


# --- Stopped ---------------------------------------------------------------------------------


def children(parent: int) -> Iterator[int]:
    """Processes that a process started and that live; of Linux' own list, needs no package."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            stat = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(stat[1]) == parent and stat[0] != "Z":
            yield int(path.parent.name)


def alive(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


def until(true: object, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not true():  # type: ignore[operator]
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks processes up in /proc")
def test_stopped_with_ctrl_c(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = house / "build" / "proef"
    built.mkdir(parents=True)
    (built / "deelrapport.html").write_text("van gisteren")
    sign = house / "begonnen"
    (house / "notebooks" / "opzet.ipynb").unlink()
    write(house / "notebooks", "lang", f"import time\nopen({str(sign)!r}, 'w')\ntime.sleep(120)")
    light(house / "light", monkeypatch)
    process = start("build", "proef")
    try:
        assert until(sign.exists, 60)
        kernels = list(children(process.pid))
        assert kernels
        os.kill(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=10)
    finally:
        process.kill()
    assert process.returncode == 130
    assert told.endswith("\nStopped; what is built is whole.\n")
    assert "Traceback" not in told
    assert until(lambda: not any(map(alive, kernels)), 10), "a kernel outlives the build"
    assert [path.name for path in built.iterdir()] == ["deelrapport.html"]
    assert (built / "deelrapport.html").read_text() == "van gisteren"


HOLDS = """
import sys, time
from pathlib import Path
from report45.execution.scratch import own_folder, temporary_folder
with own_folder(Path("build"), ".proef") as one, temporary_folder() as other:
    (one / "half.html").write_text("half")
    print(one.parent, other.parent, sep="\\n", flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="signals as Unix has them")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"])
def test_a_signal_stops_a_build_in_one_line_and_leaves_nothing(
    house: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign = house / "begonnen"
    (house / "notebooks" / "opzet.ipynb").unlink()
    write(house / "notebooks", "lang", f"import time\nopen({str(sign)!r}, 'w')\ntime.sleep(120)")
    light(house / "light", monkeypatch)
    process = start("build", "proef")
    try:
        assert until(sign.exists, 60)
        for _ in range(3):  # impatient people press a key more than once
            process.send_signal(getattr(signal, name))
        _, told = process.communicate(timeout=20)
    finally:
        process.kill()
    assert process.returncode == 128 + getattr(signal, name)
    assert told.endswith("\nStopped; what is built is whole.\n")
    assert told.count("Stopped") == 1
    assert "Traceback" not in told
    assert list((house / "build").glob(".proef*")) == []


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "utf-8"])
def test_every_encoding_can_be_printed_to(encoding: str) -> None:
    done = subprocess.run(  # noqa: S603 - our own arguments
        [*MAIN, "check", "proef"],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"proef" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="closes descriptors")
@pytest.mark.usefixtures("house")
def test_closed_streams_change_no_verdict() -> None:
    main = "from report45.__main__ import main; main()"
    command = [sys.executable, "-c", f"import os; os.close(1); os.close(2); {main}"]
    for study, code in (("proef", 0), ("stuk", 2)):
        done = subprocess.run(  # noqa: S603 - our own arguments
            [*command, "check", study], check=False, timeout=60
        )
        assert done.returncode == code


def test_what_a_killed_build_leaves_is_cleared_by_the_next_and_nothing_else(house: Path) -> None:
    (house / "build").mkdir()
    theirs = [house / "build" / name for name in (".proef.1", ".proef-map", ".proef-map2", ".pr")]
    for folder in theirs:
        folder.mkdir()
        (folder / "notities.txt").write_text("van een ander")
    alive, dead = (
        subprocess.Popen(  # noqa: S603 - our own arguments
            [sys.executable, "-c", HOLDS], stdout=subprocess.PIPE, text=True
        )
        for _ in "ab"
    )
    try:
        assert alive.stdout
        assert dead.stdout
        held = [Path(alive.stdout.readline().strip()) for _ in "ab"]
        left = [Path(dead.stdout.readline().strip()) for _ in "ab"]
        dead.kill()
        dead.wait(timeout=10)
        assert all(path.is_dir() for path in held + left)
        assert run("facts", "proef").exit_code == 0
        assert not any(path.exists() for path in left)
        assert all(path.is_dir() for path in held), "another build is still at work there"
        assert all((folder / "notities.txt").exists() for folder in theirs)
    finally:
        for process in (alive, dead):
            process.kill()
            process.communicate(timeout=10)


def test_a_build_takes_away_none_but_its_own_files(house: Path) -> None:
    assert run("build", "proef", "--to", "html").exit_code == 0
    chapters = house / "build" / "proef" / "chapters"
    source = house / "notebooks" / "opzet.ipynb"
    own = chapters / "ooit.ipynb"
    own.write_bytes((chapters / "opzet.ipynb").read_bytes())
    theirs = {chapters / "mijn.ipynb": source.read_bytes(), chapters / "x.ipynb": b"geen JSON"}
    for path, content in theirs.items():
        path.write_bytes(content)
    assert run("build", "proef", "--to", "html", "--force").exit_code == 0
    assert not own.exists()
    assert {path: path.read_bytes() for path in theirs} == theirs


def test_a_build_is_not_written_into_the_study(house: Path) -> None:
    before = sorted((house / "data").rglob("*"))
    result = run("build", "proef", "--out", "data")
    assert result.exit_code == 2
    assert result.stderr.endswith(
        "--out: the build would be written into the study itself. Name another folder.\n"
    )
    assert [path for path in sorted((house / "data").rglob("*")) if "summary" not in path.name] == (
        before
    )
