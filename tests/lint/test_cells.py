"""Code cells read without executing: what they would publish and show."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from report45.lint.cells import Published, published
from report45.study.load import Study

OPEN = """\
from report45.analysis import flow, outcomes
from report45.display import figures, schemes, stories, tables
from report45.chapters.notebook import open_chapter

chapter = open_chapter("proef", study)
config = chapter.study.config
"""
ONE = SimpleNamespace(name="een", table=True, column=None)
TWO = SimpleNamespace(name="twee", table=False, column="x")
STUDY = SimpleNamespace(
    config=SimpleNamespace(characteristics=(ONE, TWO), criteria=(), design=object()),
    has=lambda *tables: tables == ("trajectories",),
)


def read(source: str) -> list[tuple[str, str | None, str, bool]]:
    found = published([(1, "study = 'x'"), (2, OPEN), (4, source)], cast("Study", STUDY))
    assert all(one.cell == 4 for one in found)
    return [(one.name, one.place, one.kind, one.certain and one.whole) for one in found]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('chapter.publish("a", flow.flow(x))', [("a", "a", "", True)]),
        ('chapter.publish("a", r, tables.characteristic)', [("a", "a", "table", True)]),
        ('chapter.publish("a", r, show=figures.routes)', [("a", "a", "figure", True)]),
        ('chapter.publish("a", r, figures.routes if r.n else None)', [("a", "a", "figure", False)]),
        ('chapter.publish("a", r, None)', [("a", "a", "", True)]),
        ('chapter.publish("a", r, schemes.flow, under="")', [("a", "", "schema", True)]),
        ('chapter.publish("a", r, under="b.c")', [("a", "b.c", "", True)]),
        ('chapter.show("a", stories.overview(s))', [("a", None, "table", True)]),
        ('chapter.show("a", stories.story(o, s))', [("a", None, "markdown", True)]),
        ('if q := stories.quote(s):\n    chapter.show("a", q)', [("a", None, "quote", False)]),
        ('chapter.show("a", whatever(s))', [("a", None, "?", True)]),
        ('chapter.show("a", tables.source(s))', [("a", None, "?", True)]),
        ("chapter.publish(f'b_{number}', r)", [("b_", "b_", "", False)]),
        ('other.publish("a", r)\nprint("a")', []),
        (
            "for one in config.characteristics:\n"
            "    chapter.publish(one.name, r, tables.characteristic if one.table else None)",
            [("een", "een", "table", True), ("twee", "twee", "", True)],
        ),
        (
            "for one in config.characteristics:\n    if one.column is None:\n"
            '        chapter.publish(f"e_{one.name}", r, under=f"effect.{one.name}")',
            [("e_een", "effect.een", "", True)],
        ),
        ('if config.criteria:\n    chapter.publish("a", r)', []),
        ('if not config.criteria:\n    chapter.publish("a", r)', [("a", "a", "", True)]),
        ('if config.design is not None:\n    chapter.publish("a", r)', [("a", "a", "", True)]),
        ('if chapter.study.has("contacts"):\n    chapter.publish("a", r)', []),
        (
            'if chapter.study.has("trajectories"):\n    chapter.publish("a", r)',
            [("a", "a", "", True)],
        ),
        ('if computed(s) > 2:\n    chapter.publish("a", r)', [("a", "a", "", False)]),
        ('for one in computed(s):\n    chapter.publish("a", r)', [("a", "a", "", False)]),
        ('with open(x):\n    chapter.publish("a", r)', [("a", "a", "", False)]),
    ],
)
def test_what_a_cell_publishes(source: str, found: list[Any]) -> None:
    assert read(source) == found


def test_a_cell_that_is_no_plain_python_may_publish_anything() -> None:
    found = published([(3, "%matplotlib inline\nchapter.publish('a', r)")], cast("Study", STUDY))
    assert found == (Published(3, 1, "", "", whole=False, kind="?", certain=False),)


def test_nothing_is_executed() -> None:
    assert read("raise SystemExit\nimport sys\nsys.exit(1)\n1 / 0") == []
