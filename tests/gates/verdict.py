"""The gates that need no other program: all that is wrong with a file of a publication."""

from __future__ import annotations

from dataclasses import replace

from tests.gates.html_page import html_faults, read_html
from tests.gates.layout import layout_faults
from tests.gates.outline import Outline, differences
from tests.gates.pdf_file import pdf_faults, pdf_outline, read_pdf
from tests.gates.word_file import read_word, word_faults, word_outline

PROFILES = ("ua1", "2a")


def on_page(wanted: Outline, content: bytes) -> list[str]:
    """Judge an HTML page."""
    return differences(wanted, read_html(content)) + html_faults(content)


def on_pdf(wanted: Outline, content: bytes) -> list[str]:
    """Judge a PDF."""
    pdf = read_pdf(content)
    found = differences(replace(wanted, data=()), pdf_outline(pdf, wanted.places))
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
    ]
