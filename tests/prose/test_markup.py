from __future__ import annotations

import re
import time
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report45.errors import Place
from report45.prose import markup
from report45.prose.markup import escape, lines, own_notes, unclosed
from report45.writers.pandoc import PandocSource, convert

SIGNS = st.text(alphabet="ab 1.-+*_`~^#$@&<>[]()!|\\{}:;=%/'\"\n", max_size=30)


@settings(max_examples=8, deadline=None)
@given(st.lists(SIGNS.filter(str.strip), min_size=20, max_size=60))
def test_escaped_text_is_printed_as_it_was(texts: list[str]) -> None:
    """Pandoc gives back the text, with typographic quotation marks and no space inside them."""
    made = convert([PandocSource(Place("w"), "", escape(text)) for text in texts], ["html5"], ())[
        "html5"
    ]
    assert made.notes == ""
    for text, one in zip(texts, made.pieces, strict=True):
        assert re.fullmatch(r"<p>[^<]*</p>", one.body), (text, one.body)
        assert _plain(unescape(one.body[3:-4])) == _plain(" ".join(text.split()))


def _plain(text: str) -> str:
    for typographic, plain in (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"), ("…", "...")):
        text = text.replace(typographic, plain)
    return "".join(text.split())


def test_headings_in_code_are_no_headings() -> None:
    kinds = [line.kind for line in lines("# Kop\n\n```\n# geen kop\n::: kader\n```\n#geen")]
    assert kinds == ["heading", "text", "code", "code", "code", "code", "text"]


@pytest.mark.parametrize(
    ("markdown", "problem"),
    [
        ("::: kader\nx", "not closed"),
        ("```\nx", "not closed"),
        ("x\n:::", "never opened"),
        ("::: kader\n::: kader\n:::\n:::", "inside a box"),
        ("::: kader Titel\nx\n:::", ""),
        ("```\n:::\n```", ""),
    ],
)
def test_boxes_and_code_must_be_closed(markdown: str, problem: str) -> None:
    found = unclosed(markdown)
    assert problem in str(found or "")
    assert bool(found) == bool(problem)


def test_footnotes_become_a_chapters_own() -> None:
    text, used, defined = own_notes("a[^1] b\\[^2]\n\n[^1]: noot", "kern")
    assert text == "a[^kern-1] b\\[^2]\n\n[^kern-1]: noot"
    assert (used, defined) == ({"1"}, {"1"})


@pytest.mark.parametrize(
    ("pattern", "opened"),
    [(markup.REFERENCE, "[ref](ref:"), (markup.SHOWN, "[toon](toon:"), (markup._NOTE, "[^a")],
    ids=["references", "displays", "notes"],
)
def test_marks_that_are_never_closed_are_passed_over_once(
    pattern: re.Pattern[str], opened: str
) -> None:
    """Sixteen times the text may take some sixteen times as long, not 256 times."""

    def takes(times: int) -> float:
        text, begun = opened * times, time.process_time()
        assert pattern.search(text) is None
        return time.process_time() - begun

    assert takes(160_000) < 60 * max(takes(10_000), 0.001)
