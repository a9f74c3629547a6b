"""One house style for every figure: colours, type, and SVG that is the same every time."""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
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

FONT = "Source Sans 3"
SIZE = 8.5
"""Points."""
_SEMIBOLD = 600
_FONTS = Path(__file__).resolve().parents[3] / "report_templates" / "fonts"


@contextmanager
def house_style() -> Iterator[None]:
    """Draw in house style inside the ``with`` block, and leave no setting behind."""
    import matplotlib as mpl
    import seaborn as sns

    _register_fonts()
    settings: dict[Any, Any] = {
        "svg.hashsalt": "report45",
        "svg.fonttype": "path",
        "font.family": "sans-serif",
        "font.sans-serif": [FONT, "DejaVu Sans"],
        "font.size": SIZE,
        "text.parse_math": False,  # a label that says $5 is no formula
        "axes.edgecolor": RULE,
        "axes.labelcolor": MUTED,
        "axes.labelsize": SIZE,
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


@functools.cache
def _register_fonts() -> None:
    """Let figures have the type of the page, from the repository and from nowhere else."""
    from dataclasses import replace

    from matplotlib.font_manager import fontManager

    # A font of this name that the machine has would be found first.
    others = [one for one in fontManager.ttflist if one.name != FONT]
    fontManager.ttflist[:] = others
    for file in sorted(_FONTS.glob("SourceSans3-*.ttf")):
        fontManager.addfont(file)
    own = fontManager.ttflist[len(others) :]
    # The page's bold is a semibold; matplotlib would tell of it every time.
    fontManager.ttflist[:] = others + [
        replace(one, weight="bold") if one.weight == _SEMIBOLD else one for one in own
    ]


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
