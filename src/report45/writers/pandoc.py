"""Pieces of prose → the same pieces in every language, by one run of pandoc for a document."""

from __future__ import annotations

import itertools
import json
import os
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from markupsafe import escape

from report45.errors import Fault, NarrativeError, Place
from report45.execution import children
from report45.execution.scratch import temporary_folder
from report45.prose.compiled import CONVERTED, Piece
from report45.prose.markup import fenced
from report45.wording.notices import Notice, fault, notice
from report45.writers import docx

Target = Literal["html5", "typst", "plain", "docx"]
TARGETS: dict[str, Target] = {"html": "html5", "pdf": "typst", "txt": "plain", "docx": "docx"}
"""What prose is converted to, by the format of the publication."""

# Raw markup, attributes, mathematics and whatever else could carry code, or turn a stray sign in
# a sentence into something it was not meant to be.
_OFF = [
    "raw_html",
    "raw_attribute",
    "raw_tex",
    "latex_macros",
    "native_divs",
    "native_spans",
    "fenced_divs",
    "bracketed_spans",
    "markdown_in_html_blocks",
    "header_attributes",
    "auto_identifiers",
    "implicit_header_references",
    "link_attributes",
    "fenced_code_attributes",
    "inline_code_attributes",
    "tex_math_dollars",
    "yaml_metadata_block",
    "pandoc_title_block",
    "citations",
    "example_lists",
    "fancy_lists",
    "definition_lists",
    "line_blocks",
    "table_attributes",
    "simple_tables",
    "multiline_tables",
    "grid_tables",
    "implicit_figures",
    "inline_notes",
    "task_lists",
]
READER = "markdown" + "".join(f"-{one}" for one in _OFF) + "+pipe_tables+footnotes+smart"
PATIENCE = 40
"""Seconds for a whole document, which takes about one."""
_PATIENCE_FOR_ONE = 10
_SUSPECTS = 8
COLUMNS = 72
"""Characters on a line of plain text."""
TREE = Path(__file__).with_name("tree.lua")

_LINK = re.compile(r"\[[^\[\]]*\]\([^()\s]*\)")
_ANYWHERE = Place("prose")
_ADDRESS = re.compile(r"(https?://|mailto:)[^\s<>\"]+$")


@dataclass(frozen=True)
class PandocSource:
    """A piece of a document on its way to pandoc.

    Parameters
    ----------
    place : Place
        Where it comes from, for messages.
    inline : str
        Markdown of one line: the text of a heading or the title of a box.
    markdown : str
        Markdown that follows it.
    """

    place: Place
    inline: str = ""
    markdown: str = ""


@dataclass(frozen=True)
class Converted:
    """The same piece after pandoc, in the target's language.

    Parameters
    ----------
    inline : str
        Its inline text.
    plain : str
        The same without links and notes, for a table of contents.
    body : str
        What follows it.
    """

    inline: str
    plain: str
    body: str


@dataclass(frozen=True)
class Conversion:
    """A document in one language.

    Parameters
    ----------
    pieces : tuple of Converted
        One for each piece.
    notes : str
        The footnotes, for HTML and plain text; the other languages have them in the pieces.
    parts : mapping of str to str
        For Word, what the pieces refer to; see :func:`report45.writers.docx.unpack`.
    """

    pieces: tuple[Converted, ...]
    notes: str
    parts: Mapping[str, str]


def convert(
    pieces: Sequence[PandocSource], languages: Collection[Target], anchors: Collection[str]
) -> dict[Target, Conversion]:
    """Convert all pieces of a document; those not converted before are read once, together.

    Parameters
    ----------
    pieces : sequence of PandocSource
        The document in order.
    languages : collection of str
        ``html5``, ``typst``, ``plain`` or ``docx``.
    anchors : collection of str
        What links within the document may point at.

    Returns
    -------
    dict of str to Conversion
        The document in each language.

    Raises
    ------
    NarrativeError
        If prose holds an image, a link that is not allowed, or markup that runs into what
        follows it, or if pandoc does not get through it.
    KilledError
        If someone else ends pandoc.
    """
    missing = {
        to: [place for place, one in enumerate(pieces) if _key(one, to) not in CONVERTED]
        for to in languages
    }
    read = sorted(set(itertools.chain.from_iterable(missing.values())))
    order = {place: at for at, place in enumerate(read, start=1)}
    wanted = {to: [order[place] for place in places] for to, places in missing.items()}
    told, written = _read([pieces[place] for place in read], wanted)
    found = {
        (place, to): (*piece, told[order[place] - 1]["told"])
        for to, places in missing.items()
        for place, piece in zip(places, written[to]["pieces"], strict=True)
    }
    every = {
        to: [found.get((place, to)) or CONVERTED[_key(one, to)] for place, one in enumerate(pieces)]
        for to in languages
    }
    _check(pieces, next(iter(every.values())), anchors)
    for (place, to), piece in found.items():
        if _alone(pieces[place]) and (to != "docx" or told[order[place] - 1]["free"]):
            CONVERTED[_key(pieces[place], to)] = piece
    return {
        to: Conversion(
            tuple(Converted(*one[:3]) for one in every[to]),
            written[to].get("notes", ""),
            written[to].get("parts", {}),
        )
        for to in languages
    }


