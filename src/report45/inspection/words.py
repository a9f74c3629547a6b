"""Rules about how texts and codes are written."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from report45.facts import Count, Text
from report45.inspection.remarks import Remark
from report45.inspection.seen import Seen, distinct, isin, shown
from report45.study.config import StudyConfig
from report45.study.consistent import quoted_codes

if TYPE_CHECKING:
    import pandas as pd

# What databases, Excel, R, SPSS and people write where nothing is known.
_NULLS = frozenset(
    """
    null nil none na nan n/a #n/a #n/b #na <na> #null! #leeg! #waarde! #value! #verw! #ref! #div/0!
    n.v.t. nvt n.v.t nvt. nb n.b. onb onb. onbekend unknown missing leeg geen niets - -- --- . ..
    ... ? ?? ??? x xx xxx * ** tbd
    """.split()  # noqa: SIM905  a table reads better than a list
)
_NULLS |= {"nog onbekend", "niet bekend", "niet ingevuld", "niet geregistreerd", "geen gegevens"}
_NULLS |= {"niet van toepassing", "nog in te vullen", "not available", "not applicable"}

_FEW = 50
"""Spellings that a text column may have and still be looked at as codes."""

_UNPRINTABLE = frozenset({"Cc", "Co", "Cn", "Cs"})
_INVISIBLE = frozenset(map(chr, (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F))))
_INVISIBLE |= frozenset(map(chr, (0x2060, *range(0x2066, 0x206A), 0xFEFF)))
# UTF-8 read as cp1252 or latin-1: a lead byte as a letter, then what a following byte becomes.
_MISREAD = re.compile(
    "[\u00c2\u00c3\u00c4\u00c5\u00cb\u00e2][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e"
    "\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
# A letter that was lost on the way to an encoding that has no such letter: "be?indigd".
_LOST = re.compile(r"(?<=[^\W\d_])\?(?=[^\W\d_])")


def word_rules(seen: Seen, config: StudyConfig) -> Iterator[Remark]:
    """Look at every column of text or codes.

    Yields
    ------
    Remark
        ``null-word``: a word that stands for nothing where it would count as a value ·
        ``damaged-text``: signs that no text holds, U+FFFD, or letters of another encoding ·
        ``lost-letter``: a question mark between letters · ``mixed-alphabets``: letters of two
        alphabets in one word · ``spelling``: codes that differ only in case, spacing, accents or
        Unicode form (``aantal``: rows of the commoner spelling, ``code`` if ten rows share it) ·
        ``nearly-quoted``: a code that nothing asks for and that resembles one that is asked for
        (``lijkt``).
    """
    quoted: dict[str, list[str]] = {}
    for one in quoted_codes(config):
        if one.table == seen.name:
            quoted.setdefault(one.column, []).append(one.code)
    for name in seen.columns("text", "code"):
        if name == "client" and seen.name != "clients":
            continue  # what is there is in the table of clients too
        column = seen.frame[name]
        counts = distinct(column)
        if name != "client":
            yield from _nulls(seen, name, counts)
        for code, wrong in (
            ("damaged-text", damaged),
            ("lost-letter", lambda text: bool(_LOST.search(text))),
            ("mixed-alphabets", _mixed),
        ):
            bad = [text for text in counts.index if wrong(text)]
            yield from seen.remark(code, name, isin(column, bad))
        if seen.schema[name].allowed is None and name != "client":
            yield from _spellings(seen, name, counts)
            yield from _nearly(seen, name, counts, quoted.get(name, []))


def damaged(text: str) -> bool:
    """Whether a text holds signs that no text holds, or letters read in a wrong encoding."""
    if text.isascii() and text.isprintable():
        return False
    lines = text.replace("\n", " ").replace("\r", " ").replace("\t", " ")
    return (
        "\N{REPLACEMENT CHARACTER}" in text
        or any(unicodedata.category(sign) in _UNPRINTABLE for sign in lines)
        or not _INVISIBLE.isdisjoint(text)
        or _MISREAD.search(text) is not None
    )


def folded(text: str) -> str:
    """Give what spellings of the same word share: letters and digits, without case or accent."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in apart if sign.isalnum()) or text


def _mixed(text: str) -> bool:
    if text.isascii():
        return False
    for word in re.findall(r"[^\W\d_]+", text):
        scripts = {unicodedata.name(sign, "").split(" ")[0] for sign in word}
        if len(scripts & {"LATIN", "CYRILLIC", "GREEK"}) > 1:
            return True
    return False


def _nulls(seen: Seen, name: str, counts: pd.Series) -> Iterator[Remark]:
    declared = seen.declared.codes.get(name, {})
    known = {*(seen.schema[name].allowed or ()), *declared, *declared.values()}
    words = [one for one in counts.index if one.casefold() in _NULLS and one not in known]
    yield from seen.remark("null-word", name, isin(seen.frame[name], words))


def _spellings(seen: Seen, name: str, counts: pd.Series) -> Iterator[Remark]:
    if len(counts) > _FEW:
        return
    first: dict[str, str] = {}
    for code in counts.index:
        common = first.setdefault(folded(code), code)
        if common != code:
            rows, n = isin(seen.frame[name], [code]), int(counts[common])
            told = shown(code, int(counts[code]))
            yield from seen.remark("spelling", name, rows, aantal=Count(n), **told)


def _nearly(seen: Seen, name: str, counts: pd.Series, quoted: list[str]) -> Iterator[Remark]:
    if not quoted:
        return
    declared = seen.declared.codes.get(name, {})
    alike = {folded(code): code for code in quoted}
    for code in counts.index[:_FEW]:
        if code in quoted or code in declared.values() or folded(code) in alike:
            continue
        near = difflib.get_close_matches(folded(code), list(alike), n=1, cutoff=0.85)
        if near:
            told = shown(code, int(counts[code]))
            rows = isin(seen.frame[name], [code])
            yield from seen.remark("nearly-quoted", name, rows, lijkt=Text(alike[near[0]]), **told)
