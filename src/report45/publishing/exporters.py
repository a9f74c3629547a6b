"""nbconvert exporters: executed chapters to a page, a PDF, a document for Word or plain text.

``jupyter nbconvert --to report45-html executed.ipynb`` makes a publication of one chapter, with
the facts of the executed chapters beside it.
"""

from __future__ import annotations

import base64
import re
import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar

from jinja2 import Environment
from markupsafe import Markup
from nbconvert.exporters.templateexporter import TemplateExporter
from nbformat import NotebookNode
from traitlets import List, Unicode, default

from report45.errors import InputError
from report45.publishing import docx, svg
from report45.publishing.book import make_book
from report45.publishing.chapters import CHAPTER_MIME, Chapter, chapter_of, read_chapters
from report45.publishing.document import Displayed, Document, read_document, to_notebook
from report45.publishing.pandoc import COLUMNS, Target
from report45.publishing.publication import BASE, templates_folder
from report45.publishing.spreadsheet import csv_address
from report45.publishing.typst import compile_pdf, literal
from report45.publishing.word import widths, word_of

PUBLICATION = "deelrapport"


class Report45Exporter(TemplateExporter):
    """What the exporters share: the book's notebook, and our templates.

    A template or style sheet that a publication's folder has not is that of the folder its
    ``conf.json`` names as ``base_template``, if there is one, and in the end that of ``basis``.
    """

    target: ClassVar[Target]

    default_preprocessors: List[str] = List([])
    template_name = Unicode(PUBLICATION).tag(config=True, affects_template=True)

    @default("extra_template_basedirs")
    def _extra_template_basedirs_default(self) -> list[str]:
        return [str(templates_folder())]

    @default("extra_template_paths")
    def _extra_template_paths_default(self) -> list[str]:
        return [str(templates_folder())]  # so that {% extends "basis/index.html.j2" %} is found

    def get_template_names(self) -> list[str]:
        """Name the folders that give templates, the first one first."""
        named = super().get_template_names()  # type: ignore[no-untyped-call]
        return list(dict.fromkeys([*named, BASE]))

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[Any, dict[str, Any]]:
        """Export a book's notebook, or one executed chapter.

        Parameters
        ----------
        nb : NotebookNode
            What :func:`report45.publishing.document.to_notebook` made, or an executed chapter.
        resources : dict, optional
            nbconvert's own; ``metadata.path`` is where the other executed chapters are. Under
            ``report45`` the document, where it was read already.

        Returns
        -------
        str or bytes
            The page, or the PDF.
        dict
            The resources.

        Raises
        ------
        InputError
            If the prose or a display cannot be published.
        """
        if "book" not in nb.metadata.get("report45", {}):
            nb = _one_chapter(nb, resources or {}, self.template_name)
        document = (resources or {}).get("report45") or read_document(nb, self.target)
        held = {**(resources or {}), **self._held(document)}
        return super().from_notebook_node(nb, held, **kw)

    def _held(self, document: Document) -> dict[str, Any]:
        """What templates find among their resources."""
        return {"report45": document}


class Report45HTMLExporter(Report45Exporter):
    """One self-contained page."""

    export_from_notebook = "Report45 HTML"
    output_mimetype = "text/html"
    target = "html5"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    def _create_environment(self) -> Environment:
        environment: Environment = super()._create_environment()  # type: ignore[no-untyped-call]
        environment.autoescape = True
        environment.trim_blocks = environment.lstrip_blocks = True
        environment.filters["html"] = Markup  # what pandoc wrote, from prose without raw HTML
        environment.filters["picture"] = _inline_picture
        environment.filters["csv"] = csv_address
        environment.globals["style"] = lambda: _style(reversed(self.get_template_names()))
        return environment


class Report45PDFExporter(Report45Exporter):
    """A tagged PDF, typeset by Typst."""

    export_from_notebook = "Report45 PDF"
    output_mimetype = "application/pdf"
    target = "typst"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".pdf"

    @default("template_extension")
    def _template_extension_default(self) -> str:
        return ".typ.j2"

    def _create_environment(self) -> Environment:
        environment: Environment = super()._create_environment()  # type: ignore[no-untyped-call]
        # With these two, every value is a string literal unless it is marked as Typst.
        environment.autoescape = True
        environment.finalize = _typst_value
        environment.trim_blocks = environment.lstrip_blocks = True
        environment.filters["typst"] = Markup  # what pandoc wrote
        environment.filters["picture"] = _picture
        environment.filters["width"] = lambda one: svg.width(one.written["svg"], one.where)
        return environment

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[bytes, dict[str, Any]]:
        """Export to PDF; see :meth:`Report45Exporter.from_notebook_node`."""
        source, resources = super().from_notebook_node(nb, resources, **kw)
        document: Document = resources["report45"]
        fonts = templates_folder() / "fonts"
        return compile_pdf(source, fonts, document.meta["iso"]), resources


