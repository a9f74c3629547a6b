"""Checks between the columns of a table, and between tables."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from report45.errors import Fault, Place
from report45.study import pseudonyms
from report45.study.config import StudyConfig
from report45.study.consistent import FILE, quoted_codes
from report45.study.people import GROUPS, TableName
from report45.study.standing import COMPLETE, undeclared
from report45.study.tables import TableReading, by_value

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

Readings = Mapping[TableName, TableReading]


def check_rows(readings: Readings, config: StudyConfig) -> None:
    """Note every row that contradicts another column or table, in its table's reading.

    Where clients are known by their BSN, eight digits are first made nine: whether a leading
    zero survived differs from export to export.

    Parameters
    ----------
    readings : mapping of str to TableReading
        Every table, as far as it could be read.
    config : StudyConfig
        The study's configuration.
    """
    whole = {name: one for name, one in readings.items() if one.frame is not None}
    if config.identifier == "bsn":
        for reading in whole.values():
            _fill_bsn(reading)
    clients = whole.get("clients")
    for name, reading in whole.items():
        frame = _frame(reading)
        if name == "clients":
            _check_clients(frame, reading, config)
        elif "client" in frame and clients is not None and "client" in _frame(clients):
            _check_known(frame["client"], reading, _frame(clients)["client"])
        _check_bsn(frame, reading, config)
        start = next((column for column in ("start", "intake") if column in frame), None)
        if start and "end" in frame:
            wrong = frame["end"] < frame[start]
            problem = f"lies before {reading.theirs(start)}."
            reading.blame(wrong, "end", "end-before-start", problem, "Mend the dates.")
        if "amount" in frame:
            bad = frame["amount"] < 0
            reading.blame(bad, "amount", "negative-amount", "an amount below zero.", "Mend it.")
    _check_quoted(whole, config)
    _check_registered(whole, config)


def _check_registered(whole: Readings, config: StudyConfig) -> None:
    """An outcome that is not known may not count as no without a word."""
    clients, reading = whole.get("clients"), whole.get(COMPLETE)
    if clients is None or reading is None or not {"client", "group"} <= {*_frame(clients)}:
        return
    everyone = _frame(clients).drop_duplicates("client")
    if "cohort" in everyone:
        everyone = everyone[everyone["cohort"] == "original"]
    everyone = everyone.reset_index(drop=True)
    members = {group: (everyone["group"] == group).to_numpy(dtype=bool) for group in GROUPS}

    @cache
    def rows(table: TableName) -> pd.DataFrame:
        frame = _frame(whole[table]) if table in whole else everyone.iloc[:0][["client"]]
        if "client" not in frame:
            return frame.iloc[:0].assign(place=0)
        at = places(frame["client"], everyone["client"])
        return frame.assign(place=at)[at >= 0]

    reading.faults.extend(undeclared(config, members, rows))


def _frame(reading: TableReading) -> pd.DataFrame:
    assert reading.frame is not None  # noqa: S101 - for the type checker; check_rows sees to it
    return reading.frame


def _fill_bsn(reading: TableReading) -> None:
    frame = _frame(reading)
    if "client" in frame:
        given = frame["client"]
        frame["client"] = full = pseudonyms.full(given)
        if reading.unique("client"):
            double = full.duplicated(keep=False) & full.notna() & ~given.duplicated(keep=False)
            problem = "the same number occurs more than once, with and without leading zero."
            reading.blame(double, "client", "double-value", problem, "It must be unique.")


def places(given: pd.Series, known: pd.Series) -> npt.NDArray[np.int64]:
    """Find values of one column in another.

    Parameters
    ----------
    given : Series of str, shape (n,)
        What is looked for.
    known : Series of str, shape (m,)
        Where: each value once.

    Returns
    -------
    ndarray of int, shape (n,)
        Places in ``known``; -1 for what is not in it, and for missing values.
    """
    import numpy as np
    import pandas as pd

    # one pass over both: pandas' own look-ups make a Python object of every text
    codes, _ = pd.factorize(pd.concat([known, given], ignore_index=True))
    found = codes[len(known) :].astype(np.int64)
    return np.where(found < len(known), found, -1)


def _check_known(given: pd.Series, reading: TableReading, known: pd.Series) -> None:
    import pandas as pd

    stray = pd.Series(places(given, known.drop_duplicates()) < 0, given.index) & given.notna()
    if not stray.any():
        return
    remedy = "Add or remove the client."
    if given[stray].str.lstrip("0").isin(known.str.lstrip("0")).all():
        remedy = "They differ in leading zeros only: one of the two files lost them."
    reading.blame(stray, "client", "unknown-client", "not in the table of clients.", remedy)


def _check_clients(frame: pd.DataFrame, reading: TableReading, config: StudyConfig) -> None:
    import pandas as pd

    screened = pd.Series(data=False, index=frame.index)
    if "cohort" in frame:
        screened = (frame["cohort"] == "not_selected").fillna(value=False).astype(bool)
    if "group" in frame:
        _check_groups(frame, reading, screened)
    if "last_digit" in frame:
        digits = frame["last_digit"]
        wrong = ((digits < 0) | (digits > 9)).fillna(value=False).astype(bool)
        problem = "not a single digit."
        reading.blame(wrong, "last_digit", "not-a-digit", problem, "Expected 0 to 9.")
    for one in config.characteristics:
        day = getattr(config.dates, one.at)
        if one.kind in {"age", "duration"} and one.column in frame and day is not None:
            if frame[one.column].dtype.kind != "M":
                continue
            late = (frame[one.column] > pd.Timestamp(day)) & ~screened
            problem = f"lies after the day it is measured at ({day})."
            remedy = "Mend the date, or `dates` in study.toml."
            reading.blame(late, one.column, "date-after-measurement", problem, remedy)


def _check_groups(frame: pd.DataFrame, reading: TableReading, screened: pd.Series) -> None:
    reading.blame(
        frame["group"].isna() & ~screened,
        "group",
        "empty-cell",
        "the cell is empty.",
        "Only clients who were not selected have no group.",
    )
    original = frame["cohort"] == "original" if "cohort" in frame else ~screened
    for group in GROUPS:
        if not (original & (frame["group"] == group)).any():
            problem = f"no client is in the {group} group."
            remedy = "Check the codes of this column in study.toml."
            reading.faults.append(Fault(reading.at("group"), "empty-group", problem, remedy))


def _check_bsn(frame: pd.DataFrame, reading: TableReading, config: StudyConfig) -> None:
    """No BSN goes further than this, but for those that are declared and replaced."""
    for name in reading.free_text(frame.columns):
        problem = "holds what looks like a citizen service number."
        bad = by_value(frame[name], pseudonyms.holds).fillna(value=False).astype(bool)
        reading.blame(bad, name, "citizen-number", problem, "Take it out.")
    if "client" not in frame:
        return
    given = frame["client"].dropna()
    if config.identifier == "bsn":
        bad = ~by_value(given, lambda all_: all_.map(pseudonyms.valid)).astype(bool)
        problem = "not a citizen service number."
        reading.blame(bad, "client", "not-a-citizen-number", problem, "Check the digits.")
    elif pseudonyms.are_bsns(given):
        problem = "these are citizen service numbers."
        remedy = 'Deliver pseudonyms, or set `identifier = "bsn"` to have them replaced.'
        reading.faults.append(Fault(reading.at("client"), "citizen-number", problem, remedy))


def _check_quoted(whole: Readings, config: StudyConfig) -> None:
    """A code that is neither listed nor found would count nobody, without a word."""
    for one in quoted_codes(config):
        reading = whole.get(one.table)
        if reading is None or one.column not in _frame(reading):
            continue
        listed = reading.table.codes.get(one.column)
        if not listed and not (_frame(reading)[one.column] == one.code).any():
            where = Place(FILE, part=one.where)
            problem = f"no row has the code {one.code} in {reading.theirs(one.column)}."
            remedy = f"Check its spelling; if it is right, list tables.{one.table}.codes."
            remedy += f"{one.column}."
            reading.faults.append(Fault(where, "unused-code", problem, remedy))
