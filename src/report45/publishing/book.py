"""The book: what a publication holds, in which order, numbered and rendered to Markdown."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from report45.errors import Fault, InputError, NarrativeError
from report45.publishing.chapters import Chapter, Display
from report45.publishing.markup import HERE, HERE_LINE, PRIVATE, lines, own_notes, unclosed
from report45.publishing.names import title_data
from report45.publishing.narrative import Narrator, render_title
from report45.publishing.numbering import Block, Part, Prose, Section, Shown, number, unresolved

if TYPE_CHECKING:
    from report45.execution.chapters import Chapter as Unfilled

Format = Literal["html", "pdf"]


class PlannedChapter(BaseModel):
    """One chapter of a publication; ``sections`` are names of executed chapters."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = ""
    sections: tuple[str, ...]
    appendix: bool = False

    @model_validator(mode="after")
    def _titled(self) -> Self:
        if len(self.sections) > 1 and not self.title:
            raise ValueError("a chapter with several sections needs a title")
        return self


class Publication(BaseModel):
    """What ``publication.toml`` declares. Titles are Jinja over ``studie``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = "{{ studie.titel }}"
    formats: tuple[Format, ...]
    chapters: tuple[PlannedChapter, ...]


@dataclass(frozen=True)
class Book:
    """A publication of one study, rendered and numbered.

    Parameters
    ----------
    publication, study : str
        Names of the publication and of the study.
    title : str
        Markdown of one line.
    meta : mapping
        Title data under Dutch names, as prose sees it, with ``iso`` for the date.
    chapters : tuple of tuple of Section
        Per chapter of the book its sections, with their blocks in order.
    left_out : tuple of str
        Titles of the chapters that the study has no data for.
    """

    publication: str
    study: str
    title: str
    meta: Mapping[str, str]
    chapters: tuple[tuple[Section, ...], ...]
    left_out: tuple[str, ...] = ()


def templates_folder() -> Path:
    """Give the folder with one folder per publication.

    Raises
    ------
    InputError
        If the package does not stand in a checkout.
    """
    folder = Path(__file__).resolve().parents[3] / "report_templates"
    if not folder.is_dir():
        raise InputError(
            [Fault(str(folder), "the folder is missing.", "Install report45 from its checkout.")]
        )
    return folder


def load_publication(name: str) -> Publication:
    """Read a publication's declaration.

    Parameters
    ----------
    name : str
        Name of its folder in ``report_templates``.

    Raises
    ------
    InputError
        If there is no such publication, or its declaration is not as it should be.
    """
    path = templates_folder() / name / "publication.toml"
    where = f"{name}/publication.toml"
    if not path.is_file():
        known = sorted(one.parent.name for one in templates_folder().glob("*/publication.toml"))
        raise InputError([Fault(where, "no such publication.", f"Known: {', '.join(known)}.")])
    try:
        return Publication.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise InputError([Fault(where, f"is not TOML: {error}.")]) from None
    except ValidationError as error:
        raise InputError(
            Fault(f"{where}, {'.'.join(map(str, one['loc']))}", f"{one['msg']}.")
            for one in error.errors()
        ) from None


def make_book(
    chapters: Sequence[Chapter],
    name: str,
    *,
    only: str | None = None,
    left_out: Iterable[Unfilled] = (),
) -> Book:
    """Make the book of a publication from executed chapters.

    Parameters
    ----------
    chapters : sequence of Chapter
        All executed chapters of one study.
    name : str
        Name of the publication.
    only : str, optional
        Name of the one chapter to keep; numbers stay those of the whole.
    left_out : iterable of Chapter
        Chapters the study has no tables for.

    Returns
    -------
    Book
        The chapters that were executed, in the publication's order.

    Raises
    ------
    NarrativeError
        If prose quotes what does not exist, cannot be read, or misplaces a display.
    InputError
        If the publication is not as it should be.
    """
    publication = load_publication(name)
    present = {chapter.name: chapter for chapter in chapters}
    plan = list(publication.chapters)
    if only is not None and not any(only in one.sections for one in plan):
        plan.append(PlannedChapter(sections=(only,)))
    used = [present[name] for one in plan for name in one.sections if name in present]
    if not used:
        raise InputError([Fault(name, "none of its chapters was executed.")])
    meta, where = used[0].meta, f"{name}/publication.toml"
    title, faults = render_title(publication.title, meta, where)
    parts = []
    for planned in plan:
        heading, wrong = render_title(planned.title, meta, where)
        faults += wrong
        sections = []
        for section in (one for one in used if one.name in planned.sections):
            blocks, wrong = draft(section, chapters, used)
            faults += wrong if only in (None, section.name) else []
            sections.append(Section(section.name, section.title, blocks))
        if sections:
            single = len(planned.sections) == 1
            parts.append(Part(heading, planned.appendix, single, tuple(sections)))
    numbered = number(parts, only)
    faults += unresolved(block for part in numbered for one in part for block in one.blocks)
    if faults:
        raise NarrativeError(faults)
    own = {section for part in publication.chapters for section in part.sections}
    missing = tuple(one.title for one in left_out if one.name in own)
    return Book(name, used[0].study, title, _shown_meta(meta), numbered, missing)


def draft(
    chapter: Chapter, chapters: Sequence[Chapter], used: Sequence[Chapter]
) -> tuple[tuple[Block, ...], list[Fault]]:
    """Render a chapter's prose and put its displays in their places, not yet numbered.

    Parameters
    ----------
    chapter : Chapter
        The chapter.
    chapters : sequence of Chapter
        All chapters whose facts may be quoted.
    used : sequence of Chapter
        The chapters of the book: those that can be referred to.

    Returns
    -------
    tuple of Block
        Prose and displays in order.
    list of Fault
        What is wrong.
    """
    narrator = Narrator(chapter, chapters, used)
    faults: list[Fault] = []
    rendered: dict[int, str] = {}
    for cell in chapter.cells:
        if cell.prose is not None:
            where = f"{chapter.file}, cel {cell.number}"
            rendered[cell.number], wrong = narrator.render(cell.prose, where)
            faults += wrong
    blocks, wrong = _placed(chapter, rendered)
    noted, more = _own_notes(blocks, chapter.name)
    return tuple(noted), faults + wrong + more


def _placed(chapter: Chapter, rendered: Mapping[int, str]) -> tuple[list[Block], list[Fault]]:
    displays = {shown.path: shown for cell in chapter.cells for shown in cell.displays}
    moved = [path for text in rendered.values() for path in HERE.findall(text)]
    blocks: list[Block] = []
    faults: list[Fault] = []
    for cell in chapter.cells:
        where = f"{chapter.file}, cel {cell.number}"
        for display in cell.displays:
            if display.path not in moved:
                blocks.append(_block(display, where))
            elif moved.count(display.path) > 1:
                faults.append(Fault(where, f"prose puts {display.name} in two places."))
        text = rendered.get(cell.number, "")
        if problem := unclosed(text):
            faults.append(Fault(where, problem))
        pieces = HERE_LINE.split(text)
        for place, piece in enumerate(pieces):
            if place % 2:
                blocks.append(_block(displays[piece], where))
            elif piece.strip():
                blocks.append(Prose(where, piece.strip("\n")))
    return blocks, faults


def _block(display: Display, where: str) -> Block:
    if display.kind != "markdown":
        return Shown(where, display)
    # Data is no prose: a private-use character in it would pass for a placeholder of ours.
    return Prose(f"{where}, {display.name}", PRIVATE.sub("�", display.written["markdown"]))


def _own_notes(blocks: Iterable[Block], name: str) -> tuple[list[Block], list[Fault]]:
    done: list[Block] = []
    used: dict[str, str] = {}
    defined: set[str] = set()
    faults: list[Fault] = []
    titles = 0
    for block in blocks:
        if isinstance(block, Shown):
            done.append(block)
            continue
        text, calls, gives = own_notes(block.markdown, name)
        done.append(Prose(block.where, text))
        used |= dict.fromkeys(calls, block.where)
        defined |= gives
        titles += sum(line.level == 1 for line in lines(text))
        if titles > 1:
            faults.append(Fault(block.where, "a chapter has one title (#)."))
    for label in sorted(used.keys() - defined):
        faults.append(Fault(used[label], f"there is no footnote [^{label}]."))
    return done, faults


def _shown_meta(meta: Mapping[str, Any]) -> dict[str, str]:
    names = title_data(meta)
    shown = {name: str(names[name]) for name in names if name != "termen"}
    return shown | {"iso": str(meta.get("date", ""))}
