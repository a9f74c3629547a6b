"""One house style for every figure: colours, type, and SVG that is the same every time."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

INK = "#1f2933"
MUTED = "#5f6c7b"
RULE = "#d5dbe1"
BLUE = "#1f5a8c"
ORANGE = "#c8641a"
PALE_BLUE = "#a9c6df"
GREY = "#b8c0c8"
GROUPS = {"experiment": BLUE, "control": ORANGE}
"""Told apart by colour-blind readers, and in print by lightness."""

WIDTH = 6.3
"""Inches: the text width of an A4 page."""


@contextmanager
def house_style() -> Iterator[None]:
    """Draw in house style inside the ``with`` block, and leave no setting behind."""
    import matplotlib as mpl
    import seaborn as sns

    settings: dict[Any, Any] = {
        "svg.hashsalt": "report45",
        "svg.fonttype": "path",
        "font.family": "sans-serif",
        "font.sans-serif": ["DejaVu Sans"],
        "font.size": 8.5,
        "axes.edgecolor": RULE,
        "axes.labelcolor": MUTED,
        "axes.labelsize": 8.5,
        "text.color": INK,
        "xtick.color": MUTED,
        "ytick.color": INK,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "figure.dpi": 100,
    }
    with mpl.rc_context(), sns.axes_style("white"):
        mpl.rcParams.update(settings)
        yield


def to_svg(figure: Figure) -> str:
    """Write a figure as SVG without date, and close it.

    Parameters
    ----------
    figure : Figure

    Returns
    -------
    str
        An ``<svg>`` element: same figure, same text.
    """
    import matplotlib.pyplot as plt

    buffer = io.StringIO()
    figure.savefig(
        buffer, format="svg", bbox_inches="tight", pad_inches=0.04, metadata={"Date": None}
    )
    plt.close(figure)
    return re.sub(r"^.*?(?=<svg)", "", buffer.getvalue(), flags=re.DOTALL).strip()
