"""Numbers, fractions and limits that were typed by hand.

``contradiction`` (error): the fact that the sentence is about says otherwise.
``typed-number`` (warning): a fact says the same and should be quoted, or none holds the number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from report45.lint.figures import Figure, complement, stands_for
from report45.lint.lexicon import (
    ANAPHORA,
    EXPECTATION,
    EXPECTING,
    MORE_OR_LESS,
    THERE_ARE,
    WHOLE,
)
from report45.lint.numbers import Typed
from report45.lint.prose import Sentence
from report45.lint.rules.knowledge import Knowledge, Read, clusters
from report45.lint.rules.rule import Rule
from report45.lint.subjects import Mention, clause_at, negated, shares_words, text_stems
from report45.wording.notices import Finding, notice

TYPED_NUMBER = Rule("typed-number", "warning", fixable=True)
CONTRADICTION = Rule("contradiction", fixable=True)

_MEASURES = frozenset(["procent", "procentpunt", "personen", "aandeel", "p"])
_PEOPLE = frozenset(["personen", "mensen"])
_TIMES = frozenset(["jaar", "maanden", "weken", "dagen", "uur"])
_UNITS = frozenset(["procent", "procentpunt", "geld", "p"]) | _TIMES
_IN_SMALLER = {("jaar", "maanden"): 12, ("weken", "dagen"): 7}
_TELLING = 100
"""From here on a whole number is hardly the same as a fact's by chance."""


def check(read: Read, known: Knowledge) -> Iterator[Finding]:
    """Hold every number of a sentence against the fact it is about.

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
    if known.is_elsewhere(sentence.text):
        return
    for one in read.typed:
        compares = one.form != "limit" and MORE_OR_LESS.match(sentence.text[one.end :])
        if compares or (one.form == "limit" and sentence.steered):
            continue
        told = _judged(one, sentence, known, read.chapter)
        if told is not None:
            yield told


def _judged(typed: Typed, sentence: Sentence, known: Knowledge, chapter: str) -> Finding | None:
    text = sentence.text
    bare = text[: typed.start] + " " * (typed.end - typed.start) + text[typed.end :]
    start, end = clause_at(bare, typed.start)
    clause = bare[start:end]
    group = known.subjects.group_at(sentence, typed.start)
    mentions, near = _about(typed, sentence, bare, clause, known)
    mentions = [one for one in mentions if _numbers_of(one, typed, bare, known)] or mentions
    found = [
        figure
        for mention in mentions
        for figure in _numbers_of(mention, typed, bare, known)
        if typed.unit == "aandeel" or _fits(figure, group, known)
    ]
    if not found:
        return _unknown(typed, bare, known) if not mentions else None
    doubtful = clusters(mentions) > 1 or known.subjects.restricted(bare)
    denied = {one.subject.path for one in mentions if negated(clause, one.subject)}
    same = [one for one in found if _same(typed, one)]
    turned = [one for one in found if one.subject in denied and _same(typed, complement(one))]
    if doubtful:
        return None if same or turned or typed.form != "digits" else _unknown(typed, bare, known)
    figure = min(same or turned or found, key=lambda one: _order(one, group, chapter))
    if (same and not denied) or turned:
        if typed.form == "limit":
            return None
        return _told(TYPED_NUMBER, typed, figure, propose=bool(same) and not turned and near)
    if same:
        return None
    mention = next(one for one in mentions if one.subject.path == figure.subject)
    if not _certain(typed, found, mention, clause, near=near):
        return None
    settled = bool(group) or len({one.value for one in found}) == 1
    return _told(CONTRADICTION, typed, figure, propose=not denied and near, sure=settled)


def _about(
    typed: Typed, sentence: Sentence, bare: str, clause: str, known: Knowledge
) -> tuple[Sequence[Mention], bool]:
    """The subjects a number may be about, and whether its own sentence names them."""
    for text in (clause, bare):
        mentions = known.subjects.mentions(text)
        if any(_numbers_of(one, typed, bare, known) for one in mentions):
            return mentions, True
        if typed.form == "limit":
            return (), False
    quoted = {known.subjects.above(path) for _, path in sentence.quotes} - {""}
    if quoted:
        named = [known.subjects.known[path] for path in sorted(quoted)]
        return [Mention(one, frozenset(), full=True, said=True) for one in named], True
    if ANAPHORA.search(bare) and typed.unit in _MEASURES:
        mentions = known.subjects.mentions(sentence.before)
        if any(_numbers_of(one, typed, bare, known) for one in mentions):
            return mentions, False
    return (), False


def _numbers_of(mention: Mention, typed: Typed, bare: str, known: Knowledge) -> list[Figure]:
    """The numbers of a subject that are of the typed one's kind."""
    numbers = known.of(mention.subject.path)
    named = mention.subject.pattern is not None
    start, end = clause_at(bare, typed.start)
    if EXPECTING.search(bare[start:end]):
        numbers = [one for one in numbers if EXPECTATION.search(one.path)]
    return [one for one in numbers if _of_kind(typed, one, named=named) and one.meant_in(bare)]


