"""Read one delivered table: find, decode, rename, and turn text into typed columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from report45.disk import MissingError, UnreadableError, listed
from report45.errors import Fault, Place
from report45.study.alike import difference, folded, nearest, tidy
from report45.study.files import Note, Sheet, cell_text, read_sheet
from report45.study.letters import wrong_letters
from report45.study.people import Table
from report45.study.schema import ColumnRule

if TYPE_CHECKING:
    import pandas as pd

_FLAGS = {"ja": True, "nee": False}
_YEARS = (1900, 2100)  # registers write 31-12-9999 for "no end", and 01-01-0001 for "unknown"
_NUMBER = {
    # [0-9], for \d holds the digits of every script
    # and no thousands are grouped behind a zero: 0.571 is none
    ",": r"-?([0-9]+|[1-9][0-9]{0,2}(\.[0-9]{3})+)(,[0-9]+)?",
    ".": r"-?([0-9]+|[1-9][0-9]{0,2}(,[0-9]{3})+)(\.[0-9]+)?",
}
_OTHER = {",": ".", ".": ","}
_THREE = r"-?[1-9][0-9]{0,2}[.,][0-9]{3}"
_ERRORS = frozenset(
    {
        *("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"),
        *("#N/B", "#VERW!", "#WAARDE!", "#DEEL/0!", "#NAAM?", "#GETAL!", "#LEEG!", "#OVERLOOP!"),
    }
)
"""What Excel shows for a failed formula, in English, as every file has it, and in Dutch."""


@dataclass
class TableReading:
    """A table while it is read: its frame, and the faults found so far.

    Parameters
    ----------
    table : Table
        Its declaration.
    schema : mapping of str to ColumnRule
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
    schema: Mapping[str, ColumnRule]
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

    def at(self, column: str, rows: Iterable[int] = ()) -> Place:
        """Give the place of one of our columns, or of cells in it."""
        return Place(self.table.file, rows=tuple(rows), column=self.theirs(column))

    def blame(self, bad: pd.Series, column: str, code: str, problem: str, remedy: str) -> None:
        """Note a fault for the rows where ``bad`` is true, if any."""
        if rows := [int(row) for row in bad.index[bad]]:
            self.faults.append(Fault(self.at(column, rows), code, problem, remedy))


def read_table(folder: Path, table: Table, schema: Mapping[str, ColumnRule]) -> TableReading:
    """Read a table and give every column its type.

    Only declared columns are read; whatever else the file holds is not kept.

    Parameters
    ----------
    folder : Path
        The study's folder.
    table : Table
        Where the file is and how it is written.
    schema : mapping of str to ColumnRule
        What its columns must hold, under our names.

    Returns
    -------
    TableReading
        The typed frame and all faults; no fault holds a value from the file. Columns that are
        missing are missing from the frame.
    """
    reading = TableReading(table, schema)
    sheet = _read_sheet(folder, reading, schema)
    if sheet is None:
        return reading
    reading.cells = sheet.frame
    reading.notes += sheet.notes
    for one in sheet.faults:
        reading.faults.append(replace(one, place=replace(one.place, file=table.file)))
    _note_missing(sheet.header, reading, schema)
    if sheet.frame.empty:
        if not reading.faults:
            problem = "the file has no rows below its header."
            fault = Fault(Place(table.file), "no-rows", problem, "Export it again.")
            reading.faults.append(fault)
        return reading
    import pandas as pd

    typed = {}
    for name, column in schema.items():
        if reading.theirs(name) in sheet.frame:
            values = _known(sheet.frame[reading.theirs(name)], name, column, reading)
            typed[name] = _typed(_recode(values, name, column, reading), name, column, reading)
    reading.frame = pd.DataFrame(typed, index=sheet.frame.index)
    return reading


def _read_sheet(
    folder: Path, reading: TableReading, schema: Mapping[str, ColumnRule]
) -> Sheet | None:
    """The file as text, or None with the fault noted."""
    name, path = reading.table.file, folder / reading.table.file
    wanted = {reading.theirs(name) for name in schema}
    try:
        return read_sheet(path, reading.table, wanted, folder)
    except MissingError as error:
        hint = nearest(path.name, _names(path.parent)) or "Put it in the study's folder."
        reading.faults.append(error.fault(name, hint))
        return None
    except UnreadableError as error:
        reading.faults.append(error.fault(name))
        return None


