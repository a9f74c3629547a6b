"""Results as figures, in house style, each with its data and a sentence that says what it shows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from report45.analysis.characteristics import values
from report45.analysis.comparison import Balance, Comparison
from report45.analysis.groups import in_group
from report45.analysis.outcomes import Routes
from report45.display.bars import beside, draw_bars
from report45.display.bundle import Column, Display, Row
from report45.display.style import (
    BLUE,
    GREY,
    GROUPS,
    INK,
    MUTED,
    PALE_BLUE,
    WIDTH,
    house_style,
    to_svg,
)
from report45.display.tables import source
from report45.facts import Count, Mean, Share
from report45.study.config import Terms
from report45.study.load import Study
from report45.wording.digits import decimal
from report45.wording.numbers import cell, say
from report45.wording.phrases import lijst

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def routes(result: Routes, study: Study) -> Display:
    """Draw what happened to the experiment group: a bar per route, steps to work in blue.

    Parameters
    ----------
    result : Routes
    study : Study

    Returns
    -------
    Display
        A figure with the counts and shares as its data.
    """
    terms = study.config.terms
    labels = [one.declared.label for one in result.routes]
    shares = [Share(one.count, result.n) for one in result.routes]
    colours = [BLUE if one.declared.name in result.steps else GREY for one in result.routes]
    svg = draw_bars(labels, shares, colours)
    rows = tuple(
        Row(label, (cell(Count(share.count)), cell(share)))
        for label, share in zip(labels, shares, strict=True)
    )
    parts = "; ".join(f"{_small(row.header)} {row.cells[0]}" for row in rows)
    return Display(
        "figure",
        f"Resultaten van {terms.programme}, {terms.experiment} (n={result.n})",
        (Column("Resultaat", align="left"), Column(terms.persons.capitalize()), Column("Aandeel")),
        rows,
        tuple(
            f"{one.declared.label}: {_small(one.declared.explanation)}"
            for one in result.routes
            if one.declared.explanation
        ),
        source(study),
        svg=svg,
        alt=f"Staafdiagram van wat er in de {terms.experiment} (n={result.n}) gebeurde: {parts}.",
    )


def distributions(result: Balance, study: Study) -> Display:
    """Draw how the numeric characteristics are spread in each group, a panel for each."""
    import matplotlib.pyplot as plt

    shown = [one for one in result.comparisons if one.numeric is not None]
    columns = min(2, len(shown))
    lines = math.ceil(len(shown) / columns)
    with house_style():
        figure, grid = plt.subplots(
            lines, columns, figsize=(WIDTH, 2.1 * lines), squeeze=False, layout="constrained"
        )
        for place, axes in enumerate(grid.flat):
            if place < len(shown):
                _distribution(axes, shown[place], study)
            else:
                axes.set_visible(False)
        _group_keys(grid.flat[0], study.config.terms)
        svg = to_svg(figure)
    rows, sentences = _distribution_data(shown, study.config.terms)
    terms = study.config.terms
    names = lijst([one.declared.label.lower() for one in shown])
    return Display(
        "figure",
        f"Spreiding van {names} per groep",
        (
            Column("Kenmerk", align="left"),
            Column(terms.experiment.capitalize()),
            Column(terms.control.capitalize()),
        ),
        rows,
        ("In de gegevens bij de figuur staat het gemiddelde met de standaardafwijking.",),
        source(study),
        svg=svg,
        alt=f"Histogrammen van {names}. {' '.join(sentences)}",
    )


def _distribution(axes: Axes, one: Comparison, study: Study) -> None:
    import numpy as np
    import pandas as pd
    import seaborn as sns

    numbers = values(study, one.declared)
    first = in_group(study, "experiment")
    frame = pd.DataFrame({"value": numbers, "group": np.where(first, "experiment", "control")})
    sns.histplot(
        frame.dropna(),
        x="value",
        hue="group",
        hue_order=["experiment", "control"],
        palette=GROUPS,
        stat="percent",
        common_norm=False,
        element="step",
        fill=False,
        linewidth=1.4,
        bins=14,
        legend=False,
        ax=axes,
    )
    unit = f" ({one.declared.unit})" if one.declared.unit else ""
    axes.set_xlabel(f"{one.declared.label}{unit}")
    axes.set_ylabel("procent van de groep")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(lambda value, _: decimal(value, int(value % 1 != 0)))


def _group_keys(axes: Axes, terms: Terms) -> None:
    """Name the groups above the first panel, in their own colours, instead of in a legend."""
    for place, group in enumerate(("experiment", "control")):
        axes.annotate(
            getattr(terms, group),
            (0.62 * place, 1.04),
            xycoords="axes fraction",
            color=GROUPS[group],
            fontweight="bold",
        )


def _distribution_data(shown: list[Comparison], terms: Terms) -> tuple[tuple[Row, ...], list[str]]:
    rows, sentences = [], []
    for one in shown:
        facts = one.facts()
        means = [facts.get(f"gemiddelde.{group}") for group in ("experiment", "control")]
        if not all(isinstance(mean, Mean) for mean in means):
            continue
        first, second = (mean for mean in means if isinstance(mean, Mean))
        unit = f" ({one.declared.unit})" if one.declared.unit else ""
        rows.append(Row(f"{one.declared.label}{unit}", (cell(first), cell(second))))
        sentences.append(
            f"Gemiddelde {one.declared.label.lower()}: {say(first)} in de {terms.experiment}, "
            f"{say(second)} in de {terms.control}."
        )
    return tuple(rows), sentences


def balance(result: Balance, study: Study) -> Display:
    """Draw the standardised differences between the groups, with the limit of what is small."""
    import matplotlib.pyplot as plt
    import seaborn as sns

    known = [one for one in result.comparisons if math.isfinite(one.smd)]
    labels = [one.declared.label for one in known]
    sizes = [one.smd for one in known]
    limit = result.facts()["grens"]
    with house_style():
        figure, axes = plt.subplots(figsize=(WIDTH, 0.3 * len(known) + 0.55))
        axes.axvspan(0, 0.1, color=PALE_BLUE, alpha=0.25, linewidth=0)
        axes.axvline(0.1, color=MUTED, linewidth=0.8, linestyle=(0, (4, 3)))
        colours = [INK if one.imbalanced else BLUE for one in known]
        sns.scatterplot(x=sizes, y=labels, c=colours, s=42, legend=False, ax=axes, zorder=3)
        for label, one in zip(labels, known, strict=True):
            beside(axes, say(one.facts()["smd"]), (one.smd, label))
        axes.set_xlim(0, max(0.16, 1.2 * max(sizes, default=0)))
        axes.set_ylim(len(known) - 0.5, -0.5)
        axes.set_xlabel("gestandaardiseerd verschil")
        axes.set_ylabel("")
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
        axes.xaxis.set_major_formatter(lambda value, _: f"{value:.2f}".replace(".", ","))
        svg = to_svg(figure)
    rows = tuple(Row(one.declared.label, (say(one.facts()["smd"]),)) for one in known)
    above = [one.declared.label.lower() for one in result.comparisons if one.imbalanced]
    apart = [one.declared.label.lower() for one in result.comparisons if math.isinf(one.smd)]
    notes = [f"De stippellijn ligt bij {say(limit)}; daarboven is een verschil niet meer klein."]
    if apart:
        notes.append(f"Niet getekend: {lijst(apart)}. Daarop hebben de groepen niets gemeen.")
    verdict = f"Boven de grens liggen: {lijst(above)}." if above else "Geen kenmerk ligt erboven."
    return Display(
        "figure",
        "Gestandaardiseerde verschillen tussen de groepen bij de start",
        (Column("Kenmerk", align="left"), Column("Gestandaardiseerd verschil")),
        rows,
        tuple(notes),
        source(study),
        svg=svg,
        alt=f"Puntendiagram van {len(known)} kenmerken met een grens bij {say(limit)}. {verdict}",
    )


def _small(text: str) -> str:
    """Begin with a small letter, as after a colon; abbreviations keep their capitals."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
