"""What became of the clients of both groups between allocation and the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from report45.analysis.endings import Endings, endings
from report45.analysis.groups import (
    Mask,
    PerGroup,
    in_group,
    occurs,
    rows_of_clients,
    sizes,
    unchanging,
    worked_out,
)
from report45.errors import Fault, InputError, Place
from report45.facts import Count, Fact, Flag, Share, Text, Verdict
from report45.rounding import whole_percent
from report45.specs import Specs, specs, under
from report45.study.load import Study
from report45.study.programme import Route

if TYPE_CHECKING:
    import pandas as pd

_LEFT = {"out": "afgevallen", "ended": "voortijdig"}
"""Stages in which clients leave → where the routes of those who did are stated."""


def participation(took_part: int, unknown: int, assigned: int) -> Verdict:
    """Judge which part of the experiment group took part.

    Parameters
    ----------
    took_part, unknown, assigned : int
        Clients who took part, clients of whom that is not known, and all clients.

    Returns
    -------
    Verdict
        On the scale ``deelname``: ``niemand``, ``iedereen``, of whom all is known ·
        ``minderheid``, ``helft``, ``meerderheid``: less than, just and more than the 50 percent
        that is printed, whoever of the unknown took part · ``onbekend``, the unknown may turn it,
        or nobody was assigned.
    """
    if not assigned or (unknown and not took_part):
        return Verdict("onbekend", "deelname")
    if not unknown and took_part in {0, assigned}:
        return Verdict("iedereen" if took_part else "niemand", "deelname")
    least = whole_percent(Share(took_part, assigned))
    most = whole_percent(Share(took_part + unknown, assigned))
    if least > 50:
        return Verdict("meerderheid", "deelname")
    if most < 50:
        return Verdict("minderheid", "deelname")
    return Verdict("helft" if least == most else "onbekend", "deelname")


@dataclass(frozen=True)
class RouteCount:
    """How many clients of the experiment group took one route."""

    declared: Route
    count: int


@dataclass(frozen=True)
class Flow:
    """The flow of both groups.

    Parameters
    ----------
    n : PerGroup of int
        Clients assigned.
    routes : tuple of RouteCount
        The experiment group by route, in the configured order.
    without_route : int
        Clients of the experiment group of whom no route is known; 0 when the flow is whole.
    crossovers : int
        Clients of the control group who took part all the same.
    assessed : int or None
        Participants who had a capacity assessment; None where that is not recorded.
    endings : Endings or None
        Benefits that ended, where the study has that table.
    """

    n: PerGroup[int]
    routes: tuple[RouteCount, ...]
    without_route: int
    crossovers: int
    assessed: int | None
    endings: Endings | None

    def in_stage(self, *stages: str) -> int:
        """Count the clients of the experiment group whose route is in one of these stages."""
        return sum(one.count for one in self.routes if one.declared.stage in stages)

    @property
    def participated(self) -> int:
        """Clients of the experiment group who took part."""
        return self.in_stage("ended", "done")

    states: ClassVar[Specs] = specs(
        "stroom",
        (Count, "toegewezen.<groep> zonder_route"),
        (Share, "route.<route> niet_deelgenomen deelgenomen voortijdig_beeindigd resterend"),
        (Text, "route.<route>.label route.<route>.zin route.<route>.toelichting"),
        (Text, "route.<route>.fase"),
        (Count, "afgevallen.<route>.aantal voortijdig.<route>.aantal"),
        (Share, "afgevallen.<route>.deel voortijdig.<route>.deel"),
        (Text, "afgevallen.<route>.label voortijdig.<route>.label"),
        (Text, "afgevallen.<route>.toelichting voortijdig.<route>.toelichting"),
        (Share, "overstappers overgebleven_control belastbaarheidsonderzoek"),
        (Flag, "heeft_overstappers"),
        (Verdict, "deelname", "deelname"),
    ) + under("beeindigd", Endings.states)

    def facts(self) -> dict[str, Fact]:
        """Give the facts, those of endings too where the study has that table."""
        assigned, control, took_part = self.n.experiment, self.n.control, self.participated
        written: dict[str, Fact] = {f"toegewezen.{group}": Count(n) for group, n in self.n.items()}
        for one in self.routes:
            path = f"route.{one.declared.name}"
            written[path] = Share(one.count, assigned)
            written[f"{path}.label"] = Text(one.declared.label)
            written[f"{path}.zin"] = Text(one.declared.says)
            written[f"{path}.toelichting"] = Text(one.declared.explanation)
            written[f"{path}.fase"] = Text(one.declared.stage)
            if one.count and (left := _LEFT.get(one.declared.stage)):
                path = f"{left}.{one.declared.name}"
                written[f"{path}.aantal"] = Count(one.count)
                written[f"{path}.deel"] = Share(one.count, assigned)
                written[f"{path}.label"] = Text(one.declared.label)
                written[f"{path}.toelichting"] = Text(one.declared.explanation)
        written["zonder_route"] = Count(self.without_route)
        written["niet_deelgenomen"] = Share(self.in_stage("out"), assigned)
        written["deelgenomen"] = Share(took_part, assigned)
        written["deelname"] = participation(took_part, self.without_route, assigned)
        written["voortijdig_beeindigd"] = Share(self.in_stage("ended"), took_part)
        written["resterend"] = Share(self.in_stage("done"), took_part)
        written["overstappers"] = Share(self.crossovers, control)
        written["overgebleven_control"] = Share(control - self.crossovers, control)
        written["heeft_overstappers"] = Flag(self.crossovers > 0)
        if self.assessed is not None:
            written["belastbaarheidsonderzoek"] = Share(self.assessed, took_part)
        if self.endings is not None:
            for path, fact in self.endings.facts().items():
                written[f"beeindigd.{path}"] = fact
        return written


def flow(study: Study) -> Flow:
    """Follow both groups from allocation to the end.

    Raises
    ------
    InputError
        If the study has no table of trajectories.
    """
    if not study.has("trajectories"):
        place, problem = Place("study.toml", part="[tables]"), "there is no table trajectories."
        raise InputError([Fault(place, "no-table", problem, "The flow needs it.")])
    found = client_routes(study)
    experiment = in_group(study, "experiment")
    assessed: int | None = None
    trajectories = rows_of_clients(study, "trajectories")
    if "capacity_assessment" in trajectories:
        yes = trajectories["capacity_assessment"].fillna(value=False).astype(bool)
        had = occurs(study, trajectories.loc[yes, "place"])
        assessed = int((had & participants(study)).sum())
    return Flow(
        n=sizes(study),
        routes=tuple(
            RouteCount(route, int((found[route.name] & experiment).sum()))
            for route in study.config.routes
        ),
        without_route=int((experiment & ~_any(found, experiment.size)).sum()),
        crossovers=int(crossovers(study).sum()),
        assessed=assessed,
        endings=endings(study) if study.has("benefit_endings") else None,
    )


def client_routes(study: Study) -> Mapping[str, Mask]:
    """Mark, per configured route, which of ``study.clients`` took it; each of shape (clients,)."""
    rows = rows_of_clients(study, "trajectories")
    if "route" not in rows:
        return {route.name: occurs(study, rows["place"]) & False for route in study.config.routes}

    def taken(_: pd.DataFrame) -> Mapping[str, Mask]:
        places = {one.name: rows.loc[rows["route"] == one.code] for one in study.config.routes}
        return {name: unchanging(occurs(study, one["place"])) for name, one in places.items()}

    return worked_out(study, "routes", "trajectories", taken)


def participants(study: Study) -> Mask:
    """Mark the clients of the experiment group who took part; shape (clients,).

    Where the study declares no routes, the whole experiment group took part.
    """
    experiment = in_group(study, "experiment")
    if not study.config.routes or not study.has("trajectories"):
        return experiment
    found = client_routes(study)
    took_part = {
        route.name: found[route.name] for route in study.config.routes if route.stage != "out"
    }
    return experiment & _any(took_part, experiment.size)


def crossovers(study: Study) -> Mask:
    """Mark the clients of the control group who took part all the same; shape (clients,).

    Who has a route took part when its stage says so. Who has none took part when an intake is
    recorded; where neither routes nor intakes are, when there is a trajectory at all.
    """
    rows = rows_of_clients(study, "trajectories")
    took_part = rows["place"] >= 0 if not study.config.routes else rows["place"] < 0
    if "intake" in rows:
        took_part = rows["intake"].notna()
    if "route" in rows:
        stage = rows["route"].map({one.code: one.stage for one in study.config.routes})
        took_part = took_part.where(stage.isna(), stage != "out")
    return in_group(study, "control") & occurs(study, rows.loc[took_part, "place"])


def _any(masks: Mapping[str, Mask], size: int) -> Mask:
    together: Mask = np.zeros(size, dtype=bool)
    for mask in masks.values():
        together = together | mask
    return together
