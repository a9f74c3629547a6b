"""The language prose is written in: Jinja that prints, compares and loops, and no more.

Jinja's own sandbox keeps templates from Python. It does not keep them from taking for ever, or
all memory; so here steps and characters are counted as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import FunctionType, MethodType
from typing import Any, NoReturn

from jinja2 import FunctionLoader, Template, nodes, pass_context
from jinja2.ext import Extension
from jinja2.runtime import Context, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from report45.facts import Count
from report45.prose.compiled import remember
from report45.prose.markup import COMMENT, escape
from report45.prose.names import Names
from report45.prose.nodes import Node, QuoteError, absent_in, unknown_among
from report45.prose.refusals import RefusedSyntaxError
from report45.prose.spoken import Spoken, unwrapped
from report45.wording.notices import notice
from report45.wording.numbers import say
from report45.wording.phrases import FILTERS
from report45.wording.sentences import Sentences

LONGEST = 200_000
"""Characters one cell may give: far above any chapter, far below what fills a memory."""
STEPS = 10_000
"""Turns of loops, inclusions of texts and calls of macros that one cell may take."""

_BUILT_IN = ("default", "first", "last", "length", "list")
_TESTS = ("defined", "undefined", "none")
_SPOKEN: tuple[type[nodes.Node], ...] = (
    *(
        nodes.Template,
        nodes.TemplateData,
        nodes.Output,
        nodes.If,
        nodes.For,
        nodes.Include,
        nodes.Macro,
    ),
    *(nodes.Assign, nodes.AssignBlock, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem),
    *(nodes.Filter, nodes.Test, nodes.Call, nodes.Keyword, nodes.Compare, nodes.Operand),
    *(nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Concat, nodes.List, nodes.Tuple),
    *(nodes.BinExpr, nodes.UnaryExpr),  # so that they can say why prose does not compute
)


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment prose is rendered in.

    Parameters
    ----------
    known : callable
        Gives all paths that exist, for messages about those that do not.
    texts : mapping of str to str
        What prose can include, by file name.
    show : callable
        The function that puts a display in its place.
    sentences : Sentences
        What prose can say by name.
    absent : collection of str
        Names of chapters that are not at hand; what is quoted of them prints its name.
    """

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(
        self,
        known: Callable[[], Sequence[str]],
        texts: Mapping[str, str],
        show: Callable[[str], Markup],
        sentences: Sentences,
        absent: Collection[str] = (),
    ) -> None:
        super().__init__(
            autoescape=True,
            undefined=unknown_among(known, absent),
            finalize=self._printed,
            extensions=[_Spelling],
            keep_trailing_newline=True,
            loader=FunctionLoader(
                lambda name: (texts[name], name, lambda: True) if name in texts else None
            ),
        )
        self._show = show
        self._steps = self._length = 0
        # What Jinja puts the pieces of a block, and of the whole, together with.
        self.concat = self._joined  # type: ignore[method-assign]
        self.globals.clear()
        built_in = {name: self.filters[name] for name in _BUILT_IN}
        written = {name: self._bounded(_unwrapping(one)) for name, one in FILTERS.items()}
        own = {"hoofdletter": self._bounded(_capital), "join": self._bounded(_join)}
        self.filters = built_in | written | own
        self.tests = {name: self.tests[name] for name in _TESTS}
        self._sentences = sentences
        self._functions = {name.upper(): function for name, function in (written | own).items()}

    def begin(self) -> None:
        """Start counting anew: a cell begins."""
        self._steps = self._length = 0

    def is_safe_callable(self, obj: Any) -> bool:
        """Say whether a template may call something; Jinja asks every time."""
        own = (self._show, self.zin, self.frase, self._counted, self._flat, self._short)
        # Calling what does not exist raises the message that says so.
        known = isinstance(obj, (MethodType, FunctionType)) and obj in own
        return known or isinstance(obj, (Macro, Undefined))

    def call(self, context: Context, obj: Any, /, *given: Any, **named: Any) -> Any:
        """Count the call of a macro."""
        self._step(isinstance(obj, Macro))
        return super().call(context, obj, *given, **named)

    def frase(self, name: str, /, *nodes: Any, **named: Any) -> Markup:
        """Say a message in the middle of a sentence; see :meth:`zin`."""
        self._step(1)
        if (absent := absent_in((*nodes, *named.values()))) is not None:
            return _safe(absent)
        speaker = Spoken(nodes, named, self._functions, self.getattr, _safe)
        return Markup(self._short(self._sentences.say(str(name), speaker)))  # noqa: S704  safe

    def zin(self, name: str, /, *nodes: Any, **named: Any) -> Any:
        """Say a message, with a capital.

        Parameters
        ----------
        name : str
            Of the message.
        *nodes : Node or Names
            Where its variables are: ``$laag-interval`` is ``laag.interval`` under the first that
            has it.
        **named
            Further variables; they go before those under a node.

        Raises
        ------
        SentenceError
            If there is no such message, or something in it cannot be said.
        """
        said = self.frase(name, *nodes, **named)
        # the path of what is elsewhere stands there to be looked up, not to be read
        return said if absent_in((*nodes, *named.values())) is not None else _capital(said)

    def call_binop(self, *operation: Any) -> NoReturn:
        """Refuse to compute; Jinja comes here with every operator."""
        raise QuoteError(notice("rekenen", teken=operation[1]))

    def get_template(self, *given: Any, **named: Any) -> Template:
        """Count an inclusion."""
        self._step(1)
        return super().get_template(*given, **named)

    def compile(self, source: Any, *given: Any, **named: Any) -> Any:
        """Make code of a template, unless that was done before."""
        return remember("prose", super().compile, source, *given, **named)

    def _parse(self, *given: Any, **named: Any) -> nodes.Template:
        """Jinja's hook for reading a template; it reads brackets within brackets by recursion."""
        try:
            return super()._parse(*given, **named)
        except RecursionError:
            told = notice("sjabloon-onleesbaar", reden="too deeply nested")
        raise RefusedSyntaxError(told, 1)

    def _generate(self, source: nodes.Template, *given: Any, **named: Any) -> str:
        """Jinja's hook between reading a template and making code of it."""
        for node in source.find_all(nodes.Node):
            if not isinstance(node, _SPOKEN):
                what = type(node).__name__.lower()
                raise RefusedSyntaxError(notice("proza-kent-niet", wat=what), node.lineno or 1)
        _Counting().visit(source)
        source.set_environment(self)
        return super()._generate(source, *given, **named)

    def _step(self, number: int) -> None:
        self._steps += number
        if self._steps > STEPS:
            raise QuoteError(notice("te-veel-stappen", hoogste=STEPS))

    def _counted(self, items: Iterable[Any]) -> list[Any]:
        found = list(items)
        self._step(len(found))
        return found

    def _flat(self, items: Sequence[Any]) -> Sequence[Any]:
        if any(isinstance(one, (list, tuple)) for one in items):
            raise QuoteError(notice("lijst-in-lijst"))
        return items

    def _short(self, text: Any) -> Any:
        if len(text) > LONGEST:
            raise QuoteError(notice("te-veel-tekens", hoogste=LONGEST))
        return text

    def _bounded(self, filtered: Callable[..., Any]) -> Callable[..., Any]:
        def apply(*values: Any, **named: Any) -> Any:
            return self._short(filtered(*values, **named))

        return apply

    def _joined(self, pieces: Iterable[str]) -> str:
        kept, length = [], 0
        for piece in pieces:
            kept.append(piece)
            length += len(piece)
            if length > LONGEST:
                self._short(range(length))
        return "".join(kept)

    # With the context asked for, Jinja does not print constants before they come here.
    @pass_context
    def _printed(self, _: Any, value: Any) -> Any:
        """Make what ``{{ … }}`` prints safe to stand in Markdown."""
        if isinstance(value, Undefined) and not absent_in([value]):
            return value
        text = _safe(value)
        self._length += len(text)
        if self._length > LONGEST:
            self._short(range(self._length))
        return text


