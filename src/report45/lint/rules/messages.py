"""Messages read without saying them: what they choose by, name and leave out."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from report45.checkout import templates_folder
from report45.errors import Place
from report45.lint.rules.rule import Rule
from report45.study.people import GROUPS
from report45.verdicts import SCALES
from report45.wording.notices import Finding, Notice, notice
from report45.wording.phrases import FILTERS
from report45.wording.sentences import Message, Sentences, expressions

ALTERNATIVES = Rule("alternatives")
NO_COMMENT = Rule("no-comment")
TEMPLATE_SYNTAX = Rule("template-syntax")
UNKNOWN_FACT = Rule("unknown-fact")
UNKNOWN_SENTENCE = Rule("unknown-sentence")
UNUSED_SENTENCE = Rule("unused-sentence")

FUNCTIONS = frozenset(name.upper() for name in FILTERS)
"""What a message may call."""
_PLURALS = frozenset({"one", "other"})
_CLOSED = {"ja of nee": frozenset({"ja", "nee"}), "groep": frozenset(GROUPS)}
_OPEN_LINE = re.compile(
    r"^(?:#.*|-?[a-zA-Z][\w-]*[ \t]*=|[ \t]*\*?\[[^\]\n]*\]|[ \t]*\}[ \t]*$)", re.M
)
_PLACEABLE = re.compile(r"\{[^{}]*->|\{[^{}]*\}|[{}]")


@dataclass(frozen=True)
class Called:
    """A call of ``zin`` or ``frase`` in prose.

    Parameters
    ----------
    name : str
        Of the message, or how it begins.
    whole : bool
        Whether that is all of it.
    given : frozenset of str
        Variables that are given by name.
    lacks : mapping of str to bool
        Whether a variable of the message is under none of the nodes; empty when that is not known.
    """

    name: str
    whole: bool
    given: frozenset[str]
    lacks: Mapping[str, bool]

    def calls(self, name: str) -> bool:
        """Say whether a message may be meant."""
        return name == self.name if self.whole else name.startswith(self.name)


def message_findings(sentences: Sentences, folder: Path) -> Iterator[Finding]:
    """Find what is wrong in messages themselves.

    Parameters
    ----------
    sentences : Sentences
        Those of a publication.
    folder : Path
        The study's, for messages of its own.

    Yields
    ------
    Finding
        ``unknown-sentence``, ``alternatives``, ``template-syntax`` or ``no-comment``.
    """
    for message in sentences.messages.values():
        for line, rule, said in _faults(message, sentences):
            yield rule.at(Place(str(file_of(message, folder)), line=line), said)


def unknown_to_prose(
    sentences: Sentences, own: str, called: Sequence[Called], house: Sentences, folder: Path
) -> Iterator[Finding]:
    """Find the messages of a file of a study's or publication's own that nothing would say.

    Parameters
    ----------
    sentences : Sentences
        All that are known.
    own : str
        Name of the file.
    called : sequence of Called
        What prose calls.
    house : Sentences
        Those that every publication has.
    folder : Path
        The study's.

    Yields
    ------
    Finding
        ``unused-sentence``, or ``unknown-fact`` for a variable that no call gives.
    """
    mine = [one for one in sentences.messages.values() if one.file == own]
    used = used_by(sentences, called)
    for message in mine:
        place = Place(str(file_of(message, folder)), line=message.line)
        # What displays say is the same in every publication; a study may have other words.
        if message.name not in used and (message.name not in house.messages or "/" in own):
            near = difflib.get_close_matches(message.name, sorted({*house.messages, *used}), n=2)
            told = notice("zin-ongebruikt", naam=message.name, bedoeld=near)
            yield UNUSED_SENTENCE.at(place, told)
            continue
        calls = [one for one in called if one.calls(message.name)]
        known = house.variables(message.name)
        displayed = message.name in house.messages and message.name not in used
        for name in sorted(sentences.variables(message.name) - known):
            if displayed or (calls and all(one.lacks.get(name, False) for one in calls)):
                near = difflib.get_close_matches(name, {*known, *_given(calls)}, n=1)
                meant = [f"${one}" for one in near]
                told = notice(
                    "zin-zonder-variabele", zin=message.name, naam=f"${name}", bedoeld=meant
                )
                yield UNKNOWN_FACT.at(place, told)
        for line, what in _unlike(message, house.messages[message.name]) if displayed else ():
            told = notice("weergave-anders", zin=message.name, wat=what)
            yield TEMPLATE_SYNTAX.at(replace(place, line=line), told)


def _unlike(message: Message, house: Message) -> Iterator[tuple[int, str]]:
    """Find what a display's message does with its variables that the house's own does not.

    Only a kernel knows what the variables are: what the house does with them is what they allow.
    """
    allowed = {what for _, what in _treated(house)}
    yield from ((line, what) for line, what in _treated(message) if what not in allowed)


def _treated(message: Message) -> Iterator[tuple[int, str]]:
    for kind, line, *held in expressions(message.pattern):
        if kind == "call" and held[1][:1] and held[1][0][0] in ("variable", "literal"):
            variable = held[1][0][0] == "variable"
            yield line, f"{held[0]}({'$' if variable else ''}{held[1][0][2]})"
        elif kind == "choice" and held[0][0] == "variable":
            yield line, f"${held[0][2]} ->"


def used_by(sentences: Sentences, called: Iterable[Called]) -> frozenset[str]:
    """Name the messages that prose calls, and those that these refer to."""
    calls = list(called)
    whole = {one.name for one in calls if one.whole}
    begun = tuple({one.name for one in calls if not one.whole})
    waiting = [name for name in sentences.messages if name in whole or name.startswith(begun)]
    used: set[str] = set()
    while waiting:
        if (name := waiting.pop()) in used or name not in sentences.messages:
            continue
        used.add(name)
        waiting += [
            one[2]
            for one in expressions(sentences.messages[name].pattern)
            if one[0] in ("message", "term")
        ]
    return frozenset(used)


def file_of(message: Message, folder: Path) -> Path:
    """Say where a message stands: among the templates, or in the study's own folder."""
    inner = "/" in message.file
    return templates_folder() / message.file if inner else folder / message.file


