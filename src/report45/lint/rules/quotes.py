"""A right fact beside the wrong group or category.

``wrong-quote`` (error): a clause names one group, or one category, and quotes another's fact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report45.lint.lexicon import EVERYONE
from report45.lint.prose import Sentence
from report45.lint.rules.knowledge import Knowledge, Read
from report45.lint.rules.rule import Rule
from report45.lint.subjects import GROUPS, clause_at
from report45.wording.notices import Finding, notice

WRONG_QUOTE = Rule("wrong-quote", fixable=True)


def check(read: Read, known: Knowledge) -> Iterator[Finding]:
    """Hold the facts a sentence quotes against the groups and categories it names.

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
    sentence = read.sentence
    if sentence.steered:
        return
    for place, path in sentence.quotes:
        other = _of_other_group(sentence, place, path, known)
        if other:
            yield _told("citaat-andere-groep", sentence, path, other, known)
            continue
        other = _of_other_category(sentence, place, path, known)
        if other:
            yield _told("citaat-andere-categorie", sentence, path, other, known)


def _told(message: str, sentence: Sentence, path: str, other: str, known: Knowledge) -> Finding:
    quote = "{{ " + other + " }}" if other in known.facts else ""
    return WRONG_QUOTE.at(sentence.line, notice(message, feit=path, citaat=quote), path)


def _of_other_group(sentence: Sentence, place: int, path: str, known: Knowledge) -> str:
    """The path of the same fact of the group that the sentence names; empty when it is right."""
    above, _, last = path.rpartition(".")
    of = next((one for one in GROUPS if last == one or last.startswith(f"{one}_")), "")
    if not of or path not in known.facts:
        return ""
    group = known.subjects.group_at(sentence, place)
    if group not in {"experiment", "control"} or group == of:
        return ""
    start, end = clause_at(sentence.text, place)
    named = {one for at, one in known.subjects.groups_in(sentence.text) if start <= at < end}
    if of == "totaal" and (EVERYONE.search(sentence.text) or named != {group}):
        return ""
    if len(named) > 1:
        return ""
    return f"{above}.{group}{last.removeprefix(of)}"


def _of_other_category(sentence: Sentence, place: int, path: str, known: Knowledge) -> str:
    """The path of the same fact of the category that the sentence names; empty when it is right."""
    subject = known.subjects.above(path)
    if not subject or path not in known.facts:
        return ""
    start, end = clause_at(sentence.text, place)
    for text in (sentence.text[start:end], sentence.text):
        named = [one.subject for one in known.subjects.mentions(text)]
        family = known.subjects.known[subject].family
        kin = {one.path for one in named if one.family == family}
        if subject in kin or _called_alike(subject, named, known):
            return ""
        if len(kin) == 1:
            return kin.pop() + path[len(subject) :]
    return ""


def _called_alike(subject: str, named: Sequence[object], known: Knowledge) -> bool:
    """Whether a subject is named by the same words as one of those a text names."""
    own = known.subjects.known[subject]
    return any(getattr(one, "label", "") == own.label for one in named if own.label)
