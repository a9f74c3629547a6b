"""Typst source → PDF that is tagged, archivable and the same bytes every time."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from report45.errors import Report45Error
from report45.execution import children

if TYPE_CHECKING:
    import pikepdf

STANDARDS = ("a-2a", "ua-1")
TYPESETTER = Path(__file__).with_name("typesetter.py")
PATIENCE = 60
"""Seconds for a whole document, which takes about one."""


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
    for one in sorted(set(written)):  # a picture has many characters and few different ones
        if not one.isprintable():
            written = written.replace(one, f"\\u{{{ord(one):x}}}")
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
    LimitError, KilledError
        As :func:`report45.execution.children.run`.
    """
    asked = {"fonts": str(fonts), "day": day, "standards": STANDARDS}
    with ThreadPoolExecutor(1) as meanwhile:  # what comes next takes a while to import
        meanwhile.submit(import_module, "pikepdf")
        (pdf,) = _typeset(source, asked)
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
    if not pictures:
        return []
    pages = "\n#pagebreak()\n".join(
        f'#image(bytes({literal(one)}), format: "svg")' for one in pictures
    )
    source = f"#set page(width: auto, height: auto, margin: 0pt)\n{pages}"
    return _typeset(source, {"per_inch": per_inch})


def _typeset(source: str, asked: dict[str, Any]) -> list[bytes]:
    """Let a process of its own typeset, which can be limited: Typst itself knows no limits."""
    command = [sys.executable, "-I", str(TYPESETTER), json.dumps(asked)]
    written, told, code = children.run("Typst", command, source.encode(), PATIENCE)
    if code:
        raise TypesettingError(f"the PDF cannot be typeset: {told.strip() or f'exit code {code}'}")
    lengths, _, made = written.partition(b"\n")
    parts = io.BytesIO(made)
    return [parts.read(length) for length in json.loads(lengths)]


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
