"""What a check says to an editor, in the editor's language.

The messages are Fluent files as sentences are, in ``report_templates/messages``: one folder a
language. They are no sentences of a report, and no publication reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from report45.publishing.publication import templates_folder
from report45.wording.sentences import Sentences, read_sentences

LANGUAGES = ("nl", "en")
"""Of the messages, the first by default."""

_NONE = "geen"
"""What a variable that has no value chooses an alternative by."""


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
        folder = templates_folder() / "messages" / language
        found = sorted(folder.glob("*.ftl"))
        files = [(one.name, one.read_text(encoding="utf-8")) for one in found]
        self._sentences = Sentences(read_sentences(files), {})

    @property
    def names(self) -> frozenset[str]:
        """The names of all messages."""
        return frozenset(self._sentences.messages)

    def say(self, name: str, params: Mapping[str, str]) -> tuple[str, str]:
        """Say what is wrong and what to do.

        Parameters
        ----------
        name : str
            Of the message; what to do has ``-doe`` behind it.
        params : mapping of str to str
            Its variables.

        Returns
        -------
        str
            The problem.
        str
            The remedy; empty where there is no message for it.
        """
        speaker = _Given(params)
        remedy = f"{name}-doe"
        there = remedy in self._sentences.messages
        problem = self._sentences.say(name, speaker)
        return str(problem), str(self._sentences.say(remedy, speaker)) if there else ""


class _Given:
    """Gives a message the variables it was given."""

    functions: Mapping[str, Callable[..., Any]] = {}

    def __init__(self, params: Mapping[str, str]) -> None:
        self._params = params

    def find(self, name: str) -> Any:
        return self._params.get(name, _NONE)

    def bare(self, value: Any) -> Any:
        return value

    def safe(self, value: Any) -> str:
        return str(value)
