"""Outcomes, effects, assumptions and selection as tables."""

from __future__ import annotations

from report45.analysis.assumptions import Assumptions
from report45.analysis.effects import Effect
from report45.analysis.groups import sizes
from report45.analysis.outcomes import MeanOutcome, ShareOutcome, outcomes
from report45.analysis.selection import Selection
from report45.display.bundle import Column, Display, Row
from report45.display.tables import source
from report45.facts import Count, Fact, Interval, Share
from report45.study.config import GROUPS, Terms
from report45.study.load import Study
from report45.wording.counts import in_words
from report45.wording.numbers import NOTHING, cell

_ASSUMED = {
    "experiment": "Uitkomst experimentgroep",
    "control": "Uitkomst controlegroep",
    "netto_effect": "Netto-effect (procentpunt)",
    "taakstelling": "Taakstelling",
    "omvang_experiment": "Omvang experimentgroep",
    "omvang_control": "Omvang controlegroep",
}


def outcome_table(study: Study) -> Display:
    """Show every outcome: counts and shares per group, with bounds, and the net difference."""
    found = outcomes(study)
    shares = [one for one in found if isinstance(one, ShareOutcome)]
    terms = study.config.terms
    rows = [_share_row(one, Effect(one)) for one in shares]
    rows += [_mean_row(one) for one in found if isinstance(one, MeanOutcome)]
    n = sizes(study)
    notes = []
    if any(one.possible.total for one in shares):
        notes.append(
            "Waar twee getallen staan, is niet van iedereen zeker of de uitkomst geldt: het "
            "eerste telt alleen wie zeker is, het tweede ook wie mogelijk meetelt."
        )
    notes += [note for one in found if (note := _missing_note(one, terms))]
    if shares:
        notes.append(
            "Verschil: experimentgroep min controlegroep, bij aandelen in procentpunt, met het "
            "95%-betrouwbaarheidsinterval (Newcombe). Waar grenzen staan, omvat het alle lezingen."
        )
    notes += dict.fromkeys(one.declared.note for one in shares if one.declared.note)
    return Display(
        "table",
        "Uitkomsten per groep",
        (
            Column("Uitkomst", align="left"),
            Column(terms.experiment.capitalize(), n.experiment),
            Column(terms.control.capitalize(), n.control),
            Column("Verschil"),
            Column("95%-interval"),
        ),
        tuple(rows),
        tuple(notes),
        source(study),
    )


def assumption_table(result: Assumptions, study: Study) -> Display:
    """Put what was assumed beside what came of it."""
    rows = []
    for row in result.rows:
        part, _, _ = row.name.partition("_")
        label = _ASSUMED.get(row.name) or ("Aandeel" if part == "aandeel" else "Uitkomst")
        if row.label:
            label = f"{label}: {row.label[:1].lower()}{row.label[1:]}"
        rows.append(Row(label, (cell(row.assumed), _range(row.low, row.high))))
    notes = [f"Uitkomst: {result.effect.outcome.declared.label.lower()}."]
    design = study.config.design
    notes += [
        f"{one.label}: wie heeft deelgenomen."
        for one in (design.strata if design else ())
        if one.took_part
    ]
    if result.elsewhere:
        notes.append(
            f"Van de {study.config.terms.experiment} hoort een deel nergens bij: "
            f"{in_words(result.elsewhere)} van de {cell(Count(sizes(study).experiment))}."
        )
    return Display(
        "table",
        "Veronderstellingen vooraf en wat ervan is uitgekomen",
        (Column("Veronderstelling", align="left"), Column("Vooraf"), Column("Gerealiseerd")),
        tuple(rows),
        tuple(notes),
        source(study),
    )


def selection_table(result: Selection, study: Study) -> Display:
    """Show how many people met every criterion, and how many each one left out."""
    rows = [Row("Bekeken", (cell(Count(result.population)), "100%"), "total")]
    for one in result.criteria:
        share = Share(one.failed, result.population)
        cells = (cell(Count(one.failed)), cell(share))
        rows.append(Row(f"Voldoet niet: {one.declared.label}", cells))
    fit = Share(result.fit, result.population)
    rows.append(Row("Voldoet aan alle voorwaarden", (cell(Count(result.fit)), cell(fit)), "total"))
    return Display(
        "table",
        "Selectie naar voorwaarde",
        (
            Column("Voorwaarde", align="left"),
            Column(study.config.terms.persons.capitalize()),
            Column("Aandeel"),
        ),
        tuple(rows),
        ("Wie aan meer dan één voorwaarde niet voldoet, telt bij elk daarvan mee.",),
        source(study),
    )


def _share_row(one: ShareOutcome, found: Effect) -> Row:
    points = Interval(found.lowest.points, found.highest.points, digits=1)
    return Row(
        one.declared.label,
        (
            *(_counted(one.low(group), one.high(group)) + _over(one, group) for group in GROUPS),
            cell(points),
            cell(found.interval),
        ),
    )


def _mean_row(one: MeanOutcome) -> Row:
    facts, unit = one.facts(), one.declared.unit
    printed = {path: cell(fact) for path, fact in facts.items()}
    return Row(
        f"{one.declared.label} ({unit})" if unit else one.declared.label,
        (
            *(printed.get(group, NOTHING) + _over(one, group) for group in GROUPS),
            *(printed.get(path, NOTHING) for path in ("verschil", "verschil.interval")),
        ),
    )


def _over(one: ShareOutcome | MeanOutcome, group: str) -> str:
    """Say over how many a cell is, where they are fewer than its column says."""
    n = one.n.of(group)
    return "" if n == one.allocated.of(group) else f", n = {cell(Count(n))}"


def _missing_note(one: ShareOutcome | MeanOutcome, terms: Terms) -> str:
    """Say of how many an outcome is not known, and what is done with them."""
    facts = one.facts()
    names = {"experiment": terms.experiment, "control": terms.control}
    told = " en ".join(
        f"{cell(facts[f'ontbreekt.{group}'])} van de {cell(facts[f'toegewezen.{group}'])} "
        f"{terms.persons} in de {name}"
        for group, name in names.items()
    )
    done = {
        "weggelaten": "Zij tellen niet mee.",
        "als_nee": "Zij tellen mee als {persons} die de uitkomst niet hebben.",
        "mogelijk": "Zij tellen mee als {persons} die de uitkomst misschien hebben.",
    }
    how = facts["ontbrekend"].value
    if how == "geen":
        return ""
    ending = done[str(how)].format(persons=terms.persons)
    return f"{one.declared.label}: niet bekend van {told}. {ending}"


def _counted(low: Share, high: Share) -> str:
    """``31 (15%)``, or for a range ``4–14 (2–7%)``."""
    if low == high:
        return f"{cell(Count(low.count))} ({cell(low)})"
    first, last = cell(low), cell(high)
    percent = f"{first.removesuffix('%')}–{last}" if first != last else first
    return f"{cell(Count(low.count))}–{cell(Count(high.count))} ({percent})"


def _range(low: Fact, high: Fact) -> str:
    first, last = cell(low), cell(high)
    return first if first == last else f"{first} tot {last}"
