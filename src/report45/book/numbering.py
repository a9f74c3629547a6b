"""Numbers: chapters, headings to two levels, and tables, figures and schemas per chapter."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from report45.book.blocks import Block, Heading, Part, Prose, Section, Shown, as_written
from report45.chapters.executed import NUMBERED
from report45.errors import Place
from report45.prose.markup import REFERENCE, SHOWN, Line, lines
from report45.wording.notices import Finding, fault, notice

NUMBERED_LEVELS = 2
DEEPEST = 6


Targets = Mapping[str, tuple[str, str]]
"""What a reference says, and the anchor of its link if it is one, by what it points at."""


def number(
    parts: Iterable[Part], only: str | None = None
) -> tuple[tuple[tuple[Section, ...], ...], Targets]:
    """Number headings and displays.

    Parameters
    ----------
    parts : iterable of Part
        The chapters of the book, in order.
    only : str, optional
        Name of the one section that is kept: references to others are no links.

    Returns
    -------
    tuple of tuple of Section
        Per chapter its sections with numbered blocks. A chapter's own heading, and that of a
        section whose prose gives none, are added.
    Targets
        What can be referred to; the text is that within a sentence, as in ``figuur 2.1``.
    """
    numbered: list[tuple[Section, ...]] = []
    targets: dict[str, tuple[str, str]] = {}
    for part, sections in _counted(parts):
        numbered.append(tuple(one for one in sections if only in (None, one.name)))
        for one in sections:
            for target, (text, anchor) in _targets(part, one).items():
                targets[target] = (text, anchor if only in (None, one.name) else "")
    return tuple(filter(None, numbered)), targets


def referred(blocks: Iterable[Block]) -> set[str]:
    """Give what prose refers to."""
    prose = [block.markdown for block in blocks if isinstance(block, Prose)]
    return {target for text in prose for _, target in REFERENCE.findall(text)}


def refer(
    numbered: Iterable[tuple[Section, ...]], targets: Targets
) -> tuple[tuple[Section, ...], ...]:
    """Make references say the numbers.

    Parameters
    ----------
    numbered : iterable of tuple of Section
        What :func:`number` made.
    targets : Targets
        What references say.

    Returns
    -------
    tuple of tuple of Section
        The same; references to what is no target stay as they are.
    """
    return tuple(
        tuple(
            replace(one, blocks=tuple(_resolved(block, targets) for block in one.blocks))
            for one in part
        )
        for part in numbered
    )


def unresolved(blocks: Iterable[Block]) -> list[Finding]:
    """List the references and displays in prose that found no place."""
    faults: list[Finding] = []
    for block in blocks:
        if isinstance(block, Prose):
            for _, target in REFERENCE.findall(block.markdown):
                told = notice("buiten-publicatie", pad=target)
                faults.append(fault(block.place, "dead-reference", told))
            for path in SHOWN.findall(block.markdown):
                told = notice("toon-op-eigen-regel", aanroep=f"toon({path!r})")
                faults.append(fault(block.place, "shown-in-line", told))
    return faults


def _counted(parts: Iterable[Part]) -> Iterator[tuple[Part, tuple[Section, ...]]]:
    found: Counter[bool] = Counter()
    for part in parts:
        found[part.appendix] += part.numbered
        place = str(found[part.appendix])
        label, prefix = (f"Bijlage {place}", f"B{place}") if part.appendix else (place, place)
        yield part, tuple(_numbered(part, label, prefix) if part.numbered else _bare(part))


def _bare(part: Part) -> Iterator[Section]:
    """Leave headings and displays without numbers; the highest heading becomes level 1."""
    for section in part.sections:
        levels = [line.level for block in section.blocks for line in _headings(block)]
        numbers = _Numbers("", "", shift=1 - min(levels, default=1))
        yield replace(section, blocks=tuple(numbers.section(section.name, section.blocks)))


def _numbered(part: Part, label: str, prefix: str) -> Iterator[Section]:
    numbers = _Numbers(label, prefix, shift=0 if part.single else 1)
    for place, section in enumerate(part.sections):
        blocks = list(section.blocks)
        if not any(line.level == 1 for block in blocks for line in _headings(block)):
            title = part.title if part.single and part.title else section.title
            blocks.insert(0, Prose(Place(section.name), f"# {title}"))
        done = numbers.section(section.name, blocks)
        if not part.single and place == 0:
            heading = Heading(f"deel-{section.name}", 1, label, part.title)
            done.insert(0, Prose(Place(section.name), heading.line, (heading,)))
        yield replace(section, blocks=tuple(done))


class _Numbers:
    """Counts headings and displays through one chapter of the book."""

    def __init__(self, label: str, prefix: str, shift: int) -> None:
        self._label, self._prefix, self._shift = label, prefix, shift
        self._under: Counter[str] = Counter()

    def section(self, name: str, blocks: Iterable[Block]) -> list[Block]:
        headings = itertools.count(1)
        return [
            self._shown(one) if isinstance(one, Shown) else self._prose(one, name, headings)
            for one in blocks
        ]

    def _next(self, kind: str) -> str:
        if not self._prefix:
            return ""
        self._under[kind] += 1
        return f"{self._prefix}.{self._under[kind]}"

    def _shown(self, block: Shown) -> Shown:
        kind = NUMBERED.get(block.display.kind)
        if not kind or not self._prefix:
            return block
        return replace(block, label=f"{kind} {self._next(kind)}")

    def _prose(self, block: Prose, name: str, count: Iterator[int]) -> Prose:
        headings: list[Heading] = []
        written: list[str] = []
        for line in lines(block.markdown):
            if line.kind == "heading":
                anchor = f"kop-{name}-{next(count)}"
                headings.append(
                    self._heading(line, f"hoofdstuk-{name}" if line.level == 1 else anchor)
                )
            written.append(headings[-1].line if line.kind == "heading" else as_written(line))
        return replace(block, markdown="\n".join(written), headings=tuple(headings))

    def _heading(self, line: Line, anchor: str) -> Heading:
        level = min(line.level + self._shift, DEEPEST)
        said = self._label if level == 1 else ""
        return Heading(
            anchor, level, self._next("") if level == NUMBERED_LEVELS else said, line.text
        )


def _headings(block: Block) -> list[Line]:
    if isinstance(block, Shown):
        return []
    return [line for line in lines(block.markdown) if line.kind == "heading"]


def _targets(part: Part, section: Section) -> dict[str, tuple[str, str]]:
    targets = {}
    for block in section.blocks:
        if isinstance(block, Shown) and block.label:
            targets[block.display.path] = (_mid_sentence(block.label), block.id)
        for heading in block.headings if isinstance(block, Prose) else ():
            if heading.id == f"hoofdstuk-{section.name}":
                own = heading.number
                text = _mid_sentence(own) if part.appendix else f"hoofdstuk {own}"
                text = text if part.single else f"paragraaf {own}"
                targets[f"hoofdstuk:{section.name}"] = (text, heading.id)
    return targets


def _resolved(block: Block, targets: Targets) -> Block:
    if isinstance(block, Shown):
        return block
    return replace(
        block,
        markdown=_pointed(block.markdown, targets, linked=True),
        headings=tuple(
            # A link in a heading would also be a link in the table of contents.
            replace(heading, text=_pointed(heading.text, targets, linked=False))
            for heading in block.headings
        ),
    )


def _pointed(markdown: str, targets: Targets, *, linked: bool) -> str:
    def said(found: re.Match[str]) -> str:
        if found[2] not in targets:
            return found[0]
        text, anchor = targets[found[2]]
        text = text[0].upper() + text[1:] if found[1] == "R" else text
        return f"[{text}](#{anchor})" if linked and anchor else text

    return REFERENCE.sub(said, markdown)


def _mid_sentence(label: str) -> str:
    return label[:1].lower() + label[1:]
