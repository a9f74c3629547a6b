"""Two checkouts, three hash seeds, time zones, locales and numbers of jobs: the same bytes.

Run by `make gates`; pytest finds this file only when it is named.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.conftest import Release
from tests.gates import tools
from tests.gates.elsewhere import build, checkout, made

SEEDS = ("0", "1", "4242")
ZONES = ("UTC", "Europe/Amsterdam", "Pacific/Kiritimati")
LOCALES = ("C", "nl_NL.UTF-8", "en_US.UTF-8")
JOBS = (1, 2, 4)
# Taguchi's orthogonal array L9(3^4): in nine builds every pair of values of two columns meets once.
L9 = (
    (0, 0, 0, 0),
    (0, 1, 1, 1),
    (0, 2, 2, 2),
    (1, 0, 1, 2),
    (1, 1, 2, 0),
    (1, 2, 0, 1),
    (2, 0, 2, 1),
    (2, 1, 0, 2),
    (2, 2, 1, 0),
)


@pytest.fixture(scope="module")
def checkouts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    first, second = tmp_path_factory.mktemp("a"), tmp_path_factory.mktemp("een langere naam")
    return checkout(first / "report45", "almere"), checkout(second / "kopie", "almere")


def test_the_locales_are_there() -> None:
    done = subprocess.run(  # noqa: S603  our own arguments
        [tools.program("locale"), "-a"], capture_output=True, text=True, check=True
    )
    known = {one.lower().replace("-", "") for one in done.stdout.split()}
    assert {one.lower().replace("-", "") for one in LOCALES} <= known, "`make gates` makes them"


@pytest.mark.parametrize("row", range(len(L9)))
def test_same_bytes(
    built_almere: Release, checkouts: tuple[Path, Path], tmp_path: Path, row: int
) -> None:
    seed, zone, locale, jobs = L9[row]
    around = {"PYTHONHASHSEED": SEEDS[seed], "TZ": ZONES[zone], "LC_ALL": LOCALES[locale]}
    there = build(checkouts[row % 2], "almere", tmp_path, JOBS[jobs], **around)
    here = made(built_almere.folder)
    assert sorted(there) == sorted(here)
    assert [name for name in here if here[name] != there[name]] == []
