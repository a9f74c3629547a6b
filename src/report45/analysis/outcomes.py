"""What the programme should bring about, counted per group with its uncertainty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from report45.analysis.association import Tested, welch
from report45.analysis.flow import RouteCount, client_routes, participation
from report45.analysis.groups import (
    Mask,
    PerGroup,
    added,
    code_path,
    counted,
    in_group,
    lacking,
    occurs,
    rows_of_clients,
    sizes,
    tally,
)
from report45.analysis.intervals import share_interval, welch_interval
from report45.analysis.precision import decimals
from report45.analysis.verdicts import (
    certainty_of,
    completeness,
    effect_verdict,
    favourable,
    means_testable,
    part,
    treated,
)
from report45.analysis.windows import during
from report45.errors import Fault, InputError, Place
from report45.facts import Count, Fact, Flag, Interval, Mean, Number, Share, Test, Text, Verdict
from report45.specs import Specs, specs
from report45.study.load import Study
from report45.study.people import GROUPS
from report45.study.programme import Outcome
from report45.study.standing import Standing, standing

LEVEL = 0.95
_REGISTRATION = specs(
    "registratie",
    (Count, "toegewezen.<groep> ontbreekt.<groep>"),
    (Share, "uitval.<groep>"),
    (Verdict, "ontbrekend", "ontbrekend"),
    (Verdict, "volledigheid volledigheid.<groep>", "volledigheid"),
)


@dataclass(frozen=True)
class ShareOutcome:
    """An outcome a client has, may have, or has not.

    Parameters
    ----------
    declared : Outcome
        What the configuration says of it.
    n : PerGroup of int
        What shares are of: the clients assigned, without those that are left out.
    certain : PerGroup of int
        Clients who have it for certain.
    possible : PerGroup of int
        Clients who may have it, apart from those who certainly do.
    unknown : PerGroup of int
        Clients of whom it is not known, whatever is done with them.
    coded : mapping of str to int
        Clients per code that counts, as ``<code>.<group>``; only for the group it counts in.
    """

    declared: Outcome
    n: PerGroup[int]
    certain: PerGroup[int]
    possible: PerGroup[int]
    unknown: PerGroup[int] = field(default_factory=lambda: counted(0, 0))
    coded: Mapping[str, int] = field(default_factory=dict)

    @property
    def allocated(self) -> PerGroup[int]:
        """Clients assigned to each group."""
        left_out = self.declared.missing not in {"no", "possible"}
        return added(self.n, self.unknown) if left_out else self.n

    def low(self, group: str) -> Share:
        """Give the share of a group, by its name in a fact path, that certainly has it."""
        return Share(self.certain.of(group), self.n.of(group))

    def high(self, group: str) -> Share:
        """Give the share of a group that has it if everyone who may have it does."""
        low = self.low(group)
        return Share(low.count + self.possible.of(group), low.base)

    states: ClassVar[Specs] = _REGISTRATION + specs(
        "aandeel",
        (Share, "<groep> <groep>_laag <groep>_hoog"),
        (Count, "<groep>_mogelijk n.<groep> code.<code>.<groep>"),
        (Interval, "<groep>_interval", "procent"),
        (Verdict, "<groep>_zekerheid", "zekerheid"),
        (Verdict, "deel.<groep>", "deel"),
        (Flag, "<groep>_grenzen grenzen"),
        (Text, "label zin noot"),
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts."""
        written = registration(self.declared, self.allocated, self.unknown) | {
            "label": Text(self.declared.label),
            "zin": Text(self.declared.says),
            "noot": Text(self.declared.note),
            "grenzen": Flag(self.possible.total > 0),
        }
        for group, possible in self.possible.items():
            low = self.low(group)
            written[group] = low
            written[f"{group}_laag"] = low
            written[f"{group}_hoog"] = self.high(group)
            written[f"{group}_mogelijk"] = Count(possible)
            written[f"{group}_grenzen"] = Flag(possible > 0)
            written[f"{group}_zekerheid"] = certainty_of(low, self.high(group))
            written[f"{group}_interval"] = share_interval(low, LEVEL)
            written[f"n.{group}"] = Count(low.base)
            written[f"deel.{group}"] = part(low.count, self.high(group).count, low.base)
        return written | {f"code.{path}": Count(count) for path, count in self.coded.items()}


