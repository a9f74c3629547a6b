"""Read an Excel workbook as Excel shows it: what a sheet says of its own size is not believed."""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import IO, BinaryIO
from xml.parsers import expat

from report45.disk import UnreadableError
from report45.errors import Fault, Place
from report45.study.alike import tidy
from report45.study.cells import (
    TRUE,
    Block,
    DamagedError,
    SheetRow,
    SheetStream,
    Styles,
    merged_blocks,
    shared_strings,
)
from report45.study.files import Note, Sheet, collect
from report45.study.people import Table

_SMALL = 10 << 20  # bytes that any part may unpack to
_RATIO = 100  # times its packed size that a larger part may unpack to; sheets stay below 40
_LARGE = 1 << 30
# what shows no part of a day in a number format: quoted text, escaped signs, colours, locales
_BESIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\[\]]*+\]')
# numbers of built-in formats that show days, those of East Asia among them (ECMA-376, 18.8.30)
_BUILT_IN_DATES = {*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)}


@dataclass(frozen=True)
class _Part:
    """A sheet: its name, whether Excel hides it, and where it is in the archive."""

    name: str
    hidden: bool
    path: str


def read_workbook(file: BinaryIO, table: Table, wanted: Collection[str]) -> Sheet:
    """Read the wanted columns of a sheet as text; no other cell is kept.

    Rows that Excel hides are read, or left out where the table says ``hidden = "skip"``; a note
    tells how many there are. A cell merged with those below it gives them its value.

    Parameters
    ----------
    file : BinaryIO
        The workbook.
    table : Table
        Which sheet it is, and how days and decimals are written as text.
    wanted : collection of str
        Names of columns as the file has them; those it lacks are passed over.

    Returns
    -------
    Sheet

    Raises
    ------
    UnreadableError
        If it is no sound workbook, or which sheet is meant is not clear.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            book = _Book(archive)
            part, notes = _chosen(book, table)
            found = _read(book, part, table, wanted)
            return replace(found, notes=(*notes, *found.notes))
    except (DamagedError, expat.ExpatError, ET.ParseError, zipfile.BadZipFile, zlib.error):
        raise UnreadableError("is a damaged workbook.", "Export it again.") from None
    # what Python's own modules make of other bytes than they expect
    except (ValueError, LookupError, NotImplementedError, RuntimeError, EOFError, OverflowError):
        raise UnreadableError("is a damaged workbook.", "Export it again.") from None


class _Book:
    """A workbook's parts, each opened when it is asked for."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        book = self._tree("xl/workbook.xml")
        targets = {
            one.get("Id"): one.get("Target", "")
            for one in self._tree("xl/_rels/workbook.xml.rels")
            if one.get("Type", "").endswith("/worksheet")
        }
        # what has no target is a chart or a macro
        self.parts = [
            _Part(
                tidy(one.get("name", "")),
                one.get("state", "visible") != "visible",
                posixpath.normpath(posixpath.join("/xl", targets[key])).lstrip("/"),
            )
            for one in _within(book, "sheets")
            for name, key in one.attrib.items()
            if name.endswith("}id") and key in targets
        ]
        self._since_1904 = any(one.get("date1904") in TRUE for one in _every(book, "workbookPr"))

    def open(self, name: str) -> IO[bytes]:
        """Open a part, which may not unpack to more than its like ever holds."""
        part = self._archive.getinfo(name)
        most = min(_LARGE, max(_SMALL, _RATIO * part.compress_size))
        if part.file_size > most:
            remedy = "Copy the table to a new workbook, or save it as CSV or Parquet."
            raise UnreadableError(f"unpacks to {part.file_size >> 20} MB.", remedy)
        return self._archive.open(part)

    def _tree(self, name: str) -> ET.Element:
        with self.open(name) as part:
            content = part.read()
        if b"<!DOCTYPE" in content:
            raise DamagedError
        return ET.fromstring(content)  # noqa: S314  without a document type nothing expands

    @cached_property
    def styles(self) -> Styles:
        """Read what cells refer to by number."""
        names = set(self._archive.namelist())
        strings: list[str] = []
        if "xl/sharedStrings.xml" in names:
            with self.open("xl/sharedStrings.xml") as part:
                strings = shared_strings(part)
        if "xl/styles.xml" not in names:
            return Styles(strings, since_1904=self._since_1904)
        tree = self._tree("xl/styles.xml")
        codes = {
            one.get("numFmtId", ""): one.get("formatCode", "") for one in _every(tree, "numFmt")
        }
        codes = {str(number): "d" for number in _BUILT_IN_DATES} | codes
        shown = {
            str(style): codes.get(one.get("numFmtId", ""), "")
            for style, one in enumerate(_within(tree, "cellXfs"))
        }
        dates = frozenset(style for style, code in shown.items() if _is_date(code))
        zeros = {style: len(code) for style, code in shown.items() if re.fullmatch("0{2,15}", code)}
        return Styles(strings, dates, zeros, self._since_1904)


def _is_date(code: str) -> bool:
    """Whether a number format shows a day: hours alone are none."""
    return re.search("[yd]", _BESIDE.sub("", code.lower())) is not None


def _every(tree: ET.Element, name: str) -> Iterator[ET.Element]:
    return (one for one in tree.iter() if one.tag.rpartition("}")[2] == name)


def _within(tree: ET.Element, name: str) -> Iterator[ET.Element]:
    return (one for parent in _every(tree, name) for one in parent)


