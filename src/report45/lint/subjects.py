"""What a sentence speaks of, and whom: the subjects that facts stand under, and the groups.

A sentence speaks of a subject when it holds the words of the study's label or predicate ("zin"),
or, of facts that have none, what :data:`~report45.lint.lexicon.NAMED` calls them. Words are
compared on a crude stem, and the participle of a predicate on its consonants, so that "vond" and
"gevonden" are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from report45.facts import Facts, Text
from report45.lint.lexicon import (
    BOTH,
    CLAUSE,
    EVERYONE,
    NAMED,
    NEGATION,
    PARTAKERS,
    RESTRICTED,
    SAME_AS,
)
from report45.lint.prose import Sentence

GROUPS = ("experiment", "control", "totaal")
PARTAKING = "deelnemers"
"""The group of those who took part, where the study calls its people by another name."""

_IDLE = frozenset(
    [
        *("de", "het", "een", "is", "was", "zijn", "heeft", "had", "hebben", "van", "in", "op"),
        *("aan", "om", "te", "en", "met", "tot", "dan", "er", "nog", "die", "dat", "ook", "nooit"),
        *("naar", "door", "voor", "bij", "al", "wel", "anders", "uit", "waren", "werd"),
        *("hadden", "wordt", "worden", "naast", "per", "meer", "minder", "deel"),
    ]
)
SIZES = frozenset(["opzet.toewijzing.n", "verloop.toegewezen"])
_LEFT_OUT = frozenset(["kop", "grootste", "alle", "klantmanager"])
"""Parts of a path under which facts only repeat another, or take a part of it."""

_WORD = re.compile(r"[^\W\d_]+|\d+")
_DIGIT = re.compile(r"\d")
_ENDINGS = re.compile(r"(?:en|e|s|t)$")
_TWICE = re.compile(r"([^aeiou])\1$")
_LONG = re.compile(r"([aeou])\1(?=[^aeiou]+$)")
_ENOUGH = 2 / 3
"""The part of a phrase's words that names it, from three words on."""


@dataclass(frozen=True)
class Subject:
    """What a group of facts is about.

    Parameters
    ----------
    path : str
        What its facts stand under.
    phrases : tuple of frozenset of str
        The stems of its label and of its predicate.
    label : str
        The label in small letters; empty without one.
    pattern : re.Pattern or None
        How sentences name it, where it has neither.
    """

    path: str
    phrases: tuple[frozenset[str], ...] = ()
    label: str = ""
    pattern: re.Pattern[str] | None = None

    @property
    def is_size(self) -> bool:
        """Whether its facts say how large the groups are, and no more."""
        return self.path in SIZES

    @property
    def family(self) -> str:
        """What its siblings stand under as well: the other categories, routes, instruments."""
        return self.path.rpartition(".")[0]


@dataclass(frozen=True)
class Mention:
    """A subject that a text names.

    Parameters
    ----------
    subject : Subject
    words : frozenset of str
        By which words; empty where a pattern named it.
    full : bool
        Whether all words of a phrase are there.
    said : bool
        Whether they say all that its facts count, and not only name it.
    """

    subject: Subject
    words: frozenset[str]
    full: bool
    said: bool


