"""Almere's release, made once for all tests that only read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from report45.releases.release import Released, release
from tests import shared
from tests.conftest import ROOT, Release


@pytest.fixture(scope="session")
def released(built_almere: Release, tmp_path_factory: pytest.TempPathFactory) -> Released:
    """Almere's release, made from the build that other tests read."""
    out = built_almere.folder.parent

    def make(folder: Path) -> Released:
        target = folder / "almere-1.0"
        return release(ROOT / "data" / "almere", target, out, ROOT / "notebooks")

    return shared.value(tmp_path_factory, "released", make)
