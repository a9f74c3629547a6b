from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from report45.builds import publish as publishing
from report45.builds.publish import publish, write_whole
from report45.chapters.executed import read_chapters
from report45.errors import InputError, NarrativeError
from report45.store.cache import Cache
from tests.book import fixtures


def test_same_chapters_give_the_same_bytes(published: Path, tmp_path: Path) -> None:
    """Also in another process, with another hash seed."""
    code = (
        "import sys; from pathlib import Path; "
        "from report45.chapters.executed import read_chapters; "
        "from report45.builds.publish import publish; "
        "publish(read_chapters(sorted(Path(sys.argv[1]).iterdir(), reverse=True)), 'deelrapport', "
        "Path(sys.argv[2]), ['html', 'pdf', 'docx'])"
    )
    subprocess.run(  # noqa: S603
        [sys.executable, "-c", code, published / "chapters", tmp_path],
        check=True,
        timeout=120,
        env=os.environ | {"PYTHONHASHSEED": "7"},
    )
    for name in ("deelrapport.html", "deelrapport.pdf", "deelrapport.docx"):
        assert (tmp_path / name).read_bytes() == (published / name).read_bytes()


def test_faulty_prose_leaves_the_old_files(tmp_path: Path) -> None:
    (tmp_path / "deelrapport.html").write_text("oud")
    paths = fixtures.write(tmp_path / "chapters", fixtures.chapter("inleiding", "{{ niets }}"))
    with pytest.raises(NarrativeError, match=r"inleiding.ipynb, cell 2, line 1: there is no niets"):
        publish(read_chapters(paths), "deelrapport", tmp_path, ["html"])
    assert (tmp_path / "deelrapport.html").read_text() == "oud"


def test_unknown_format_is_refused(tmp_path: Path) -> None:
    paths = fixtures.write(tmp_path, fixtures.chapter("inleiding", "x"))
    with pytest.raises(InputError, match="cannot be written as odt"):
        publish(read_chapters(paths), "deelrapport", tmp_path, ["odt"])


def test_failed_write_leaves_no_half_file(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_whole(tmp_path / "a", b"x")
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_nbconvert_makes_a_page_of_one_chapter(published: Path, tmp_path: Path) -> None:
    """With the facts of its siblings, and the numbers of the whole book."""
    done = subprocess.run(  # noqa: S603
        [
            *(sys.executable, "-m", "nbconvert", "--to", "report45-html"),
            *("--output-dir", tmp_path, published / "chapters" / "inleiding.ipynb"),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "inleiding.html").read_text(encoding="utf-8")
    assert "56 procent" in page
    assert "tabel 2.2" in page


def test_what_nothing_touched_is_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Cache(tmp_path / "cache")

    def made(prose: str, out: str) -> bytes:
        paths = fixtures.write(tmp_path / out / "chapters", fixtures.chapter("inleiding", prose))
        publish(read_chapters(paths), "deelrapport", tmp_path / out, ["html"], cache=kept)
        return (tmp_path / out / "deelrapport.html").read_bytes()

    first = made("Een zin.", "a")
    assert b"Een andere zin." in made("Een andere zin.", "b")
    monkeypatch.setattr(publishing, "_made", None)  # making it again would fail
    assert made("Een zin.", "c") == first
