"""The book: what a publication holds, in which order, numbered and rendered to Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from report45.book.blocks import Block, Part, Prose, Section, Shown
from report45.book.drafting import displays_of, draft
from report45.book.numbering import Targets, number, refer, referred, unresolved
from report45.book.publication import (
    PlannedChapter,
    Publication,
    load_publication,
    own_text,
)
from report45.chapters.executed import Chapter
from report45.errors import InputError, NarrativeError, Place
from report45.prose.markup import REFERENCE, lines
from report45.prose.names import title_data
from report45.prose.narrative import render_title
from report45.prose.sentences import sentences_of
from report45.wording.notices import Finding, fault, notice

if TYPE_CHECKING:
    from report45.chapters.find import ChapterNotebook

_STUDY_TITLE = "{{ studie.titel }}"


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
    label : str
        What kind of publication it is.
    stand_ins : mapping of str to str
        What a PDF prints in the place of signs that its fonts have no form for.
    """

    publication: str
    study: str
    title: str
    meta: Mapping[str, str]
    chapters: tuple[tuple[Section, ...], ...]
    left_out: tuple[str, ...] = ()
    label: str = ""
    stand_ins: Mapping[str, str] = field(default_factory=dict)


def make_book(
    chapters: Sequence[Chapter],
    name: str,
    *,
    only: str | None = None,
    left_out: Iterable[ChapterNotebook] = (),
) -> Book:
    """Make the book of a publication from executed chapters.

    Parameters
    ----------
    chapters : sequence of Chapter
        All executed chapters of one study; those in no publication lend their facts.
    name : str
        Name of the publication.
    only : str, optional
        Name of the one chapter to keep; numbers stay those of the whole, and what it quotes of a
        chapter that is not there prints its name: ``[verantwoording.balans.grens]``.
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
    drafted, told = _parts(tuple(chapters), name, publication, only)
    parts, faults = list(drafted), list(told)
    if not parts:
        raise InputError([fault(Place(name), "empty-publication", notice("publicatie-leeg"))])
    meta = chapters[0].meta
    title, parts = _title(publication, parts)
    if publication.title or not title:
        declared = Place(f"{name}/publication.toml", part="title")
        title, wrong = render_title(publication.title or _STUDY_TITLE, meta, declared)
        faults += wrong
    if REFERENCE.search(title):
        told_of = notice("titel-met-verwijzing")
        faults.append(fault(Place(name), "reference-in-title", told_of))
    numbered, targets = number(parts, only)
    if (elsewhere := publication.elsewhere) and referred(_blocks(numbered)) - targets.keys():
        theirs = load_publication(elsewhere.publication)
        others = _targets(tuple(chapters), elsewhere.publication, theirs)
        targets = {
            to: (f"{text} {elsewhere.words}", "") for to, (text, _) in others.items()
        } | dict(targets)
    numbered = refer(numbered, targets)
    faults += unresolved(_blocks(numbered)) + _shown_twice(numbered)
    if faults:
        raise NarrativeError(faults)
    absent = {one.name: one.title for one in left_out}
    own = [section for part in publication.chapters for section in part.sections]
    missing = tuple(absent[section] for section in own if section in absent)
    shown_meta, study = _shown_meta(meta), chapters[0].study
    own_signs = dict(meta.get("stand_ins", {}))
    return Book(name, study, title, shown_meta, numbered, missing, publication.label, own_signs)


@lru_cache(maxsize=4)
def _parts(
    chapters: tuple[Chapter, ...], name: str, publication: Publication, only: str | None
) -> tuple[tuple[Part, ...], tuple[Finding, ...]]:
    """Draft all of a publication, not yet numbered.

    Kept, because every publication that refers to the interim report asks for its draft; chapters
    are told apart by identity, so that nothing outlives the build that read them.
    """
    plan = list(publication.chapters)
    if only is not None and not any(only in one.sections for one in plan):
        plan.append(PlannedChapter(sections=(only,)))
    present = {chapter.name: chapter for chapter in chapters}
    used = [present[name] for one in plan for name in one.sections if name in present]
    # A chapter by itself may quote chapters that were not executed beside it.
    every = {name for one in plan for name in one.sections}
    absent = frozenset() if only is None else frozenset(every - present.keys())
    known = used + _elsewhere(present, publication, used)
    parts: list[Part] = []
    faults: list[Finding] = []
    said = sentences_of(chapters[0], name) if chapters else None
    for planned in plan if chapters else ():
        if planned.text:
            text = own_text(name, planned.text, chapters)
            blocks, wrong = draft(
                text, chapters, known, shows=displays_of(chapters), sentences=said
            )
            faults += wrong if only is None else []
            parts.append(Part("", False, True, (Section(text.name, "", blocks),), numbered=False))
            continue
        declared = Place(f"{name}/publication.toml", part=planned.title)
        heading, wrong = render_title(planned.title, chapters[0].meta, declared, known)
        faults += wrong
        sections = []
        for section in (present[one] for one in planned.sections if one in present):
            blocks, wrong = draft(section, chapters, known, sentences=said, absent=absent)
            faults += wrong if only in (None, section.name) else []
            sections.append(Section(section.name, section.title, blocks))
        if sections:
            single = len(planned.sections) == 1
            parts.append(Part(heading, planned.appendix, single, tuple(sections)))
    return tuple(parts), tuple(faults)


@lru_cache(maxsize=4)
def _targets(chapters: tuple[Chapter, ...], name: str, publication: Publication) -> Targets:
    """Give what references to a publication say; kept, as its parts are."""
    parts, _ = _parts(chapters, name, publication, None)
    return number(parts)[1]


def _elsewhere(
    present: Mapping[str, Chapter], publication: Publication, used: Sequence[Chapter]
) -> list[Chapter]:
    """The chapters of the publication that this one refers to, without its own."""
    if publication.elsewhere is None:
        return []
    plan = load_publication(publication.elsewhere.publication).chapters
    named = [name for one in plan for name in one.sections if name in present]
    return [present[name] for name in named if present[name] not in used]


def _title(publication: Publication, parts: list[Part]) -> tuple[str, list[Part]]:
    """Take the title from the first line of a publication's own prose, if it has none else."""
    if publication.title or not publication.chapters[0].text or not parts[0].sections[0].blocks:
        return "", parts
    section = parts[0].sections[0]
    first = section.blocks[0]
    if not isinstance(first, Prose):
        return "", parts
    top, *below = lines(first.markdown.lstrip("\n"))
    if top.kind != "heading" or top.level > 1:
        return "", parts
    rest = replace(first, markdown=first.markdown.lstrip("\n").partition("\n")[2])
    kept = (rest, *section.blocks[1:]) if below else section.blocks[1:]
    return top.text, [replace(parts[0], sections=(replace(section, blocks=kept),)), *parts[1:]]


def _blocks(parts: Iterable[Iterable[Section]]) -> list[Block]:
    return [block for part in parts for section in part for block in section.blocks]


def _shown_twice(parts: Iterable[Iterable[Section]]) -> list[Finding]:
    """List the displays that two chapters show; one chapter's own doubles are told already."""
    places: dict[str, list[Place]] = {}
    for section in (section for part in parts for section in part):
        shown = [block for block in section.blocks if isinstance(block, Shown)]
        for path, place in {block.display.path: block.place for block in shown}.items():
            places.setdefault(path, []).append(place)
    return [
        fault(found[-1], "shown-twice", notice("weergave-al-getoond", pad=path, plaats=found[0]))
        for path, found in places.items()
        if len(found) > 1
    ]


def _shown_meta(meta: Mapping[str, Any]) -> dict[str, str]:
    names = title_data(meta)
    shown = {name: str(names[name]) for name in names if name != "termen"}
    return shown | {"iso": str(meta.get("date", ""))}


__all__ = ["Book", "Publication", "draft", "load_publication", "make_book"]
