"""What was assumed before the start, beside what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

import numpy as np

from report45.analysis.effects import Effect, effect
from report45.analysis.flow import client_routes, participants
from report45.analysis.groups import Mask, in_group, number, percentage, sizes
from report45.analysis.outcomes import declared_outcome, share_outcome
from report45.analysis.sample_size import SampleSize, sample_size
from report45.analysis.verdicts import against_expected
from report45.facts import Count, Fact, Flag, Interval, Number, Share, Text, Verdict
from report45.rounding import as_written, round_half_up, whole_percent
from report45.specs import Specs, specs
from report45.study.load import Study
from report45.study.programme import Design, Stratum


@dataclass(frozen=True)
class AssumptionRow:
    """One assumption.

    Parameters
    ----------
    name : str
        In fact paths: ``experiment``, ``control``, ``netto_effect``, ``taakstelling``,
        ``omvang_experiment``, ``omvang_control``, ``aandeel_<stratum>``, ``uitkomst_<stratum>``.
    label : str
        The stratum's label, of the target that of the part it is about; empty where the name says
        it all.
    assumed : Fact
        Number in percent or percentage points, or Count.
    low, high : Fact
        What came of it at the lower and the upper bound; the same where nothing is uncertain.
    """

    name: str
    label: str
    assumed: Fact
    low: Fact
    high: Fact

    @property
    def verdict(self) -> Verdict:
        """Whether more came of it than assumed, or less.

        By :func:`report45.analysis.verdicts.against_expected`.
        """
        return against_expected(_end(self.assumed)[0], _known_end(self.low), _known_end(self.high))

    @property
    def bounded(self) -> bool:
        """Whether what came of it is a range."""
        return self.low != self.high


@dataclass(frozen=True)
class Assumptions:
    """All assumptions.

    Parameters
    ----------
    rows : tuple of AssumptionRow
        In the order of the table.
    elsewhere : int
        Clients of the experiment group who came to be in none of its parts.
    effect : Effect
        The net difference of the outcome the design is about.
    """

    rows: tuple[AssumptionRow, ...]
    elsewhere: int
    effect: Effect

    states: ClassVar[Specs] = specs(
        "verwachting",
        (Text, "uitkomst <aanname>.label"),
        (Number, "<aanname>.aangenomen", "procent"),
        (Share, "<aanname>.gerealiseerd <aanname>.gerealiseerd_hoog"),
        (Count, "omvang_<groep>.aangenomen omvang_<groep>.gerealiseerd"),
        (Count, "omvang_<groep>.gerealiseerd_hoog buiten_de_delen"),
        (Number, "netto_effect.aangenomen netto_effect.gerealiseerd", "procentpunt"),
        (Number, "netto_effect.gerealiseerd_hoog", "procentpunt"),
        (Interval, "netto_effect.bereik", "procentpunt"),
        (Flag, "<aanname>.grenzen"),
        (Verdict, "<aanname>.oordeel", "verwachting"),
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts."""
        written: dict[str, Fact] = {"uitkomst": Text(self.effect.outcome.declared.label)}
        for row in self.rows:
            written[f"{row.name}.aangenomen"] = row.assumed
            written[f"{row.name}.gerealiseerd"] = row.low
            written[f"{row.name}.gerealiseerd_hoog"] = row.high
            written[f"{row.name}.grenzen"] = Flag(row.bounded)
            written[f"{row.name}.oordeel"] = row.verdict
            if row.label:
                written[f"{row.name}.label"] = Text(row.label)
        written["buiten_de_delen"] = Count(self.elsewhere)
        low, high = self.effect.lowest.points, self.effect.highest.points
        written["netto_effect.bereik"] = Interval(low, high, "procentpunt", digits=1)
        return written


