"""Read text split by a separator (CSV): its encoding, its rows, and quotes that were left open."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TextIO

from report45.disk import UnreadableError
from report45.errors import Place
from report45.study.people import Table

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MARK = "\ufeff"
_SURE = 3  # lines in one cell that have as many separators as a row, to be rows without a doubt


def read_rows(data: bytes, table: Table) -> Iterator[tuple[int, list[str]]]:
    """Split a delivery into rows.

    Parameters
    ----------
    data : bytes
        The whole file.
    table : Table
        Its encoding and separator.

    Yields
    ------
    int, list of str
        The number a spreadsheet shows, and the cells.

    Raises
    ------
    UnreadableError
        If it is of another encoding, or a quote that was left open swallows rows.
    """
    text = _decode(data, table)
    rows = csv.reader(text, delimiter=table.separator, strict=True)
    number = lines = width = 0
    try:
        for number, row in enumerate(rows, 1):
            if rows.line_num != lines + 1 and number > table.skip_rows + 1:
                _refuse_swallowed(row, width, table, number)
            elif number == table.skip_rows + 1:
                width = len(row)
            lines = rows.line_num
            yield number, row
    except csv.Error:
        remedy = 'Text in double quotes needs a closing one, and "" for a quote inside it.'
        raise UnreadableError("a quote is left open.", remedy, Place(rows=(number + 1,))) from None


def _decode(data: bytes, table: Table) -> TextIO:
    """The file's text, or what makes it written otherwise than declared."""
    encoding = table.encoding.lower().replace("_", "-")
    if data.startswith(_UTF16) and "16" not in encoding:
        raise UnreadableError(f"is UTF-16, not {encoding}.", 'Set `encoding = "utf-16"`.')
    if not encoding.startswith("utf") and not data.isascii() and _is_utf8(data):
        raise UnreadableError(f"is UTF-8, not {encoding}.", 'Set `encoding = "utf-8"`.')
    try:
        text = data.decode(encoding).removeprefix(_MARK)
    except UnicodeDecodeError as error:
        place = Place(line=data.count(b"\n", 0, error.start) + 1)
        remedy = 'Set `encoding` in study.toml; exports from Windows are often "cp1252".'
        raise UnreadableError(f"cannot be read as {encoding}.", remedy, place) from None
    if "\0" in text:
        place = Place(line=text.count("\n", 0, text.index("\0")) + 1)
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


def _refuse_swallowed(row: list[str], width: int, table: Table, number: int) -> None:
    """Refuse a cell of several lines in which whole rows stand, of any column."""
    for cell in row:
        if _holds_rows(cell, width - 1, table.separator):
            remedy = (
                'A quote opens here and closes rows below: take it out, or write "" for it. If '
                "this is one text, take its line breaks out."
            )
            raise UnreadableError("a quote swallows the rows below.", remedy, Place(rows=(number,)))


def _holds_rows(cell: str, marks: int, separator: str) -> bool:
    """Whether a cell's lines are split as rows are, given how many separators a row has.

    A quote that opens in one row and closes in the same column of another leaves as many
    separators in the cell as the rows between them have. In prose a space follows a separator; in
    rows of three cells or more that alone tells them apart, in many lines their number does.
    """
    lines = cell.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if marks < 1 or len(lines) < 2:
        return False
    alike = sum(line.count(separator) == marks for line in lines[1:-1])
    if alike >= _SURE and 2 * alike >= len(lines) - 2:
        return True
    found = cell.count(separator)
    return found == marks * (len(lines) - 1) and f"{separator} " not in cell
