"""Prose with facts in it → Markdown. Jinja in a sandbox in which nothing can be computed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NoReturn

from jinja2 import Environment, FunctionLoader, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.runtime import Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from report45.errors import Fault, Report45Error
from report45.facts import Count
from report45.publishing.chapters import Chapter, Display
from report45.publishing.markup import FREE, HERE, POINTER, PRIVATE, escape, here
from report45.publishing.names import Names, references, title_data
from report45.publishing.nodes import Node, QuoteError, Unknown, fact_of, tree, unknown_among
from report45.wording.numbers import say
from report45.wording.phrases import FILTERS

LONGEST = 200_000
"""Characters one cell may give: far above any chapter, far below what fills a memory."""

_BUILT_IN = ("default", "first", "join", "last", "length", "list")


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
    """

    def __init__(
        self,
        chapter: Chapter,
        chapters: Sequence[Chapter],
        used: Sequence[Chapter],
        *,
        shows: Mapping[str, Display] | None = None,
    ) -> None:
        facts = tree(one for each in chapters for one in each.facts.values())
        self._globals: dict[str, Any] = {name: facts[name] for name in facts}
        self._globals["studie"] = title_data(chapter.meta)
        self._globals["ref"] = references(chapter, used)
        self._globals["toon"] = self._show
        known = [path for name, value in self._globals.items() for path in _paths(name, value)]
        self._environment = _Sandbox(known, chapter.texts, self._show)
        if shows is None:
            shows = {shown.name: shown for cell in chapter.cells for shown in cell.displays}
        self._shows = shows

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
            Markdown, with placeholders for references and displays.
        list of Fault
            What is wrong with it; the Markdown is empty then.
        """
        if PRIVATE.search(prose):
            return "", [Fault(where, "the prose holds a private-use character.", "Take it out.")]
        try:
            markdown = self._generate(prose)
        except TemplateNotFound as error:
            return "", [Fault(_place(where, error), f"the study has no text {error.name}.")]
        except TemplateSyntaxError as error:
            place = _line(where, error.filename, error.lineno)
            return "", [Fault(place, f"this cannot be read as a template: {error.message}")]
        except (
            TemplateError,
            QuoteError,
            Report45Error,
            TypeError,
            ValueError,
            RecursionError,
        ) as error:
            return "", [Fault(_place(where, error), str(error))]
        if PRIVATE.search(HERE.sub("", POINTER.sub("", markdown))):
            return "", [Fault(where, "the prose gives a private-use character.", "Take it out.")]
        return markdown, []

    def _generate(self, prose: str) -> str:
        template = self._environment.from_string(prose, globals=self._globals)
        pieces, length = [], 0
        for piece in template.generate():
            pieces.append(piece)
            length += len(piece)
            if length > LONGEST:
                raise QuoteError(f"one cell may give {LONGEST} characters and no more")
        return "".join(pieces)

    def _show(self, name: str) -> Markup:
        if name not in self._shows:
            near = ", ".join(sorted(self._shows)) or "none"
            raise QuoteError(f"there is no {name} to show here; there is: {near}")
        return Markup(here(self._shows[name].path))  # noqa: S704  our own placeholder


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
    return Narrator(bare, (), ()).render(title, where)


class _Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja environment that prints, compares and loops over facts, and does nothing else."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(
        self, known: Sequence[str], texts: Mapping[str, str], show: Callable[[str], Markup]
    ) -> None:
        super().__init__(
            autoescape=True,
            undefined=unknown_among(known),
            finalize=_finalize,
            extensions=[_Spelling],
            keep_trailing_newline=True,
            loader=FunctionLoader(
                lambda name: (texts[name], name, lambda: True) if name in texts else None
            ),
        )
        self._show = show
        self.globals.clear()
        built_in = {name: self.filters[name] for name in _BUILT_IN}
        self.filters = built_in | {name: _unwrapping(one) for name, one in FILTERS.items()}
        self.filters["hoofdletter"] = _capital

    def is_safe_callable(self, obj: Any) -> bool:
        return obj == self._show or isinstance(obj, Macro)

    def call_binop(self, *operation: Any) -> NoReturn:
        raise QuoteError(
            f"prose does not compute ({operation[1]}); let a code cell state the outcome as a fact"
        )


class _Spelling(Extension):
    """Lets prose be written as an editor would expect.

    ``uitkeringsduur.6m_1j`` is a path, which Jinja alone cannot read; and a line that holds
    nothing but tags leaves no empty line behind, which would tear a list apart. The line break
    moves into the tag, so that messages keep naming the right line. The marks of free passages
    become template comments.
    """

    _tag = r"\{%(?:(?!%\}|\{%)[^\n])*"
    _only_tags = re.compile(rf"^([ \t]*(?:{_tag}%\}}[ \t]*)*{_tag})%\}}[ \t]*\n", re.MULTILINE)
    _only_marks = re.compile(rf"^[ \t]*{FREE.pattern}[ \t]*\n", re.MULTILINE)
    _code = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
    _path = re.compile(r"""("[^"]*"|'[^']*')|\b[A-Za-z_]\w*(?:\.\w+)+""")
    _digit = re.compile(r"\.(\d\w*)")

    def preprocess(self, source: str, *_: Any) -> str:
        def bracketed(path: re.Match[str]) -> str:
            return path[0] if path[1] else self._digit.sub(r'["\1"]', path[0])

        source = FREE.sub(r"{#\1#}", self._only_marks.sub("{#\n#}", source))
        source = self._only_tags.sub(r"\1\n%}", source)
        return self._code.sub(lambda code: self._path.sub(bracketed, code[0]), source)


def _finalize(value: Any) -> Any:
    if isinstance(value, Undefined) or hasattr(value, "__html__"):
        return value
    if isinstance(value, bool):
        value = "ja" if value else "nee"
    elif isinstance(value, int):
        value = say(Count(value))
    elif not isinstance(value, (str, Node)):
        raise QuoteError(f"{value} is no text; quote the fact itself or put a filter behind it")
    return Markup(escape(str(value)))  # noqa: S704  escaped for Markdown, which is what we write


def _unwrapping(filtered: Callable[..., Any]) -> Callable[..., Any]:
    def apply(*values: Any, **named: Any) -> Any:
        return filtered(
            *map(_unwrapped, values), **{name: _unwrapped(value) for name, value in named.items()}
        )

    return apply


def _unwrapped(value: Any) -> Any:
    if isinstance(value, Unknown):
        str(value)  # raises the message about what does not exist
    if isinstance(value, Node):
        return fact_of(value)
    return [_unwrapped(one) for one in value] if isinstance(value, (list, tuple)) else value


def _capital(value: Any) -> Any:
    text = value.__html__() if hasattr(value, "__html__") else str(value)
    for place, letter in enumerate(text):
        if letter.isalpha():
            text = text[:place] + letter.upper() + text[place + 1 :]
            break
        if letter.isdigit():
            break
    return Markup(text) if hasattr(value, "__html__") else text  # noqa: S704  as safe as it was


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
