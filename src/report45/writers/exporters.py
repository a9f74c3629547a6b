"""What publishes a book, as nbconvert exporters.

``jupyter nbconvert --to report45-html executed.ipynb`` makes a publication of one chapter, with
the facts of the executed chapters beside it. ``report45 build`` calls the same writers without
importing nbconvert, which takes longer than the rest of an editor's change.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, ClassVar

from nbconvert.exporters.exporter import Exporter
from nbconvert.exporters.templateexporter import TemplateExporter
from nbformat import NotebookNode
from traitlets import List, Unicode, default

from report45.book.plan import make_book
from report45.chapters.executed import CHAPTER_MIME, Chapter, chapter_of, read_chapters
from report45.checkout import templates_folder
from report45.errors import InputError, Report45Error
from report45.writers.document import Notebook, read_document, to_notebook
from report45.writers.pandoc import TARGETS
from report45.writers.rendering import render

PUBLICATION = "deelrapport"


class Report45Exporter(TemplateExporter):
    """What the exporters share: the book's notebook, and our templates."""

    format: ClassVar[str]

    default_preprocessors: List[str] = List([])
    template_name = Unicode(PUBLICATION).tag(config=True, affects_template=True)

    @default("extra_template_basedirs")
    def _extra_template_basedirs_default(self) -> list[str]:
        return [str(templates_folder())]

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return f".{self.format}"

    def from_filename(
        self, filename: str, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[Any, dict[str, Any]]:
        """Export a file, as the command line does; a fault is told in words and ends it."""
        try:
            exported: tuple[Any, dict[str, Any]] = super().from_filename(filename, resources, **kw)
        except Report45Error as error:
            print(error, file=sys.stderr)
            raise SystemExit(error.exit_code) from None
        return exported

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[Any, dict[str, Any]]:
        """Export a book's notebook, or one executed chapter.

        Parameters
        ----------
        nb : NotebookNode
            What :func:`report45.writers.document.to_notebook` made, or an executed chapter.
        resources : dict, optional
            nbconvert's own; ``metadata.path`` is where the other executed chapters are.

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
        book: Notebook = nb
        if "book" not in nb.get("metadata", {}).get("report45", {}):
            book = _one_chapter(nb, resources or {}, self.template_name)
        _, held = Exporter.from_notebook_node(self, nb, resources, **kw)
        document = read_document(book, TARGETS[self.format])
        return render(self.template_name, self.format, document), held


class Report45HTMLExporter(Report45Exporter):
    """One self-contained page."""

    export_from_notebook = "Report45 HTML"
    output_mimetype = "text/html"
    format = "html"


class Report45PDFExporter(Report45Exporter):
    """A tagged PDF, typeset by Typst."""

    export_from_notebook = "Report45 PDF"
    output_mimetype = "application/pdf"
    format = "pdf"


class Report45DOCXExporter(Report45Exporter):
    """A document for Word, with its own styles."""

    export_from_notebook = "Report45 Word"
    output_mimetype = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    format = "docx"


class Report45TextExporter(Report45Exporter):
    """Plain text, for an e-mail or the newsroom."""

    export_from_notebook = "Report45 text"
    output_mimetype = "text/plain"
    format = "txt"


def _one_chapter(nb: NotebookNode, resources: dict[str, Any], publication: str) -> Notebook:
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
