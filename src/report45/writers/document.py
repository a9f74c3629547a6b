"""The book as a notebook, and that notebook as the pieces a template writes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from report45.book.blocks import Block, Shown, as_written
from report45.book.plan import Book
from report45.chapters.executed import DISPLAY_MIME
from report45.errors import Place
from report45.prose.markup import lines
from report45.writers.pandoc import Converted, PandocSource, Target, convert

Notebook = dict[str, Any]


@dataclass(frozen=True)
class TextPiece:
    """Running prose in the target's language."""

    body: str
    kind: str = "text"


@dataclass(frozen=True)
class Head:
    """A heading: its anchor, level, number and text; ``plain`` has no links or notes."""

    id: str
    level: int
    number: str
    body: str
    plain: str
    kind: str = "heading"


@dataclass(frozen=True)
class Displayed:
    """A display with its number; ``written`` is its JSON object."""

    id: str
    label: str
    place: Place
    written: Mapping[str, Any]
    kind: str = "display"


@dataclass(frozen=True)
class Box:
    """Pieces in a box with a title, which may be empty, and a style."""

    title: str
    pieces: tuple[TextPiece | Head | Displayed, ...]
    style: str
    kind: str = "box"


Piece = TextPiece | Head | Displayed | Box


@dataclass(frozen=True)
class Document:
    """All that a template writes.

    Parameters
    ----------
    title : str
        Plain text.
    meta : mapping
        Title data under Dutch names, and ``iso``, the date.
    chapters : tuple of tuple of Piece
        Per chapter of the book its pieces in order.
    notes : str
        Footnotes: a list in HTML, or plain text.
    left_out : tuple of str
        Titles of the chapters that the study has no data for.
    label : str
        What kind of publication it is.
    parts : mapping of str to str
        What the pieces of a document for Word refer to.
    stand_ins : mapping of str to str
        What a PDF prints in the place of signs that its fonts have no form for.
    """

    title: str
    meta: Mapping[str, str]
    chapters: tuple[tuple[Piece, ...], ...]
    notes: str
    left_out: tuple[str, ...] = ()
    label: str = ""
    parts: Mapping[str, str] = field(default_factory=dict, repr=False)
    stand_ins: Mapping[str, str] = field(default_factory=dict)

    @property
    def pieces(self) -> Iterator[TextPiece | Head | Displayed]:
        """All pieces in order, those in boxes too."""
        for one in itertools.chain.from_iterable(self.chapters):
            yield from one.pieces if isinstance(one, Box) else (one,)

    @property
    def sources(self) -> tuple[str, ...]:
        """Where the data of its tables and figures come from, each source once."""
        told = (one.written.get("source") for one in self.pieces if isinstance(one, Displayed))
        return tuple(dict.fromkeys(filter(None, told)))

    @property
    def headings(self) -> tuple[Head, ...]:
        """The headings of the table of contents: the numbered ones."""
        every = itertools.chain.from_iterable(self.chapters)
        return tuple(one for one in every if isinstance(one, Head) and one.number)


def to_notebook(book: Book) -> Notebook:
    """Write a book as one notebook: prose rendered, code hidden, numbers in place.

    Parameters
    ----------
    book : Book

    Returns
    -------
    dict
        JSON of a notebook: ``metadata.report45.book`` holds the title data; each cell's
        ``metadata.report45`` says where it comes from and which headings or which display it
        holds.
    """
    cells = [
        _cell(block, place)
        for place, part in enumerate(book.chapters)
        for section in part
        for block in section.blocks
    ]
    for count, cell in enumerate(cells, start=1):
        cell["id"] = f"cel-{count}"
    about = {
        "publication": book.publication,
        "study": book.study,
        "title": book.title,
        "meta": dict(book.meta),
        "left_out": list(book.left_out),
        "label": book.label,
        "stand_ins": dict(book.stand_ins),
    }
    metadata = {"report45": {"book": about}}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}