def assumptions(study: Study) -> Assumptions:
    """Put the assumptions of the design beside what came of them.

    Raises
    ------
    InputError
        If the study declares no design, or its outcome is no share.
    """
    box = sample_size(study)
    found = effect(study, box.design.outcome)
    parts = _parts(study, box.design)
    rows = [*_rates(box, found), *_target(study, box.design, found, parts), *_sizes(study, box)]
    for stratum in box.design.strata:
        rows += _stratum(study, stratum, box.design, parts[stratum.name])
    experiment = in_group(study, "experiment")
    elsewhere = int((experiment & ~np.logical_or.reduce([*parts.values()])).sum())
    return Assumptions(tuple(rows), elsewhere, found)


def _rates(box: SampleSize, found: Effect) -> Iterator[AssumptionRow]:
    experiment = (found.outcome.low("experiment"), found.outcome.high("experiment"))
    control = (found.outcome.low("control"), found.outcome.high("control"))
    net = tuple(Number(one.points, "procentpunt", 1) for one in (found.lowest, found.highest))
    yield AssumptionRow("experiment", "", percentage(box.experiment_rate), *experiment)
    yield AssumptionRow("control", "", percentage(box.design.control_rate), *control)
    yield AssumptionRow("netto_effect", "", number(100 * box.net_effect, "procentpunt"), *net)


def _sizes(study: Study, box: SampleSize) -> Iterator[AssumptionRow]:
    planned, n = Count(box.design.planned), sizes(study)
    yield AssumptionRow("omvang_experiment", "", planned, Count(n.experiment), Count(n.experiment))
    yield AssumptionRow("omvang_control", "", planned, Count(n.control), Count(n.control))


def _parts(study: Study, design: Design) -> dict[str, Mask]:
    """Mark who of the experiment group is in each of its parts."""
    experiment, found = in_group(study, "experiment"), client_routes(study)
    parts: dict[str, Mask] = {}
    for one in design.strata:
        if one.took_part:
            parts[one.name] = participants(study)
        elif one.route is not None:
            parts[one.name] = experiment & found[one.route]
    rest = experiment & ~np.logical_or.reduce([*parts.values(), ~experiment])
    return {one.name: parts.get(one.name, rest) for one in design.strata}


def _realised(study: Study, design: Design, members: Mask) -> tuple[Share, Share]:
    found = share_outcome(study, declared_outcome(study, design.outcome), members)
    return found.low("experiment"), found.high("experiment")


def _target(
    study: Study, design: Design, found: Effect, parts: Mapping[str, Mask]
) -> Iterator[AssumptionRow]:
    if design.target_rate is None:
        return
    realised = (found.outcome.low("experiment"), found.outcome.high("experiment"))
    of = design.target_stratum
    if of is not None:
        realised = _realised(study, design, parts[of.name])
    yield AssumptionRow(
        "taakstelling", of.label if of else "", percentage(design.target_rate), *realised
    )


def _stratum(
    study: Study, stratum: Stratum, design: Design, members: Mask
) -> Iterator[AssumptionRow]:
    share = Share(int(members.sum()), sizes(study).experiment)
    rates = _realised(study, design, members)
    yield AssumptionRow(
        f"aandeel_{stratum.name}", stratum.label, percentage(stratum.share), share, share
    )
    yield AssumptionRow(f"uitkomst_{stratum.name}", stratum.label, percentage(stratum.rate), *rates)


def _known_end(fact: Fact) -> tuple[Decimal, Decimal] | None:
    return None if isinstance(fact, Share) and not fact.base else _end(fact)


def _end(fact: Fact) -> tuple[Decimal, Decimal]:
    """Give a number and the same as it is printed, shares in percent."""
    if isinstance(fact, Share):
        return as_written(100 * fact.value), Decimal(whole_percent(fact))
    assert isinstance(fact, Number | Count)  # noqa: S101  the rows above hold no other kind
    digits = fact.digits if isinstance(fact, Number) else 0
    return as_written(fact.value), round_half_up(fact.value, digits)
