"""Almere's delivered tables as rows of text, to be spoiled one thing at a time."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from report45.errors import Fault
from report45.inspection.look import look
from report45.inspection.remarks import Remark
from report45.study.cases import read_cases
from report45.study.load import Study, delivered
from report45.study.people import TableName
from report45.study.rows import check_rows
from report45.study.schema import schemas
from report45.study.tables import TableReading, read_table
from report45.study.toml import read_config
from report45.wording.remarks import LANGUAGES, Remarked
from tests.conftest import ROOT

FOLDER = ROOT / "data" / "almere"
CONFIG = read_config(FOLDER)
EXPECTED = schemas(CONFIG)
SAID = [Remarked(CONFIG.terms, lang) for lang in LANGUAGES]
CASES, _ = read_cases(FOLDER)

Rows = list[list[str]]


class Table:
    """The rows of one file, header first; cells by the names the file gives its columns."""

    def __init__(self, name: TableName) -> None:
        self.name = name
        text = (FOLDER / CONFIG.tables[name].file).read_text(encoding="utf-8")
        self.rows: Rows = list(csv.reader(text.splitlines(), delimiter=";"))

    def copy(self) -> Table:
        again = object.__new__(Table)
        again.name, again.rows = self.name, [list(row) for row in self.rows]
        return again

    def at(self, column: str) -> int:
        """The place of one of our columns."""
        return self.rows[0].index(CONFIG.tables[self.name].columns[column])

    def get(self, number: int, column: str) -> str:
        """A cell, by the row a spreadsheet shows."""
        return self.rows[number - 1][self.at(column)]

    def set(self, number: int, column: str, value: str) -> None:
        self.rows[number - 1][self.at(column)] = value

    def numbers(self, **cells: str) -> list[int]:
        """The rows that hold these values."""
        return [
            number
            for number in range(2, len(self.rows) + 1)
            if all(self.get(number, column) == value for column, value in cells.items())
        ]

    def append(self, **cells: str) -> int:
        """Add a row; give its number."""
        row = [""] * len(self.rows[0])
        for column, value in cells.items():
            row[self.at(column)] = value
        self.rows.append(row)
        return len(self.rows)


Tables = dict[TableName, Table]
TABLES: Tables = {name: Table(name) for name in CONFIG.tables}


@dataclass(frozen=True)
class Judged:
    """What is said of tables: what stops a build, or what is remarked on."""

    faults: Sequence[Fault]
    remarks: Sequence[Remark] = ()
    study: Study | None = None


def _read(table: Table, folder: Path) -> TableReading:
    declared = CONFIG.tables[table.name]
    with (folder / declared.file).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";", lineterminator="\n").writerows(table.rows)
    return read_table(folder, declared, EXPECTED[table.name])


UNTOUCHED: dict[TableName, TableReading] = {
    name: read_table(FOLDER, CONFIG.tables[name], EXPECTED[name]) for name in CONFIG.tables
}


def judge(changed: Mapping[TableName, Table]) -> Judged:
    """Read the changed tables, and all others as they were delivered."""
    with tempfile.TemporaryDirectory() as place:
        readings = {
            name: _read(changed[name], Path(place))
            if name in changed
            else replace(UNTOUCHED[name], faults=[])
            for name in CONFIG.tables
        }
    check_rows(readings, CONFIG)
    faults = [fault for one in readings.values() for fault in one.faults]
    if faults:
        return Judged(faults)
    tables = {
        name: one.frame.reset_index(drop=True)
        for name, one in readings.items()
        if one.frame is not None
    }
    study = Study("almere", FOLDER, CONFIG, tables, CASES, "", delivered(readings))
    seen = look(study)
    for remark in seen:  # whatever is seen can be said
        assert all(said.line(remark) for said in SAID)
    return Judged((), seen, study)


class _Copied(dict[TableName, Table]):
    def __missing__(self, name: TableName) -> Table:
        return self.setdefault(name, TABLES[name].copy())


def spoiled() -> Tables:
    """Copies of the tables, to be changed: of those that are asked for."""
    return _Copied()
