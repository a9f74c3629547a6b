"""Read a delivered file, CSV, Excel or Parquet, as text: no cell is interpreted yet."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from report45.disk import TABLE_LIMIT, UnreadableError, open_regular
from report45.errors import Fault, Place
from report45.study.alike import tidy
from report45.study.kinds import Kind, Reader, kind_of
from report45.study.people import Table

if TYPE_CHECKING:
    import pandas as pd

_ROWS_AT_ONCE = 10_000  # lists of rows are what the garbage collector walks through
_READERS: Mapping[str, Reader] = {".xlsx": "xlsx", ".xlsm": "xlsx", ".parquet": "parquet"}

Rows = Iterator[tuple[int, list[str]]]
"""Rows with the number a spreadsheet shows, the header or what stands above it first."""


@dataclass(frozen=True)
class Note:
    """Something seen in a file while it was read, for a study to accept.

    Parameters
    ----------
    place : Place
        Where in the file.
    code : str
        What kind of thing it is: ``hidden-rows``; names its sentence.
    says : mapping of str to str
        What that sentence says further.
    """

    place: Place
    code: str
    says: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sheet:
    """A file as text.

    Parameters
    ----------
    header : tuple of str
        Every cell of the header, white space tidied.
    frame : DataFrame
        The wanted columns as ``str``, stripped, indexed by the row a spreadsheet shows; empty
        cells are empty strings, rows without anything are left out.
    notes : tuple of Note
        What was seen on the way and is to be told.
    faults : tuple of Fault
        Cells that hold no value that could be read.
    """

    header: tuple[str, ...]
    frame: pd.DataFrame
    notes: tuple[Note, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_sheet(
    path: Path, table: Table, wanted: Collection[str], inside: Path | None = None
) -> Sheet:
    """Read the wanted columns of a file as text; no other cell is kept.

    Parameters
    ----------
    path : Path
        The file; a name in ``.xlsx`` or ``.xlsm`` is for Excel, in ``.parquet`` for Parquet,
        any other for CSV, and its content must agree.
    table : Table
        How it is written.
    wanted : collection of str
        Names of columns as the file has them; those it lacks are passed over.
    inside : Path, optional
        The folder it must stand in once all links are followed.

    Returns
    -------
    Sheet

    Raises
    ------
    MissingError
        If there is no file by this name.
    UnreadableError
        If the file cannot be read as declared. Its text holds nothing from the file.
    """
    with open_regular(path, inside, TABLE_LIMIT) as file:
        try:
            reader = _reader(path, kind_of(file))
            if reader == "xlsx":
                from report45.study.workbook import read_workbook

                return read_workbook(file, table, wanted)
            if reader == "parquet":
                from report45.study.parquet import read_parquet

                return read_parquet(file, table, wanted)
            from report45.study.separated import read_rows

            return collect(read_rows(file.read(), table), table, wanted)
        except OSError as error:
            problem = f"cannot be read ({error.strerror})."
            raise UnreadableError(problem, "Check the file.") from None


def _reader(path: Path, kind: Kind) -> Reader:
    """What reads a file, when its name and its content say the same."""
    reader = _READERS.get(path.suffix.lower(), "csv")
    if kind.reader is None or kind.reader == reader:
        if kind.reader is not None:
            return reader
        raise UnreadableError(f"is {kind.what}.", kind.remedy)
    raise UnreadableError(f"is {kind.what}, whatever its name says.", kind.remedy)


def cell_text(cell: object, table: Table) -> str:
    """A typed cell as the same delivery would hold it in CSV; NaN and None are empty cells."""
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return ""
    if isinstance(cell, dt.date):  # a datetime is one too
        return cell.strftime(table.date_format)
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float | Decimal):
        exact = cell if isinstance(cell, Decimal) else Decimal(f"{cell:.15g}")
        return f"{exact:f}".replace(".", table.decimal)
    return str(cell)


def collect(rows: Rows, table: Table, wanted: Collection[str]) -> Sheet:
    """Keep the wanted columns of all rows below the header.

    Parameters
    ----------
    rows : iterator of int and list of str
        Every row that the file has, by the number a spreadsheet shows.
    table, wanted
        As :func:`read_sheet` takes them.

    Returns
    -------
    Sheet

    Raises
    ------
    UnreadableError
        If there is no header, or rows have another number of cells than it has.
    """
    import pandas as pd

    first = table.skip_rows + 1
    header = next((row for number, row in rows if number == first), None)
    if header is None:
        remedy = "Export it again, or set `skip_rows` in study.toml."
        raise UnreadableError("the file is empty.", remedy)
    names = tuple(tidy(name) for name in header)
    if not any(names):
        raise UnreadableError(
            "no header here.", "Set `skip_rows` in study.toml.", Place(rows=(first,))
        )
    _split_rightly(header, table)
    picked = {name: names.index(name) for name in wanted if name in names}
    parts = [_frame([], [], picked)]
    wrong: list[int] = []
    while chunk := list(itertools.islice(rows, _ROWS_AT_ONCE)):
        numbers, cells = zip(*chunk, strict=True)
        parts.append(_frame(*_fitting(numbers, cells, names, wrong), picked))
    if wrong:
        raise UnreadableError(
            f"not as many cells as the header ({len(names)}).",
            "Put text that holds a separator or a line break in double quotes.",
            Place(rows=tuple(wrong)),
        )
    return Sheet(names, pd.concat(parts))


def _frame(
    numbers: Sequence[int], rows: Sequence[Sequence[str]], picked: Mapping[str, int]
) -> pd.DataFrame:
    """The picked columns of rows, but for rows without anything in them."""
    import pandas as pd

    index = pd.Index(list(numbers), dtype="int64")
    cells = {name: [row[place].strip() for row in rows] for name, place in picked.items()}
    columns = {name: pd.Series(one, index, "str") for name, one in cells.items()}
    return without_empty_rows(pd.DataFrame(columns, index))


def without_empty_rows(frame: pd.DataFrame) -> pd.DataFrame:
    """Leave out the rows in which every cell is empty."""
    return frame[(frame != "").any(axis=1)]


def _split_rightly(header: list[str], table: Table) -> None:
    """Refuse a header that was split at the wrong mark, or that only says where to split."""
    if header[0].strip().lower().startswith("sep="):
        problem = "this row only says what separates cells (sep=)."
        raise UnreadableError(problem, "Set `skip_rows = 1` in study.toml.", Place(rows=(1,)))
    other = next((mark for mark in ";,\t|" if mark in header[0]), "")
    if len(header) == 1 and other:
        named = "a tab" if other == "\t" else f'"{other}"'
        raise UnreadableError(
            f'has one column when split at "{table.separator}".',
            f"Its header holds {named}: set `separator` in study.toml.",
        )


def _fitting(
    numbers: Sequence[int], rows: Sequence[list[str]], names: tuple[str, ...], wrong: list[int]
) -> tuple[Sequence[int], Sequence[list[str]]]:
    """Give the rows with a cell for every name, and their numbers; note other rows as wrong.

    Separators without a name above them, at the end of a row, are tolerated: exports differ
    in whether they write them. Rows without anything are left out.
    """
    width = len(names)
    if set(map(len, rows)) == {width}:  # as nearly always; a million rows are a minute otherwise
        return numbers, rows
    least = max(place for place, name in enumerate(names, 1) if name)
    fitting: dict[int, list[str]] = {}
    for number, row in zip(numbers, rows, strict=True):
        size = len(row)
        while size > width and not row[size - 1].strip():
            size -= 1
        if size == width or least <= size < width:
            fitting[number] = row[:width] + [""] * (width - size)
        elif any(map(str.strip, row)):
            wrong.append(number)
    return list(fitting), list(fitting.values())
