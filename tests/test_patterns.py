"""No pattern of the package takes long over a long text that is made to hold it up.

Every compiled pattern that a module or one of its classes holds is run over texts of one thing
repeated, at two sizes. What is four times as long may take four times as long, not sixteen.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import papermill  # noqa: F401  it loads our engine itself, which must not be half-way then
import pytest

import report45
from report45.lint.rules.written import written
from report45.prose.markup import fenced, lines
from report45.releases.diff.units import sentences

SMALL, TIMES = 5_000, 4
PATIENCE = 0.2
"""Seconds of the processor that the larger text may take, however its time grew."""
MUCH_MORE = 10
"""Sixteen is quadratic; in between lies what a busy machine adds."""

MATCHED_AT_ONE_PLACE = {
    "report45.lint.lexicon.MORE_OR_LESS",
    "report45.lint.lexicon.THAN_NUMBER",
    "report45.lint.numbers._NOUN",
    "report45.lint.numbers._SECOND",
    "report45.writers.pandoc._ADDRESS",
    "report45.writers.svg._LENGTH",
    "report45.study.cells._REFERENCE",
}
"""Asked what stands at a place, never where in a text something stands."""

PIECES = (
    *("<", "[", "*", "{", " ", "#", "`", '"', "'", "|", "^[", "![", "1.", "(", "$", "\\", "_", "-"),
    *(
        ".",
        "!",
        ":",
        "=",
        "~",
        "\n",
        "\t",
        "a",
        "1",
        "1.234.",
        "12,",
        "a ",
        "a.",
        "a_",
        "a\n",
        "{{",
    ),
    *("{%", "{#", "<!--", "<table>", "<style", "<tr>", "<ol>", ":::", "::: kader ", "# ", "## "),
    *(
        "~~~a\n",
        "```\n",
        "`a``b```",
        "](",
        "[a](",
        "![a](",
        "![](",
        "[^a",
        "$_",
        "\\abc ",
        "{% if ",
    ),
    *("{{ a if ", "(a 1999,", "(1999, ", ". ", "! ", "**a", "- **a", "* ", "\n ", "\n[", "\n*["),
    *("{ a -", "klant ", "viel ", "stap ", "van ", "tot ", "controle ", "experiment ", "contact "),
    *("gesprek per ", "niet ", "kan ", "neemt ", "de helft", "een ", "ruim ", "meer dan ", "1999 "),
    *(
        "naam.ipynb, ",
        "\n---\n",
        "base64,",
        ' d="',
        "url(",
        "<w:rPr>",
        "<Relationship ",
        "https://",
    ),
    *(
        "<w:r><w:rPr><w:rStyle",
        "[ref](ref:",
        "[toon](toon:",
        "\x1b[",
    ),
    *('w:val="bullet" /><w:lvlText w:val="•" /><w:lvlJc>', "\x1b]", "\x1b ", "a = ", "ge", "beë"),
    *("\\(", "_x0041", "study ", "a-", "(\ue000", "aa", "ab", "“", "€ "),
)
ENDS = ("", "x", " x\n")


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(report45.__path__, "report45."):
        if not module.name.endswith("__main__"):
            held = vars(importlib.import_module(module.name))
            for name in [one for one in held if not one.startswith("__")]:
                value = held[name]
                yield from _within(f"{module.name}.{name}", value, module.name)


def _within(name: str, value: Any, module: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield name, value
    elif isinstance(value, type):
        if value.__module__ == module:
            for own, held in vars(value).items():
                if own.startswith("__"):
                    continue
                yield from _within(f"{name}.{own}", held, module)
    elif isinstance(value, dict):
        for key, held in value.items():
            yield from _within(f"{name}[{key}]", held, module)
    elif isinstance(value, tuple | list):
        for place, held in enumerate(value):
            yield from _within(f"{name}[{place}]", held, module)


FOUND: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
for _name, _one in patterns():
    FOUND.setdefault((_one.pattern, _one.flags), (_name, _one))


def passes(name: str, pattern: re.Pattern[str]) -> Callable[[str], object]:
    if name in MATCHED_AT_ONE_PLACE:
        return pattern.match
    return lambda text: sum(1 for _ in pattern.finditer(text))


def held_up(run: Callable[[str], object]) -> Iterator[str]:
    """Give the pieces over which four times the text takes much more than four times as long."""

    def takes(piece: str, end: str, size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size] + end
        begun = time.process_time()
        run(text)
        return time.process_time() - begun

    for piece in PIECES:
        for end in ENDS:
            # a small text that is quick need not be tried at length: 16 times it is quick as well
            if (short := takes(piece, end, SMALL)) * TIMES**2 <= PATIENCE:
                continue
            long = takes(piece, end, SMALL * TIMES)
            if long > PATIENCE and long > MUCH_MORE * short:  # a busy machine gets another turn
                short = max(short, takes(piece, end, SMALL))
                long = min(long, takes(piece, end, SMALL * TIMES))
            if long > PATIENCE and long > MUCH_MORE * short:
                yield f"{piece!r} … {end!r}: {short:.2f} s, {long:.2f} s"
                return


def test_the_patterns_are_found() -> None:
    assert len(FOUND) > 100
    assert {name for name, _ in FOUND.values()} >= MATCHED_AT_ONE_PLACE


@pytest.mark.parametrize(
    ("name", "pattern"), FOUND.values(), ids=[one for one, _ in FOUND.values()]
)
def test_no_text_holds_a_pattern_up(name: str, pattern: re.Pattern[str]) -> None:
    assert list(held_up(passes(name, pattern))) == []


SCANS: dict[str, Callable[[str], object]] = {
    "fences": fenced,
    "lines": lines,
    "what is no prose": lambda text: list(written(text)),
    "sentences": lambda text: list(sentences(text)),
}


@pytest.mark.parametrize("scan", SCANS)
def test_no_text_holds_a_scan_up(scan: str) -> None:
    assert list(held_up(SCANS[scan])) == []
