"""Fluent files read into what :mod:`report45.wording.sentences` says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from fluent.syntax import FluentParser, ast

from report45.wording.sentences import Parsed, Pattern, Piece


def parse(text: str) -> Parsed:
    """Read a file of messages.

    Parameters
    ----------
    text : str
        Fluent syntax, of which attributes and arguments of terms are not used here.

    Returns
    -------
    tuple of tuple
        Name, line, comment and pattern of every message.
    tuple of tuple
        Line and problem of everything that cannot be read, and of names used twice.
    """
    try:
        body = FluentParser().parse(text).body
    except RecursionError:
        return (), ((1, "its expressions stand too deep within each other."),)
    line = _lines(text)
    faults = list(_faults(body, line))
    if faults:
        return (), tuple(faults)
    messages = tuple(
        (_name(one), line(one), _comment(one), _pattern(one.value, line))
        for one in body
        if isinstance(one, ast.Message | ast.Term) and one.value is not None
    )
    return messages, ()


Line = Callable[[ast.SyntaxNode], int]


def _lines(text: str) -> Line:
    def line(node: ast.SyntaxNode) -> int:
        start = node.id.span if isinstance(node, ast.Message | ast.Term) else node.span
        return text.count("\n", 0, start.start) + 1 if start else 1

    return line


def _faults(body: list[Any], line: Line) -> Iterator[tuple[int, str]]:
    named = [one for one in body if isinstance(one, ast.Message | ast.Term)]
    counted = Counter(_name(one) for one in named)
    seen: set[str] = set()
    for one in body:
        if isinstance(one, ast.Junk):
            said = (one.annotations and one.annotations[0].message) or "cannot be read"
            at = one.annotations[0].span if one.annotations else None
            first = line(one)
            below = (one.content or "")[: at.start - one.span.start] if at and one.span else ""
            yield first + below.count("\n"), f"this is no message: {said.rstrip('.')}."
        elif one in named:
            if one.attributes:
                yield line(one), f"{_name(one)} has an attribute (.{one.attributes[0].id.name})."
            if counted[_name(one)] > 1 and _name(one) in seen:
                yield line(one), f"{_name(one)} stands in this file twice."
            seen.add(_name(one))


def _name(one: Any) -> str:
    return f"-{one.id.name}" if isinstance(one, ast.Term) else str(one.id.name)


def _comment(one: Any) -> str:
    return str(one.comment.content) if one.comment else ""


def _pattern(pattern: Any, line: Line) -> Pattern:
    return tuple(
        one.value if isinstance(one, ast.TextElement) else _expression(one.expression, line)
        for one in pattern.elements
    )


def _expression(one: Any, line: Line) -> Piece:
    at = line(one)
    match one:
        case ast.StringLiteral():
            return ("literal", at, one.parse()["value"])
        case ast.NumberLiteral():
            return ("literal", at, _number(one.value))
        case ast.VariableReference():
            return ("variable", at, one.id.name)
        case ast.TermReference():
            return ("term", at, f"-{one.id.name}")
        case ast.MessageReference():
            return ("message", at, one.id.name)
        case ast.FunctionReference():
            given = tuple(_expression(each, line) for each in one.arguments.positional)
            named = tuple((each.name.name, _literal(each.value)) for each in one.arguments.named)
            return ("call", at, one.id.name, given, named)
        case ast.SelectExpression():
            alternatives = tuple(
                (_key(each.key), _pattern(each.value, line), each.default) for each in one.variants
            )
            return ("choice", at, _expression(one.selector, line), alternatives)
    return _expression(one.expression, line)  # a placeable within a placeable


def _literal(one: Any) -> str | int | float:
    return one.parse()["value"] if isinstance(one, ast.StringLiteral) else _number(one.value)


def _key(key: Any) -> str | int | float:
    return key.name if isinstance(key, ast.Identifier) else _number(key.value)


def _number(written: str) -> int | float:
    return float(written) if "." in written else int(written)
