"""kill -9 at 25 moments of a build: nothing half-written, no process left, the next build whole.

Run by `make gates`; pytest finds this file only when it is named.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests.execution.notebooks import OPEN, write
from tests.study.small import small

KILLS = 25
COMMAND = [sys.executable, "-m", "report45", "build", "proef"]
CHAPTERS = {
    "kenmerken": "from report45.analysis import characteristics\n"
    'chapter.publish("geslacht", characteristics.compare(chapter.study, "geslacht"))',
    "opzet": "from report45.analysis import allocation\n"
    'chapter.publish("toewijzing", allocation.allocation(chapter.study))',
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    here = tmp_path_factory.mktemp("killed")
    small(here / "data" / "proef")
    for name, code in CHAPTERS.items():
        write(here / "notebooks", name, OPEN.format(name), code)
    return here


def build(here: Path, *options: str) -> None:
    subprocess.run([*COMMAND, *options], cwd=here, check=True, capture_output=True)  # noqa: S603


def shown(here: Path) -> dict[str, bytes]:
    """Give all that a reader can see of the study."""
    place = here / "build" / "proef"
    found = (path for path in sorted(place.rglob("*")) if path.is_file())
    return {str(path.relative_to(place)): path.read_bytes() for path in found}


def alive(marked: str) -> list[int]:
    """Find the processes that carry a mark in their environment."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get("REPORT45_GATE") == marked:
                found.append(process.pid)
        except psutil.Error:
            continue
    return found


@pytest.mark.parametrize("before", ["nothing", "an earlier build"])
def test_a_killed_build_leaves_nothing_half(before: str, project: Path, tmp_path: Path) -> None:
    shutil.copytree(project, tmp_path, dirs_exist_ok=True)
    begun = time.monotonic()
    build(tmp_path)
    takes = time.monotonic() - begun
    clean = shown(tmp_path)
    drawn = random.Random(45)  # noqa: S311  moments, not secrets
    for number in range(KILLS):
        if before == "nothing":
            shutil.rmtree(tmp_path / "build", ignore_errors=True)
        mark = f"{before}-{number}"
        process = subprocess.Popen(  # noqa: S603  our own arguments
            [*COMMAND, "--force"],
            cwd=tmp_path,
            env={**os.environ, "REPORT45_GATE": mark},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(takes * drawn.random())
        process.send_signal(signal.SIGKILL)
        process.wait()
        seen = shown(tmp_path)
        assert seen.items() <= clean.items()
        if before == "an earlier build":
            assert seen == clean
        until = time.monotonic() + 10
        while (left := alive(mark)) and time.monotonic() < until:
            time.sleep(0.05)
        assert left == []
    build(tmp_path)
    assert shown(tmp_path) == clean
    assert not list((tmp_path / "build").glob(".proef-*"))
