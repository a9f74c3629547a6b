"""Read a delivered file, CSV, Excel or Parquet, as text: no cell is interpreted yet."""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools
import math
import warnings
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from report45.disk import TABLE_LIMIT, UnreadableError, open_regular
from report45.study.people import Table

if TYPE_CHECKING:
    import pandas as pd

_ROWS_SHOWN = 5
_ROWS_AT_ONCE = 10_000  # lists of rows are what the garbage collector walks through
_ZIP, _OLE, _PARQUET = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"PAR1"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Note:
    """Something seen in a file that was read by a rule of ours, and is no fault.

    Parameters
    ----------
    code : str
        What kind of thing it is, for a study to accept it by: ``hidden-rows``.
    place : str
        Where in the file: ``sheet Blad1, rows 3 and 9``, ``column bedrag``; empty for the whole.
    problem, remedy : str
        As in a :class:`report45.errors.Fault`; never a value of a person.
    """

    code: str
    place: str
    problem: str
    remedy: str = ""


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
    """

    header: tuple[str, ...]
    frame: pd.DataFrame
    notes: tuple[Note, ...] = ()


def rows_text(rows: list[int]) -> str:
    """Name rows: ``row 12``, ``rows 12, 15 and 19``, ``rows 2, 3, 4, 5, 6 and 90 more``."""
    if len(rows) == 1:
        return f"row {rows[0]}"
    shown = [str(row) for row in rows[:_ROWS_SHOWN]]
    rest = len(rows) - len(shown)
    last = f"{rest} more" if rest else shown.pop()
    return f"rows {', '.join(shown)} and {last}"


def read_sheet(
    path: Path, table: Table, wanted: Collection[str], inside: Path | None = None
) -> Sheet:
    """Read the wanted columns of a file as text; no other cell is kept.

    Parameters
    ----------
    path : Path
        The file; an ending of ``.xlsx`` or ``.xlsm`` makes it Excel, ``.parquet`` Parquet,
        anything else is CSV.
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
            if path.suffix.lower() in {".xlsx", ".xlsm"}:
                return _collect(_excel_rows(file, table), table, wanted)
            if path.suffix.lower() == ".parquet":
                from report45.study.parquet import read_parquet

                return read_parquet(file, table, wanted)
            return _collect(_csv_rows(_decode(file.read(), table), table), table, wanted)
        except OSError as error:
            problem = f"cannot be read ({error.strerror})."
            raise UnreadableError(problem, "Check the file.") from None


def _decode(data: bytes, table: Table) -> TextIO:
    """The file's text, or what makes it another kind of file than declared."""
    encoding = table.encoding.lower().replace("_", "-")
    if data.startswith(_PARQUET):
        raise UnreadableError("is Parquet, not CSV.", "Let its name end in .parquet.")
    if data.startswith((_ZIP, _OLE)):
        kind = "an Excel file or an archive" if data.startswith(_ZIP) else "an old Excel file"
        raise UnreadableError(f"is {kind}, not CSV.", "Save it as .xlsx or as CSV.")
    if data.startswith(_UTF16) and "16" not in encoding:
        raise UnreadableError(f"is UTF-16, not {encoding}.", 'Set `encoding = "utf-16"`.')
    if not encoding.startswith("utf") and not data.isascii() and _is_utf8(data):
        raise UnreadableError(f"is UTF-8, not {encoding}.", 'Set `encoding = "utf-8"`.')
    try:
        text = data.decode("utf-8-sig" if encoding in {"utf-8", "utf8"} else encoding)
    except UnicodeDecodeError as error:
        place = f"line {data.count(bytes([10]), 0, error.start) + 1}"
        remedy = 'Set `encoding` in study.toml; exports from Windows are often "cp1252".'
        raise UnreadableError(f"cannot be read as {encoding}.", remedy, place) from None
    if "\0" in text:
        place = f"line {text.count(chr(10), 0, text.index(chr(0))) + 1}"
        raise UnreadableError("holds a NUL character.", "The file is damaged; export it.", place)
    if not text or text.isspace():
        raise UnreadableError("the file is empty.", "Export it again.")
    # a StringIO would take four bytes for every character
    bytes_again = io.BytesIO(text.encode(errors="surrogatepass"))
    return io.TextIOWrapper(bytes_again, "utf-8", "surrogatepass", newline="")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _csv_rows(text: TextIO, table: Table) -> Iterator[list[str]]:
    rows = csv.reader(text, delimiter=table.separator, strict=True)
    number = 0
    try:
        for number, row in enumerate(rows, 1):  # noqa: B007
            yield row
    except csv.Error:
        remedy = 'Text in double quotes needs a closing one, and "" for a quote inside it.'
        raise UnreadableError("a quote is left open.", remedy, f"row {number + 1}") from None


def _excel_rows(file: BinaryIO, table: Table) -> Iterator[list[str]]:
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which we do not read
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
            try:
                sheet = book[table.sheet] if table.sheet else book.worksheets[0]
                rows = [
                    [cell_text(cell, table) for cell in row]
                    for row in sheet.iter_rows(values_only=True)
                ]
            finally:
                book.close()
    except OSError:
        raise
    except KeyError:
        raise UnreadableError(
            f"has no sheet {table.sheet}.", "Set `sheet` in study.toml."
        ) from None
    except Exception:  # openpyxl raises anything at all on a damaged file
        raise UnreadableError("cannot be read as an Excel file.", "Export it again.") from None
    # a sheet has no ragged rows: a cell that is not stored is an empty cell
    width = max(map(len, rows), default=0)
    yield from (row + [""] * (width - len(row)) for row in rows)


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


def _collect(rows: Iterator[list[str]], table: Table, wanted: Collection[str]) -> Sheet:
    import pandas as pd

    first = table.skip_rows + 1
    header = next((row for number, row in enumerate(rows, 1) if number == first), None)
    if header is None:
        remedy = "Export it again, or set `skip_rows` in study.toml."
        raise UnreadableError("the file is empty.", remedy)
    names = tuple(" ".join(name.split()) for name in header)
    if not any(names):
        raise UnreadableError("no header here.", "Set `skip_rows` in study.toml.", f"row {first}")
    _split_rightly(header, table)
    picked = {name: names.index(name) for name in wanted if name in names}
    parts = [_frame([], [], picked)]
    wrong: list[int] = []
    while chunk := list(itertools.islice(rows, _ROWS_AT_ONCE)):
        numbers = range(first + 1, first + 1 + len(chunk))
        first += len(chunk)
        parts.append(_frame(*_fitting(numbers, chunk, names, wrong), picked))
    if wrong:
        raise UnreadableError(
            f"not as many cells as the header ({len(names)}).",
            "Put text that holds a separator or a line break in double quotes.",
            rows_text(wrong),
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
    """Refuse a header that was split at the wrong mark."""
    other = next((mark for mark in ";,\t|" if mark in header[0]), "")
    if len(header) == 1 and other:
        named = "a tab" if other == "\t" else f'"{other}"'
        raise UnreadableError(
            f'has one column when split at "{table.separator}".',
            f"Its header holds {named}: set `separator` in study.toml.",
        )


def _fitting(
    numbers: Sequence[int], rows: list[list[str]], names: tuple[str, ...], wrong: list[int]
) -> tuple[Sequence[int], list[list[str]]]:
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