def _of_kind(typed: Typed, figure: Figure, *, named: bool) -> bool:
    if typed.unit == "aandeel":
        return figure.unit == "personen" and figure.base is not None
    if typed.unit in _PEOPLE:
        return figure.unit == "personen" and figure.rest != "keer"
    if typed.unit == figure.unit and typed.unit:
        return True
    if (typed.unit, figure.unit) in _IN_SMALLER:
        return True
    return named and typed.unit not in _UNITS and figure.unit in {"", "personen"}


def _fits(figure: Figure, group: str, known: Knowledge) -> bool:
    """Whether a figure may be about the group that a sentence names."""
    if group in {"", "both"} or figure.group in {"", group}:
        return True
    if group != "totaal":
        return False
    whole = (one for one in known.of(figure.subject) if one.unit == figure.unit)
    return not any(one.group == "totaal" for one in whole)


def _same(typed: Typed, figure: Figure) -> bool:
    if typed.unit == "aandeel":
        return figure.base == typed.base and figure.value == typed.value
    larger = _IN_SMALLER.get((typed.unit, figure.unit))
    value = figure.value / larger if larger else figure.value
    return stands_for(typed, Fraction(value))


def _certain(
    typed: Typed, found: Sequence[Figure], mention: Mention, clause: str, *, near: bool
) -> bool:
    """Whether a number that is not the fact's must be wrong.

    A number of people, or of things, may be that of a part: it is wrong when it is larger than
    the whole, or when the sentence says all that the fact says.
    """
    if typed.form == "limit":
        return mention.full
    largest = max(one.value for one in found)
    if typed.unit in _PEOPLE:
        # "Twaalf vrouwen volgden een cursus" says nothing of how many women there are.
        counted = bool(mention.words & text_stems(typed.text)) and not THERE_ARE.search(clause)
        said = mention.said and near and not counted
        return Fraction(typed.value) > largest or said
    if typed.unit in _UNITS | {"aandeel"} or typed.digits:
        return True
    return Fraction(typed.value) > largest or bool(WHOLE.search(clause))


def _order(figure: Figure, group: str, chapter: str) -> tuple[int, int, int, int, str]:
    exact = 0 if figure.group in {group, ""} else 1
    return (
        exact,
        *figure.order[:1],
        0 if figure.path.startswith(f"{chapter}.") else 1,
        *figure.order[1:],
    )


def _unknown(typed: Typed, bare: str, known: Knowledge) -> Finding | None:
    """What to say of a number that is about no subject."""
    if typed.form not in {"digits", "fraction"} or known.is_policy(bare):
        return None
    telling = typed.digits > 0 or typed.value >= _TELLING
    kind = {"personen", ""} if typed.unit in _PEOPLE or not typed.unit else {typed.unit}
    if typed.form == "digits" and telling:
        kin = [one for one in known.figures if one.unit in kind and _same(typed, one)]
        kin = [one for one in kin if shares_words(bare, one.path)]
        if kin:
            return _told(TYPED_NUMBER, typed, min(kin, key=lambda one: one.order), propose=False)
    if typed.unit in _MEASURES and (typed.form == "digits" or known.subjects.is_of_the_study(bare)):
        told = notice("getal-zonder-feit", tekst=typed.text)
        return TYPED_NUMBER.at(typed.line, told, typed.text)
    return None


def _told(rule: Rule, typed: Typed, figure: Figure, *, propose: bool, sure: bool = True) -> Finding:
    message = "getal-van-feit" if rule is TYPED_NUMBER else "tegenspraak"
    quote = "{{ " + _quote(typed, figure) + " }}" if propose else ""
    told = notice(message, tekst=typed.text, feit=figure.path, waarde=figure.text, citaat=quote)
    return rule.at(typed.line, told, typed.text, None if sure else "warning")


def _quote(typed: Typed, figure: Figure) -> str:
    """How prose says the fact in the manner of what was typed."""
    if typed.form in {"fraction", "limit"} and figure.unit == "procent" and figure.base:
        one_in = " op " in typed.text.lower()
        return f"{figure.quote} | {'op_de' if one_in else 'breuk'}"
    if typed.hedge in {"up", "down", "about"}:
        by_unit = {"procent": "tientallen", "geld": "afgerond_euro", "jaar": "jaren"}
        if (filtered := by_unit.get(typed.unit)) and (typed.unit != "procent" or figure.base):
            return f"{figure.quote} | {filtered}"
    return figure.quote
