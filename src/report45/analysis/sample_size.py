"""What was expected before the start, and how large the groups had to be."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from report45.analysis.groups import PerGroup, number, percentage, sizes
from report45.analysis.power import METHODS, Method, power, required
from report45.analysis.verdicts import against_expected, large_enough
from report45.errors import Fault, InputError, Place
from report45.facts import Count, Fact, Flag, Number, Text, Verdict
from report45.rounding import as_written, round_half_up
from report45.specs import Specs, specs
from report45.study.load import Study
from report45.study.programme import Design

_NAMES: Mapping[Method, str] = {
    "arcsine": "boogsinus",
    "pooled": "gepoold",
    "unpooled": "ongepoold",
}


@dataclass(frozen=True)
class Calculation:
    """The sample size by one method.

    Parameters
    ----------
    method : {"arcsine", "pooled", "unpooled"}
        How the variance is taken; see :mod:`report45.analysis.power`.
    required : float
        Members each group needs, not rounded.
    power_planned, power_realised : float
        Power at the planned and at the realised group sizes, between 0 and 1; NaN for the
        latter when a group is empty.
    """

    method: Method
    required: float
    power_planned: float
    power_realised: float


@dataclass(frozen=True)
class SampleSize:
    """The design box.

    Parameters
    ----------
    design : Design
        The assumptions, as declared.
    experiment_rate : float
        Expected rate in the experiment group: the strata's rates, weighted by their shares.
    n : PerGroup of int
        Realised group sizes.
    calculations : tuple of Calculation
        By every method.
    """

    design: Design
    experiment_rate: float
    n: PerGroup[int]
    calculations: tuple[Calculation, ...]

    @property
    def net_effect(self) -> float:
        """Expected difference of the rates."""
        return self.experiment_rate - self.design.control_rate

    @property
    def verdict(self) -> Verdict:
        """Whether the planned size is enough: :func:`report45.analysis.verdicts.large_enough`."""
        return large_enough(self.design.planned, (one.required for one in self.calculations))

    states: ClassVar[Specs] = specs(
        "steekproef",
        (Count, "populatie zijden gepland gepland_totaal gerealiseerd.<groep>"),
        (Number, "verwacht.experiment verwacht.control alfa betrouwbaarheid vermogen", "procent"),
        (Number, "netto_effect", "procentpunt"),
        (Number, "taakstelling taakstelling.gerekend", "procent"),
        (Verdict, "taakstelling.oordeel", "verwachting"),
        (Verdict, "gepland.oordeel", "omvang"),
        (Text, "taakstelling.deel deel.<deel>.label"),
        (Number, "deel.<deel>.aandeel deel.<deel>.verwacht", "procent"),
        (Flag, "eenzijdig gehaald"),
        (Number, "nodig.<methode>"),
        (Count, "nodig_heel.<methode>"),
        (Number, "vermogen_gepland.<methode> vermogen_gerealiseerd.<methode>", "procent"),
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts, of the target where one is declared."""
        design = self.design
        written: dict[str, Fact] = {
            "populatie": Count(design.population),
            "verwacht.experiment": percentage(self.experiment_rate),
            "verwacht.control": percentage(design.control_rate),
            "netto_effect": number(100 * self.net_effect, "procentpunt"),
            "alfa": percentage(design.alpha),
            "betrouwbaarheid": percentage(1 - design.alpha),
            "vermogen": percentage(design.power),
            "zijden": Count(design.sides),
            "eenzijdig": Flag(design.sides == 1),
            "gepland": Count(design.planned),
            "gepland.oordeel": self.verdict,
            "gepland_totaal": Count(2 * design.planned),
            "gehaald": Flag(min(self.n.experiment, self.n.control) >= design.planned),
        }
        if design.target_rate is not None:
            of, target = design.target_stratum, percentage(design.target_rate)
            assumed = percentage(self.experiment_rate if of is None else of.rate)
            written["taakstelling"] = target
            written["taakstelling.gerekend"] = assumed
            ends = (as_written(target.value), round_half_up(target.value, target.digits))
            base = round_half_up(assumed.value, assumed.digits)
            written["taakstelling.oordeel"] = against_expected(base, ends, ends)
            written["taakstelling.deel"] = Text(of.label if of else "")
        for stratum in design.strata:
            written[f"deel.{stratum.name}.label"] = Text(stratum.label)
            written[f"deel.{stratum.name}.aandeel"] = percentage(stratum.share)
            written[f"deel.{stratum.name}.verwacht"] = percentage(stratum.rate)
        written |= {f"gerealiseerd.{group}": Count(n) for group, n in self.n.items()}
        for one in self.calculations:
            name = _NAMES[one.method]
            planned, realised = 100 * one.power_planned, 100 * one.power_realised
            if math.isfinite(one.required):
                written[f"nodig.{name}"] = Number(one.required, digits=1)
                written[f"nodig_heel.{name}"] = Count(math.ceil(one.required))
            written[f"vermogen_gepland.{name}"] = Number(planned, "procent", 1)
            if not math.isnan(realised):
                written[f"vermogen_gerealiseerd.{name}"] = Number(realised, "procent", 1)
        return written


def sample_size(study: Study) -> SampleSize:
    """Work out the design box.

    Raises
    ------
    InputError
        If the study declares no design.
    """
    design = study.config.design
    if design is None:
        problem = "there is no [design]."
        raise InputError(
            [Fault(Place("study.toml"), "no-design", problem, "Sample size needs it.")]
        )
    rate = sum(stratum.share * stratum.rate for stratum in design.strata)
    n = sizes(study)
    calculations = tuple(_calculate(method, design, rate, n) for method in METHODS)
    return SampleSize(design, rate, n, calculations)


def _calculate(method: Method, design: Design, rate: float, n: PerGroup[int]) -> Calculation:
    def power_at(realised: tuple[int, int]) -> float:
        if 0 in realised:
            return math.nan
        return power(
            rate,
            design.control_rate,
            realised,
            alpha=design.alpha,
            sides=design.sides,
            method=method,
        )

    return Calculation(
        method,
        required(
            rate,
            design.control_rate,
            alpha=design.alpha,
            power=design.power,
            sides=design.sides,
            method=method,
        ),
        power_at((design.planned, design.planned)),
        power_at((n.experiment, n.control)),
    )
