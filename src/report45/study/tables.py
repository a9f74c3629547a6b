"""Read one delivered table: find, decode, rename, and turn text into typed columns."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from report45.disk import MissingError, UnreadableError, listed
from report45.errors import Fault
from report45.study.files import Note, Sheet, read_sheet, rows_text
from report45.study.people import Table
from report45.study.schema import Column

if TYPE_CHECKING:
    import pandas as pd

_FLAGS = {"ja": True, "nee": False}
_YEARS = (1900, 2100)  # registers write 31-12-9999 for "no end", and 01-01-0001 for "unknown"
_NUMBER = {
    # [0-9], for \d holds the digits of every script
    ",": r"-?([0-9]+|[0-9]{1,3}(\.[0-9]{3})+)(,[0-9]+)?",
    ".": r"-?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?",
}


@dataclass
class Reading:
    """A table while it is read: its frame, and the faults found so far.

    Parameters
    ----------
    table : Table
        Its declaration.
    schema : mapping of str to Column
        What its columns must hold, under our names.
    frame : DataFrame or None
        Columns under our names, indexed by the row a spreadsheet shows; None when the file
        could not be read at all.
    cells : DataFrame or None
        The text that the typed columns were made from, under the file's names and with the same
        index; an empty cell is an empty text. It lives no longer than the reading.
    faults : list of Fault
        What was wrong.
    notes : list of Note
        What is not wrong, and is to be told.
    """

    table: Table
    schema: Mapping[str, Column]
    frame: pd.DataFrame | None = None
    cells: pd.DataFrame | None = None
    faults: list[Fault] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def theirs(self, column: str) -> str:
        """The name the file uses for one of our columns."""
        return self.table.columns.get(column, column)

    def unique(self, column: str) -> bool:
        """Whether a value may occur only once in one of our columns."""
        return self.schema[column].unique

    def free_text(self, columns: Iterable[str]) -> list[str]:
        """Those of our columns that may hold any text; ``client`` is none of them."""
        asked = {name: self.schema[name] for name in columns if name != "client"}
        return [
            name
            for name, column in asked.items()
            if column.kind in {"text", "code"} and column.allowed is None
        ]

    def blame(self, bad: pd.Series, column: str, problem: str, remedy: str) -> None:
        """Note a fault for the rows where ``bad`` is true, if any."""
        rows = [int(row) for row in bad.index[bad]]
        if rows:
            where = f"{self.table.file}, {rows_text(rows)}, column {self.theirs(column)}"
            self.faults.append(Fault(where, problem, remedy))


def read_table(folder: Path, table: Table, schema: Mapping[str, Column]) -> Reading:
    """Read a table and give every column its type.

    Only declared columns are read; whatever else the file holds is not kept.

    Parameters
    ----------
    folder : Path
        The study's folder.
    table : Table
        Where the file is and how it is written.
    schema : mapping of str to Column
        What its columns must hold, under our names.

    Returns
    -------
    Reading
        The typed frame and all faults; no fault holds a value from the file. Columns that are
        missing are missing from the frame.
    """
    reading = Reading(table, schema)
    sheet = _read_sheet(folder, reading, schema)
    if sheet is None:
        return reading
    reading.cells = sheet.frame
    reading.notes += sheet.notes
    _note_missing(sheet.header, reading, schema)
    if sheet.frame.empty:
        if not reading.faults:
            fault = Fault(table.file, "the file has no rows below its header.", "Export it again.")
            reading.faults.append(fault)
        return reading
    import pandas as pd

    typed = {}
    for name, column in schema.items():
        if reading.theirs(name) in sheet.frame:
            values = _recode(sheet.frame[reading.theirs(name)], name, reading)
            typed[name] = _typed(values, name, column, reading)
    reading.frame = pd.DataFrame(typed, index=sheet.frame.index)
    return reading


def _read_sheet(folder: Path, reading: Reading, schema: Mapping[str, Column]) -> Sheet | None:
    """The file as text, or None with the fault noted."""
    name, path = reading.table.file, folder / reading.table.file
    wanted = {reading.theirs(name) for name in schema}
    try:
        return read_sheet(path, reading.table, wanted, folder)
    except MissingError as error:
        near = difflib.get_close_matches(path.name, _names(path.parent), n=1)
        hint = f"Did you mean {near[0]}?" if near else "Put it in the study's folder."
        reading.faults.append(Fault(name, error.problem, hint))
        return None
    except UnreadableError as error:
        where = f"{name}, {error.place}" if error.place else name
        reading.faults.append(Fault(where, error.problem, error.remedy))
        return None


def _names(folder: Path) -> list[str]:
    try:
        return [path.name for path in listed(folder, "")]
    except UnreadableError:
        return []


def _note_missing(header: tuple[str, ...], reading: Reading, schema: Mapping[str, Column]) -> None:
    """Note every column that should be there and is not, or is there twice."""
    row = f"{reading.table.file}, row {reading.table.skip_rows + 1}"
    found = {_folded(name) for name in header}
    asked = [name for name in schema if schema[name].required or name in reading.table.columns]
    if not any(_folded(reading.theirs(name)) in found for name in asked):
        problem = "none of the declared columns is here."
        remedy = "Is this row the header? Set `skip_rows`, or `columns`, in study.toml."
        reading.faults.append(Fault(row, problem, remedy))
        return
    for name in schema:
        theirs = reading.theirs(name)
        where = f"{row}, column {theirs}"
        if header.count(theirs) > 1:
            reading.faults.append(Fault(where, "occurs more than once.", "Rename one of them."))
        elif name in asked and theirs not in header:
            fault = Fault(where, "the column is missing.", _nearest(theirs, header))
            reading.faults.append(fault)


def _folded(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).lower()


def _nearest(wanted: str, header: Iterable[str]) -> str:
    folded = {_folded(name): name for name in header if name}
    near = difflib.get_close_matches(_folded(wanted), list(folded), n=1, cutoff=0.6)
    if near:
        return f"Did you mean {folded[near[0]]}? Say so under `columns` in study.toml."
    return "Add it, or say under `columns` in study.toml what it is called."


def by_value(values: pd.Series, change: Callable[[pd.Series], pd.Series]) -> pd.Series:
    """Work something out once for every distinct value, however many rows have it.

    Parameters
    ----------
    values : Series, shape (n,)
        A column.
    change : callable
        Given the distinct values, gives one result for each.

    Returns
    -------
    Series, shape (n,)
        The results in the order of ``values``, with its index; NA where a value is missing.
    """
    import pandas as pd

    codes, distinct = pd.factorize(values)
    changed = change(pd.Series(distinct, dtype=values.dtype))
    if (codes < 0).any():
        return changed.reindex(codes).set_axis(values.index)
    return changed.take(codes).set_axis(values.index)


def _recode(values: pd.Series, name: str, reading: Reading) -> pd.Series:
    codes = reading.table.codes.get(name)
    if not codes:
        return values
    return by_value(values, lambda found: found.map(lambda value: codes.get(value, value)))


def _typed(values: pd.Series, name: str, column: Column, reading: Reading) -> pd.Series:
    """Turn text into the column's type, noting every cell that will not go."""
    empty = values == ""
    if not column.empty:
        reading.blame(empty, name, "the cell is empty.", "Every row needs a value here.")
    if column.unique:
        double = values.duplicated(keep=False) & ~empty
        reading.blame(double, name, "the same value occurs more than once.", "It must be unique.")
    if column.kind == "date":
        return _dates(values, empty, name, reading)
    if column.kind in {"number", "integer"}:
        return _numbers(values, empty, name, column, reading)
    if column.kind == "flag":
        flags = by_value(values, lambda found: found.str.lower().map(_FLAGS).astype("boolean"))
        reading.blame(flags.isna() & ~empty, name, "neither ja nor nee.", "Write ja or nee.")
        return flags
    if column.allowed is not None:
        unknown = ~values.isin(column.allowed) & ~empty
        known = ", ".join(sorted(_their_codes(reading, name, column.allowed)))
        reading.blame(unknown, name, "unknown code.", f"Expected one of: {known}.")
    return values.mask(empty).astype("str")


