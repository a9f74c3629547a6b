"""Words of change that no fact bears out.

``change`` (warning): a share, a mean or a number of the study is said to have grown or shrunk,
and no fact is of two moments. An error where the facts of the months say the reverse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from report45.facts import Number
from report45.lint.lexicon import GREW, MEASURED, SHRANK, TALKS
from report45.lint.rules.knowledge import Knowledge, Read
from report45.lint.rules.rule import Rule
from report45.wording.notices import Finding, notice

CHANGE = Rule("change", "warning")

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTH = "klantmanagement.contacten.maand."
_EARLY = 3
"""The months that stand for the beginning and for the end of the talks."""


def check(read: Read, known: Knowledge) -> Iterator[Finding]:
    """Hold what a sentence says has changed against what the facts can say of change.

    Parameters
    ----------
    read : Read
        The sentence, and what was typed in it.
    known : Knowledge
        The facts.

    Yields
    ------
    Finding
    """
    sentence, text = read.sentence, read.sentence.text
    grew, shrank = GREW.search(text), SHRANK.search(text)
    word = grew or shrank
    if word is None or (grew and shrank) or sentence.steered or known.is_elsewhere(text):
        return
    if not MEASURED.search(text) or len(_YEAR.findall(text)) > 1:
        return
    if not known.subjects.is_of_the_study(text) and not TALKS.search(text):
        return
    months = _months(known)
    if TALKS.search(text) and months:
        rose = sum(months[-_EARLY:]) > sum(months[:_EARLY])
        if rose is not bool(grew):
            told = notice("verandering-omgekeerd", tekst=word[0], feit=f"{_MONTH}1")
            yield CHANGE.at(sentence.line, told, word[0], "error")
        return
    about = [one.subject for one in known.subjects.mentions(text)]
    if not about and any(known.subjects.groups_in(text)):
        about = list(known.subjects.loosely(text))
    about = [one for one in about if known.of(one.path)]
    if about:
        told = notice("verandering", tekst=word[0], feit=about[0].path)
        yield CHANGE.at(sentence.line, told, word[0])


def _months(known: Knowledge) -> list[float]:
    found: list[float] = []
    while isinstance(fact := known.facts.get(f"{_MONTH}{len(found) + 1}"), Number):
        found.append(fact.value)
    return found if len(found) > 2 * _EARLY else []
