"""Dates of the study typed by hand.

``contradiction`` (error): a sentence dates a declared day otherwise.
``typed-number`` (warning): it writes a declared day out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from report45.facts import Day
from report45.lint.lexicon import EVENTS, MONTHS
from report45.lint.rules.knowledge import Knowledge, Read
from report45.lint.rules.quantities import CONTRADICTION, TYPED_NUMBER
from report45.wording.notices import Finding, notice
from report45.wording.numbers import say

_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{'|'.join(MONTHS)})(?:\s+(?P<year>(?:19|20)\d\d))?\b|"
    r"\b(?P<d>\d{1,2})[-/](?P<m>\d{1,2})[-/](?P<y>\d{4})\b|"
    r"\b(?P<iso>(?:19|20)\d\d-\d\d-\d\d)\b|"
    r"(?<![\d-])(?P<alone>(?:19|20)\d\d)\b(?!-)",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:tot|tot\s+en\s+met|t/m)\s+(?:eind\s+|begin\s+)?$", re.IGNORECASE)
_FROM_TO = re.compile(r"\b(?:van|vanaf)\b.{0,300}\btot\b", re.IGNORECASE | re.DOTALL)


def check(read: Read, known: Knowledge) -> Iterator[Finding]:
    """Hold the dates in a sentence against the days that the study declares.

    Parameters
    ----------
    read : Read
        The sentence, and what was typed in it.
    known : Knowledge
        The facts.

    Yields
    ------
    Finding
    """
    sentence, text = read.sentence, read.sentence.text
    if known.is_elsewhere(text):
        return
    events = [name for name, said in EVENTS.items() if said.search(text)]
    for one in _DATE.finditer(text):
        name = _event(text, one, events)
        path = f"inleiding.data.{name}"
        day = known.facts.get(path)
        if not isinstance(day, Day):
            continue
        until = bool(_UNTIL.search(text[: one.start()]))
        same = _agrees(one, day.value, until=until)
        whole = one["day"] or one["d"] or one["iso"]
        if same and not whole:
            continue
        line = sentence.line + text.count("\n", 0, one.start())
        quote = "{{ " + path + " | datum }}" if whole else ""
        given = {"tekst": one[0], "feit": path, "waarde": say(day), "citaat": quote}
        if same:
            yield TYPED_NUMBER.at(line, notice("getal-van-feit", **given), one[0])
        else:
            yield CONTRADICTION.at(line, notice("tegenspraak", **given), one[0])


def _event(text: str, found: re.Match[str], events: Sequence[str]) -> str:
    """Which declared day a date is said to be; empty when that is not certain."""
    if {"start", "einde"} <= {*events} and _FROM_TO.search(text):
        return "einde" if _UNTIL.search(text[: found.start()]) else "start"
    return events[0] if len(events) == 1 else ""


def _agrees(found: re.Match[str], day: date, *, until: bool) -> bool:
    """Whether a date, as exact as it is written, is the day; "tot en met maart" ends on 1 April."""
    days = [day, day - timedelta(days=1)] if until else [day]
    return any(_written(found, one) for one in days)


def _written(found: re.Match[str], day: date) -> bool:
    if found["iso"]:
        return found["iso"] == day.isoformat()
    if found["alone"]:
        return int(found["alone"]) == day.year
    if found["month"]:
        number = MONTHS.index(found["month"].lower()) + 1
        return (
            number == day.month
            and (not found["day"] or int(found["day"]) == day.day)
            and (not found["year"] or int(found["year"]) == day.year)
        )
    return (int(found["d"]), int(found["m"]), int(found["y"])) == (day.day, day.month, day.year)
