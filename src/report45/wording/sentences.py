"""Sentences with alternatives, written as Fluent messages (https://projectfluent.org).

``fluent.syntax`` reads them. They are said here, and not by ``fluent.runtime``, because that goes
on where a report must stop (``{$x}`` in the text, the default for a judgement it has no alternative
for), wants every argument beforehand, also those of alternatives that are not chosen, and takes
longer to import than all sentences of a report to say. Tests hold the two equal.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Protocol

from report45.errors import Fault, InputError, Place, Report45Error
from report45.facts import Count, Flag, Text, Verdict
from report45.wording.kinds import kind_of, visible
from report45.wording.notices import Notice, notice, notice_of

TERMS: Mapping[str, str] = MappingProxyType(
    {
        "person": "persoon",
        "persons": "personen",
        "programme": "programma",
        "experiment": "experiment",
        "control": "controle",
        "professional": "begeleider",
        "professionals": "begeleiders",
        "benefit": "uitkering",
        "benefit_article": "lidwoord_uitkering",
        "goal": "doel",
    }
)
"""Names of a study's terms: in ``study.toml``, and in prose and sentences."""

SHOWN = "sentences/nl/weergave.ftl"
"""Where in ``report_templates`` the words of tables and figures are, which notebooks print."""

Piece = tuple[Any, ...] | str
"""Text, or an expression: its kind, its line, and what it holds.

``("literal", line, value)``, ``("variable", line, name)``, ``("term", line, name)``,
``("message", line, name)``, ``("call", line, name, arguments, named)``, or
``("choice", line, selector, alternatives)`` with a key, a pattern and whether it is the default for
each alternative.
"""
Pattern = tuple[Piece, ...]
Parsed = tuple[tuple[tuple[str, int, str, Pattern], ...], tuple[tuple[int, str], ...]]
"""Name, line, comment and pattern of every message; line and problem of all that is none."""

PARSED: dict[str, Parsed] = {}
"""What was read before, by the text of the file."""


class Markdown(str):
    """Text that may stand in prose as it is: what a message gave."""

    __slots__ = ()

    def __html__(self) -> str:
        """Say so to Jinja."""
        return self


class SentenceError(Report45Error):
    """A sentence cannot be said.

    Parameters
    ----------
    told : Notice
        Why not.
    """

    def __init__(self, told: Notice) -> None:
        super().__init__(told)


@dataclass(frozen=True)
class Message:
    """One message, or a term of a file of its own.

    Parameters
    ----------
    name : str
        A term's name begins with a hyphen.
    file : str
        Where it is written, for messages.
    line : int
        Where in that file, counted from 1.
    comment : str
        What it says of itself.
    pattern : tuple
        Its text and the expressions in it.
    """

    name: str
    file: str
    line: int
    comment: str
    pattern: Pattern


class Speaker(Protocol):
    """What messages are said with."""

    functions: Mapping[str, Callable[..., Any]]
    """Name in capitals → function."""

    def find(self, name: str) -> Any:
        """Give the value of a variable; raises what says why it has none."""

    def bare(self, value: Any) -> Any:
        """Give the fact in a value, or the value itself."""

    def safe(self, value: Any) -> str:
        """Print a value as it may stand in the text."""


class Sentences:
    """The messages of a publication.

    Parameters
    ----------
    messages : iterable of Message
        A later one replaces an earlier one of the same name.
    terms : mapping of str to str
        The study's, by their Dutch name.
    """

    def __init__(self, messages: Iterable[Message], terms: Mapping[str, str]) -> None:
        self.messages = {one.name: one for one in messages}
        self.terms = dict(terms)

    def say(self, name: str, speaker: Speaker) -> Markdown:
        """Say a message.

        Parameters
        ----------
        name : str
        speaker : Speaker
            Gives the variables and prints them.

        Returns
        -------
        Markdown

        Raises
        ------
        SentenceError
            If there is no such message, or something in it cannot be said. It names the file and
            line.
        """
        return _Saying(self, speaker).message(name)

    def variables(self, name: str) -> frozenset[str]:
        """Name the variables that a message uses, in any alternative and in what it refers to."""
        found: set[str] = set()
        seen: set[str] = set()
        names = [name]
        while names:
            if (this := names.pop()) in seen or this not in self.messages:
                continue
            seen.add(this)
            for expression in expressions(self.messages[this].pattern):
                if expression[0] == "variable":
                    found.add(expression[2])
                elif expression[0] in ("message", "term"):
                    names.append(expression[2])
        return frozenset(found)