class _Counting(NodeTransformer):
    """Sends through the environment whatever can grow: loops, lists, and texts put together."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802  Jinja's name
        self.generic_visit(node)
        node.iter = _through("_counted", node.iter)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802  Jinja's name
        return _through("_short", self.generic_visit(node))

    def visit_List(self, node: nodes.List) -> nodes.Node:  # noqa: N802  Jinja's name
        return _through("_flat", self.generic_visit(node))

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802  Jinja's name
        self.generic_visit(node)
        return _through("_flat", node) if node.ctx == "load" else node


def _through(name: str, node: nodes.Node) -> nodes.Call:
    function = nodes.EnvironmentAttribute(name, lineno=node.lineno)
    return nodes.Call(function, [node], [], None, None, lineno=node.lineno)


class _Spelling(Extension):
    """Lets prose be written as an editor would expect.

    ``uitkeringsduur.6m_1j`` is a path, which Jinja alone cannot read; and a line that holds
    nothing but tags leaves no empty line behind, which would tear a list apart. The line break
    moves into the tag, so that messages keep naming the right line. Comments of
    HTML, the marks of free passages among them, become comments of the template.
    """

    _tag = r"\{%(?:(?!%\}|\{%)[^\n])*"
    _only_tags = re.compile(rf"^([ \t]*(?:{_tag}%\}}[ \t]*)*{_tag})%\}}[ \t]*\n", re.MULTILINE)
    _tags = r"\{\{[\s\S]*?(?:\}\}|\Z)|\{%[\s\S]*?(?:%\}|\Z)|\{#[\s\S]*?(?:#\}|\Z)"
    _comment = re.compile(
        rf"{_tags}|(^[ \t]*{COMMENT.pattern}[ \t]*\n)|{COMMENT.pattern}", re.MULTILINE
    )
    _code = re.compile(r"\{[{%](?:(?!\{[{%]).)*?[%}]\}", re.DOTALL)
    _path = re.compile(r"""("[^"]*"|'[^']*')|\b[A-Za-z_]\w*(?:\.\w+)+""")
    _digit = re.compile(r"\.(\d\w*)")

    def preprocess(self, source: str, *_: Any) -> str:
        def bracketed(path: re.Match[str]) -> str:
            return path[0] if path[1] else self._digit.sub(r'["\1"]', path[0])

        if "<!--" in source:
            source = self._comment.sub(_without_words, source)
        source = self._only_tags.sub(r"\1\n%}", source)
        return self._code.sub(lambda code: self._path.sub(bracketed, code[0]), source)


