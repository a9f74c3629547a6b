"""From a study folder to a :class:`Study`: read, rename, validate. All faults at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from report45.study.config import StudyConfig

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class CaseStory:
    """One client's story, as a file in ``cases/`` tells it.

    Parameters
    ----------
    number : int
        The client's number in the report.
    sex, age, background, status : str
        As the report prints them; empty where unknown.
    unemployed_months, programme_months : int or None
        Months without work before the programme, and months in it.
    full : bool
        True for a full story, False for a short profile.
    sections : mapping of str to str
        Heading to Markdown text, in the order of the file.
    """

    number: int
    sex: str
    age: str
    background: str
    status: str
    unemployed_months: int | None
    programme_months: int | None
    full: bool
    sections: Mapping[str, str]


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
