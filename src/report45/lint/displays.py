"""The kind of display that a function gives, read from its source."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from report45.checkout import PACKAGE


def kind_of(name: str) -> str:
    """Say what kind of display a function gives, from its source.

    Parameters
    ----------
    name : str
        Its dotted name.

    Returns
    -------
    str
        The kind; ``?`` when the source does not tell, or is not ours.
    """
    module, _, function = name.rpartition(".")
    package, *parts = module.split(".")
    if package != PACKAGE.name:
        return "?"
    return _kinds(PACKAGE.joinpath(*parts).with_suffix(".py")).get(function, "?")


@lru_cache(maxsize=32)
def _kinds(path: Path) -> Mapping[str, str]:
    if not path.is_file():
        return {}
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return {
        node.name: kind
        for node in body
        if isinstance(node, ast.FunctionDef)
        for kind in _first_kind(node)
    }


def _first_kind(function: ast.FunctionDef) -> Iterator[str]:
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Name(id="Display"), args=[ast.Constant(value=str(kind)), *_]):
                yield kind
                return
