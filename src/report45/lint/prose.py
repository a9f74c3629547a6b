"""An editor's sentences, taken out of prose, and the numbers that may stand in them.

Years, dates, numbers of phases, chapters, tables and articles, list markers, ordinals, names such
as 45+ and the age or duration that names a class ("45 jaar en ouder") are no statements about the
data. Neither is anything inside a tag, code, a link or a passage marked as free.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from report45.prose.markup import FREE, line_numbers

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

_PLACE = (
    r"(?:[A-Z]\w*(?:straat|laan|weg|plein|kade|dreef|gracht|singel|park|hof|pad|steeg|plantsoen)|"
    r"(?:[A-Z]\w+\s+)?(?:Straat|Laan|Weg|Plein|Park))"
)
_LAW = (
    r"\b(?:(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende)\s+lid|"
    r"(?:Stb|Stcrt|Trb|PbEU)\.?\s+\d{{4}},?\s*(?:nr\.\s*)?\d+|Kamerstukken?[^.;)\n]*|"
    r"ECLI:\S+|(?:kamer|lokaal|zaal|lijn|bus|spoor|balie|verdieping|etage|loket)\s+\d[\d.]*)"
)

# What may stand there, in the order it is taken out. {persons} and {person} are the study's words.
_ALLOWED = (
    # Telephone numbers, post boxes, post codes, addresses, law.
    r"\b(?:tel(?:efoon)?(?:nummer)?\.?:?|bel(?:\s+\w+){{0,3}}|nummer|06|0\d{{1,3}}|14\s?0\d{{1,3}}|\+31)"
    r"(?:[\s()-]*\d){{5,}}\b|\b14\s?0\d{{2,3}}\b|\b0(?:800|900)[\s-]?\d{{4,7}}\b|\b0\d{{1,3}}[\s-]+\d{{2,8}}(?:\s\d{{2,4}})*\b",
    r"\b(?:postbus|antwoordnummer)\s+\d+\b|\b\d{{4}}\s?(?-i:[A-Z]{{2}})\b",
    rf"(?-i:\b{_PLACE})\s+\d+(?:\s?-\s?\d+)?[a-z]?\b",
    _LAW,
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
    r"(?<=[.!?])[\"”’)*_]*\s+(?=\W{0,20}[A-ZÀ-Ý\d▮])|\n\s*\n|\n(?=[ \t]*(?:[-*]|\d+[.)])\s|#|:::)"
)
_PARAGRAPH = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True)
class Sentence:
    """A sentence of an editor.

    Parameters
    ----------
    text : str
        Its words; :data:`MARK` stands where a tag prints something.
    start : int
        Where it begins in the text of its piece.
    line : int
        Its first line, counted from 1.
    quotes : tuple of (int, str)
        Where in it a mark stands, and the path of the fact that it quotes.
    steered : bool
        Whether a tag decides what of it is printed, or whether it is.
    before : str
        The sentence before it in its paragraph; empty without one.
    """

    text: str
    start: int
    line: int
    quotes: tuple[tuple[int, str], ...]
    steered: bool
    before: str


@dataclass(frozen=True)
class Plain:
    """A piece of prose without what is not an editor's sentence, every line in its place.

    Parameters
    ----------
    text : str
        :data:`MARK` stands for every tag that prints something.
    quotes : tuple of str
        For each mark the path that its tag quotes; empty where it quotes none that can be read.
    steered : tuple of (int, int)
        The stretches within conditions and loops, and the places of other tags.
    """

    text: str
    quotes: tuple[str, ...]
    steered: tuple[tuple[int, int], ...]

    def sentences(self) -> Iterator[Sentence]:
        """Give its sentences in order."""
        seen, line_of = 0, line_numbers(self.text)
        lows = [low for low, _ in self.steered]  # in order, and apart
        for start, end in _pieces(_PARAGRAPH, self.text, 0, len(self.text)):
            before = ""
            for first, last in _pieces(_SENTENCE, self.text, start, end):
                text = self.text[first:last]
                marks = [one.start() for one in re.finditer(MARK, text)]
                paths = self.quotes[seen : seen + len(marks)]
                seen += len(marks)
                if text.strip():
                    near = bisect_left(lows, last) - 1
                    yield Sentence(
                        text=text,
                        start=first,
                        line=line_of(first),
                        quotes=tuple(
                            (at, path) for at, path in zip(marks, paths, strict=True) if path
                        ),
                        steered=near >= 0 and first < self.steered[near][1],
                        before=before,
                    )
                    before = text


MARK = "▮"
"""Stands for what a tag prints."""

_TAG = re.compile(
    r"\{#[\s\S]*?(?:#\}|\Z)|\{%-?\s*(?P<block>\w*)(?P<rest>[\s\S]*?)(?:%\}|\Z)|"
    r"\{\{(?P<says>[\s\S]*?)(?:\}\}|\Z)"
)
_FENCED = re.compile(r"^ {0,3}(```+|~~~+)[\s\S]*?(?:^ {0,3}\1|\Z)", re.MULTILINE)
_NOT_SAID = (
    re.compile(r"`[^`\n]+`"),
    re.compile(r"!?\[[^\[\]\n]*+\]\((?:[^()\n]|\([^()\n]*+\))*+\)"),
    re.compile(r"\[\^[^\[\]\s]+\]:?"),
    re.compile(r"<[^<>\n]+>"),
    re.compile(r"\b(?:https?://|www\.)\S+|(?<!\S)[^\s@]++@\S+\.\w+"),
)
"""Code, links, notes, tags and addresses, in the order they are taken out."""
_SET = re.compile(r"\A\s*(\w+)\s*=\s*([\w.]+)\s*-?\Z")
_OPENS, _CLOSES, _TURNS = "\x0e", "\x0f", "\x10"
_BLOCKS = {"if": _OPENS, "for": _OPENS, "endif": _CLOSES, "endfor": _CLOSES}


def plain(prose: str, names: Mapping[str, str]) -> Plain:
    """Take out of prose what is not an editor's sentence, keeping every line in its place.

    Parameters
    ----------
    prose : str
        Markdown with Jinja.
    names : mapping of str to str
        What paths such as ``studie.termen.persoon`` print; any other tag becomes a mark.
    """
    text = _without_free(prose.replace(MARK, " "))
    text = _FENCED.sub(blank, text)
    stands_for: dict[str, str] = {}

    def said(tag: re.Match[str]) -> str:
        lines = "\n" * tag[0].count("\n")
        if tag["says"] is None:
            if tag["block"] == "set" and (named := _SET.match(tag["rest"])):
                stands_for[named[1]] = _path(named[2], stands_for)
            turn = "" if tag["block"] in {None, "set"} else _TURNS
            return f" {_BLOCKS.get(tag['block'], turn)} {lines}"
        path = _path(tag["says"].strip("- ").partition("|")[0].strip(), stands_for)
        known = names.get(path)
        # The path travels with its mark, so that a mark that is blanked takes it along.
        return (f"{MARK}\x11{path}\x12" if known is None else known) + lines

    text = _TAG.sub(said, text)
    for pattern in _NOT_SAID:
        text = pattern.sub(blank, text)
    quotes = re.findall(f"{MARK}\x11([^\x12]*)\x12", text)
    text = re.sub("\x11[^\x12]*\x12", "", text)
    steered = tuple(_steered(text))
    text = re.sub(f"[{_OPENS}{_CLOSES}{_TURNS}]", " ", text)
    return Plain(text, tuple(one if "." in one else "" for one in quotes), steered)


def _path(written: str, stands_for: Mapping[str, str]) -> str:
    """A path as it is written, with the name that was set for its beginning spelt out."""
    if not re.fullmatch(r"\w+(?:\.\w+)*", written):
        return ""
    first, dot, rest = written.partition(".")
    return stands_for.get(first, first) + dot + rest


def _steered(text: str) -> Iterator[tuple[int, int]]:
    depth, opened = 0, 0
    for one in re.finditer(f"[{_OPENS}{_CLOSES}{_TURNS}]", text):
        if one[0] == _OPENS:
            opened = one.start() if not depth else opened
            depth += 1
        elif one[0] == _CLOSES and depth:
            depth -= 1
            if not depth:
                yield opened, one.end()
        elif not depth:
            yield one.span()
    if depth:
        yield opened, len(text)


def _pieces(cut: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in cut.finditer(text, start, end):
        yield start, found.start()
        start = found.end()
    yield start, end


def placed(place: int, sentences: Sequence[Sentence]) -> Sentence:
    """Give the sentence that a place in the text belongs to."""
    return next(
        (one for one in reversed(sentences) if one.start <= place),
        Sentence("", place, 1, (), False, ""),
    )


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
