"""Which phrase says which share: the thresholds, as tables.

A step runs from its percentage up to, not including, the next one. The percentage is the printed
one: whole, rounded half-up. "exactly" is said instead when the share equals that fraction. Every
phrase fits before "van de klanten" and takes a verb in the singular.

The tables are the rule and its documentation at once: Markdown, read by :func:`ladder`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

BREUK = """
| from (%) | phrase | exactly |
| --- | --- | --- |
| 0 | minder dan één procent | 0: geen |
| 1 | minder dan vijf procent | |
| 5 | ongeveer vijf procent | 1/20: vijf procent |
| 6 | ruim vijf procent | |
| 8 | bijna tien procent | |
| 9 | ongeveer een tiende | 1/10: een tiende |
| 12 | ruim tien procent | |
| 13 | bijna vijftien procent | |
| 15 | ongeveer vijftien procent | 3/20: vijftien procent |
| 16 | ruim vijftien procent | |
| 18 | bijna een vijfde | |
| 20 | ongeveer een vijfde | 1/5: een vijfde |
| 21 | ruim een vijfde | |
| 23 | ongeveer een kwart | 1/4: een kwart |
| 28 | ruim een kwart | |
| 30 | bijna een derde | |
| 33 | ongeveer een derde | 1/3: een derde |
| 34 | ruim een derde | |
| 37 | bijna veertig procent | |
| 40 | ongeveer veertig procent | 2/5: veertig procent |
| 41 | ruim veertig procent | |
| 45 | bijna de helft | |
| 50 | ongeveer de helft | 1/2: de helft |
| 51 | ruim de helft | |
| 58 | bijna zestig procent | |
| 60 | ongeveer zestig procent | 3/5: zestig procent |
| 61 | ruim zestig procent | |
| 64 | bijna twee derde | |
| 67 | ongeveer twee derde | 2/3: twee derde |
| 68 | ruim twee derde | |
| 72 | bijna driekwart | |
| 75 | ongeveer driekwart | 3/4: driekwart |
| 76 | ruim driekwart | |
| 78 | bijna tachtig procent | |
| 80 | ongeveer tachtig procent | 4/5: tachtig procent |
| 81 | ruim tachtig procent | |
| 85 | bijna negentig procent | |
| 90 | ongeveer negentig procent | 9/10: negentig procent |
| 91 | ruim negentig procent | |
| 96 | bijna honderd procent | |
| 100 | vrijwel honderd procent | 1: honderd procent |
"""
"""Fractions where people use them, percentages in between."""

TIENTALLEN = """
| from (%) | phrase | exactly |
| --- | --- | --- |
| 0 | minder dan één procent | 0: nul procent |
| 1 | minder dan vijf procent | |
| 5 | ongeveer vijf procent | 1/20: vijf procent |
| 6 | ruim vijf procent | |
| 8 | bijna tien procent | |
| 10 | ongeveer tien procent | 1/10: tien procent |
| 11 | ruim tien procent | |
| 13 | bijna vijftien procent | |
| 15 | ongeveer vijftien procent | 3/20: vijftien procent |
| 16 | ruim vijftien procent | |
| 18 | bijna twintig procent | |
| 20 | ongeveer twintig procent | 1/5: twintig procent |
| 21 | ruim twintig procent | |
| 26 | bijna dertig procent | |
| 30 | ongeveer dertig procent | 3/10: dertig procent |
| 31 | ruim dertig procent | |
| 36 | bijna veertig procent | |
| 40 | ongeveer veertig procent | 2/5: veertig procent |
| 41 | ruim veertig procent | |
| 46 | bijna vijftig procent | |
| 50 | ongeveer vijftig procent | 1/2: vijftig procent |
| 51 | ruim vijftig procent | |
| 56 | bijna zestig procent | |
| 60 | ongeveer zestig procent | 3/5: zestig procent |
| 61 | ruim zestig procent | |
| 66 | bijna zeventig procent | |
| 70 | ongeveer zeventig procent | 7/10: zeventig procent |
| 71 | ruim zeventig procent | |
| 76 | bijna tachtig procent | |
| 80 | ongeveer tachtig procent | 4/5: tachtig procent |
| 81 | ruim tachtig procent | |
| 86 | bijna negentig procent | |
| 90 | ongeveer negentig procent | 9/10: negentig procent |
| 91 | ruim negentig procent | |
| 96 | bijna honderd procent | |
| 100 | vrijwel honderd procent | 1: honderd procent |
"""
"""Percentages in tens; in fives below twenty."""

MEER_DAN = """
| from (%) | phrase | exactly |
| --- | --- | --- |
| 0 | minder dan de helft | 0: geen |
| 50 | ongeveer de helft | 1/2: de helft |
| 51 | meer dan de helft | 1: honderd procent |
"""
"""On which side of a half."""


@dataclass(frozen=True)
class Rung:
    """One row of a ladder of phrases.

    Parameters
    ----------
    start : int
        The whole percentage from which the phrase is said.
    phrase : str
        What is said.
    exactly : Fraction or None
        The share that has words of its own.
    bare : str
        Those words.
    """

    start: int
    phrase: str
    exactly: Fraction | None
    bare: str


def ladder(table: str) -> tuple[Rung, ...]:
    """Read a table of thresholds, written as Markdown.

    Parameters
    ----------
    table : str
        ``BREUK``, ``TIENTALLEN`` or ``MEER_DAN``.

    Returns
    -------
    tuple of Rung
        In rising order.
    """
    steps = []
    for line in table.strip().splitlines()[2:]:
        start, phrase, exactly = (part.strip() for part in line.strip("|").split("|"))
        fraction, _, bare = exactly.partition(": ")
        steps.append(Rung(int(start), phrase, Fraction(fraction) if fraction else None, bare))
    return tuple(steps)


LADDERS = {
    name: ladder(table)
    for name, table in (("breuk", BREUK), ("tientallen", TIENTALLEN), ("meer_dan", MEER_DAN))
}
"""The steps of each table, by the name of its filter."""
