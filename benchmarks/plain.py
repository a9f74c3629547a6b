"""The bare Python under report45: all code cells in one process, then the same writers in turn.

``python benchmarks/plain.py data/almere /tmp/out`` writes every publication as HTML and PDF;
without a folder to write to, the cells are all that is done.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from report45.chapters import executed
from report45.chapters.find import ChapterNotebook, find_chapters, split_chapters
from report45.study.toml import read_config


def main() -> None:
    """Execute and publish a study, one thing after another."""
    folder = Path(sys.argv[1])
    config = read_config(folder)
    has = config.provides(cases=any(folder.glob("cases/*.md")))
    possible, left_out = split_chapters(find_chapters(Path("notebooks")), has)
    chapters = [_run(chapter, folder) for chapter in possible]
    if len(sys.argv) < 3:
        return
    out = Path(sys.argv[2])

    from report45.book.plan import make_book
    from report45.writers.document import read_document, to_notebook
    from report45.writers.pandoc import TARGETS
    from report45.writers.rendering import render

    out.mkdir(parents=True, exist_ok=True)
    for name in config.publications:
        notebook = to_notebook(make_book(chapters, name, left_out=left_out))
        for one in ("html", "pdf"):
            made = render(name, one, read_document(notebook, TARGETS[one]))
            content = made if isinstance(made, bytes) else made.encode()
            (out / f"{name}.{one}").write_bytes(content)


def _run(chapter: ChapterNotebook, folder: Path) -> executed.Chapter:
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output

    shell = InteractiveShell.instance()
    shell.reset(new_session=False)
    notebook: dict[str, Any] = json.loads(chapter.path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        source = "".join(cell["source"])
        if "parameters" in cell["metadata"].get("tags", ()):
            source += f"\nstudy = {str(folder)!r}"
        with capture_output() as caught:
            shell.run_cell(source).raise_error()
        cell["outputs"] = [
            {"output_type": "display_data", "data": one.data, "metadata": {}}
            for one in caught.outputs
        ]
    return executed.chapter_of(notebook, chapter.path.name)


if __name__ == "__main__":
    main()
