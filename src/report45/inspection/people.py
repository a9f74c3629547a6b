"""What is known of every client, in the order of the table of clients."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from report45.inspection.seen import Days, Mask, Seen, isin
from report45.study.config import StudyConfig
from report45.study.rows import places

# A reason says that someone died in the words of the study; no declaration does.
_DIED = re.compile(r"overl[ei]j?d|overled|decease|death|\bdied", re.IGNORECASE)

Objects = npt.NDArray[np.object_]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class People:
    """The clients, an array a property.

    Parameters
    ----------
    group, cohort, route, stage : ndarray of object
        Codes; empty texts where there is none. A stage is that of the declared route.
    intake, left, stopped, died : ndarray of datetime64
        Days of intake, of the end of the trajectory, of the end of the benefit and, where that
        is its reason, of death; NaT where there is none.
    started : ndarray of bool
        Who has a row among the trajectories.
    places : mapping of str to ndarray of int
        Per table with clients: the place of each row's client; -1 for nobody.
    """

    group: Objects
    cohort: Objects
    route: Objects
    stage: Objects
    intake: Days
    left: Days
    stopped: Days
    died: Days
    started: Mask
    places: Mapping[str, Places]

    def __len__(self) -> int:
        return len(self.group)

    def group_of(self, seen: Seen) -> Objects:
        """Give the group of each row's client; empty for those the analysis leaves out."""
        if seen.name not in self.places:
            return np.full(len(seen.frame), "", dtype=object)
        group = np.where(self.cohort == "original", self.group, "")
        return np.append(group, "")[self.places[seen.name]]

    def of(self, seen: Seen, column: Days) -> Days:
        """Give a day of each row's client."""
        return np.append(column, np.datetime64("NaT", "D"))[self.places[seen.name]]

    def has(self, where: Places) -> Mask:
        """Mark the clients that are among some places."""
        found = np.zeros(len(self), dtype=bool)
        found[where[where >= 0]] = True
        return found


def people(tables: Mapping[str, Seen], config: StudyConfig) -> People:
    """Bring together what the tables say of every client."""
    clients = tables["clients"]
    known = clients.frame["client"]
    found = {
        name: places(seen.frame["client"], known)
        for name, seen in tables.items()
        if "client" in seen.frame
    }
    found["clients"] = np.arange(len(known))

    def codes(table: str, column: str, otherwise: str = "") -> Objects:
        given = np.full(len(known), otherwise, dtype=object)
        if table in tables and column in tables[table].frame:
            place = found[table]
            values = tables[table].frame[column].fillna("").to_numpy(dtype=object)
            given[place[place >= 0]] = values[place >= 0]
        return given

    def days(table: str, column: str) -> Days:
        given = np.full(len(known), np.datetime64("NaT", "D"))
        if table in tables:
            place = found[table]
            given[place[place >= 0]] = tables[table].days(column)[place >= 0]
        return given

    stopped = days("benefit_endings", "end")
    route = codes("trajectories", "route")
    stages = {one.code: one.stage for one in config.routes}
    dead = np.zeros(len(known), dtype=bool)
    if "benefit_endings" in tables:
        at = found["benefit_endings"][_deaths(tables["benefit_endings"])]
        dead[at[at >= 0]] = True
    started = np.zeros(len(known), dtype=bool)
    if "trajectories" in found:
        started[found["trajectories"][found["trajectories"] >= 0]] = True
    return People(
        group=codes("clients", "group"),
        cohort=codes("clients", "cohort", "original"),
        route=route,
        stage=np.array([stages.get(one, "") for one in route], dtype=object),
        intake=days("trajectories", "intake"),
        left=days("trajectories", "end"),
        stopped=stopped,
        died=np.where(dead, stopped, np.datetime64("NaT", "D")),
        started=started,
        places=found,
    )


def birth_columns(config: StudyConfig) -> list[str]:
    """Name the columns that ages are measured from."""
    columns = [one.column for one in config.characteristics if one.kind == "age"]
    columns += [one.column for one in config.criteria if one.kind == "age"]
    return list(dict.fromkeys(columns))


def _deaths(seen: Seen) -> Mask:
    return isin(seen.frame["reason"], named(seen, "reason", _DIED))


def named(seen: Seen, column: str, words: re.Pattern[str]) -> list[str]:
    """Give the codes of a column that, in the study's words or in the file's, say something."""
    theirs = seen.declared.codes.get(column, {})
    spelled = {ours: their for their, ours in theirs.items()}
    found = seen.frame[column].dropna().unique()
    return [one for one in found if words.search(one) or words.search(spelled.get(one, ""))]
