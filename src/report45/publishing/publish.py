"""Executed chapters → the files of a publication, each written whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from multiprocessing.pool import ThreadPool
from pathlib import Path
from typing import TYPE_CHECKING

from report45.errors import Fault, InputError
from report45.execution.cache import source_digest
from report45.publishing.book import make_book, templates_folder

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from report45.execution.cache import Cache
    from report45.execution.chapters import Chapter as Unfilled
    from report45.publishing.chapters import Chapter
    from report45.publishing.exporters import Report45Exporter


def publish(
    chapters: Sequence[Chapter],
    publication: str,
    out: Path,
    formats: Sequence[str],
    left_out: Iterable[Unfilled] = (),
    done: Callable[[str], None] = lambda _: None,
    cache: Cache | None = None,
) -> tuple[Path, ...]:
    """Write a publication.

    Parameters
    ----------
    chapters : sequence of Chapter
        The executed chapters of one study.
    publication : str
        Name of the publication; the files are called after it.
    out : Path
        Folder to write to; made when it is not there.
    formats : sequence of str
        ``html``, ``pdf``, ``txt``.
    left_out : iterable of Chapter
        Chapters the study has no tables for; the publication says which of its own are missing.
    done : callable
        Told the name of each file once it is made.
    cache : Cache, optional
        Where publications are kept: what nothing touched since is not made again.

    Returns
    -------
    tuple of Path
        The files, in the order of ``formats``.

    Raises
    ------
    InputError
        If chapters, prose or publication are not sound. Nothing is written then.
    """
    if not formats:
        return ()
    from report45.publishing.document import to_notebook

    notebook = to_notebook(make_book(chapters, publication, left_out=left_out))
    kept = None if cache is None else (cache, _key(notebook, publication))

    def made(one: str) -> bytes:
        name = f"{kept[1]}.{one}" if kept else ""
        old = kept[0].fetch(name) if kept else None
        if old is not None:
            return old
        output, _ = _exporter(one, publication).from_notebook_node(notebook)
        new: bytes = output.encode() if isinstance(output, str) else output
        if kept:
            kept[0].keep(name, new)
        return new

    out.mkdir(parents=True, exist_ok=True)
    contents = {}
    # pandoc and Typst, which take most of the time, work outside Python: threads overlap them
    with ThreadPool(len(formats)) as pool:
        for one, content in zip(formats, pool.imap(made, formats), strict=True):
            contents[out / f"{publication}.{one}"] = content
            done(f"{publication}.{one}")
    for path, content in contents.items():
        write_whole(path, content)
    return tuple(contents)


def _key(notebook: NotebookNode, publication: str) -> str:
    """Name what a publication follows from: its book, the templates, and report45 itself."""
    cells = [{**cell, "id": ""} for cell in notebook.cells]  # nbformat draws ids at random
    total = hashlib.sha256(json.dumps([publication, notebook.metadata, cells]).encode())
    total.update(source_digest().encode())
    for path in sorted(templates_folder().rglob("*")):
        if path.is_file():
            total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def _exporter(one: str, publication: str) -> Report45Exporter:
    from report45.publishing.exporters import EXPORTERS

    if one not in EXPORTERS:
        remedy = f"Known: {', '.join(EXPORTERS)}."
        raise InputError([Fault(publication, f"it cannot be written as {one}.", remedy)])
    return EXPORTERS[one](template_name=publication)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old one or the new one, never a part."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
