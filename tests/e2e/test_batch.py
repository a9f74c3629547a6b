"""Many studies in one build: a failing one stops no other, the next build goes on from there."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.execution.notebooks import OPEN, write
from tests.light import environment
from tests.study.small import edit, small

Batch = tuple[Path, subprocess.CompletedProcess[str]]
COMMAND = [sys.executable, "-m", "report45", "build"]
GROUP = (
    OPEN.format("kenmerken"),
    'from report45.analysis import flow\nchapter.publish("stroom", flow.flow(chapter.study))',
    "if chapter.study.name == 'stuk':\n    wortel = 1 / 0",
)
SPLIT = (
    OPEN.format("opzet"),
    "from report45.analysis import allocation\n"
    'chapter.publish("toewijzing", allocation.allocation(chapter.study))',
)


@pytest.fixture(scope="module")
def batch(
    tmp_path_factory: pytest.TempPathFactory,
) -> Batch:
    """Four studies: two sound ones, one whose chapter fails, and one that is not sound."""
    here = tmp_path_factory.mktemp("batch")
    for name in ("een", "stuk", "twee", "vuil"):
        small(here / "data" / name)
    edit(here / "data" / "vuil", "klanten.csv", "0008;EXP;M", "0008;EXP;X")
    write(here / "notebooks", "kenmerken", *GROUP)
    write(here / "notebooks", "opzet", *SPLIT)
    return here, run(here, "een", "stuk", "twee", "vuil")


def run(here: Path, *studies: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  our own arguments
        [*COMMAND, *studies, "--to", "html"],
        cwd=here,
        env={**os.environ, **environment(here / "light")},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_others_are_built_and_the_summary_names_what_failed(
    batch: Batch,
) -> None:
    here, done = batch
    assert done.returncode == 1
    for name in ("een", "twee"):
        assert (here / "build" / name / "deelrapport.html").is_file()
        assert f"{name}: 2 chapters executed, 0 unchanged" in done.stdout
    for name in ("stuk", "vuil"):
        assert not (here / "build" / name).exists()
    *_, header, first, second = done.stderr.splitlines()
    assert done.stderr.splitlines()[-4] == "2 of 4 studies failed:"
    assert header.split() == ["study", "chapter", "cell", "error"]
    assert first.split()[:4] == ["stuk", "kenmerken", "5", "ZeroDivisionError:"]
    assert second.startswith("vuil")
    assert "klanten.csv, row" in second
    assert "Traceback" not in done.stderr


def test_the_summary_is_json_and_junit_too(
    batch: Batch,
) -> None:
    here, _ = batch
    (een, stuk, twee, vuil) = json.loads((here / "build/summary.json").read_text())["studies"]
    assert (een["built"], sorted(een["executed"])) == (True, ["kenmerken", "opzet"])
    assert twee["built"]
    failure = {"study": "stuk", "chapter": "kenmerken", "cell": 5}
    assert (stuk["built"], stuk["failures"][0] | failure) == (False, stuk["failures"][0])
    assert [one["chapter"] for one in vuil["failures"]] == [""]
    suites = ElementTree.parse(here / "build/summary.xml").getroot()  # noqa: S314  our own
    counts = {one.get("name"): (one.get("tests"), one.get("failures")) for one in suites}
    assert counts == {"een": ("2", "0"), "stuk": ("1", "1"), "twee": ("2", "0"), "vuil": ("1", "1")}
    (failed,) = suites.findall("testsuite[@name='stuk']/testcase")
    assert (failed.get("classname"), failed.get("name")) == ("stuk", "kenmerken, cell 5")
    assert failed.findtext("failure") == "ZeroDivisionError: division by zero"


def test_the_next_build_goes_on_where_this_one_stopped(batch: Batch, tmp_path: Path) -> None:
    shutil.copytree(batch[0], tmp_path, dirs_exist_ok=True)
    edit(tmp_path / "data" / "vuil", "klanten.csv", "0008;EXP;X", "0008;EXP;M")
    write(tmp_path / "notebooks", "kenmerken", *GROUP[:2])
    done = run(tmp_path, "een", "stuk", "twee", "vuil")
    assert done.returncode == 0, done.stderr
    assert "stuk: 1 chapters executed, 1 unchanged" in done.stdout
    assert "vuil: 2 chapters executed, 0 unchanged" in done.stdout
    assert "een: 1 chapters executed, 1 unchanged" in done.stdout


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="signals are sent to a group")
def test_ctrl_c_stops_the_whole_batch_and_keeps_what_was_done(batch: Batch, tmp_path: Path) -> None:
    for part in ("data", "notebooks"):
        shutil.copytree(batch[0] / part, tmp_path / part)
    wait = "import pathlib, time\nwhile pathlib.Path('wacht').exists():\n    time.sleep(0.02)"
    write(tmp_path / "notebooks", "opzet", *SPLIT, wait)
    (tmp_path / "wacht").touch()
    process = subprocess.Popen(  # noqa: S603  our own arguments
        [*COMMAND, "een", "twee", "--to", "html"],
        cwd=tmp_path,
        env={**os.environ, **environment(tmp_path / "light")},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stderr is not None
    ends = threading.Timer(90, process.kill)  # whatever happens, what is read below has an end
    ends.start()
    try:
        for line in process.stderr:
            if "kenmerken executed" in line:
                break
        os.killpg(process.pid, signal.SIGINT)
        begun = time.monotonic()
        said = process.stderr.read()
        assert process.wait(timeout=30) == 130
        assert time.monotonic() - begun < 15
    finally:
        ends.cancel()
        process.kill()
        process.stderr.close()
    assert said.strip().endswith("Stopped; what is built is whole.")
    assert "Traceback" not in said
    (tmp_path / "wacht").unlink()
    done = run(tmp_path, "een", "twee")
    assert done.returncode == 0, done.stderr
    assert "1 chapters executed, 1 unchanged" in done.stdout
