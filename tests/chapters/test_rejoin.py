"""Executed chapters are joined with the prose of today."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report45 import mime
from report45.chapters.find import ChapterNotebook
from report45.chapters.rejoin import with_prose
from tests.execution.notebooks import notebook, write


@pytest.fixture
def chapter(tmp_path: Path) -> ChapterNotebook:
    return write(tmp_path, "opzet", "a = 1", "b = 2")


PROSE = st.lists(st.text(st.characters(codec="utf-8"), max_size=40), max_size=4)


@given(before=PROSE, between=PROSE, after=PROSE)
def test_prose_of_today_joins_the_outputs(
    before: list[str], between: list[str], after: list[str], tmp_path_factory: Any
) -> None:
    folder = tmp_path_factory.getbasetemp() / "prose"
    chapter = write(folder, "opzet", "a = 1", "b = 2")
    executed = run(chapter.path)
    written = notebook("opzet", "a = 1", "b = 2")
    _, parameters, first, second = written["cells"]
    written["cells"] = [
        *map(told, before),
        parameters,
        *map(told, between),
        first,
        second,
        *map(told, after),
    ]
    chapter.path.write_text(json.dumps(written), encoding="utf-8")

    whole = with_prose(executed, chapter.path, {})
    prose = [cell["source"] for cell in whole["cells"] if cell["cell_type"] == "markdown"]
    assert prose == [*before, *between, *after]
    code = [cell for cell in whole["cells"] if cell["cell_type"] == "code"]
    assert [cell["source"] for cell in code[2:]] == ["a = 1", "b = 2"]
    assert [cell["outputs"] for cell in code[2:]] == [[printed("a = 1")], [printed("b = 2")]]


def told(source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": "x", "metadata": {}, "source": source}


def run(path: Path) -> dict[str, Any]:
    """Give a chapter as papermill leaves it: injected parameters, and an output for each cell."""
    executed: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    prose, parameters, *rest = executed["cells"]
    injected = {**parameters, "metadata": {"tags": ["injected-parameters"]}, "source": "study = 1"}
    rest = [{**cell, "outputs": [printed(cell["source"])], "execution_count": 1} for cell in rest]
    return {**executed, "cells": [prose, parameters, injected, *rest]}


def printed(source: str) -> dict[str, Any]:
    return {"output_type": "stream", "name": "stdout", "text": f"van {source}"}


def test_injected_parameters_stay_behind_the_parameters(chapter: ChapterNotebook) -> None:
    executed = run(chapter.path)
    whole = with_prose(executed, chapter.path, {})
    tags = [cell["metadata"].get("tags") for cell in whole["cells"]]
    assert tags[1:3] == [["parameters"], ["injected-parameters"]]


def test_texts_and_title_are_those_of_today_and_nothing_given_changes(
    chapter: ChapterNotebook,
) -> None:
    executed = run(chapter.path)
    stated = {"chapter": "opzet", "texts": {"a.md": "oud"}}
    shown = {"output_type": "display_data", "data": {mime.CHAPTER: stated, "text/plain": "x"}}
    executed["cells"][-1]["outputs"] = [shown]
    given_before = copy.deepcopy(executed)
    now = json.loads(chapter.path.read_text(encoding="utf-8"))
    now["metadata"]["report45"]["title"] = "Nieuw"
    chapter.path.write_text(json.dumps(now), encoding="utf-8")

    whole = with_prose(executed, chapter.path, {"a.md": "nieuw", "b.md": "erbij"})
    (output,) = whole["cells"][-1]["outputs"]
    assert output["data"][mime.CHAPTER]["texts"] == {"a.md": "nieuw", "b.md": "erbij"}
    assert output["data"]["text/plain"] == "x"
    assert whole["metadata"]["report45"]["title"] == "Nieuw"
    assert executed == given_before
