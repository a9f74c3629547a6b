"""What stands in prose that is no prose: marks, comments, code of other languages, hidden signs.

None of it may leave the house as if it had been written for a reader.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from report45.conflict import conflict
from report45.lint.rules.rule import Rule
from report45.prose.markup import COMMENT, FREE, line_numbers, lines
from report45.study.letters import MISREAD, UNFIT
from report45.wording.notices import Finding, notice

CONFLICT = Rule("conflict")
HIDDEN_SIGN = Rule("hidden-sign", fixable=True)
DAMAGED_TEXT = Rule("damaged-text")
COMMENT_IN_PROSE = Rule("comment")
HTML = Rule("html")
TEX = Rule("tex")
IMAGE = Rule("image")

_TAG = re.compile(r"\{\{[\s\S]*?(?:\}\}|\Z)|\{%[\s\S]*?(?:%\}|\Z)|\{#[\s\S]*?(?:#\}|\Z)")
_TICKS = re.compile("`+")
_HTML = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|body|br|button|center|cite|code|dd|del|details|dfn|div|dl|dt|"
    r"em|embed|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|li|link|"
    r"main|mark|meta|nav|o:p|object|ol|p|pre|q|s|samp|script|section|small|span|strike|strong|"
    r"style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|video)"
    r"(?:\s[^<>]*|/)?>",
    re.IGNORECASE,
)
_TEX = re.compile(r"\\(?:begin|end|[a-z]{3,})\s*\{|\$\$?(?=[^$\n]*[\\^_])[^$\n]*+\$", re.IGNORECASE)
_IMAGE = re.compile(r"!\[[^\[\]\n]*+\]\(\s*+<?([^)\s>]{0,500}+)[^)\n]{0,500}+\)")
_LANGUAGES = (
    (COMMENT_IN_PROSE, re.compile("<!--|-->"), "halve-opmerking"),
    (HTML, _HTML, "html-in-proza"),
    (TEX, _TEX, "tex-in-proza"),
)
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\U000e0000-\U000e0fff]"
)
"""Signs that show nothing and change what is read or found: joiners, marks of direction, tags."""


def written(prose: str) -> Iterator[Finding]:
    """Find what is no prose in a piece of prose.

    Parameters
    ----------
    prose : str
        Markdown with Jinja, as its editor wrote it.

    Yields
    ------
    Finding
        ``conflict``, ``comment``, ``html``, ``tex``, ``image``, ``hidden-sign`` or
        ``damaged-text``.
    """
    if line := conflict(prose):
        yield CONFLICT.at(line, notice("samenvoeging-in-proza"))
    line_of = line_numbers(prose)
    for found in _HIDDEN.finditer(prose):
        sign = f"U+{ord(found[0]):04X}"
        name = unicodedata.name(found[0], "no sign").lower()
        told = notice("verborgen-teken", nummer=sign, naam=name)
        yield HIDDEN_SIGN.at(line_of(found.start()), told, sign)
    for found in UNFIT.finditer(prose):
        sign = f"U+{ord(found[0]):04X}"
        yield HIDDEN_SIGN.at(line_of(found.start()), notice("onbruikbaar-teken", nummer=sign), sign)
    for found in MISREAD.finditer(prose):
        sign = " ".join(f"U+{ord(one):04X}" for one in found[0])
        told = notice("verkeerde-letters", nummer=sign)
        yield DAMAGED_TEXT.at(line_of(found.start()), told, found[0])
    text = _TAG.sub(_blank, prose)
    for found in COMMENT.finditer(text):
        if not FREE.fullmatch(found[0]):
            about = " ".join(found[0].split())
            yield COMMENT_IN_PROSE.at(line_of(found.start()), notice("opmerking-in-proza"), about)
    text = _without_code(COMMENT.sub(_blank, text))
    line_of = line_numbers(text)
    for rule, pattern, message in _LANGUAGES:
        for found in pattern.finditer(text):
            yield rule.at(line_of(found.start()), notice(message, tekst=found[0]), found[0])
    for found in _IMAGE.finditer(text):
        told = notice("afbeelding-in-proza", adres=found[1])
        yield IMAGE.at(line_of(found.start()), told, found[1])


def _without_code(text: str) -> str:
    """Blank code, in which other languages may be quoted; every line keeps its place."""
    if "```" in text or "~~~" in text:
        both = zip(lines(text), text.splitlines(), strict=True)
        text = "\n".join("" if one.kind == "code" else line for one, line in both)
    return "\n".join(map(_without_spans, text.split("\n")))


def _without_spans(line: str) -> str:
    """Blank what stands between as many backticks as it opened with."""
    if "`" not in line:
        return line
    runs = [(found.start(), found.end()) for found in _TICKS.finditer(line)]
    closing: dict[int, list[int]] = {}
    for place, (start, end) in reversed([*enumerate(runs)]):
        closing.setdefault(end - start, []).append(place)
    kept, begin, place = [], 0, 0
    while place < len(runs):
        start, end = runs[place]
        start += line[:start].endswith("\\")
        alike = closing.get(end - start, [])
        while alike and alike[-1] <= place:
            alike.pop()
        if start < end and alike:
            place = alike.pop()
            kept += [line[begin:start], " " * (runs[place][1] - start)]
            begin = runs[place][1]
        place += 1
    return "".join([*kept, line[begin:]])


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
