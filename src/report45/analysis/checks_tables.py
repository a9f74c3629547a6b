"""Checks that tables of characteristics add up and their labels say what was counted."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator

from report45.analysis.characteristics import balance
from report45.analysis.comparison import Comparison
from report45.analysis.findings import Discrepancy
from report45.facts import Count, Day, Fact, Flag, Number, Share, Text
from report45.rounding import whole_percent
from report45.study.durations import day
from report45.study.load import Study

_BOUND = re.compile(
    r"(?<!niet )(?:"
    r"(?P<below>\b(?:jonger dan|korter dan|minder dan|lager dan|kleiner dan|onder(?: de)?"
    r"|beneden(?: de)?|tot(?! en met))|<)"
    r"|(?P<above>\b(?:ouder dan|langer dan|meer dan|hoger dan|groter dan|boven(?: de)?)|>)"
    r")\s*(?=\d)",
    re.IGNORECASE,
)
"""What makes the number behind it a bound that is itself left out."""


def table_findings(study: Study) -> Iterator[Discrepancy]:
    """Check every characteristic.

    Yields
    ------
    Discrepancy
        ``afronding`` note: rounded percentages do not add up to 100 (``som.<group>``) ·
        ``noemer`` note: not everyone is registered, so that the n of the table and the base of
        its percentages may differ (``alle.<group>``, ``geregistreerd.<group>``, and the largest
        category on both, ``op_alle``, ``op_geregistreerd``) · ``gelijke_percentages`` note: two
        tables print the same percentages (``eerste``, ``tweede``, ``zelfde_aantallen``) ·
        ``klasse_label`` error: a label names a number outside its class (``label``, ``getal``,
        ``vanaf``, ``tot``) · ``meetdata`` note: measured at another day than the criterion on
        the same column (``criterium_dag``, ``kenmerk_dag``, ``laagste``, ``hoogste``).
    """
    comparisons = balance(study).comparisons
    for one in comparisons:
        yield from _rounding(study, one)
        yield from _denominator(one)
        yield from _labels(one)
        yield from _days(study, one)
    for first, second in itertools.combinations(comparisons, 2):
        yield from _twins(first, second)


def _rounding(study: Study, one: Comparison) -> Iterator[Discrepancy]:
    if not one.categories:
        return
    sums: dict[str, int] = {}
    for group, base in one.base.items():
        printed = [whole_percent(one.share(part).of(group)) for part in one.categories]
        if study.config.base == "all":
            printed.append(whole_percent(Share(one.missing.of(group), base)))
        sums[group] = sum(printed)
    if any(total != 100 for group, total in sums.items() if one.base.of(group)):
        values: dict[str, Fact] = {"label": Text(one.declared.label)}
        values |= {f"som.{group}": Number(total, "procent") for group, total in sums.items()}
        yield Discrepancy("afronding", "note", one.name, values)


def _denominator(one: Comparison) -> Iterator[Discrepancy]:
    if not one.missing.total:
        return
    values: dict[str, Fact] = {"label": Text(one.declared.label)}
    for group, n in one.n.items():
        values[f"alle.{group}"] = Count(n)
        values[f"geregistreerd.{group}"] = Count(n - one.missing.of(group))
    parted = one.largest is not None and one.missing.total < one.n.total
    values["in_klassen"] = Flag(parted)
    if one.largest is not None and parted:
        count = one.largest.count.total
        values["op_alle"] = Share(count, one.n.total)
        values["op_geregistreerd"] = Share(count, one.n.total - one.missing.total)
        values["categorie"] = Text(one.largest.label)
    yield Discrepancy("noemer", "note", one.name, values)


def _twins(first: Comparison, second: Comparison) -> Iterator[Discrepancy]:
    if not first.categories or len(first.categories) != len(second.categories):
        return
    if _printed(first) != _printed(second):
        return
    same = [part.count for part in first.categories] == [part.count for part in second.categories]
    yield Discrepancy(
        "gelijke_percentages",
        "note",
        f"{first.name}_{second.name}",
        {
            "eerste": Text(first.declared.label),
            "tweede": Text(second.declared.label),
            "zelfde_aantallen": Flag(same),
        },
    )


def _printed(one: Comparison) -> list[int]:
    shares = [share for part in one.categories for _, share in one.share(part).items()]
    return [whole_percent(share) for share in shares]


def _labels(one: Comparison) -> Iterator[Discrepancy]:
    if not one.declared.numeric:
        return
    vanaf = -math.inf
    for part in one.declared.categories:
        tot = math.inf if part.below is None else part.below
        whole = one.declared.kind == "age"
        outside = [
            number
            for word, number in _numbers(part.label)
            if not _within(word, number, vanaf, tot, whole=whole)
        ]
        if outside:
            values: dict[str, Fact] = {"label": Text(part.label), "getal": Number(outside[0])}
            if vanaf > -math.inf:
                values["vanaf"] = Number(vanaf, one.declared.unit)
            if tot < math.inf:
                values["tot"] = Number(tot, one.declared.unit)
            yield Discrepancy("klasse_label", "error", f"{one.name}_{part.name}", values)
        vanaf = tot


def _numbers(label: str) -> list[tuple[str, float]]:
    """Give the numbers a label names, and the bound a word before them makes; months as years."""
    found = [(one.lastgroup or "", one.end()) for one in _BOUND.finditer(label)]
    numbers = []
    for one in re.finditer(r"(\d+(?:,\d+)?)(\s*maand)?", label):
        word = next((word for word, end in found if end == one.start()), "")
        numbers.append((word, float(one[1].replace(",", ".")) / (12 if one[2] else 1)))
    return numbers


def _within(word: str, number: float, vanaf: float, tot: float, *, whole: bool) -> bool:
    """Whether a class from ``vanaf`` up to, not including, ``tot`` may name a number so.

    In whole years a class up to and including 60 ends below 61, and "older than 60" begins at 61.
    """
    if word == "below":
        return number == tot
    if word == "above":
        return number == vanaf - whole
    return vanaf <= number <= tot and not (whole and number == tot)


def _days(study: Study, one: Comparison) -> Iterator[Discrepancy]:
    if one.declared.kind not in {"age", "duration"} or one.numeric is None:
        return
    at = day(study, one.declared.at)
    for criterion in study.config.criteria:
        if criterion.column != one.declared.column or criterion.kind != one.declared.kind:
            continue
        selected = day(study, criterion.at)
        if selected == at or not one.numeric.summary.total.n:
            continue
        # One decimal more than the table prints, or the shift would drown in rounding.
        unit, digits = one.declared.unit, one.declared.digits + (criterion.kind == "duration")
        yield Discrepancy(
            "meetdata",
            "note",
            one.name,
            {
                "label": Text(one.declared.label),
                "criterium_dag": Day(selected),
                "kenmerk_dag": Day(at),
                "laagste": Number(one.numeric.summary.total.low, unit, digits),
                "hoogste": Number(one.numeric.summary.total.high, unit, digits),
            },
        )