def _cell(block: Block, chapter: int) -> Notebook:
    about: dict[str, Any] = {"chapter": chapter, "place": block.place.written()}
    if isinstance(block, Shown):
        about |= {"id": block.id, "label": block.label}
        data = {DISPLAY_MIME: dict(block.display.written)}
        output = {"output_type": "display_data", "data": data, "metadata": {}}
        code = {"cell_type": "code", "execution_count": None, "source": "", "outputs": [output]}
        return code | {"metadata": {"report45": about}}
    about["headings"] = [asdict(heading) for heading in block.headings]
    prose = {"cell_type": "markdown", "source": block.markdown}
    return prose | {"metadata": {"report45": about}}


@dataclass(frozen=True)
class _Mark:
    """What begins a piece: ``prose``, ``heading``, ``box``, ``end`` or ``display``."""

    kind: str
    chapter: int
    source: PandocSource
    about: Mapping[str, Any]


def read_document(notebook: Notebook, to: Target) -> Document:
    """Turn a book's notebook into pieces in one language; see :func:`read_documents`."""
    return read_documents(notebook, [to])[to]


def read_documents(notebook: Notebook, languages: Collection[Target]) -> dict[Target, Document]:
    """Turn a book's notebook into pieces in every language that is asked for.

    Parameters
    ----------
    notebook : dict
        As :func:`to_notebook` writes it.
    languages : collection of str
        ``html5``, ``typst``, ``plain`` or ``docx``.

    Raises
    ------
    NarrativeError
        If its prose cannot be converted.
    """
    about = notebook["metadata"]["report45"]["book"]
    marks = [mark for cell in notebook["cells"] for mark in _marks(cell)]
    anchors = {mark.about["id"] for mark in marks if "id" in mark.about}
    title = re.sub(r"\\(\W)", r"\1", about["title"])
    documents = {}
    for to, made in convert([mark.source for mark in marks], languages, anchors).items():
        placed = itertools.groupby(
            zip(marks, made.pieces, strict=True), key=lambda pair: pair[0].chapter
        )
        documents[to] = Document(
            title,
            about["meta"],
            tuple(tuple(_pieces(group)) for _, group in placed),
            made.notes,
            tuple(about["left_out"]),
            about["label"],
            made.parts,
            about.get("stand_ins", {}),
        )
    return documents


def _marks(cell: Notebook) -> Iterator[_Mark]:
    about = cell["metadata"]["report45"]
    chapter, place = about["chapter"], Place.read(about["place"])
    if cell["cell_type"] == "code":
        shown = {"id": about["id"], "label": about["label"], "place": place}
        shown["written"] = cell["outputs"][0]["data"][DISPLAY_MIME]
        yield _Mark("display", chapter, PandocSource(place), shown)
        return
    headings = iter(about["headings"])
    text: list[str] = []
    own: dict[str, Any] = {}
    kind, inline = "prose", ""
    for line in lines(cell["source"]):
        if line.kind in ("text", "code"):
            text.append(as_written(line))
            continue
        yield _Mark(kind, chapter, PandocSource(place, inline, "\n".join(text)), own)
        own = dict(next(headings)) if line.kind == "heading" else {"style": line.style}
        kind, inline, text = line.kind, own.get("text", line.text), []
    yield _Mark(kind, chapter, PandocSource(place, inline, "\n".join(text)), own)


def _pieces(group: Iterable[tuple[_Mark, Converted]]) -> Iterator[Piece]:
    boxed: list[TextPiece | Head | Displayed] | None = None
    title = style = ""
    for mark, made in group:
        found: list[TextPiece | Head | Displayed] = []
        if mark.kind == "box":
            boxed, title, style = [], made.inline, mark.about["style"]
        elif mark.kind == "end":
            yield Box(title, tuple(boxed or ()), style)
            boxed = None
        elif mark.kind == "heading":
            own = mark.about
            found.append(Head(own["id"], own["level"], own["number"], made.inline, made.plain))
        elif mark.kind == "display":
            found.append(Displayed(**mark.about))
        if made.body:
            found.append(TextPiece(made.body))
        if boxed is None:
            yield from found
        else:
            boxed += found
