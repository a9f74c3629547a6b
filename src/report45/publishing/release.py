"""Executed chapters → the files of a publication, each written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from multiprocessing.pool import ThreadPool
from pathlib import Path
from typing import TYPE_CHECKING

from report45.errors import Fault, InputError
from report45.publishing.book import make_book

if TYPE_CHECKING:
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
    made: list[tuple[Path, str | bytes]] = []
    exporters = [_exporter(one, publication) for one in formats]
    # pandoc and Typst, which take most of the time, work outside Python: threads overlap them
    with ThreadPool(max(len(exporters), 1)) as pool:
        exported = pool.imap(lambda one: one.from_notebook_node(notebook), exporters)
        for one, (output, _) in zip(formats, exported, strict=True):
            made.append((out / f"{publication}.{one}", output))
            done(f"{publication}.{one}")
    out.mkdir(parents=True, exist_ok=True)
    for path, output in made:
        write_whole(path, output.encode() if isinstance(output, str) else output)
    return tuple(path for path, _ in made)


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
