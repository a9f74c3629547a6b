"""The hand-made book, published for the gates, with the Typst source that its PDF came from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from report45.builds.publish import publish
from report45.chapters.executed import read_chapters
from report45.writers import rendering
from tests.book import fixtures
from tests.gates.outline import Outline, promised


@dataclass(frozen=True)
class Sample:
    """A publication whose files can be broken."""

    folder: Path
    wanted: Outline
    typst: str

    def file(self, kind: str) -> bytes:
        """Give the file of one format as it was made."""
        return (self.folder / f"deelrapport.{kind}").read_bytes()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    folder = tmp_path_factory.mktemp("sample")
    sources: list[str] = []
    compile_pdf = rendering.compile_pdf

    def kept(source: str, *more: object) -> bytes:
        sources.append(source)
        return compile_pdf(source, *more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rendering, "compile_pdf", kept)
        chapters = read_chapters(fixtures.whole(folder / "chapters"))
        publish(chapters, "deelrapport", folder, ["html", "pdf", "docx"])
    return Sample(folder, promised(folder / "chapters", "deelrapport"), sources[0])
