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
from report45.study.people import GROUPS

if TYPE_CHECKING:
    import pandas as pd

_CHANCE = 1e-3
_NEARLY = 0.9
_LEAST = 10
_AFTER = 5

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
        ``cut-off``: a table in order of client without anyone after its last row, of a group of
        which nearly everyone should follow, or by chance someone would (``na`` Count of them).
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
    """Find a table in order of client that ends long before the table of clients does.

    A table that holds nearly everyone of a group up to some client should hold the others too. One
    that holds some, such as those whose benefit ended, may be whole; only where the order of
    clients tells nothing of them can chance be asked: that none of ``n`` clients is among the last
    ``m`` of ``N`` then has a chance of ``(1 - m / N)**n``. Whoever came later had less time, so
    that a table may thin out: none of ``m`` must be unlikely by its last part too.
    """
    place = people.places[seen.name]
    if len(place) < _LEAST or not _rising(place):
        return
    mixed = _mixed(people)
    after = 0
    for group in GROUPS:
        at = np.flatnonzero((people.group == group) & (people.cohort == "original"))
        n, later = int(np.isin(at, place).sum()), int((at > place[-1]).sum())
        nearly_all = n >= _NEARLY * (len(at) - later)
        unlikely = mixed and (1 - later / len(at)) ** n < _CHANCE
        if n >= _LEAST and (nearly_all or (unlikely and _absent(at, place) ** later < _CHANCE)):
            after += later
    if after >= _AFTER:
        last: Mask = np.arange(len(place)) == len(place) - 1
        yield from seen.remark("cut-off", "client", last, na=Count(after))


def _absent(at: np.ndarray, place: np.ndarray) -> float:
    """Give the part that is not in the table of the clients shortly before its last row's."""
    before = at[at < place[-1]]
    near = before[-max(1, len(before) // 3) :]
    return 1.0 - float(np.isin(near, place).mean())


def _mixed(people: People) -> bool:
    """Whether the groups alternate in the table of clients, at least half as often as by chance."""
    experiment = people.group[people.cohort == "original"] == "experiment"
    n, ours = len(experiment), int(experiment.sum())
    changes = int((experiment[1:] != experiment[:-1]).sum())
    return n > 0 and changes >= ours * (n - ours) / n


def _rising(place: np.ndarray) -> bool:
    return bool((place >= 0).all() and (np.diff(place) >= 0).all())
