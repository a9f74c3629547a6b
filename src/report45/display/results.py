"""Outcomes, effects, assumptions and selection as tables."""

from __future__ import annotations

from report45.analysis.assumptions import Assumptions
from report45.analysis.effects import Effect
from report45.analysis.groups import sizes
from report45.analysis.outcomes import MeanOutcome, ShareOutcome, outcomes
from report45.analysis.selection import Selection
from report45.display.bundle import Column, Display, Row
from report45.display.tables import source, with_unit
from report45.display.words import Words
from report45.facts import Count, Fact, Interval, Share
from report45.study.load import Study
from report45.study.people import GROUPS
from report45.wording.counts import in_words
from report45.wording.numbers import NOTHING, cell
from report45.wording.phrases import small


def outcome_table(study: Study) -> Display:
    """Show every outcome: counts and shares per group, with bounds, and the net difference."""
    found, say = outcomes(study), Words(study)
    shares = [one for one in found if isinstance(one, ShareOutcome)]
    rows = [_share_row(one, Effect(one), say) for one in shares]
    rows += [_mean_row(one, say) for one in found if isinstance(one, MeanOutcome)]
    n = sizes(study)
    notes = []
    if any(one.possible.total for one in shares):
        notes.append(say("noot-twee-getallen"))
    notes += [note for one in found if (note := _missing_note(one, say))]
    bounds = any(Effect(one).lowest != Effect(one).highest for one in shares)
    notes.append(say("noot-verschil", aandelen=bool(shares), grenzen=bounds))
    notes += dict.fromkeys(one.declared.note for one in shares if one.declared.note)
    return Display(
        "table",
        say("tabel-uitkomsten"),
        (
            Column(say("kolom-uitkomst"), align="left"),
            Column(say("kolom-experiment"), n.experiment),
            Column(say("kolom-controle"), n.control),
            Column(say("kolom-verschil")),
            Column(say("kolom-interval")),
        ),
        tuple(rows),
        tuple(notes),
        source(study, say),
    )


def assumption_table(result: Assumptions, study: Study) -> Display:
    """Put what was assumed beside what came of it."""
    say = Words(study)
    rows = []
    for row in result.rows:
        part, _, rest = row.name.partition("_")
        kind = part if rest and part in ("aandeel", "uitkomst") else row.name
        if row.label:
            label = say("veronderstelling-over", soort=kind, onderdeel=small(row.label))
        else:
            label = say("veronderstelling", soort=kind)
        rows.append(Row(label, (cell(row.assumed), _range(row.low, row.high, say))))
    notes = [say("noot-uitkomst", label=result.effect.outcome.declared.label.lower())]
    design = study.config.design
    notes += [
        say("noot-deelgenomen", label=one.label)
        for one in (design.strata if design else ())
        if one.took_part
    ]
    if result.elsewhere:
        n = cell(Count(sizes(study).experiment))
        notes.append(say("noot-elders", elders=in_words(result.elsewhere), n=n))
    return Display(
        "table",
        say("tabel-veronderstellingen"),
        (
            Column(say("kolom-veronderstelling"), align="left"),
            Column(say("kolom-vooraf")),
            Column(say("kolom-gerealiseerd")),
        ),
        tuple(rows),
        tuple(notes),
        source(study, say),
    )


def selection_table(result: Selection, study: Study) -> Display:
    """Show how many people met every criterion, and how many each one left out."""
    say = Words(study)
    everyone = Share(result.population, result.population)
    rows = [Row(say("rij-bekeken"), _number(everyone), "total")]
    for one in result.criteria:
        label = say("rij-voldoet-niet", label=one.declared.label)
        rows.append(Row(label, _number(Share(one.failed, result.population))))
    fit = Share(result.fit, result.population)
    rows.append(Row(say("rij-voldoet"), _number(fit), "total"))
    return Display(
        "table",
        say("tabel-selectie"),
        (
            Column(say("kolom-voorwaarde"), align="left"),
            Column(say("kolom-personen")),
            Column(say("kolom-aandeel")),
        ),
        tuple(rows),
        (say("noot-selectie"),),
        source(study, say),
    )


def _number(share: Share) -> tuple[str, str]:
    return cell(Count(share.count)), cell(share)


def _share_row(one: ShareOutcome, found: Effect, say: Words) -> Row:
    points = Interval(found.lowest.points, found.highest.points, digits=1)
    counted = (_counted(one.low(group), one.high(group), say) for group in GROUPS)
    cells = (_over(text, one, group, say) for text, group in zip(counted, GROUPS, strict=True))
    return Row(one.declared.label, (*cells, cell(points), cell(found.interval)))


def _mean_row(one: MeanOutcome, say: Words) -> Row:
    printed = {path: cell(fact) for path, fact in one.facts().items()}
    return Row(
        with_unit(one.declared.label, one.declared.unit, say),
        (
            *(_over(printed.get(group, NOTHING), one, group, say) for group in GROUPS),
            *(printed.get(path, NOTHING) for path in ("verschil", "verschil.interval")),
        ),
    )


def _over(printed: str, one: ShareOutcome | MeanOutcome, group: str, say: Words) -> str:
    """Say over how many a cell is, where they are fewer than its column says."""
    n = one.n.of(group)
    fewer = n != one.allocated.of(group)
    return say("cel-van", getal=printed, n=cell(Count(n))) if fewer else printed


def _missing_note(one: ShareOutcome | MeanOutcome, say: Words) -> str:
    """Say of how many an outcome is not known, and what is done with them."""
    facts = one.facts()
    counted = {
        f"{what}_{group}": cell(facts[f"{what}.{group}"])
        for what in ("ontbreekt", "toegewezen")
        for group in GROUPS
    }
    label, how = one.declared.label, facts["ontbrekend"]
    unknown = facts["ontbreekt.totaal"]
    return say("noot-ontbreekt", label=label, ontbrekend=how, aantal=unknown, **counted)


def _counted(low: Share, high: Share, say: Words) -> str:
    """``31 (15%)``, or for a range ``4–14 (2–7%)``."""
    if not low.base:
        return NOTHING
    count, percent = cell(Count(low.count)), cell(low)
    if low != high:
        count = f"{count}–{cell(Count(high.count))}"
        if percent != cell(high):
            percent = f"{percent.removesuffix('%')}–{cell(high)}"
    return say("cel-aantal", aantal=count, aandeel=percent)


def _range(low: Fact, high: Fact, say: Words) -> str:
    first, last = cell(low), cell(high)
    return first if first == last else say("cel-bereik", laag=first, hoog=last)
