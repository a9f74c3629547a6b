"""What prose sees of the facts: a tree it can walk, print and compare, and nothing more."""

# ruff: noqa: SLF001  fields are underscored so that prose cannot reach them

from __future__ import annotations

import difflib
import operator
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from jinja2 import StrictUndefined, UndefinedError
from jinja2.utils import missing

from report45.chapters.executed import Stated
from report45.facts import Count, Fact, Interval, Mean, Number, Share, Test
from report45.prose.markup import escape
from report45.wording.notices import AS_IT_IS, Notice, notice

_ATTRIBUTES: Mapping[type[Fact], tuple[str, ...]] = {
    Count: ("value", "unit"),
    Share: ("value", "count", "base"),
    Number: ("value", "unit"),
    Mean: ("value", "n", "sd", "unit"),
    Test: ("value", "method", "statistic", "df", "p", "alpha", "significant"),
    Interval: ("low", "high", "unit", "level"),
}


class QuoteError(Exception):
    """Prose does something with a fact that cannot be.

    Parameters
    ----------
    told : Notice
        What it does.
    """

    def __init__(self, told: Notice) -> None:
        super().__init__(told)


class Node:
    """A place in the tree of facts: a fact, a group of facts, or both.

    Parameters
    ----------
    path : str
        Full path; empty for the root.
    """

    __slots__ = ("_children", "_path", "_stated")

    def __init__(self, path: str) -> None:
        self._path = path
        self._stated: Stated | None = None
        self._children: dict[str, Node] = {}

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if name in self._children:
            return self._children[name]
        if self._stated and name in _ATTRIBUTES.get(type(self._stated.fact), ("value",)):
            return getattr(fact_of(self), name)
        raise AttributeError(name)

    def __getitem__(self, name: str) -> Any:
        if str(name) in self._children:
            return self._children[str(name)]
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._children)

    def __len__(self) -> int:
        return len(self._children)

    def __contains__(self, name: object) -> bool:
        return name in self._children

    def __str__(self) -> str:
        fact_of(self)
        assert self._stated is not None  # noqa: S101  fact_of raises otherwise
        return self._stated.text

    def __bool__(self) -> bool:
        if self._stated is None:
            return True
        fact = fact_of(self)
        return fact.significant if isinstance(fact, Test) else bool(fact.value)

    def __hash__(self) -> int:
        return hash(self._path)

    def __eq__(self, other: object) -> bool:
        return self._compare(operator.eq, other)

    def __ne__(self, other: object) -> bool:
        return self._compare(operator.ne, other)

    def __lt__(self, other: object) -> bool:
        return self._compare(operator.lt, other)

    def __le__(self, other: object) -> bool:
        return self._compare(operator.le, other)

    def __gt__(self, other: object) -> bool:
        return self._compare(operator.gt, other)

    def __ge__(self, other: object) -> bool:
        return self._compare(operator.ge, other)

    def _compare(self, how: Callable[[Any, Any], bool], other: object) -> bool:
        try:
            return bool(how(_comparable(self), _comparable(other)))
        except TypeError as error:
            told = notice("feiten-onvergelijkbaar", pad=self._path, ander=repr(other))
            raise QuoteError(told) from error

    def __repr__(self) -> str:
        return self._path


def tree(stated: Iterable[Stated]) -> Node:
    """Hang facts in a tree by the parts of their paths.

    Parameters
    ----------
    stated : iterable of Stated
        The facts, in the order in which a loop over them should go.

    Returns
    -------
    Node
        The root; its children are the chapters.
    """
    root = Node("")
    for one in stated:
        node, path = root, ""
        for part in one.path.split("."):
            path = f"{path}.{part}" if path else part
            node = node._children.setdefault(part, Node(path))
        node._stated = one
    return root


