"""The facts of a whole study under the names its chapters publish them by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from report45.analysis.allocation import allocation
from report45.analysis.assumptions import assumptions
from report45.analysis.cases import cases
from report45.analysis.characteristics import balance
from report45.analysis.contacts import contacts
from report45.analysis.effects import effects, main_outcome, per_protocol
from report45.analysis.flow import flow
from report45.analysis.instruments import instruments
from report45.analysis.outcomes import outcomes, routes
from report45.analysis.particulars import particulars
from report45.analysis.pillars import pillars
from report45.analysis.remarks import remarks
from report45.analysis.sample_size import sample_size
from report45.analysis.selection import selection
from report45.analysis.timeline import timeline
from report45.facts import Fact, Facts
from report45.study.load import Study


class Result(Protocol):
    """Anything the analysis gives."""

    def facts(self) -> Mapping[str, Fact]:
        """Give the facts by relative path."""
        ...


def catalogue(study: Study) -> Facts:
    """Give every fact of a study by the full path its chapters state it under."""
    return {
        f"{prefix}.{path}": fact
        for prefix, result in results(study)
        for path, fact in result.facts().items()
    }


def results(study: Study) -> Iterator[tuple[str, Result]]:
    """Give every result the study has the tables for, with the path it is published by."""
    config = study.config
    yield "inleiding.data", timeline(study)
    yield "inleiding.gegeven", particulars(study)
    if config.criteria:
        selected = selection(study)
        yield "opzet.selectie", selected
        yield "verantwoording.selectie", selected
    yield "opzet.toewijzing", allocation(study)
    if config.design is not None:
        yield "opzet.steekproef", sample_size(study)
    compared = balance(study)
    for comparison in compared.comparisons:
        yield f"kenmerken.{comparison.name}", comparison
    yield "verantwoording.balans", compared
    yield "verantwoording.gegevens", remarks(study)
    if study.has("trajectories"):
        yield "verloop", flow(study)
        yield "resultaten.routes", routes(study)
    if study.has("instruments"):
        yield "instrumenten", instruments(study)
    if study.has("contacts", "trajectories"):
        yield "klantmanagement.contacten", contacts(study)
    for outcome in outcomes(study):
        yield f"resultaten.{outcome.declared.name}", outcome
    for effect in effects(study):
        name = effect.outcome.declared.name
        yield f"resultaten.effect.{name}", effect
        among = per_protocol(study, name) if study.has("trajectories") else None
        if among is not None:
            yield f"verantwoording.deelnemers.{name}", among
    if config.outcomes:
        yield "resultaten.hoofduitkomst", main_outcome(study)
    if config.design is not None:
        yield "resultaten.verwachting", assumptions(study)
    if study.has("cases"):
        yield "casussen", cases(study)
    if study.has("pillars"):
        yield "slotbeschouwing.pijlers", pillars(study)
