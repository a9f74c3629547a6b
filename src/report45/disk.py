"""Read what people put in folders: regular files of limited size, inside their own folder.

Every file that a study brings is opened here. What is not a file, or a link that leads outside,
or more than anyone writes, is refused in words before a byte of it is read; a device without an
end or a pipe that nobody writes to would otherwise be waited for.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from io import BufferedReader
from pathlib import Path

from report45.errors import Fault, Place

PROSE_LIMIT = 2 << 20
"""Bytes of one text, story, configuration or notebook: more than a whole report."""

TABLE_LIMIT = 1 << 30
"""Bytes of one delivered table."""

_SYSTEM = {"thumbs.db", "desktop.ini"}
_KINDS: dict[Callable[[int], bool], str] = {
    stat.S_ISDIR: "a folder",
    stat.S_ISFIFO: "a pipe",
    stat.S_ISSOCK: "a socket",
    stat.S_ISCHR: "a device",
    stat.S_ISBLK: "a device",
}


_WHOLE = Place()


class UnreadableError(Exception):
    """A file that cannot be read at all: the problem, the remedy, and the place if known.

    Parameters
    ----------
    problem, remedy : str
        As in a :class:`report45.errors.Fault`.
    place : Place
        The row, line or column, where it is known; without the file.
    """

    code = "unreadable-file"

    def __init__(self, problem: str, remedy: str = "", place: Place = _WHOLE) -> None:
        self.problem, self.remedy, self.place = problem, remedy, place
        super().__init__(problem)

    def fault(self, file: str, remedy: str = "") -> Fault:
        """Give it as a fault of a file, with another remedy where there is one."""
        return Fault(replace(self.place, file=file), self.code, self.problem, remedy or self.remedy)


class MissingError(UnreadableError):
    """There is nothing by this name."""

    code = "missing-file"


def open_regular(
    path: Path, inside: Path | None = None, limit: int = PROSE_LIMIT
) -> BufferedReader:
    """Open a file for reading.

    Parameters
    ----------
    path : Path
        The file, or a link to it.
    inside : Path, optional
        The folder it must stand in once all links are followed.
    limit : int
        The most bytes it may have.

    Returns
    -------
    BufferedReader
        To be closed by the caller.

    Raises
    ------
    MissingError
        If there is nothing by this name.
    UnreadableError
        If it is no regular file, too large, elsewhere, or may not be opened.
    """
    try:
        if inside is not None and not _resolved(path).is_relative_to(inside.resolve()):
            raise UnreadableError("lies outside the study's folder.", "Put the file in it.")
        _refuse(path.stat(), limit)
        # without O_NONBLOCK a pipe put in the file's place just now would be waited for
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        if path.is_symlink():
            raise UnreadableError("is a link to nothing.", "Put the file itself here.") from None
        raise MissingError("the file is missing.") from None
    except OSError as error:
        raise _refused(error) from None
    try:
        _refuse(os.fstat(file), limit)
        return os.fdopen(file, "rb")
    except BaseException:
        os.close(file)
        raise


def read_regular(path: Path, inside: Path | None = None, limit: int = PROSE_LIMIT) -> bytes:
    """Read a whole file; parameters and errors are those of :func:`open_regular`."""
    with open_regular(path, inside, limit) as file:
        try:
            read = file.read(limit + 1)
        except OSError as error:
            raise _refused(error) from None
    if len(read) > limit:
        raise _too_large(limit)
    return read


def read_text(path: Path, inside: Path | None = None, limit: int = PROSE_LIMIT) -> str:
    """Read a file of UTF-8, lines ended in the usual way, without a mark at its start.

    Parameters and further errors are those of :func:`open_regular`.

    Raises
    ------
    UnreadableError
        Also if it is not UTF-8.
    """
    data = read_regular(path, inside, limit)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
        kind = "is UTF-16, not UTF-8." if wide else "is not UTF-8."
        place = Place(line=data.count(b"\n", 0, error.start) + 1)
        raise UnreadableError(kind, "Save it as UTF-8.", place) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def listed(folder: Path, suffix: str) -> list[Path]:
    """List the files of a folder that end in a suffix, in whatever case it is written.

    Files that systems and programs leave behind (``._x``, ``.DS_Store``, ``~$book.xlsx``) are
    passed over.

    Parameters
    ----------
    folder : Path
        It need not be there.
    suffix : str
        ``.md``, in lower case.

    Returns
    -------
    list of Path
        By name; whether each can be read is not known yet.

    Raises
    ------
    UnreadableError
        If the folder is there and cannot be listed: that is never the same as an empty one.
    """
    try:
        names = [one.name for one in folder.iterdir()]
    except FileNotFoundError:
        if folder.is_symlink():
            raise UnreadableError("is a link to nothing.", "Put the folder itself here.") from None
        return []
    except NotADirectoryError:
        raise UnreadableError("is not a folder.", "Make it a folder, or take it away.") from None
    except OSError as error:
        remedy = "Let this user list it and open what is in it."
        raise UnreadableError(f"cannot be listed ({error.strerror}).", remedy) from None
    return [folder / name for name in sorted(names) if name.lower().endswith(suffix) and _own(name)]


def _own(name: str) -> bool:
    return not name.startswith((".", "~$")) and name.lower() not in _SYSTEM


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError:  # what Python 3.12 and older make of links in a circle
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from None


def _refuse(found: os.stat_result, limit: int) -> None:
    for is_kind, kind in _KINDS.items():
        if is_kind(found.st_mode):
            remedy = "Name the file in it." if kind == "a folder" else "Put a file here."
            raise UnreadableError(f"is {kind}, not a file.", remedy)
    if found.st_size > limit:
        raise _too_large(limit)


def _too_large(limit: int) -> UnreadableError:
    size = f"{limit >> 30} GB" if limit >> 30 else f"{limit >> 20} MB"
    return UnreadableError(f"is larger than {size}.", "Take out what the study does not need.")


def _refused(error: OSError) -> UnreadableError:
    return UnreadableError(f"cannot be opened ({error.strerror}).", "Check the file.")