class _Saying:
    """One message being said."""

    def __init__(self, sentences: Sentences, speaker: Speaker) -> None:
        self._sentences, self._speaker = sentences, speaker
        self._within: list[Message] = []

    def message(self, name: str) -> Markdown:
        found = self._sentences.messages.get(name)
        if found is None:
            near = difflib.get_close_matches(name, self._sentences.messages, n=3)
            raise SentenceError(notice("zin-onbekend", naam=name, bedoeld=near))
        if found in self._within:
            raise SentenceError(notice("zin-in-zichzelf", naam=name))
        self._within.append(found)
        try:
            return self._pattern(found.pattern)
        finally:
            self._within.pop()

    def _pattern(self, pattern: Pattern) -> Markdown:
        text = ""
        for place, one in enumerate(pattern):
            said = one if isinstance(one, str) else self._said(one)
            after = pattern[place + 1] if place + 1 < len(pattern) else "\n"
            if not said and text.endswith("\n") and str(after).startswith("\n"):
                text = text[:-1]  # a line on which nothing is said is no line
            text += said
        return Markdown(text)

    def _said(self, expression: tuple[Any, ...]) -> str:
        return str(self._value(expression, self._speaker.safe))

    def _value(
        self, expression: tuple[Any, ...], then: Callable[[Any], Any] = lambda value: value
    ) -> Any:
        """Work out an expression, and say where it went wrong if it does."""
        try:
            return then(self._worth(expression))
        except _PlacedError:
            raise
        except Exception as error:  # whatever a fact or a function of wording objects to
            this = self._within[-1]
            place = Place(this.file, line=expression[1], part=this.name)
            raise _PlacedError(notice("in-zin", plaats=place, fout=notice_of(error))) from error

    def _worth(self, expression: tuple[Any, ...]) -> Any:
        match expression:
            case ("literal", _, value):
                return Markdown(value) if isinstance(value, str) else value
            case ("variable", _, name):
                return self._speaker.find(name)
            case ("term", _, name):
                own = self._sentences.terms.get(name.removeprefix("-"))
                return self.message(name) if own is None else own
            case ("message", _, name):
                return self.message(name)
            case ("call", _, name, arguments, named):
                if (function := self._speaker.functions.get(name)) is None:
                    near = difflib.get_close_matches(name, self._speaker.functions, n=1)
                    raise SentenceError(notice("functie-onbekend", naam=name, bedoeld=near))
                return function(*map(self._argument, arguments), **dict(named))
            case ("choice", _, selector, alternatives):
                return self._pattern(self._chosen(self._value(selector), alternatives))
        raise SentenceError(notice("uitdrukking-onbekend", soort=expression[0]))

    def _argument(self, expression: tuple[Any, ...]) -> Any:
        if expression[0] == "literal":
            return expression[2]
        return self._value(expression)

    def _chosen(self, value: Any, alternatives: Sequence[tuple[Any, Pattern, bool]]) -> Pattern:
        fact = self._speaker.bare(value)
        chooses = choosing(fact)
        keys = [chooses, plural(chooses)] if isinstance(chooses, int) else [chooses]
        for key, pattern, _ in alternatives:
            if key in keys:
                return pattern
        if isinstance(fact, Verdict | Flag | bool):
            raise SentenceError(notice("alternatief-ontbreekt", waarde=str(chooses)))
        return next(pattern for _, pattern, default in alternatives if default)


class _PlacedError(SentenceError):
    """A sentence cannot be said; the place is told."""


def choosing(value: Any) -> str | int:
    """Give what an alternative is chosen by.

    Parameters
    ----------
    value : Verdict, Flag, Count, Text, bool, int or str
        A judgement, what is so or not, a number of things, a word.

    Returns
    -------
    str or int
        A judgement's value, ``ja`` or ``nee``, the number, the word.

    Raises
    ------
    SentenceError
        If it is something else: what prose weighs itself is no judgement.
    SuppressedFactError
        If it may not be shown.
    """
    visible(value)
    found = value.value if isinstance(value, Verdict | Flag | Count | Text) else value
    if isinstance(found, bool):
        return "ja" if found else "nee"
    if isinstance(found, str | int):
        return found
    raise SentenceError(notice("kiest-niet", soort=kind_of(value)))


def plural(count: int) -> str:
    """Give the category a number of things has in Dutch: ``one`` or ``other`` (Unicode CLDR)."""
    return "one" if count == 1 else "other"


def read_sentences(sources: Iterable[tuple[str, str]]) -> tuple[Message, ...]:
    """Read messages.

    Parameters
    ----------
    sources : iterable of (str, str)
        Name for messages and text of every file.

    Returns
    -------
    tuple of Message
        In the order written.

    Raises
    ------
    InputError
        If something in a file is no message, or a name is used twice in it; all faults at once.
    """
    faults: list[Fault] = []
    found: list[Message] = []
    for file, text in sources:
        if text not in PARSED:
            from report45.wording.fluent import parse

            PARSED[text] = parse(text)
        messages, wrong = PARSED[text]
        faults += [Fault(Place(file, line=line), "no-message", problem) for line, problem in wrong]
        found += [
            Message(name, file, line, comment, pattern) for name, line, comment, pattern in messages
        ]
    if faults:
        raise InputError(faults)
    return tuple(found)


def expressions(pattern: Pattern) -> Iterator[tuple[Any, ...]]:
    """Give every expression in a pattern, also those within others."""
    for piece in pattern:
        if isinstance(piece, str):
            continue
        yield piece
        if piece[0] == "call":
            yield from expressions(piece[3])
        elif piece[0] == "choice":
            yield from expressions((piece[2],))
            for _, within, _ in piece[3]:
                yield from expressions(within)