@dataclass(frozen=True)
class MeanOutcome:
    """An outcome that is a number.

    Parameters
    ----------
    declared : Outcome
        What the configuration says of it.
    allocated : PerGroup of int
        Clients assigned to each group.
    n : PerGroup of int
        Clients whose number is known.
    mean, sd : PerGroup of float
        Mean and sample standard deviation; NaN where they cannot be computed.
    interval : tuple of float
        Welch's 95 percent interval of experiment minus control.
    test : Tested
        Welch's test.
    testable : Verdict
        Whether it could be done: :func:`report45.analysis.verdicts.means_testable`.
    digits : int
        Decimals of all of these: :func:`report45.analysis.precision.decimals`.
    """

    declared: Outcome
    allocated: PerGroup[int]
    n: PerGroup[int]
    mean: PerGroup[float]
    sd: PerGroup[float]
    interval: tuple[float, float]
    test: Tested
    testable: Verdict
    digits: int

    @property
    def verdict(self) -> Verdict:
        """Whether the means differ: :func:`report45.analysis.verdicts.effect_verdict` on the test.

        The test and the interval are of the same distribution, so that they agree.
        """
        if np.isnan(self.test.p):
            return effect_verdict([None])
        clear = int(np.sign(self.difference)) if self.test.significant else 0
        return effect_verdict([(self.difference, clear)])

    @property
    def difference(self) -> float:
        """Mean of the experiment group minus mean of the control group."""
        return self.mean.experiment - self.mean.control

    states: ClassVar[Specs] = _REGISTRATION + specs(
        "gemiddelde",
        (Mean, "<groep>", "<eenheid>"),
        (Count, "n.<groep>"),
        (Number, "verschil", "<eenheid>"),
        (Interval, "verschil.interval", "<eenheid>"),
        (Test, "toets"),
        (Verdict, "oordeel", "effect"),
        (Verdict, "gunstig", "gunstig"),
        (Verdict, "toetsbaar", "toetsbaar"),
        (Flag, "nul"),
        (Text, "label zin noot"),
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts, as far as they can be computed."""
        unit = self.declared.unit
        unknown = lacking(self.allocated, self.n)
        written = registration(self.declared, self.allocated, unknown) | {
            "label": Text(self.declared.label),
            "zin": Text(self.declared.says),
            "noot": Text(self.declared.note),
            "toets": self.test.fact(),
            "oordeel": self.verdict,
            "gunstig": favourable(self.verdict, self.declared.better),
            "toetsbaar": self.testable,
            "nul": Flag(self.difference == 0),
        }
        for group, mean in self.mean.items():
            n, sd = self.n.of(group), self.sd.of(group)
            written[f"n.{group}"] = Count(n)
            if n:
                written[group] = Mean(mean, n, None if np.isnan(sd) else sd, unit, self.digits)
        if not np.isnan(self.difference):
            written["verschil"] = Number(self.difference, unit, self.digits)
        if not np.isnan(self.interval[0]):
            written["verschil.interval"] = Interval(*self.interval, unit, LEVEL, self.digits)
        return written


def registration(
    declared: Outcome, allocated: PerGroup[int], unknown: PerGroup[int]
) -> dict[str, Fact]:
    """State of whom an outcome is known.

    Parameters
    ----------
    declared : Outcome
        What the configuration says of it.
    allocated, unknown : PerGroup of int
        Clients assigned, and those of whom it is not known.

    Returns
    -------
    dict of str to Fact
        As ``_REGISTRATION`` lists them.
    """
    how = declared.missing
    written: dict[str, Fact] = {
        "ontbrekend": treated(unknown.total, how),
        "volledigheid": completeness(unknown.total, allocated.total),
    }
    for group, n in allocated.items():
        missing = unknown.of(group)
        written[f"toegewezen.{group}"] = Count(n)
        written[f"ontbreekt.{group}"] = Count(missing)
        written[f"uitval.{group}"] = Share(missing, n)
        written[f"volledigheid.{group}"] = completeness(missing, n)
    return written


@dataclass(frozen=True)
class Routes:
    """What happened to the experiment group: every client in exactly one route.

    Parameters
    ----------
    n : int
        Clients of the experiment group.
    routes : tuple of RouteCount
        In the configured order.
    steps : tuple of str
        Names of the routes that count as steps toward or to work.
    """

    n: int
    routes: tuple[RouteCount, ...]
    steps: tuple[str, ...]

    states: ClassVar[Specs] = specs(
        "routes",
        (Share, "<route> stappen"),
        (Text, "<route>.label <route>.zin <route>.toelichting"),
        (Verdict, "gezet", "deelname"),
        (Count, "n ontbreekt"),
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts; without steps it is not known which part took one."""
        taken = sum(one.count for one in self.routes)
        written: dict[str, Fact] = {
            "n": Count(self.n),
            "ontbreekt": Count(self.n - taken),
        }
        for one in self.routes:
            written[one.declared.name] = Share(one.count, self.n)
            written[f"{one.declared.name}.label"] = Text(one.declared.label)
            written[f"{one.declared.name}.zin"] = Text(one.declared.says)
            written[f"{one.declared.name}.toelichting"] = Text(one.declared.explanation)
        if self.steps:
            count = sum(one.count for one in self.routes if one.declared.name in self.steps)
            written["stappen"] = Share(count, self.n)
            written["gezet"] = participation(count, self.n - taken, self.n)
        else:
            written["gezet"] = Verdict("onbekend", "deelname")
        return written


def outcome(study: Study, name: str) -> ShareOutcome | MeanOutcome:
    """Count one outcome in both groups, as allocated.

    Raises
    ------
    InputError
        If the study does not declare it.
    """
    declared = declared_outcome(study, name)
    if declared.column is not None:
        return _mean_outcome(study, declared)
    return share_outcome(study, declared)


def share_outcome(study: Study, declared: Outcome, kept: Mask | None = None) -> ShareOutcome:
    """Count an outcome that is a share in both groups, as allocated.

    Parameters
    ----------
    study : Study
    declared : Outcome
        A share.
    kept : ndarray of bool, shape (clients,), optional
        Who counts; everyone without it.
    """
    everyone = np.ones(len(study.clients), dtype=bool)
    among = everyone if kept is None else kept
    found = certainty(study, declared)
    unknown, possible, base = found.unknown & among, found.possible, among
    if declared.missing == "possible":
        possible = possible | unknown
    elif declared.missing != "no":
        base = among & ~unknown
    return ShareOutcome(
        declared,
        n=tally(study, base),
        certain=tally(study, found.certain & among),
        possible=tally(study, possible & among),
        unknown=tally(study, unknown),
        coded=_coded(study, declared) if kept is None else {},
    )


def outcomes(study: Study) -> tuple[ShareOutcome | MeanOutcome, ...]:
    """Count every configured outcome, in order."""
    return tuple(outcome(study, one.name) for one in study.config.outcomes)


def routes(study: Study) -> Routes:
    """Count the routes of the experiment group."""
    experiment, found = in_group(study, "experiment"), client_routes(study)
    counts = tuple(
        RouteCount(route, int((found[route.name] & experiment).sum()))
        for route in study.config.routes
    )
    return Routes(int(experiment.sum()), counts, study.config.steps)


def declared_outcome(study: Study, name: str) -> Outcome:
    """Find an outcome by name.

    Raises
    ------
    InputError
        If the study does not declare it.
    """
    for one in study.config.outcomes:
        if one.name == name:
            return one
    known = ", ".join(one.name for one in study.config.outcomes) or "none"
    place, problem = Place("study.toml"), f"there is no outcome {name}."
    raise InputError([Fault(place, "unknown-reference", problem, f"Known: {known}")])


def certainty(study: Study, declared: Outcome) -> Standing:
    """Mark who certainly has an outcome, who only may have it, and of whom it is not known."""
    members = {group: in_group(study, group) for group in GROUPS}
    return standing(declared, members, lambda table: during(study, table))


def _coded(study: Study, declared: Outcome) -> dict[str, int]:
    found: dict[str, Mask] = {}
    for group in GROUPS:
        for source in getattr(declared, group):
            rows = during(study, source.table)
            for code in (*source.certain, *source.possible) if source.column in rows else ():
                who = occurs(study, rows.loc[rows[source.column] == code, "place"])
                path = f"{code_path(code)}.{group}"
                found[path] = found.get(path, False) | (who & in_group(study, group))
    return {path: int(who.sum()) for path, who in found.items()}


def numbers(study: Study, column: str) -> npt.NDArray[np.float64]:
    """Give the numbers of an outcome in client order; shape (clients,), NaN where missing."""
    rows, found = rows_of_clients(study, "outcomes"), np.full(len(study.clients), np.nan)
    found[rows["place"]] = rows[column].to_numpy(dtype="float64", na_value=np.nan)
    return found


def _mean_outcome(study: Study, declared: Outcome) -> MeanOutcome:
    values, experiment = numbers(study, declared.column or ""), in_group(study, "experiment")
    known = ~np.isnan(values)
    first, other = values[known & experiment], values[known & ~experiment]
    parts = PerGroup(first, other, values[known])
    mean = parts.map(lambda part: float(part.mean()) if part.size else float("nan"))
    spreads = parts.map(lambda part: float(np.ptp(part)) if part.size else 0.0)
    test = welch(first, other)
    return MeanOutcome(
        declared,
        allocated=sizes(study),
        n=parts.map(lambda part: int(part.size)),
        mean=mean,
        sd=parts.map(lambda part: float(part.std(ddof=1)) if part.size > 1 else float("nan")),
        interval=welch_interval(first, other, LEVEL),
        test=test,
        testable=means_testable(
            (first.size, other.size),
            (spreads.experiment, spreads.control),
            mean.experiment - mean.control,
        ),
        digits=(
            decimals(first, other, declared.digits, clear=test.significant)
            if min(first.size, other.size)
            else declared.digits or 0
        ),
    )
