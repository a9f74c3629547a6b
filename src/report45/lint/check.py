"""Reads all prose of a study without executing anything, and says what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from report45.chapters.executed import Cell
from report45.chapters.planned import Outline
from report45.disk import read_text
from report45.errors import Place
from report45.facts import Facts
from report45.lint.acceptance import weighed
from report45.lint.editions import Edition, editions
from report45.lint.readings import Reading, Readings
from report45.lint.rendered import rendered_findings
from report45.lint.rules.form import judgements, laid_out
from report45.lint.rules.mentioned import never_mentioned
from report45.lint.rules.messages import Called, message_findings, unknown_to_prose
from report45.lint.rules.notebooks import unknown_chapters, unpublished
from report45.lint.rules.rule import within
from report45.lint.rules.signs import in_config, in_data, signs_in
from report45.lint.rules.texts import unread_texts
from report45.lint.rules.written import written
from report45.lint.sources import Drafted, StudyProse, draft_study
from report45.lint.templates import TemplateReader
from report45.prose.narrative import Narrator
from report45.prose.sentences import sentences_of, sources
from report45.study.texts import SENTENCES, prose_files
from report45.wording.notices import Finding
from report45.wording.sentences import Sentences, read_sentences

if TYPE_CHECKING:
    from report45.lint.typed import TypedReader
    from report45.study.load import Study


def check_prose(study: Study, outline: Outline, notebooks: Path) -> tuple[Finding, ...]:
    """Read the prose of a study's chapters, its own texts and its publications.

    Nothing is executed, and no earlier build is needed.

    Parameters
    ----------
    study : Study
        The study, loaded.
    outline : Outline
        What its chapters would publish.
    notebooks : Path
        The folder of chapter notebooks.

    Returns
    -------
    tuple of Finding
        By file, cell and line.

    Raises
    ------
    InputError
        If a notebook is no chapter or a publication is not as it should be.
    """
    prose = draft_study(study, outline, notebooks)
    return findings_in(prose, also=in_data(study))


def findings_in(
    prose: StudyProse,
    readings: Readings | None = None,
    *,
    render: bool = True,
    also: Iterable[Finding] = (),
) -> tuple[Finding, ...]:
    """Read all prose of a study.

    Parameters
    ----------
    prose : StudyProse
        With the facts and displays of its chapters, executed or not.
    readings : Readings, optional
        What was read before.
    render : bool
        Whether to render the prose too, for what only that tells: not where that was done already.
    also : iterable of Finding
        What was found elsewhere, to be weighed with the rest.

    Returns
    -------
    tuple of Finding
        By file, cell and line.

    Raises
    ------
    InputError
        If a publication, or what is said of accepted complaints, is not as it should be.
    """
    found = _Check(prose, readings or Readings(prose.texts)).findings(render=render)
    found += also
    order = sorted(dict.fromkeys(found), key=_where)
    return tuple(weighed(order, prose.folder, prose.notebooks))


def _where(one: Finding) -> tuple[str, int, int]:
    place = one.place
    return place.file, place.cell or 0, place.line or min(place.rows, default=0)


class _Check:
    """One check of all prose."""

    def __init__(self, prose: StudyProse, readings: Readings) -> None:
        self._prose, self._readings = prose, readings
        self._texts = prose.folder / "texts"
        self._facts: Facts = {
            path: one.fact for each in prose.drafts for path, one in each.chapter.facts.items()
        }
        self._included: set[str] = set()
        self._in_pdf: set[str] = set()
        self._called: list[Called] = []
        self._narrators: dict[tuple[str, str], Narrator] = {}

    def findings(self, *, render: bool) -> list[Finding]:
        made = list(editions(self._prose))
        found: list[Finding] = []
        for edition in made:
            templates, rest = self._of_edition(edition)
            if render:
                left_out, known = self._prose.left_out, {one.notice for one in rest}
                for one in rendered_findings(edition, left_out, self._texts, templates):
                    found += [] if one.notice in known else [one]
            found += [*templates, *rest, *self._messages(edition)]
            found += unknown_chapters(edition, self._prose)
        found += self._own_messages(made)
        found += unpublished(self._prose, made)
        found += unread_texts(self._prose, self._included)
        for text in self._prose.texts:
            found += self._own_text(text)
        found += self._of_stories()
        found += in_config(self._prose.config, self._prose.folder)
        for edition in made:
            found += self._titles(edition)
        return found

    # One publication

    def _of_edition(self, edition: Edition) -> tuple[list[Finding], list[Finding]]:
        """What its templates tell, and all else."""
        mentioned: set[str] = set()
        unread: set[str] = set()
        found: list[Finding] = []
        rest: list[Finding] = []
        for draft in edition.prose:
            for cell in draft.chapter.cells:
                if (prose := cell.prose) is None:
                    continue
                reading = self._template(edition, draft, prose)
                mentioned |= reading.mentioned
                unread |= reading.unread
                self._included |= reading.included
                self._called += reading.called
                found += (self._placed(one, draft, cell) for one in reading.found)
                if edition.in_pdf:
                    self._in_pdf |= reading.included
                for reading in self._words(draft.chapter.name, prose, in_pdf=edition.in_pdf):
                    rest += (self._placed(one, draft, cell) for one in reading.found)
        return found, [*rest, *never_mentioned(edition, mentioned, unread)]

    def _words(self, chapter: str, prose: str, *, in_pdf: bool) -> Iterator[Reading]:
        """What its words and signs tell."""
        yield self._readings.read(("typed", chapter, prose), lambda: self._typed(prose, chapter))
        yield self._readings.read(("written", prose), lambda: Reading(tuple(written(prose))))
        if in_pdf:
            known = self._prose.config.stand_ins
            yield self._readings.read(
                ("signs", prose), lambda: Reading(tuple(signs_in(prose, known)))
            )

    def _template(self, edition: Edition, draft: Drafted, prose: str) -> Reading:
        key = ("template", edition.name, draft.chapter.name, prose)
        return self._readings.read(key, lambda: self._read(edition, draft, prose))

    def _read(self, edition: Edition, draft: Drafted, prose: str) -> Reading:
        key = (edition.name, draft.chapter.name)
        if key not in self._narrators:
            self._narrators[key] = edition.narrator(draft)
        narrator = self._narrators[key]
        reader = TemplateReader(
            narrator, self._facts, draft.chapter.texts, edition.open, edition.shown
        )
        reader.read(prose)
        return Reading(
            found=(*reader.found, *laid_out(prose), *judgements(prose, narrator.language[0])),
            mentioned=frozenset(reader.mentioned),
            unread=frozenset(reader.unread),
            included=reader.included,
            called=tuple(reader.called),
        )

    def _placed(self, one: Finding, draft: Drafted, cell: Cell) -> Finding:
        if one.place.text:
            return within(one, self._texts / one.place.text)
        return within(one, draft.path, draft.number(cell))

    # What was typed

    @cached_property
    def _reader(self) -> TypedReader:
        from report45.lint.typed import TypedReader

        return TypedReader(self._prose.config, self._facts)

    def _typed(self, prose: str, chapter: str) -> Reading:
        return Reading(tuple(self._reader.read(prose, chapter)))

    def _own_text(self, name: str) -> Iterator[Finding]:
        """What the words of a text of the study's own tell, whoever includes it."""
        names = [one.chapter.name for one in self._prose.drafts]
        chapter = next((one for one in names if name.startswith(one)), "")
        for reading in self._words(chapter, self._prose.texts[name], in_pdf=name in self._in_pdf):
            yield from (within(one, self._texts / name) for one in reading.found)

    def _of_stories(self) -> Iterator[Finding]:
        """What the clients' stories hold; they are no templates, and tell of numbers as they do."""
        for path in prose_files(self._prose.folder, "cases"):
            text = read_text(path, self._prose.folder)
            for one in (*written(text), *signs_in(text, self._prose.config.stand_ins)):
                yield within(one, path)

    def _titles(self, edition: Edition) -> Iterator[Finding]:
        for title in edition.titles:
            for reading in self._words("", title, in_pdf=edition.in_pdf):
                for one in reading.found:
                    place = Place(str(edition.path), line=edition.line_of(title))
                    yield replace(one, place=place)

    # Messages

    def _messages(self, edition: Edition) -> Iterator[Finding]:
        """What is wrong in the messages a publication can say, the study's own among them."""
        if not edition.every:
            return

        def read() -> Reading:
            said = sentences_of(edition.every[0].chapter, edition.name)
            return Reading(tuple(message_findings(said, self._prose.folder)))

        yield from self._readings.read(("messages", edition.name), read).found

    def _own_messages(self, made: Iterable[Edition]) -> Iterator[Finding]:
        """What is wrong in the files of messages of a publication or of the study."""
        house: Sentences | None = None
        for edition in made:
            own = [f"{edition.name}/{SENTENCES}"] if edition.has_sentences else []
            own += [SENTENCES] if edition.every and edition.every[0].chapter.sentences else []
            for file in own if edition.every else ():
                house = house or Sentences(read_sentences(sources()), {})
                said = sentences_of(edition.every[0].chapter, edition.name)
                yield from unknown_to_prose(said, file, self._called, house, self._prose.folder)
