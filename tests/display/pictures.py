"""Measures a figure as it is drawn: what overlaps, and what leaves the picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any
from unittest.mock import patch

import matplotlib.pyplot as plt
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from report45.display.bundle import Display
from report45.display.style import WIDTH, house_style

_TOUCH = 0.5
"""Pixels by which boxes may touch: letters are drawn well within the box of their line."""


def drawn(draw: Callable[[], Display]) -> Figure:
    """Draw a display and give its figure."""
    figures: list[Figure] = []
    with patch.object(plt, "close", figures.append):
        draw()
    (figure,) = figures
    plt.close(figure)
    return figure


def faults(figure: Figure) -> list[str]:
    """Say what overlaps in a figure and what leaves it; nothing for a sound one."""
    with house_style():
        found = []
        if abs(figure.get_figwidth() - WIDTH) > 1e-6:
            found.append(f"the figure is {figure.get_figwidth()} inches wide")
        texts = [(one.get_text(), _shrunk(one.get_window_extent())) for one in _texts(figure)]
        page = figure.bbox.padded(_TOUCH)
        for said, box in texts:
            if not (page.x0 <= box.x0 and box.x1 <= page.x1):
                found.append(f"{said!r} leaves the figure at the side")
            if not (page.y0 <= box.y0 and box.y1 <= page.y1):
                found.append(f"{said!r} leaves the figure above or below")
            found += [f"{said!r} lies across {name}" for name in _crossed(figure, box)]
        for (first, one), (second, other) in combinations(texts, 2):
            if one.overlaps(other):
                found.append(f"{first!r} overlaps {second!r}")
    return found


def _shrunk(box: Bbox) -> Bbox:
    return Bbox.from_extents(
        box.x0 + _TOUCH, box.y0 + _TOUCH, max(box.x1, box.x0 + 2) - _TOUCH, box.y1 - _TOUCH
    )


def _texts(figure: Figure) -> list[Text]:
    """Give every text that is really drawn: not the labels of ticks beyond an axis."""
    found: list[Text] = []
    draw = Text.draw

    def noting(text: Text, *rest: Any) -> None:
        if text.get_visible() and text.get_text().strip():
            found.append(text)
        draw(text, *rest)

    with patch.object(Text, "draw", noting):
        FigureCanvasAgg(figure).draw()
    return found


def _crossed(figure: Figure, box: Bbox) -> Iterator[str]:
    for axes in figure.axes:
        if not axes.get_visible():
            continue
        for line in axes.findobj(Line2D):
            assert isinstance(line, Line2D)
            if line in axes.lines and line.get_visible() and line.get_linestyle() != "None":
                path = line.get_transform().transform_path(line.get_path())
                if path.intersects_bbox(box, filled=False):
                    yield f"a line ({line.get_linestyle()})"
        for name, spine in axes.spines.items():
            if axes.axison and spine.get_visible() and spine.get_window_extent().overlaps(box):
                yield f"the {name} axis"
        for patch_ in axes.patches:
            edges = patch_.get_window_extent()
            if isinstance(patch_, FancyBboxPatch):
                inside = edges.containsx(box.x0) and edges.containsx(box.x1)
                inside = inside and edges.containsy(box.y0) and edges.containsy(box.y1)
                if edges.overlaps(box) and not inside:
                    yield "the edge of a box"
            elif isinstance(patch_, Rectangle) and patch_.get_alpha() is None:
                yield from ["a bar"] if edges.overlaps(box) else []
        for arrow in axes.findobj(FancyArrowPatch):
            assert isinstance(arrow, FancyArrowPatch)
            shaft: Path = arrow.get_transform().transform_path(arrow.get_path())
            if shaft.intersects_bbox(box, filled=False):
                yield "an arrow"
