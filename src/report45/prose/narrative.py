"""Prose with facts in it → Markdown. Jinja in a sandbox in which nothing can be computed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from report45.chapters.executed import Chapter, Display
from report45.errors import Fault, Report45Error
from report45.prose.markup import shown
from report45.prose.names import Names, references, title_data
from report45.prose.nodes import Node, QuoteError, tree
from report45.prose.refusals import plain_syntax
from report45.prose.sandbox import Sandbox
from report45.prose.sentences import sentences_of
from report45.study.letters import UNFIT, unfit
from report45.wording.notices import fault, notice, notice_of
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
    shows : mapping of str to Display, optional
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
        shows: Mapping[str, Display] | None = None,
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

    def render(self, prose: str, where: str) -> tuple[str, list[Fault]]:
        """Render one piece of prose.

        Parameters
        ----------
        prose : str
            Markdown with Jinja.
        where : str
            File and cell, for messages.

        Returns
        -------
        str
            Markdown, in which references and displays are links: ``[ref](ref:…)``.
        list of Fault
            What is wrong with it; the Markdown is empty then.
        """
        if found := unfit(prose):
            told = notice("onbruikbaar-teken", nummer=found[1])
            return "", [fault(_line(where, None, found[0]), told)]
        try:
            markdown = self._generate(prose)
        except TemplateNotFound as error:
            told = notice("tekst-onbekend", naam=error.name or "")
            return "", [fault(_place(where, error), told)]
        except TemplateSyntaxError as error:
            place = _line(where, error.filename, error.lineno)
            return "", [fault(place, plain_syntax(error, self._environment))]
        except SyntaxError as error:  # of the code Jinja makes, when prose nests too deep
            return "", [fault(where, notice("sjabloon-onleesbaar", reden=error.msg))]
        except _FAILURES as error:
            return "", [fault(_place(where, error), notice_of(error))]
        if UNFIT.search(markdown):
            return "", [fault(where, notice("onbruikbaar-teken"))]
        return markdown, []

    def _generate(self, prose: str) -> str:
        self._environment.begin()
        return self._environment.from_string(prose, globals=self._globals).render()

    def _show(self, name: str) -> Markup:
        if name not in self._shows:
            known = ", ".join(sorted(self._shows))
            raise QuoteError(notice("weergave-onbekend", naam=str(name), bekend=known))
        return Markup(shown(self._shows[name].path))  # noqa: S704  our own Markdown


def render_title(title: str, meta: Mapping[str, Any], where: str) -> tuple[str, list[Fault]]:
    """Render a title that may quote ``studie``.

    Parameters
    ----------
    title : str
        Plain text with Jinja.
    meta : mapping
        Title data of the study.
    where : str
        File and key, for messages.

    Returns
    -------
    str
        Markdown of one line.
    list of Fault
        What is wrong with it.
    """
    bare = Chapter("", "", "", "", meta, {}, (), {})
    return Narrator(bare, (), (), sentences=Sentences((), {})).render(title, where)


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


def _line(where: str, file: str | None, line: int) -> str:
    inner = f", {file}" if file and not file.startswith("<") else ""
    return f"{where}{inner}, regel {line}"


def _place(where: str, error: BaseException) -> str:
    place, step = where, error.__traceback__
    while step is not None:
        # Jinja rewrites the frames of compiled templates and marks them so.
        if "__jinja_exception__" in step.tb_frame.f_globals:
            place = _line(where, step.tb_frame.f_code.co_filename, step.tb_lineno)
        step = step.tb_next
    return place


__all__ = ["Narrator", "render_title"]
