"""Signs that no font of a PDF has a letter form for, and what may stand in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from report45.checkout import templates_folder

_SURE = re.compile("[\t\n\r\x20-\x7e\xa0-\u017f\u2010-\u2015\u2018-\u201e\u2022\u2026€−≤≥≈]*")
"""What our fonts have for certain, nearly all that is ever written: no font is opened for it."""


def without_form(text: str) -> Iterator[tuple[int, str]]:
    """Find the signs that a PDF cannot show.

    Parameters
    ----------
    text : str
        Any text that is printed.

    Yields
    ------
    int
        Where it stands in the text.
    str
        The sign.
    """
    if _SURE.fullmatch(text):
        return
    for place, sign in enumerate(text):
        if not (_SURE.fullmatch(sign) or _has_form(sign)):
            yield place, sign


@cache
def _has_form(sign: str) -> bool:
    """Ask the typesetter, which falls back on fonts of its own."""
    from report45.writers.typst import TypesettingError, compile_pdf, literal

    source = f'#set document(title: "x")\n#set text(lang: "nl")\n#{literal(sign)}'
    try:
        compile_pdf(source, templates_folder() / "fonts", "2000-01-01")
    except TypesettingError:
        return False
    return True


def replaced(source: str, stand_ins: Mapping[str, str]) -> str:
    """Put in Typst source what stands in for a sign.

    Parameters
    ----------
    source : str
        Typst source.
    stand_ins : mapping of str to str
        Sign → words that mean the same inside a string and outside it.
    """
    for sign, words in stand_ins.items():
        source = source.replace(sign, words)
    return source
