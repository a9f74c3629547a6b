"""Folders of a process's own: short enough for sockets, and never mistaken for another's."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from report45.execution import scratch
from report45.execution.scratch import LOCK, NoFolderError, clear, own_folder, temporary_folder

pytestmark = pytest.mark.skipif(os.name == "nt", reason="locks and sockets as Unix has them")

LONGEST_SOCKET = 107


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a short path that TMPDIR names, read anew."""
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        yield Path(folder)


@pytest.mark.parametrize("levels", [0, 1, 2, 5])
def test_a_socket_always_has_a_path_that_is_allowed(
    levels: int, chosen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = chosen.joinpath(*["vijfentwintig-letters-lang"] * levels)
    folder.mkdir(parents=True, exist_ok=True)
    monkeypatch.setenv("TMPDIR", str(folder))
    with temporary_folder() as made:
        assert len(os.fsencode(made / "kernel-5")) <= LONGEST_SOCKET
        if levels == 0:
            assert folder in made.parents
    assert not made.parent.exists()


def test_the_users_own_short_folder_comes_before_that_of_all(
    chosen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long, own = chosen / ("x" * 100), chosen / "own"
    long.mkdir()
    own.mkdir()
    monkeypatch.setenv("TMPDIR", str(long))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(own))
    with temporary_folder() as made:
        assert own in made.parents


@pytest.mark.parametrize("named", ["is-er-niet", "bestand"])
def test_a_temporary_folder_that_is_none(
    named: str, chosen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (chosen / "bestand").write_text("")
    monkeypatch.setenv("TMPDIR", str(chosen / named))
    with temporary_folder() as made:
        assert made.is_dir()


def test_without_any_one_sentence_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scratch, "_places", lambda: iter([Path("/is-er-niet")]))
    with (
        pytest.raises(NoFolderError, match=r"set TMPDIR to a folder") as caught,
        temporary_folder(),
    ):
        pass
    assert caught.value.exit_code == 1


def test_a_folder_that_was_left_is_taken_away_and_nothing_else(tmp_path: Path) -> None:
    left = tmp_path / ".x-1"
    others = {
        "another's lock is a folder": tmp_path / ".x-2" / LOCK,
        "no lock": tmp_path / ".x-3" / "work",
        "another name": tmp_path / ".y-4" / LOCK,
    }
    for path in (left / "work", *others.values()):
        path.mkdir(parents=True)
    (left / LOCK).touch()
    (tmp_path / ".x-5").symlink_to(left)
    pipe = tmp_path / ".x-6"
    pipe.mkdir()
    os.mkfifo(pipe / LOCK)
    with own_folder(tmp_path, ".x") as mine:
        clear(tmp_path, ".x")
        assert mine.is_dir()
    assert not left.exists()
    assert all(path.exists() for path in (*others.values(), pipe / LOCK))
    assert (tmp_path / ".x-5").is_symlink()
    clear(tmp_path / "is-er-niet", ".x")


def test_what_is_moved_out_stays(tmp_path: Path) -> None:
    with own_folder(tmp_path, ".x") as made:
        (made / "a").write_text("a")
        made.rename(tmp_path / "x")
    assert [path.name for path in tmp_path.rglob("*")] == ["x", "a"]


def test_all_folders_of_this_process_can_go_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # a process that does this ends; the one that tests goes on and makes others
    monkeypatch.setattr(scratch, "_making", threading.RLock())
    monkeypatch.setattr(scratch, "_mine", set())
    with own_folder(tmp_path, ".x") as one, own_folder(tmp_path, ".x") as other:
        (one / "a").write_text("a")
        scratch.remove_all()
        assert not one.exists()
        assert not other.exists()


IN_THE_MIDST = """
import os, signal, sys, threading, time
from pathlib import Path
from report45.execution import scratch
from report45.signals import listen
listen()
def busy():
    while True:
        with scratch.own_folder(Path({!r}), "x") as folder:
            for number in range(20):
                (folder / str(number)).touch()
for _ in range(4):
    threading.Thread(target=busy, daemon=True).start()
time.sleep(0.1)
os.kill(os.getpid(), signal.SIGTERM)
"""


def test_a_signal_leaves_no_folder_however_busily_they_are_made(tmp_path: Path) -> None:
    for _ in range(5):
        done = subprocess.run(  # noqa: S603  our own arguments
            [sys.executable, "-c", IN_THE_MIDST.format(str(tmp_path))],
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 143, done.stderr
        assert list(tmp_path.iterdir()) == []
