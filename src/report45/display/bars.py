"""Bars that carry their own numbers: how every share of one group is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from report45.display.style import LABELS, LINE, fold, house_style, new_figure, to_svg
from report45.facts import Count, Share
from report45.wording.numbers import cell

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw_bars(labels: Sequence[str], shares: Sequence[Share], colours: Sequence[str]) -> str:
    """Draw horizontal bars in the order given, each with its count and percentage.

    Parameters
    ----------
    labels : sequence of str
    shares : sequence of Share
        Of one group.
    colours : sequence of str

    Returns
    -------
    str
        An ``<svg>`` element.
    """
    import seaborn as sns

    with house_style():
        folded = ["\n".join(fold(label, LABELS)) for label in labels]
        lines = sum(label.count("\n") for label in folded)
        figure, ((axes,),) = new_figure(0.36 * len(labels) + LINE * lines + 0.2)
        places = list(range(len(labels)))
        sns.barplot(
            x=[share.count for share in shares],
            y=places,
            hue=places,
            palette=list(colours),
            orient="h",
            legend=False,
            saturation=1,
            width=0.68,
            ax=axes,
        )
        axes.set_yticks(places, folded)
        for place, share in enumerate(shares):
            beside(axes, f"{cell(Count(share.count))} ({cell(share)})", (share.count, place))
        _only_labels(axes, max(share.count for share in shares))
        return to_svg(figure)


def beside(axes: Axes, text: str, point: tuple[float, float | str]) -> None:
    """Write a number just right of what it belongs to."""
    axes.annotate(text, point, (6, 0), textcoords="offset points", va="center")


def _only_labels(axes: Axes, largest: float) -> None:
    """Leave out every axis: the bars carry their own numbers, for which the layout leaves room."""
    axes.set_xlim(0, max(largest, 1))
    axes.set_xlabel("")
    axes.set_ylabel("")
    axes.xaxis.set_visible(False)
    axes.tick_params(axis="y", length=0)
    for side in ("bottom", "left"):
        axes.spines[side].set_visible(False)
