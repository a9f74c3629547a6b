"""Take the parts of an Excel workbook apart as the streams they are, without holding them whole."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import IO
from xml.parsers import expat

from report45.study.files import cell_text
from report45.study.people import Table

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
TRUE = {"1", "true"}

_LAST_DAY = 2_958_466  # 1 January 10000, as days since the epoch
_LEAP = 60  # the first day after 29 February 1900, which Excel believes in
_EPOCHS = (dt.datetime(1899, 12, 30), dt.datetime(1904, 1, 1))
_ESCAPED = re.compile("_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")  # but for halves of a sign
_PLAIN = re.compile("-?[0-9]{1,15}")
_REFERENCE = re.compile("([A-Z]{1,3})([0-9]{1,7})")

Block = tuple[int, int, int, int]
"""First row, first column, last row and last column of merged cells, counted from 1."""


class DamagedError(Exception):
    """The parts of a workbook are not as they should be."""


@dataclass(frozen=True)
class Styles:
    """What a sheet's cells refer to by number.

    Parameters
    ----------
    strings : sequence of str
        The texts.
    dates : frozenset of str
        The styles that show a number as a day.
    zeros : mapping of str to int
        The styles that show a whole number with leading zeros, and the digits they show.
    since_1904 : bool
        Whether days are counted as on an old Mac.
    """

    strings: Sequence[str] = ()
    dates: frozenset[str] = frozenset()
    zeros: Mapping[str, int] = field(default_factory=dict)
    since_1904: bool = False


@dataclass(frozen=True)
class SheetRow:
    """A row of a sheet, as far as the file has it.

    Parameters
    ----------
    number : int
        As a spreadsheet shows it.
    hidden : bool
        Whether a filter or a person hid it.
    cells : dict of int to str
        The text of every cell that has any, by column counted from 1.
    """

    number: int
    hidden: bool
    cells: dict[int, str]


class SheetStream:
    """The rows of one sheet, one after another.

    Parameters
    ----------
    styles : Styles
        What cells refer to.
    table : Table
        How days and decimals are written as text.

    Attributes
    ----------
    hidden_columns : list of tuple of int
        First and last column of each hidden range; complete when the first row is.
    unvalued : mapping of int to list of int
        By column, the rows with a formula whose result is not in the file.
    """

    def __init__(self, styles: Styles, table: Table) -> None:
        self.hidden_columns: list[tuple[int, int]] = []
        self.unvalued: dict[int, list[int]] = defaultdict(list)
        self._styles, self._table = styles, table
        self._rows: list[SheetRow] = []
        self._inside = self._open = self._formula = False
        self._row, self._column = SheetRow(0, hidden=False, cells={}), 0
        self._kind, self._style = "n", "0"
        self._text: list[str] = []

    def rows(self, stream: IO[bytes]) -> Iterator[SheetRow]:
        """Give every row that the file has, in its order."""
        for _ in parsed(stream, self._start, self._end, self._data):
            yield from self._rows
            self._rows.clear()

    def _start(self, name: str, given: dict[str, str]) -> None:
        if name == "sheetData":
            self._inside = True
        elif name == "col" and given.get("hidden") in TRUE:
            self.hidden_columns.append((int(given["min"]), int(given["max"])))
        elif not self._inside:
            return
        elif name == "c":
            here = given.get("r")
            self._column = column_of(here.rstrip("0123456789")) if here else self._column + 1
            self._kind, self._style = given.get("t", "n"), given.get("s", "0")
            self._formula = False
            self._text.clear()
        elif name in {"v", "t"}:
            self._open = True
        elif name == "f":
            self._formula = True
        elif name == "row":
            number = int(given.get("r", self._row.number + 1))
            if not self._row.number < number <= LAST_ROW:
                raise DamagedError
            self._row = SheetRow(number, given.get("hidden") in TRUE, {})
            self._column = 0

    def _end(self, name: str) -> None:
        if name == "sheetData":
            self._inside = False
        elif not self._inside:
            return
        elif name in {"v", "t"}:
            self._open = False
        elif name == "c":
            if self._text:
                self._row.cells[self._column] = self._written("".join(self._text))
            elif self._formula and self._kind != "str":
                self.unvalued[self._column].append(self._row.number)
        elif name == "row":
            self._rows.append(self._row)

    def _data(self, text: str) -> None:
        if self._open:
            self._text.append(text)

    def _written(self, text: str) -> str:
        """A cell as the same delivery would hold it in CSV."""
        match self._kind:
            case "s":
                return self._styles.strings[int(text)]
            case "n":
                return self._number(text)
            case "b":
                return cell_text(text.strip() in TRUE, self._table)
            case "d":
                return cell_text(dt.datetime.fromisoformat(text), self._table)
            case "e":
                return text
            case _:
                return unescaped(text)

    def _number(self, text: str) -> str:
        if self._style in self._styles.dates and (day := self._day(float(text))) is not None:
            return cell_text(day, self._table)
        if not _PLAIN.fullmatch(text):
            text = cell_text(float(text), self._table)
        if self._style in self._styles.zeros and text.isdigit():
            return text.zfill(self._styles.zeros[self._style])
        return text

    def _day(self, serial: float) -> dt.datetime | None:
        if not 0 <= serial < _LAST_DAY:
            return None
        if serial < _LEAP and not self._styles.since_1904:
            serial += 1
        return _EPOCHS[self._styles.since_1904] + dt.timedelta(seconds=round(serial * 86_400))


def parsed(
    stream: IO[bytes],
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    data: Callable[[str], None],
) -> Iterator[None]:
    """Tell of every element of a part by its name without prefix, and pause after each piece.

    Raises
    ------
    DamagedError
        If the part declares a document type, by which little could become much.
    """

    def refuse(*_: object) -> None:
        raise DamagedError

    @cache
    def local(tag: str) -> str:
        return tag.rpartition(":")[2]

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda tag, given: start(local(tag), given)
    parser.EndElementHandler = lambda tag: end(local(tag))
    parser.CharacterDataHandler = data
    while piece := stream.read(1 << 16):
        parser.Parse(piece, False)
        yield
    parser.Parse(b"", True)
    yield


def shared_strings(stream: IO[bytes]) -> list[str]:
    """Read the texts that cells refer to by number; how Japanese is pronounced is left out."""
    found: list[str] = []
    text: list[str] = []
    depth = {"t": 0, "rPh": 0}

    def start(name: str, _: dict[str, str]) -> None:
        if name in depth:
            depth[name] += 1

    def end(name: str) -> None:
        if name in depth:
            depth[name] -= 1
        elif name == "si":
            found.append(unescaped("".join(text)))
            text.clear()

    def data(piece: str) -> None:
        if depth["t"] and not depth["rPh"]:
            text.append(piece)

    for _ in parsed(stream, start, end, data):
        continue
    return found


def merged_blocks(stream: IO[bytes]) -> list[Block]:
    """Find the merged cells of a sheet, which stand in the file below its rows."""
    found: list[Block] = []

    def start(name: str, given: dict[str, str]) -> None:
        if name == "mergeCell":
            found.append(block_of(given["ref"]))

    for _ in parsed(stream, start, lambda _: None, lambda _: None):
        continue
    return found


def block_of(reference: str) -> Block:
    """``B2:B9`` as numbers."""
    first, _, last = reference.replace("$", "").partition(":")
    ends = [_REFERENCE.fullmatch(one) for one in (first, last or first)]
    (row, column), (row_end, column_end) = (
        (int(one[2]), column_of(one[1])) if one else _refuse() for one in ends
    )
    return row, column, row_end, column_end


def _refuse() -> tuple[int, int]:
    raise DamagedError


@cache
def column_of(letters: str) -> int:
    """The number of a column, counted from 1: ``AB`` is 28."""
    if not re.fullmatch("[A-Z]{1,3}", letters):
        raise DamagedError
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    if number > LAST_COLUMN:
        raise DamagedError
    return number


def unescaped(text: str) -> str:
    """Undo how a workbook writes signs that XML has not: ``_x000D_``."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
