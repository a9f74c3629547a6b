"""What differs between two releases, as plain text for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from report45.releases.diff.changes import Change, ReleaseDifference, TextChange
from report45.releases.diff.displays import DisplayChange
from report45.releases.diff.printed import FactChange, base_of, text_of


def as_text(difference: ReleaseDifference) -> str:
    """Write a difference as plain text.

    Parameters
    ----------
    difference : ReleaseDifference

    Returns
    -------
    str
        What there is to see first, and last the facts that print as they did.
    """
    lines = [f"from {difference.old}", f"to   {difference.new}"]
    seen = [one for one in difference.facts if one.seen]
    hidden = [one for one in difference.facts if not one.seen]
    lines += [f"input {name} differs" for name in difference.inputs]
    lines += [f"only in one of them: {name}" for name in difference.published]
    lines += _headed(f"facts that print otherwise: {len(seen)}", map(_fact, seen))
    lines += _headed(f"facts that differ and print the same: {len(hidden)}", map(_fact, hidden))
    for name, changes in difference.publications.items():
        lines += _headed(f"{name}: {_counted(changes)}", _publication(changes))
    if not (difference.facts or difference.publications):
        lines += ["", "No fact, sentence, table or figure differs."]
    return "\n".join(lines)


def exact(fact: Mapping[str, Any] | None) -> str:
    """Give what a fact prints, and behind it what it was rounded from."""
    if fact is None:
        return ""
    said, base = text_of(fact), base_of(fact)
    if fact["kind"] == "share":
        return f"{said} ({fact['count']} / {base})"
    behind = [] if fact["kind"] in ("flag", "text", "day", "count") else [_number(fact["value"])]
    behind += [] if base is None else [f"n = {base}"]
    return f"{said} ({'; '.join(behind)})" if behind else said


def _number(value: Any) -> str:
    if isinstance(value, list):
        return " - ".join(_number(one) for one in value)
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _headed(title: str, lines: Iterable[str]) -> list[str]:
    below = [f"  {line}" for line in lines]
    return ["", title, *below] if below else []


def _counted(changes: Iterable[Change]) -> str:
    kinds = [one.kind for one in changes]
    numbers = {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}
    return ", ".join(f"{one} {kind}{'s' if one > 1 else ''}" for kind, one in numbers.items())


def _fact(change: FactChange) -> str:
    if change.old is None:
        return f"{change.path}: new: {exact(change.new)}"
    if change.new is None:
        return f"{change.path}: gone: {exact(change.old)}"
    return f"{change.path}: {exact(change.old)} → {exact(change.new)}"


def _publication(changes: Iterable[Change]) -> Iterator[str]:
    section = None
    for one in changes:
        if one.section != section:
            section = one.section
            yield section
        lines = _text(one) if isinstance(one, TextChange) else _display(one)
        yield from (f"  {line}" for line in lines)
        if one.facts:
            yield f"    because of {', '.join(one.facts)}"
        else:
            yield "    because of no fact: the prose, its setting or its numbering differs"


def _text(change: TextChange) -> Iterator[str]:
    if change.old:
        yield f"- {change.old}"
    if change.new:
        yield f"+ {change.new}"


def _display(change: DisplayChange) -> Iterator[str]:
    how = {"gone": " is gone", "new": " is new"}.get(change.state, "")
    yield f"{change.label or change.kind.capitalize()}: {change.caption}{how}"
    for cell in change.cells:
        place = ", ".join(one for one in (cell.row, cell.column) if one)
        yield f"  {place}: {cell.old or '(nothing)'} → {cell.new or '(nothing)'}"
    for name, old, new in change.around:
        if name != "alt":  # it says what the cells say, at length
            yield f"  {name}: {old or '(nothing)'} → {new or '(nothing)'}"
    if change.redrawn:
        yield "  its picture differs"
