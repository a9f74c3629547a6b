"""Results as tables."""

from __future__ import annotations

from report45.analysis.comparison import Balance, Comparison
from report45.display.bundle import Column, Display, Row
from report45.display.words import Words
from report45.facts import Facts, Share
from report45.rounding import whole_percent
from report45.study.load import Study
from report45.wording.numbers import NOTHING, cell

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
    facts, say = result.facts(), Words(study)
    rows = [Row(one.label, _across(facts, one.name)) for one in result.categories]
    if study.config.base == "all" and result.missing.total:
        rows.append(
            Row(say("rij-niet-geregistreerd"), _across(facts, "niet_geregistreerd"), "missing")
        )
    if result.numeric is not None:
        label = say("rij-gemiddelde")
        rows.append(Row(label, _across(facts, "gemiddelde"), "total" if rows else "body"))
        if not result.categories:
            rows.append(Row(say("rij-mediaan"), _across(facts, "mediaan")))
            rows.append(Row(say("rij-laagste"), _across(facts, "laagste")))
            rows.append(Row(say("rij-hoogste"), _across(facts, "hoogste")))
    return Display(
        "table",
        result.declared.title,
        _group_columns(result, say),
        tuple(rows),
        _characteristic_notes(result, study, say),
        source(study, say),
    )


def balance(result: Balance, study: Study) -> Display:
    """Show how far the groups differ at the start, a row per characteristic."""
    say, limit = Words(study), result.facts()["grens"]
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
                    cell(shown) if shown is not None else NOTHING,
                    say("cel-boven", boven=one.imbalanced),
                ),
            )
        )
    return Display(
        "table",
        say("tabel-balans"),
        (
            Column(say("kolom-kenmerk"), align="left"),
            Column(say("kolom-p")),
            Column(say("kolom-smd")),
            Column(say("kolom-boven", grens=limit)),
        ),
        tuple(rows),
        (say("noot-smd", grens=limit),),
        source(study, say),
    )


def source(study: Study, say: Words) -> str:
    """Say where a study's data come from."""
    config = study.config
    return say("bron", bron=config.source or config.commissioner, auteur=config.author)


def with_unit(label: str, unit: str, say: Words) -> str:
    """Name what is measured and in what, as far as it has a unit."""
    return say("met-eenheid", label=label, eenheid=unit) if unit else label


def _across(facts: Facts, path: str) -> tuple[str, ...]:
    return tuple(
        cell(facts[f"{path}.{part}"]) if f"{path}.{part}" in facts else NOTHING for part in PARTS
    )


def _group_columns(result: Comparison, say: Words) -> tuple[Column, ...]:
    label, unit = result.declared.label, result.declared.unit
    first = label if result.categories else with_unit(label, unit, say)
    return (
        Column(first, align="left"),
        Column(say("kolom-experiment"), result.base.experiment),
        Column(say("kolom-controle"), result.base.control),
        Column(say("kolom-totaal"), result.base.total),
    )


def _characteristic_notes(result: Comparison, study: Study, say: Words) -> tuple[str, ...]:
    notes = [say("noot-toets", toets=result.facts()["toets"])]
    if result.missing.total and study.config.base == "registered":
        notes.append(say("noot-niet-geregistreerd", **dict(result.missing.items())))
    if result.categories and _rounding_shows(result, study):
        notes.append(say("noot-afronding"))
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
