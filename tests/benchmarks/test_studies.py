"""Studies of any size are sound, have Almere's margins, and are the same every time."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from benchmarks.studies import ALMERE, make_study

from report45.chapters.outline import catalogue
from report45.facts import Count, Share
from report45.study.load import Study, load

PEOPLE = 499


@pytest.fixture(scope="module")
def doubled(tmp_path_factory: pytest.TempPathFactory) -> Study:
    folder = tmp_path_factory.mktemp("doubled")
    make_study(folder, 2 * PEOPLE)
    return load(folder)


def test_every_share_is_almeres(doubled: Study) -> None:
    once, twice = catalogue(load(ALMERE)), catalogue(doubled)
    shares = {path: fact for path, fact in once.items() if isinstance(fact, Share)}
    assert len(shares) > 100
    for path, fact in shares.items():
        # how managers differ depends on who has enough clients, and what is found on sizes
        if "klantmanager" not in path and not path.startswith("verantwoording.controle."):
            assert twice[path] == Share(2 * fact.count, 2 * fact.base), path
    contacts = once["klantmanagement.contacten.contacten"]
    assert isinstance(contacts, Count)
    assert twice["klantmanagement.contacten.contacten"] == Count(2 * contacts.value)


def test_parquet_and_csv_hold_the_same_clients(doubled: Study, tmp_path: Path) -> None:
    make_study(tmp_path, 2 * PEOPLE, form="parquet")
    other = load(tmp_path)
    for name, frame in doubled.tables.items():
        pd.testing.assert_frame_equal(other.tables[name], frame)


@pytest.mark.parametrize("clients", [40, PEOPLE + 1])
def test_any_size_twice_the_same(tmp_path: Path, clients: int) -> None:
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        make_study(folder, clients)
    first, second = ({path.name: path.read_bytes() for path in one.glob("*.*")} for one in folders)
    assert first == second
    assert first["klanten.csv"].count(b"\n") == clients + 1


def test_another_seed_is_another_draw(tmp_path: Path) -> None:
    for seed in (1, 2):
        make_study(tmp_path / str(seed), 60, seed)
    first, second = (tmp_path / str(seed) / "klanten.csv" for seed in (1, 2))
    assert first.read_bytes() != second.read_bytes()