class Subjects:
    """All subjects of a study, and the groups it has.

    Parameters
    ----------
    facts : mapping of str to Fact
        By full path.
    groups : mapping of str to str
        ``experiment`` and ``control`` to what the study calls them.
    person, persons : str
        What it calls the people it is about.
    """

    def __init__(self, facts: Facts, groups: Mapping[str, str], person: str, persons: str) -> None:
        self._terms = {name: term.lower() for name, term in groups.items()}
        self._persons = re.compile(
            rf"\b(?:{re.escape(persons)}|{re.escape(person)})\b", re.IGNORECASE
        )
        self._partakers = "deelnemer" not in persons.lower()
        terms = {"persons": re.escape(persons), "person": re.escape(person)}
        restricted = "|".join(RESTRICTED).format(**terms)
        self._restricted = re.compile(restricted, re.IGNORECASE)
        self.known = {one.path: one for one in _subjects(facts)}

    def above(self, path: str) -> str:
        """Give the nearest subject that a fact stands under; empty without one."""
        while path and path not in self.known:
            path = path.rpartition(".")[0]
        return path

    @lru_cache(maxsize=512)  # noqa: B019  one reader a check, and it ends with it
    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Give the subjects that a text names; of two by the same words the more exact one."""
        stems = text_stems(text)
        lower = " ".join(text.lower().split())
        found = [one for subject in self.known.values() for one in _mention(subject, stems, lower)]
        if any(one.words for one in found):
            found = [one for one in found if not one.subject.is_size]
        return tuple(
            one for one in found if not (one.words and any(_outdoes(other, one) for other in found))
        )

    def loosely(self, text: str) -> Iterator[Subject]:
        """Give the subjects of which a text holds two words, years aside."""
        stems = text_stems(text)
        for one in self.known.values():
            held = (
                {word for word in phrase & stems if not word.isdigit()} for phrase in one.phrases
            )
            if any(len(words) > 1 for words in held):
                yield one

    def group_at(self, sentence: Sentence, place: int) -> str:
        """Give the group that a place in a sentence is about.

        That is the one its clause names, else the last one named before, else the first after.

        Parameters
        ----------
        sentence : Sentence
        place : int
            Where in its text.

        Returns
        -------
        str
            A name of :data:`GROUPS`, :data:`PARTAKING`, ``both``, or empty.
        """
        named = list(self.groups_in(sentence.text))
        clause = clause_at(sentence.text, place)
        within = [(at, group) for at, group in named if clause[0] <= at < clause[1]]
        if len({group for _, group in within}) == 1:
            return within[0][1]
        if within:
            after = [group for at, group in within if at > place]
            before = [group for at, group in within if at <= place]
            return before[-1] if before else after[0]
        before = [group for at, group in named if at < place]
        after = [group for at, group in named if at >= place]
        if before or after:
            return before[-1] if before else after[0]
        text = sentence.text
        if BOTH.search(text):
            return "both"
        if self._partakers and PARTAKERS.search(text):
            return PARTAKING
        return "totaal" if EVERYONE.search(text) or self._persons.search(text) else ""

    def groups_in(self, text: str) -> Iterator[tuple[int, str]]:
        """Give where the groups are named, in order."""
        lower = text.lower()
        found = [
            (one.start(), name)
            for name, term in self._terms.items()
            for one in re.finditer(re.escape(term), lower)
        ]
        yield from sorted(found)

    def is_of_the_study(self, text: str) -> bool:
        """Whether a text names the people of the study or one of its groups."""
        return bool(self._persons.search(text)) or any(self.groups_in(text))

    def restricted(self, text: str) -> bool:
        """Whether a text sets a part of the people apart: "van de klanten die …"."""
        return bool(self._restricted.search(text))


def _outdoes(one: Mention, other: Mention) -> bool:
    """Whether one is named more exactly, or as the reverse: "buiten Nederland", "in Nederland"."""
    reverse = one.words & _REVERSED and not other.words & _REVERSED
    kin = one.words & other.words and one.subject.family == other.subject.family
    return other.words < one.words or bool(reverse and kin)


def clause_at(text: str, place: int) -> tuple[int, int]:
    """Give where the clause around a place begins and ends."""
    start, end = 0, len(text)
    for one in CLAUSE.finditer(text):
        if one.end() <= place:
            start = one.end()
        elif one.start() >= place:
            return start, one.start()
    return start, end


def negated(text: str, subject: Subject) -> bool:
    """Whether a text denies what a subject says: "vond geen werk"."""
    own = {word for phrase in subject.phrases for word in phrase}
    own |= {word for word, other in SAME_AS.items() if other in own}
    return any(one[0].lower() not in own for one in NEGATION.finditer(text))


def _subjects(facts: Facts) -> Iterator[Subject]:
    phrases: dict[str, list[frozenset[str]]] = {}
    labels: dict[str, str] = {}
    for path, fact in facts.items():
        above, _, last = path.rpartition(".")
        if last not in {"label", "zin"} or not isinstance(fact, Text) or not fact.value:
            continue
        if _LEFT_OUT.intersection(above.split(".")):
            continue
        stems = frozenset(_stems(fact.value, verbs=last == "zin"))
        phrases.setdefault(above, []).extend([stems] if stems else [])
        if last == "label":
            labels[above] = fact.value.lower()
    for path, said in phrases.items():
        longest = max(said, key=len, default=frozenset())
        # "Nederland" alone is not "is in Nederland geboren".
        said = [one for one in said if len(one) > 1 or not one < longest]
        yield Subject(path, tuple(said), labels.get(path, ""))
    for named, pattern in NAMED:
        begin = re.compile(named)
        for path in dict.fromkeys(found[0] for path in facts if (found := begin.match(path))):
            if path not in phrases:
                yield Subject(path, (), "", pattern)


def _mention(subject: Subject, stems: frozenset[str], lower: str) -> Iterator[Mention]:
    if subject.pattern is not None:
        if subject.pattern.search(lower):
            yield Mention(subject, frozenset(), full=True, said=True)
        return
    best: frozenset[str] = frozenset()
    full = False
    for phrase in subject.phrases:
        found = phrase & stems
        needed = {word for word in phrase if word[0].isdigit() or word in _DECISIVE}
        enough = len(found) == len(phrase) or (
            len(phrase) > 2 and len(found) >= _ENOUGH * len(phrase)
        )
        if enough and needed <= found:
            full = full or len(found) == len(phrase)
            best = max(best, found, key=len)
    if best:
        label = subject.label and re.search(rf"\b{re.escape(subject.label)}\b", lower)
        # "Team Zorg" is a name; "naar Team Zorg" is what became of someone.
        verbal = full and any(one.startswith("=") for one in best)
        noun = full and len(best) == 1
        yield Mention(subject, best, full or bool(label), bool(label) or verbal or noun)


_REVERSED = frozenset(["niet", "geen", "zonder", "buit"])
_DECISIVE = _REVERSED | frozenset(
    [
        *("of", "een", "één", "twee", "drie", "vier", "vijf"),
        *("zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    ]
)
"""Words of a phrase without which it says something else."""


@lru_cache(maxsize=2048)
def text_stems(text: str) -> frozenset[str]:
    """Give the stems of a text's words, and their consonants."""
    stems = set(_stems(text, verbs=False))
    stems |= {_SAME_AS[one] for one in stems & _SAME_AS.keys()}
    return frozenset(stems | {_skeleton(one) for one in stems})


