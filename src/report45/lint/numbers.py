"""The numbers an editor typed in prose, as Dutch is written: digits, words, fractions, limits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from report45.lint.lexicon import PEOPLE
from report45.lint.prose import AND, Sentence, placed, without_allowed

Hedge = Literal["", "up", "down", "about", "over", "under"]

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
_HEDGES: Mapping[Hedge, str] = {
    "over": r"meer\s+dan|ten\s+minste|minstens|minimaal|boven",
    "under": r"minder\s+dan|hooguit|hoogstens|ten\s+hoogste|maximaal|onder|lager\s+dan",
    "up": r"ruim|dik|goed",
    "down": r"bijna|krap|nog\s+geen|een\s+kleine|tegen|net\s+geen",
    "about": r"ongeveer|circa|ca\.|rond|zo['’]n|om\s+en\s+nabij|pakweg|grofweg",
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
        ``procent``, ``procentpunt``, ``geld``, ``personen``, ``mensen`` (people by another noun),
        ``aandeel`` (31 van de 203), another unit as facts name it, or the noun that follows.
    hedge : str
        ``up`` ("ruim"), ``down`` ("bijna"), ``about`` ("ongeveer"), ``over`` ("meer dan"),
        ``under`` ("minder dan") or empty.
    form : str
        ``digits``, ``words``, ``fraction`` ("een kwart") or ``limit`` ("de meeste", "niemand").
    base : Decimal or None
        Of ``aandeel`` the number it is a part of.
    sentence : Sentence
        What it stands in.
    start, end : int
        Where in that sentence the number itself stands, its noun left out.
    """

    text: str
    line: int
    value: Decimal
    digits: int
    unit: str
    hedge: Hedge
    form: str
    base: Decimal | None
    sentence: Sentence
    start: int
    end: int


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    value: Decimal
    digits: int
    unit: str
    form: str
    base: Decimal | None = None
    hedge: Hedge = ""
    number_end: int = 0


