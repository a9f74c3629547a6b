"""The flow of both groups as a scheme of boxes and arrows.

After CONSORT (Hopewell et al. 2025, The Lancet 405:1633): a trunk of those who remain, and beside
it whoever left, so that every box of the trunk is the one above it less those beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from report45.analysis.flow import Flow
from report45.display.bundle import Column, Display, Row
from report45.display.style import GROUPS, INK, LINE, MUTED, WIDTH, fold, house_style, to_svg
from report45.display.tables import source
from report45.display.words import Words
from report45.facts import Count
from report45.study.load import Study
from report45.wording.numbers import cell
from report45.wording.phrases import hoofdletter, small

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_GAP = 0.2
_ARM = 0.485 * WIDTH
"""Inches a group may take."""
_BESIDE = 0.62
"""Inches from the edge of a trunk to the boxes beside it."""
_TRUNK = 0.3
_INSET = 0.1
_MEANINGS = ("work", "possible", "other", "none")
"""What an ending may mean, in the order shown."""


@dataclass(frozen=True)
class Step:
    """One box of the scheme.

    Parameters
    ----------
    label : str
        What is counted.
    count : int
        How many.
    parts : tuple of (str, int)
        What the count is made of, or who is among it.
    leaves : bool
        Whether these people leave the trunk here.
    """

    label: str
    count: int
    parts: tuple[tuple[str, int], ...] = ()
    leaves: bool = False

    def lines(self, say: Words) -> tuple[str, ...]:
        """Give the text of the box."""
        return (
            say("stap-aantal", stap=self.label, aantal=cell(Count(self.count))),
            *(say("stap-deel", deel=part, aantal=cell(Count(n))) for part, n in self.parts),
        )


@dataclass(frozen=True)
class _Box:
    """A box on the page: its lines, in bold and not, its left edge, width and top, in inches."""

    head: tuple[str, ...]
    rest: tuple[str, ...]
    left: float
    width: float
    top: float
    leaves: bool = False

    @property
    def bottom(self) -> float:
        return self.top - (len(self.head) + len(self.rest) + 0.9) * LINE


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

    say = Words(study)
    start = Step(say("stap-toegewezen"), result.n.total)
    arms = {"experiment": experiment(result, say), "control": control(result, say)}
    with house_style():
        width = 0.46 * WIDTH
        first = _box(start.lines(say), (WIDTH - width) / 2, width, 0)
        lefts = {"experiment": 0.01, "control": WIDTH - _ARM - 0.01}
        placed = {
            group: _placed(steps, lefts[group], first.bottom - 2 * _GAP, say)
            for group, steps in arms.items()
        }
        lowest = min(boxes[-1].bottom for boxes in placed.values())
        figure = plt.figure(figsize=(WIDTH, 0.06 - lowest))
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, WIDTH)
        axes.set_ylim(lowest - 0.03, 0.03)
        axes.axis("off")
        _draw(axes, first, MUTED)
        _fork(axes, first, [boxes[0] for boxes in placed.values()])
        for group, boxes in placed.items():
            _connect(axes, boxes)
            for box in boxes:
                _draw(axes, box, GROUPS[group])
        svg = to_svg(figure)
    steps = (start, *arms["experiment"], *arms["control"])
    rows = tuple(row for step in steps for row in _rows(step))
    told = (say("stap-aantal", stap=row.header, aantal=row.cells[0]) for row in rows)
    return Display(
        "schema",
        say("schema-verloop"),
        (Column(say("kolom-stap"), align="left"), Column(say("kolom-personen"))),
        rows,
        (),
        source(study, say),
        svg=svg,
        alt=" ".join([say("schema-verloop-alt"), *(f"{one}." for one in told)]),
    )


def experiment(result: Flow, say: Words) -> list[Step]:
    """Follow the experiment group: every step is the one before less those who leave."""
    steps = [Step(say("kolom-experiment"), result.n.experiment)]
    if not result.routes:
        return steps
    steps += _leaving("stap-niet-deelgenomen", result, "out", say)
    if result.without_route:
        steps.append(Step(say("stap-niet-vastgelegd"), result.without_route, leaves=True))
    early, done = _leaving("stap-voortijdig", result, "ended", say), _parts(result, "done")
    took_part = say("stap-deelgenomen")
    if not early:
        return [*steps, Step(took_part, result.participated, done)]
    further = Step(say("stap-verder"), result.in_stage("done"), done)
    return [*steps, Step(took_part, result.participated), *early, further]


def _leaving(name: str, result: Flow, stage: str, say: Words) -> list[Step]:
    """Give who leaves in one stage, if anybody does; a single reason stands in the label."""
    parts, label = _parts(result, stage), say(name)
    if len(parts) == 1:
        ((reason, count),) = parts
        return [Step(say("stap-reden", stap=label, reden=small(reason)), count, leaves=True)]
    return [Step(label, result.in_stage(stage), parts, leaves=True)] if parts else []


def control(result: Flow, say: Words) -> list[Step]:
    """Follow the control group. Who took part all the same stays in it."""
    among = ((say("stap-toch"), result.crossovers),) if result.crossovers else ()
    steps = [Step(say("kolom-controle"), result.n.control, among)]
    if result.endings is None:
        return steps
    ended = result.endings
    counted = [(one, ended.meaning(one).control) for one in _MEANINGS if ended.classified]
    parts = tuple((say("stap-einde", reden=one), count) for one, count in counted if count)
    if ended.ended.control:
        steps.append(Step(say("stap-beeindigd"), ended.ended.control, parts, leaves=True))
    steps.append(Step(say("stap-loopt"), result.n.control - ended.ended.control))
    return steps


def _parts(result: Flow, stage: str) -> tuple[tuple[str, int], ...]:
    return tuple(
        (one.declared.label, one.count)
        for one in result.routes
        if one.declared.stage == stage and one.count
    )


def _rows(step: Step) -> list[Row]:
    """The same numbers as a list, for those who cannot see the scheme."""
    rows = [Row(step.label, (cell(Count(step.count)),), "total")]
    return rows + [Row(hoofdletter(label), (cell(Count(n)),)) for label, n in step.parts]


def _placed(steps: Sequence[Step], left: float, top: float, say: Words) -> list[_Box]:
    """Give each step its place: below the one before, and further in when people leave."""
    boxes = []
    for step in steps:
        inward = _BESIDE if step.leaves else 0.0
        width = _ARM - inward
        box = _box(step.lines(say), left + inward, width, top, leaves=step.leaves)
        boxes.append(box)
        top = box.bottom - _GAP
    return boxes


def _box(
    lines: Sequence[str], left: float, width: float, top: float, *, leaves: bool = False
) -> _Box:
    """Make a box, its lines broken where it ends."""
    head, *parts = lines
    room = width - 2 * _INSET
    rest = (line for part in parts for line in fold(part, room, indent="   "))
    return _Box(tuple(fold(head, room, bold=True)), tuple(rest), left, width, top, leaves)


def _draw(axes: Axes, box: _Box, colour: str) -> None:
    from matplotlib.patches import FancyBboxPatch

    axes.add_patch(
        FancyBboxPatch(
            (box.left, box.bottom),
            box.width,
            box.top - box.bottom,
            boxstyle="round,pad=0,rounding_size=0.05",
            facecolor="white",
            edgecolor=colour,
            linewidth=1,
            linestyle=(0, (3, 2)) if box.leaves else "solid",
        )
    )
    for place, line in enumerate((*box.head, *box.rest)):
        axes.text(
            box.left + _INSET,
            box.top - (place + 0.95) * LINE,
            line,
            va="center",
            color=INK,
            fontweight="bold" if place < len(box.head) else "normal",
        )


def _fork(axes: Axes, start: _Box, heads: Sequence[_Box]) -> None:
    """Lead from the box of all people to the first of each group."""
    middle, level = start.left + start.width / 2, start.bottom - _GAP
    ends = [head.left + _TRUNK for head in heads]
    axes.plot([middle, middle], [start.bottom, level], color=MUTED, linewidth=0.9)
    axes.plot([min(ends), max(ends)], [level, level], color=MUTED, linewidth=0.9)
    for end, head in zip(ends, heads, strict=True):
        _arrow(axes, (end, level), (end, head.top))


def _connect(axes: Axes, boxes: Sequence[_Box]) -> None:
    """Lead down the trunk, and aside to whoever leaves."""
    above = boxes[0]
    trunk = above.left + _TRUNK
    for place, box in enumerate(boxes[1:], start=1):
        if not box.leaves:
            _arrow(axes, (trunk, above.bottom), (trunk, box.top))
            above = box
            continue
        level = (box.top + box.bottom) / 2
        if all(one.leaves for one in boxes[place:]):
            axes.plot([trunk, trunk], [above.bottom, level], color=MUTED, linewidth=0.9)
        _arrow(axes, (trunk, level), (box.left, level))


def _arrow(axes: Axes, begin: tuple[float, float], end: tuple[float, float]) -> None:
    style = {"arrowstyle": "-|>", "color": MUTED, "linewidth": 0.9, "shrinkA": 0, "shrinkB": 0}
    axes.annotate("", end, begin, arrowprops=style)
