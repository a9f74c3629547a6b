"""Two checkouts, three hash seeds, time zones, locales and numbers of jobs: the same bytes.

Run by `make gates`; pytest finds this file only when it is named.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.gates import tools
from tests.gates.elsewhere import build, checkout

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
        [tools.program("locale"), "-a"], capture_output=True, text=True, check=True, timeout=60
    )
    known = {one.lower().replace("-", "") for one in done.stdout.split()}
    assert {one.lower().replace("-", "") for one in LOCALES} <= known, "`make gates` makes them"


def row(place: int, checkouts: tuple[Path, Path], out: Path) -> dict[str, bytes]:
    seed, zone, locale, jobs = L9[place]
    around = {"PYTHONHASHSEED": SEEDS[seed], "TZ": ZONES[zone], "LC_ALL": LOCALES[locale]}
    return build(checkouts[place % 2], "almere", out, JOBS[jobs], **around)


@pytest.fixture(scope="module")
def first(
    checkouts: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    return row(0, checkouts, tmp_path_factory.mktemp("first"))


@pytest.mark.parametrize("place", range(1, len(L9)))
def test_same_bytes(
    first: dict[str, bytes], checkouts: tuple[Path, Path], tmp_path: Path, place: int
) -> None:
    there = row(place, checkouts, tmp_path)
    assert {Path(name).suffix for name in first} >= {".html", ".pdf", ".docx", ".txt", ".json"}
    assert sorted(there) == sorted(first)
    assert [name for name in first if first[name] != there[name]] == []
