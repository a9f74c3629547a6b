"""One house style for every figure: colours, type, and SVG that is the same every time."""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from report45.checkout import TEMPLATES
from report45.study.people import Terms

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

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
LINE = 0.16
"""Inches a line of text takes."""
LABELS = 2.3
"""Inches that labels beside bars or points may take."""
_SEMIBOLD = 600


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
    for file in sorted((TEMPLATES / "fonts").glob("SourceSans3-*.ttf")):
        fontManager.addfont(file)
    own = fontManager.ttflist[len(others) :]
    # The page's bold is a semibold; matplotlib would tell of it every time.
    fontManager.ttflist[:] = others + [
        replace(one, weight="bold") if one.weight == _SEMIBOLD else one for one in own
    ]


def text_width(text: str, *, bold: bool = False) -> float:
    """Give the inches a text takes in the type of the figures; inside :func:`house_style`."""
    return sum(_advance(letter, bold=bold) for letter in text)


@functools.cache
def _advance(letter: str, *, bold: bool) -> float:
    from matplotlib.font_manager import FontProperties, findfont, get_font
    from matplotlib.ft2font import LoadFlags

    font = get_font(findfont(FontProperties(weight="bold" if bold else "normal")))
    if not font.get_char_index(ord(letter)):
        return SIZE / 72  # drawn by whoever shows it, in a font of theirs; few signs are wider
    font.set_size(SIZE, 72)
    return float(font.load_char(ord(letter), flags=LoadFlags.NO_HINTING).linearHoriAdvance) / (
        65536 * 72
    )


def fold(text: str, room: float, *, bold: bool = False, indent: str = "") -> list[str]:
    """Break a text into lines that fit, between words and else within them.

    Parameters
    ----------
    text : str
    room : float
        Inches.
    bold : bool
    indent : str
        Before every line but the first.

    Returns
    -------
    list of str
        At least one line.
    """
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if not lines or text_width(longer, bold=bold) > room:
            lines.append(f"{indent}{word}" if lines else word)
        else:
            lines[-1] = longer
        while text_width(lines[-1], bold=bold) > room and len(lines[-1]) > len(indent) + 2:
            lines[-1:] = _broken(lines[-1], room, indent, bold=bold)
    return lines


def _broken(line: str, room: float, indent: str, *, bold: bool) -> tuple[str, str]:
    """Break a word that is wider than the room as late as it fits, with a hyphen."""
    end = len(line) - 1
    while end > len(indent) + 1 and text_width(f"{line[:end]}-", bold=bold) > room:
        end -= 1
    return f"{line[:end]}-", f"{indent}{line[end:]}"


def name_groups(figure: Figure, terms: Terms) -> None:
    """Name the groups above a figure, in their own colours, instead of in a legend."""
    lines = [
        (line, GROUPS[group])
        for group in GROUPS
        for line in fold(getattr(terms, group), WIDTH - 0.2, bold=True)
    ]
    height = figure.get_figheight() + len(lines) * LINE
    figure.set_figheight(height)
    for place, (line, colour) in enumerate(lines):
        at = 1 - (place + 0.75) * LINE / height
        figure.text(0.1 / WIDTH, at, line, color=colour, fontweight="bold", va="center")
    figure.set_layout_engine(_layout(top=1 - (len(lines) + 0.3) * LINE / height))


def _layout(top: float = 1) -> ConstrainedLayoutEngine:
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    return ConstrainedLayoutEngine(w_pad=0.04, h_pad=0.04, rect=(0, 0, 1, top))


def new_figure(height: float, lines: int = 1, columns: int = 1) -> tuple[Figure, Any]:
    """Give a figure as wide as the page, whatever stands in it, and its axes."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(
        lines, columns, figsize=(WIDTH, height), squeeze=False, layout=_layout()
    )
    return figure, axes


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
    figure.savefig(buffer, format="svg", metadata={"Date": None})
    plt.close(figure)
    return re.sub(r"^.*?(?=<svg)", "", buffer.getvalue(), flags=re.DOTALL).strip()
