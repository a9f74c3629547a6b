"""What a sentence is said with where prose calls it: facts under a node, and what is named."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jinja2.runtime import Undefined

from report45.prose.names import Names
from report45.prose.nodes import Node, QuoteError, Unknown, fact_of
from report45.wording.notices import notice


class Spoken:
    """Gives a sentence its variables.

    Parameters
    ----------
    nodes : sequence of Node or Names
        Where the variables are looked for, in this order.
    named : mapping
        Variables by name; these go first.
    functions : mapping of str to callable
        What the sentence may call.
    below : callable
        Gives what prose reaches from a value by a name: the sandbox says what is there.
    safe : callable
        Prints a value as Markdown.

    Raises
    ------
    QuoteError
        If something else stands in the place of a node.
    """

    def __init__(
        self,
        nodes: Sequence[Any],
        named: Mapping[str, Any],
        functions: Mapping[str, Callable[..., Any]],
        below: Callable[[Any, str], Any],
        safe: Callable[[Any], str],
    ) -> None:
        for one in (*nodes, *named.values()):
            exists(one)
        if wrong := [one for one in nodes if not isinstance(one, Node | Names)]:
            raise QuoteError(notice("zonder-feiten", wat=repr(wrong[0])))
        self._nodes, self._named = nodes, named
        self.functions, self._below, self.safe = functions, below, safe

    def find(self, name: str) -> Any:
        """Give the value of ``$name``; raises what says that there is none."""
        if name in self._named:
            return self._named[name]
        found: list[Any] = []
        for node in self._nodes:
            found.append(self._under(node, name))
            if not isinstance(found[-1], Undefined):
                return found[-1]
        if found:
            exists(found[0])
        given = ", ".join(f"${one}" for one in self._named)
        raise QuoteError(notice("variabele-onbekend", naam=f"${name}", gegeven=given))

    def holds(self, name: str) -> bool:
        """Whether ``$name`` has a value, without looking for what else may be meant."""
        if name in self._named:
            return True
        return any(not isinstance(self._under(node, name), Undefined) for node in self._nodes)

    def bare(self, value: Any) -> Any:
        """Give the fact a node holds, or the value itself."""
        return unwrapped(value)

    def _under(self, node: Any, name: str) -> Any:
        for part in name.split("-"):
            node = self._below(node, part)
        return node


def exists(value: Any) -> None:
    """Raise the message about what does not exist, if this is such a thing."""
    if isinstance(value, Undefined):
        str(value)


def unwrapped(value: Any) -> Any:
    """Give the fact a node holds, those in a row of nodes, or the value itself."""
    if isinstance(value, Unknown):
        exists(value)
    if isinstance(value, Node):
        return fact_of(value)
    return [unwrapped(one) for one in value] if isinstance(value, list | tuple) else value
