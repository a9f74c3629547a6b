"""What is told to an editor, in the editor's language.

The messages are Fluent files as sentences are, in ``report_templates/messages``: one folder a
language. They are no sentences of a report, and no publication reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from report45.errors import Fault, Place
from report45.wording.notices import Finding, Notice
from report45.wording.sentences import Sentences, read_sentences

LANGUAGES = ("nl", "en")
"""Of the messages, the first by default."""
MESSAGES = Path(__file__).resolve().parents[3] / "report_templates" / "messages"

_NONE = "geen"
"""What a variable that has no value chooses an alternative by."""
_BETWEEN = "of"
"""The message that stands between two names of which one is meant."""
REMEDY = "{}-doe"
"""The message that says what to do, by the name of what it is about."""
_PLACED = {
    "sheet": "blad",
    "cell": "cel",
    "rows": "rijen",
    "row": "rij",
    "column": "kolom",
    "line": "regel",
    "and": "en",
    "and # more": "en-nog",
    ",": "duizendtal",
}
"""The messages for the words that a place is said in."""


class Telling:
    """The messages in one language.

    Parameters
    ----------
    language : str
        One of :data:`LANGUAGES`.

    Raises
    ------
    InputError
        If a file of messages cannot be read.
    """

    def __init__(self, language: str = LANGUAGES[0]) -> None:
        found = sorted((MESSAGES / language).glob("*.ftl"))
        self._language = language
        self._written: dict[str, str] = {}
        for one in found:
            self._written |= apart(one.read_text(encoding="utf-8"))

    @property
    def names(self) -> frozenset[str]:
        """The names of all messages."""
        return frozenset(self._written)

    def messages(self, name: str) -> Sentences:
        """Read a message, and the one that says what to do.

        No other is read: reading all takes longer than an unchanged build.
        """
        mine = [one for one in (name, REMEDY.format(name)) if one in self._written]
        return Sentences(read_sentences((one, self._written[one]) for one in mine), {})

    def say(self, told: Notice) -> tuple[str, str]:
        """Say what is wrong and what to do.

        Parameters
        ----------
        told : Notice

        Returns
        -------
        str
            The problem.
        str
            The remedy; that of a notice within it where it has none of its own, else empty.
        """
        within = {key: self.say(one) for key, one in told.params if isinstance(one, Notice)}
        words = {key: self._word(one) for key, one in told.params if not isinstance(one, Notice)}
        speaker = _Told(words | {key: problem for key, (problem, _) in within.items()})
        sentences = self.messages(told.name)
        problem = str(sentences.say(told.name, speaker))
        if (remedy := REMEDY.format(told.name)) in sentences.messages:
            return problem, str(sentences.say(remedy, speaker))
        return problem, " ".join(one for _, one in within.values() if one)

    def fault(self, one: Fault) -> str:
        """Say all of a fault; one that knows no message as it is."""
        told = one.notice if isinstance(one, Finding) else self._known(one)
        return str(one) if told is None else one.worded(self.place(one.place), *self.say(told))

    def told(self, one: Fault) -> tuple[str, str]:
        """Say what is wrong and what to do, without the place."""
        told = one.notice if isinstance(one, Finding) else self._known(one)
        return (one.problem, one.remedy) if told is None else self.say(told)

    def _known(self, one: Fault) -> Notice | None:
        if self._language == "en":  # as which it is said
            return None
        from report45.wording.known import known  # which reads messages as this does

        return known(one)

    def place(self, one: Place) -> str:
        """Say where something is."""
        return one.said(lambda word: self.say(Notice(_PLACED[word]))[0])

    def _word(self, one: str | int | tuple[str, ...] | Place) -> str | int:
        if isinstance(one, Place):
            return self.place(one)
        if not isinstance(one, tuple):
            return one
        between = self.messages(_BETWEEN).say(_BETWEEN, _Told({}))
        return f" {between} ".join(one)


@lru_cache(maxsize=len(LANGUAGES))
def telling(language: str = LANGUAGES[0]) -> Telling:
    """Give the messages in a language, read once."""
    return Telling(language)


def apart(text: str) -> dict[str, str]:
    """Cut a file into its messages, by name."""
    found: dict[str, str] = {}
    name = ""
    for line in text.splitlines(keepends=True):
        if line[:1].isalpha():
            name = line.partition(" ")[0]
            found[name] = ""
        if name and not line.startswith("#"):
            found[name] += line
    return found


class _Told:
    """Gives a message the variables it was given."""

    functions: Mapping[str, Callable[..., Any]] = {}

    def __init__(self, params: Mapping[str, str | int]) -> None:
        self._params = params

    def find(self, name: str) -> Any:
        return self._params.get(name, _NONE)

    def bare(self, value: Any) -> Any:
        return value

    def safe(self, value: Any) -> str:
        return str(value)
