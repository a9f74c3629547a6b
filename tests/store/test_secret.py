"""What is cached is known by a secret that nobody but this user has."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from report45.store import secret
from report45.store.secret import seal, sealed

FILE = "report45/cache.key"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of this user's own, without a secret, and a process that has read none."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    secret._secret.cache_clear()
    yield tmp_path
    secret._secret.cache_clear()


def again(content: bytes) -> str:
    """Seal as the next process would."""
    secret._secret.cache_clear()
    return seal(content)


def test_the_next_process_knows_the_seal_and_no_other_content(state: Path) -> None:
    given = seal(b"inhoud")
    assert again(b"inhoud") == given
    assert sealed(b"inhoud", given)
    assert not sealed(b"Inhoud", given)
    assert not sealed(b"inhoud", "")
    (state / FILE).unlink()
    assert again(b"inhoud") != given


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="looks at permissions")
def test_nobody_else_can_read_it(state: Path) -> None:
    seal(b"")
    assert (state / FILE).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (state / FILE).parent.iterdir()] == ["cache.key"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="looks at permissions")
@pytest.mark.parametrize("mode", [0o644, 0o660, 0o602])
def test_one_that_others_could_read_or_write_is_replaced(state: Path, mode: int) -> None:
    given = seal(b"inhoud")
    (state / FILE).chmod(mode)
    assert again(b"inhoud") != given
    assert again(b"inhoud") == seal(b"inhoud")


@pytest.mark.parametrize("held", [b"", b"x" * 31, b"x" * 33])
def test_one_that_is_not_whole_is_replaced(state: Path, held: bytes) -> None:
    seal(b"")
    (state / FILE).write_bytes(held)
    assert again(b"inhoud") == again(b"inhoud")
    assert len((state / FILE).read_bytes()) == 32


def test_without_a_place_for_it_each_process_has_its_own(
    state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (state / "vol").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(state / "vol"))
    given = seal(b"inhoud")
    assert sealed(b"inhoud", given)
    assert again(b"inhoud") != given
