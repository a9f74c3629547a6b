"""What was made before is kept whole, and never given when it is damaged."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from report45.store import cache
from report45.store.cache import Cache

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
    assert kept.note(KEY) is None
    kept.keep_note(KEY, HELD)
    assert kept.note(KEY) == HELD
    assert kept.note(OTHER) is None


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda held: held[:-1], id="a byte short"),
        pytest.param(lambda held: held[: len(held) // 2], id="half"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda held: held + b" ", id="a byte too many"),
        pytest.param(lambda held: held.replace(b"markdown", b"Markdown"), id="another letter"),
        pytest.param(lambda held: held.partition(b"\n")[2], id="without seal"),
        pytest.param(
            lambda held: (
                hashlib.sha256(held.partition(b"\n")[2]).hexdigest().encode()
                + b"\n"
                + held.partition(b"\n")[2]
            ),
            id="sealed with a digest that anyone can make",
        ),
        pytest.param(lambda held: held.replace("é".encode(), b"\xe9"), id="not UTF-8"),
    ],
)
def test_a_damaged_entry_is_never_given(
    damage: Callable[[bytes], bytes], kept: Cache, tmp_path: Path
) -> None:
    kept.keep_note(KEY, HELD)
    path = entry(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    assert kept.note(KEY) is None
    kept.keep_note(KEY, HELD)
    assert kept.note(KEY) == HELD


def test_an_entry_in_the_place_of_another_is_not_given(kept: Cache, tmp_path: Path) -> None:
    kept.keep_note(KEY, HELD)
    kept.keep_note(OTHER, {"other": 1})
    one, other = sorted((tmp_path / "cache").rglob("*.json"))
    other.write_bytes(one.read_bytes())
    assert (kept.note(KEY), kept.note(OTHER)) == (HELD, None)


def test_an_entry_is_written_whole_or_not_at_all(
    kept: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.keep_note(KEY, HELD)
    before = entry(tmp_path).read_bytes()

    def full(self: Path, *_: Any, **__: Any) -> int:
        with self.open("wb") as file:
            file.write(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        kept.keep_note(KEY, {**HELD, "metadata": {"new": True}})
    monkeypatch.undo()
    assert entry(tmp_path).read_bytes() == before
    assert [path.name for path in (tmp_path / "cache").rglob("*.part")] == []
    with entry(tmp_path).open("rb") as reader:  # who reads the old one meanwhile, reads all of it
        kept.keep_note(KEY, {**HELD, "metadata": {"new": True}})
        assert reader.read() == before


def test_what_was_not_used_for_longest_goes_first(
    kept: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = [f"{number:02d}" + 62 * "0" for number in range(4)]
    for age, key in enumerate(keys[:3]):
        kept.keep_note(key, HELD)
        path = next((tmp_path / "cache").rglob(f"{key}.json"))
        os.utime(path, (1000 + age, 1000 + age))
    assert kept.note(keys[0]) == HELD  # used just now, so the second is the oldest
    monkeypatch.setattr(cache, "_MOST", 3 * path.stat().st_size)
    kept.keep_note(keys[3], HELD)
    kept.make_room()
    assert [kept.note(key) is not None for key in keys] == [True, False, True, True]


def test_an_entry_that_another_build_takes_away_is_simply_gone(
    kept: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.keep_note(KEY, HELD)
    read_text = Path.read_text

    def taken(self: Path, *arguments: Any, **named: Any) -> str:
        text = read_text(self, *arguments, **named)
        self.unlink()
        return text

    monkeypatch.setattr(Path, "read_text", taken)
    assert kept.note(KEY) in (None, HELD)
