"""A book as an editor compares it: headings, sentences and displays, in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from report45.chapters.executed import DISPLAY_MIME
from report45.errors import Place
from report45.prose.markup import SHOWN_LINE, lines

COVER = "Titelblad"

_LINK = re.compile(
    r"(?<![\\!])\[((?:\\.|[^\[\]\\^])(?:\\.|[^\[\]\\])*+)\]\((?:[^()]|\([^()]*+\))*+\)"
)
_NOTE = re.compile(r"(?<!\\)\[\^[^\[\]\s]+\]:?")
_MARKUP = re.compile(r"\\([\W_])|\*+|`+|(?<!\w)_+|(?<!_)_+(?!\w)")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_STOP = re.compile(r"[.!?…][)\"”’']*\s+(?=[^\sa-z])")
_SHORT = re.compile(
    r"(?:\b(?:bijv|ca|circa|nr|art|dr|drs|mr|ing|ir|prof|vgl|zgn|resp)|\b\w)\.$", re.I
)


@dataclass(frozen=True)
class Unit:
    """The least that an editor would say has changed.

    Parameters
    ----------
    kind : str
        ``heading``, ``sentence`` or ``display``.
    text : str
        Without markup; of a display its caption.
    section : str
        The heading it stands under, with its number.
    source : Place
        Where it comes from.
    place : int
        Which of the headings and sentences from there it is, counted from 0.
    label : str
        Number of a heading, or ``Tabel 2.1``.
    id : str
        Anchor of a display.
    written : mapping
        A display as JSON.
    """

    kind: Literal["heading", "sentence", "display"]
    text: str
    section: str
    source: Place
    place: int = -1
    label: str = ""
    id: str = ""
    written: Mapping[str, Any] | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What it is the same by in another release."""
        return ("display", self.id) if self.kind == "display" else (self.kind, self.text)


def units(book: Mapping[str, Any]) -> tuple[Unit, ...]:
    """Take a book apart.

    Parameters
    ----------
    book : mapping
        A publication's book, as JSON of the notebook in a release.

    Returns
    -------
    tuple of Unit
        Title and title data first.
    """
    about, titled = book["metadata"]["report45"]["book"], book["metadata"]["report45"]["titled"]
    first = Place.read(titled)
    found = [Unit("heading", plain(about["title"]), COVER, first, 0 if titled else -1)]
    shown = [about["label"], *(one for name, one in about["meta"].items() if name != "iso")]
    found += [Unit("sentence", one, COVER, Place()) for one in shown if one]
    section, places = COVER, Counter({first: 1})
    for cell in book["cells"]:
        own = cell["metadata"]["report45"]
        source = Place.read(own["place"])
        if cell["cell_type"] == "code":
            written = cell["outputs"][0]["data"][DISPLAY_MIME]
            caption = written.get("caption") or written.get("text", "")
            about_it = (source, -1, own["label"], own["id"])
            found.append(Unit("display", caption, section, *about_it, written))
            continue
        headings = iter(own["headings"])
        for kind, text in sentences("".join(cell["source"])):
            number = ""
            if kind == "heading":
                heading = next(headings)
                number, text = heading["number"], plain(heading["text"])
                section = f"{number} {text}".strip()
            found.append(Unit(kind, text, section, source, places[source], number))
            places[source] += 1
    return tuple(found)


def sentences(markdown: str) -> Iterator[tuple[Literal["heading", "sentence"], str]]:
    """Give the headings and sentences of Markdown, without markup.

    Parameters
    ----------
    markdown : str
        Rendered prose; references count as words, displays as nothing.

    Yields
    ------
    str
        ``heading`` or ``sentence``.
    str
        Its text.
    """
    paragraph: list[str] = []
    for line in (*lines(SHOWN_LINE.sub("", markdown)), None):
        ends = line is None or line.kind != "text" or not line.text.strip()
        if ends or (line is not None and _begins(line.text)):
            yield from (("sentence", one) for one in _split(plain(" ".join(paragraph))))
            paragraph = []
        if line is None:
            return
        if line.kind == "heading":
            yield "heading", plain(line.text)
        elif line.kind == "text":
            paragraph.append(_ITEM.sub("", line.text, count=1).strip())
        elif line.kind != "end" and line.text:
            yield "sentence", plain(line.text)


def plain(markdown: str) -> str:
    """Take the markup out of one line of Markdown."""
    said = _LINK.sub(r"\1", _NOTE.sub("", markdown))
    return " ".join(_MARKUP.sub(lambda found: found[1] or "", said).split())


def _begins(text: str) -> bool:
    """Whether a line begins a paragraph of its own: an item, a note or a row of a table."""
    return bool(_ITEM.match(text) or text.startswith("|") or re.match(r"\[\^[^\]]+\]:", text))


def _split(text: str) -> Iterator[str]:
    begin = 0
    for stop in _STOP.finditer(text):
        if not _SHORT.search(text[begin : stop.start() + 1]):
            yield text[begin : stop.end()].strip()
            begin = stop.end()
    if text[begin:].strip():
        yield text[begin:].strip()
