"""From a study folder to a :class:`Study`: read, rename, validate. All faults at once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from report45.disk import TABLE_LIMIT, UnreadableError, open_regular
from report45.errors import InputError
from report45.study import pseudonyms
from report45.study.cases import CaseStory, read_cases
from report45.study.config import StudyConfig
from report45.study.consistent import contradictions
from report45.study.files import Note
from report45.study.find import FILE
from report45.study.people import TableName
from report45.study.rows import check_rows
from report45.study.schema import schemas
from report45.study.tables import TableReading, by_value, read_table
from report45.study.texts import prose_files, read_sentences, read_texts
from report45.study.toml import read_config

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd


@dataclass(frozen=True)
class Delivered:
    """How a table came: what its typed columns no longer show.

    Parameters
    ----------
    rows : ndarray of int, shape (n,)
        The row of a spreadsheet that each row was.
    numbers : mapping of str to Series
        The text of every column of numbers, as categories.
    notes : sequence of Note
        What was seen while the file was read and is to be told.
    """

    rows: npt.NDArray[np.int64]
    numbers: Mapping[str, pd.Series] = field(default_factory=dict)
    notes: Sequence[Note] = ()


@dataclass(frozen=True)
class Study:
    """A study folder, read and found sound.

    Parameters
    ----------
    name : str
        The folder's name.
    folder : Path
        Where it was read.
    config : StudyConfig
        What ``study.toml`` declares.
    tables : mapping of str to DataFrame
        Every declared table under our column names: dates as ``datetime64``, numbers as
        ``float64``, integers as ``Int64``, flags as ``boolean``, codes and text as ``str``
        with missing values as NA.
    cases : sequence of CaseStory
        The stories, by number.
    digest : str
        SHA-256 over everything that was read.
    delivered : mapping of str to Delivered
        How each table came; empty for a study that was made in memory.
    """

    name: str
    folder: Path
    config: StudyConfig
    tables: Mapping[str, pd.DataFrame]
    cases: Sequence[CaseStory] = ()
    digest: str = ""
    delivered: Mapping[str, Delivered] = field(default_factory=dict)

    @cached_property
    def clients(self) -> pd.DataFrame:
        """The clients the analysis is about: those selected first, without later additions."""
        everyone = self.tables["clients"]
        if "cohort" not in everyone:
            return everyone
        return everyone[everyone["cohort"] == "original"].reset_index(drop=True)

    @cached_property
    def added(self) -> pd.DataFrame:
        """The clients added during the study, left out of the analysis."""
        everyone = self.tables["clients"]
        if "cohort" not in everyone:
            return everyone.iloc[:0]
        return everyone[everyone["cohort"] == "extension"].reset_index(drop=True)

    def has(self, *tables: str) -> bool:
        """Whether the study has all these tables; ``cases`` counts as one."""
        return all(
            bool(self.cases) if table == "cases" else table in self.tables for table in tables
        )


_held: dict[Path, Study] = {}


def hold(folder: Path) -> None:
    """Load a study and keep it, for the processes forked from this one.

    Parameters
    ----------
    folder : Path
        The folder that holds ``study.toml``.

    Raises
    ------
    InputError
        As :func:`load`.
    """
    _held[folder.resolve()] = load(folder)


def drop(folder: Path) -> None:
    """Let go of a study that was held."""
    _held.pop(folder.resolve(), None)


def load(folder: Path) -> Study:
    """Read a study folder and check everything in it.

    Parameters
    ----------
    folder : Path
        The folder that holds ``study.toml``.

    Returns
    -------
    Study

    Raises
    ------
    InputError
        If anything is not as declared; all faults at once, none showing a value of a person.
    """
    config = read_config(folder)
    held = _held.get(folder.resolve())
    if held is not None and held.digest == digest(folder, config):
        return held
    expected = schemas(config)
    faults = contradictions(config, expected)
    readings = {
        name: read_table(folder, table, expected[name]) for name, table in config.tables.items()
    }
    check_rows(readings, config)
    for reading in readings.values():
        faults += reading.faults
    cases, case_faults = read_cases(folder)
    faults += case_faults
    key = b""
    try:
        read_texts(folder)
        read_sentences(folder)
        key = pseudonyms.key_from_environment() if config.identifier == "bsn" else b""
    except InputError as error:
        faults += error.faults
    if faults:
        raise InputError(faults)
    tables: dict[str, pd.DataFrame] = {
        name: one.frame.reset_index(drop=True)
        for name, one in readings.items()
        if one.frame is not None
    }
    tables = _without_bsn(tables, key) if key else tables
    name, read = folder.resolve().name, digest(folder, config)
    return Study(name, folder, config, tables, cases, read, delivered(readings))


def delivered(readings: Mapping[TableName, TableReading]) -> dict[str, Delivered]:
    """Keep of what was read what looking at the data asks for."""
    found: dict[str, Delivered] = {}
    for name, one in readings.items():
        if one.frame is None or one.cells is None:
            continue
        numbers = {
            column: one.cells[one.theirs(column)].reset_index(drop=True).astype("category")
            for column, asked in one.schema.items()
            if asked.kind == "number" and column in one.frame
        }
        found[name] = Delivered(one.frame.index.to_numpy(), numbers, tuple(one.notes))
    return found


def _without_bsn(tables: Mapping[str, pd.DataFrame], key: bytes) -> dict[str, pd.DataFrame]:
    """Replace every citizen service number by a pseudonym, keeping its last digit."""

    def hidden(numbers: pd.Series) -> pd.Series:
        return numbers.map(lambda one: pseudonyms.pseudonym(one, key))

    clean = {}
    for name, frame in tables.items():
        if "client" in frame:
            numbers = frame["client"]
            frame = frame.assign(client=by_value(numbers, hidden))
            if name == "clients":
                frame["last_digit"] = numbers.str[-1].astype("Int64")
        clean[name] = frame
    return clean


def digest(folder: Path, config: StudyConfig) -> str:
    """SHA-256 over the names and bytes of everything a study is read from."""
    files = [folder / FILE, *(folder / table.file for table in config.tables.values())]
    files += prose_files(folder, "cases")
    total = hashlib.sha256()
    for path in files:
        total.update(path.name.encode() + b"\0" + _digest(path, folder))
    return total.hexdigest()


def _digest(path: Path, folder: Path) -> bytes:
    """SHA-256 of a file; nothing for one that reading will complain about."""
    try:
        with open_regular(path, folder, TABLE_LIMIT) as file:
            return hashlib.file_digest(file, "sha256").digest()
    except UnreadableError:
        return b""
