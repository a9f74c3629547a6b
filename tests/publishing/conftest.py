"""The whole book, published once for all tests that only read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from report45.publishing.chapters import read_chapters
from report45.publishing.publish import publish
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
