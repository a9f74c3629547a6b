"""What every chapter publishes: declared once, for notebooks, checks and the list of facts.

A notebook publishes by name (``chapter.publish("balans")``); what is stated and shown by that name
in one study stands here. Nothing is drawn before it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from report45.analysis import (
    allocation,
    assumptions,
    cases,
    characteristics,
    contacts,
    effects,
    flow,
    instruments,
    outcomes,
    particulars,
    pillars,
    remarks,
    sample_size,
    selection,
    timeline,
)
from report45.analysis.consistency import consistency
from report45.chapters.planned import Outline, Planned
from report45.display import figures, practice, results, schemes, stories, tables
from report45.display.bundle import Display, Kind
from report45.facts import Facts
from report45.study.load import Study


class Result(Protocol):
    """Any result of :mod:`report45.analysis`."""

    def facts(self) -> Facts:
        """State the result as facts under relative paths."""
        ...


@dataclass(frozen=True)
class Output:
    """One output of a chapter for one study.

    Parameters
    ----------
    name : str
        What prose refers to the display by, after the chapter's name.
    result : Result, optional
        States facts; without it nothing is stated.
    kind : str
        Kind of the display; empty when nothing is shown.
    show : callable, optional
        Makes the display.
    under : str, optional
        What the paths of the facts have after the chapter's name; by default the output's name.
        Empty: nothing. It may hold ``<one>`` name that a study fills in.
    of : str
        What the study fills in.
    """

    name: str
    result: Result | None = None
    kind: Kind | str = ""
    show: Callable[[], Display] | None = None
    under: str | None = None
    of: str = ""

    def path(self, chapter: str) -> str:
        """Give how the paths of its facts begin in a chapter."""
        return re.sub("<.*>", self.of, self.pattern(chapter))

    def pattern(self, chapter: str) -> str:
        """Give the same for any study."""
        own = self.name if self.under is None else self.under
        return ".".join(part for part in (chapter, own) if part)


Row = Callable[[Study], Iterator[Output]]
"""Gives the outputs of one name, as far as a study has the tables and declarations for them."""


def _stating(name: str, compute: Callable[[Study], Result]) -> Row:
    return lambda study: iter([Output(name, compute(study))])


def _showing(
    name: str,
    found: Any,
    kind: Kind,
    show: Callable[[Any, Study], Display] | None,
    study: Study,
    under: str | None = None,
) -> Output:
    if show is None:
        return Output(name, found, under=under, of=name)
    return Output(name, found, kind, lambda: show(found, study), under, name)


def _ready(name: str, display: Display) -> Output:
    return Output(name, None, display.kind, lambda: display)


def _selected(study: Study) -> Iterator[Output]:
    if study.config.criteria:
        yield Output("selectie", selection.selection(study))


def _selection_table(study: Study) -> Iterator[Output]:
    for one in _selected(study):
        yield _showing("selectie", one.result, "table", results.selection_table, study)


def _sample_size(study: Study) -> Iterator[Output]:
    if study.config.design is not None:
        yield Output("steekproef", sample_size.sample_size(study))


def _assumptions(study: Study) -> Iterator[Output]:
    if study.config.design is not None:
        found = assumptions.assumptions(study)
        yield _showing("verwachting", found, "table", results.assumption_table, study)


def _characteristics(study: Study) -> Iterator[Output]:
    for declared in study.config.characteristics:
        found = characteristics.compare(study, declared.name)
        shown = tables.characteristic if declared.table and any(found.known) else None
        yield _showing(declared.name, found, "table", shown, study, "<kenmerk>")


def _balance(study: Study) -> Iterator[Output]:
    found = characteristics.balance(study)
    yield _showing("balans", found, "figure", figures.balance if found.measured else None, study)
    if found.numeric:
        show = figures.distributions
        yield Output("spreiding", None, "figure", lambda: show(found, study))


def _flow(study: Study) -> Iterator[Output]:
    if study.has("trajectories"):
        yield _showing("stroom", flow.flow(study), "schema", schemes.flow, study, under="")


def _instruments(study: Study) -> Iterator[Output]:
    if study.has("instruments"):
        found = instruments.instruments(study)
        yield _showing("gebruik", found, "figure", practice.instruments, study, under="")


def _instrument_quotes(study: Study) -> Iterator[Output]:
    if study.has("instruments", "quotes"):
        for use in instruments.instruments(study).uses:
            theme = use.declared.name
            for number in (1, 2) if use.participants.clients else ():
                yield from _quote(f"citaat_{theme}_{number}", theme, number)(study)


def _contacts(study: Study) -> Iterator[Output]:
    if study.has("contacts", "trajectories"):
        found = contacts.contacts(study)
        shown = practice.contacts if found.clients else None
        yield _showing("contacten", found, "figure", shown, study)


def _outcomes(study: Study) -> Iterator[Output]:
    for declared in study.config.outcomes:
        name = declared.name
        yield Output(name, outcomes.outcome(study, name), under="<uitkomst>", of=name)
        if declared.column is None:
            found = effects.effect(study, name)
            yield Output(f"effect_{name}", found, under="effect.<uitkomst>", of=name)
    if study.config.outcomes:
        yield Output("hoofduitkomst", effects.main_outcome(study))


def _outcome_table(study: Study) -> Iterator[Output]:
    if study.config.outcomes:
        yield Output("uitkomsten", None, "table", lambda: results.outcome_table(study))


def _routes(study: Study) -> Iterator[Output]:
    if study.has("trajectories") and study.config.routes:
        yield _showing("routes", outcomes.routes(study), "figure", figures.routes, study)


def _participants(study: Study) -> Iterator[Output]:
    for declared in study.config.outcomes if study.has("trajectories") else ():
        name = declared.name
        found = effects.per_protocol(study, name) if declared.column is None else None
        if found is not None:
            yield Output(f"deelnemers_{name}", found, under="deelnemers.<uitkomst>", of=name)


def _case_count(study: Study) -> Iterator[Output]:
    if study.has("cases"):
        yield Output("aantal", cases.cases(study), under="")


def _case_table(study: Study) -> Iterator[Output]:
    if study.has("cases"):
        yield Output("overzicht", None, "table", lambda: stories.overview(study))


def _stories(*, full: bool) -> Row:
    def told(study: Study) -> Iterator[Output]:
        for one in study.cases:
            if one.full == full:
                yield _ready(f"verhaal_{one.number}", stories.story(one, study))
                yield from _quote(f"citaat_{one.number}", f"casus_{one.number}")(study)

    return told


def _quote(name: str, theme: str, number: int = 1) -> Row:
    def said(study: Study) -> Iterator[Output]:
        if shown := stories.quote(study, theme, number):
            yield _ready(name, shown)

    return said


def _pillars(study: Study) -> Iterator[Output]:
    if study.has("pillars"):
        yield _showing("pijlers", pillars.pillars(study), "table", practice.pillars, study)


def _checks(study: Study) -> Iterator[Output]:
    yield Output("controle", consistency(study, lambda: _facts(_before_checks(study))))


OUTLINE: Mapping[str, Mapping[str, Row]] = {
    "inleiding": {
        "data": _stating("data", timeline.timeline),
        "gegeven": _stating("gegeven", particulars.particulars),
    },
    "opzet": {
        "selectie": _selected,
        "toewijzing": _stating("toewijzing", allocation.allocation),
        "steekproef": _sample_size,
    },
    "kenmerken": {"kenmerken": _characteristics},
    "verloop": {"stroom": _flow},
    "instrumenten": {"gebruik": _instruments, "citaten": _instrument_quotes},
    "klantmanagement": {
        "contacten": _contacts,
        "citaat_1": _quote("citaat_1", "klantmanagement"),
        "citaat_2": _quote("citaat_2", "klantmanagement", 3),
        "citaat_3": _quote("citaat_3", "aandacht"),
        "citaat_4": _quote("citaat_4", "doelgroep"),
        "citaat_5": _quote("citaat_5", "effect"),
    },
    "accountmanagement": {
        "citaat_1": _quote("citaat_1", "accountmanagement"),
        "citaat_2": _quote("citaat_2", "accountmanagement", 2),
    },
    "resultaten": {
        "uitkomsten": _outcomes,
        "routes": _routes,
        "tabel": _outcome_table,
        "verwachting": _assumptions,
    },
    "casussen": {
        "aantal": _case_count,
        "overzicht": _case_table,
        "verhalen": _stories(full=True),
        "profielen": _stories(full=False),
    },
    "slotbeschouwing": {"pijlers": _pillars},
    "verantwoording": {
        "selectie": _selection_table,
        "balans": _balance,
        "deelnemers": _participants,
        "controle": _checks,
        "gegevens": _stating("gegevens", remarks.remarks),
    },
}
"""What notebooks publish, by chapter and the name they publish it by."""


def outline(study: Study) -> Outline:
    """Compute what all chapters of a study would state, and name what they would show.

    Parameters
    ----------
    study : Study

    Returns
    -------
    Outline
    """
    rows = [(chapter, name) for chapter, named in OUTLINE.items() for name in named]
    first = _before_checks(study)
    checks = Output("controle", consistency(study, lambda: _facts(first)))
    return Outline([*first, _planned("verantwoording", "controle", checks)], rows)


def catalogue(study: Study) -> Facts:
    """Give every fact of a study by the full path its chapters state it under."""
    return outline(study).facts


def _before_checks(study: Study) -> list[Planned]:
    """What is planned but for the checks, which look at all the rest."""
    return [
        _planned(chapter, name, one)
        for chapter, named in OUTLINE.items()
        for name, row in named.items()
        if row is not _checks
        for one in row(study)
    ]


def _planned(chapter: str, row: str, one: Output) -> Planned:
    stated = {} if one.result is None else one.result.facts()
    begin = one.path(chapter)
    return Planned(
        chapter, row, one.name, one.kind, {f"{begin}.{path}": fact for path, fact in stated.items()}
    )


def _facts(planned: Iterable[Planned]) -> Facts:
    return {path: fact for one in planned for path, fact in one.facts.items()}
