"""Results as tables."""

from __future__ import annotations

from report45.analysis.comparison import Balance, Comparison
from report45.display.bundle import Column, Display, Row
from report45.facts import Facts, Share
from report45.rounding import whole_percent
from report45.study.config import Terms
from report45.study.load import Study
from report45.wording.numbers import cell, say

PARTS = ("experiment", "control", "totaal")


def characteristic(result: Comparison, study: Study) -> Display:
    """Show one characteristic: a row per category, a column per group and for everyone.

    Parameters
    ----------
    result : Comparison
    study : Study

    Returns
    -------
    Display
        A table; shares as whole percentages, means with their standard deviation.
    """
    facts = result.facts()
    rows = [Row(one.label, _across(facts, one.name)) for one in result.categories]
    if study.config.base == "all" and result.missing.total:
        rows.append(Row("Niet geregistreerd", _across(facts, "niet_geregistreerd"), "missing"))
    if result.numeric is not None:
        label = "Gemiddelde (standaardafwijking)"
        rows.append(Row(label, _across(facts, "gemiddelde"), "total" if rows else "body"))
        if not result.categories:
            rows.append(Row("Mediaan", _across(facts, "mediaan")))
            rows.append(Row("Laagste", _across(facts, "laagste")))
            rows.append(Row("Hoogste", _across(facts, "hoogste")))
    return Display(
        "table",
        result.declared.title,
        _group_columns(result, study.config.terms),
        tuple(rows),
        _characteristic_notes(result, facts, study),
        source(study),
    )


def balance(result: Balance, study: Study) -> Display:
    """Show how far the groups differ at the start, a row per characteristic."""
    facts = result.facts()
    rows = []
    for one in result.comparisons:
        own = one.facts()
        part = "gemiddelde" if "kop.is_gemiddelde" in own and own["kop.is_gemiddelde"].value else ""
        shown = own.get(f"{one.name}.smd") or own.get("smd")
        rows.append(
            Row(
                one.declared.label,
                (
                    cell(own[f"{part}.toets"] if part and not one.categories else own["toets"]),
                    cell(shown) if shown is not None else "–",
                    "ja" if one.imbalanced else "nee",
                ),
            )
        )
    limit = say(facts["grens"])
    return Display(
        "table",
        "Verschillen tussen de groepen bij de start",
        (
            Column("Kenmerk", align="left"),
            Column("p-waarde"),
            Column("Gestandaardiseerd verschil"),
            Column(f"Boven {limit}"),
        ),
        tuple(rows),
        (
            "Een gestandaardiseerd verschil zegt, anders dan een toets, hoe groot een verschil "
            f"is, los van de omvang van de groepen. Boven {limit} noemen we een verschil niet "
            "meer klein.",
        ),
        source(study),
    )


def source(study: Study) -> str:
    """Say where a study's data come from."""
    config = study.config
    return f"Bron: {config.source or config.commissioner}, bewerking {config.author}"


def _across(facts: Facts, path: str) -> tuple[str, ...]:
    return tuple(
        cell(facts[f"{path}.{part}"]) if f"{path}.{part}" in facts else "–" for part in PARTS
    )


def _group_columns(result: Comparison, terms: Terms) -> tuple[Column, ...]:
    label, unit = result.declared.label, result.declared.unit
    first = f"{label} ({unit})" if unit and not result.categories else label
    return (
        Column(first, align="left"),
        Column(terms.experiment.capitalize(), result.base.experiment),
        Column(terms.control.capitalize(), result.base.control),
        Column("Totaal", result.base.total),
    )


def _characteristic_notes(result: Comparison, facts: Facts, study: Study) -> tuple[str, ...]:
    notes = [f"Verschil tussen de groepen: {say(facts['toets'])}."]
    if result.missing.total and study.config.base == "registered":
        unknown = result.missing
        notes.append(
            f"Niet geregistreerd en buiten de percentages gelaten: {unknown.experiment} in de "
            f"{study.config.terms.experiment} en {unknown.control} in de "
            f"{study.config.terms.control}."
        )
    if result.categories and _rounding_shows(result, study):
        notes.append("Door afronding tellen de percentages niet in elke kolom op tot 100.")
    return tuple(notes)


def _rounding_shows(result: Comparison, study: Study) -> bool:
    """Whether the whole percentages of a column do not add up to 100."""
    missing = dict(result.missing.items()) if study.config.base == "all" else {}
    for group, base in result.base.items():
        shares = [dict(result.share(one).items())[group] for one in result.categories]
        shares.append(Share(missing.get(group, 0), base))
        if base and sum(map(whole_percent, shares)) != 100:
            return True
    return False
