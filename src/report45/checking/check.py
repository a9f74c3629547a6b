"""Reads all prose of a study without executing anything, and says what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from report45.checking.editions import Edition, editions
from report45.checking.findings import Finding
from report45.checking.form import enforced
from report45.checking.messages import Called, message_findings, unknown_to_prose
from report45.checking.rendered import rendered_findings
from report45.checking.sources import Drafted, draft_chapters
from report45.checking.templates import TemplateReader
from report45.checking.typed import TypedReader
from report45.execution.chapters import Chapter as Notebook
from report45.facts import Facts
from report45.publishing.chapters import NUMBERED
from report45.publishing.messages import sentences_of, sources
from report45.publishing.narrative import Narrator
from report45.study.load import Study
from report45.study.texts import SENTENCES
from report45.wording.sentences import Sentences, read_sentences

_KINDS = {"table": "table", "figure": "figure", "schema": "scheme"}


def check_prose(study: Study, facts: Facts, notebooks: Path) -> tuple[Finding, ...]:
    """Read the prose of a study's chapters, its own texts and its publications.

    Nothing is executed, and no earlier build is needed.

    Parameters
    ----------
    study : Study
        The study, loaded.
    facts : mapping of str to Fact
        Every fact of the study, by the full path that its chapters state it under.
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
    drafts, left_out = draft_chapters(study, facts, notebooks)
    known = {path: one.fact for each in drafts for path, one in each.chapter.facts.items()}
    texts = study.folder / "texts"
    made = list(editions(study.config.publications, drafts))
    found: list[Finding] = []
    included: set[str] = set()
    called: list[Called] = []
    for edition in made:
        found += _of_edition(edition, known, texts, left_out, included, called)
        found += _messages(edition, study.folder)
    found += _own_messages(made, called, study.folder)
    found += _unread(drafts, texts, included)
    found += _typed(TypedReader(study.config, known), made, drafts, texts)
    order = sorted(dict.fromkeys(found), key=lambda one: (str(one.file), one.cell or 0, one.line))
    return tuple(order)


def _messages(edition: Edition, folder: Path) -> Iterator[Finding]:
    """What is wrong in the messages a publication can say, the study's own among them."""
    if edition.every:
        yield from message_findings(sentences_of(edition.every[0].chapter, edition.name), folder)


def _own_messages(
    made: Iterable[Edition], called: Sequence[Called], folder: Path
) -> Iterator[Finding]:
    """What is wrong in the files of messages of a publication or of the study."""
    house = Sentences(read_sentences(sources()), {})
    for edition in made:
        if edition.every:
            said = sentences_of(edition.every[0].chapter, edition.name)
            for own in (f"{edition.name}/{SENTENCES}", SENTENCES):
                yield from unknown_to_prose(said, own, called, house, folder)


def _of_edition(
    edition: Edition,
    facts: Facts,
    texts: Path,
    left_out: Iterable[Notebook],
    included: set[str],
    called: list[Called],
) -> list[Finding]:
    """What is wrong in one publication.

    ``included`` takes up the study's texts it reads, ``called`` the messages it calls.
    """
    mentioned: set[str] = set()
    unread: set[str] = set()
    found: list[Finding] = []
    for draft in edition.prose:
        narrator = edition.narrator(draft)
        for cell in draft.chapter.cells:
            if cell.prose is None:
                continue
            reader = TemplateReader(
                narrator, facts, draft.chapter.texts, edition.open, edition.shown
            )
            reader.read(cell.prose)
            mentioned |= reader.mentioned
            unread |= reader.unread
            included |= reader.included
            called += reader.called
            found += [
                Finding(
                    file=texts / blame.text if blame.text else draft.path,
                    cell=None if blame.text else draft.number(cell),
                    line=blame.line,
                    severity="error",
                    code=blame.code,
                    problem=blame.problem,
                    remedy=blame.remedy,
                )
                for blame in (*reader.blames, *enforced(cell.prose, narrator.language[0]))
            ]
    found += rendered_findings(edition, left_out, texts, found)
    return [*found, *_never_mentioned(edition, mentioned, unread)]


def _never_mentioned(edition: Edition, mentioned: set[str], unread: set[str]) -> Iterator[Finding]:
    for one in edition.own:
        for call in one.calls:
            path = f"{one.chapter.name}.{call.name}"
            # What is shown under a condition may be spoken of under the same.
            spoken = path in mentioned or call.name in unread
            spoken = spoken or (path in unread and not call.certain)
            if call.kind in NUMBERED and call.whole and not spoken:
                problem = f"the {_KINDS[call.kind]} {call.name} is never mentioned in the text."
                remedy = f"Write {{{{ ref.{call.name} }}}} where the text speaks of it."
                code = "not-mentioned"
                yield Finding(one.path, call.cell, call.line, "error", code, problem, remedy)


def _unread(drafts: Sequence[Drafted], texts: Path, included: set[str]) -> Iterator[Finding]:
    """Texts that no chapter of this study includes: whether they can be read at all."""
    for one in drafts[:1]:
        reader = TemplateReader(Narrator(one.chapter, (), ()), {}, one.chapter.texts)
        for name in sorted(one.chapter.texts.keys() - included):
            reader.look_at(name)
        for blame in reader.blames:
            what = (blame.code, blame.problem, blame.remedy)
            yield Finding(texts / blame.text, None, blame.line, "error", *what)


def _typed(
    reader: TypedReader, made: Iterable[Edition], drafts: Sequence[Drafted], texts: Path
) -> Iterator[Finding]:
    """The numbers typed in chapters, in the study's texts, and in publications and their titles."""
    names = [one.chapter.name for one in drafts]
    for one in [*drafts, *(text for edition in made for text in edition.texts)]:
        for cell in one.chapter.cells:
            if cell.prose is not None:
                yield from reader.read(cell.prose, one.path, one.number(cell), one.chapter.name)
    for name, text in drafts[0].chapter.texts.items() if drafts else ():
        chapter = next((one for one in names if name.startswith(one)), "")
        yield from reader.read(text, texts / name, None, chapter)
    for edition in made:
        for title in edition.titles:
            for found in reader.read(title, edition.path, None, ""):
                yield replace(found, line=edition.line_of(title))