def _names(folder: Path) -> list[str]:
    try:
        return [path.name for path in listed(folder, "")]
    except UnreadableError:
        return []


def _note_missing(
    header: tuple[str, ...], reading: TableReading, schema: Mapping[str, ColumnRule]
) -> None:
    """Note every column that should be there and is not, or is there twice."""
    row = Place(reading.table.file, rows=(reading.table.skip_rows + 1,))
    found = {folded(name) for name in header}
    asked = [name for name in schema if schema[name].required or name in reading.table.columns]
    if not any(folded(reading.theirs(name)) in found for name in asked):
        problem = "none of the declared columns is here."
        remedy = "Is this row the header? Set `skip_rows`, or `columns`, in study.toml."
        reading.faults.append(Fault(row, "no-header", problem, remedy))
        return
    for name in schema:
        theirs = reading.theirs(name)
        where = replace(row, column=theirs)
        if header.count(theirs) > 1:
            fault = Fault(where, "double-column", "occurs more than once.", "Rename one of them.")
            reading.faults.append(fault)
        elif name in asked and theirs not in header:
            remedy = _nearest(theirs, header)
            reading.faults.append(Fault(where, "missing-column", "the column is missing.", remedy))


def _nearest(wanted: str, header: Iterable[str]) -> str:
    if near := nearest(wanted, header):
        return f"{near} Say so under `columns` in study.toml."
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


def _known(values: pd.Series, name: str, column: ColumnRule, reading: TableReading) -> pd.Series:
    """Empty the cells that stand for unknown."""
    import pandas as pd

    listed = reading.table.unknown.get(name)
    if not listed:
        return values
    decimal = reading.table.decimal
    texts = {tidy(one) if isinstance(one, str) else cell_text(one, reading.table) for one in listed}
    if column.kind not in {"number", "integer"}:
        return values.mask(by_value(values, lambda found: found.map(tidy).isin(texts)), "")
    numbers = _parsed(pd.Series(sorted(texts), dtype="str"), decimal, whole=False).dropna()

    def stand_for(found: pd.Series) -> pd.Series:
        return found.isin(texts) | _parsed(found, decimal, whole=False).isin(numbers)

    return values.mask(by_value(values, stand_for).astype(bool), "")


def _recode(values: pd.Series, name: str, column: ColumnRule, reading: TableReading) -> pd.Series:
    """Give our codes for theirs; codes, and clients, that only look the same are made the same."""
    codes = reading.table.codes.get(name, {})
    if column.kind != "code" and not codes and (name != "client" or _plain(values)):
        return values

    def ours(value: str) -> str:
        return codes.get(tidy(value), tidy(value))

    return by_value(values, lambda found: found.map(ours))


def _plain(values: pd.Series) -> bool:
    return "".join(values).isascii()


def _typed(values: pd.Series, name: str, column: ColumnRule, reading: TableReading) -> pd.Series:
    """Turn text into the column's type, noting every cell that will not go."""
    failed = values.isin(_ERRORS)
    if failed.any():
        remedy = f'Mend it, or list it under `unknown`, as in unknown.{name} = ["#N/A"].'
        reading.blame(failed, name, "excel-error", "an error of Excel instead of a value.", remedy)
        values = values.mask(failed, "")
    empty = values == ""
    if not column.empty:
        remedy = "Every row needs a value here."
        reading.blame(empty & ~failed, name, "empty-cell", "the cell is empty.", remedy)
    if column.unique:
        double = values.duplicated(keep=False) & ~empty
        problem = "the same value occurs more than once."
        reading.blame(double, name, "double-value", problem, "It must be unique.")
    if column.kind == "date":
        return _dates(values, empty, name, reading)
    if column.kind in {"number", "integer"}:
        return _numbers(values, empty, name, column, reading)
    if column.kind == "flag":
        flags = by_value(values, lambda found: found.str.lower().map(_FLAGS).astype("boolean"))
        bad = flags.isna() & ~empty
        reading.blame(bad, name, "not-yes-or-no", "neither ja nor nee.", "Write ja or nee.")
        return flags
    if column.allowed is not None:
        unknown = ~values.isin(column.allowed) & ~empty
        known = sorted(_their_codes(reading, name, column.allowed))
        remedy = f"Expected one of: {', '.join(known)}."
        pairs = ((one, code) for one in values[unknown].unique() for code in known)
        alike = next(filter(None, (difference(one, code) for one, code in pairs)), "")
        reading.blame(unknown, name, "unknown-code", "unknown code.", f"{remedy} {alike}".rstrip())
    else:
        _check_letters(values, name, reading)
    return values.mask(empty).astype("str")