def _without_words(found: re.Match[str]) -> str:
    """A comment of the template in the place of one in HTML; a tag as it is."""
    return found[0] if found[0][0] == "{" else "{#" + "\n" * found[0].count("\n") + "#}"


def _safe(value: Any) -> Markup:
    text = value.__html__() if hasattr(value, "__html__") else escape(_text(value))
    return Markup(text)  # noqa: S704  escaped for Markdown, which is what we write


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int):
        return say(Count(value))
    if not isinstance(value, (str, Node, Names)):
        said = str(value) if isinstance(value, float) else ""
        raise QuoteError(notice("geen-tekst", wat=said))
    return str(value)


def _join(items: Iterable[Any], between: str = "") -> Markup:
    return Markup(escape(between)).join([_safe(one) for one in items])  # noqa: S704  escaped


def _unwrapping(filtered: Callable[..., Any]) -> Callable[..., Any]:
    def apply(*values: Any, **named: Any) -> Any:
        if (absent := absent_in((*values, *named.values()))) is not None:
            return _safe(absent)
        return filtered(
            *map(unwrapped, values), **{name: unwrapped(value) for name, value in named.items()}
        )

    return apply


def _capital(value: Any) -> Any:
    text = value.__html__() if hasattr(value, "__html__") else str(value)
    for place, letter in enumerate(text):
        if letter.isalpha():
            text = text[:place] + FILTERS["hoofdletter"](text[place:])
            break
        if letter.isdigit():
            break
    return Markup(text) if hasattr(value, "__html__") else text  # noqa: S704  as safe as it was
