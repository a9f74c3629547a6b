"""The net difference between the groups, at every bound an uncertain outcome leaves."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import ClassVar

from report45.analysis.flow import crossovers, participants
from report45.analysis.groups import PerGroup, in_group, tally
from report45.analysis.intervals import difference_interval
from report45.analysis.outcomes import (
    LEVEL,
    MeanOutcome,
    ShareOutcome,
    declared_outcome,
    outcome,
    share_outcome,
)
from report45.analysis.verdicts import (
    Judged,
    beside_others,
    effect_verdict,
    favourable,
    shares_testable,
)
from report45.errors import Fault, InputError, Place
from report45.facts import Count, Fact, Flag, Interval, Number, Share, Text, Verdict
from report45.specs import Specs, specs
from report45.study.load import Study
from report45.study.programme import Outcome


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
    def known(self) -> bool:
        """Whether there is a difference: both groups have a base."""
        return bool(self.experiment.base and self.control.base)

    @property
    def points(self) -> float:
        """The difference in percentage points; NaN when it is not known."""
        # Exact until the last step, so that 2.65 is not the float just below it.
        exact = 100 * (self.experiment.exact - self.control.exact)
        return float(exact) if self.known else math.nan

    @property
    def testable(self) -> Verdict:
        """Whether it can be judged: :func:`report45.analysis.verdicts.shares_testable`."""
        return shares_testable((self.experiment.base, self.control.base))

    @property
    def interval(self) -> Interval:
        """Newcombe's 95 percent interval, in percentage points; NaN when it cannot be judged."""
        found = difference_interval(self.experiment, self.control, LEVEL)
        return found if self.testable.value == "ja" else replace(found, low=math.nan, high=math.nan)

    @property
    def direction(self) -> int:
        """1 or -1 when the interval lies wholly above or below zero; 0 when it holds zero."""
        interval = self.interval
        return int(interval.low > 0) - int(interval.high < 0)  # NaN is neither


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
    def lowest(self) -> Difference:
        """Experiment at its lower bound, control at its upper: no reading gives less."""
        return Difference(self.outcome.low("experiment"), self.outcome.high("control"))

    @property
    def highest(self) -> Difference:
        """Experiment at its upper bound, control at its lower: no reading gives more."""
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
    def verdict(self) -> Verdict:
        """What all readings together say: :func:`report45.analysis.verdicts.effect_verdict`."""
        return effect_verdict(
            (one.points, one.direction) if one.testable.value == "ja" else None
            for one in self.readings
        )

    @property
    def interval(self) -> Interval:
        """From the lowest to the highest end of the intervals of all readings."""
        ends = [one.interval for one in self.readings]
        return replace(ends[0], low=min(x.low for x in ends), high=max(x.high for x in ends))

    @property
    def turns(self) -> bool:
        """Whether the conclusion is another in one reading than in another."""
        return self.verdict.value in {"keert", "tegengesteld", "onbeslist"}

    states: ClassVar[Specs] = specs(
        "effect",
        (Number, "laag hoog", "procentpunt"),
        (Interval, "laag.interval hoog.interval bereik interval", "procentpunt"),
        (Flag, "grenzen nul"),
        (Verdict, "oordeel", "effect"),
        (Verdict, "gunstig", "gunstig"),
        (Verdict, "toetsbaar", "toetsbaar"),
        (Share, "experiment experiment_hoog control_laag control_hoog"),
        (Text, "label zin"),
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts; differences are experiment minus control."""
        verdict = self.verdict
        low, high = self.lowest.points, self.highest.points
        written: dict[str, Fact] = {
            "label": Text(self.outcome.declared.label),
            "zin": Text(self.outcome.declared.says),
            "experiment": self.outcome.low("experiment"),
            "experiment_hoog": self.outcome.high("experiment"),
            "control_laag": self.outcome.low("control"),
            "control_hoog": self.outcome.high("control"),
            "bereik": Interval(low, high, "procentpunt", digits=1),
            "interval": self.interval,
            "grenzen": Flag(low < high),
            "nul": Flag(low == high == 0),
            "toetsbaar": self.lowest.testable,
            "oordeel": verdict,
            "gunstig": favourable(verdict, self.outcome.declared.better),
        }
        for path, one in (("laag", self.lowest), ("hoog", self.highest)):
            written[path] = Number(one.points, "procentpunt", 1)
            written[f"{path}.interval"] = one.interval
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

    states: ClassVar[Specs] = Effect.states + specs(
        "deelnemers", (Count, "n.<groep> weggelaten.<groep>")
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts: those of the effect, and of whom it is."""
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
    return Effect(share_outcome(study, _share(study, name)))


def per_protocol(study: Study, name: str) -> PerProtocol | None:
    """Work out the net difference of an outcome among participants and true controls.

    Returns
    -------
    PerProtocol or None
        None where nobody of either group did as allocated: then there is nothing to compare; or
        everyone did: then it is the net difference itself.

    Raises
    ------
    InputError
        As :func:`effect`.
    """
    stayed = in_group(study, "control") & ~crossovers(study)
    took_part = participants(study)
    if not took_part.any() or not stayed.any():
        return None
    kept = took_part | stayed
    if kept.all():
        return None
    return PerProtocol(Effect(share_outcome(study, _share(study, name), kept)), tally(study, ~kept))


@dataclass(frozen=True)
class MainOutcome:
    """The outcome that headlines are about.

    Parameters
    ----------
    declared : Outcome
        What the configuration says of it.
    judged : tuple of Verdict
        Whether it differs between the groups, and whether that is favourable.
    others : tuple of tuple of Verdict
        The same of every other outcome.
    """

    declared: Outcome
    judged: Judged
    others: tuple[Judged, ...]

    states: ClassVar[Specs] = specs(
        "hoofduitkomst",
        (Text, "naam label zin"),
        (Flag, "aandeel"),
        (Verdict, "oordeel", "effect"),
        (Verdict, "gunstig", "gunstig"),
        (Verdict, "overige", "overige"),
        (Count, "aantal_overige"),
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts; the judgements are those of its effect."""
        return {
            "naam": Text(self.declared.name),
            "label": Text(self.declared.label),
            "zin": Text(self.declared.says),
            "aandeel": Flag(self.declared.column is None),
            "oordeel": self.judged[0],
            "gunstig": self.judged[1],
            "overige": beside_others(self.judged, self.others),
            "aantal_overige": Count(len(self.others)),
        }


def main_outcome(study: Study) -> MainOutcome:
    """Find the outcome that headlines are about, and what it says.

    It is the one declared ``primary``; without one that the design is about; else the first that
    is a share; else the first.

    Raises
    ------
    InputError
        If the study declares no outcomes.
    """
    declared = study.config.outcomes
    if not declared:
        problem = "there are no [[outcomes]]."
        raise InputError([Fault(Place("study.toml"), "no-outcomes", problem, "Declare one.")])
    design = study.config.design
    ranked = (
        (one for one in declared if one.primary),
        (one for one in declared if design is not None and one.name == design.outcome),
        (one for one in declared if one.column is None),
        declared,
    )
    main = next(one for kind in ranked for one in kind)
    verdicts = {one.name: _judged(study, one) for one in declared}
    return MainOutcome(main, verdicts.pop(main.name), tuple(verdicts.values()))


def _judged(study: Study, declared: Outcome) -> Judged:
    found = outcome(study, declared.name)
    verdict = found.verdict if isinstance(found, MeanOutcome) else Effect(found).verdict
    return verdict, favourable(verdict, declared.better)


def effects(study: Study) -> tuple[Effect, ...]:
    """Work out the net difference of every outcome that is a share, in order."""
    return tuple(effect(study, one.name) for one in study.config.outcomes if one.column is None)


def _share(study: Study, name: str) -> Outcome:
    declared = declared_outcome(study, name)
    if declared.column is not None:
        place, problem = Place("study.toml", part=f"outcomes.{name}"), "is a number, not a share."
        raise InputError([Fault(place, "not-a-share", problem, "Use the outcome itself.")])
    return declared
