"""Direction words the wrong way round.

``direction`` (error): "vaker", "minder", "hoger" … between groups, between categories or against
the expectation, where the facts say the reverse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from report45.facts import Text
from report45.lint.figures import Figure
from report45.lint.lexicon import (
    AS_EXPECTED,
    COMPARED_WITH,
    LESS,
    MEASURED,
    MORE,
    NOT_MORE,
    TALKS,
    THAN,
    THAN_NUMBER,
)
from report45.lint.prose import Sentence
from report45.lint.rules.knowledge import Knowledge, Read, clusters
from report45.lint.rules.rule import Rule
from report45.lint.subjects import Mention, shares_words
from report45.wording.notices import Finding, notice

DIRECTION = Rule("direction")

_OTHER = {"experiment": "control", "control": "experiment"}
_CLEAR = {"hoger": 1, "lager": -1}
_EXPECTED = {"boven": 1, "onder": -1, "meer": 1, "minder": -1}


def check(read: Read, known: Knowledge) -> Iterator[Finding]:
    """Hold every comparison of a sentence against the facts.

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
    if sentence.steered or known.is_elsewhere(text) or _asks(text):
        return
    said = _comparison(text)
    if said is None:
        return
    word, sign = said
    told = _expected(text, sign, known) or _between(sentence, word, sign, known)
    if told:
        fact, value = told
        said_of = notice("richting", tekst=word[0], feit=fact, waarde=value)
        yield DIRECTION.at(sentence.line, said_of, word[0])


def _asks(text: str) -> bool:
    return text.rstrip().endswith("?") or bool(re.search(r"^\W*Of\b|\bof\s+(?:de|het|er)\b", text))


def _comparison(text: str) -> tuple[re.Match[str], int] | None:
    """The only comparing word of a text with its sign; None without one, or with several."""
    found = [(one, -1) for one in LESS.finditer(text)]
    taken = [one.span() for one, _ in found]
    found += [
        (one, 1)
        for one in MORE.finditer(text)
        if not any(start <= one.start() < end for start, end in taken)
    ]
    # "Meer dan de helft" is a limit and "meer dan één instrument" a number: no comparison.
    found = [one for one in found if not _counts(text, one[0])]
    if len(found) != 1 or NOT_MORE.search(text[: found[0][0].start()]):
        return None
    return found[0]


def _counts(text: str, word: re.Match[str]) -> bool:
    return bool(THAN_NUMBER.match(text, word.end()))


def _expected(text: str, sign: int, known: Knowledge) -> tuple[str, str] | None:
    """What contradicts a comparison with what was expected; None when nothing does."""
    if not AS_EXPECTED.search(text):
        return None
    for path, verdict in _expectations(text, known):
        if _EXPECTED.get(verdict, sign) != sign:
            return path, verdict
    return None


def _expectations(text: str, known: Knowledge) -> Iterator[tuple[str, str]]:
    """The verdicts on the expectations that a text speaks of."""
    base = "resultaten.verwachting"
    mentions = known.subjects.mentions(text)
    named = {one.subject.path.rpartition(".")[2] for one in mentions}
    groups = [group for _, group in known.subjects.groups_in(text)]
    routes = [
        f"aandeel_{name}" for name in named if f"{base}.aandeel_{name}.oordeel" in known.facts
    ]
    if routes:
        wanted = routes
    elif "contacten" in " ".join(one.subject.path for one in mentions) or TALKS.search(text):
        plan = known.facts.get("klantmanagement.contacten.plan")
        if plan is not None:
            yield "klantmanagement.contacten.plan", str(plan.value)
        return
    elif _is_outcome(mentions, known) or (
        not any(one.words for one in mentions) and (groups or _measures_outcome(text, known))
    ):
        wanted = groups[:1] or ["experiment"]
    else:
        return
    for name in wanted:
        fact = known.facts.get(f"{base}.{name}.oordeel")
        if fact is not None:
            yield f"{base}.{name}.oordeel", str(fact.value)


