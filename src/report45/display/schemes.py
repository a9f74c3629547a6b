"""The flow of participants as a scheme of boxes and arrows, after CONSORT."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from report45.analysis.flow import Flow
from report45.display.bundle import Column, Display, Row
from report45.display.style import GROUPS, INK, MUTED, SIZE, WIDTH, house_style, to_svg
from report45.display.tables import source
from report45.facts import Count
from report45.study.load import Study
from report45.wording.numbers import cell

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LINE = 0.16
"""Inches a line of text takes."""
_GAP = 0.28
_BOX = 0.46 * WIDTH
_INSET = 0.1


@dataclass(frozen=True)
class _Box:
    """One box: its lines, where its middle is, and its top and bottom, in inches."""

    lines: tuple[str, ...]
    middle: float
    top: float

    @property
    def bottom(self) -> float:
        return self.top - (len(self.lines) + 0.9) * _LINE


def flow(result: Flow, study: Study) -> Display:
    """Draw how both groups went from allocation to the end.

    Parameters
    ----------
    result : Flow
    study : Study

    Returns
    -------
    Display
        A scheme with the counts as its data.
    """
    import matplotlib.pyplot as plt

    rows = _rows(result, study)
    columns = [_experiment(result, study), _control(result, study)]
    middles = (0.24 * WIDTH, 0.755 * WIDTH)
    with house_style():
        boxes = [_stack(texts, middle) for texts, middle in zip(columns, middles, strict=True)]
        total = f"{cell(Count(result.n.total))} {study.config.terms.persons} toegewezen"
        start = _Box((total,), WIDTH / 2, 0)
        lowest = min(stack[-1].bottom for stack in boxes)
        figure, axes = plt.subplots(figsize=(WIDTH, -lowest + 0.05))
        axes.set_xlim(0, WIDTH)
        axes.set_ylim(lowest - 0.03, 0.03)
        axes.axis("off")
        _draw(axes, start, MUTED)
        for stack, group in zip(boxes, ("experiment", "control"), strict=True):
            _arrow(axes, start, stack[0])
            for above, below in pairwise(stack):
                _arrow(axes, above, below)
            for box in stack:
                _draw(axes, box, GROUPS[group])
        svg = to_svg(figure)
    sentences = " ".join(f"{row.header}: {row.cells[0]}." for row in rows)
    return Display(
        "schema",
        "Verloop van beide groepen",
        (Column("Stap", align="left"), Column(study.config.terms.persons.capitalize())),
        rows,
        (),
        source(study),
        svg=svg,
        alt=f"Stroomschema van toewijzing tot einde. {sentences}",
    )


def _experiment(result: Flow, study: Study) -> list[list[str]]:
    terms = study.config.terms
    out = [one for one in result.routes if one.declared.stage == "out"]
    ended = [one for one in result.routes if one.declared.stage == "ended"]
    done = [one for one in result.routes if one.declared.stage == "done"]
    not_part = sum(one.count for one in out)
    return [
        [f"{terms.experiment.capitalize()}: {result.n.experiment}"],
        [f"Niet deelgenomen: {not_part}"] + [f"– {one.declared.label}: {one.count}" for one in out],
        [f"Deelgenomen: {result.participated}"],
        [f"Voortijdig beëindigd: {result.in_stage('ended')}"]
        + [f"– {one.declared.label}: {one.count}" for one in ended],
        [f"Verder in het traject: {result.in_stage('done')}"]
        + [f"– {one.declared.label}: {one.count}" for one in done],
    ]


def _control(result: Flow, study: Study) -> list[list[str]]:
    boxes = [[f"{study.config.terms.control.capitalize()}: {result.n.control}"]]
    boxes.append([f"Toch deelgenomen: {result.crossovers}"])
    if result.endings is not None:
        ended = result.endings
        lines = [f"Uitkering beëindigd: {ended.ended.control}"]
        if ended.classified:
            work = ended.meaning("work").control
            maybe = ended.meaning("possible").control
            other = ended.meaning("other").control
            none = ended.meaning("none").control
            lines += [f"– werk: {work}", f"– mogelijk werk: {maybe}", f"– geen werk: {other}"]
            lines += [f"– geen reden vermeld: {none}"] if none else []
        boxes.append(lines)
        boxes.append([f"Uitkering loopt nog: {result.n.control - ended.ended.control}"])
    return boxes


def _rows(result: Flow, study: Study) -> tuple[Row, ...]:
    """The same numbers as a list, for those who cannot see the scheme."""
    rows = [Row("Toegewezen", (cell(Count(result.n.total)),), "total")]
    for texts in (_experiment(result, study), _control(result, study)):
        for box in texts:
            for place, line in enumerate(box):
                label, _, number = line.rpartition(": ")
                header = label.removeprefix("– ")
                header = header[:1].upper() + header[1:]
                rows.append(Row(header, (number,), "body" if place else "total"))
    return tuple(rows)


def _stack(texts: list[list[str]], middle: float) -> list[_Box]:
    top = -(1.9 * _LINE) - _GAP - 0.05
    boxes = []
    for lines in texts:
        wrapped = [
            part for place, line in enumerate(lines) for part in _wrap(line, bold=place == 0)
        ]
        box = _Box(tuple(wrapped), middle, top)
        boxes.append(box)
        top = box.bottom - _GAP
    return boxes


def _wrap(line: str, *, bold: bool) -> list[str]:
    """Break a line where the box ends, by the width of its letters."""
    parts: list[str] = []
    for word in line.split(" "):
        longer = f"{parts[-1]} {word}" if parts else word
        if parts and _width(longer, bold=bold) > _BOX - 2 * _INSET:
            parts.append(f"   {word}" if line[0] == "–" else word)
        else:
            parts[-1:] = [longer]
    return parts


def _width(text: str, *, bold: bool) -> float:
    """Inches a text takes in the type of the figure."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath

    weight = "bold" if bold else "normal"
    path = TextPath((0, 0), text, size=SIZE, prop=FontProperties(weight=weight))
    return float(path.get_extents().width) / 72


def _draw(axes: Axes, box: _Box, colour: str) -> None:
    from matplotlib.patches import FancyBboxPatch

    width, height = _BOX, box.top - box.bottom
    axes.add_patch(
        FancyBboxPatch(
            (box.middle - width / 2, box.bottom),
            width,
            height,
            boxstyle="round,pad=0,rounding_size=0.05",
            facecolor="white",
            edgecolor=colour,
            linewidth=1,
        )
    )
    for place, line in enumerate(box.lines):
        axes.text(
            box.middle - width / 2 + _INSET,
            box.top - (place + 0.95) * _LINE,
            line,
            va="center",
            color=INK,
            fontweight="bold" if place == 0 else "normal",
        )


def _arrow(axes: Axes, above: _Box, below: _Box) -> None:
    axes.annotate(
        "",
        (below.middle, below.top),
        (above.middle, above.bottom),
        arrowprops={
            "arrowstyle": "-|>",
            "color": MUTED,
            "linewidth": 0.9,
            "shrinkA": 0,
            "shrinkB": 0,
        },
    )