def fact_of(node: Node) -> Fact:
    """Give the fact a node holds.

    Raises
    ------
    QuoteError
        If it holds none, or one that may not be shown.
    """
    stated = node._stated
    if stated is None:
        raise QuoteError(notice("feit-groep", pad=node._path, namen=", ".join(node)))
    if stated.suppressed:
        raise QuoteError(notice("feit-afgeschermd", pad=stated.path))
    return stated.fact


def _comparable(value: object) -> Any:
    if not isinstance(value, Node):
        return value
    fact = fact_of(value)
    return fact.exact if isinstance(fact, Share) else fact.value


class UnknownFactError(UndefinedError):
    """Prose names something that does not exist."""


class Unknown(StrictUndefined):
    """A path that does not exist. It can be tested with ``is defined`` and nothing else."""

    __slots__ = ("_path",)
    _known: Callable[[], Sequence[str]] = tuple

    def __init__(
        self, hint: str | None = None, obj: Any = None, name: str | None = None, *_: Any, **__: Any
    ) -> None:
        above = "" if obj is missing else getattr(obj, "_path", "")
        self._path = f"{above}.{name}" if above else str(name)
        super().__init__(hint or getattr(obj, "_undefined_hint", None), exc=UnknownFactError)

    @property
    def _undefined_message(self) -> Notice:  # type: ignore[override]
        # Jinja gives it to the error as it is.
        if self._undefined_hint:
            return notice(AS_IT_IS, tekst=self._undefined_hint)
        near = _nearest(self._path, self._known())
        return notice("feit-onbekend", pad=self._path, bedoeld=near)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return type(self)(obj=self, name=name)

    def __getitem__(self, name: object) -> Any:
        return type(self)(obj=self, name=str(name))


class AbsentFact(Unknown):
    """A path in a chapter that is not at hand: it prints its own name, and is nothing else.

    A path that no chapter could have is as unknown as ever.
    """

    __slots__ = ()
    _absent: frozenset[str] = frozenset()

    @property
    def is_absent(self) -> bool:
        """Whether it is one of a chapter that is not at hand."""
        return self._path.partition(".")[0] in self._absent

    def __html__(self) -> str:
        """Print it in Markdown."""
        return escape(str(self))

    def _given(self, value: Any) -> Any:
        return value if self.is_absent else self._fail_with_undefined_error()

    def __str__(self) -> str:  # type: ignore[override]
        return str(self._given(f"[{self._path}]"))

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]
        return iter(self._given(()))

    def __len__(self) -> int:  # type: ignore[override]
        return int(self._given(0))

    def __bool__(self) -> bool:  # type: ignore[override]
        return bool(self._given(False))

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(self._path)

    def __eq__(self, other: object) -> bool:  # type: ignore[override]
        return bool(self)

    __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __eq__  # type: ignore[assignment]


def absent_in(values: Iterable[Any]) -> AbsentFact | None:
    """Give the first of some values that is of a chapter that is not at hand."""
    return next((one for one in values if isinstance(one, AbsentFact) and one.is_absent), None)


def unknown_among(
    known: Callable[[], Sequence[str]], absent: Collection[str] = ()
) -> type[Unknown]:
    """Make the kind of ``Undefined`` that knows what prose might have meant.

    Parameters
    ----------
    known : callable
        Gives all paths that exist; asked only when one does not.
    absent : collection of str
        Names of chapters that are not at hand, where one chapter is shown by itself.
    """
    own: dict[str, Any] = {"_known": staticmethod(known), "__slots__": ()}
    if not absent:
        return type("UnknownHere", (Unknown,), own)
    return type("ElsewhereHere", (AbsentFact,), own | {"_absent": frozenset({*absent, "ref"})})


def _nearest(path: str, known: Sequence[str]) -> list[str]:
    ending = [one for one in known if one.endswith(f".{path}")]
    close = difflib.get_close_matches(path, known, n=3, cutoff=0.6)
    return list(dict.fromkeys([*ending, *close]))[:3]
