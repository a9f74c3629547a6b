"""Another checkout, hash seed, time zone, locale and number of jobs: the same bytes."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Release
from tests.gates.elsewhere import build, checkout, made


def test_another_checkout_gives_the_same_bytes(built_nsw: Release, tmp_path: Path) -> None:
    """The whole matrix, on the larger study, is part of `make gates`."""
    folder = checkout(tmp_path / "een andere map", "nsw")
    around = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "nl_NL.UTF-8"}
    there = build(folder, "nsw", tmp_path / "out", jobs=1, **around)
    here = made(built_nsw.folder)
    assert {Path(name).suffix for name in here} >= {".html", ".pdf", ".docx", ".txt", ".json"}
    assert sorted(there) == sorted(here)
    assert [name for name in here if here[name] != there[name]] == []
