"""Excel workbooks, written by openpyxl and changed as other programs write them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

SHEET = "xl/worksheets/sheet1.xml"


def book(
    path: Path,
    rows: Sequence[Sequence[object]],
    prepare: Callable[[Worksheet], object] = lambda _: None,
    title: str = "Blad1",
) -> Path:
    """Write one sheet, and let it be prepared before it is saved."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    prepare(sheet)
    made.save(path)
    return path


def change(path: Path, part: str, old: str, new: str) -> Path:
    """Change a part by a regular expression that occurs in it."""

    def changed(text: str) -> str:
        assert re.search(old, text), (part, old, text[:2000])
        return re.sub(old, new, text)

    return rewrite(path, {part: changed})


def rewrite(path: Path, changes: Mapping[str, Callable[[str], str]]) -> Path:
    """Write a workbook again with some of its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts: dict[str, Any] = {name: archive.read(name) for name in archive.namelist()}
    for name, made in changes.items():
        parts[name] = made(parts.get(name, b"").decode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path
