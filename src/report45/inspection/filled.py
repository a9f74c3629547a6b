"""Rules about what is filled in: how much, in which group, from which row on."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from report45.facts import Share
from report45.inspection.people import People
from report45.inspection.remarks import Remark
from report45.inspection.seen import Mask, Seen
from report45.study.config import StudyConfig
from report45.study.people import GROUPS
from report45.study.schema import claims

if TYPE_CHECKING:
    import numpy.typing as npt

_NEARLY = 0.9
"""Part of the rows from which a column counts as filled in, and what is empty as an exception."""

_LEAST = 10
"""Rows below which nothing can be said of a part."""

_SHORTEST = 5
"""Rows of the shortest run, and the fewest beside it, for chance to be worked out."""

_CODED = ("route", "kind", "reason", "cohort")
"""Columns that may decide whether another is filled in, under our names."""

_EXPECTED: set[tuple[str, str]] = {
    ("benefit_endings", "reason"),
    ("contacts", "kind"),
    ("trajectories", "manager"),
}
"""Columns that a report counts by; an empty cell is in none of the counts."""


def fill_rules(seen: Seen, people: People, config: StudyConfig) -> Iterator[Remark]:
    """Look at what is filled in.

    An empty cell that the code beside it explains (no route: no intake, for nobody) is none to
    remark on.

    Yields
    ------
    Remark
        ``empty-column``: nothing in a column · ``empty-cells``: the empty cells of a column that
        characteristics or outcomes are counted by, or that is otherwise filled in nine times out
        of ten (``deel`` Share filled in) · ``filled-cells``: the few rows with something in a
        column that is empty for all others of their code (``deel``) · ``empty-in-group``: a column
        emptier in one group, by at least a tenth and beyond chance (``experiment``, ``control``
        Share filled in) · ``empty-run``: rows one after another without anything in a column that
        is filled in elsewhere · ``constant-column``: one value for everybody.
    """
    counted = _EXPECTED | {
        (one.table, one.column) for one in claims(config) if one.part != "criteria"
    }
    for name, column in seen.schema.items():
        if name not in seen.frame or not column.empty or name in {"group", "route"}:
            continue
        filled = seen.filled(name)
        if not filled.any():
            if not _may_be_empty(name, config):
                yield seen.whole("empty-column", name)
            continue
        empty, odd = _unexplained(seen, name, filled)
        some = (seen.name, name) in counted
        if some or empty.sum() <= (1 - _NEARLY) * (empty | filled).sum():
            yield from seen.remark("empty-cells", name, empty, deel=_share(filled))
        if name != "end":
            yield from seen.remark("filled-cells", name, odd, deel=_share(filled))
        run = _run(empty, filled)
        yield from seen.remark("empty-run", name, run)
        if (some or column.kind in {"number", "flag"}) and not run.any():
            yield from _by_group(seen, name, filled, people.group_of(seen))
    for name in seen.columns("code", "date", "number", "flag"):
        values = seen.frame[name].dropna()
        asked = (seen.name, name) in counted or seen.schema[name].kind != "code"
        if asked and len(values) >= 2 * _LEAST and (values == values.iloc[0]).all():
            yield seen.whole("constant-column", name)


def _may_be_empty(name: str, config: StudyConfig) -> bool:
    """Whether a criterion demands that a column is empty, or nobody need have ended."""
    return name == "end" or any(
        one.kind == "empty" and one.column == name for one in config.criteria
    )


def _share(filled: Mask) -> Share:
    return Share(int(filled.sum()), len(filled))


def _unexplained(seen: Seen, name: str, filled: Mask) -> tuple[Mask, Mask]:
    """Mark the empty cells and, of a code that is otherwise empty, the filled ones."""
    codes = np.zeros(len(filled), dtype=np.int64)
    by = next((one for one in _CODED if one in seen.frame and one != name), None)
    if by is not None:
        import pandas as pd

        codes = pd.factorize(seen.frame[by])[0] + 1
    n = np.bincount(codes)
    full = np.bincount(codes[filled], minlength=len(n))
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(n > 0, full / n, 1.0)
    barely = (share <= 1 - _NEARLY) & (full > 0) & (n >= _LEAST) & (len(n[n > 0]) > 1)
    empty: Mask = ~filled & (share[codes] > 0) & ~barely[codes]
    odd: Mask = filled & barely[codes]
    return empty, odd


def _run(empty: Mask, filled: Mask) -> Mask:
    """Mark the longest run of empty cells that chance does not explain.

    With a part ``f`` of the other cells filled in, a run of ``k`` among ``n`` rows is expected
    ``n * (1 - f)**k`` times.
    """
    marked = np.zeros(len(empty), dtype=bool)
    rows = np.flatnonzero(empty | filled)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], empty[rows].astype(np.int8), [0]])))
    if not len(edges):
        return marked
    lengths = edges[1::2] - edges[::2]
    longest = int(np.argmax(lengths))
    k, n = int(lengths[longest]), len(rows)
    others = n - k
    if k < _SHORTEST or others < _SHORTEST:
        return marked
    rest = (int(empty[rows].sum()) - k + 0.5) / (others + 1)
    if math.log(n) + k * math.log(rest) < math.log(1e-6):
        marked[rows[edges[2 * longest] : edges[2 * longest] + k]] = True
    return marked


def _by_group(
    seen: Seen, name: str, filled: Mask, group: npt.NDArray[np.object_]
) -> Iterator[Remark]:
    shares = [_share(filled[group == one]) for one in GROUPS]
    first, second = shares
    if first.base < _LEAST or second.base < _LEAST:
        return
    pooled = (first.count + second.count) / (first.base + second.base)
    error = math.sqrt(pooled * (1 - pooled) * (1 / first.base + 1 / second.base))
    apart = abs(first.value - second.value)
    if apart >= 0.1 and apart > 3.29 * error:  # p < 0.001, two-sided
        emptier = GROUPS[0] if first.value < second.value else GROUPS[1]
        where = ~filled & (group == emptier)
        yield from seen.remark("empty-in-group", name, where, experiment=first, control=second)
