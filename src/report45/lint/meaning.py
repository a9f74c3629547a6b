"""What names and expressions in a template mean, as the sandbox that renders prose sees them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import TemplateError, nodes
from jinja2.environment import TemplateExpression
from jinja2.runtime import Undefined

from report45.errors import Report45Error
from report45.lint.rules.messages import UNKNOWN_FACT
from report45.lint.rules.rule import Rule
from report45.prose.names import Names
from report45.prose.narrative import Narrator
from report45.prose.nodes import Node, QuoteError
from report45.wording.notices import AS_IT_IS, Notice, notice, notice_of

DEAD_REFERENCE = Rule("dead-reference")

FAILURES = (TemplateError, QuoteError, Report45Error, TypeError, ValueError, RecursionError)
"""What rendering an expression may raise."""

Scope = dict[str, Any]
_NEARLY = 0.85


class _Open:
    """A value that is not known without execution."""


OPEN = _Open()


@dataclass(frozen=True)
class Missing:
    """A path that does not exist.

    Parameters
    ----------
    path, key : str
        The path up to the part that fails, and that part.
    known : tuple of str
        The names there are instead.
    unknown : Undefined
        What the sandbox makes of it.
    """

    path: str
    key: str
    known: tuple[str, ...]
    unknown: Undefined

    @property
    def nearly(self) -> bool:
        """Whether it is nearly a name that exists; 1974 for 1975 is no slip of the pen."""
        near = difflib.get_close_matches(self.key, self.known, n=1, cutoff=_NEARLY)
        return bool(near) and _digits(near[0]) == _digits(self.key)

    def told(self) -> tuple[Rule, Notice]:
        """Say what is wrong: which rule, and what to tell."""
        if not self.path.startswith("ref."):
            try:
                return UNKNOWN_FACT, notice(AS_IT_IS, tekst=str(self.unknown))
            except TemplateError as error:
                return UNKNOWN_FACT, notice_of(error)
        near = difflib.get_close_matches(self.key, self.known, n=1)
        above = self.path.removesuffix(self.key)
        meant = [f"{above}{one}" for one in near]
        return DEAD_REFERENCE, notice("verwijzing-onbekend", pad=self.path, bedoeld=meant)


def _digits(text: str) -> str:
    return "".join(one for one in text if one.isdigit())


class Meaning:
    """Says what the expressions of one chapter's prose mean.

    Parameters
    ----------
    narrator : Narrator
        Renders the chapter's prose.
    begins : sequence of str
        How the fact paths begin that are not known without execution.
    """

    def __init__(self, narrator: Narrator, begins: Sequence[str]) -> None:
        self.environment, self._globals = narrator.language
        self._begins = begins
        self._compiled: dict[int, tuple[nodes.Node, TemplateExpression]] = {}

    def lookup(self, node: nodes.Node, scope: Scope) -> Any:
        """Give what a path means: a value, OPEN, or :class:`Missing`."""
        if isinstance(node, nodes.Name):
            return self._named(node.name, scope)
        if not isinstance(node, nodes.Getattr | nodes.Getitem):
            return self.value(node, scope)
        above = self.lookup(node.node, scope)
        if above is OPEN or isinstance(above, Missing):
            return above
        key = node.attr if isinstance(node, nodes.Getattr) else self.value(node.arg, scope)
        if key is OPEN:
            return OPEN
        attribute = isinstance(node, nodes.Getattr)
        look = self.environment.getattr if attribute else self.environment.getitem
        found = look(above, str(key) if attribute else key)
        if not isinstance(found, Undefined):
            return found
        path = f"{above!r}.{key}" if isinstance(above, Node) else f"{_written(node.node)}.{key}"
        if self._is_open(path):
            return OPEN
        known = tuple(above) if isinstance(above, Node | Names) else ()
        return Missing(path, str(key), known, found)

    def _named(self, name: str, scope: Scope) -> Any:
        for names in (scope, self._globals):
            if name in names:
                return names[name]
        if self._is_open(name):
            return OPEN
        return Missing(name, name, tuple(self._globals), self.environment.undefined(name=name))

    def _is_open(self, path: str) -> bool:
        return any(
            f"{path}.".startswith(begin) or path.startswith(begin) or begin.startswith(f"{path}.")
            for begin in self._begins
        )

    def truth(self, node: nodes.Node, scope: Scope) -> bool | None:
        """Say whether a condition holds; None when that is not known."""
        value = self.value(node, scope)
        try:
            return None if value is OPEN else bool(value)
        except FAILURES:
            return None

    def value(self, node: nodes.Node, scope: Scope) -> Any:
        """Give the value of an expression; OPEN when it is not known or fails."""
        if isinstance(node, nodes.And | nodes.Or):
            # One side may decide although the other is not known.
            for side in (node.left, node.right):
                if self.truth(side, scope) is isinstance(node, nodes.Or):
                    return isinstance(node, nodes.Or)
        try:
            # Most conditions ask whether a path is there, or what it holds: no need to compile.
            if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
                found = self.lookup(node, scope)
                return OPEN if isinstance(found, Missing) else found
            if any(self.lookup(path, scope) is OPEN for path in _paths(node)):
                return OPEN
            value = self.evaluate(node, scope)
        except FAILURES:
            return OPEN
        return OPEN if isinstance(value, Undefined) else value

    def evaluate(self, node: nodes.Node, scope: Scope) -> Any:
        """Let the sandbox work out an expression; raises what rendering would."""
        if id(node) not in self._compiled:
            target = nodes.Name("result", "store", lineno=1)
            # Compiling changes what it is given, and the node is read again.
            wrapped = nodes.Template([nodes.Assign(target, _copy(node), lineno=1)], lineno=1)
            template = self.environment.from_string(wrapped, globals=dict(self._globals))
            # The node is kept with it, so that no other can come to have its id.
            expression = TemplateExpression(template, undefined_to_none=False)
            self._compiled[id(node)] = (node, expression)
        return self._compiled[id(node)][1](scope)


def _copy(node: nodes.Node) -> Any:
    """A node with all below it, but without its environment."""
    fresh = type(node)(*(_copied(value) for _, value in node.iter_fields()))
    for name in node.attributes:
        setattr(fresh, name, getattr(node, name))
    return fresh


def _copied(value: Any) -> Any:
    if isinstance(value, nodes.Node):
        return _copy(value)
    return [_copied(one) for one in value] if isinstance(value, list) else value


def keys(node: nodes.Node) -> Iterator[nodes.Node]:
    """The expressions within a path's brackets, and what it starts from when that is no name."""
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const):
            yield node.arg
        node = node.node
    if not isinstance(node, nodes.Name):
        yield node


def _paths(node: nodes.Node) -> Iterator[nodes.Node]:
    """The longest paths in an expression."""
    if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
        yield node
        for key in keys(node):
            yield from _paths(key)
    else:
        for child in node.iter_child_nodes():
            yield from _paths(child)


def _written(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        key = node.arg.value if isinstance(node.arg, nodes.Const) else "…"
        return f"{_written(node.node)}.{key}"
    return node.name if isinstance(node, nodes.Name) else "…"
