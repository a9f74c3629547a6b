"""Values of both groups and of everyone together, and who is in which group."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np
import numpy.typing as npt

from report45.facts import Number
from report45.study.config import Group

if TYPE_CHECKING:
    import pandas as pd

    from report45.study.load import Study

T = TypeVar("T")
U = TypeVar("U")
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class PerGroup(Generic[T]):
    """One value per group and one for everyone.

    Parameters
    ----------
    experiment, control, total
        The values; in fact paths they are ``experiment``, ``control`` and ``totaal``.
    """

    experiment: T
    control: T
    total: T

    def items(self) -> Iterator[tuple[str, T]]:
        """Give the three values with their names in a fact path."""
        yield from (
            ("experiment", self.experiment),
            ("control", self.control),
            ("totaal", self.total),
        )

    def of(self, group: str) -> T:
        """Give one value by its name in a fact path."""
        return dict(self.items())[group]

    def map(self, change: Callable[[T], U]) -> PerGroup[U]:
        """Change all three values in the same way."""
        return PerGroup(change(self.experiment), change(self.control), change(self.total))


def counted(experiment: int, control: int) -> PerGroup[int]:
    """Give two counts with their sum."""
    return PerGroup(experiment, control, experiment + control)


def sizes(study: Study) -> PerGroup[int]:
    """Count the clients assigned to each group."""
    return tally(study, np.ones(len(study.clients), dtype=bool))


def tally(study: Study, mask: Mask) -> PerGroup[int]:
    """Count, per group, the clients a mask over ``study.clients`` selects."""
    first = in_group(study, "experiment")
    return counted(int((mask & first).sum()), int((mask & ~first).sum()))


def in_group(study: Study, group: Group) -> Mask:
    """Mark which of ``study.clients`` are in a group; shape (clients,)."""
    return np.asarray(study.clients["group"] == group, dtype=bool)


def occurs(study: Study, clients: pd.Series) -> Mask:
    """Mark which of ``study.clients`` occur in a column of client ids; shape (clients,)."""
    return np.asarray(study.clients["client"].isin(clients), dtype=bool)


def rows_of_clients(study: Study, table: str) -> pd.DataFrame:
    """Give the rows of a table that belong to ``study.clients``; none if there is no table."""
    import pandas as pd

    if table not in study.tables:
        return pd.DataFrame({"client": pd.Series(dtype="str")})
    rows = study.tables[table]
    return rows[rows["client"].isin(study.clients["client"])].reset_index(drop=True)


def code_path(code: str) -> str:
    """Write a code as part of a fact path."""
    return re.sub(r"[^a-z0-9]+", "_", code.lower()).strip("_")


def number(value: float, unit: str = "", most: int = 2) -> Number:
    """Give a number with as few decimals as state it exactly, up to ``most``."""
    digits = next((n for n in range(most) if abs(value - round(value, n)) < 1e-9), most)
    return Number(value, unit, digits)


def percentage(rate: float) -> Number:
    """Give an assumed rate (0.1167) as a number in percent (11.67)."""
    return number(100 * rate, "procent")
