"""Chapter notebooks of a few cells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from report45.chapters.find import ChapterNotebook

OPEN = "from report45.chapters.notebook import open_chapter\nchapter = open_chapter({!r}, study)"


def notebook(name: str, *cells: str, requires: tuple[str, ...] = ()) -> dict[str, Any]:
    """Give a chapter: a cell of prose, the parameters cell, and these code cells."""

    def code(number: int, source: str, tags: list[str]) -> dict[str, Any]:
        return {
            "cell_type": "code",
            "id": f"{name}-{number}",
            "metadata": {"tags": tags},
            "execution_count": None,
            "outputs": [],
            "source": source,
        }

    prose = {"cell_type": "markdown", "id": f"{name}-1", "metadata": {}, "source": "Vooraf."}
    rest = [code(number, source, []) for number, source in enumerate(cells, 3)]
    return {
        "cells": [prose, code(2, 'study = "data/almere"', ["parameters"]), *rest],
        "metadata": {
            "kernelspec": {"name": "python3", "display_name": "Python 3"},
            "report45": {"chapter": name, "title": name.title(), "requires": list(requires)},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def write(folder: Path, name: str, *cells: str, requires: tuple[str, ...] = ()) -> ChapterNotebook:
    """Write a chapter and describe it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.ipynb"
    path.write_text(json.dumps(notebook(name, *cells, requires=requires)), encoding="utf-8")
    return ChapterNotebook(name, name.title(), path, requires)
