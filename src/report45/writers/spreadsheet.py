"""A table of a publication as a file that a spreadsheet opens."""

from __future__ import annotations

import base64
import csv
import io
import re
from collections.abc import Mapping
from typing import Any

_SPACES = re.compile("[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}]")
_NEGATIVE = re.compile("[-\N{MINUS SIGN}]([0-9.,]+%?)$")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_address(table: Mapping[str, Any]) -> str:
    """Give a table as an address that holds the whole file, so that nothing is asked for.

    Parameters
    ----------
    table : mapping
        The structured table of a display.

    Returns
    -------
    str
        A ``data:`` address of :func:`csv_text` in UTF-8 with a byte order mark, by which Excel
        knows it.
    """
    content = base64.b64encode(csv_text(table).encode("utf-8-sig")).decode()
    return f"data:text/csv;charset=utf-8;base64,{content}"


def csv_text(table: Mapping[str, Any]) -> str:
    """Write a table as a Dutch Excel reads it: semicolons, and cells as they are printed.

    Parameters
    ----------
    table : mapping
        The structured table of a display.

    Returns
    -------
    str
        Lines that end in CR LF (RFC 4180); no cell can start a formula.
    """
    head = [
        column["label"] + (f" (n = {column['n']})" if column["n"] is not None else "")
        for column in table["columns"]
    ]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in [head, *([one["header"], *one["cells"]] for one in table["rows"])]:
        writer.writerow([_cell(cell) for cell in [*row, *[""] * (len(head) - len(row))]])
    return out.getvalue()


def _cell(text: str) -> str:
    """Write a number as a spreadsheet has it, and keep text from being a formula."""
    written = _SPACES.sub(" ", text)
    if number := _NEGATIVE.match(written):
        return f"-{number[1]}"
    return f"'{written}" if written.startswith(_FORMULA) else written
