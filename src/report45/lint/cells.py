"""What a chapter's code cells would state and show, read from their source and not executed.

A notebook's code is a few calls in loops and conditions over the study's configuration. Those are
followed here; whatever needs a computed result stays open, and is then never held against prose.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from report45.lint.displays import kind_of

if TYPE_CHECKING:
    from report45.study.load import Study


class _Open:
    """A value that only execution would give."""


OPEN = _Open()
_SHOWS = frozenset({"publish", "show"})


@dataclass(frozen=True)
class Published:
    """One call of ``chapter.publish`` or ``chapter.show``.

    Parameters
    ----------
    cell, line : int
        The cell it stands in and the line in that cell, counted from 1; 0 for a line that was not
        looked for.
    name : str
        Name of the display.
    place : str or None
        Where its facts are stated, under the chapter; None when it states none.
    whole : bool
        Whether name and place are known in full, or only how they begin.
    kind : str
        Kind of the display; empty when it shows none, ``?`` when the kind is not known.
    certain : bool
        Whether the call is surely made.
    """

    cell: int
    line: int
    name: str
    place: str | None
    whole: bool
    kind: str
    certain: bool


@dataclass(frozen=True)
class _Opened:
    """Stands for what ``open_chapter`` gives."""

    study: Study


@dataclass(frozen=True)
class _Imported:
    """A module, function or class by its dotted name; ``called`` for what calling it gives."""

    name: str
    called: bool = False


def published(sources: Iterable[tuple[int, str]], study: Study) -> tuple[Published, ...]:
    """Read the code cells of one chapter.

    Parameters
    ----------
    sources : iterable of (int, str)
        Number and source of every code cell, in order.
    study : Study
        The study the chapter would be executed for.

    Returns
    -------
    tuple of Published
        Every call that would be made, or may be made. A cell that is not plain Python may
        publish anything: it gives an entry with an empty name and place.
    """
    reader = _Reader(study)
    for number, source in sources:
        reader.cell = number
        try:
            body = ast.parse(source).body
        except SyntaxError:
            reader.found.append(Published(number, 1, "", "", whole=False, kind="?", certain=False))
            continue
        reader.run(body, certain=True)
    return tuple(reader.found)


def line_of(source: str, name: str) -> int:
    """Give the line of the call in a cell that shows a display.

    Parameters
    ----------
    source : str
        Of the cell.
    name : str
        Of the display.

    Returns
    -------
    int
        Of the call that has the name as it is, else of the first that shows anything; else 1.
    """
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return 1
    calls = [
        one
        for one in ast.walk(tree)
        if isinstance(one, ast.Call)
        and isinstance(one.func, ast.Attribute)
        and one.func.attr in _SHOWS
        and one.args
    ]
    named = [one for one in calls if ast.unparse(one.args[0]) == repr(name)]
    return min((one.lineno for one in named or calls), default=1)


class _Reader:
    """Follows the statements of a notebook."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._names: dict[str, Any] = {}
        self.found: list[Published] = []
        self.cell = 0

    def run(self, body: Sequence[ast.stmt], *, certain: bool) -> None:
        for statement in body:
            self._statement(statement, certain=certain)

    def _statement(self, node: ast.stmt, *, certain: bool) -> None:
        if isinstance(node, ast.Import | ast.ImportFrom):
            module = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
            for one in node.names:
                self._names[one.asname or one.name] = _Imported(f"{module}{one.name}")
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                self._bind(target, self._value(node.value))
        elif isinstance(node, ast.If):
            self._if(node, certain=certain)
        elif isinstance(node, ast.For):
            values = self._value(node.iter)
            known = isinstance(values, Iterable)
            for value in values if known else (OPEN,):
                self._bind(node.target, value)
                self.run(node.body, certain=certain and known)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            self._call(node.value, certain=certain)
        else:
            for child in ast.walk(node):
                if isinstance(child, ast.Call):
                    self._call(child, certain=False)

    def _if(self, node: ast.If, *, certain: bool) -> None:
        test = self._value(node.test)
        if isinstance(test, _Open | _Imported):
            self.run(node.body, certain=False)
            self.run(node.orelse, certain=False)
        else:
            self.run(node.body if test else node.orelse, certain=certain)

    def _bind(self, target: ast.expr, value: Any) -> None:
        if isinstance(target, ast.Name):
            self._names[target.id] = value
        elif isinstance(target, ast.Tuple):
            for one in target.elts:
                self._bind(one, OPEN)

    def _call(self, call: ast.Call, *, certain: bool) -> None:
        function = call.func
        if not isinstance(function, ast.Attribute) or function.attr not in _SHOWS:
            return
        if not isinstance(self._value(function.value), _Opened) or not call.args:
            return
        given = {one.arg: one.value for one in call.keywords}
        name, whole = self._text(call.args[0])
        place: str | None = None
        if function.attr == "publish":
            place, shown = name, call.args[2] if len(call.args) > 2 else given.get("show")
            if "under" in given:
                place, sure = self._text(given["under"])
                whole = whole and sure
        else:
            shown = call.args[1] if len(call.args) > 1 else given.get("display")
        kind, sure = self._kind(shown)
        self.found.append(
            Published(self.cell, call.lineno, name, place, whole, kind, certain and sure)
        )

    def _kind(self, shown: ast.expr | None) -> tuple[str, bool]:
        """The kind of a display, and whether it is surely shown."""
        if shown is None:
            return "", True
        if isinstance(shown, ast.IfExp) and isinstance(self._value(shown.test), _Open | _Imported):
            kinds = {self._kind(shown.body)[0], self._kind(shown.orelse)[0]} - {""}
            return (kinds.pop() if len(kinds) == 1 else "?"), False
        value = self._value(shown)
        if isinstance(value, _Imported):
            return kind_of(value.name), True
        return "?" if value else "", True

    def _text(self, node: ast.expr) -> tuple[str, bool]:
        """A text, or its beginning, and whether it is whole."""
        value = self._value(node)
        if isinstance(value, str):
            return value, True
        if isinstance(node, ast.JoinedStr) and node.values:
            first = node.values[0]
            return (str(first.value) if isinstance(first, ast.Constant) else ""), False
        return "", False

    def _value(self, node: ast.expr) -> Any:
        """The value of an expression; OPEN when only execution would give it."""
        match node:
            case ast.Constant():
                return node.value
            case ast.Name():
                return self._names.get(node.id, OPEN)
            case ast.NamedExpr():
                value = self._value(node.value)
                self._bind(node.target, value)
                return value
            case ast.Tuple() | ast.List():
                return tuple(self._value(one) for one in node.elts)
            case ast.Attribute():
                return self._attribute(self._value(node.value), node.attr)
            case ast.Call():
                return self._called(node)
            case ast.JoinedStr():
                return self._joined(node)
            case _:
                return self._condition(node)

    def _attribute(self, value: Any, name: str) -> Any:
        if isinstance(value, _Imported):
            return OPEN if value.called else _Imported(f"{value.name}.{name}")
        if isinstance(value, _Open) or name.startswith("_"):
            return OPEN
        return getattr(value, name, OPEN)

    def _called(self, call: ast.Call) -> Any:
        function = self._value(call.func)
        given = [self._value(one) for one in call.args]
        if isinstance(function, _Imported):
            opens = function.name.endswith(".open_chapter")
            return _Opened(self._study) if opens else _Imported(function.name, called=True)
        if function == self._study.has and all(isinstance(one, str) for one in given):
            return self._study.has(*given)
        return OPEN

    def _joined(self, node: ast.JoinedStr) -> Any:
        parts = []
        for one in node.values:
            value = self._value(one.value if isinstance(one, ast.FormattedValue) else one)
            if not isinstance(value, str | int):
                return OPEN
            parts.append(str(value))
        return "".join(parts)

    def _condition(self, node: ast.expr) -> Any:
        match node:
            case ast.UnaryOp(op=ast.Not()):
                value = self._value(node.operand)
                return value if isinstance(value, _Open) else not value
            case ast.IfExp():
                test = self._value(node.test)
                sure = not isinstance(test, _Open)
                return self._value(node.body if test else node.orelse) if sure else OPEN
            case ast.BoolOp():
                return self._chained(node)
            case ast.Compare(ops=[operator], comparators=[right]):
                return _compared(self._value(node.left), operator, self._value(right))
            case _:
                return OPEN

    def _chained(self, node: ast.BoolOp) -> Any:
        values = [self._value(one) for one in node.values]
        decides = isinstance(node.op, ast.Or)
        for value in values:
            if not isinstance(value, _Open) and bool(value) == decides:
                return value
        return OPEN if any(isinstance(one, _Open) for one in values) else values[-1]


def _compared(left: Any, operator: ast.cmpop, right: Any) -> Any:
    if isinstance(left, _Open | _Imported) or isinstance(right, _Open | _Imported):
        return OPEN
    match operator:
        case ast.Is() | ast.Eq():
            return left is right if isinstance(operator, ast.Is) else left == right
        case ast.IsNot() | ast.NotEq():
            return left is not right if isinstance(operator, ast.IsNot) else left != right
        case _:
            return OPEN