def typed_numbers(
    text: str,
    sentences: Sequence[Sentence],
    person: str,
    persons: str,
    units: Mapping[str, str],
) -> Iterator[Typed]:
    """Find the numbers that were typed by hand.

    Parameters
    ----------
    text : str
        Prose as :func:`~report45.lint.prose.plain` gives it.
    sentences : sequence of Sentence
        Those of the text.
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
    noun = _noun(person, persons, tuple(units))
    found = [*_limits(left, person, persons), *_fractions(left, persons)]
    found += _measured(left, noun, units)
    taken = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= taken:
            taken = one.end
            yield _placed(one, text, sentences)


_PARTS = {"derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "tiende": 10}
_PART = "|".join(_PARTS)
# "Vanaf de helft" is a moment, "een kwart eeuw" a time, "een derde gesprek" the third one.
_FRACTION = re.compile(
    r"(?P<half>(?<!\bvanaf )(?<!\btot )(?<!\bop )(?<!\bna )\bde\s+helft\b|"
    r"\bde\s+helft(?=\s+van\b))|"
    r"\b(?P<quarter>een\s+kwart|drie\s?kwart)\b(?!\s+(?:eeuw|voor|over|jaar|liter|miljoen))|"
    rf"\b(?P<one>een|één|(?<=\bnog )geen)\s+(?P<of>{_PART})(?=\s+(?:van|deel)\b)|"
    rf"\b(?P<more>twee|drie|vier)\s+(?P<these>{_PART})\b|"
    rf"\b(?P<part>\d+|{_WORD})\s+op\s+(?:de|elke|iedere)\s+(?P<whole>\d+|{_WORD})\b|"
    r"\b(?P<count>\d+)\s+van\s+de\s+(?P<base>\d+)\b",
    re.IGNORECASE,
)
# "Drie van de vier klanten", "van iedere tien klanten deden er acht mee".
_OF_PEOPLE = (
    rf"\b(?P<some>{_WORD})\s+van\s+de\s+(?P<all>{_WORD})\s+(?:{{persons}}|{PEOPLE})\b|"
    rf"\bvan\s+(?:iedere|elke|de)\s+(?P<every>{_WORD}|\d+)\s+(?:{{persons}}|{PEOPLE})\b"
    rf"[^.;]{{{{0,60}}}}?\ber\s+(?P<these>{_WORD}|\d+)\b"
)
_FEW = 10
"""Up to here "drie van de vier klanten" is a ratio and no count."""


def _fractions(text: str, persons: str) -> Iterator[_Found]:
    for one in _FRACTION.finditer(text):
        start, end = one.span()
        if one["count"]:
            base = Decimal(one["base"])
            yield _Found(start, end, Decimal(one["count"]), 0, "aandeel", "digits", base=base)
        elif (share := _part(one)) is not None:
            hedge: Hedge = "down" if (one["one"] or "").lower() == "geen" else ""
            yield _Found(start, end, share, 0, "procent", "fraction", hedge=hedge)
    for one in _compiled(_OF_PEOPLE, "", persons).finditer(text):
        part, whole = _value(one["some"] or one["these"]), _value(one["all"] or one["every"])
        if part and whole and 1 < whole[0] <= _FEW and part[0] <= whole[0]:
            share = 100 * part[0] / whole[0]
            # The group and the verb stand within it, and are still to be read.
            said = one.end("all") if one["all"] else one.end("every")
            yield _Found(one.start(), one.end(), share, 0, "procent", "fraction", number_end=said)


# What part a limit claims, and on which side of it. Nearly all is told as the ladders tell it.
_LIMITS: tuple[tuple[str, int, Hedge], ...] = (
    (r"(?:vrijwel|bijna|nagenoeg)\s+(?:alle|iedereen|elke|iedere|allemaal)", 90, "over"),
    (r"(?:vrijwel|bijna|nagenoeg)\s+(?:niemand|geen)|nauwelijks", 10, "under"),
    (r"niet\s+(?:alle|iedereen|elke|iedere)", 100, "under"),
    (r"alle(?=\s+(?:{people})\b)|iedereen|allemaal|(?:elke|iedere)(?=\s+{person}\b)", 100, ""),
    (r"(?:de\s+)?(?:hele|gehele|volledige)(?=\s+\w*groep\b)", 100, ""),
    (r"niemand|geen\s+van\s+(?:de|hen|alle)|geen\s+enkele?(?=\s+(?:{person}|deelnemer)\b)", 0, ""),
    (r"de\s+meeste(?=\s+(?:{people})\b)|de\s+meesten|het\s+grootste\s+deel", 50, "over"),
    (r"(?:een|de)\s+(?:ruime\s+|grote\s+)?meerderheid|het\s+merendeel|het\s+gros", 50, "over"),
    (r"(?:een|de)\s+(?:kleine\s+)?minderheid", 50, "under"),
    (r"(?:slechts\s+)?een\s+(?:heel\s+)?klein\s+deel|een\s+handvol", 33, "under"),
    (r"slechts\s+enkele(?=\s+(?:{people})\b)", 33, "under"),
)  # fmt: skip


def _limits(text: str, person: str, persons: str) -> Iterator[_Found]:
    for pattern, value, hedge in _LIMITS:
        for one in _compiled(rf"\b(?:{pattern})", person, persons).finditer(text):
            yield _Found(one.start(), one.end(), Decimal(value), 0, "procent", "limit", None, hedge)


@lru_cache(maxsize=64)
def _compiled(pattern: str, person: str, persons: str) -> re.Pattern[str]:
    terms = {"person": re.escape(person), "persons": re.escape(persons)}
    terms["people"] = f"{terms['persons']}|{PEOPLE}"
    return re.compile(pattern.format(**terms), re.IGNORECASE)


def _part(one: re.Match[str]) -> Decimal | None:
    """The fraction a phrase stands for, in percent; None when it is no number."""
    if one["half"]:
        part, whole = 1, 2
    elif one["quarter"]:
        part, whole = 3 if one["quarter"].lower().startswith("drie") else 1, 4
    elif one["one"] or one["more"]:
        part = _WORDS[(one["more"] or "een").lower()]
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
        rf"\s+(?:[^\W\d_]+e\s+)?(?P<persons>{re.escape(persons)}|{re.escape(person)})\b|"
        rf"\s+(?:[^\W\d_]+e\s+)?(?P<people>{PEOPLE})\b",
        re.IGNORECASE,
    )


def _measured(text: str, noun: re.Pattern[str], units: Mapping[str, str]) -> Iterator[_Found]:
    for one in _NUMBER.finditer(text):
        number = _value(one["digits"] or one["word"])
        if number is None:
            continue
        after = noun.match(text, one.end())
        second = _SECOND.match(text, one.end()) if after is None else None
        shared = noun.match(text, second.end()) if second and _value(second[1]) else None
        unit = "geld" if one["money"] else _unit(after or shared, units)
        if not unit and _PROBABILITY.search(text, 0, one.start()):
            unit = "p"
        if one["word"] and not _counts(one["word"], unit):
            continue
        end, (value, digits) = after.end() if after else one.end(), number
        if after is not None and after["many"]:
            value *= _MANY[after["many"].lower()]
        if not unit and (word := _NOUN.match(text, one.end())):
            unit, end = _other_noun(word, one.end())
        form = "words" if one["word"] else "digits"
        yield _Found(one.start(), end, value, digits, unit, form, number_end=one.end())


_SECOND = re.compile(rf"{AND}({_DIGITS}|{_WORD}\b)", re.IGNORECASE)
_NOUN = re.compile(r"\s+(?:[^\W\d_]+e\s+)?([^\W\d_]+)")


def _other_noun(word: re.Match[str], end: int) -> tuple[str, int]:
    noun = word[1].lower()
    return ("", end) if noun in _NO_NOUN else (noun, word.end())


def _counts(word: str, unit: str) -> bool:
    """Whether a number word is a number: "een klant" is none, "een procent" is."""
    if word.lower() == "een":
        return unit in {"procent", "procentpunt"}
    if word.lower() in {"één", "eén"}:
        return unit in {"procent", "procentpunt", "personen", "geld"}
    return True


def _unit(after: re.Match[str] | None, units: Mapping[str, str]) -> str:
    if after is None:
        return ""
    if after["points"] or after["percent"]:
        return "procentpunt" if after["points"] else "procent"
    named = after["unit"] or after["of"]
    if named:
        return units[named.lower()]
    return "personen" if after["persons"] else "mensen"


def _value(written: str) -> tuple[Decimal, int] | None:
    """The number and its decimals; None for a word that is no number."""
    if not written[0].isdigit():
        number = _WORDS.get(written.lower())
        return None if number is None else (Decimal(number), 0)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", written):
        written = written.replace(".", "")
    written = written.replace(",", ".")
    return Decimal(written), len(written.partition(".")[2])


def _placed(found: _Found, text: str, sentences: Sequence[Sentence]) -> Typed:
    sentence = placed(found.start, sentences)
    before = text[sentence.start : found.start]
    hedge = found.hedge
    if not hedge and found.form != "limit":
        hedge = next((name for name, said in _SAID.items() if said.search(before)), "")
    return Typed(
        text=" ".join(text[found.start : found.end].split()),
        line=text.count("\n", 0, found.start) + 1,
        value=found.value,
        digits=found.digits,
        unit=found.unit,
        hedge=hedge,
        form=found.form,
        base=found.base,
        sentence=sentence,
        start=found.start - sentence.start,
        end=(found.number_end or found.end) - sentence.start,
    )


_SAID: Mapping[Hedge, re.Pattern[str]] = {
    name: re.compile(rf"(?:^|\W)(?:{said})\s+(?:de\s+|een\s+)?$", re.IGNORECASE)
    for name, said in _HEDGES.items()
}
