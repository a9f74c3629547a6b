"""Read a delivered file, CSV or Excel, as text: no cell is interpreted yet."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING

from report45.study.config import Table

if TYPE_CHECKING:
    import pandas as pd

_ROWS_SHOWN = 5


class UnreadableError(Exception):
    """A file that cannot be read at all: the problem, and the remedy."""

    def __init__(self, problem: str, remedy: str) -> None:
        self.problem, self.remedy = problem, remedy
        super().__init__(problem)


def rows_text(rows: list[int]) -> str:
    """Name rows: ``row 12``, ``rows 12, 15 and 19``, ``rows 2, 3, 4, 5, 6 and 90 more``."""
    if len(rows) == 1:
        return f"row {rows[0]}"
    shown = [str(row) for row in rows[:_ROWS_SHOWN]]
    rest = len(rows) - len(shown)
    last = f"{rest} more" if rest else shown.pop()
    return f"rows {', '.join(shown)} and {last}"


def read_text(path: Path, table: Table) -> pd.DataFrame:
    """Read every cell of a file as text.

    Parameters
    ----------
    path : Path
        The file; an ending of ``.xlsx`` or ``.xlsm`` makes it Excel, anything else is CSV.
    table : Table
        How it is written.

    Returns
    -------
    DataFrame
        One column of ``str`` per header cell, indexed by the row a spreadsheet shows; empty
        cells are empty strings.

    Raises
    ------
    UnreadableError
        If the file cannot be read as declared.
    """
    if path.suffix.lower() in {".xlsx", ".xlsm"}:
        return _read_excel(path, table)
    return _read_csv(path, table)


def _read_csv(path: Path, table: Table) -> pd.DataFrame:
    import pandas as pd

    first = table.skip_rows + 1
    try:
        with path.open(encoding=table.encoding, newline="") as file:
            rows = csv.reader(file, delimiter=table.separator, strict=True)
            header = next((row for number, row in enumerate(rows, 1) if number == first), [])
        frame = pd.read_csv(
            path,
            sep=table.separator,
            encoding=table.encoding,
            skiprows=table.skip_rows,
            dtype=str,
            keep_default_na=False,
            skip_blank_lines=False,
            index_col=False,
        )
    except (UnicodeDecodeError, LookupError):
        raise UnreadableError(
            f"cannot be read as {table.encoding}.",
            'Set `encoding` in study.toml; exports from Windows are often "cp1252".',
        ) from None
    except pd.errors.EmptyDataError:
        raise UnreadableError("the file is empty.", "Export it again.") from None
    except (pd.errors.ParserError, csv.Error) as error:
        place = re.search(r"line (\d+)", str(error))
        where = f"row {place[1]}: " if place else ""
        raise UnreadableError(
            f"{where}has more cells than the header, or an open quote.", "Mend the row."
        ) from None
    if len(header) == 1 and (other := next((mark for mark in ";,\t|" if mark in header[0]), "")):
        name = "a tab" if other == "\t" else f'"{other}"'
        raise UnreadableError(
            f'has one column when split at "{table.separator}".',
            f"Its header holds {name}: set `separator` in study.toml.",
        )
    if doubles := sorted({name for name in header if header.count(name) > 1 and name}):
        raise UnreadableError(
            f"row {first}: column {doubles[0]} occurs twice.", "Rename one of them."
        )
    frame.index = pd.RangeIndex(first + 1, first + 1 + len(frame))
    frame.columns = [str(name).strip() for name in frame.columns]
    absent = frame.isna()
    short = absent.iloc[:, -1] & ~absent.iloc[:, 0]
    if short.any():
        where = rows_text([int(row) for row in frame.index[short]])
        raise UnreadableError(f"{where}: fewer cells than the header.", "Mend the row.")
    return frame.fillna("")


def _read_excel(path: Path, table: Table) -> pd.DataFrame:
    import datetime as dt

    import pandas as pd

    try:
        import openpyxl
    except ImportError:
        raise UnreadableError(
            "is an Excel file.", "Install report45[excel], or save it as CSV."
        ) from None

    def text(cell: object) -> str:
        if cell is None:
            return ""
        if isinstance(cell, dt.datetime):
            return cell.strftime(table.date_format)
        if isinstance(cell, bool):
            return "ja" if cell else "nee"
        if isinstance(cell, float):
            return f"{cell:.15g}".replace(".", table.decimal)
        return str(cell)

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        sheet = book[table.sheet] if table.sheet else book.worksheets[0]
        rows = [[text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    except KeyError:
        raise UnreadableError(
            f"has no sheet {table.sheet}.", "Set `sheet` in study.toml."
        ) from None
    except Exception:  # openpyxl raises anything at all on a damaged file
        raise UnreadableError("cannot be read as an Excel file.", "Export it again.") from None
    rows = rows[table.skip_rows :]
    if not rows:
        raise UnreadableError("the file is empty.", "Export it again.")
    first = table.skip_rows + 2
    header = [name.strip() for name in rows[0]]
    return pd.DataFrame(rows[1:], columns=header, index=range(first, first + len(rows) - 1))
