"""The gates that need no other program: all that is wrong with a file of a publication."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from tests.gates.html_page import html_faults, read_html
from tests.gates.layout import layout_faults
from tests.gates.outline import Outline, differences
from tests.gates.pdf_file import read_pdf
from tests.gates.pdf_outline import pdf_faults, pdf_outline
from tests.gates.pdf_text import Sheet
from tests.gates.word_file import read_word, word_faults, word_outline

PROFILES = ("ua1", "2a")


def on_page(wanted: Outline, content: bytes) -> list[str]:
    """Judge an HTML page."""
    return differences(wanted, read_html(content)) + html_faults(content)


def on_pdf(wanted: Outline, content: bytes, sheets: tuple[Sheet, ...] = ()) -> list[str]:
    """Judge a PDF; `sheets` spares the time of reading pages that are known."""
    pdf = read_pdf(content, sheets)
    found = differences(replace(wanted, data=()), pdf_outline(pdf))
    return found + pdf_faults(pdf) + layout_faults(pdf) + validated(content)


def on_word(wanted: Outline, content: bytes) -> list[str]:
    """Judge a Word document."""
    word = read_word(content)
    return differences(replace(wanted, data=()), word_outline(word)) + word_faults(word)


def validated(content: bytes) -> list[str]:
    """Judge a PDF by the rules of PDF/UA-1 and PDF/A-2a."""
    import page

    return [
        f"{profile}: {one.rule_id}: {one.message}"
        for profile in PROFILES
        for one in page.validate_pdf_bytes(content, profile=profile).failures
        if not (one.rule_id.endswith("STREAM-LENGTH-001") and _is_as_long(content, one.object_id))
    ]


def _is_as_long(content: bytes, stream: Any) -> bool:
    """Measure a stream again: data that end in a return are cut short by the validator.

    ISO 19005-2, 6.1.7.1: the length is that of the data between the end of the line with
    `stream` and the end of line before `endstream`.
    """
    if stream is None:
        return False
    start = content.index(b"\n%d %d obj" % (stream.object_number, stream.generation))
    begin = re.compile(rb"/Length (\d+).*?>>\s*stream\r?\n", re.DOTALL).search(content, start)
    assert begin is not None
    return content[begin.end() + int(begin[1]) :].startswith((b"\nendstream", b"\r\nendstream"))
