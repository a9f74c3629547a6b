"""An editor's sentences, taken out of prose, and the numbers that may stand in them.

Years, dates, numbers of phases, chapters, tables and articles, list markers, ordinals, names such
as 45+ and the age or duration that names a class ("45 jaar en ouder") are no statements about the
data. Neither is anything inside a tag, code, a link or a passage marked as free.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from report45.publishing.markup import FREE

_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\b\.?"
)
AND = r"(?:\s*(?:,|–|-|/)\s*|\s+(?:en|of|à|t/m|tot(?:\s+en\s+met)?)\s+)"
"""What stands between the numbers of a row or a range."""

_TIME = r"(?:jaar|jaren|maand(?:en)?|weken|week|dag(?:en)?|uur|uren)"
_LABELLED = (
    r"fasen?|hoofdstuk(?:ken)?|paragra(?:af|fen)|tabel(?:len)?|figu(?:ur|ren)|schema(?:['’]s)?|"
    r"kaders?|bijlagen?|\w*vra(?:ag|gen)|\w*rapport(?:en)?|artikel(?:en)?|artt?\.|lid|stap(?:pen)?|"
    r"treden?|(?:voet)?no(?:ot|ten)|pagina(?:['’]s)?|bladzijden?|pp?\.|blz\.|delen|deel|versie|"
    r"nummers?|nrs?\.|niveau|casus(?:sen)?|weken|week|maand|kwartaal|ronde|punt|sub|onderdeel|pijler"
)
_BEFORE_YEAR = (
    r"(?:in|sinds|vanaf|tot|eind|begin|medio|halverwege|voorjaar|zomer|najaar|herfst|winter|jaar)"
)
_STATES = r"(?:\s*(?:%|€|procent|pct|euro|dollar)|\s+{persons})"
_YEAR = r"(?:1[89]|20)\d\d\b(?![.,]\d)"

# What may stand there, in the order it is taken out. {persons} and {person} are the study's words.
_ALLOWED = (
    r"^[ \t]*(?:[-*][ \t]+)?\d+[.)](?=[ \t])",
    r"^#{{1,6}}[ \t]+\d+(?:\.\d+)*\.?(?=[ \t])",
    r"\b\d{{4}}-\d{{1,2}}-\d{{1,2}}\b|\b\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}})\b",
    rf"\b\d{{{{1,2}}}}(?:{AND}\d{{{{1,2}}}})*\s+{_MONTH}(?:\s+\d{{{{4}}}}\b)?",
    r"\bjaren\s+['’]?\d{{2,4}}\b|['’]\d{{2}}\b|\b\d+[:/]\d+\w*|\b\d{{1,2}}\.\d{{2}}\s+uur\b",
    rf"\b(?:{_BEFORE_YEAR}|{_MONTH})\s+{_YEAR}(?!\s*(?:%|procent|euro))",
    rf"(?<![.,\d€])(?<!€\s)\b{_YEAR}(?!{_STATES})",
    rf"(?<!per )(?<!elke )(?<!iedere )\b(?:{_LABELLED}|{{person}})\s*[-:]?\s*"
    rf"\d+[a-z]?(?:[.:]\d+[a-z]?)*\b(?!,\d)(?!{_STATES})"
    rf"(?:{AND}\d{{{{1,2}}}}(?:\.\d+)*\b(?!,\d)(?!{_STATES}))*",
    rf"\b{{persons}}\s+\d+(?:{AND}\d+\b(?!,\d)(?!{_STATES}))+",
    r"\b\d+(?:[.,]\d+)?-?(?:\+|plus\w*)",
    rf"\b(?:(?:tussen|van)\s+(?:de\s+)?)?\d+\s*(?:–|-|en|tot(?:\s+en\s+met)?|t/m)\s*"
    rf"(?:de\s+)?\d+\s+{_TIME}\b",
    rf"\b\d+(?:,\d+)?\s+{_TIME}\s+(?:en|of)\s+(?:ouder|jonger|langer|korter)",
    rf"\b\d+\s+{_TIME}\s+tot\s+\d+\s+{_TIME}\b",
    rf"\b(?:ouder|jonger|langer|korter|vanaf|tot)(?:\s+(?:\w+\s+)?dan)?\s+\d+(?:,\d+)?\s+{_TIME}\b",
    rf"\b\w*grens\b[^.\n]{{{{0,40}}}}?\s(?:van|op|bij)\s+\d+(?:\s+{_TIME})?\b|\b(?:onder|boven)\s+de\s+\d+\b",
    # Part of a word: mbo-2, A4, 45ste, 6-jarige.
    r"[^\W\d_][-–]?\d+(?:[.,]\d+)*\b|\b\d+-(?=[^\W\d_])\w+|"
    r"\b\d+(?!procent|pct|euro)[^\W\d_]\w*",
    # With a dot and no unit: 2.1 is a number of something.
    rf"(?<![\d.])\d+\.\d{{{{1,2}}}}(?:\.\d+)*\b(?!\.?\d)(?!,)(?!{_STATES})",
)
_SENTENCE = re.compile(
    r"(?<=[.!?])[\"”’)*_]*\s+(?=\W*[A-ZÀ-Ý\d▮])|\n\s*\n|\n(?=[ \t]*(?:[-*]|\d+[.)])\s|#|:::)"
)
_PARAGRAPH = re.compile(r"\n[ \t]*\n")


def plain(prose: str, names: Mapping[str, str]) -> str:
    """Take out of prose what is not an editor's sentence, keeping every line in its place.

    Parameters
    ----------
    prose : str
        Markdown with Jinja.
    names : mapping of str to str
        What paths such as ``studie.termen.persoon`` print; any other tag becomes a mark.

    Returns
    -------
    str
        As many lines as were given.
    """
    text = _without_free(prose)
    text = re.sub(r"^ {0,3}(```+|~~~+)[\s\S]*?(?:^ {0,3}\1|\Z)", blank, text, flags=re.MULTILINE)
    text = re.sub(r"\{#[\s\S]*?#\}|\{%[\s\S]*?(?:%\}|\Z)", blank, text)

    def said(tag: re.Match[str]) -> str:
        known = names.get(tag[1].partition("|")[0].strip(), "▮")
        return known + "\n" * tag[0].count("\n")

    text = re.sub(r"\{\{([\s\S]*?)(?:\}\}|\Z)", said, text)
    for pattern in (r"`[^`\n]+`", r"!?\[[^\]\n]*\]\([^)\n]*\)", r"\[\^[^\]\s]+\]:?", r"<[^>\n]+>"):
        text = re.sub(pattern, blank, text)
    return re.sub(r"\b(?:https?://|www\.)\S+|\S+@\S+\.\w+", blank, text)


def without_allowed(text: str, person: str, persons: str) -> str:
    """Blank the numbers that may stand in prose.

    Parameters
    ----------
    text : str
        Prose as :func:`plain` gives it.
    person, persons : str
        What the study calls the people it is about.

    Returns
    -------
    str
        As long as the text.
    """
    terms = {"person": re.escape(person), "persons": re.escape(persons)}
    for pattern in _ALLOWED:
        allowed = re.compile(pattern.format(**terms), re.MULTILINE | re.IGNORECASE)
        text = allowed.sub(blank, text)
    return text


def around(text: str, place: int) -> tuple[str, str]:
    """Give the sentence and the paragraph that a place in a text belongs to."""
    paragraph, start = _piece(_PARAGRAPH, text, place)
    sentence, _ = _piece(_SENTENCE, paragraph, place - start)
    return sentence, paragraph


def _piece(cut: re.Pattern[str], text: str, place: int) -> tuple[str, int]:
    start = 0
    for found in cut.finditer(text):
        if found.start() >= place:
            return text[start : found.start()], start
        start = found.end()
    return text[start:], start


def _without_free(prose: str) -> str:
    """Blank the passages editors answer for: to their end mark, else to the paragraph's end."""
    marks = list(FREE.finditer(prose))
    for place, mark in enumerate(marks):
        if mark[1]:
            continue
        after = marks[place + 1] if place + 1 < len(marks) else None
        paragraph = _PARAGRAPH.search(prose, mark.end())
        end = paragraph.start() if paragraph else len(prose)
        if after is not None and after[1]:
            end = after.end()
        prose = prose[: mark.start()] + _masked(prose[mark.start() : end]) + prose[end:]
    return FREE.sub(blank, prose)


def blank(found: re.Match[str]) -> str:
    """Give as many spaces as were found, and every line break."""
    return _masked(found[0])


def _masked(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
