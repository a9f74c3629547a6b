"""All mutants of a module: its source with one operator, comparison, constant or word changed."""

from __future__ import annotations

import ast
import hashlib
import io
import itertools
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

Place = tuple[int, int]
"""A line, from 1, and a column in characters, from 0."""

OPERATORS = {
    "+": "-",
    "-": "+",
    "*": "/",
    "/": "*",
    "//": "/",
    "%": "//",
    "**": "*",
    "|": "&",
    "&": "|",
    "^": "|",
    "<": "<=",
    "<=": "<",
    ">": ">=",
    ">=": ">",
    "==": "!=",
    "!=": "==",
    "is": "is not",
    "is not": "is",
    "in": "not in",
    "not in": "in",
    "and": "or",
    "or": "and",
    "not": "",
    "True": "False",
    "False": "True",
}


@dataclass(frozen=True)
class Mutant:
    """A module with one thing changed.

    Parameters
    ----------
    path : str
        The module, under the package's folder.
    line : int
        Where the change is, from 1.
    column : int
        And in the line, from 0.
    old, new : str
        What stands there, and what comes in its place.
    text : str
        The line as the mutant has it, without the spaces around it.
    source : str
        All of the module as the mutant has it.
    """

    path: str
    line: int
    column: int
    old: str
    new: str
    text: str
    source: str

    def rank(self, seed: int) -> bytes:
        """Give a number by chance that no edit elsewhere in the source changes."""
        told = f"{seed}\0{self.path}\0{self.text}\0{self.old}\0{self.new}"
        return hashlib.sha256(told.encode()).digest()


def mutants(path: str, source: str) -> Iterator[Mutant]:
    """Give all mutants of a module, in the order of its text."""
    lines = source.splitlines(keepends=True)
    for (line, column), old, new in sorted(set(_changes(source))):
        before = lines[line - 1]
        after = before[:column] + new + before[column + len(old) :]
        whole = "".join([*lines[: line - 1], after, *lines[line:]])
        yield Mutant(path, line, column, old, new, after.strip(), whole)


def sampled(found: Iterable[Mutant], seed: int, number: int) -> list[Mutant]:
    """Choose mutants by chance; the same ones as long as their own lines are the same."""
    chosen = sorted(found, key=lambda one: one.rank(seed))[:number]
    return sorted(chosen, key=lambda one: (one.path, one.line, one.column))


def all_mutants(package: Path, folders: Iterable[str]) -> list[Mutant]:
    """Give all mutants of the modules in some folders of the package."""
    paths = [path for folder in folders for path in sorted((package / folder).rglob("*.py"))]
    return [
        one
        for path in paths
        for one in mutants(path.relative_to(package).as_posix(), path.read_text(encoding="utf-8"))
    ]


def _changes(source: str) -> Iterator[tuple[Place, str, str]]:
    words = [
        (one.start, one.string)
        for one in tokenize.generate_tokens(io.StringIO(source).readline)
        if one.type in (tokenize.OP, tokenize.NAME)
    ]
    split = source.splitlines()

    def place(line: int, offset: int) -> Place:
        return line, len(split[line - 1].encode()[:offset].decode())

    def start(node: ast.expr) -> Place:
        return place(node.lineno, node.col_offset)

    def end(node: ast.expr) -> Place:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return place(node.end_lineno, node.end_col_offset)

    def between(first: ast.expr, second: ast.expr) -> Iterator[tuple[Place, str, str]]:
        """Find the operator between two operands; parentheses may stand there as well."""
        found = [
            (at, word)
            for at, word in words
            if end(first) <= at < start(second) and word not in "()"
        ]
        (at, _), *_ = found
        old = split[at[0] - 1][at[1] : at[1] + len(" ".join(word for _, word in found))]
        if old in OPERATORS:
            yield at, old, OPERATORS[old]

    for node in _computing(ast.parse(source)):
        match node:
            case ast.BinOp(left=left, right=right):
                yield from between(left, right)
            case ast.BoolOp(values=operands):
                for pair in itertools.pairwise(operands):
                    yield from between(*pair)
            case ast.Compare(left=left, comparators=others):
                for pair in itertools.pairwise([left, *others]):
                    yield from between(*pair)
            case ast.UnaryOp(op=ast.Not()):
                yield start(node), "not ", ""
            case ast.UnaryOp(op=ast.USub()):
                yield start(node), "-", ""
            case ast.Constant(value=bool()):
                yield start(node), str(node.value), OPERATORS[str(node.value)]
            case ast.Constant(value=int() | float()):
                first, last = start(node), end(node)
                old = split[first[0] - 1][first[1] : last[1]]
                yield first, old, str(node.value + 1)
                yield first, old, f"({node.value - 1})"


def _computing(node: ast.AST) -> Iterator[ast.AST]:
    """Walk what computes: not annotations, nor formatted text, nor whether zip is strict."""
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "format_spec") or isinstance(node, ast.JoinedStr):
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ast.keyword) and one.arg == "strict":
                continue
            if isinstance(one, ast.AST):
                yield from _computing(one)
