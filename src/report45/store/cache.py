"""A folder of what was made before: written whole, sealed, bounded in size.

Every entry is sealed with a secret of this user (:mod:`report45.store.secret`): what anyone
else wrote there, whatever it says, is as if it were not there.
"""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

from report45.store.secret import seal, sealed

_MOST = 2 * 1024**3
"""Bytes the cache may take; the entries not used for longest go first."""


class Cache:
    """A folder of executed chapters, of publications made from them, and of notes on both.

    Parameters
    ----------
    folder : Path
        Made when first written to.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def note(self, name: str) -> Any:
        """Give what was noted under a name; None when there is nothing or it is damaged."""
        body = self.fetch(f"{name}.json")
        return None if body is None else json.loads(body)

    def keep_note(self, name: str, value: Any) -> None:
        """Note a value that JSON can hold."""
        self.keep(f"{name}.json", json.dumps(value, ensure_ascii=False).encode())

    def fetch(self, name: str) -> bytes | None:
        """Give what was kept under a name; None when there is nothing or it is damaged."""
        path = self._path(name)
        try:
            given, _, body = path.read_bytes().partition(b"\n")
        except OSError:
            return None
        if not sealed(_named(name, body), given.decode("ascii", "replace")):
            path.unlink(missing_ok=True)
            return None
        with suppress(FileNotFoundError):  # another build made room
            os.utime(path)
        return body

    def keep(self, name: str, body: bytes) -> None:
        """Keep something, whole or not at all."""
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{name}.{secrets.token_hex(8)}.part")
        try:
            part.write_bytes(seal(_named(name, body)).encode() + b"\n" + body)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / name

    def make_room(self) -> None:
        """Take away what was not used for longest, until the rest is within bounds."""
        entries = []
        for path in self._folder.glob("*/*"):
            try:
                entries.append((path.stat().st_mtime, path.stat().st_size, path))
            except FileNotFoundError:  # another build made room too
                continue
        total = sum(size for _, size, _ in entries)
        for _, size, path in sorted(entries):
            if total <= _MOST:
                return
            path.unlink(missing_ok=True)
            total -= size


def _named(name: str, body: bytes) -> bytes:
    """What is sealed: an entry put in the place of another is not what was kept there."""
    return name.encode() + b"\0" + body
