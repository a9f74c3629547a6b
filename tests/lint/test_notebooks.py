"""A cell whose text no reader will see is told by its kind."""

from __future__ import annotations

import pytest

from report45.lint.rules.notebooks import _of_cell


@pytest.mark.parametrize(
    ("kind", "source", "told"),
    [
        ("code", "Dit is een zin.", ["code-onleesbaar"]),
        ("code", "{% if resultaten is defined %}\nZin.\n{% endif %}", ["code-onleesbaar"]),
        ("code", "## Een kop\n\nMet een zin.", ["code-onleesbaar"]),
        ("code", "study = 'a'\nawait x()", []),
        ("code", "%matplotlib inline\n!ls\nx?\nf('\\d')", []),
        ("code", "", []),
        ("raw", "Een zin.", ["ruwe-cel"]),
        ("heading", "Een kop", ["vreemde-cel"]),
        ("markdown", "Een zin.", []),
    ],
)
def test_what_is_not_published_is_told(kind: str, source: str, told: list[str]) -> None:
    cell = {"cell_type": kind, "source": source, "metadata": {}}
    assert [one.name for one in _of_cell(cell)] == told