def _key(one: PandocSource, to: Target) -> str:
    return f"{to}\0{one.inline}\0{one.markdown}"


def _alone(one: PandocSource) -> bool:
    """Whether a piece means the same in any company: no note, no link defined elsewhere."""
    return "[" not in _LINK.sub("", f"{one.inline}\n{one.markdown}")


def _read(
    pieces: Sequence[PandocSource], wanted: Mapping[Target, list[int]]
) -> tuple[list[Any], Mapping[Target, Any]]:
    """Give what is told of each piece, and by language what is wanted in it."""
    if not pieces and "docx" not in wanted:
        return [], {to: {"pieces": []} for to in wanted}
    try:
        made, said, code = _run(pieces, wanted, PATIENCE)
    except children.LimitError as error:
        raise NarrativeError(_too_much(pieces, wanted, error)) from None
    if code:
        reason = " ".join(said.split())
        raise NarrativeError([fault(_ANYWHERE, "pandoc", notice("pandoc-weigert", reden=reason))])
    read = json.loads(made)
    written = read["written"]
    if "docx" in wanted:
        cut, parts = docx.unpack(written["docx"]["parts"])
        plain = map(escape, written["docx"]["plain"])
        together = zip(cut, plain, strict=True)
        written["docx"] = {
            "pieces": [(inline, str(text), body) for (inline, body), text in together],
            "parts": parts,
        }
    return read["pieces"], written


def _run(
    pieces: Sequence[PandocSource], wanted: Mapping[Target, list[int]], seconds: int
) -> tuple[bytes, str, int]:
    asked = {
        "reader": READER,
        "columns": COLUMNS,
        "pieces": [[one.inline, fenced(one.markdown).expandtabs(4)] for one in pieces],
        "wanted": wanted,
    }
    command = [_program(), "lua", "-E", str(TREE)]  # whatever the user has set for Lua
    # It makes a folder for what a person would type, and leaves it when it is ended.
    with temporary_folder() as folder:
        own = {"TMPDIR": str(folder)}
        return children.run("pandoc", command, json.dumps(asked).encode(), seconds, own)


@cache
def _program() -> str:
    """Give the pandoc that came with pypandoc, without the import and the trial that takes."""
    found = find_spec("pypandoc")
    folder = Path(found.origin).parent if found and found.origin else Path()
    own = folder / "files" / ("pandoc.exe" if os.name == "nt" else "pandoc")
    if own.is_file():
        return str(own)
    import pypandoc

    return str(pypandoc.get_pandoc_path())


def _too_much(
    pieces: Sequence[PandocSource], wanted: Iterable[Target], error: children.LimitError
) -> list[Fault]:
    """Find the piece that pandoc does not get through: it is one of the longest."""
    size = {one: len(one.inline) + len(one.markdown) for one in pieces}
    for one in sorted(size, key=size.__getitem__, reverse=True)[:_SUSPECTS]:
        try:
            _run([one], {to: [1] for to in wanted}, _PATIENCE_FOR_ONE)
        except children.LimitError as alone:
            told = notice("pandoc-te-zwaar", reden=str(alone))
            return [fault(one.place, "pandoc", told)]
    return [fault(_ANYWHERE, "pandoc", notice("pandoc-te-zwaar", reden=str(error)))]


def _check(pieces: Iterable[PandocSource], read: Iterable[Piece], anchors: Collection[str]) -> None:
    told = [
        (one.place, kind, text)
        for one, (_, _, _, reported) in zip(pieces, read, strict=True)
        for kind, text in reported
    ]
    # pandoc warns of the note as well
    indented = any(kind == "indented" for _, kind, _ in told)
    faults = [
        fault(place, *problem)
        for place, kind, text in told
        if not (indented and kind == "warning")
        and (problem := _problem(kind, text, anchors)) is not None
    ]
    if faults:
        raise NarrativeError(dict.fromkeys(faults))


def _problem(kind: str, text: str, anchors: Collection[str]) -> tuple[str, Notice] | None:
    if kind == "link" and not (text[:1] == "#" and text[1:] in anchors):
        told = notice("link-niet-toegestaan", adres=text)
        return None if _ADDRESS.match(text) else ("link", told)
    return {
        "endless": ("open-block", notice("loopt-door")),
        "image": ("image", notice("afbeelding-in-proza", adres=text)),
        "header": ("underlined-heading", notice("kop-zonder-hekje", kop=text)),
        "indented": ("indented-note", notice("noot-ingesprongen")),
        "raw": ("html", notice("andere-taal")),
        "warning": ("pandoc", notice("pandoc-zegt", reden=text)),
    }.get(kind)
