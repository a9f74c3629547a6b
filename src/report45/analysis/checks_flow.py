"""Checks that every flow sums and every listed reason adds up."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np

from report45.analysis.endings import Endings, endings
from report45.analysis.findings import Discrepancy
from report45.analysis.flow import Flow, client_routes, flow
from report45.analysis.groups import Mask, in_group, occurs
from report45.analysis.outcomes import certainty
from report45.analysis.windows import during
from report45.facts import Count, Fact, Share, Text
from report45.rounding import whole_percent
from report45.study.load import Study


def flow_findings(study: Study) -> Iterator[Discrepancy]:
    """Check routes, benefit endings and crossovers.

    Yields
    ------
    Discrepancy
        ``route_ontbreekt`` error: clients of the experiment group without a route (``toegewezen``,
        ``aantal``) · ``redenen`` note, per group: the listed reasons do not make the total
        (``groep``, ``beeindigd``, ``geen_werk``, ``werk``, ``mogelijk_werk``, ``zonder_reden``) ·
        ``verwante_redenen`` note: two reasons share a word but one may be work and the other is
        not (``eerste``, ``tweede`` Text, each with ``.<group>`` Count) ·
        ``overstappers`` note: crossovers stay in the n of the control group (``aantal``,
        ``met``, ``zonder``) · ``beeindigd_voor_deelname`` note: the benefit of clients who never
        took part ended, which counts in the control group only (``aantal``, ``werk``,
        ``mogelijk_werk``) · ``route_tegen_uitkomst`` error: a route and the outcome of the same
        name disagree (``label``, ``route``, ``uitkomst``, ``alleen_route``,
        ``alleen_uitkomst``) ·
        ``zelfde_getal`` note: one number stands for different things (``aandeel`` of the
        route ``naam``, ``aantal`` in each of the routes ``namen``).
    """
    found = endings(study) if study.has("benefit_endings") else None
    if found is not None:
        yield from _reasons(found)
        yield from _related(found)
    if not study.has("trajectories"):
        return
    flowed = flow(study)
    if study.config.routes and flowed.without_route:
        yield Discrepancy(
            "route_ontbreekt",
            "error",
            "experiment",
            {"toegewezen": Count(flowed.n.experiment), "aantal": Count(flowed.without_route)},
        )
    if flowed.crossovers:
        n = flowed.n.control
        values: dict[str, Fact] = {
            "aantal": Count(flowed.crossovers),
            "met": Count(n),
            "zonder": Count(n - flowed.crossovers),
        }
        yield Discrepancy("overstappers", "note", "control", values)
    if found is not None and found.classified:
        yield from _ended_before(study, found)
    yield from _routes_against_outcomes(study)
    yield from _same_numbers(flowed)


def _reasons(found: Endings) -> Iterator[Discrepancy]:
    if not found.classified:
        return
    for group, ended in found.ended.items():
        if group == "totaal" or not (unknown := found.meaning("none").of(group)):
            continue
        values: dict[str, Fact] = {
            "groep": Text(group),
            "beeindigd": Count(ended),
            "geen_werk": Count(found.meaning("other").of(group)),
            "werk": Count(found.meaning("work").of(group)),
            "mogelijk_werk": Count(found.meaning("possible").of(group)),
            "met_reden": Count(found.meaning("work", "possible", "other").of(group)),
            "zonder_reden": Count(unknown),
        }
        yield Discrepancy("redenen", "note", group, values)


def _related(found: Endings) -> Iterator[Discrepancy]:
    possible = [one for one in found.reasons if one.meaning == "possible"]
    other = [one for one in found.reasons if one.meaning == "other"]
    for first, second in itertools.product(possible, other):
        # Short words (of, en, de) link reasons that have nothing to do with one another.
        shared = set(first.path.split("_")) & set(second.path.split("_"))
        if any(len(word) > 3 for word in shared):
            values: dict[str, Fact] = {
                "eerste": Text(first.code.replace("_", " ")),
                "tweede": Text(second.code.replace("_", " ")),
            }
            for group in ("experiment", "control", "totaal"):
                values[f"eerste.{group}"] = Count(first.count.of(group))
                values[f"tweede.{group}"] = Count(second.count.of(group))
            yield Discrepancy("verwante_redenen", "note", f"{first.path}_{second.path}", values)


def _ended_before(study: Study, found: Endings) -> Iterator[Discrepancy]:
    routes, out = client_routes(study), np.zeros(len(study.clients), dtype=bool)
    for route in study.config.routes:
        if route.stage == "out":
            out |= routes[route.name]
    rows = during(study, "benefit_endings")
    out &= in_group(study, "experiment")
    ended = int((out & occurs(study, rows["place"])).sum())
    if not ended:
        return

    def with_meaning(meaning: str) -> Mask:
        codes = [one.code for one in found.reasons if one.meaning == meaning]
        return out & occurs(study, rows.loc[rows["reason"].isin(codes), "place"])

    values: dict[str, Fact] = {
        "aantal": Count(ended),
        "werk": Count(int(with_meaning("work").sum())),
        "mogelijk_werk": Count(int(with_meaning("possible").sum())),
    }
    yield Discrepancy("beeindigd_voor_deelname", "note", "experiment", values)


def _routes_against_outcomes(study: Study) -> Iterator[Discrepancy]:
    routes, experiment = client_routes(study), in_group(study, "experiment")
    for declared in study.config.outcomes:
        if declared.name not in routes or declared.column is not None:
            continue
        found = certainty(study, declared)
        certain, possible = found.certain, found.possible | found.unknown
        routed = routes[declared.name] & experiment
        only_route = int((routed & ~certain & ~possible).sum())
        only_outcome = int((certain & experiment & ~routed).sum())
        if only_route or only_outcome:
            values: dict[str, Fact] = {
                "label": Text(declared.label),
                "route": Count(int(routed.sum())),
                "uitkomst": Count(int((certain & experiment).sum())),
                "alleen_route": Count(only_route),
                "alleen_uitkomst": Count(only_outcome),
            }
            yield Discrepancy("route_tegen_uitkomst", "error", declared.name, values)


def _same_numbers(flowed: Flow) -> Iterator[Discrepancy]:
    """Find a printed percentage of one route that is the count of another."""
    shares = {one.declared.name: Share(one.count, flowed.n.experiment) for one in flowed.routes}
    labels = {one.declared.name: one.declared.label for one in flowed.routes}
    for name, share in shares.items():
        printed = whole_percent(share)
        alike = [other for other in shares if other != name and shares[other].count == printed]
        if printed and alike:
            values: dict[str, Fact] = {
                "naam": Text(labels[name]),
                "aandeel": share,
                "namen": Text(", ".join(labels[other] for other in alike)),
                "aantal": Count(printed),
            }
            yield Discrepancy("zelfde_getal", "note", f"getal_{printed}_{name}", values)