class Report45DOCXExporter(Report45Exporter):
    """A document for Word, with its own styles."""

    export_from_notebook = "Report45 Word"
    output_mimetype = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    target = "docx"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".docx"

    @default("template_extension")
    def _template_extension_default(self) -> str:
        return ".docx.j2"

    def _create_environment(self) -> Environment:
        environment: Environment = super()._create_environment()  # type: ignore[no-untyped-call]
        environment.autoescape = True
        environment.trim_blocks = environment.lstrip_blocks = True
        environment.filters["word"] = Markup  # what pandoc wrote
        environment.filters |= {
            "restyle": docx.restyle,
            "plain": docx.plain,
            "bookmark": docx.bookmark,
            "widths": widths,
        }
        return environment

    def _held(self, document: Document) -> dict[str, Any]:
        return {"report45": document, "word": word_of(document)}

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[bytes, dict[str, Any]]:
        """Export to DOCX; see :meth:`Report45Exporter.from_notebook_node`."""
        body, resources = super().from_notebook_node(nb, resources, **kw)
        document: Document = resources["report45"]
        folder = templates_folder() / BASE / "docx"
        names = sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*.*"))
        parts: list[tuple[str, str | bytes]] = [
            (name, self.environment.get_template(f"docx/{name}").render(resources=resources))
            for name in names
            if (folder / name).is_file()
        ]
        parts.append(("word/document.xml", body))
        parts += [(name, part) for name, part in document.parts.items() if "/" in name]
        drawn = resources["word"].pictures.values()
        parts += [(f"word/media/{one.name}.png", one.png) for one in drawn]
        return docx.pack(parts), resources


class Report45TextExporter(Report45Exporter):
    """Plain text, for an e-mail or the newsroom."""

    export_from_notebook = "Report45 text"
    output_mimetype = "text/plain"
    target = "plain"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".txt"

    def _create_environment(self) -> Environment:
        environment: Environment = super()._create_environment()  # type: ignore[no-untyped-call]
        environment.trim_blocks = environment.lstrip_blocks = True
        environment.filters["lines"] = lambda text: "\n".join(textwrap.wrap(text, COLUMNS))
        return environment

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Export to plain text; see :meth:`Report45Exporter.from_notebook_node`."""
        text, resources = super().from_notebook_node(nb, resources, **kw)
        return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n", resources


EXPORTERS: Mapping[str, type[Report45Exporter]] = MappingProxyType(
    {
        "html": Report45HTMLExporter,
        "pdf": Report45PDFExporter,
        "docx": Report45DOCXExporter,
        "txt": Report45TextExporter,
    }
)


def _typst_value(value: Any) -> Any:
    return value if hasattr(value, "__html__") else literal(value)


def _picture(one: Displayed) -> str:
    return svg.inline(one.written["svg"], one.id, one.where)


def _inline_picture(one: Displayed) -> Markup:
    return Markup(_picture(one))  # noqa: S704  made safe


def _style(folders: Iterable[str]) -> Markup:
    """Give the style sheets with the fonts inside: a page must ask for nothing."""
    sheets = [templates_folder() / name / "style.css" for name in folders]
    style = "\n".join(one.read_text(encoding="utf-8") for one in sheets if one.is_file())
    for font in sorted((templates_folder() / "fonts").glob("*.woff2")):
        data = base64.b64encode(font.read_bytes()).decode()
        style = style.replace(f"../fonts/{font.name}", f"data:font/woff2;base64,{data}")
    return Markup(style)  # noqa: S704  our own files


def _one_chapter(nb: NotebookNode, resources: dict[str, Any], publication: str) -> NotebookNode:
    about = resources.get("metadata", {})
    file = f"{about.get('name', 'notebook')}.ipynb"
    own = chapter_of(nb, file)
    beside = sorted(Path(about.get("path") or ".").glob("*.ipynb"))
    others = [
        other
        for path in beside
        if path.name != file and (other := _executed(path)) and other.study == own.study
    ]
    chapters = [own, *(one for one in others if one.name != own.name)]
    return to_notebook(make_book(chapters, publication, only=own.name))


def _executed(path: Path) -> Chapter | None:
    try:
        if CHAPTER_MIME not in path.read_text(encoding="utf-8"):
            return None
        return read_chapters([path])[0]
    except (OSError, ValueError, InputError):
        return None  # not our concern: the chapter asked for does not depend on it
