"""What differs in a table or figure: its cells, what stands around it, or only its drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from report45.releases.diff.printed import FactChange, is_printed, says
from report45.releases.diff.units import Unit

Table = tuple[tuple[str, ...], ...]

_AROUND = ("caption", "notes", "source", "alt", "text", "role")


@dataclass(frozen=True)
class CellChange:
    """A cell that changed; of a row or column that came or went, one side is empty.

    Parameters
    ----------
    row, column : str
        Their headers.
    old, new : str
        What stood and stands in it.
    facts : tuple of str
        Paths of the facts that were and are printed in it.
    """

    row: str
    column: str
    old: str
    new: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class DisplayChange:
    """A table, figure, scheme or quotation that changed, went or came.

    Parameters
    ----------
    section : str
        The heading it stands under.
    kind, id, label, caption : str
        What it is, its anchor, its number and its title.
    state : str
        ``changed``, ``gone`` or ``new``.
    cells : tuple of CellChange
        Of the table, or of a figure's data.
    around : tuple of (str, str, str)
        What else it says: which text (``label``, ``caption``, ``note`` …), as it was, as it is.
    redrawn : bool
        Whether its picture differs.
    facts : tuple of str
        Paths of the facts that touch it.
    """

    section: str
    kind: str
    id: str
    label: str
    caption: str
    state: str
    cells: tuple[CellChange, ...] = ()
    around: tuple[tuple[str, str, str], ...] = ()
    redrawn: bool = False
    facts: tuple[str, ...] = ()


def display_change(
    old: Unit | None,
    new: Unit | None,
    stated: Sequence[FactChange],
    changed: Mapping[str, FactChange],
) -> DisplayChange | None:
    """Compare a display with what it was.

    Parameters
    ----------
    old, new : Unit or None
        At least one of them.
    stated : sequence of FactChange
        The changed facts that its cell states with it.
    changed : mapping of str to FactChange
        All of them.

    Returns
    -------
    DisplayChange or None
        None when it is the same.
    """
    unit = new or old
    if unit is None or unit.written is None:
        return None
    about = (unit.section, unit.written["kind"], unit.id, unit.label, unit.text)
    if old is None or new is None or old.written is None or new.written is None:
        state = "gone" if new is None else "new"
        return DisplayChange(*about, state, facts=tuple(one.path for one in stated))
    every = stated or [one for one in changed.values() if _of(one, unit.written["chapter"])]
    cells = tuple(_cells(_table(old.written), _table(new.written), every))
    around = tuple(_around(old, new))
    redrawn = old.written.get("svg") != new.written.get("svg")
    if not (cells or around or redrawn):
        return None
    named = {path for cell in cells for path in cell.facts}
    named |= {one.path for one in every for _, was, now in around if says(one, was, now)}
    touching = [one.path for one in every if one.path in named]
    facts = tuple(touching) or tuple(one.path for one in stated)
    return DisplayChange(*about, "changed", cells, around, redrawn, facts)


def _of(change: FactChange, chapter: str) -> bool:
    return change.path.startswith(f"{chapter}.")


def _around(old: Unit, new: Unit) -> Iterator[tuple[str, str, str]]:
    if old.label != new.label:
        yield "label", old.label, new.label
    for name in _AROUND:
        was, now = (_lines((one.written or {}).get(name, "")) for one in (old, new))
        for before, after in _beside(was, now):
            yield name.removesuffix("s"), before, after


def _lines(value: Any) -> list[str]:
    return list(value) if isinstance(value, list) else [value] if value else []


def _beside(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    match = SequenceMatcher(None, old, new, autojunk=False)
    for kind, i1, i2, j1, j2 in match.get_opcodes():
        if kind != "equal":
            was, now = list(old[i1:i2]), list(new[j1:j2])
            longest = max(len(was), len(now))
            blank = [""] * longest
            yield from zip((was + blank)[:longest], (now + blank)[:longest], strict=True)


def _table(written: Mapping[str, Any]) -> Table:
    """Give a table with its header as the first row, and row headers as the first column."""
    table = written.get("table")
    if table is None:
        return ()
    head = tuple(
        one["label"] + (f" (n={one['n']})" if one["n"] is not None else "")
        for one in table["columns"]
    )
    return (head, *((row["header"], *row["cells"]) for row in table["rows"]))


def _cells(old: Table, new: Table, facts: Iterable[FactChange]) -> Iterator[CellChange]:
    facts = tuple(facts)
    if not (old or new):
        return
    for before, after in _rows(old, new):
        head = (new or old)[0]
        row = "" if before in old[:1] else (after or before)[0]
        for place in range(max(len(before), len(after))):
            was, now = _at(before, place), _at(after, place)
            if was != now:
                # a cell such as 17 (8%) holds more than one
                whole = [one.path for one in facts if is_printed(one, was, now)]
                found = whole or [one.path for one in facts if says(one, was, now)]
                yield CellChange(row, _at(head, place), was, now, tuple(found))


def _at(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _rows(old: Table, new: Table) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Set rows beside each other: the header, then by their own headers."""
    yield old[:1][0] if old else (), new[:1][0] if new else ()
    match = SequenceMatcher(
        None, [row[0] for row in old[1:]], [row[0] for row in new[1:]], autojunk=False
    )
    for kind, i1, i2, j1, j2 in match.get_opcodes():
        was, now = old[1:][i1:i2], new[1:][j1:j2]
        if kind == "equal":
            yield from zip(was, now, strict=True)
        else:
            yield from ((row, ()) for row in was)
            yield from (((), row) for row in now)
