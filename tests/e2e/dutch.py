"""What no sentence of a publication may ever say, whatever the numbers are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_ONE = r"(?<![\d,.])\b(?:1(?![.,]\d)|[Éé]én|Eén)"
_NONE = r"(?<![\d,.])\b(?:0|[Nn]ul)"
_MORE = (
    r"(?<![\d,.])\b(?:[2-9]|\d{2,}|\d\.\d{3}|[Tt]wee|[Dd]rie|[Vv]ier|[Vv]ijf|[Zz]es|[Zz]even"
    r"|[Aa]cht|[Nn]egen|[Tt]ien|[Ee]lf|[Tt]waalf|\w+tien|\w+tig)"
)
_NOUN = (
    r"(?:klant|deelnemer|kenmerk|instrument|pijler|bevinding|contact|gesprek|maand|casus|interview)"
)
_NOUNS = (
    r"(?:klanten|deelnemers|kenmerken|instrumenten|pijlers|bevindingen|contacten|gesprekken"
    r"|maanden|casussen|interviews)"
)
_SINGULAR = r"(?:is|heeft|had|was|nam|kreeg|viel|bleef|voldeed|vond|gebruikte|telt|verschilt)"
_PLURAL = (
    r"(?:zijn|hebben|hadden|waren|namen|kregen|vielen|bleven|voldeden|vonden|gebruikten|tellen"
    r"|verschillen)"
)
_START = r"(?:^|[.:;] )"
_NUMBER = r"(?<![\d,−])−?\d+(?:[.,]\d+)*(?: procent(?:punt)?)?"

NEVER = {
    "a value that is no number": r"\b(?:None|nan|NaN|inf|True|False|Undefined)\b",
    "a number nobody knows": r"\bonbekend(?:e)? (?:procent|jaar|euro|klanten)|niet te vergelijken",
    "a rest of a template": r"\{\{|\}\}|\{%|%\}|\{#|[\ue000-\uf8ff]|\]\((?:ref|toon):",
    "a space before a mark": r"\S [.,;:?!)](?:\s|$)",
    "a space after a bracket": r"\( ",
    "two marks": r"[,;:][.,;:]|\.\.|\.,",
    "no space after a mark": r"[a-z)][.;:?!][A-Z]",
    "a word twice": r"\b(?!(?:dat|die|uur)\b)([A-Za-zéë]+) \1\b",
    "one with a plural": rf"{_ONE} {_NOUNS}\b",
    "many with a singular": rf"{_MORE} {_NOUN}\b(?!-)",
    "none as a number": rf"{_NONE} {_NOUNS}?\b(?! procent)(?:van|af|er|keer|dat)?\b(?<! )",
    "none after a preposition": rf"\b(?:de|[Bb]ij|[Vv]oor|er) {_NONE}\b(?! procent|[,.]\d)",
    "a plural verb with one": rf"{_ONE} (?:{_NOUN}|van (?:de|hen)[^.,;]*) {_PLURAL}\b",
    "a singular verb with many": rf"{_START}{_MORE} {_NOUNS} {_SINGULAR}\b",
    "a plural verb before one": rf"\b{_PLURAL} (?:er |nog )?{_ONE}\b(?! o[pf]\b)",
    "a plural verb with none": rf"\b[Gg]een van de {_NOUNS} {_PLURAL}\b",
    "a singular verb with all": rf"{_START}Alle {_NOUNS} {_SINGULAR}\b",
    "a plural verb with a percentage": rf"\bprocent van de \w+ {_PLURAL}\b",
    "a plural after every": rf"\b(?:[Ii]edere|[Gg]een enkele|[Ee]lke) {_NOUNS}\b",
    "all of one": r"\b(?:[Aa]lle|[Bb]eide) (?:1|één)\b|\bde (?:1|één) (?!procent)\w+",
    "an accent for emphasis on a capital": r"Één",
    "a range from a number to itself": rf"({_NUMBER})(?: jaar)? (?:tot|en ten hoogste) \1(?![\d,])",
    "between a number and itself": rf"\btussen ({_NUMBER}) en \1(?![\d,])",
    "not a number but itself": rf"\bniet op ({_NUMBER}), maar op \1(?![\d,])",
    "a number against itself": rf"({_NUMBER}) tegen \1(?![\d,])",
}

_MORE_OR_LESS = re.compile(
    r"\b(?:vaker dan|minder vaak dan|meer dan|minder dan|hoger dan|lager dan)\b"
    r"(?! (?:1|99) procent\b)"  # that is how a share near nobody or everyone is written
)
_SHARES = re.compile(r"−?\d+(?:,\d+)? procent(?:punt)?")
_ENDS = tuple(".?!:’”")


def blocks(markdown: str) -> Iterator[tuple[str, str]]:
    """Give the blocks of a text as a reader sees them, each with its kind.

    Parameters
    ----------
    markdown : str
        Rendered prose; ``[[…]]`` stands for a display.

    Yields
    ------
    tuple of (str, str)
        ``heading``, ``item``, ``display``, ``box`` or ``text``, and the words.
    """
    kind, words = "", ""
    for line in [*markdown.splitlines(), ""]:
        begins = re.match(r"(#+ |- |\d+\. |\[\[|:::|\*\*[^*]+\*\*$)", line)
        if (begins or not line.strip()) and words:
            yield kind, plain(words)
            words = ""
        if begins:
            mark = begins[1]
            kinds = {"#": "heading", "*": "heading", "[": "display", ":": "box"}
            kind, words = kinds.get(mark[0], "item"), line
            if kind in {"heading", "box"}:
                yield kind, plain(line.strip("#: "))
                words = ""
        elif line.strip():
            kind, words = (kind, f"{words} {line.strip()}") if words else ("text", line)


def plain(markdown: str) -> str:
    """Take the marks out of one block: links, emphasis, escapes and list marks."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    text = re.sub(r"^(?:-|\d+\.)(?: |$)", "", text.strip())
    return re.sub(r"\\(\W)", r"\1", text.replace("**", "")).strip("*")


def sentences(text: str) -> list[str]:
    """Split a block into sentences."""
    return re.split(r"(?<=[.?!])[’”]? +(?=\S)", text)


def faults(markdown: str) -> list[str]:
    """List what is wrong with a text, whatever its numbers: each with the words it is in."""
    found = [f"two spaces: {line}" for line in markdown.splitlines() if "  " in line.strip()]
    parts = list(blocks(markdown))
    for (kind, text), (after, _) in pairwise([*parts, ("end", "")]):
        found += [f"{name}: {text}" for name, pattern in NEVER.items() if re.search(pattern, text)]
        found += [f"{name}: {text}" for name in _of_block(kind, text, after)]
    return found


def _of_block(kind: str, text: str, after: str) -> Iterator[str]:
    if kind in {"display", "box"}:
        return
    if not text:
        yield "nothing"
    if kind == "heading" and after in {"end"}:
        yield "a heading above nothing"
    if kind == "text" and not text.endswith(_ENDS):
        yield "no end"
    if kind == "text" and text.endswith(":") and after not in {"item", "display"}:
        yield "no list"
    if text.count("(") != text.count(")") or text.count("‘") > text.count("’"):
        yield "a bracket or quotation mark without the other"
    for place, sentence in enumerate(sentences(text)):
        first = re.search(r"\w", sentence)
        if first and first[0].islower() and not (kind == "item" and place == 0):
            yield "a small letter at the start"
        shares = _SHARES.findall(sentence)
        if _MORE_OR_LESS.search(sentence) and len(shares) > 1 and len(set(shares)) == 1:
            yield "more or less between equal numbers"
