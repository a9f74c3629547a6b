"""The numbers an editor typed in prose, as Dutch is written: digits, words and fractions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from report45.checking.prose import AND, around, without_allowed

_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_UNITS = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
_TEENS = [
    *("tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien"),
    *("achttien", "negentien"),
]
_TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
_MANY = {"duizend": 1_000, "miljoen": 1_000_000, "miljard": 1_000_000_000}


def _words() -> dict[str, int]:
    """Every whole number to 999 as one Dutch word."""
    below = {word: number for number, word in enumerate([*_UNITS, *_TEENS], start=1)}
    for tens, word in enumerate(_TENS, start=2):
        below[word] = 10 * tens
        for number, unit in enumerate(_UNITS, start=1):
            below[f"{unit}{'ën' if unit.endswith('e') else 'en'}{word}"] = 10 * tens + number
    every = dict(below)
    for hundreds, unit in enumerate(["", *_UNITS[1:]], start=1):
        every[f"{unit}honderd"] = 100 * hundreds
        for word, number in below.items():
            every[f"{unit}honderd{word}"] = every[f"{unit}honderden{word}"] = (
                100 * hundreds + number
            )
    return every | {"nul": 0, "één": 1, "eén": 1, "duizend": 1000}


_WORDS = _words()
_WORD = r"[a-zéë]+"
_HEDGES = {
    "up": r"ruim|dik|meer dan",
    "down": r"bijna|krap|nog geen|een kleine|minder dan|tegen",
    "about": r"ongeveer|circa|ca\.|rond|zo['’]n|om en nabij",
}
_NO_NOUN = frozenset(
    [
        *("van", "en", "in", "is", "zijn", "of", "tot", "op", "bij", "met", "te", "om", "dat"),
        *("die", "de", "het", "een", "er", "hen", "na", "per", "aan", "als", "dan"),
    ]
)


@dataclass(frozen=True)
class Typed:
    """A number in prose that no tag gave.

    Parameters
    ----------
    text : str
        As it is written, with its unit.
    line : int
        Where, counted from 1.
    value : Decimal
        The number; of a fraction phrase a percentage.
    digits : int
        Its decimals.
    unit : str
        ``procent``, ``procentpunt``, ``geld``, ``personen``, ``aandeel`` (31 van de 203), another
        unit as facts name it, or the noun that follows.
    hedge : str
        ``up``, ``down``, ``about`` or empty: "ruim", "bijna", "ongeveer".
    rough : bool
        Whether it is a fraction phrase.
    base : Decimal or None
        Of ``aandeel`` the number it is a part of.
    sentence, paragraph : str
        What stands around it, tags taken out.
    """

    text: str
    line: int
    value: Decimal
    digits: int
    unit: str
    hedge: str
    rough: bool
    base: Decimal | None
    sentence: str
    paragraph: str


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    value: Decimal
    digits: int
    unit: str
    rough: bool = False
    base: Decimal | None = None


def typed_numbers(
    text: str, person: str, persons: str, units: Mapping[str, str]
) -> Iterator[Typed]:
    """Find the numbers that were typed by hand.

    Number words count before percentages, money and people, and in phrases for a fraction.

    Parameters
    ----------
    text : str
        Prose as :func:`~report45.checking.prose.plain` gives it.
    person, persons : str
        What the study calls the people it is about.
    units : mapping of str to str
        Nouns that are units, to how facts name the unit: ``{"week": "weken", "euro": "geld"}``.

    Yields
    ------
    Typed
        In the order of the text.
    """
    left = without_allowed(text, person, persons)
    found = [*_fractions(left), *_measured(left, _noun(person, persons, tuple(units)), units)]
    taken = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= taken:
            taken = one.end
            yield _placed(one, text)


_PARTS = {"derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "tiende": 10}
_PART = "|".join(_PARTS)
# "Vanaf de helft" is a moment, "een kwart eeuw" a time, "een derde gesprek" the third one.
_FRACTION = re.compile(
    r"(?P<half>(?<!\bvanaf )(?<!\btot )(?<!\bop )(?<!\bna )\bde\s+helft\b|"
    r"\bde\s+helft(?=\s+van\b))|"
    r"\b(?P<quarter>een\s+kwart|drie\s?kwart)\b(?!\s+(?:eeuw|voor|over|jaar|liter|miljoen))|"
    rf"\b(?P<one>een|één)\s+(?P<of>{_PART})(?=\s+(?:van|deel)\b)|"
    rf"\b(?P<more>twee|drie|vier)\s+(?P<these>{_PART})\b|"
    rf"\b(?P<part>\d+|{_WORD})\s+op\s+(?:de|elke|iedere)\s+(?P<whole>\d+|{_WORD})\b|"
    r"\b(?P<count>\d+)\s+van\s+de\s+(?P<base>\d+)\b",
    re.IGNORECASE,
)


def _fractions(text: str) -> Iterator[_Found]:
    for one in _FRACTION.finditer(text):
        start, end = one.span()
        if one["count"]:
            base = Decimal(one["base"])
            yield _Found(start, end, Decimal(one["count"]), 0, "aandeel", base=base)
        elif (share := _part(one)) is not None:
            yield _Found(start, end, share, 0, "procent", rough=True)


def _part(one: re.Match[str]) -> Decimal | None:
    """The fraction a phrase stands for, in percent; None when it is no number."""
    if one["half"]:
        part, whole = 1, 2
    elif one["quarter"]:
        part, whole = 3 if one["quarter"].lower().startswith("drie") else 1, 4
    elif one["one"] or one["more"]:
        part = _WORDS[(one["one"] or one["more"]).lower()]
        whole = _PARTS[(one["of"] or one["these"]).lower()]
    else:
        known = [_value(one[name]) for name in ("part", "whole")]
        part, whole = (int(number[0]) if number else 0 for number in known)
    return Decimal(100 * part) / Decimal(whole) if part and whole else None


_NUMBER = re.compile(
    rf"(?P<money>[€$]\s*)?(?<![\w.,])(?P<digits>{_DIGITS})(?!\d)|\b(?P<word>{_WORD})\b",
    re.IGNORECASE,
)
_PROBABILITY = re.compile(r"\bp\s*[=<>]\s*\Z")


@lru_cache(maxsize=8)
def _noun(person: str, persons: str, units: tuple[str, ...]) -> re.Pattern[str]:
    """What may follow a number and says what it counts."""
    known = "|".join(sorted(units, key=len, reverse=True))
    return re.compile(
        r"\s*(?P<points>procentpunt(?:en)?\b|%-punt(?:en)?)|\s*(?P<percent>%|procent\b|pct\b)|"
        rf"\s+(?P<many>{'|'.join(_MANY)})\s+(?P<of>{known})\b|\s*(?P<unit>{known})\b|"
        rf"\s+(?:[^\W\d_]+e\s+)?(?P<persons>{re.escape(persons)}|{re.escape(person)})\b",
        re.IGNORECASE,
    )


def _measured(text: str, noun: re.Pattern[str], units: Mapping[str, str]) -> Iterator[_Found]:
    for one in _NUMBER.finditer(text):
        number = _value(one["digits"] or one["word"])
        if number is None:
            continue
        after = noun.match(text, one.end())
        second = after is None and re.compile(rf"{AND}({_DIGITS}|{_WORD}\b)", re.IGNORECASE).match(
            text, one.end()
        )
        shared = noun.match(text, second.end()) if second and _value(second[1]) else None
        unit = "geld" if one["money"] else _unit(after or shared, units)
        if not unit and _PROBABILITY.search(text, 0, one.start()):
            unit = "p"
        if one["word"] and not _counts(one["word"], unit):
            continue
        end, (value, digits) = after.end() if after else one.end(), number
        if after is not None and after["many"]:
            value *= _MANY[after["many"].lower()]
        if not unit and (word := re.compile(r"\s+([^\W\d_]+)").match(text, one.end())):
            unit, end = _other_noun(word, one.end())
        yield _Found(one.start(), end, value, digits, unit)


def _other_noun(word: re.Match[str], end: int) -> tuple[str, int]:
    noun = word[1].lower()
    return ("", end) if noun in _NO_NOUN else (noun, word.end())


def _counts(word: str, unit: str) -> bool:
    """Whether a number word is a number: "een klant" is none, "een procent" is."""
    if word.lower() == "een":
        return unit in {"procent", "procentpunt"}
    return unit in {"procent", "procentpunt", "personen", "geld"}


def _unit(after: re.Match[str] | None, units: Mapping[str, str]) -> str:
    if after is None:
        return ""
    if after["points"] or after["percent"]:
        return "procentpunt" if after["points"] else "procent"
    named = after["unit"] or after["of"]
    return units[named.lower()] if named else "personen"


def _value(written: str) -> tuple[Decimal, int] | None:
    """The number and its decimals; None for a word that is no number."""
    if not written[0].isdigit():
        number = _WORDS.get(written.lower())
        return None if number is None else (Decimal(number), 0)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", written):
        written = written.replace(".", "")
    written = written.replace(",", ".")
    return Decimal(written), len(written.partition(".")[2])


def _placed(found: _Found, text: str) -> Typed:
    before = text[: found.start]
    said = (rf"(?:^|\W)(?:{words})\s+(?:de\s+)?$" for words in _HEDGES.values())
    hedges = [re.search(pattern, before, re.IGNORECASE) is not None for pattern in said]
    hedge = next((name for name, fits in zip(_HEDGES, hedges, strict=True) if fits), "")
    sentence, paragraph = around(text, found.start)
    return Typed(
        text=" ".join(text[found.start : found.end].split()),
        line=before.count("\n") + 1,
        value=found.value,
        digits=found.digits,
        unit=found.unit,
        hedge=hedge,
        rough=found.rough,
        base=found.base,
        sentence=sentence,
        paragraph=paragraph,
    )