def _their_codes(reading: Reading, name: str, allowed: Iterable[str]) -> list[str]:
    codes = reading.table.codes.get(name, {})
    ours = {our: their for their, our in codes.items()}
    return [ours.get(code, code) for code in allowed]


def _dates(values: pd.Series, empty: pd.Series, name: str, reading: Reading) -> pd.Series:
    import pandas as pd

    form = reading.table.date_format
    dates = by_value(
        values, lambda found: pd.to_datetime(found.mask(found == ""), format=form, errors="coerce")
    )
    bad = dates.isna() & ~empty
    remedy = f"Expected the form {form}."
    if bad.any():
        swapped = form.replace("%d", "%#").replace("%m", "%d").replace("%#", "%m")
        if pd.to_datetime(values[bad], format=swapped, errors="coerce").notna().all():
            remedy += f" These would be dates as {swapped}: are day and month the other way round?"
    reading.blame(bad, name, "not a date.", remedy)
    odd = (dates.dt.year < _YEARS[0]) | (dates.dt.year > _YEARS[1])
    remedy = "Mend it; leave the cell empty where the date is not known."
    reading.blame(odd, name, f"a date before {_YEARS[0]} or after {_YEARS[1]}.", remedy)
    return dates.astype("datetime64[s]")


def _numbers(
    values: pd.Series, empty: pd.Series, name: str, column: Column, reading: Reading
) -> pd.Series:
    decimal = reading.table.decimal
    whole = column.kind == "integer"
    numbers = by_value(values, lambda found: _parsed(found, decimal, whole=whole))
    expected = "a whole number" if whole else f'a number with "{decimal}" as decimal sign'
    reading.blame(numbers.isna() & ~empty, name, "not a number.", f"Expected {expected}.")
    return numbers


def _parsed(texts: pd.Series, decimal: str, *, whole: bool) -> pd.Series:
    """Read numbers; missing where a text is none."""
    import pandas as pd

    # eighteen digits always fit in 64 bits
    good = texts.str.fullmatch("-?[0-9]{1,18}" if whole else _NUMBER[decimal])
    plain = texts.where(good).str.replace("." if decimal == "," else ",", "", regex=False)
    numbers = pd.to_numeric(plain.str.replace(",", ".", regex=False), errors="coerce")
    return numbers.astype("Int64") if whole else numbers.astype("float64")
