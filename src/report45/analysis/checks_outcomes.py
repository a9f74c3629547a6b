"""Checks that outcomes are measured alike in both groups and conclusions survive the doubt."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from report45.analysis.effects import effect
from report45.analysis.findings import Discrepancy
from report45.analysis.groups import in_group, occurs
from report45.analysis.outcomes import (
    MeanOutcome,
    ShareOutcome,
    certainty,
    outcome,
    outcomes,
    share_outcome,
)
from report45.analysis.windows import during
from report45.facts import Count, Fact, Flag, Share, Text
from report45.rounding import printed_percent
from report45.study.load import Study
from report45.study.people import GROUPS
from report45.study.programme import Outcome, Source


def outcome_findings(study: Study) -> Iterator[Discrepancy]:
    """Check every outcome.

    Yields
    ------
    Discrepancy
        ``mogelijk`` note, per outcome and group: the printed share changes with those who may have
        it (``groep``, ``laag``, ``hoog``) · ``ongelijke_bron`` note: the groups are counted in
        different tables (``experiment_tabel``, ``control_tabel``: its name, or ``meer``;
        ``eigen``: the experiment group by its own sources; ``over_te_doen`` Flag: where no table
        is shared also by those of the control group, ``als_control_laag``, ``als_control_hoog``) ·
        ``ruimere_uitkomst`` note: one outcome includes another, so that shares of the one must not
        be set beside the other (``ruim.*``, ``eng.*`` with
        ``experiment``, ``control_laag``, ``control_hoog``) · ``ongelijke_maat`` error: an outcome
        includes another in one group only · ``uitkomst_onbekend`` note, per outcome: it is not
        known of everyone (``ontbreekt.<group>``, ``toegewezen.<group>`` Count, ``ontbrekend``
        Verdict: what is done with them) · ``zonder_beeindiging`` note: clients with the outcome
        whose benefit goes on (``uitkomst``, ``beeindigd``, ``loopt_door``) · ``conclusie_keert``
        note (``laag``, ``hoog`` with their ``.interval``, ``oordeel`` Verdict).
    """
    for each in outcomes(study):
        yield from _unknown(each)
    declared = [one for one in study.config.outcomes if one.column is None]
    found = {one.name: outcome(study, one.name) for one in declared}
    for one in declared:
        counted = found[one.name]
        if not isinstance(counted, ShareOutcome):
            continue
        yield from _possible(counted)
        yield from _sources(study, one, counted)
        yield from _benefit_goes_on(study, one, counted)
        facts = effect(study, one.name)
        if facts.turns:
            keys = ("laag", "hoog", "laag.interval", "hoog.interval", "oordeel")
            values = {key: facts.facts()[key] for key in keys}
            values["label"] = Text(one.label)
            yield Discrepancy("conclusie_keert", "note", one.name, values)
    for first, second in itertools.permutations(declared, 2):
        yield from _nested(first, second, found)


def _unknown(found: ShareOutcome | MeanOutcome) -> Iterator[Discrepancy]:
    facts = found.facts()
    if facts["ontbrekend"].value != "geen":
        told = ("ontbreekt.", "toegewezen.", "ontbrekend", "label")
        values = {path: fact for path, fact in facts.items() if path.startswith(told)}
        yield Discrepancy("uitkomst_onbekend", "note", found.declared.name, values)


def _possible(found: ShareOutcome) -> Iterator[Discrepancy]:
    for group in GROUPS:
        low, high = found.low(group), found.high(group)
        if printed_percent(low) != printed_percent(high):
            label = Text(found.declared.label)
            values: dict[str, Fact] = {"laag": low, "hoog": high, "label": label}
            values["groep"] = Text(group)
            yield Discrepancy("mogelijk", "note", f"{found.declared.name}_{group}", values)


def _sources(study: Study, declared: Outcome, found: ShareOutcome) -> Iterator[Discrepancy]:
    tables = {group: _tables(getattr(declared, group)) for group in GROUPS}
    if tables["experiment"] == tables["control"]:
        return
    values: dict[str, Fact] = {
        "label": Text(declared.label),
        "eigen": found.low("experiment"),
    }
    for group, named in tables.items():
        values[f"{group}_tabel"] = Text(named[0] if len(named) == 1 else "meer")
    # Within one table the codes of the other group mean nothing here, so nothing to compare.
    comparable = not set(tables["experiment"]) & set(tables["control"])
    values["over_te_doen"] = Flag(comparable)
    if comparable:
        mirrored = declared.model_copy(update={"experiment": declared.control})
        alike = share_outcome(study, mirrored)
        values["als_control_laag"] = alike.low("experiment")
        values["als_control_hoog"] = alike.high("experiment")
    yield Discrepancy("ongelijke_bron", "note", declared.name, values)


def _benefit_goes_on(study: Study, declared: Outcome, found: ShareOutcome) -> Iterator[Discrepancy]:
    # An outcome that is counted elsewhere, debts or health, says nothing of a benefit.
    if not study.has("benefit_endings") or "outcomes" in _tables(declared.experiment):
        return
    certain = certainty(study, declared).certain
    ended = occurs(study, during(study, "benefit_endings")["place"])
    members = in_group(study, "experiment") & certain
    going_on = int((members & ~ended).sum())
    if going_on and going_on < members.sum():
        values: dict[str, Fact] = {
            "label": Text(declared.label),
            "uitkomst": found.low("experiment"),
            "beeindigd": Share(int((members & ended).sum()), found.n.experiment),
            "loopt_door": Count(going_on),
        }
        yield Discrepancy("zonder_beeindiging", "note", declared.name, values)


def _nested(
    wide: Outcome, narrow: Outcome, found: Mapping[str, ShareOutcome | MeanOutcome]
) -> Iterator[Discrepancy]:
    inside = {
        group: _codes(getattr(narrow, group)) <= _codes(getattr(wide, group)) for group in GROUPS
    }
    same = all(_codes(getattr(narrow, group)) == _codes(getattr(wide, group)) for group in GROUPS)
    if same or not inside["experiment"]:
        return
    values: dict[str, Fact] = {"ruim.label": Text(wide.label), "eng.label": Text(narrow.label)}
    for path, one in (("ruim", found[wide.name]), ("eng", found[narrow.name])):
        if isinstance(one, ShareOutcome):
            values[f"{path}.experiment"] = one.low("experiment")
            values[f"{path}.control_laag"] = one.low("control")
            values[f"{path}.control_hoog"] = one.high("control")
    if inside["control"]:
        yield Discrepancy("ruimere_uitkomst", "note", f"{wide.name}_{narrow.name}", values)
    else:
        yield Discrepancy("ongelijke_maat", "error", f"{wide.name}_{narrow.name}", values)


def _tables(sources: tuple[Source, ...]) -> list[str]:
    return sorted({source.table for source in sources})


def _codes(sources: tuple[Source, ...]) -> set[tuple[str, str, str]]:
    return {(one.table, one.column, code) for one in sources for code in one.certain}
