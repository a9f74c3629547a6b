"""A secret of this user, by which what was cached is known to be this user's own."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import stat
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

_LENGTH = 32


def seal(content: bytes) -> str:
    """Give what only this user can make of content (HMAC with SHA-256, RFC 2104).

    Parameters
    ----------
    content : bytes

    Returns
    -------
    str
        64 hexadecimal digits.
    """
    return hmac.new(_secret(), content, hashlib.sha256).hexdigest()


def sealed(content: bytes, given: str) -> bool:
    """Whether a seal is this user's, of this very content.

    Parameters
    ----------
    content : bytes
    given : str
        What :func:`seal` gave before, if it is whole.
    """
    return hmac.compare_digest(seal(content).encode(), given.encode())


@cache
def _secret() -> bytes:
    """Read the secret, made when there is none.

    Where it can be neither read nor kept, one for this process alone: what it caches is of no use
    to the next, and never trusted by it.
    """
    try:
        path = _place()
        return _read(path) or _made(path)
    except (OSError, RuntimeError):  # RuntimeError: there is no home folder
        return secrets.token_bytes(_LENGTH)


def _place() -> Path:
    state = Path(os.environ.get("XDG_STATE_HOME", ""))
    return (state if state.is_absolute() else Path.home() / ".local/state") / "report45/cache.key"


def _read(path: Path) -> bytes | None:
    """Give what it holds, if nobody else can have read or written it; else it is taken away."""
    try:
        # a pipe in its place would be waited for
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        return None
    with os.fdopen(file, "rb") as opened:
        if _private(os.fstat(file)) and len(held := opened.read(_LENGTH + 1)) == _LENGTH:
            return held
    path.unlink()
    return None


def _private(found: os.stat_result) -> bool:
    if not stat.S_ISREG(found.st_mode) or not hasattr(os, "geteuid"):
        return stat.S_ISREG(found.st_mode)
    return found.st_uid == os.geteuid() and not stat.S_IMODE(found.st_mode) & 0o077


def _made(path: Path) -> bytes:
    """Write a new one, whole; another build may have done so meanwhile."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=path.parent)  # readable for this user alone
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(_LENGTH))
        with suppress(FileExistsError):
            os.link(part, path)
    finally:
        Path(part).unlink(missing_ok=True)
    held = _read(path)
    if held is None:
        raise FileNotFoundError(path)
    return held