def words_of(text: str) -> str:
    """Leave of a file of messages only what is printed, keeping every line in its place.

    Parameters
    ----------
    text : str
        Fluent syntax.

    Returns
    -------
    str
        As many lines; what is quoted is a mark.
    """
    bare = _OPEN_LINE.sub(lambda found: " " * len(found[0]), text)
    return _PLACEABLE.sub(_mark, bare)


def _mark(found: re.Match[str]) -> str:
    quoted = found[0].endswith("}") and len(found[0]) > 1
    return ("▮" if quoted else "") + "\n" * found[0].count("\n")


def _faults(message: Message, sentences: Sentences) -> Iterator[tuple[int, Rule, Notice]]:
    if not message.comment:
        yield message.line, NO_COMMENT, notice("zin-zonder-uitleg", zin=message.name)
    for kind, line, *held in expressions(message.pattern):
        if kind == "call" and held[0] not in FUNCTIONS:
            yield line, TEMPLATE_SYNTAX, _unknown("functie-onbekend", held[0], FUNCTIONS)
        elif kind == "message" and held[0] not in sentences.messages:
            yield line, UNKNOWN_SENTENCE, _unknown("zin-onbekend", held[0], sentences.messages)
        elif kind == "term" and not _is_term(held[0], sentences):
            known = [f"-{one}" for one in sentences.terms]
            yield line, UNKNOWN_SENTENCE, _unknown("term-onbekend", held[0], known)
        elif kind == "choice":
            told = incomplete([key for key, _, _ in held[1]], message.name)
            yield from [(line, ALTERNATIVES, told)] if told else []


def incomplete(keys: Sequence[Any], name: str = "") -> Notice | None:
    """Say what a choice leaves out.

    Whoever chooses by a judgement must have words for every value of its scale.

    Parameters
    ----------
    keys : sequence of str or number
        What its alternatives are for.
    name : str
        Of the message it stands in.

    Returns
    -------
    Notice or None
        None for a choice that is complete, or by a number or a word.
    """
    words = [one for one in keys if isinstance(one, str)]
    if twice := [one for one in dict.fromkeys(keys) if list(keys).count(one) > 1]:
        return notice("keuze-dubbel", zin=name, waarde=str(twice[0]))
    named = set(words) - _PLURALS
    if not named or len(words) < len(keys):
        return None
    scales = _CLOSED | {name: frozenset(values) for name, values in SCALES.items()}
    if any(named == values for values in scales.values()):
        return None
    scale, values = max(scales.items(), key=lambda one: (len(one[1] & named), -len(one[1])))
    if len(values & named) <= len(named) / 2:  # words of another kind
        return None
    missing, other = sorted(values - named), sorted(named - values)
    if other:
        known = ", ".join(sorted(values))
        return notice("keuze-vreemd", zin=name, waarde=other[0], schaal=scale, waarden=known)
    return notice("keuze-onvolledig", zin=name, waarden=", ".join(missing), schaal=scale)


def _is_term(name: str, sentences: Sentences) -> bool:
    return name in sentences.messages or name.removeprefix("-") in sentences.terms


def _unknown(told: str, name: str, known: Iterable[str]) -> Notice:
    return notice(told, naam=name, bedoeld=difflib.get_close_matches(name, list(known), n=2))


def _given(calls: Iterable[Called]) -> Iterator[str]:
    for one in calls:
        yield from one.given
        yield from (name for name, lacks in one.lacks.items() if not lacks)
