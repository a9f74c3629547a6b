"""From a study folder to a :class:`Study`: read, rename, validate. All faults at once."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from report45.errors import Fault, InputError
from report45.study import pseudonyms
from report45.study.cases import CaseStory, read_cases
from report45.study.config import StudyConfig
from report45.study.schema import schemas
from report45.study.tables import Reading, read_table
from report45.study.toml import FILE, read_config

if TYPE_CHECKING:
    import pandas as pd


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
    cases : tuple of CaseStory
        The stories, by number.
    digest : str
        SHA-256 over everything that was read.
    """

    name: str
    folder: Path
    config: StudyConfig
    tables: Mapping[str, pd.DataFrame]
    cases: tuple[CaseStory, ...] = ()
    digest: str = ""

    @property
    def clients(self) -> pd.DataFrame:
        """The clients the analysis is about: those selected first, without later additions."""
        everyone = self.tables["clients"]
        if "cohort" not in everyone:
            return everyone
        return everyone[everyone["cohort"] == "original"].reset_index(drop=True)

    @property
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


def find(study: str, data: Path = Path("data")) -> Path:
    """Find a study's folder.

    Parameters
    ----------
    study : str
        A path to the folder, or the name of a folder under ``data``.
    data : Path
        Where named studies live.

    Returns
    -------
    Path

    Raises
    ------
    InputError
        If there is no such folder.
    """
    for folder in (Path(study), data / study):
        if (folder / FILE).is_file():
            return folder
    known = sorted(path.parent.name for path in data.glob(f"*/{FILE}"))
    near = difflib.get_close_matches(Path(study).name, known, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Known studies: {', '.join(known) or 'none'}."
    raise InputError([Fault(study, f"no study here: no folder with a {FILE}.", hint)])


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
    faults = _unusable(config)
    expected = schemas(config)
    readings = {
        name: read_table(folder, table, expected[name]) for name, table in config.tables.items()
    }
    for reading in readings.values():
        faults += reading.faults
    cases, case_faults = read_cases(folder / "cases")
    faults += case_faults
    frames: dict[str, pd.DataFrame] = {
        name: one.frame for name, one in readings.items() if one.frame is not None
    }
    for name, reading in readings.items():
        if reading.frame is not None:
            reading.faults.clear()
            _check_rows(name, reading, frames, config)
            faults += reading.faults
    if faults:
        raise InputError(faults)
    tables = {name: frame.reset_index(drop=True) for name, frame in frames.items()}
    tables = _without_bsn(tables, config)
    return Study(folder.resolve().name, folder, config, tables, cases, digest(folder, config))


def _unusable(config: StudyConfig) -> list[Fault]:
    """What the configuration asks for but gives no table or name for."""
    faults = []
    if "clients" not in config.tables:
        faults.append(Fault(f"{FILE}, tables", "there is no table clients.", "Declare it."))
    for outcome in config.outcomes:
        asked = {source.table for source in (*outcome.experiment, *outcome.control)}
        if outcome.column is not None:
            asked.add("outcomes")
        faults += [
            Fault(f"{FILE}, outcomes.{outcome.name}", f"table {table} is not declared.")
            for table in sorted(asked - set(config.tables))
        ]
    parts = ("characteristics", "routes", "outcomes", "instruments", "criteria", "particulars")
    for part in parts:
        names = [one.name for one in getattr(config, part)]
        faults += [
            Fault(f"{FILE}, {part}", f"the name {name} is used twice.", "Names must differ.")
            for name in sorted({name for name in names if names.count(name) > 1})
        ]
    named = {one.name for one in config.outcomes}
    if config.design is not None and config.design.outcome not in named:
        known = ", ".join(sorted(named)) or "none"
        faults.append(Fault(f"{FILE}, design.outcome", "no such outcome.", f"Known: {known}."))
    return faults


def _check_rows(
    name: str, reading: Reading, frames: Mapping[str, pd.DataFrame], config: StudyConfig
) -> None:
    """Checks between columns and between tables."""
    frame = reading.frame
    if frame is None:
        return
    if name == "clients":
        _check_clients(frame, reading, config)
    elif "client" in frame and "clients" in frames:
        stray = ~frame["client"].isin(frames["clients"]["client"]) & frame["client"].notna()
        reading.blame(stray, "client", "not in the table of clients.", "Add or remove the client.")
    start = next((column for column in ("start", "intake") if column in frame), None)
    if start and "end" in frame:
        wrong = frame["end"] < frame[start]
        reading.blame(wrong, "end", f"lies before {reading.theirs(start)}.", "Mend the dates.")
    if "amount" in frame:
        reading.blame(frame["amount"] < 0, "amount", "an amount below zero.", "Mend the amount.")


def _check_clients(frame: pd.DataFrame, reading: Reading, config: StudyConfig) -> None:
    screened = (
        frame["cohort"] == "not_selected" if "cohort" in frame else frame["group"].isna() & False
    )
    reading.blame(
        frame["group"].isna() & ~screened,
        "group",
        "the cell is empty.",
        "Only clients who were not selected have no group.",
    )
    if "last_digit" in frame:
        digits = frame["last_digit"]
        wrong = ((digits < 0) | (digits > 9)).fillna(value=False).astype(bool)
        reading.blame(wrong, "last_digit", "not a single digit.", "Expected 0 to 9.")
    for one in config.characteristics:
        if one.kind in {"age", "duration"} and one.column in frame:
            day = getattr(config.dates, one.at)
            late = (frame[one.column] > str(day)) & ~screened
            problem = f"lies after the day it is measured at ({day})."
            reading.blame(late, one.column, problem, "Mend the date, or `dates` in study.toml.")
    looks = frame["client"].dropna()
    if config.identifier == "bsn":
        bad = ~frame["client"].fillna("").map(pseudonyms.valid)
        reading.blame(bad, "client", "not a citizen service number.", "Check the digits.")
    elif pseudonyms.are_bsns(looks):
        reading.blame(
            looks.index.to_series() == looks.index[0],
            "client",
            "these are citizen service numbers.",
            'Deliver pseudonyms, or set `identifier = "bsn"` to have them replaced.',
        )


def _without_bsn(tables: dict[str, pd.DataFrame], config: StudyConfig) -> dict[str, pd.DataFrame]:
    """Replace every citizen service number by a pseudonym, keeping its last digit."""
    if config.identifier != "bsn":
        return tables
    key = pseudonyms.key_from_environment()
    clean = {}
    for name, frame in tables.items():
        if "client" in frame:
            numbers = frame["client"]
            frame = frame.assign(client=numbers.map(lambda one: pseudonyms.pseudonym(one, key)))
            if name == "clients":
                frame["last_digit"] = numbers.str[-1].astype("Int64")
        clean[name] = frame
    return clean


def digest(folder: Path, config: StudyConfig) -> str:
    """SHA-256 over the names and bytes of everything a study is read from."""
    files = [folder / FILE, *(folder / table.file for table in config.tables.values())]
    files += sorted((folder / "cases").glob("*.md"))
    total = hashlib.sha256()
    for path in files:
        total.update(path.name.encode() + b"\0" + hashlib.sha256(_bytes(path)).digest())
    return total.hexdigest()


def _bytes(path: Path) -> bytes:
    """Give a file's bytes; none for a missing file, about which reading it will complain."""
    return path.read_bytes() if path.is_file() else b""