def _check_letters(values: pd.Series, name: str, reading: TableReading) -> None:
    """Refuse text that was read in another encoding than it was written in, or is damaged."""
    if not wrong_letters("".join(values)):
        return
    wrong = by_value(values, lambda found: found.map(wrong_letters))
    encoding = reading.table.encoding.lower().replace("_", "-")
    remedy = "Export it again as UTF-8, or mend the cells."
    if encoding in {"latin-1", "latin1", "iso-8859-1", "iso8859-1", "iso-8859-15"}:
        remedy = 'Exports from Windows are "cp1252": set `encoding`.'
    problem = f"holds what no text does ({wrong[wrong != ''].iloc[0]})."
    reading.blame(wrong != "", name, "damaged-text", problem, remedy)


def _their_codes(reading: TableReading, name: str, allowed: Iterable[str]) -> list[str]:
    codes = reading.table.codes.get(name, {})
    ours = {our: their for their, our in codes.items()}
    return [ours.get(code, code) for code in allowed]


def _dates(values: pd.Series, empty: pd.Series, name: str, reading: TableReading) -> pd.Series:
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
    reading.blame(bad, name, "not-a-date", "not a date.", remedy)
    odd = (dates.dt.year < _YEARS[0]) | (dates.dt.year > _YEARS[1])
    remedy = "Mend it; leave the cell empty where the date is not known."
    problem = f"a date before {_YEARS[0]} or after {_YEARS[1]}."
    reading.blame(odd, name, "impossible-date", problem, remedy)
    return dates.astype("datetime64[s]")


def _numbers(
    values: pd.Series, empty: pd.Series, name: str, column: ColumnRule, reading: TableReading
) -> pd.Series:
    decimal = reading.table.decimal
    whole = column.kind == "integer"
    numbers = by_value(values, lambda found: _parsed(found, decimal, whole=whole))
    expected = "a whole number" if whole else f'a number with "{decimal}" as decimal sign'
    bad = numbers.isna() & ~empty
    remedy = f"Expected {expected}."
    if not whole and bad.any():
        other = _OTHER[decimal]
        if _parsed(values[~empty], other, whole=False).notna().all():
            remedy += f' They would be numbers with "{other}": set `decimal`.'
    reading.blame(bad, name, "not-a-number", "not a number.", remedy)
    if not whole:
        _note_thousands(values[~empty], name, reading)
    return numbers


def _note_thousands(texts: pd.Series, name: str, reading: TableReading) -> None:
    """Tell of a column that could as well be thousands of what it is read as, or thousandths."""
    three = by_value(texts, lambda found: found.str.fullmatch(_THREE))
    if texts.empty or not three.all():
        return
    decimal, sign = reading.table.decimal, texts.str[-4].iloc[0]
    if sign == decimal and not reading.table.file.lower().endswith((".csv", ".txt", ".tsv")):
        return  # a cell that is a number in the file is no text that could be read two ways
    says = {"teken": sign, "ander": _OTHER[decimal]}
    says["gelezen"] = "decimaalteken" if sign == decimal else "duizendtal"
    reading.notes.append(Note(reading.at(name), "three-digits", says))


def _parsed(texts: pd.Series, decimal: str, *, whole: bool) -> pd.Series:
    """Read numbers; missing where a text is none."""
    import pandas as pd

    # eighteen digits always fit in 64 bits
    good = texts.str.fullmatch("-?[0-9]{1,18}" if whole else _NUMBER[decimal])
    plain = texts.where(good).str.replace("." if decimal == "," else ",", "", regex=False)
    numbers = pd.to_numeric(plain.str.replace(",", ".", regex=False), errors="coerce")
    return numbers.astype("Int64") if whole else numbers.astype("float64")
