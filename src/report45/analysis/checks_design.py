"""Checks that selection, allocation and assumptions hold, and that promises were kept."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from report45.analysis.allocation import allocation
from report45.analysis.assumptions import assumptions
from report45.analysis.findings import Discrepancy
from report45.analysis.groups import in_group, number, percentage, rows_of_clients
from report45.analysis.instruments import instruments
from report45.analysis.sample_size import SampleSize, sample_size
from report45.analysis.selection import selection
from report45.analysis.windows import beyond
from report45.facts import Count, Day, Fact, Flag, Money, Number, Share, Text
from report45.rounding import whole_percent
from report45.study.durations import months
from report45.study.load import Study


def design_findings(study: Study) -> Iterator[Discrepancy]:
    """Check selection, allocation, sample size, follow-up, instruments and cases.

    Yields
    ------
    Discrepancy
        ``selectie`` error: assigned without meeting the criteria, or the reverse
        (``meegenomen_onterecht``, ``meegenomen_onbekend``, ``afgevallen_onterecht``) ·
        ``toewijzing`` error: digit and group disagree (``afwijkend``) ·
        ``te_klein_gepland`` note: the planned size falls short
        (``gepland``, ``vermogen``, ``nodig_heel.<method>``, ``vermogen_gepland.<method>``) ·
        ``eenzijdig`` note: the design is one-sided, the tests are two-sided (``alfa``) ·
        ``taakstelling`` note: the target is not what was calculated with for the people it is
        about (``taakstelling``, ``gerekend``) · ``aanname`` note: part of the group came out
        another size than assumed
        (``aangenomen``, ``gerealiseerd``) · ``oproep_te_vroeg`` note: intakes before the selection
        or start (``aantal``, ``dag``, ``eerste``) · ``looptijd`` note: clients were followed for
        unequal times (``kortste``, ``langste`` in months) · ``boven_maximum`` error (``aantal``,
        ``maximum``, ``hoogste``) · ``instrument_control``, ``instrument_uit`` note: an instrument
        was used for the control group, for those who did not take part (``aantal``,
        ``heeft_bedrag``, ``bedrag``) · ``buiten_periode`` note: rows of a table of events outside
        the study, which count for nothing (``aantal``, ``ervoor``, ``erna``, ``van``, ``tot``) ·
        ``casussen`` error: fewer stories than promised (``beloofd``,
        ``verteld``, ``ontbreekt``).
    """
    yield from _selection(study)
    yield from _allocation(study)
    if study.config.design is not None:
        yield from _size(sample_size(study))
        yield from _strata(study)
    yield from _intakes(study)
    yield from _budgets(study)
    yield from _outside(study)
    yield from _cases(study)


def _selection(study: Study) -> Iterator[Discrepancy]:
    if not study.config.criteria:
        return
    found = selection(study)
    if found.included_failing or found.included_unknown or found.excluded_fitting:
        values: dict[str, Fact] = {
            "meegenomen_onterecht": Count(found.included_failing),
            "meegenomen_onbekend": Count(found.included_unknown),
            "afgevallen_onterecht": Count(found.excluded_fitting),
        }
        yield Discrepancy("selectie", "error", "criteria", values)


def _allocation(study: Study) -> Iterator[Discrepancy]:
    parity = allocation(study).parity
    if parity is not None and parity.mismatched.total:
        values: dict[str, Fact] = {
            f"afwijkend.{group}": Count(n) for group, n in parity.mismatched.items()
        }
        yield Discrepancy("toewijzing", "error", "laatste_cijfer", values)


def _size(box: SampleSize) -> Iterator[Discrepancy]:
    design, facts = box.design, box.facts()
    if box.verdict.value in {"te_klein", "wisselt"}:
        values: dict[str, Fact] = {"gepland": facts["gepland"], "vermogen": facts["vermogen"]}
        values |= {
            path: fact
            for path, fact in facts.items()
            if path.startswith(("nodig_heel.", "vermogen_gepland."))
        }
        yield Discrepancy("te_klein_gepland", "note", "omvang", values)
    if design.sides == 1:
        yield Discrepancy("eenzijdig", "note", "toetsen", {"alfa": percentage(design.alpha)})
    if facts.get("taakstelling") != facts.get("taakstelling.gerekend"):
        paths = {"taakstelling": "taakstelling", "gerekend": "taakstelling.gerekend"}
        targets = {name: facts[path] for name, path in paths.items()}
        yield Discrepancy("taakstelling", "note", "verwachting", targets)


def _strata(study: Study) -> Iterator[Discrepancy]:
    design = study.config.design
    if design is None:
        return
    routed = {f"aandeel_{one.name}" for one in design.strata if one.route or one.took_part}
    for row in assumptions(study).rows:
        if row.name not in routed or not isinstance(row.low, Share):
            continue
        if isinstance(row.assumed, Number) and whole_percent(row.low) != row.assumed.value:
            values: dict[str, Fact] = {
                "label": Text(row.label),
                "aangenomen": row.assumed,
                "gerealiseerd": row.low,
            }
            yield Discrepancy("aanname", "note", row.name, values)


def _intakes(study: Study) -> Iterator[Discrepancy]:
    rows = rows_of_clients(study, "trajectories")
    if "intake" not in rows:
        return
    intakes = rows.loc[in_group(study, "experiment")[rows["place"]], "intake"].dropna()
    if intakes.empty:
        return
    for name, subject in (("selection", "selectie"), ("start", "start")):
        at = getattr(study.config.dates, name)
        early = 0 if at is None else int((intakes < str(at)).sum())
        if early:
            values: dict[str, Fact] = {
                "aantal": Count(early),
                "dag": Day(at),
                "eerste": Day(intakes.min().date()),
            }
            yield Discrepancy("oproep_te_vroeg", "note", subject, values)
    followed = months(intakes, study.config.dates.end)
    shortest, longest = float(np.min(followed)), float(np.max(followed))
    if longest - shortest >= 1:
        spread: dict[str, Fact] = {
            "kortste": number(math.floor(shortest), "maanden"),
            "langste": number(math.floor(longest), "maanden"),
        }
        yield Discrepancy("looptijd", "note", "experiment", spread)


def _budgets(study: Study) -> Iterator[Discrepancy]:
    used = instruments(study)
    for use in used.uses:
        everyone = (use.participants, use.others, use.control)
        above = sum(one.above_maximum for one in everyone)
        if above and use.declared.maximum is not None:
            values: dict[str, Fact] = {
                "label": Text(use.declared.label),
                "aantal": Count(above),
                "maximum": Money(use.declared.maximum, used.currency),
                "hoogste": Money(max(one.largest for one in everyone), used.currency),
            }
            yield Discrepancy("boven_maximum", "error", use.declared.name, values)
        for code, other in (("instrument_control", use.control), ("instrument_uit", use.others)):
            if other.clients:
                told: dict[str, Fact] = {
                    "label": Text(use.declared.label),
                    "aantal": Count(other.clients),
                    "heeft_bedrag": Flag(other.priced > 0),
                    "bedrag": Money(other.total, used.currency),
                }
                yield Discrepancy(code, "note", use.declared.name, told)


def _outside(study: Study) -> Iterator[Discrepancy]:
    for one in beyond(study):
        values: dict[str, Fact] = {
            "tabel": Text(one.table),
            "aantal": Count(one.before + one.after),
            "ervoor": Count(one.before),
            "erna": Count(one.after),
            "van": Day(one.first),
            "tot": Day(one.last),
        }
        yield Discrepancy("buiten_periode", "note", one.table, values)


def _cases(study: Study) -> Iterator[Discrepancy]:
    if study.config.cases is None:
        return
    promised, told = study.config.cases.promised, {case.number for case in study.cases}
    missing = sorted(set(range(1, promised + 1)) - told)
    if missing:
        values: dict[str, Fact] = {
            "beloofd": Count(promised),
            "verteld": Count(len(told)),
            "ontbreekt": Text(", ".join(map(str, missing))),
        }
        yield Discrepancy("casussen", "error", "aantal", values)
