"""A document written by the templates of a publication: a page, a PDF, a Word file, plain text.

A template or style sheet that a publication's folder has not is that of the folder its
``conf.json`` names as ``base_template``, if there is one, and in the end that of ``basis``.
"""

from __future__ import annotations

import base64
import json
import re
import textwrap
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from jinja2 import FileSystemLoader
from markupsafe import Markup

from report45.book.publication import BASE
from report45.checkout import templates_folder
from report45.prose.compiled import Environment
from report45.writers import docx, svg
from report45.writers.document import Displayed, Document
from report45.writers.pandoc import COLUMNS
from report45.writers.signs import replaced
from report45.writers.spreadsheet import csv_address
from report45.writers.typst import compile_pdf, literal


def render(publication: str, one: str, document: Document) -> str | bytes:
    """Write a document.

    Parameters
    ----------
    publication : str
        Name of the publication, whose templates are used.
    one : str
        Format: ``html``, ``pdf``, ``docx`` or ``txt``.
    document : Document
        Its prose in the language of the format.

    Returns
    -------
    str or bytes

    Raises
    ------
    InputError
        If a display cannot be published.
    TypesettingError
        If the PDF cannot be typeset.
    """
    return WRITERS[one](publication, document)


def environment(publication: str, kind: str, **options: Any) -> Environment:
    """Give the environment in which a publication's templates of one kind are rendered.

    Parameters
    ----------
    publication : str
        Name of its folder in ``report_templates``.
    kind : str
        ``html``, ``typ``, ``docx`` or ``txt``.
    **options
        More of Jinja's.
    """
    # the folder above too, so that {% extends "basis/index.html.j2" %} is found
    folders = [*(templates_folder() / name for name in _folders(publication)), templates_folder()]
    return Environment(
        kind, loader=FileSystemLoader(folders), trim_blocks=True, lstrip_blocks=True, **options
    )


def html_environment(publication: str) -> Environment:
    """Give the environment of pages; every value is escaped unless it is marked as HTML."""
    made = environment(publication, "html", autoescape=True)
    made.filters["html"] = Markup  # what pandoc wrote, from prose without raw HTML
    made.filters["picture"] = lambda one: Markup(_picture(one))  # noqa: S704  made safe
    made.filters["csv"] = csv_address
    made.globals["style"] = lambda: _style(reversed(_folders(publication)))
    return made


def _html(publication: str, document: Document) -> str:
    return _written(html_environment(publication), {"report45": document})


def _pdf(publication: str, document: Document) -> bytes:
    # with autoescape and finalize, every value is a string literal unless it is marked as Typst
    made = environment(publication, "typ", autoescape=True, finalize=_typst_value)
    made.filters["typst"] = Markup  # what pandoc wrote
    made.filters["picture"] = _picture
    made.filters["width"] = lambda one: svg.width(one.written["svg"], one.place)
    source = replaced(_written(made, {"report45": document}), document.stand_ins)
    return compile_pdf(source, templates_folder() / "fonts", document.meta["iso"])


def _docx(publication: str, document: Document) -> bytes:
    from report45.writers.word import widths, word_of

    made = environment(publication, "docx", autoescape=True)
    made.filters["word"] = Markup  # what pandoc wrote
    made.filters |= {
        "restyle": docx.restyle,
        "bookmark": docx.bookmark,
        "widths": widths,
    }
    word = word_of(document)
    held = {"report45": document, "word": word}
    folder = templates_folder() / BASE / "docx"
    parts: list[tuple[str, str | bytes]] = [
        (name, made.get_template(f"docx/{name}").render(resources=held))
        for name in sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*.*"))
        if (folder / name).is_file()
    ]
    parts.append(("word/document.xml", _written(made, held)))
    parts += [(name, part) for name, part in document.parts.items() if "/" in name]
    parts += [(f"word/media/{one.name}.png", one.png) for one in word.pictures.values()]
    return docx.pack(parts)


def _txt(publication: str, document: Document) -> str:
    made = environment(publication, "txt")
    made.filters["lines"] = lambda text: "\n".join(textwrap.wrap(text, COLUMNS))
    text = _written(made, {"report45": document})
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


WRITERS: Mapping[str, Callable[[str, Document], str | bytes]] = MappingProxyType(
    {"html": _html, "pdf": _pdf, "docx": _docx, "txt": _txt}
)


def _written(made: Environment, held: Mapping[str, Any]) -> str:
    return made.get_template(f"index.{made.kind}.j2").render(resources=held)


def _folders(publication: str) -> list[str]:
    """Name the folders that give templates, the first one first."""
    named = [publication]
    while (about := templates_folder() / named[-1] / "conf.json").is_file():
        base = json.loads(about.read_text(encoding="utf-8")).get("base_template")
        if not base or base in named:
            break
        named.append(base)
    return list(dict.fromkeys([*named, BASE]))


def _typst_value(value: Any) -> Any:
    return value if hasattr(value, "__html__") else literal(value)


def _picture(one: Displayed) -> str:
    return svg.inline(one.written["svg"], one.id, one.place)


def _style(folders: Iterable[str]) -> Markup:
    """Give the style sheets with the fonts inside: a page must ask for nothing."""
    sheets = [templates_folder() / name / "style.css" for name in folders]
    style = "\n".join(one.read_text(encoding="utf-8") for one in sheets if one.is_file())
    for font in sorted((templates_folder() / "fonts").glob("*.woff2")):
        data = base64.b64encode(font.read_bytes()).decode()
        style = style.replace(f"../fonts/{font.name}", f"data:font/woff2;base64,{data}")
    return Markup(style)  # noqa: S704  our own files
