"""What a chapter's outputs follow from, and what is said when that changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest

from report45 import checkout
from report45.chapters.find import ChapterNotebook
from report45.store import secret
from report45.store.inputs import digest_of_data, inputs
from report45.store.staleness import Origin, origins, reasons
from report45.study import pseudonyms
from report45.wording.sentences import SHOWN
from tests.execution.notebooks import notebook, write

from ..study.small import edit, small

READ = ("clients", "cases")


@pytest.fixture
def chapter(tmp_path: Path) -> ChapterNotebook:
    small(tmp_path / "proef")
    return write(tmp_path / "notebooks", "opzet", "a = 1", "b = 2", "c = 3")


@pytest.fixture(autouse=True)
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of one module, a font and a lock file, in place of report45's own."""
    package = tmp_path / "src" / "report45"
    (package / "writers").mkdir(parents=True)
    (package / "a.py").write_text("x = 1")
    (package / "writers" / "b.py").write_text("x = 1")
    (tmp_path / "requirements.lock").write_text("pandas==3.0.0")
    fonts = tmp_path / "report_templates" / "fonts"
    fonts.mkdir(parents=True)
    words = tmp_path / "report_templates" / SHOWN
    words.parent.mkdir(parents=True)
    words.write_text("bron = Bron\n")
    (fonts / "a.ttf").write_bytes(b"glyphs")
    monkeypatch.setattr(checkout, "PACKAGE", package)
    monkeypatch.setattr(checkout, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(checkout, "TEMPLATES", tmp_path / "report_templates")
    return tmp_path


def origin(chapter: ChapterNotebook) -> Origin:
    folder = chapter.path.parents[1] / "proef"
    return origins([chapter], folder, inputs(folder, chapter.path.parent))["opzet"]


Change = Callable[[Path], object]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param(
            lambda here: write(here / "notebooks", "opzet", "a = 1", "b = 3", "c = 4"),
            ["cell 4 and 5 changed"],
            id="code",
        ),
        pytest.param(
            lambda here: write(here / "notebooks", "opzet", "a = 1", "b = 2"),
            ["it has 3 code cells, it had 4"],
            id="a cell less",
        ),
        pytest.param(
            lambda here: edit(here / "proef", "klanten.csv", "0008;EXP;M", "0008;EXP;V"),
            ["table clients changed"],
            id="a row",
        ),
        pytest.param(
            lambda here: edit(here / "proef", "study.toml", 'title = "Proef"', 'title = "Nieuw"'),
            ["what study.toml declares changed"],
            id="configuration",
        ),
        pytest.param(
            lambda here: (here / "src/report45/a.py").write_text("x = 2"),
            ["report45 itself changed"],
            id="report45",
        ),
        pytest.param(
            lambda here: (here / "report_templates/fonts/b.ttf").write_bytes(b""),
            ["report45 itself changed"],
            id="fonts",
        ),
        pytest.param(
            lambda here: (here / "report_templates" / SHOWN).write_text("bron = Uit"),
            ["the words of tables and figures changed"],
            id="words",
        ),
        pytest.param(
            lambda here: (here / "proef" / "sentences.ftl").write_text("eigen = x\nbron = Uit"),
            ["the words of tables and figures changed"],
            id="a study's own words",
        ),
        pytest.param(
            lambda here: (here / "requirements.lock").write_text("pandas==3.1.0"),
            ["Python or the locked packages changed"],
            id="packages",
        ),
        pytest.param(
            lambda here: (
                edit(here / "proef", "klanten.csv", "0008;EXP;M", "0008;EXP;V"),
                write(here / "notebooks", "opzet", "a = 2", "b = 2", "c = 3"),
            ),
            ["cell 3 changed", "table clients changed"],
            id="two at once",
        ),
    ],
)
def test_each_reason_is_told_and_gives_another_key(
    change: Change, told: list[str], chapter: ChapterNotebook, tmp_path: Path
) -> None:
    before = origin(chapter)
    change(tmp_path)
    now = origin(chapter)
    assert reasons(before, now, READ) == told
    assert now.key(READ) != before.key(READ)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(
            lambda here: edit(
                here / "proef", "study.toml", 'title = "Proef"', '# o\ntitle = "Proef"'
            ),
            id="a remark in the configuration",
        ),
        pytest.param(
            lambda here: (here / "src/report45/writers/b.py").write_text("x = 2"),
            id="what no chapter uses",
        ),
        pytest.param(
            lambda here: (here / "proef" / "sentences.ftl").write_text("eigen = x"),
            id="what only prose says",
        ),
        pytest.param(lambda here: _add_prose(here / "notebooks" / "opzet.ipynb"), id="prose"),
    ],
)
def test_what_outputs_do_not_follow_from(
    change: Change, chapter: ChapterNotebook, tmp_path: Path
) -> None:
    before = origin(chapter)
    change(tmp_path)
    assert reasons(before, origin(chapter), READ) == []
    assert origin(chapter).key(READ) == before.key(READ)


def _add_prose(path: Path) -> None:
    written = json.loads(path.read_text(encoding="utf-8"))
    written["cells"].insert(0, notebook("opzet")["cells"][0])
    path.write_text(json.dumps(written), encoding="utf-8")


def test_a_table_that_is_not_read_does_not_count(chapter: ChapterNotebook, tmp_path: Path) -> None:
    before = origin(chapter)
    edit(tmp_path / "proef", "klanten.csv", "0008;EXP;M", "0008;EXP;V")
    assert origin(chapter).key(("cases",)) == before.key(("cases",))
    assert reasons(before, origin(chapter), ("cases",)) == []


def test_an_origin_is_read_back(chapter: ChapterNotebook) -> None:
    there = origin(chapter)
    assert Origin.from_json(json.loads(json.dumps(asdict(there)))) == there


def test_inputs_have_portable_names_and_the_data_a_digest(
    chapter: ChapterNotebook, tmp_path: Path
) -> None:
    given = inputs(tmp_path / "proef", tmp_path / "notebooks")
    expected = {"study.toml", "data/klanten.csv", "notebooks/opzet.ipynb", "requirements.lock"}
    assert expected <= given.keys()
    assert {"source/report45/a.py", "templates/fonts/a.ttf"} <= given.keys()
    assert not any(str(tmp_path) in name for name in given)
    _add_prose(chapter.path)
    (tmp_path / "proef" / "texts").mkdir()
    (tmp_path / "proef" / "texts" / "a.md").write_text("Nieuw.")
    prose = inputs(tmp_path / "proef", tmp_path / "notebooks")
    assert prose != given
    assert digest_of_data(prose) == digest_of_data(given)
    (tmp_path / "proef" / "klanten.csv").unlink()
    gone = inputs(tmp_path / "proef", tmp_path / "notebooks")
    assert gone["data/klanten.csv"] == ""
    assert digest_of_data(gone) != digest_of_data(given)


def test_another_key_is_noticed_and_no_key_can_be_tried(
    chapter: ChapterNotebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def configuration(key: str, state: str) -> str:
        monkeypatch.setenv(pseudonyms.KEY, key)
        monkeypatch.setenv("XDG_STATE_HOME", str(chapter.path.parents[1] / state))
        secret._secret.cache_clear()
        return origin(chapter).configuration

    one = configuration("a" * 16, "mine")
    assert configuration("a" * 16, "mine") == one
    assert configuration("b" * 16, "mine") != one
    assert configuration("a" * 16, "theirs") != one, "who has not the secret cannot try keys"
    secret._secret.cache_clear()
