"""Rules about rows as wholes: delivered twice, cut off, and the numbers clients go by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from report45.facts import Count
from report45.inspection.people import People
from report45.inspection.remarks import Remark
from report45.inspection.seen import Mask, Seen
from report45.inspection.words import folded
from report45.study.config import StudyConfig

if TYPE_CHECKING:
    import pandas as pd

_CHANCE = 1e-3
_NEARLY = 0.9

_ONE_EVENT = {
    "activities": ["client", "kind", "start"],
    "work_income": ["client", "kind", "start"],
    "instruments": ["client", "kind", "start"],
}


def key_rules(seen: Seen, people: People, config: StudyConfig) -> Iterator[Remark]:
    """Look at rows and at the numbers of clients.

    Yields
    ------
    Remark
        ``duplicate-rows``: rows equal to an earlier one in every column (``aantal`` rows of the
        table) · ``same-event``: the same client, kind and day as an earlier row, with another
        remainder · ``same-person``: equal to an earlier client in all but the number, the birth
        date included · ``client-form``: the few client numbers of another length or form ·
        ``client-alike``: client numbers equal to another's but for case and punctuation ·
        ``cut-off``: a table in order of client that ends long before the last client (``na``
        Count of clients after it).
    """
    frame = seen.frame
    twice = np.asarray(frame.duplicated(), dtype=bool)
    yield from seen.remark("duplicate-rows", "", twice, aantal=Count(len(frame)))
    key = [one for one in _ONE_EVENT.get(seen.name, ()) if one in frame]
    if len(key) == 3:
        again = np.asarray(frame.duplicated(key), dtype=bool) & ~twice
        yield from seen.remark("same-event", "start", again)
    if seen.name == "clients":
        yield from _same_person(seen, config)
        if config.identifier == "pseudonym":
            yield from _numbers(seen)
    elif "client" in frame:
        yield from _cut_off(seen, people)


def _same_person(seen: Seen, config: StudyConfig) -> Iterator[Remark]:
    born = [one.column for one in config.characteristics if one.kind == "age"]
    apart = {"client", "call_order", "last_digit"}
    shared = [name for name in seen.frame.columns if name not in apart]
    if not born or born[0] not in shared or len(shared) < 5:
        return
    again = np.asarray(seen.frame.duplicated(shared), dtype=bool)
    yield from seen.remark("same-person", "client", again & seen.filled(born[0]))


def _numbers(seen: Seen) -> Iterator[Remark]:
    numbers = seen.frame["client"]
    forms = numbers.str.replace("[a-z]", "a", regex=True).str.replace("[A-Z]", "A", regex=True)
    forms = forms.str.replace("[0-9]", "9", regex=True)
    counts = forms.value_counts()
    if len(counts) > 1 and counts.iloc[0] >= _NEARLY * len(numbers):
        odd = np.asarray(forms != counts.index[0], dtype=bool)
        yield from seen.remark("client-form", "client", odd)
    elif _zeros_lost(numbers):
        short = np.asarray(numbers.str.len() < numbers.str.len().max(), dtype=bool)
        yield from seen.remark("client-form", "client", short)
    alike = numbers.map(folded).duplicated(keep=False)
    yield from seen.remark("client-alike", "client", np.asarray(alike, dtype=bool))


def _zeros_lost(numbers: pd.Series) -> bool:
    """Whether numbers of digits have leading zeros at full length, and some are shorter."""
    if not numbers.str.fullmatch("[0-9]+").all():
        return False
    length = numbers.str.len()
    return bool((numbers.str.startswith("0") & (length == length.max())).any()) and bool(
        (length < length.max()).any()
    )


def _cut_off(seen: Seen, people: People) -> Iterator[Remark]:
    """Find a table in order of client that ends, or begins, long before the table of clients does.

    Were its clients drawn at random, the chance that none of ``n`` is among the last ``m`` of
    ``N`` is ``(1 - m / N)**n``.
    """
    place = people.places[seen.name]
    if len(place) < 2 or not _rising(place):
        return
    candidates = np.isin(people.group, list(set(people.group[place]) | {""})) & (people.group != "")
    at = np.flatnonzero(candidates)
    n = len(np.unique(place))
    for after, where in (
        (int((at > place[-1]).sum()), len(place) - 1),
        (int((at < place[0]).sum()), 0),
    ):
        if len(at) and (1 - after / len(at)) ** n < _CHANCE and after >= 5:
            row: Mask = np.arange(len(place)) == where
            yield from seen.remark("cut-off", "client", row, na=Count(after))


def _rising(place: np.ndarray) -> bool:
    return bool((place >= 0).all() and (np.diff(place) >= 0).all())