def path_stems(path: str) -> set[str]:
    """Give the stems of the words in a fact's path, those of its chapter and group aside."""
    parts = [one for one in path.split(".")[1:] if one not in GROUPS]
    return {stem for part in parts for stem in _stems(part.replace("_", " "), verbs=False)}


def shares_words(text: str, path: str) -> bool:
    """Whether a text holds a word of a fact's path."""
    return bool(path_stems(path) & text_stems(text))


def _stems(text: str, *, verbs: bool) -> Sequence[str]:
    """The stems of the words that mean something; of a participle its consonants, if asked."""
    found = [one for one in _WORD.findall(text.lower()) if one not in _IDLE]
    found = [one for one in found if len(one) > 1 or _DIGIT.match(one)]
    return [_skeleton(_stem(one)) if verbs and _participle(one) else _stem(one) for one in found]


def _participle(word: str) -> bool:
    return bool(re.fullmatch(r"ge\w{3,}(?:d|t|en)", word))


def _stem(word: str) -> str:
    if word in {"niet", "geen"}:
        return word
    if _participle(word):
        word = word[2:]
    short = _ENDINGS.sub("", word)
    short = _TWICE.sub(r"\1", short if len(short) > 2 else word)
    return _LONG.sub(r"\1", short)


def _skeleton(stem: str) -> str:
    """The consonants, marked so that they are no word; the stem itself when there are few."""
    consonants = re.sub(r"[aeiouyëïáéèó]", "", stem)
    return f"={consonants}" if len(consonants) > 2 else stem


_SAME_AS = {_stem(word): _stem(other) for word, other in SAME_AS.items()}
