from __future__ import annotations

import pytest

from report45.errors import InputError
from report45.writers.svg import inline, width
from tests.book.fixtures import SVG

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def test_ids_and_what_points_at_them_become_the_figures_own() -> None:
    made = inline(SVG, "figuur-a", "w")
    assert 'id="figuur-a-p1"' in made
    assert 'clip-path="url(#figuur-a-p1)"' in made
    assert made.count('href="#figuur-a-m1"') == 2


def test_style_sheet_cannot_reach_the_page() -> None:
    assert "<style" in SVG
    assert "<style" not in inline(SVG, "a", "w")


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<g onclick="alert(1)"/>',
        '<use xlink:href="https://elders.example/x.svg#a"/>',
        '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
        '<path fill="url(https://elders.example/x)"/>',
        '<path fill="URL( https://elders.example/x)"/>',
        '<path style="fill:u\\72l(https://elders.example/x)"/>',
        '<a href="#a"><path d="M0 0"/></a>',
        '<use xlink:href="#a"><set attributeName="href" to="JavaScript:alert(1)"/></use>',
        '<image href="https://elders.example/x.png"/>',
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
    ],
)
def test_what_runs_or_loads_is_refused(inside: str) -> None:
    with pytest.raises(InputError, match="figuur x: a picture may not hold"):
        inline(f"{HEAD}{inside}</svg>", "a", "figuur x")


def test_entities_are_refused() -> None:
    with pytest.raises(InputError, match="document type"):
        inline(f'<!DOCTYPE svg [<!ENTITY a "b">]>{HEAD}</svg>', "a", "w")


@pytest.mark.parametrize(("written", "points"), [("360pt", 360), ("96px", 72), ("1in", 72)])
def test_width_is_in_points(written: str, points: float) -> None:
    assert width(HEAD.replace(">", f' width="{written}"/>'), "w") == pytest.approx(points)
