"""Folders of this process's own, from whose lock anyone sees whether their maker still works.

A process number says nothing of a process in another container that shares the folder; a lock
(flock(2)) ends with whoever holds it, wherever that is.
"""

from __future__ import annotations

import os
import secrets
import shutil
import stat
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from report45.errors import Report45Error

try:
    import fcntl
except ImportError:  # Windows: nothing that was left can be told from what is in use
    fcntl = None  # type: ignore[assignment]

LOCK = "report45.lock"
"""Stands in every such folder, beside ``work``, and in no other."""

_SOCKET = 104 - len("/report45-12345678/work/kernel-5 ")
"""Bytes of a folder's path with which sockets in it still have a path that all systems take."""

_mine: set[Path] = set()
_making = threading.RLock()


class NoFolderError(Report45Error):
    """No temporary folder can be written to."""

    exit_code = 1


@contextmanager
def own_folder(parent: Path, name: str) -> Iterator[Path]:
    """Give an empty folder that no other process has or takes away.

    Parameters
    ----------
    parent : Path
        Where it stands.
    name : str
        How its name begins.

    Yields
    ------
    Path
        The folder; it is gone afterwards, unless it was moved.
    """
    outer = _made(parent, name)
    lock = -1
    try:
        lock = _locked(outer / LOCK)
        (outer / "work").mkdir()
        yield outer / "work"
    finally:
        shutil.rmtree(outer, ignore_errors=True)
        _mine.discard(outer)
        if lock >= 0:
            os.close(lock)


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Give such a folder among the temporary ones, in which sockets have a path that is allowed.

    Yields
    ------
    Path
        The folder; it is gone afterwards.

    Raises
    ------
    NoFolderError
        If there is no place for it.
    """
    with ExitStack() as until:
        for parent in _places():
            with suppress(OSError):
                made = until.enter_context(own_folder(parent, "report45"))
                break
        else:
            raise NoFolderError(
                "no temporary folder can be written to, or their paths are too long for sockets; "
                f"set TMPDIR to a folder whose path has at most {_SOCKET} characters."
            )
        yield made


def clear(parent: Path, name: str) -> None:
    """Take away the folders whose maker ended without doing so.

    Parameters
    ----------
    parent : Path
        Where they stand.
    name : str
        As :func:`own_folder` was given it.
    """
    with suppress(OSError):  # it need not be there, nor open to us
        for outer in parent.iterdir():
            if outer.name.startswith(f"{name}-") and not outer.is_symlink() and _left(outer / LOCK):
                shutil.rmtree(outer, ignore_errors=True)


def clear_temporary() -> None:
    """Take away the temporary folders of builders that are gone."""
    for parent in _places():
        clear(parent, "report45")


def remove_all() -> None:
    """Take away all folders that this process has: it is about to end in the midst of its work."""
    _making.acquire(timeout=1)  # and never let go: no thread makes another
    for outer in tuple(_mine):
        for _ in range(50):
            shutil.rmtree(outer, ignore_errors=True)
            if not outer.exists():
                break
            time.sleep(0.02)  # another thread is still writing there


def _made(parent: Path, name: str) -> Path:
    """Make a folder that is known to be ours before it is there."""
    with _making:
        while True:
            outer = parent / f"{name}-{secrets.token_urlsafe(6)}"
            _mine.add(outer)
            try:
                outer.mkdir(mode=0o700)
            except OSError as error:
                _mine.discard(outer)
                if not isinstance(error, FileExistsError):
                    raise
            else:
                return outer


def _places() -> Iterator[Path]:
    """Give the temporary folders, the user's own choice first, whose paths are short enough."""
    with suppress(FileNotFoundError):
        yield from _short(tempfile.gettempdir())
    yield from _short(os.environ.get("XDG_RUNTIME_DIR", ""))
    if os.name != "nt":
        yield from _short("/tmp")  # noqa: S108  a folder of our own is made in it
        yield from _short("/dev/shm")  # noqa: S108


def _short(folder: str) -> Iterator[Path]:
    if Path(folder).is_absolute() and len(os.fsencode(folder)) <= _SOCKET:
        yield Path(folder)


def _locked(path: Path) -> int:
    """Make a lock that is held from the moment it can be seen."""
    new = path.with_suffix(".new")
    file = os.open(new, os.O_RDWR | os.O_CREAT, 0o600)
    if fcntl is not None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    new.rename(path)
    return file


def _left(path: Path) -> bool:
    """Whether a lock of this user is held by nobody."""
    if fcntl is None:
        return False
    try:
        file = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        found = os.fstat(file)
        if not stat.S_ISREG(found.st_mode) or found.st_uid != os.geteuid():
            return False
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    else:
        return True
    finally:
        os.close(file)
