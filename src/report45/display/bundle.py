"""What a result looks like: one display, written as structured JSON, HTML and plain text."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import Any, Literal

from report45.mime import DISPLAY
from report45.wording.digits import decimal

Kind = Literal["table", "figure", "schema", "markdown", "quote"]
Align = Literal["left", "right"]
Role = Literal["body", "missing", "total", "group"]


@dataclass(frozen=True)
class Column:
    """A table's column: its label, and the number it is about where there is one."""

    label: str
    n: int | None = None
    align: Align = "right"

    @property
    def over(self) -> str | None:
        """The number as it is printed: ``1.240``."""
        return None if self.n is None else decimal(self.n)


@dataclass(frozen=True)
class Row:
    """A table's row: its header and one printed cell for each further column."""

    header: str
    cells: tuple[str, ...]
    role: Role = "body"


@dataclass(frozen=True)
class Display:
    """A table, figure, scheme, story or quotation as a publication will show it.

    Parameters
    ----------
    kind : str
        ``table``, ``figure``, ``schema``, ``markdown`` or ``quote``.
    caption : str
        What it shows, without its number.
    columns : tuple of Column
        The first holds the row headers.
    rows : tuple of Row
        The table, or for a figure the data it draws.
    notes : tuple of str
        Printed below.
    source : str
        Where the data come from.
    svg : str
        The picture of a figure or scheme.
    alt : str
        The picture in one or two sentences.
    markdown : str
        Text of kind ``markdown``; it is data, not a template.
    text, role : str
        A quotation, and who said it.
    """

    kind: Kind
    caption: str = ""
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()
    source: str = ""
    svg: str = field(default="", repr=False)
    alt: str = ""
    markdown: str = field(default="", repr=False)
    text: str = ""
    role: str = ""

    def as_json(self, chapter: str, name: str) -> dict[str, Any]:
        """Write the display as publications read it."""
        written: dict[str, Any] = {"kind": self.kind, "name": name, "chapter": chapter}
        if self.columns:
            written["table"] = {
                "columns": [
                    {"label": one.label, "n": one.over, "align": one.align} for one in self.columns
                ],
                "rows": [
                    {"header": row.header, "cells": list(row.cells), "role": row.role}
                    for row in self.rows
                ],
            }
        for key in ("caption", "notes", "source", "svg", "alt", "markdown", "text", "role"):
            if value := getattr(self, key):
                written[key] = list(value) if isinstance(value, tuple) else value
        return written

    def as_mime(self, chapter: str, name: str) -> dict[str, Any]:
        """Write the display for publications and, beside it, for JupyterLab."""
        bundle: dict[str, Any] = {
            DISPLAY: self.as_json(chapter, name),
            "text/plain": self.as_text(),
        }
        if self.kind == "markdown":
            bundle["text/markdown"] = self.markdown
        elif self.svg:
            bundle["image/svg+xml"] = self.svg
        else:
            bundle["text/html"] = self.as_html()
        return bundle

    def as_text(self) -> str:
        """Write the table as aligned plain text."""
        if not self.columns:
            return self.text or self.markdown or self.caption
        head = [one.label + (f" (n={one.over})" if one.over else "") for one in self.columns]
        lines = [head, *([row.header, *row.cells] for row in self.rows)]
        widths = [max(len(line[place]) for line in lines) for place in range(len(head))]
        drawn = [
            "  ".join(
                cell.ljust(width) if place == 0 else cell.rjust(width)
                for place, (cell, width) in enumerate(zip(line, widths, strict=True))
            ).rstrip()
            for line in lines
        ]
        return "\n".join([self.caption, *drawn])

    def as_html(self) -> str:
        """Write the table or quotation for a notebook's own page."""
        if self.kind == "quote":
            return f"<blockquote>{escape(self.text)}<br>— {escape(self.role)}</blockquote>"
        head = "".join(
            f'<th scope="col">{escape(one.label)}'
            + (f"<br>(n={one.over})" if one.over else "")
            + "</th>"
            for one in self.columns
        )
        body = "".join(
            f'<tr><th scope="row">{escape(row.header)}</th>'
            + "".join(f"<td>{escape(cell)}</td>" for cell in row.cells)
            + "</tr>"
            for row in self.rows
        )
        return (
            f"<table><caption>{escape(self.caption)}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )
