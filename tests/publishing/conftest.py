"""The whole book, published once for all tests that only read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from report45.publishing.chapters import read_chapters
from report45.publishing.publish import publish
from report45.publishing.release import Released, release
from tests.conftest import ROOT, Release
from tests.publishing import fixtures


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``chapters/`` and the interim report as page, PDF and document for Word."""
    folder = tmp_path_factory.mktemp("published")
    publish(
        read_chapters(fixtures.whole(folder / "chapters")),
        "deelrapport",
        folder,
        ["html", "pdf", "docx"],
    )
    return folder


@pytest.fixture(scope="session")
def released(built_almere: Release, tmp_path_factory: pytest.TempPathFactory) -> Released:
    """Almere's release, made from the build that other tests read."""
    folder = tmp_path_factory.mktemp("releases") / "almere-1.0"
    out = built_almere.folder.parent
    return release(ROOT / "data" / "almere", folder, out, ROOT / "notebooks")
