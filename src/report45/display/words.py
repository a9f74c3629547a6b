"""The words in and under tables, figures and schemes: messages, said of one study."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from report45.checkout import TEMPLATES
from report45.facts import Count
from report45.study.load import Study
from report45.study.texts import SENTENCES, read_sentences
from report45.wording import sentences
from report45.wording.notices import notice
from report45.wording.numbers import say
from report45.wording.phrases import FILTERS
from report45.wording.sentences import SHOWN, TERMS, Message, SentenceError, Sentences


class Words:
    """Says what stands in and under the displays of a study.

    Parameters
    ----------
    study : Study
        Its terms are said, and its own sentences go before those of the house.

    Raises
    ------
    InputError
        If messages cannot be read.
    """

    def __init__(self, study: Study) -> None:
        own = read_sentences(study.folder)
        messages = (*_house(), *sentences.read_sentences([(SENTENCES, own)] if own else []))
        terms = study.config.terms.model_dump()
        self._sentences = Sentences(messages, {TERMS[name]: terms[name] for name in TERMS})

    def __call__(self, name: str, **given: Any) -> str:
        """Say a message in one line.

        Parameters
        ----------
        name : str
            Of the message.
        **given : Fact, str, bool, int or list
            Its variables. A text is printed as it is, a number or a fact as prose prints it.

        Returns
        -------
        str

        Raises
        ------
        SentenceError
            If it cannot be said.
        """
        return self._sentences.say(name, _Given(given)).replace("\n", " ")


@cache
def _house() -> tuple[Message, ...]:
    text = (TEMPLATES / SHOWN).read_text(encoding="utf-8")
    return sentences.read_sentences([(SHOWN, text)])


class _Given:
    """Gives a message the variables it was given."""

    functions: Mapping[str, Callable[..., Any]] = {
        name.upper(): function for name, function in FILTERS.items()
    }

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = given

    def find(self, name: str) -> Any:
        if name not in self._given:
            given = ", ".join(f"${one}" for one in self._given)
            raise SentenceError(notice("variabele-onbekend", naam=f"${name}", gegeven=given))
        return self._given[name]

    def bare(self, value: Any) -> Any:
        return value

    def safe(self, value: Any) -> str:
        if isinstance(value, str):
            return value
        return say(Count(value) if isinstance(value, int) else value)
