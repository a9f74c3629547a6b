"""Executed chapters → the files of a publication, each written whole or not at all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report45.book.plan import make_book
from report45.builds.workspace import write_whole
from report45.errors import Fault, InputError, Place
from report45.store.inputs import digest_of_program
from report45.writers.pandoc import TARGETS
from report45.writers.typst import TypesettingError

if TYPE_CHECKING:
    from report45.chapters.executed import Chapter
    from report45.chapters.find import ChapterNotebook
    from report45.store.cache import Cache
    from report45.writers.document import Document, Notebook


def publish(
    chapters: Sequence[Chapter],
    publication: str,
    out: Path,
    formats: Sequence[str],
    left_out: Iterable[ChapterNotebook] = (),
    done: Callable[[str], None] = lambda _: None,
    cache: Cache | None = None,
) -> tuple[Path, ...]:
    """Write one publication; see :func:`publish_all`."""
    return publish_all(chapters, [(publication, formats)], out, left_out, done, cache)


def publish_all(
    chapters: Sequence[Chapter],
    publications: Iterable[tuple[str, Sequence[str]]],
    out: Path,
    left_out: Iterable[ChapterNotebook] = (),
    done: Callable[[str], None] = lambda _: None,
    cache: Cache | None = None,
    exports: Executor | None = None,
    program: str = "",
    meanwhile: Callable[[], None] = lambda: None,
    failed: Callable[[Fault], None] | None = None,
) -> tuple[Path, ...]:
    """Write publications.

    Parameters
    ----------
    chapters : sequence of Chapter
        The executed chapters of one study.
    publications : iterable of (str, sequence of str)
        Names, after which the files are called, each with its formats.
    out : Path
        Folder to write to; made when it is not there.
    left_out : iterable of Chapter
        Chapters the study has no tables for; a publication says which of its own are missing.
    done : callable
        Told the name of each file once it is made.
    cache : Cache, optional
        Where publications are kept: what nothing touched since is not made again.
    exports : Executor, optional
        What makes the files; threads of its own by default.
    program : str
        Digest of report45 and what it stands on, where it is known already.
    meanwhile : callable
        Called once all files are being made, which happens outside Python for the most part.
    failed : callable, optional
        Told about a file that cannot be typeset, which then takes no other along; by default that
        is an error.

    Returns
    -------
    tuple of Path
        The files, in the order of publications and formats.

    Raises
    ------
    InputError
        If chapters, prose or publication are not sound. Nothing is written then.
    """
    program = program or digest_of_program()
    own = ThreadPoolExecutor(4) if exports is None else nullcontext(exports)
    with own as threads:
        made = [
            (f"{name}.{one}", one, files)
            for name, formats in publications
            if formats
            for files in [_start(_book(chapters, name, left_out, program), formats, threads, cache)]
            for one in formats
        ]
        meanwhile()
        contents = {}
        for name, one, files in made:
            try:
                contents[out / name] = files.result()[one].result()
            except TypesettingError as error:
                if failed is None:
                    raise
                failed(Fault(Place(name), "not-typeset", f"is not written: {error}."))
            done(name)
    out.mkdir(parents=True, exist_ok=True)
    for path, content in contents.items():
        write_whole(path, content)
    return tuple(contents)


def _book(
    chapters: Sequence[Chapter], publication: str, left_out: Iterable[ChapterNotebook], program: str
) -> tuple[Notebook, str]:
    """Give a publication's book, and the name of what it follows from together with report45."""
    from report45.writers.document import to_notebook

    notebook = to_notebook(make_book(chapters, publication, left_out=left_out))
    whole = json.dumps([publication, notebook, program])
    return notebook, hashlib.sha256(whole.encode()).hexdigest()


def _start(
    book: tuple[Notebook, str], formats: Sequence[str], threads: Executor, cache: Cache | None
) -> Future[dict[str, Future[bytes]]]:
    """Start to make the files of a publication that were not kept.

    pandoc and Typst, which take most of the time, work outside Python: threads overlap them with
    each other, with drafting the next publication, and with importing what writes.
    """
    notebook, key = book
    publication = notebook["metadata"]["report45"]["book"]["publication"]
    for one in formats:
        if one not in TARGETS:
            problem, remedy = f"it cannot be written as {one}.", f"Known: {', '.join(TARGETS)}."
            raise InputError([Fault(Place(publication), "unknown-format", problem, remedy)])
    kept = {one: cache.fetch(f"{key}.{one}") if cache is not None else None for one in formats}
    files = {one: _done(old) for one, old in kept.items() if old is not None}
    new = [one for one in formats if one not in files]
    if not new:
        return _done(files)

    def convert() -> dict[str, Future[bytes]]:
        from report45.writers.document import read_documents

        documents = read_documents(notebook, [TARGETS[one] for one in new])
        for one in new:
            document = documents[TARGETS[one]]
            files[one] = threads.submit(_made, publication, one, document, f"{key}.{one}", cache)
        return files

    return threads.submit(convert)


def _done(result: Any) -> Future[Any]:
    done: Future[Any] = Future()
    done.set_result(result)
    return done


def _made(publication: str, one: str, document: Document, name: str, cache: Cache | None) -> bytes:
    from report45.writers.rendering import render

    output = render(publication, one, document)
    new = output.encode() if isinstance(output, str) else output
    if cache is not None:
        cache.keep(name, new)
    return new
