"""How much of what a publication prints an editor finds standing together in one place.

A printed sentence is found when all its words, numbers and what the study itself names aside, stand
on one line of a cell or text, or in one alternative of a message. Run it with the name of a study;
what it needs is built first.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from report45.book.blocks import Prose, Shown
from report45.book.plan import make_book
from report45.builds.build import build
from report45.chapters.executed import Chapter, read_chapters
from report45.facts import Text
from report45.lint.rules.form import judgements, laid_out
from report45.prose.narrative import Narrator
from report45.releases.diff.units import plain, sentences
from report45.wording import counts, ladders

ROOT = Path(__file__).parents[1]
GAP = "▮"
"""Stands for what a quotation prints."""
_NAME = 8
"""Words that a label, a predicate or a name has at most."""
BREAK = "▯"
"""Stands where the words go on elsewhere."""

_CHOSEN = re.compile(r"⟦(.*?)⟧")
"""Words that a function in a message chooses from: the forms of a verb, say."""
_MESSAGE = re.compile(r"\{\{[^}]*\b(?:zin|frase|toon)\(.*?\}\}|\{\{[^}]*\sif\s[^}]*\}\}|\{%.*?%\}")
_QUOTE = re.compile(r"\{\{.*?\}\}")
_COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
_NUMBER = re.compile(r"^(?:Bijlage )?B?\d+(?:\.\d+)* (?=[A-ZÀ-Ý])")
_OTHER_WORDS = (
    "procent procentpunt euro dollar jaar jaren maand maanden week weken dag dagen uur en of tot "
    "van per geen niemand significant niet verschilt verschillen getoetst is zijn te toetsen p n "
    "betrouwbaarheidsinterval tabel figuur schema hoofdstuk paragraaf bijlage ref deelrapport het "
    "één een ander januari februari maart april mei juni juli augustus september oktober november "
    "december onbekend ja nee ongeveer ruim bijna meer minder dan"
)


@dataclass(frozen=True)
class Chance:
    """What there is to find of one chapter of a publication."""

    publication: str
    chapter: str
    found: int
    printed: int
    lost: tuple[str, ...]


def measure(folder: Path, out: Path, root: Path = ROOT) -> list[Chance]:
    """Look for every sentence that a study's publications print.

    Parameters
    ----------
    folder : Path
        The study's.
    out : Path
        Where it is built; only what is not there yet is made.
    root : Path
        Of the checkout whose notebooks and templates are read.
    """
    built = build(folder, out, formats=(), notebooks=root / "notebooks")
    chapters = read_chapters(sorted((out / built.study / "chapters").glob("*.ipynb")))
    written = tomllib.loads((folder / "study.toml").read_text(encoding="utf-8"))
    finder = Finder(_places(folder, root, written), _aside(chapters, written))
    found = []
    for name in written["publications"]:
        book = make_book(chapters, name)
        for number, part in enumerate(book.chapters, start=1):
            printed = [one for section in part for one in _printed(section.blocks)]
            lost = tuple(one for one in printed if not finder.finds(one))
            told = f"{number} {part[0].title or part[0].name}"
            found.append(Chance(name, told, len(printed) - len(lost), len(printed), lost))
    return found


class Finder:
    """Knows where words stand together.

    Parameters
    ----------
    places : set of str
        Sentences as they are written, with marks for what is quoted.
    aside : list of str
        What a study itself names.
    """

    def __init__(self, places: set[str], aside: list[str]) -> None:
        self._places = [
            (_longest(one), _pattern(_CHOSEN.sub(GAP, one)), _words(" ".join(_CHOSEN.findall(one))))
            for one in places
            if _longest(one)
        ]
        self._names = re.compile("|".join(map(re.escape, aside)) or "$^", re.IGNORECASE)
        self._words = _number_words()

    def finds(self, sentence: str) -> bool:
        """Say whether all words of a printed sentence stand in one place."""
        small = sentence.lower()
        for word, pattern, chosen in self._places:
            match = pattern.fullmatch(sentence) if word in small else None
            if match and all(self._is_aside(one, chosen) for one in match.groups()):
                return True
        return self._is_aside(sentence)

    def _is_aside(self, text: str, chosen: frozenset[str] = frozenset()) -> bool:
        rest = self._names.sub(" ", text)
        return _words(rest) <= self._words | chosen


def form(root: Path) -> tuple[int, dict[str, Counter[str]]]:
    """Give the longest line, and of each file how often it breaks which rule."""
    counted: dict[str, Counter[str]] = {}
    longest = 0
    bare = Chapter("", "", "", "", {"terms": {}}, {}, (), {})
    environment, _ = Narrator(bare, (), ()).language
    for path, text in _prose(root):
        longest = max(longest, *(len(line) for line in text.split("\n")))
        found = (*laid_out(text), *judgements(text, environment))
        name = path.relative_to(root).as_posix()
        counted.setdefault(name, Counter()).update(one.code for one in found)
    return longest, counted


def _prose(root: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                yield path, "".join(cell["source"])
    for folder in sorted((root / "report_templates").glob("*/publication.toml")):
        for path in sorted(folder.parent.glob("*.md")):
            yield path, path.read_text(encoding="utf-8")


def _places(folder: Path, root: Path, written: Mapping[str, Any]) -> set[str]:
    texts = [text for _, text in _prose(root)]
    texts += [one.read_text(encoding="utf-8") for one in sorted(folder.glob("*/*.md"))]
    lines = [line for text in texts for line in _COMMENT.sub("", text).split("\n")]
    lines += list(_strings(written))
    marked = [_QUOTE.sub(GAP, _MESSAGE.sub(BREAK, line)) for line in lines]
    files = sorted((root / "report_templates").glob("**/*.ftl")) + sorted(folder.glob("*.ftl"))
    if files:
        from report45.wording.sentences import read_sentences

        read = read_sentences((one.name, one.read_text(encoding="utf-8")) for one in files)
        marked += [line for one in read for text in alternatives(one.pattern) for line in text]
    pieces = [piece for line in marked for piece in line.split(BREAK)]
    return {one for piece in pieces for _, one in sentences(piece)}


def alternatives(pattern: Any) -> Iterator[list[str]]:
    """Give every alternative of a message as its lines, with marks for what is not its own."""
    text = ""
    for piece in pattern:
        if isinstance(piece, str):
            text += piece
        elif piece[0] == "choice":
            text += BREAK
            for _, within, _ in piece[3]:
                yield from alternatives(within)
        elif piece[0] == "literal":
            text += str(piece[2])
        elif piece[0] == "call":
            words = [one[2] for one in piece[3] if one[0] == "literal" and isinstance(one[2], str)]
            text += f"⟦{' '.join(words)}⟧" if words else GAP
        else:
            text += BREAK if piece[0] == "message" else GAP
    yield text.split("\n")


def _printed(blocks: Any) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Prose):
            said = (_NUMBER.sub("", text) for _, text in sentences(block.markdown))
            yield from (text for text in said if text)
        elif isinstance(block, Shown) and block.display.kind != "quote":
            shown = block.display.written
            for text in (shown.get("caption", ""), *shown.get("notes", ()), shown.get("alt", "")):
                yield from (one for _, one in sentences(text) if one)


def _strings(written: Any) -> Iterator[str]:
    if isinstance(written, str):
        yield written
    elif isinstance(written, dict | list):
        for one in written.values() if isinstance(written, dict) else written:
            yield from _strings(one)


def _aside(chapters: tuple[Chapter, ...], written: Mapping[str, Any]) -> list[str]:
    names = {
        one.fact.value
        for each in chapters
        for one in each.facts.values()
        if isinstance(one.fact, Text)
    }
    names |= {*_strings(written), *map(str, chapters[0].meta["terms"].values())}
    names = {one for one in names if len(one.split()) <= _NAME}
    # A number may stand behind the verb of a predicate.
    names |= {part for one in names for part in one.partition(" ")[::2] if len(part) > 3}
    return sorted((plain(one) for one in names if len(one) > 1), key=len, reverse=True)


def _number_words() -> frozenset[str]:
    said = [*(counts.in_words(number) for number in range(101)), _OTHER_WORDS]
    said += [text for text in vars(ladders).values() if isinstance(text, str) and "|" in text]
    return _words(" ".join(said))


def _words(text: str) -> frozenset[str]:
    """Give the words of a text; a single letter is none."""
    return frozenset(word.lower() for word in re.findall(r"[^\W\d_]{2,}", text))


def _longest(place: str) -> str:
    words = re.findall(r"[^\W\d_]{3,}", _CHOSEN.sub(" ", place).replace(GAP, " "))
    return max(words, key=len, default="").lower()


@cache
def _pattern(place: str) -> re.Pattern[str]:
    within = "(.*?)".join(map(re.escape, place.split(GAP)))
    return re.compile(f"(.*?){within}(.*)", re.IGNORECASE)


def main() -> None:
    """Print a table of a study's publications, and what prose looks like."""
    study, *wanted = sys.argv[1:] or ["almere"]
    found = measure(ROOT / "data" / study, ROOT / "build")
    for one in found:
        share = round(100 * one.found / one.printed) if one.printed else 100
        print(f"{one.publication:14} {one.chapter:34} {one.found:4} of {one.printed:4} {share:4}%")
        if one.publication in wanted:
            print(*(f"    {text}" for text in one.lost), sep="\n")
    longest, counted = form(ROOT)
    print(f"\nlongest line: {longest} characters")
    for name, codes in [*counted.items(), ("all", sum(counted.values(), Counter()))]:
        print(f"{name:44} {', '.join(f'{code} {count}' for code, count in sorted(codes.items()))}")


if __name__ == "__main__":
    main()
