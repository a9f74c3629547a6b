"""Prose with facts in it → Markdown. Jinja in a sandbox in which nothing can be computed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from report45.chapters.executed import Chapter, ExecutedDisplay
from report45.errors import Place, Report45Error
from report45.prose.markup import shown
from report45.prose.names import Names, references, title_data
from report45.prose.nodes import Node, QuoteError, tree
from report45.prose.refusals import plain_syntax
from report45.prose.sandbox import Sandbox
from report45.prose.sentences import sentences_of
from report45.study.letters import UNFIT, unfit
from report45.wording.notices import Finding, Notice, fault, notice, notice_of
from report45.wording.sentences import Sentences

_FAILURES = (
    *(TemplateError, QuoteError, Report45Error, TypeError, ValueError, RecursionError),
    *(AttributeError, LookupError, ArithmeticError, MemoryError, NameError),
)


class Narrator:
    """Renders the prose of one chapter against the facts of all.

    Parameters
    ----------
    chapter : Chapter
        Whose prose it is.
    chapters : sequence of Chapter
        All chapters whose facts may be quoted.
    used : sequence of Chapter
        The chapters that can be referred to.
    shows : mapping of str to ExecutedDisplay, optional
        What prose can show, by the name it uses; by default the chapter's own displays.
    sentences : Sentences, optional
        What prose can say by name; by default those of every publication and of the study.
    absent : collection of str
        Names of chapters that are not at hand; what is quoted of them prints its name.
    """

    def __init__(
        self,
        chapter: Chapter,
        chapters: Sequence[Chapter],
        used: Sequence[Chapter],
        *,
        shows: Mapping[str, ExecutedDisplay] | None = None,
        sentences: Sentences | None = None,
        absent: Collection[str] = (),
    ) -> None:
        facts = _facts(tuple(chapters))
        self._globals: dict[str, Any] = {name: facts[name] for name in facts}
        self._globals["studie"] = title_data(chapter.meta)
        self._globals["ref"] = references(chapter, used)
        self._globals["toon"] = self._show
        self.sentences = sentences_of(chapter) if sentences is None else sentences
        self._environment = Sandbox(self._known, chapter.texts, self._show, self.sentences, absent)
        self._globals |= {"zin": self._environment.zin, "frase": self._environment.frase}
        if shows is None:
            shows = {one.name: one for cell in chapter.cells for one in cell.displays}
        self._shows = shows

    def _known(self) -> list[str]:
        return [path for name, value in self._globals.items() for path in _paths(name, value)]

    @property
    def language(self) -> tuple[Environment, Mapping[str, Any]]:
        """The sandbox and the names in it, for whoever reads prose without rendering it."""
        return self._environment, self._globals

    def render(self, prose: str, place: Place) -> tuple[str, list[Finding]]:
        """Render one piece of prose.

        Parameters
        ----------
        prose : str
            Markdown with Jinja.
        place : Place
            The file and cell, for messages.

        Returns
        -------
        str
            Markdown, in which references and displays are links: ``[ref](ref:…)``.
        list of Finding
            What is wrong with it; the Markdown is empty then.
        """
        if found := unfit(prose):
            told = notice("onbruikbaar-teken", nummer=found[1])
            return "", [fault(replace(place, line=found[0]), "hidden-sign", told)]
        try:
            markdown = self._generate(prose)
        except TemplateNotFound as error:
            told = notice("tekst-onbekend", naam=error.name or "")
            return "", [fault(_within(place, error), "unknown-text", told)]
        except TemplateSyntaxError as error:
            told = plain_syntax(error, self._environment)
            return "", [fault(_line(place, error.filename, error.lineno), "template-syntax", told)]
        except SyntaxError as error:  # of the code Jinja makes, when prose nests too deep
            told = notice("sjabloon-onleesbaar", reden=error.msg)
            return "", [fault(place, "template-syntax", told)]
        except _FAILURES as error:
            told = notice_of(error)
            return "", [fault(_within(place, error), _code(told), told)]
        if UNFIT.search(markdown):
            return "", [fault(place, "hidden-sign", notice("onbruikbaar-teken"))]
        return markdown, []

    def _generate(self, prose: str) -> str:
        self._environment.begin()
        return self._environment.from_string(prose, globals=self._globals).render()

    def _show(self, name: str) -> Markup:
        if name not in self._shows:
            known = ", ".join(sorted(self._shows))
            raise QuoteError(notice("weergave-onbekend", naam=str(name), bekend=known))
        return Markup(shown(self._shows[name].path))  # noqa: S704  our own Markdown


def render_title(
    title: str, meta: Mapping[str, Any], place: Place, chapters: Sequence[Chapter] = ()
) -> tuple[str, list[Finding]]:
    """Render a title that may quote ``studie``, and turn on which chapters there are.

    Parameters
    ----------
    title : str
        Plain text with Jinja.
    meta : mapping
        Title data of the study.
    place : Place
        The file and key, for messages.
    chapters : sequence of Chapter
        What ``ref.hoofdstuk`` knows.

    Returns
    -------
    str
        Markdown of one line.
    list of Finding
        What is wrong with it.
    """
    bare = Chapter("", "", "", "", meta, {}, (), {})
    return Narrator(bare, (), chapters, sentences=Sentences((), {})).render(title, place)


@lru_cache(maxsize=4)
def _facts(chapters: tuple[Chapter, ...]) -> Node:
    """Give the facts of chapters, which are told apart by identity, as prose walks through them."""
    return tree(one for each in chapters for one in each.facts.values())


def _paths(name: str, value: Any) -> Iterable[str]:
    if isinstance(value, (Node, Names)):
        yield name
        for child in value:
            yield from _paths(f"{name}.{child}", value[child])
    elif isinstance(value, str):
        yield name


_CODES = {
    "feit-afgeschermd": "suppressed-fact",
    "feit-onbekend": "unknown-fact",
    "verwijzing-onbekend": "dead-reference",
    "weergave-onbekend": "dead-reference",
    "zin-onbekend": "unknown-sentence",
}
"""What kind of fault it is that something is not there; anything else is one of ``prose``."""


def _code(told: Notice) -> str:
    within = [one for _, one in told.params if isinstance(one, Notice)]
    return _CODES.get(told.name) or next(map(_code, within), "prose")


def _line(place: Place, file: str | None, line: int) -> Place:
    text = file if file and not file.startswith("<") else ""
    return replace(place, text=text, line=line)


def _within(place: Place, error: BaseException) -> Place:
    step = error.__traceback__
    while step is not None:
        # Jinja rewrites the frames of compiled templates and marks them so.
        if "__jinja_exception__" in step.tb_frame.f_globals:
            place = _line(place, step.tb_frame.f_code.co_filename, step.tb_lineno)
        step = step.tb_next
    return place


__all__ = ["Narrator", "render_title"]
