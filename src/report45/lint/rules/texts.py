"""The texts of a study that no publication prints."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from pathlib import Path

from jinja2 import TemplateError
from jinja2.meta import find_referenced_templates

from report45.disk import UnreadableError, listed
from report45.errors import Place
from report45.lint.rules.rule import Rule, within
from report45.lint.sources import StudyProse, cells_of
from report45.lint.templates import TemplateReader
from report45.prose.narrative import Narrator
from report45.wording.notices import Finding, notice

UNREAD_TEXT = Rule("unread-text")


def unread_texts(prose: StudyProse, included: Collection[str]) -> Iterator[Finding]:
    """Find the texts of a study that nothing includes.

    Parameters
    ----------
    prose : StudyProse
    included : collection of str
        Names of those that chapters and publications of the study include.

    Yields
    ------
    Finding
        ``unread-text``: an error, or a warning where only a chapter includes it for which the
        study has no tables; and whatever is wrong in the text itself.
    """
    folder = prose.folder / "texts"
    elsewhere = _of_left_out(prose)
    for name in sorted(prose.texts.keys() - set(included)):
        path = folder / name
        yield from _wrong(prose, name, path)
        if name in elsewhere:
            told = notice("tekst-zonder-tabellen", hoofdstuk=elsewhere[name])
            yield UNREAD_TEXT.at(Place(str(path)), told, severity="warning")
            continue
        wanted = {*included, *elsewhere} - prose.texts.keys() or {*included, *elsewhere}
        near = difflib.get_close_matches(name, sorted(wanted), n=2)
        told = notice("tekst-ongebruikt", bedoeld=near)
        yield UNREAD_TEXT.at(Place(str(path)), told)
    yield from _no_texts(folder, prose.texts)


def _of_left_out(prose: StudyProse) -> dict[str, str]:
    """Names of texts that chapters without tables include, each with such a chapter."""
    found: dict[str, str] = {}
    for one in prose.drafts[:1]:
        environment, _ = Narrator(one.chapter, (), ()).language
        waiting = [
            (chapter.path.name, text)
            for chapter in prose.left_out
            for kind, text in cells_of(chapter.path)
            if kind == "markdown"
        ]
        while waiting:
            file, text = waiting.pop()
            try:
                names = [
                    name for name in find_referenced_templates(environment.parse(text)) if name
                ]
            except TemplateError:  # a study that has the tables is told so
                continue
            new = [name for name in names if name not in found]
            found |= dict.fromkeys(new, file)
            waiting += [(file, prose.texts[name]) for name in new if name in prose.texts]
    return found


def _wrong(prose: StudyProse, name: str, path: Path) -> Iterator[Finding]:
    """Whether a text can be read at all, although nothing includes it."""
    for one in prose.drafts[:1]:
        reader = TemplateReader(Narrator(one.chapter, (), ()), {}, one.chapter.texts)
        reader.look_at(name)
        yield from (within(one, path) for one in reader.found)


def _no_texts(folder: Path, texts: Collection[str]) -> Iterator[Finding]:
    """Find files among the texts that are read as none."""
    try:
        found = listed(folder, "")
    except UnreadableError:  # reading the texts says so
        return
    for path in found:
        if path.name not in texts:
            yield UNREAD_TEXT.at(Place(str(path)), notice("tekst-niet-gelezen"))
