"""A table as the rules look at it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from report45.facts import Day, Fact, Facts, Flag, Text
from report45.inspection.remarks import Remark
from report45.study.files import Note
from report45.study.load import Delivered, Study
from report45.study.people import Table
from report45.study.schema import ColumnRule, Kind, schemas

if TYPE_CHECKING:
    import pandas as pd

SHOWN = 5
"""Rows that a remark names; it counts them all."""

SHARED = 10
"""Rows that must share a code before it is shown: below that it might point at a person."""

Mask = npt.NDArray[np.bool_]
Days = npt.NDArray[np.datetime64]


@dataclass(frozen=True)
class Seen:
    """A table as the rules look at it.

    Parameters
    ----------
    name : str
        Of the table.
    declared : Table
        Where it is and what its columns and codes are called there.
    schema : mapping of str to ColumnRule
        What its columns hold.
    frame : DataFrame
        Its rows.
    delivered : Delivered
        The rows' numbers and what the typed columns no longer show.
    """

    name: str
    declared: Table
    schema: Mapping[str, ColumnRule]
    frame: pd.DataFrame
    delivered: Delivered

    def named(self, column: str) -> str:
        """The name the file uses for one of our columns."""
        return self.declared.columns.get(column, column)

    def columns(self, *kinds: Kind) -> Iterator[str]:
        """The columns of some kinds that are there and not all empty."""
        for name, column in self.schema.items():
            if column.kind in kinds and name in self.frame and self.frame[name].notna().any():
                yield name

    def filled(self, column: str) -> Mask:
        """Mark the rows that hold something in a column."""
        return np.asarray(self.frame[column].notna(), dtype=bool)

    def days(self, column: str) -> Days:
        """Give a column of dates as days; NaT where the table lacks it."""
        if column not in self.frame:
            return np.full(len(self.frame), np.datetime64("NaT", "D"))
        return self.frame[column].to_numpy(dtype="datetime64[D]")

    def remark(self, code: str, column: str, where: Mask, /, **values: Fact) -> Iterator[Remark]:
        """Remark on the rows that are marked, if any."""
        if where.any():
            rows = tuple(int(row) for row in self.delivered.rows[where][:SHOWN])
            yield self._remark(code, column, rows, int(where.sum()), values)

    def whole(self, code: str, column: str = "", /, **values: Fact) -> Remark:
        """Remark on a column or on the table as a whole."""
        return self._remark(code, column, (), 0, values)

    def noted(self, note: Note) -> Remark:
        """Give what reading the file noted as a remark."""
        values: dict[str, Fact] = {name: Text(text) for name, text in note.says.items()}
        ours = {theirs: mine for mine, theirs in self.declared.columns.items()}
        column, rows = note.place.column, note.place.rows
        return self._remark(note.code, ours.get(column, column), rows[:SHOWN], len(rows), values)

    def _remark(
        self, code: str, column: str, rows: tuple[int, ...], count: int, values: Facts
    ) -> Remark:
        named = self.named(column) if column else ""
        return Remark(code, self.name, column, self.declared.file, named, rows, count, values)


def seen(study: Study) -> dict[str, Seen]:
    """Give every table of a study as the rules look at it."""
    expected = schemas(study.config)
    found: dict[str, Seen] = {}
    for name, declared in study.config.tables.items():
        frame = study.tables[name]
        delivered = study.delivered.get(name) or Delivered(np.arange(2, len(frame) + 2))
        found[name] = Seen(name, declared, expected[name], frame, delivered)
    return found


def day(value: np.datetime64) -> Day:
    """Give a day as a fact."""
    return Day(value.astype("datetime64[D]").item())


def shown(code: str, count: int) -> dict[str, Fact]:
    """Give a code as ``code`` Text where enough rows share it; ``getoond`` Flag says whether."""
    enough = count >= SHARED
    return {"getoond": Flag(enough), "code": Text(code if enough else "")}


def distinct(column: pd.Series) -> pd.Series:
    """Count every value of a column, missing ones left out; commonest first, ties by value."""
    counts = column.value_counts()
    order = np.lexsort((counts.index.astype(str), -counts.to_numpy()))
    return counts.iloc[order]


def isin(column: pd.Series, values: Iterable[object]) -> Mask:
    """Mark the rows with one of some values."""
    return np.asarray(column.isin(list(values)), dtype=bool)
