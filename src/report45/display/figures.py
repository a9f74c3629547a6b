"""Results as figures, in house style, each with its data and a sentence that says what it shows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from report45.analysis.association import IMBALANCE
from report45.analysis.characteristics import values
from report45.analysis.comparison import Balance, Comparison
from report45.analysis.groups import in_group
from report45.analysis.outcomes import Routes
from report45.display.bars import draw_bars
from report45.display.bundle import Column, Display, Row
from report45.display.style import (
    BLUE,
    GREY,
    GROUPS,
    INK,
    LABELS,
    LINE,
    MUTED,
    PALE_BLUE,
    WIDTH,
    fold,
    house_style,
    name_groups,
    new_figure,
    to_svg,
)
from report45.display.tables import source, with_unit
from report45.display.words import Words
from report45.facts import Count, Mean, Share
from report45.study.load import Study
from report45.wording.digits import decimal
from report45.wording.numbers import cell
from report45.wording.numbers import say as printed
from report45.wording.phrases import small

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt
    from matplotlib.axes import Axes

CLASSES = 18
"""Classes a histogram has at most."""


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
    say = Words(study)
    labels = [one.declared.label for one in result.routes]
    shares = [Share(one.count, result.n) for one in result.routes]
    colours = [BLUE if one.declared.name in result.steps else GREY for one in result.routes]
    svg = draw_bars(labels, shares, colours)
    rows = tuple(
        Row(label, (cell(Count(share.count)), cell(share)))
        for label, share in zip(labels, shares, strict=True)
    )
    parts = "; ".join(f"{small(row.header)} {row.cells[0]}" for row in rows)
    notes = [
        say("noot-uitleg", label=one.declared.label, uitleg=small(one.declared.explanation))
        for one in result.routes
        if one.declared.explanation
    ]
    unknown = say("noot-zonder-resultaat", aantal=result.n - sum(one.count for one in shares))
    return Display(
        "figure",
        say("figuur-routes", n=result.n),
        (
            Column(say("kolom-resultaat"), align="left"),
            Column(say("kolom-personen")),
            Column(say("kolom-aandeel")),
        ),
        rows,
        (*notes, unknown) if unknown else tuple(notes),
        source(study, say),
        svg=svg,
        alt=" ".join(filter(None, (say("figuur-routes-alt", n=result.n, delen=parts), unknown))),
    )


def distributions(result: Balance, study: Study) -> Display:
    """Draw how the numeric characteristics are spread in each group, a panel for each."""
    shown, say = result.numeric, Words(study)
    columns = min(2, len(shown))
    lines = math.ceil(len(shown) / columns)
    with house_style():
        figure, grid = new_figure(2.1 * lines, lines, columns)
        for place, axes in enumerate(grid.flat):
            if place < len(shown):
                _distribution(axes, shown[place], study, say, 0.85 * WIDTH / columns)
            else:
                axes.set_visible(False)
        name_groups(figure, study.config.terms)
        svg = to_svg(figure)
    rows, sentences = _distribution_data(shown, say)
    names = [small(one.declared.label) for one in shown]
    return Display(
        "figure",
        say("figuur-spreiding", kenmerken=names),
        (
            Column(say("kolom-kenmerk"), align="left"),
            Column(say("kolom-experiment")),
            Column(say("kolom-controle")),
        ),
        rows,
        tuple(sentences),
        source(study, say),
        svg=svg,
        alt=" ".join([say("figuur-spreiding-alt", kenmerken=names), *sentences]),
    )


def _distribution(axes: Axes, one: Comparison, study: Study, say: Words, room: float) -> None:
    import numpy as np
    import pandas as pd
    import seaborn as sns
    from matplotlib.ticker import MaxNLocator

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
        bins=_edges(numbers[~np.isnan(numbers)]),
        legend=False,
        ax=axes,
    )
    axes.set_xlabel("\n".join(fold(with_unit(one.declared.label, one.declared.unit, say), room)))
    axes.set_ylabel(say("as-procent"))
    axes.set_ylim(bottom=0)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
        axis.set_major_formatter(_as_written)


def _as_written(value: float, _: float) -> str:
    return decimal(value, next((digits for digits in range(4) if round(value, digits) == value), 4))


def _edges(numbers: npt.NDArray[np.float64]) -> list[float]:
    """Give the edges of classes of one round width, with an empty class at either end.

    Whole numbers never get classes narrower than one: some would hold two of them and some one,
    which draws waves that are not in the data.
    """
    low, high = float(numbers.min()), float(numbers.max())
    whole = bool((numbers == numbers.round()).all())
    exact = max((high - low) / CLASSES, 1.0 if whole else 1e-9)
    power = 10 ** math.floor(math.log10(exact))
    width = next(step * power for step in (1, 2, 5, 10) if step * power >= exact * (1 - 1e-9))
    first = math.floor(low / width)
    count = math.floor(high / width) - first + 1
    return [(first + place) * width for place in range(-1, count + 2)]


def _distribution_data(
    shown: Sequence[Comparison], say: Words
) -> tuple[tuple[Row, ...], list[str]]:
    rows, sentences = [], []
    for one in shown:
        facts = one.facts()
        means = [facts.get(f"gemiddelde.{group}") for group in ("experiment", "control")]
        if not all(isinstance(mean, Mean) for mean in means):
            continue
        first, second = (mean for mean in means if isinstance(mean, Mean))
        label, unit = one.declared.label, one.declared.unit
        rows.append(Row(with_unit(label, unit, say), (cell(first), cell(second))))
        sentences.append(say("noot-gemiddelden", label=label, experiment=first, control=second))
    return tuple(rows), sentences


def balance(result: Balance, study: Study) -> Display:
    """Draw the standardised differences between the groups, with the limit of what is small."""
    import seaborn as sns
    from matplotlib.ticker import MaxNLocator

    known, say = result.measured, Words(study)
    sizes, places = [one.smd for one in known], range(len(known))
    limit = result.facts()["grens"]
    with house_style():
        labels = ["\n".join(fold(one.declared.label, LABELS)) for one in known]
        lines = sum(label.count("\n") for label in labels)
        figure, ((axes,),) = new_figure(0.3 * len(known) + LINE * lines + 0.55)
        axes.axvspan(0, IMBALANCE, color=PALE_BLUE, alpha=0.25, linewidth=0)
        axes.axvline(IMBALANCE, color=MUTED, linewidth=0.8, linestyle=(0, (4, 3)))
        colours = [INK if one.imbalanced else BLUE for one in known]
        sns.scatterplot(
            x=sizes, y=list(places), c=colours, s=42, legend=False, ax=axes, zorder=3, clip_on=False
        )
        for place, one in zip(places, known, strict=True):
            # In a column of their own: beside its point a number may lie across the limit.
            axes.annotate(
                printed(one.facts()["smd"]),
                (1, place),
                (8, 0),
                xycoords=("axes fraction", "data"),
                textcoords="offset points",
                va="center",
            )
        axes.set_xlim(0, max(0.16, 1.08 * max(sizes, default=0)))
        axes.set_ylim(len(known) - 0.5, -0.5)
        axes.set_yticks(places, labels)
        axes.set_xlabel(say("as-smd"))
        axes.set_ylabel("")
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
        axes.xaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
        axes.xaxis.set_major_formatter(lambda value, _: decimal(value, 2))
        svg = to_svg(figure)
    rows = tuple(Row(one.declared.label, (printed(one.facts()["smd"]),)) for one in known)
    above = [small(one.declared.label) for one in result.comparisons if one.imbalanced]
    apart = [small(one.declared.label) for one in result.comparisons if math.isinf(one.smd)]
    notes = [say("noot-grens", grens=limit)]
    if apart:
        notes.append(say("noot-niet-getekend", kenmerken=apart))
    return Display(
        "figure",
        say("figuur-balans"),
        (Column(say("kolom-kenmerk"), align="left"), Column(say("kolom-smd"))),
        rows,
        tuple(notes),
        source(study, say),
        svg=svg,
        alt=say(
            "figuur-balans-alt",
            aantal=len(known),
            grens=limit,
            boven=len(above),
            kenmerken=above,
        ),
    )
