"""Values of both groups and of everyone together, and who is in which group."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np
import numpy.typing as npt

from report45.facts import Number
from report45.study.people import Group
from report45.study.rows import places

if TYPE_CHECKING:
    import pandas as pd

    from report45.study.load import Study

T = TypeVar("T")
U = TypeVar("U")
Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]


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


def added(one: PerGroup[int], other: PerGroup[int]) -> PerGroup[int]:
    """Add two counts per group."""
    return counted(one.experiment + other.experiment, one.control + other.control)


def lacking(whole: PerGroup[int], part: PerGroup[int]) -> PerGroup[int]:
    """Subtract a count per group from the count it is part of."""
    return counted(whole.experiment - part.experiment, whole.control - part.control)


def sizes(study: Study) -> PerGroup[int]:
    """Count the clients assigned to each group."""
    return tally(study, np.ones(len(study.clients), dtype=bool))


def tally(study: Study, mask: Mask) -> PerGroup[int]:
    """Count, per group, the clients a mask over ``study.clients`` selects."""
    first = in_group(study, "experiment")
    return counted(int((mask & first).sum()), int((mask & ~first).sum()))


def in_group(study: Study, group: Group) -> Mask:
    """Mark which of ``study.clients`` are in a group; shape (clients,)."""
    return worked_out(
        study,
        f"group {group}",
        "clients",
        lambda _: unchanging(np.asarray(study.clients["group"] == group, dtype=bool)),
    )


def unchanging(mask: Mask) -> Mask:
    """Give a mask that several may hold at once."""
    held = np.array(mask)
    held.flags.writeable = False
    return held


def occurs(study: Study, places: pd.Series) -> Mask:
    """Mark which of ``study.clients`` occur in a column of places; shape (clients,)."""
    found: Mask = np.zeros(len(study.clients), dtype=bool)
    found[places] = True
    return found


def places_of_clients(study: Study, table: str) -> Places:
    """Give the place in ``study.clients`` each row of a table is about, -1 for none of them."""
    return worked_out(
        study, "places", table, lambda rows: places(rows["client"], study.clients["client"])
    )


def rows_of_clients(study: Study, table: str) -> pd.DataFrame:
    """Give the rows of a table that belong to ``study.clients``; none if there is no table.

    In addition to its own columns it has ``place``: of the row's client in ``study.clients``.
    """
    import pandas as pd

    if table not in study.tables:
        return pd.DataFrame({"client": pd.Series(dtype="str"), "place": pd.Series(dtype="int64")})
    place = places_of_clients(study, table)
    return worked_out(
        study,
        "rows",
        table,
        lambda rows: rows.assign(place=place)[place >= 0].reset_index(drop=True),
    )


def worked_out(study: Study, what: str, table: str, make: Callable[[pd.DataFrame], T]) -> T:
    """Work something out of a table once; finding a million clients again takes seconds."""
    kept, rows = vars(study).setdefault("_kept", {}), study.tables[table]
    if (what, table) not in kept or kept[what, table][0] is not rows:
        kept[what, table] = (rows, make(rows))
    made: T = kept[what, table][1]
    return made


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