def _chosen(book: _Book, table: Table) -> tuple[_Part, list[Note]]:
    """The sheet that is meant: the one declared, or else the only one with anything in it."""
    if table.sheet is not None:
        part = next((one for one in book.parts if one.name == tidy(table.sheet)), None)
        if part is None:
            remedy = f"Set `sheet` in study.toml to one of: {_names(book.parts)}."
            raise UnreadableError(f"has no sheet {table.sheet}.", remedy)
    else:
        shown = [one for one in book.parts if not one.hidden and _filled(book, one, table)]
        filled = shown or [one for one in book.parts if one.hidden and _filled(book, one, table)]
        if len(filled) > 1:
            problem = f"has several sheets with something in them: {_names(filled)}."
            raise UnreadableError(problem, "Set `sheet` in study.toml to the one that is meant.")
        if not filled:
            raise UnreadableError("the file is empty.", "Export it again.")
        part = filled[0]
    if not part.hidden:
        return part, []
    return part, [Note(Place(sheet=part.name), "hidden-sheet", {"blad": part.name})]


def _names(parts: Iterable[_Part]) -> str:
    return ", ".join(part.name for part in parts)


def _filled(book: _Book, part: _Part, table: Table) -> bool:
    with book.open(part.path) as stream:
        return any(row.cells for row in SheetStream(book.styles, table).rows(stream))


def _read(book: _Book, part: _Part, table: Table, wanted: Collection[str]) -> Sheet:
    merged = _Merged(_blocks(book, part), table.skip_rows + 1)
    stream = SheetStream(book.styles, table)
    hidden: list[int] = []
    with book.open(part.path) as file:
        sheet = collect(_rows(stream.rows(file), merged, table, hidden), table, wanted)
    place = Place(sheet=part.name)
    columns = {name: at for at, name in enumerate(sheet.header, 1) if name in sheet.frame}
    faults = (*_unvalued(stream, columns, place), *merged.wide(columns, place))
    notes = (*_hidden_rows(hidden, table, place), *_hidden_columns(stream, columns, place))
    unread = [name for name, at in columns.items() if at in stream.unvalued or merged.is_wide(at)]
    return replace(sheet, frame=sheet.frame.drop(columns=unread), notes=notes, faults=faults)


def _rows(
    rows: Iterable[SheetRow], merged: _Merged, table: Table, hidden: list[int]
) -> Iterator[tuple[int, list[str]]]:
    """The header and all below it, as wide as the header is; note which rows Excel hides."""
    first, width = table.skip_rows + 1, 0
    for row in rows:
        merged.fill(row)
        if row.number == first:
            width = max((at for at, text in row.cells.items() if text.strip()), default=0)
        elif row.number > first and row.hidden and row.cells:
            hidden.append(row.number)
            if table.hidden == "skip":
                continue
        if row.number >= first:
            yield row.number, [row.cells.get(at, "") for at in range(1, width + 1)]


def _blocks(book: _Book, part: _Part) -> list[Block]:
    """The merged cells; that there are none is told sooner by the bytes than by the elements."""
    with book.open(part.path) as stream:
        end = b""
        while piece := stream.read(1 << 20):
            if b"mergeCell" in end + piece:
                break
            end = piece[-8:]
        else:
            return []
    with book.open(part.path) as stream:
        return merged_blocks(stream)


class _Merged:
    """Gives a value merged over several rows to all of them.

    A row in which nothing else stands is no row of its own: the row above it is higher.
    """

    def __init__(self, blocks: Iterable[Block], header: int) -> None:
        self._header = header
        self._starting: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._held: dict[int, tuple[int, str]] = {}
        self._wide: list[Block] = []
        for block in blocks:
            row, column, row_end, column_end = block
            if column == column_end:
                self._starting[row].append((column, row_end))
            elif row_end >= header:
                self._wide.append(block)

    def fill(self, row: SheetRow) -> None:
        """Fill a row, given the rows in their order."""
        if row.cells or row.number == self._header:
            for column, (last, text) in list(self._held.items()):
                if row.number > last:
                    del self._held[column]
                else:
                    row.cells.setdefault(column, text)
        if row.number == self._header:
            self._held.clear()
            return
        for column, last in self._starting.pop(row.number, ()):
            if column in row.cells:
                self._held[column] = last, row.cells[column]

    def wide(self, columns: Mapping[str, int], place: Place) -> Iterator[Fault]:
        """Blocks over several columns: which of them the value is of is not known."""
        for name, at in columns.items():
            if rows := self._rows(at):
                where = replace(place, rows=tuple(rows), column=name)
                problem = "the cell is merged with one beside it."
                yield Fault(where, "merged-cell", problem, "Unmerge it, and fill each cell.")

    def is_wide(self, column: int) -> bool:
        """Whether a block over several columns covers this one."""
        return bool(self._rows(column))

    def _rows(self, column: int) -> list[int]:
        return sorted({block[0] for block in self._wide if block[1] <= column <= block[3]})


def _unvalued(stream: SheetStream, columns: Mapping[str, int], place: Place) -> Iterator[Fault]:
    for name, at in columns.items():
        if rows := stream.unvalued.get(at):
            where = replace(place, rows=tuple(rows), column=name)
            problem = "a formula whose result is not in the file."
            remedy = "Open the file in Excel and save it, or paste values over the formulas."
            yield Fault(where, "formula-without-value", problem, remedy)


def _hidden_rows(rows: list[int], table: Table, place: Place) -> Iterator[Note]:
    if not rows:
        return
    yield Note(replace(place, rows=tuple(rows)), "hidden-rows", {"gedaan": table.hidden})


def _hidden_columns(
    stream: SheetStream, columns: Mapping[str, int], place: Place
) -> Iterator[Note]:
    for name, at in columns.items():
        if any(low <= at <= high for low, high in stream.hidden_columns):
            yield Note(replace(place, column=name), "hidden-column")
