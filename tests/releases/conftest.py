"""Almere's release, made once for all tests that only read it."""

from __future__ import annotations

import pytest

from report45.releases.release import Released, release
from tests.conftest import ROOT, Release


@pytest.fixture(scope="session")
def released(built_almere: Release, tmp_path_factory: pytest.TempPathFactory) -> Released:
    """Almere's release, made from the build that other tests read."""
    folder = tmp_path_factory.mktemp("releases") / "almere-1.0"
    out = built_almere.folder.parent
    return release(ROOT / "data" / "almere", folder, out, ROOT / "notebooks")
