"""The net difference between the groups, at every bound an uncertain outcome leaves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from report45.analysis.flow import crossovers, participants
from report45.analysis.groups import Mask, PerGroup, in_group, tally
from report45.analysis.intervals import difference_interval
from report45.analysis.outcomes import LEVEL, ShareOutcome, certainty, declared_outcome
from report45.errors import Fault, InputError
from report45.facts import Count, Fact, Flag, Interval, Number, Share, Text
from report45.study.config import Outcome
from report45.study.load import Study


@dataclass(frozen=True)
class Difference:
    """Experiment minus control under one reading of the uncertain outcomes.

    Parameters
    ----------
    experiment, control : Share
        The shares that are compared.
    """

    experiment: Share
    control: Share

    @property
    def points(self) -> float:
        """The difference in percentage points."""
        return 100 * float(self.experiment.exact - self.control.exact)

    @property
    def interval(self) -> Interval:
        """Newcombe's 95 percent interval, in percentage points."""
        return difference_interval(self.experiment, self.control, LEVEL)

    @property
    def verdict(self) -> int:
        """1 or -1 when the interval lies wholly above or below zero; 0 when it holds zero."""
        interval = self.interval
        return int(interval.low > 0) - int(interval.high < 0)


@dataclass(frozen=True)
class Effect:
    """The net difference of one outcome.

    Parameters
    ----------
    outcome : ShareOutcome
        The counts it rests on.
    """

    outcome: ShareOutcome

    @property
    def at_high(self) -> Difference:
        """Control at its upper bound, experiment certain: the smallest published difference."""
        return Difference(self.outcome.low("experiment"), self.outcome.high("control"))

    @property
    def at_low(self) -> Difference:
        """Control at its lower bound, experiment certain: the largest published difference."""
        return Difference(self.outcome.low("experiment"), self.outcome.low("control"))

    @property
    def widest(self) -> Difference:
        """Control at its lower bound, experiment at its upper: the most favourable reading."""
        return Difference(self.outcome.high("experiment"), self.outcome.low("control"))

    @property
    def readings(self) -> tuple[Difference, ...]:
        """Every reading of the uncertain outcomes, without repetition."""
        shares = [
            Difference(experiment, control)
            for experiment in (self.outcome.low("experiment"), self.outcome.high("experiment"))
            for control in (self.outcome.high("control"), self.outcome.low("control"))
        ]
        return tuple(dict.fromkeys(shares))

    @property
    def turns(self) -> bool:
        """Whether the conclusion is another at one bound than at another.

        The conclusion is the direction when the interval excludes zero, and that there is no
        clear difference when it does not; or the sign of the difference itself changes.
        """
        signs = {int(np.sign(one.points)) for one in self.readings}
        return len({one.verdict for one in self.readings}) > 1 or {1, -1} <= signs

    def facts(self) -> dict[str, Fact]:
        """Give the facts. Differences are experiment minus control, in percentage points.

        ``laag`` Number (control at its upper bound), ``hoog`` Number (control at its lower
        bound), ``uiterst`` Number (experiment at its upper bound too), ``laag.interval``,
        ``hoog.interval``, ``uiterst.interval`` Interval (Newcombe) and ``laag.significant``,
        ``hoog.significant``, ``uiterst.significant`` Flag: zero lies outside it · ``bereik``
        Interval without level from ``laag`` to ``hoog`` · ``grenzen`` Flag: they differ ·
        ``keert`` Flag: the conclusion turns inside the bounds · ``positief``, ``negatief`` Flag:
        all readings say so, interval included · ``experiment``, ``experiment_hoog``,
        ``control_laag``, ``control_hoog`` Share · ``label``, ``zin`` Text.
        """
        verdicts = {one.verdict for one in self.readings}
        low, high = self.at_high.points, self.at_low.points
        written: dict[str, Fact] = {
            "label": Text(self.outcome.declared.label),
            "zin": Text(self.outcome.declared.says),
            "experiment": self.outcome.low("experiment"),
            "experiment_hoog": self.outcome.high("experiment"),
            "control_laag": self.outcome.low("control"),
            "control_hoog": self.outcome.high("control"),
            "bereik": Interval(low, high, "procentpunt", digits=1),
            "grenzen": Flag(low != high),
            "keert": Flag(self.turns),
            "positief": Flag(verdicts == {1}),
            "negatief": Flag(verdicts == {-1}),
        }
        for path, one in (("laag", self.at_high), ("hoog", self.at_low), ("uiterst", self.widest)):
            written[path] = Number(one.points, "procentpunt", 1)
            written[f"{path}.interval"] = one.interval
            written[f"{path}.significant"] = Flag(one.verdict != 0)
        return written


@dataclass(frozen=True)
class PerProtocol:
    """The net difference among those who got what they were assigned to.

    It breaks the random allocation: those who took part differ from those who did not.

    Parameters
    ----------
    effect : Effect
        Participants against the control group without crossovers.
    left_out : PerGroup of int
        Clients left out.
    """

    effect: Effect
    left_out: PerGroup[int]

    def facts(self) -> dict[str, Fact]:
        """Give :meth:`Effect.facts`, with ``n.<group>`` and ``weggelaten.<group>`` Count."""
        written = self.effect.facts()
        written |= {f"n.{group}": Count(n) for group, n in self.effect.outcome.n.items()}
        written |= {f"weggelaten.{group}": Count(n) for group, n in self.left_out.items()}
        return written


def effect(study: Study, name: str) -> Effect:
    """Work out the net difference of an outcome, as allocated.

    Raises
    ------
    InputError
        If there is no such outcome, or it is a number
        (see :class:`report45.analysis.outcomes.MeanOutcome`).
    """
    everyone = np.ones(len(study.clients), dtype=bool)
    return Effect(_among(study, _share(study, name), everyone))


def per_protocol(study: Study, name: str) -> PerProtocol:
    """Work out the net difference of an outcome among participants and true controls.

    Raises
    ------
    InputError
        As :func:`effect`.
    """
    stayed = in_group(study, "control") & ~crossovers(study)
    kept = participants(study) | stayed
    return PerProtocol(Effect(_among(study, _share(study, name), kept)), tally(study, ~kept))


def effects(study: Study) -> tuple[Effect, ...]:
    """Work out the net difference of every outcome that is a share, in order."""
    return tuple(effect(study, one.name) for one in study.config.outcomes if one.column is None)


def _share(study: Study, name: str) -> Outcome:
    declared = declared_outcome(study, name)
    if declared.column is not None:
        where = f"study.toml, outcomes.{name}"
        raise InputError([Fault(where, "is a number, not a share.", "Use the outcome itself.")])
    return declared


def _among(study: Study, declared: Outcome, kept: Mask) -> ShareOutcome:
    certain, possible = certainty(study, declared)
    return ShareOutcome(
        declared,
        n=tally(study, kept),
        certain=tally(study, certain & kept),
        possible=tally(study, possible & kept),
    )
