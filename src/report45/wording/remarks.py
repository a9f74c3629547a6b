"""Remarks on data in words: for who makes a study, in Dutch or English."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from report45.checkout import templates_folder
from report45.facts import Day, Fact, Money, Share
from report45.inspection.remarks import Looked, Remark
from report45.rounding import printed_percent
from report45.study.people import Terms
from report45.wording.notices import AS_IT_IS, Finding, Severity, fault, notice
from report45.wording.numbers import say
from report45.wording.sentences import TERMS, Sentences, read_sentences
from report45.wording.telling import telling

LANGUAGES = ("nl", "en")
WORDS = "sentences/nl/waarschuwingen.ftl"
"""Where in ``report_templates`` the Dutch words are; the English ones are beside them."""

Told = Mapping[str, Sequence[str]]
"""Lines, in every language."""


class Remarked:
    """Puts remarks in words.

    Parameters
    ----------
    terms : Terms
        How the study names its people and groups.
    lang : str
        ``nl`` or ``en``.
    """

    def __init__(self, terms: Terms, lang: str = "nl") -> None:
        file = WORDS.replace("/nl/", f"/{lang}/")
        text = (templates_folder() / file).read_text(encoding="utf-8")
        own = {TERMS[name]: term for name, term in terms.model_dump().items() if name in TERMS}
        self._sentences = Sentences(read_sentences([(file, text)]), own)
        self._lang, self._print = lang, say if lang == "nl" else _english

    def words(self, remark: Remark) -> str:
        """Say what was seen."""
        return str(self._sentences.say("waarschuwing", _Speaker(remark, self._print)))

    def found(self, remark: Remark, severity: Severity = "warning") -> Finding:
        """Give it as a finding, named by what a study accepts it by."""
        named = ".".join(part for part in (remark.table, remark.column) if part)
        told = notice(AS_IT_IS, tekst=self.words(remark))
        return fault(remark.place, remark.code, told, severity, named=named)

    def line(self, remark: Remark) -> str:
        """Say all of it in a line that ends in what to accept it by."""
        return telling(self._lang).fault(self.found(remark))


class _Speaker:
    """Gives a sentence what it says of one remark."""

    functions: Mapping[str, Callable[..., Any]] = {}

    def __init__(self, remark: Remark, printed: Callable[[Fact], str]) -> None:
        self._values = remark.facts()
        self._print = printed

    def find(self, name: str) -> Fact:
        return self._values[name]

    def bare(self, value: Any) -> Any:
        return value

    def safe(self, value: Any) -> str:
        return self._print(value) if isinstance(value, Fact) else str(value)


_BESIDE = {"": "", "<": "less than ", ">": "more than "}


def _english(fact: Fact) -> str:
    """Print the kinds of facts that remarks hold."""
    match fact:
        case Share():
            beside, percent = printed_percent(fact)
            return f"{_BESIDE[beside]}{percent} percent"
        case Day():
            return fact.value.isoformat()
        case Money():
            return f"{fact.value:,.{fact.digits}f} {fact.currency}"
    return str(fact.value)


def lines(seen: Looked, study: str, terms: Terms, lang: str = "nl") -> tuple[str, ...]:
    """Say all that was seen in a study's data, a line each; of what was accepted how many."""
    said = [f"{study}: {one}" for one in _said(seen.open, terms, lang)]
    if seen.accepted:
        told, _ = telling(lang).say(notice("nagegaan-geteld", aantal=len(seen.accepted)))
        said.append(f"{study}: {told}")
    return tuple(said)


def in_every_language(seen: Looked, study: str, terms: Terms) -> Told:
    """Say it in every language, so that what keeps it knows none."""
    return {lang: lines(seen, study, terms, lang) for lang in LANGUAGES}


def _said(remarks: Sequence[Remark], terms: Terms, lang: str) -> Iterator[str]:
    if remarks:
        said, label = Remarked(terms, lang), telling(lang).say(notice("waarschuwing"))[0]
        yield from (f"{label}: {said.line(one)}" for one in remarks)
