"""However few files may be open, a command works or says so before it begins."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from report45.execution.open_files import BY_CHAPTER, NEEDED

from ..execution.notebooks import OPEN, write
from ..light import light
from ..study.small import small

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")

ONE = NEEDED + BY_CHAPTER
COMMAND = """
import resource, sys
resource.setrlimit(resource.RLIMIT_NOFILE, ({}, {}))
from report45.__main__ import main
main()
"""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three studies of two chapters: more is under way than one chapter at a time."""
    light(tmp_path / "light", monkeypatch)
    for name in ("een", "twee", "drie"):
        small(tmp_path / "data" / name)
    for name in ("opzet", "slot"):
        write(tmp_path / "notebooks", name, OPEN.format(name), "import pandas")
    return tmp_path


def run(house: Path, soft: int, hard: int, *arguments: str) -> tuple[int, list[str]]:
    done = subprocess.run(  # noqa: S603  our own arguments
        [sys.executable, "-c", COMMAND.format(soft, hard), *arguments],
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stderr.splitlines()


@pytest.mark.parametrize("most", [16, 24, 40, 50, NEEDED - 1])
def test_too_few_for_any_command(house: Path, most: int) -> None:
    told = f"ulimit -n: {most} files may be open at a time; 64 are needed. Raise that limit."
    for command in ("build", "check"):
        assert run(house, most, most, command, "een") == (2, [told])


def test_too_few_for_so_many_chapters(house: Path) -> None:
    told = "ulimit -n: 64 files may be open at a time; 96 are needed with --jobs 1."
    assert run(house, 64, 64, "build", "een") == (2, [f"{told} Raise that limit."])
    told = "ulimit -n: 130 files may be open at a time; 192 are needed with --jobs 4."
    expected = (2, [f"{told} Raise that limit, or give --jobs 2."])
    assert run(house, 130, 130, "build", "een", "--jobs", "4") == expected


@pytest.mark.parametrize(
    ("soft", "hard", "jobs"),
    [(ONE, ONE, 1), (16, 192, 4), (ONE, ONE, 0)],
    ids=["just enough", "raised", "as many chapters as can be"],
)
def test_enough(house: Path, soft: int, hard: int, jobs: int) -> None:
    studies = ("een", "twee", "drie")
    code, told = run(house, soft, hard, "build", *studies, "--jobs", str(jobs))
    assert code == 0, told
    assert all((house / "build" / name / "deelrapport.pdf").is_file() for name in studies)
