"""Who has an outcome, who may have it, and of whom it is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from report45.errors import Fault, Place
from report45.study.config import StudyConfig
from report45.study.people import GROUPS, Group, TableName
from report45.study.programme import Outcome, Source

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

COMPLETE: TableName = "outcomes"
"""The table in which every client should have a row: who has none is missing. The other tables
that count for outcomes hold events, and without a row nothing happened."""


@dataclass(frozen=True)
class Standing:
    """How every client stands toward an outcome that is a share.

    Parameters
    ----------
    certain : ndarray of bool, shape (clients,)
        Who has it for certain.
    possible : ndarray of bool, shape (clients,)
        Who may have it by a code that says so, and not for certain.
    unknown : ndarray of bool, shape (clients,)
        Who is neither, and has no code in a column of the table ``outcomes`` that counts.
    """

    certain: npt.NDArray[np.bool_]
    possible: npt.NDArray[np.bool_]
    unknown: npt.NDArray[np.bool_]


def standing(
    declared: Outcome,
    members: Mapping[Group, npt.NDArray[np.bool_]],
    rows: Callable[[TableName], pd.DataFrame],
) -> Standing:
    """Mark who has an outcome, who may have it, and of whom it is not known.

    A client with several rows has it for certain when one of them says so.

    Parameters
    ----------
    declared : Outcome
        A share.
    members : mapping of str to ndarray of bool, shape (clients,)
        Who is in each group.
    rows : callable
        Gives the rows of a table that belong to the clients, with their ``place`` among them.

    Returns
    -------
    Standing
    """
    import numpy as np

    nobody = np.zeros(len(members["experiment"]), dtype=bool)
    certain, possible, unknown = nobody.copy(), nobody.copy(), nobody.copy()

    def occurs(places: Any) -> npt.NDArray[np.bool_]:
        found = nobody.copy()
        found[places] = True
        return found

    for group, sources in _sources(declared):
        for source in sources:
            frame = rows(source.table)
            if source.column not in frame:
                continue
            place, codes = frame["place"], frame[source.column]
            maybe = codes.isin(source.possible)
            if source.missing == "possible":
                maybe |= codes.isna()
            certain |= members[group] & occurs(place[codes.isin(source.certain)])
            possible |= members[group] & occurs(place[maybe])
            if source.table == COMPLETE:
                unknown |= members[group] & ~occurs(place[codes.notna()])
    return Standing(certain, possible & ~certain, unknown & ~certain & ~possible)


def undeclared(
    config: StudyConfig,
    members: Mapping[Group, npt.NDArray[np.bool_]],
    rows: Callable[[TableName], pd.DataFrame],
) -> Iterator[Fault]:
    """Find outcomes that are not known of everyone, while nobody said what that means.

    Yields
    ------
    Fault
        One per outcome, with how many per group and the choices.
    """
    for outcome in config.outcomes:
        sources = (*outcome.experiment, *outcome.control)
        if outcome.missing is not None or all(one.table != COMPLETE for one in sources):
            continue
        unknown = standing(outcome, members, rows).unknown
        if not unknown.any():
            continue
        counts = [(int((unknown & members[group]).sum()), group) for group in GROUPS]
        sizes = {group: int(members[group].sum()) for group in GROUPS}
        told = " and ".join(f"{n} of {sizes[group]} in the {group} group" for n, group in counts)
        yield Fault(
            Place("study.toml", part=f"outcomes.{outcome.name}"),
            "unknown-outcome-values",
            f"is not known of {told}: no row in {COMPLETE}, or an empty cell.",
            'Declare `missing = "exclude"` (leave them out of the base), "no" (they count as not '
            'having it) or "possible" (the report gives bounds).',
        )


def _sources(declared: Outcome) -> Iterator[tuple[Group, tuple[Source, ...]]]:
    yield "experiment", declared.experiment
    yield "control", declared.control
