"""The publications of a study, with the chapters and texts they hold before execution."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from report45.book.drafting import displays_of
from report45.book.publication import (
    Publication,
    load_publication,
    own_text,
)
from report45.chapters.executed import Chapter, ExecutedDisplay
from report45.checkout import templates_folder
from report45.lint.sources import Drafted, StudyProse
from report45.prose.narrative import Narrator
from report45.prose.sentences import sentences_of
from report45.study.texts import SENTENCES


@dataclass(frozen=True)
class Edition:
    """A publication of one study.

    Parameters
    ----------
    name : str
        Of the publication; empty for the chapters that are in none.
    declared : Publication or None
        Its declaration.
    own : tuple of Drafted
        Its chapters.
    texts : tuple of Drafted
        Its own prose.
    used : tuple of Chapter
        The chapters its prose may refer to.
    every : tuple of Drafted
        The chapters whose facts its prose may quote.
    """

    name: str
    declared: Publication | None
    own: tuple[Drafted, ...]
    texts: tuple[Drafted, ...]
    used: tuple[Chapter, ...]
    every: tuple[Drafted, ...]

    @property
    def prose(self) -> tuple[Drafted, ...]:
        """All it holds."""
        return (*self.own, *self.texts)

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """All chapters of the study."""
        return tuple(one.chapter for one in self.every)

    @property
    def open(self) -> tuple[str, ...]:
        """How the fact paths begin that only execution would tell."""
        return tuple(begin for one in self.every for begin in one.open)

    @property
    def shown(self) -> tuple[str, ...]:
        """How the names of displays begin that only execution would tell, as prose names them."""
        calls = [(one.chapter.name, call) for one in self.every for call in one.calls]
        unsure = [(chapter, call.name) for chapter, call in calls if call.kind and not call.whole]
        return tuple(f"{chapter}.{name}" for chapter, name in unsure) + tuple(
            name for _, name in unsure
        )

    @property
    def path(self) -> Path:
        """Where it is declared."""
        return templates_folder() / self.name / "publication.toml"

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles it declares."""
        if self.declared is None:
            return ()
        return (self.declared.title, *(one.title for one in self.declared.chapters))

    @property
    def has_sentences(self) -> bool:
        """Whether it has messages of its own."""
        return bool(self.name) and (templates_folder() / self.name / SENTENCES).is_file()

    @property
    def in_pdf(self) -> bool:
        """Whether it is written as a PDF."""
        return self.declared is not None and "pdf" in self.declared.formats

    @property
    def sections(self) -> tuple[str, ...]:
        """Names of the chapters it declares."""
        parts = self.declared.chapters if self.declared else ()
        return tuple(name for part in parts for name in part.sections)

    def line_of(self, text: str) -> int:
        """Give the line of the declaration that holds a text; the first when none does."""
        lines = self.path.read_text(encoding="utf-8").splitlines()
        return next((number for number, line in enumerate(lines, start=1) if text in line), 1)

    def narrator(self, one: Drafted) -> Narrator:
        """Give what renders the prose of one of its chapters or texts."""
        said = sentences_of(one.chapter, self.name)
        return Narrator(
            one.chapter, self.chapters, self.used, shows=self.shows(one), sentences=said
        )

    def shows(self, one: Drafted) -> Mapping[str, ExecutedDisplay] | None:
        """Give what prose can show: its chapter's own displays, or in a text those of all."""
        return displays_of(self.chapters) if one in self.texts else None


def editions(prose: StudyProse) -> Iterator[Edition]:
    """Give every publication, and last the chapters that are in none.

    Parameters
    ----------
    prose : StudyProse
        The study's, with its chapters.

    Yields
    ------
    Edition

    Raises
    ------
    InputError
        If a publication is not as it should be.
    """
    drafts = prose.drafts
    left = {one.chapter.name: one for one in drafts}
    for name in prose.config.publications:
        declared = load_publication(name)
        own = _sections(declared, drafts)
        used = [one.chapter for one in own]
        if declared.elsewhere is not None:
            other = load_publication(declared.elsewhere.publication)
            used += [one.chapter for one in _sections(other, drafts) if one not in own]
        for one in own:
            left.pop(one.chapter.name, None)
        yield Edition(name, declared, own, _texts(name, declared, drafts), tuple(used), drafts)
    every = tuple(one.chapter for one in drafts)
    yield Edition("", None, tuple(left.values()), (), every, drafts)


def _sections(declared: Publication, drafts: Sequence[Drafted]) -> tuple[Drafted, ...]:
    by_name = {one.chapter.name: one for one in drafts}
    names = [name for part in declared.chapters for name in part.sections]
    return tuple(by_name[name] for name in names if name in by_name)


def _texts(name: str, declared: Publication, drafts: Sequence[Drafted]) -> tuple[Drafted, ...]:
    chapters = [one.chapter for one in drafts]
    return tuple(
        Drafted(own_text(name, part.text, chapters), templates_folder() / name / part.text)
        for part in declared.chapters
        if part.text and chapters
    )
