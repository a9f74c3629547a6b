"""Bars that carry their own numbers: how every share of one group is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from report45.display.style import WIDTH, house_style, to_svg
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
    import matplotlib.pyplot as plt
    import seaborn as sns

    with house_style():
        figure, axes = plt.subplots(figsize=(WIDTH, 0.36 * len(labels) + 0.25))
        sns.barplot(
            x=[share.count for share in shares],
            y=labels,
            hue=labels,
            palette=dict(zip(labels, colours, strict=True)),
            legend=False,
            saturation=1,
            width=0.68,
            ax=axes,
        )
        for place, share in enumerate(shares):
            beside(axes, f"{cell(Count(share.count))} ({cell(share)})", (share.count, place))
        _only_labels(axes, max(share.count for share in shares))
        return to_svg(figure)


def beside(axes: Axes, text: str, point: tuple[float, float | str]) -> None:
    """Write a number just right of what it belongs to."""
    axes.annotate(text, point, (6, 0), textcoords="offset points", va="center")


def _only_labels(axes: Axes, largest: float) -> None:
    """Leave out every axis: the bars carry their own numbers."""
    axes.set_xlim(0, 1.18 * max(largest, 1))
    axes.set_xlabel("")
    axes.set_ylabel("")
    axes.xaxis.set_visible(False)
    axes.tick_params(axis="y", length=0)
    for side in ("bottom", "left"):
        axes.spines[side].set_visible(False)
