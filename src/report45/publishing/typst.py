"""Typst source → PDF that is tagged, archivable and the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from markupsafe import Markup

from report45.errors import Report45Error

if TYPE_CHECKING:
    import pikepdf

STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]


class TypesettingError(Report45Error):
    """The typesetter refused its input: a fault of a template, not of the study."""

    exit_code = 1


def literal(value: object) -> Markup:
    """Write a value as a Typst string literal, so that nothing in it is markup or code.

    Parameters
    ----------
    value : object
        Anything with a printed form.
    """
    written = str(value).replace("\\", "\\\\").replace('"', '\\"')
    written = "".join(one if one.isprintable() else f"\\u{{{ord(one):x}}}" for one in written)
    return Markup(f'"{written}"')  # noqa: S704  escaped for Typst


def compile_pdf(source: str, fonts: Path, day: str) -> bytes:
    """Typeset a document.

    Parameters
    ----------
    source : str
        Typst source.
    fonts : Path
        Folder with the fonts; no other font is used.
    day : str
        ISO date that the file says it was made on.

    Returns
    -------
    bytes
        A PDF that claims PDF/A-2a and PDF/UA-1.

    Raises
    ------
    TypesettingError
        If Typst refuses the source.
    """
    import typst

    made = datetime.fromisoformat(day).replace(tzinfo=UTC)
    try:
        pdf, warnings = typst.compile_with_warnings(
            source.encode(),
            format="pdf",
            font_paths=typst.Fonts(font_paths=[fonts], include_system_fonts=False),
            pdf_standards=[*STANDARDS],
            timestamp=made,
        )
    except typst.TypstError as error:
        raise TypesettingError(f"the PDF cannot be typeset: {error}") from error
    if warnings:
        told = "; ".join(str(warning.message) for warning in warnings)
        raise TypesettingError(f"the PDF cannot be typeset well: {told}")
    return tag_row_headers(pdf)


def draw(pictures: Sequence[str], per_inch: int) -> list[bytes]:
    """Draw pictures in dots, each in its own size.

    Parameters
    ----------
    pictures : sequence of str
        SVG without text: letters are shapes, so no font is needed.
    per_inch : int
        Dots in an inch.

    Returns
    -------
    list of bytes
        A PNG for each.
    """
    import typst

    if not pictures:
        return []
    pages = "\n#pagebreak()\n".join(
        f'#image(bytes({literal(one)}), format: "svg")' for one in pictures
    )
    source = f"#set page(width: auto, height: auto, margin: 0pt)\n{pages}"
    drawn = typst.compile(
        source.encode(),
        format="png",
        ppi=per_inch,
        font_paths=typst.Fonts(include_system_fonts=False),
    )
    return drawn if isinstance(drawn, list) else [drawn]


def tag_row_headers(pdf: bytes) -> bytes:
    """Tag the first cell of every row in a table's body as the header of its row.

    Typst's own table tags know headers of columns only.

    Parameters
    ----------
    pdf : bytes
        A tagged PDF.

    Returns
    -------
    bytes
        The same PDF with ``/TH`` and ``Scope /Row`` where readers need them.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        tree = document.Root.StructTreeRoot
        for table in _elements(tree, "/Table"):
            for row in _elements(table, "/TR"):
                cells = _children(row)
                if cells and cells[0].get("/S") == "/TD":
                    cells[0].S = pikepdf.Name.TH
                    cells[0].A = _with_scope(cells[0].get("/A"))
        out = io.BytesIO()
        # Object streams are written in a fixed order; the id is derived from the content.
        document.save(out, deterministic_id=True)
    return out.getvalue()


def _children(element: pikepdf.Object) -> list[Any]:
    import pikepdf

    kids: Any = element.get("/K", [])
    every = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [one for one in every if isinstance(one, pikepdf.Dictionary) and "/S" in one]


def _elements(element: pikepdf.Object, kind: str) -> Iterator[Any]:
    for child in _children(element):
        if str(child.S) == kind:
            yield child
        else:
            yield from _elements(child, kind)


def _with_scope(attributes: Any) -> Any:
    import pikepdf

    scope = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
    if attributes is None:
        return scope
    held = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
    return pikepdf.Array([*held, scope])


__all__ = ["TypesettingError", "compile_pdf", "draw", "literal", "tag_row_headers"]
