"""Whether a sentence speaks of what a fact counts.

It does when it holds the words of the label or the predicate ("zin") that the fact stands under.
Words are compared on a crude stem, and the participle of a predicate on its consonants, so that
"vond" and "gevonden" are one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from report45.facts import Facts, Text

GROUPS = ("experiment", "control", "totaal")

_IDLE = frozenset(
    [
        *("de", "het", "een", "is", "was", "zijn", "heeft", "had", "hebben", "van", "in", "op"),
        *("aan", "om", "te", "en", "of", "met", "tot", "dan", "er", "nog", "die", "dat", "ook"),
        *("naar", "door", "voor", "bij", "al", "wel", "andere", "anders", "uit"),
    ]
)
_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = re.compile(r"(?:en|e|s|t)$")
_TWICE = re.compile(r"([^aeiou])\1$")
_ENOUGH = 2 / 3
"""The part of a predicate's words that names it, from three words on."""


@dataclass(frozen=True)
class Said:
    """What a group of facts is about.

    Parameters
    ----------
    phrases : tuple of frozenset of str
        The words of its label and of its predicate, each as stems.
    """

    phrases: tuple[frozenset[str], ...]


def subjects(facts: Facts) -> dict[str, Said]:
    """Give every path that has a label or a predicate under it, with the words of both."""
    phrases: dict[str, list[frozenset[str]]] = {}
    for path, fact in facts.items():
        above, _, last = path.rpartition(".")
        if last in {"label", "zin"} and isinstance(fact, Text) and not re.search(r"\d", fact.value):
            words = frozenset(_stems(fact.value, verbs=last == "zin"))
            phrases.setdefault(above, []).extend([words] if words else [])
    return {path: Said(tuple(words)) for path, words in phrases.items()}


def subject_of(path: str, known: Mapping[str, Said]) -> str:
    """Give the nearest path above a fact, or its own, that has a label; empty without one."""
    while path and path not in known:
        path = path.rpartition(".")[0]
    return path


class Sentence:
    """The words of a sentence, and the groups it names.

    Parameters
    ----------
    text : str
        Prose without tags.
    groups : mapping of str to str
        ``experiment`` and ``control`` to what the study calls them, in small letters.
    """

    def __init__(self, text: str, groups: Mapping[str, str]) -> None:
        self.groups = {name for name, term in groups.items() if term in text.lower()}
        stems = set(_stems(text, verbs=False))
        self._words = stems | {_skeleton(one) for one in stems}

    def speaks_of(self, said: Said) -> bool:
        """Whether it names what a group of facts is about."""
        for phrase in said.phrases:
            found = len(phrase & self._words)
            if found == len(phrase) or (len(phrase) > 2 and found >= _ENOUGH * len(phrase)):
                return True
        return False

    def fits(self, group: str) -> bool:
        """Whether a number of this group may stand in it."""
        return not group or not self.groups or group in self.groups

    def shares_words(self, path: str) -> int:
        """How many words of a fact's path it holds, those of its chapter and group aside."""
        return len(_path_words(path) & self._words)

    def holds(self, path: str) -> bool:
        """Whether it holds all of them."""
        words = _path_words(path)
        return bool(words) and words <= self._words


def _path_words(path: str) -> set[str]:
    parts = [one for one in path.split(".")[1:] if one not in GROUPS]
    return {stem for part in parts for stem in _stems(part.replace("_", " "), verbs=False)}


def _stems(text: str, *, verbs: bool) -> list[str]:
    """The stems of the words that mean something; of a participle its consonants, if asked."""
    words = [word for word in _WORD.findall(text.lower()) if word not in _IDLE and len(word) > 1]
    return [_skeleton(_stem(one)) if verbs and _participle(one) else _stem(one) for one in words]


def _participle(word: str) -> bool:
    return bool(re.fullmatch(r"ge\w{3,}(?:d|t|en)", word))


def _stem(word: str) -> str:
    if _participle(word):
        word = word[2:]
    short = _ENDINGS.sub("", word)
    return _TWICE.sub(r"\1", short if len(short) > 2 else word)


def _skeleton(stem: str) -> str:
    """The consonants, marked so that they are no word; the stem itself when there are few."""
    consonants = re.sub(r"[aeiouyëïáéèó]", "", stem)
    return f"={consonants}" if len(consonants) > 2 else stem
