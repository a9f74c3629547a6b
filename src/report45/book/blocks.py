"""What a book is made of: prose, headings and displays, in sections and parts."""

from __future__ import annotations

from dataclasses import dataclass

from report45.chapters.executed import NUMBERED, ExecutedDisplay
from report45.errors import Place
from report45.prose.markup import Line


@dataclass(frozen=True)
class Heading:
    """A heading of the book.

    Parameters
    ----------
    id : str
        Anchor, unique in the book.
    level : int
        1 for a chapter.
    number : str
        ``2``, ``2.1``, ``Bijlage 1`` …; empty below the second level.
    text : str
        Markdown of one line, without the number.
    """

    id: str
    level: int
    number: str
    text: str

    @property
    def line(self) -> str:
        """The heading as a line of Markdown."""
        return f"{'#' * self.level} {self.number} {self.text}".replace("#  ", "# ")


@dataclass(frozen=True)
class Prose:
    """A piece of rendered prose.

    Parameters
    ----------
    place : Place
        Where it comes from.
    markdown : str
        Its text.
    headings : tuple of Heading
        The headings in it, in order; empty before numbering.
    """

    place: Place
    markdown: str
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True)
class Shown:
    """A display in its place.

    Parameters
    ----------
    place : Place
        Where it comes from.
    display : ExecutedDisplay
        What is shown.
    label : str
        ``Tabel 2.1``; empty for what has no number.
    """

    place: Place
    display: ExecutedDisplay
    label: str = ""

    @property
    def id(self) -> str:
        """Anchor, unique in the book."""
        kind = NUMBERED.get(self.display.kind, self.display.kind).lower()
        return f"{kind}-{self.display.chapter}-{self.display.name}"


Block = Prose | Shown


@dataclass(frozen=True)
class Section:
    """The blocks of one executed chapter, and the title it has when its prose gives none."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Part:
    """One chapter of the book before numbering.

    Parameters
    ----------
    title : str
        Markdown of one line.
    appendix, single : bool
        Whether it is an appendix, and whether it takes over the headings of its one section.
    sections : tuple of Section
        What it holds.
    numbered : bool
        Whether it, its headings and its displays get numbers.
    """

    title: str
    appendix: bool
    single: bool
    sections: tuple[Section, ...]
    numbered: bool = True


def as_written(line: Line) -> str:
    """Write a line of Markdown back as an editor writes it."""
    if line.kind == "heading":
        return f"{'#' * line.level} {line.text}"
    if line.kind == "box":
        return f"::: {line.style} {line.text}".rstrip()
    return ":::" if line.kind == "end" else line.text
