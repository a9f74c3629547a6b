"""All facts of a study in one file, and the command that lists them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from report45.chapters.executed import Chapter

FILE = "facts.json"

Written = Mapping[str, Any]


def write_facts(chapters: Sequence[Chapter], digest: str, path: Path) -> None:
    """Write all facts of executed chapters, in the order they were stated.

    Parameters
    ----------
    chapters : sequence of Chapter
    digest : str
        Of the data the chapters were executed on.
    path : Path
        The file.
    """
    stated = [dict(one.written) for chapter in chapters for one in chapter.facts.values()]
    whole = {"study": chapters[0].study, "digest": digest, "facts": stated}
    path.write_text(_by_line(whole), encoding="utf-8")


def _by_line(whole: dict[str, Any]) -> str:
    """JSON with a fact on each line: Python writes no other indentation in good time."""
    stated = ",\n".join(json.dumps(one, ensure_ascii=False) for one in whole["facts"])
    head = json.dumps({**whole, "facts": []}, ensure_ascii=False)
    return f"{head.removesuffix(']}')}\n{stated}\n]}}\n"


def print_facts(facts: Sequence[Written], grep: str = "", *, as_json: bool = False) -> None:
    """Print facts as a table, or as JSON.

    Parameters
    ----------
    facts : sequence of mapping
    grep : str
        Keep those whose path or printed text holds this, whatever the case.
    as_json : bool
        Print a JSON array.
    """
    wanted = grep.lower()
    kept = [one for one in facts if wanted in f"{one['path']} {one['text']}".lower()]
    if as_json:
        print(json.dumps(kept, ensure_ascii=False, indent=1))
        return
    lines = [("path", "kind", "value", "base", "text")]
    lines += [
        (one["path"], one["kind"], _short(one["value"]), _short(one.get("base")), one["text"])
        for one in kept
    ]
    widths = [max(len(line[place]) for line in lines) for place in range(4)]
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=False))
        print("  ".join([*cells, line[4]]).rstrip())


def _short(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, list):
        return " - ".join(_short(one) for one in value)
    text = str(value)
    return text if len(text) <= 24 else text[:23] + "…"
