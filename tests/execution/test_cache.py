"""Executed chapters are kept whole, by what they follow from, and joined with today's prose."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report45 import mime
from report45.execution import cache
from report45.execution.cache import Cache, key_of, with_prose
from report45.execution.chapters import Chapter

from .notebooks import notebook, write

KEY = "ab" + 62 * "0"
OTHER = "cd" + 62 * "0"
HELD = {"cells": [{"cell_type": "markdown", "source": "één"}], "metadata": {}}


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def entry(tmp_path: Path) -> Path:
    (path,) = (tmp_path / "cache").rglob("*.json")
    return path


def test_what_is_put_is_given_back(kept: Cache) -> None:
    assert kept.get(KEY) is None
    kept.put(KEY, HELD)
    assert kept.get(KEY) == HELD
    assert kept.get(OTHER) is None


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda held: held[:-1], id="a byte short"),
        pytest.param(lambda held: held[: len(held) // 2], id="half"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda held: held + b" ", id="a byte too many"),
        pytest.param(lambda held: held.replace(b"markdown", b"Markdown"), id="another letter"),
        pytest.param(lambda held: held.partition(b"\n")[2], id="without digest"),
        pytest.param(lambda held: held.replace("é".encode(), b"\xe9"), id="not UTF-8"),
    ],
)
def test_a_damaged_entry_is_never_given(
    damage: Callable[[bytes], bytes], kept: Cache, tmp_path: Path
) -> None:
    kept.put(KEY, HELD)
    path = entry(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    assert kept.get(KEY) is None
    kept.put(KEY, HELD)
    assert kept.get(KEY) == HELD


def test_an_entry_is_written_whole_or_not_at_all(
    kept: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.put(KEY, HELD)
    before = entry(tmp_path).read_bytes()

    def full(self: Path, *_: Any, **__: Any) -> int:
        with self.open("wb") as file:
            file.write(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        kept.put(KEY, {**HELD, "metadata": {"new": True}})
    monkeypatch.undo()
    assert entry(tmp_path).read_bytes() == before
    assert [path.name for path in (tmp_path / "cache").rglob("*.part")] == []
    with entry(tmp_path).open("rb") as reader:  # who reads the old one meanwhile, reads all of it
        kept.put(KEY, {**HELD, "metadata": {"new": True}})
        assert reader.read() == before


def test_what_was_not_used_for_longest_goes_first(
    kept: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = [f"{number:02d}" + 62 * "0" for number in range(4)]
    for age, key in enumerate(keys[:3]):
        kept.put(key, HELD)
        path = next((tmp_path / "cache").rglob(f"{key}.json"))
        os.utime(path, (1000 + age, 1000 + age))
    assert kept.get(keys[0]) == HELD  # used just now, so the second is the oldest
    monkeypatch.setattr(cache, "_MOST", 3 * path.stat().st_size)
    kept.put(keys[3], HELD)
    assert [kept.get(key) is not None for key in keys] == [True, False, True, True]


def test_an_entry_that_another_build_takes_away_is_simply_gone(
    kept: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.put(KEY, HELD)
    read_text = Path.read_text

    def taken(self: Path, *arguments: Any, **named: Any) -> str:
        text = read_text(self, *arguments, **named)
        self.unlink()
        return text

    monkeypatch.setattr(Path, "read_text", taken)
    assert kept.get(KEY) in (None, HELD)


@pytest.fixture
def chapter(tmp_path: Path) -> Chapter:
    return write(tmp_path, "opzet", "a = 1", "b = 2")


def key(chapter: Chapter, study: str = "proef", digest: str = "0") -> str:
    return key_of(chapter, study, digest)


def test_the_key_names_all_that_outputs_follow_from(chapter: Chapter, tmp_path: Path) -> None:
    same = key(chapter)
    other_code = write(tmp_path / "b", "opzet", "a = 1", "b = 3")
    other_order = write(tmp_path / "c", "opzet", "b = 2", "a = 1")
    joined = write(tmp_path / "d", "opzet", "a = 1b = 2")
    renamed = Chapter("verloop", chapter.title, chapter.path, chapter.requires)
    others = [key(one) for one in (other_code, other_order, joined, renamed)]
    others += [key(chapter, study="andere"), key(chapter, digest="1")]
    assert len({same, *others}) == 7
    assert key(chapter) == same


def test_the_key_follows_the_package_and_its_dependencies(
    chapter: Chapter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package, lock = tmp_path / "src" / "report45", tmp_path / "requirements.lock"
    package.mkdir(parents=True)
    module = package / "a.py"
    module.write_text("x = 1")
    monkeypatch.setattr(cache, "_PACKAGE", package)
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    monkeypatch.setattr(cache, "_CHECKOUT", tmp_path)
    monkeypatch.setattr(cache, "_FONTS", fonts)
    keys = [key(chapter)]
    module.write_text("x = 2")
    keys.append(key(chapter))
    module.rename(package / "b.py")
    keys.append(key(chapter))
    lock.write_text("pandas==3.1.0")
    keys.append(key(chapter))
    (fonts / "a.ttf").write_bytes(b"glyphs")
    keys.append(key(chapter))
    assert len(set(keys)) == 5


PROSE = st.lists(st.text(st.characters(codec="utf-8"), max_size=40), max_size=4)


@given(before=PROSE, between=PROSE, after=PROSE)
def test_prose_is_no_part_of_the_key_and_joins_the_outputs(
    before: list[str], between: list[str], after: list[str], tmp_path_factory: Any
) -> None:
    folder = tmp_path_factory.getbasetemp() / "prose"
    chapter = write(folder, "opzet", "a = 1", "b = 2")
    executed = run(chapter.path)
    keyed = key(chapter)
    written = notebook("opzet", "a = 1", "b = 2")
    _, parameters, first, second = written["cells"]
    written["cells"] = [
        *map(told, before),
        parameters,
        *map(told, between),
        first,
        second,
        *map(told, after),
    ]
    chapter.path.write_text(json.dumps(written), encoding="utf-8")
    assert key(chapter) == keyed

    whole = with_prose(executed, chapter.path, {})
    prose = [cell["source"] for cell in whole["cells"] if cell["cell_type"] == "markdown"]
    assert prose == [*before, *between, *after]
    code = [cell for cell in whole["cells"] if cell["cell_type"] == "code"]
    assert [cell["source"] for cell in code[2:]] == ["a = 1", "b = 2"]
    assert [cell["outputs"] for cell in code[2:]] == [[printed("a = 1")], [printed("b = 2")]]


def told(source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": "x", "metadata": {}, "source": source}


def run(path: Path) -> dict[str, Any]:
    """Give a chapter as papermill leaves it: injected parameters, and an output for each cell."""
    executed: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    prose, parameters, *rest = executed["cells"]
    injected = {**parameters, "metadata": {"tags": ["injected-parameters"]}, "source": "study = 1"}
    rest = [{**cell, "outputs": [printed(cell["source"])], "execution_count": 1} for cell in rest]
    return {**executed, "cells": [prose, parameters, injected, *rest]}


def printed(source: str) -> dict[str, Any]:
    return {"output_type": "stream", "name": "stdout", "text": f"van {source}"}


def test_injected_parameters_stay_behind_the_parameters(chapter: Chapter) -> None:
    executed = run(chapter.path)
    whole = with_prose(executed, chapter.path, {})
    tags = [cell["metadata"].get("tags") for cell in whole["cells"]]
    assert tags[1:3] == [["parameters"], ["injected-parameters"]]


def test_texts_and_title_are_those_of_today_and_nothing_given_changes(chapter: Chapter) -> None:
    executed = run(chapter.path)
    stated = {"chapter": "opzet", "texts": {"a.md": "oud"}}
    shown = {"output_type": "display_data", "data": {mime.CHAPTER: stated, "text/plain": "x"}}
    executed["cells"][-1]["outputs"] = [shown]
    given_before = copy.deepcopy(executed)
    now = json.loads(chapter.path.read_text(encoding="utf-8"))
    now["metadata"]["report45"]["title"] = "Nieuw"
    chapter.path.write_text(json.dumps(now), encoding="utf-8")

    whole = with_prose(executed, chapter.path, {"a.md": "nieuw", "b.md": "erbij"})
    (output,) = whole["cells"][-1]["outputs"]
    assert output["data"][mime.CHAPTER]["texts"] == {"a.md": "nieuw", "b.md": "erbij"}
    assert output["data"]["text/plain"] == "x"
    assert whole["metadata"]["report45"]["title"] == "Nieuw"
    assert executed == given_before
