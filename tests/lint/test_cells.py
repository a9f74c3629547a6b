"""Code cells read without executing: what they would publish and show."""

from __future__ import annotations

import pytest

from report45.chapters.planned import Outline, Planned
from report45.facts import Count
from report45.lint.cells import UNKNOWN, Published, published

FACTS = {"proef.a.n": Count(1)}
OUTLINE = Outline(
    [
        Planned("proef", "beide", "a", "table", FACTS),
        Planned("proef", "beide", "b", "figure", {}),
        Planned("elders", "c", "c", "table", {"elders.c.n": Count(2)}),
    ],
    [("proef", "beide"), ("proef", "niets"), ("elders", "c")],
)


def read(source: str, chapter: str = "proef") -> list[Published]:
    found = published(chapter, [(1, "study = 'x'"), (4, source)], OUTLINE)
    assert all(one.cell == 4 for one in found)
    return list(found)


def test_a_declared_name_gives_all_that_is_declared() -> None:
    assert read('\nchapter.publish("beide")') == [
        Published(4, 2, "a", "table", FACTS),
        Published(4, 2, "b", "figure", {}),
    ]
    assert read('chapter.publish("niets")') == []


@pytest.mark.parametrize(
    ("source", "name", "kind", "place", "whole"),
    [
        ('chapter.publish("c")', "c", "", "nieuw.c", True),
        ('chapter.publish("c", flow.flow(x))', "c", "", "nieuw.c", True),
        ('chapter.publish("c", r, tables.characteristic)', "c", UNKNOWN, "nieuw.c", True),
        ('chapter.publish("c", r, show=figures.routes)', "c", UNKNOWN, "nieuw.c", True),
        ('chapter.publish("c", r, schemes.flow, under="")', "c", UNKNOWN, "nieuw", True),
        ('chapter.publish("c", r, under="d.e")', "c", "", "nieuw.d.e", True),
        ('chapter.show("c", stories.overview(s))', "c", UNKNOWN, None, True),
        ('if q := stories.quote(s):\n    chapter.show("c", q)', "c", UNKNOWN, None, True),
        ("chapter.publish(f'b_{number}', r)", "b_", "", "nieuw.b_", False),
        ('with open(x):\n    chapter.publish("c", r)', "c", "", "nieuw.c", True),
    ],
)
def test_what_is_not_declared_is_known_by_name_alone(
    source: str, name: str, kind: str, place: str | None, whole: bool
) -> None:
    (one,) = read(source, "nieuw")
    assert (one.name, one.kind, one.place, one.whole) == (name, kind, place, whole)
    assert not one.facts


def test_facts_that_are_declared_are_known_however_they_are_published() -> None:
    (one,) = read('chapter.publish("a", r)')
    assert (one.facts, one.place) == (FACTS, None)


def test_a_cell_that_is_no_plain_python_may_publish_anything() -> None:
    (one,) = read("%matplotlib inline\nchapter.publish('a', r)")
    assert one == Published(4, 1, "", UNKNOWN, {}, "proef", whole=False)


def test_nothing_is_executed() -> None:
    assert read("raise SystemExit\nimport sys\nsys.exit(1)\n1 / 0") == []
