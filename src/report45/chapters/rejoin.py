"""A chapter that was executed before, joined with the prose its notebook holds now.

Prose is no part of what outputs follow from: an editor's change executes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from report45 import mime
from report45.chapters.find import read_notebook

Notebook = dict[str, Any]


def read(path: Path) -> Notebook:
    """Read a notebook with every source as one text."""
    notebook: Notebook = json.loads(read_notebook(path))
    for cell in notebook["cells"]:
        if isinstance(cell["source"], list):
            cell["source"] = "".join(cell["source"])
    return notebook


def by_line(notebook: Notebook) -> str:
    """Write a notebook as JSON, a cell on each line.

    Python writes the usual indentation many times slower than no indentation at all.
    """
    cells = ",\n".join(json.dumps(cell, ensure_ascii=False) for cell in notebook["cells"])
    rest = {name: value for name, value in notebook.items() if name != "cells"}
    return f'{{"cells": [\n{cells}\n],\n{json.dumps(rest, ensure_ascii=False)[1:]}\n'


def with_prose(
    executed: Notebook, path: Path, texts: Mapping[str, str], sentences: str = ""
) -> Notebook:
    """Put the prose of today into a chapter that was executed before.

    Parameters
    ----------
    executed : dict
        The executed chapter.
    path : Path
        Its notebook as it is now: the same code cells, perhaps with other prose around them.
    texts : mapping of str to str
        The study's own texts as they are now.
    sentences : str
        The study's own sentences as they are now.

    Returns
    -------
    dict
        A new executed chapter.
    """
    code = [cell for cell in executed["cells"] if cell["cell_type"] == "code"]
    injected = [cell for cell in code if _tagged(cell, mime.INJECTED)]
    outputs = iter(cell for cell in code if cell not in injected)
    own = {"texts": dict(texts), "sentences": sentences}
    now = read(path)
    cells: list[Notebook] = []
    for cell in now["cells"]:
        if cell["cell_type"] != "code":
            cells.append(cell)
            continue
        old = next(outputs)
        kept = {key: old[key] for key in ("execution_count", "outputs")}
        cells.append({**cell, **kept, "outputs": [_retold(one, own) for one in kept["outputs"]]})
        if _tagged(cell, "parameters"):
            cells += injected
    metadata = {**executed["metadata"], "report45": now["metadata"]["report45"]}
    return {**executed, "metadata": metadata, "cells": cells}


def alone(path: Path, stated: Mapping[str, Any]) -> Notebook:
    """Give a chapter without code as if it had been executed.

    Parameters
    ----------
    path : Path
        Its notebook.
    stated : mapping
        What it says of its study: :func:`report45.study.stated.stated`.

    Returns
    -------
    dict
        An executed chapter.
    """
    now = read(path)
    output = {"output_type": "display_data", "metadata": {}, "data": {mime.CHAPTER: dict(stated)}}
    says = {
        "cell_type": "code",
        "id": mime.INJECTED,
        "metadata": {"tags": [mime.INJECTED]},
        "execution_count": None,
        "source": "",
        "outputs": [output],
    }
    about = {"report45": now["metadata"]["report45"]}
    return {**now, "metadata": about, "cells": [*now["cells"], says]}


def _retold(output: Notebook, own: Mapping[str, Any]) -> Notebook:
    data = output.get("data", {})
    if mime.CHAPTER not in data:
        return output
    return {**output, "data": {**data, mime.CHAPTER: {**data[mime.CHAPTER], **own}}}


def _tagged(cell: Notebook, tag: str) -> bool:
    return tag in cell["metadata"].get("tags", ())