def _is_outcome(mentions: Sequence[Mention], known: Knowledge) -> bool:
    return any(known.verdict(one.subject.path) for one in mentions)


def _measures_outcome(text: str, known: Knowledge) -> bool:
    """Whether a text speaks of the share of those for whom the planned outcome holds."""
    label = known.facts.get("resultaten.verwachting.uitkomst")
    said = label.value if isinstance(label, Text) else ""
    return bool(MEASURED.search(text)) and shares_words(text, f".{said}")


def _between(
    sentence: Sentence, word: re.Match[str], sign: int, known: Knowledge
) -> tuple[str, str] | None:
    """What contradicts a comparison of the groups, or of two categories; None when nothing does."""
    text = sentence.text
    than = THAN.search(text, word.end())
    groups = list(known.subjects.groups_in(text))
    with_it = [group for at, group in groups if COMPARED_WITH.search(text[:at])]
    groups = [(at, group) for at, group in groups if not COMPARED_WITH.search(text[:at])]
    before = [group for at, group in groups if than is None or at < than.start()]
    after = [group for at, group in groups if than is not None and at >= than.start()]
    if than is not None and not after:
        return _categories(text, than.start(), sign, known) if not groups else None
    if len(set(before)) != 1:
        return None
    first = before[0]
    second = (after or with_it or [_OTHER.get(first, "")])[0]
    if not second or first == second:
        return None
    mentions = known.subjects.mentions(text)
    if clusters(mentions) != 1:
        return None
    contrary = [_contrary(one.subject.path, first, sign, known) for one in mentions]
    told = [one for one in contrary if one is not None]
    # Of subjects that the words fit alike, all must say otherwise.
    compared = [one for one in mentions if _differences(one.subject.path, known)]
    return told[0] if told and len(told) == len(compared) else None


def _contrary(path: str, first: str, sign: int, known: Knowledge) -> tuple[str, str] | None:
    differences = _differences(path, known)
    side = sign if first == "experiment" else -sign
    if not differences or any(one * side > 0 for one in differences):
        return None
    figures = _pair(path, known)
    verdict = known.verdict(path)
    if _CLEAR.get(verdict, -side) == side:
        return None
    named = figures[0] if first == "experiment" else figures[1]
    other = figures[1] if first == "experiment" else figures[0]
    return named.path, f"{named.text}; {other.path}: {other.text}"


def _differences(path: str, known: Knowledge) -> list[Fraction]:
    """How much higher the experiment group is, in every reading."""
    pair = _pair(path, known)
    if not pair:
        return []
    unit = pair[0].unit
    bounds = [one for one in known.of(path) if one.unit == unit and "interval" not in one.rest]
    low, high = (
        [one.value for one in bounds if one.rest.startswith(group)]
        for group in ("experiment", "control")
    )
    return [min(low) - max(high), max(low) - min(high)]


def _pair(path: str, known: Knowledge) -> tuple[Figure, ...]:
    """The numbers of both groups under a subject; empty unless it has both."""
    found = {one.rest: one for one in known.of(path) if one.unit != "personen"}
    both = [found.get(group) or found.get(f"{group}_laag") for group in ("experiment", "control")]
    return tuple(one for one in both if one is not None) if all(both) else ()


def _categories(text: str, than: int, sign: int, known: Knowledge) -> tuple[str, str] | None:
    """What contradicts "meer vrouwen dan mannen"; None when nothing does."""
    first = known.subjects.mentions(text[:than])
    second = known.subjects.mentions(text[than:])
    for one in first:
        for other in second:
            if one.subject.family != other.subject.family or one.subject == other.subject:
                continue
            values = [known.at(f"{each.subject.path}.totaal") for each in (one, other)]
            low, high = values
            if low and high and (low.value - high.value) * sign < 0:
                return low.path, f"{low.text}; {high.path}: {high.text}"
    return None
