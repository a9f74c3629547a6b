"""Executed chapters, kept by what they were made from.

Prose is no part of the key: an editor's change executes nothing. A cached chapter is joined with
the prose its notebook holds now.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from report45 import mime
from report45.execution.chapters import Chapter

Notebook = dict[str, Any]

_PACKAGE = Path(__file__).resolve().parents[1]
_CHECKOUT = _PACKAGE.parents[1]
_FONTS = _CHECKOUT / "report_templates" / "fonts"
_MOST = 256 * 1024 * 1024
"""Bytes the cache may take; the entries not used for longest go first."""


class Cache:
    """A folder of executed chapters, and of publications made from them.

    Parameters
    ----------
    folder : Path
        Made when first written to.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> Notebook | None:
        """Give an executed chapter; None when there is none or it is damaged."""
        body = self.fetch(f"{key}.json")
        notebook: Notebook | None = None if body is None else json.loads(body)
        return notebook

    def put(self, key: str, notebook: Notebook) -> None:
        """Keep an executed chapter."""
        self.keep(f"{key}.json", json.dumps(notebook, ensure_ascii=False).encode())

    def fetch(self, name: str) -> bytes | None:
        """Give what was kept under a name; None when there is nothing or it is damaged."""
        path = self._path(name)
        try:
            digest, _, body = path.read_bytes().partition(b"\n")
        except OSError:
            return None
        if digest.decode("ascii", "replace") != _sha(body):
            path.unlink(missing_ok=True)
            return None
        with suppress(FileNotFoundError):  # another build made room
            os.utime(path)
        return body

    def keep(self, name: str, body: bytes) -> None:
        """Keep something, whole or not at all; then make room if need be."""
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{name}.{os.getpid()}.part")
        try:
            part.write_bytes(_sha(body).encode() + b"\n" + body)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        self._make_room()

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / name

    def _make_room(self) -> None:
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


def key_of(chapter: Chapter, study: str, digest: str) -> str:
    """Name what a chapter's outputs follow from.

    Parameters
    ----------
    chapter : Chapter
        Its code cells count, its prose does not.
    study : str
        The study's name, which the outputs state.
    digest : str
        Of the study's data and configuration.

    Returns
    -------
    str
        SHA-256 in hexadecimal.
    """
    code = [cell["source"] for cell in read(chapter.path)["cells"] if cell["cell_type"] == "code"]
    parts = [chapter.name, study, digest, json.dumps(code), source_digest(), sys.version]
    return _sha("\0".join(parts).encode())


def read(path: Path) -> Notebook:
    """Read a notebook with every source as one text."""
    notebook: Notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if isinstance(cell["source"], list):
            cell["source"] = "".join(cell["source"])
    return notebook


def with_prose(executed: Notebook, path: Path, texts: Mapping[str, str]) -> Notebook:
    """Put the prose of today into a chapter that was executed before.

    Parameters
    ----------
    executed : dict
        The executed chapter.
    path : Path
        Its notebook as it is now: the same code cells, perhaps with other prose around them.
    texts : mapping of str to str
        The study's own texts as they are now.

    Returns
    -------
    dict
        A new executed chapter.
    """
    code = [cell for cell in executed["cells"] if cell["cell_type"] == "code"]
    injected = [cell for cell in code if _tagged(cell, "injected-parameters")]
    outputs = iter(cell for cell in code if cell not in injected)
    now = read(path)
    cells: list[Notebook] = []
    for cell in now["cells"]:
        if cell["cell_type"] != "code":
            cells.append(cell)
            continue
        old = next(outputs)
        kept = {key: old[key] for key in ("execution_count", "outputs")}
        cells.append({**cell, **kept, "outputs": [_retold(one, texts) for one in kept["outputs"]]})
        if _tagged(cell, "parameters"):
            cells += injected
    metadata = {**executed["metadata"], "report45": now["metadata"]["report45"]}
    return {**executed, "metadata": metadata, "cells": cells}


def _retold(output: Notebook, texts: Mapping[str, str]) -> Notebook:
    data = output.get("data", {})
    if mime.CHAPTER not in data:
        return output
    return {**output, "data": {**data, mime.CHAPTER: {**data[mime.CHAPTER], "texts": dict(texts)}}}


def _tagged(cell: Notebook, tag: str) -> bool:
    return tag in cell["metadata"].get("tags", ())


def source_digest() -> str:
    """Digest of report45 itself, the fonts figures are set in, and the versions of the rest."""
    total = hashlib.sha256()
    files = [*_PACKAGE.rglob("*.py"), *_FONTS.glob("*.ttf"), *_CHECKOUT.glob("requirements.lock")]
    for path in sorted(files):
        total.update(path.relative_to(_CHECKOUT).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
