"""Read one delivered table: find, decode, rename, and turn text into typed columns."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from report45.errors import Fault
from report45.study.config import Table
from report45.study.files import UnreadableError, read_text, rows_text
from report45.study.schema import Column

if TYPE_CHECKING:
    import pandas as pd

_FLAGS = {"ja": True, "nee": False}
_NUMBER = {
    ",": re.compile(r"-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?"),
    ".": re.compile(r"-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?"),
}


@dataclass
class Reading:
    """A table while it is read: its frame, and the faults found so far.

    Parameters
    ----------
    table : Table
        Its declaration.
    frame : DataFrame or None
        Columns under our names, indexed by the row a spreadsheet shows; None when the file
        could not be read at all.
    faults : list of Fault
        What was wrong.
    """

    table: Table
    frame: pd.DataFrame | None = None
    faults: list[Fault] = field(default_factory=list)

    def theirs(self, column: str) -> str:
        """The name the file uses for one of our columns."""
        return self.table.columns.get(column, column)

    def blame(self, bad: pd.Series, column: str, problem: str, remedy: str) -> None:
        """Note a fault for the rows where ``bad`` is true, if any."""
        rows = [int(row) for row in bad.index[bad]]
        if rows:
            where = f"{self.table.file}, {rows_text(rows)}, column {self.theirs(column)}"
            self.faults.append(Fault(where, problem, remedy))


def read_table(folder: Path, table: Table, schema: Mapping[str, Column]) -> Reading:
    """Read a table and give every column its type.

    Only declared columns are read; whatever else the file holds never enters memory.

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
        The typed frame and all faults; no fault holds a value from the file.
    """
    reading = Reading(table)
    text = _read_text(folder / table.file, reading, schema)
    if text is None:
        return reading
    import pandas as pd

    typed = {}
    for name, column in schema.items():
        if name in text:
            values = _recode(text[name], name, reading)
            typed[name] = _typed(values, name, column, reading)
    reading.frame = pd.DataFrame(typed, index=text.index)
    return reading


def _read_text(path: Path, reading: Reading, schema: Mapping[str, Column]) -> pd.DataFrame | None:
    """Every declared column as text, or None with the fault noted."""
    if not path.is_file():
        near = difflib.get_close_matches(path.name, _names(path.parent), n=1)
        hint = f"Did you mean {near[0]}?" if near else "Put it in the study's folder."
        reading.faults.append(Fault(reading.table.file, "the file is missing.", hint))
        return None
    try:
        frame = read_text(path, reading.table)
    except UnreadableError as error:
        reading.faults.append(Fault(reading.table.file, error.problem, error.remedy))
        return None
    if not _has_columns(frame, reading, schema):
        return None
    frame = frame[[reading.theirs(name) for name in schema if reading.theirs(name) in frame]]
    frame.columns = [name for name in schema if reading.theirs(name) in frame]
    frame = frame.apply(lambda column: column.str.strip())
    filled: pd.DataFrame = frame.loc[(frame != "").any(axis=1)]
    if filled.empty:
        reading.faults.append(Fault(reading.table.file, "the file has no rows below its header."))
        return None
    return filled


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()] if folder.is_dir() else []


def _has_columns(frame: pd.DataFrame, reading: Reading, schema: Mapping[str, Column]) -> bool:
    """Note every column that should be there and is not."""
    missing = False
    for name, column in schema.items():
        theirs = reading.theirs(name)
        asked = column.required or name in reading.table.columns
        if asked and theirs not in frame:
            missing = True
            hint = _nearest(theirs, frame.columns)
            where = f"{reading.table.file}, row {reading.table.skip_rows + 1}, column {theirs}"
            reading.faults.append(Fault(where, "the column is missing.", hint))
    return not missing


def _nearest(wanted: str, known: Iterable[str]) -> str:
    names = [str(name) for name in known]
    lower = {name.lower(): name for name in names}
    near = difflib.get_close_matches(wanted.lower(), list(lower), n=1, cutoff=0.6)
    if near:
        return f"Did you mean {lower[near[0]]}? Say so under `columns` in study.toml."
    return "Add it, or say under `columns` in study.toml what it is called."


def _recode(values: pd.Series, name: str, reading: Reading) -> pd.Series:
    codes = reading.table.codes.get(name)
    return values.map(lambda value: codes.get(value, value)) if codes else values


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
        flags = values.str.lower().map(_FLAGS)
        reading.blame(flags.isna() & ~empty, name, "neither ja nor nee.", "Write ja or nee.")
        return flags.astype("boolean")
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
    dates = pd.to_datetime(values.mask(empty), format=form, errors="coerce")
    bad = dates.isna() & ~empty
    remedy = f"Expected the form {form}."
    if bad.any():
        swapped = form.replace("%d", "%#").replace("%m", "%d").replace("%#", "%m")
        if pd.to_datetime(values[bad], format=swapped, errors="coerce").notna().all():
            remedy += f" These would be dates as {swapped}: are day and month the other way round?"
    reading.blame(bad, name, "not a date.", remedy)
    return dates.astype("datetime64[s]")


def _numbers(
    values: pd.Series, empty: pd.Series, name: str, column: Column, reading: Reading
) -> pd.Series:
    import pandas as pd

    decimal = reading.table.decimal
    whole = column.kind == "integer"
    pattern = re.compile(r"-?\d+") if whole else _NUMBER[decimal]
    good = values.str.fullmatch(pattern) & ~empty
    expected = "a whole number" if whole else f'a number with "{decimal}" as decimal sign'
    reading.blame(~good & ~empty, name, "not a number.", f"Expected {expected}.")
    plain = values.where(good).str.replace("." if decimal == "," else ",", "", regex=False)
    numbers = pd.to_numeric(plain.str.replace(",", ".", regex=False), errors="coerce")
    return numbers.astype("Int64") if whole else numbers.astype("float64")
