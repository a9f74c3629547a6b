"""Words of proof against the tests.

``significance`` (error): "significant", "aantoonbaar", "bewezen", "toeval" where the test or the
verdict says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from report45.lint.lexicon import CHANCE, NOT_PROVEN, PROVEN
from report45.lint.prose import Sentence
from report45.lint.rules.knowledge import Knowledge, Read
from report45.lint.rules.rule import Rule
from report45.wording.notices import Finding, notice

_PROVEN = frozenset(["hoger", "lager", "tegengesteld"])
SIGNIFICANCE = Rule("significance")

_UNPROVEN = frozenset(["geen_verschil", "onbeslist", "keert", "niet_te_bepalen"])


def check(read: Read, known: Knowledge) -> Iterator[Finding]:
    """Hold what a sentence says is proven, or chance, against tests and verdicts.

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
    if sentence.steered or known.is_elsewhere(text) or text.rstrip().endswith("?"):
        return
    said = _claim(text)
    if said is None:
        return
    word, proven = said
    mentions = known.subjects.mentions(text)
    outcomes = {known.verdict(one.subject.path) for one in mentions} - {""}
    wrong = (_UNPROVEN if proven else _PROVEN) if outcomes else frozenset()
    for one in mentions:
        path = one.subject.path
        verdict = known.verdict(path)
        if verdict and outcomes <= wrong:
            name = f"resultaten.effect.{path.rpartition('.')[2]}.oordeel"
            fact = name if name in known.facts else f"{path}.oordeel"
            yield _told(word, sentence, "betekenis-oordeel", fact, verdict)
            return
        tests = known.tests(path)
        if not verdict and tests and all(one is not proven for one in tests.values()):
            fact = min(tests)
            message = "betekenis-niet" if proven else "betekenis-wel"
            yield _told(word, sentence, message, fact, "")
            return


def _told(word: str, sentence: Sentence, message: str, fact: str, value: str) -> Finding:
    told = notice(message, tekst=word, feit=fact, waarde=value)
    return SIGNIFICANCE.at(sentence.line, told, word)


def _claim(text: str) -> tuple[str, bool] | None:
    """The word of proof in a text and whether it claims proof; None when it claims neither."""
    chance = CHANCE.search(text)
    if chance is not None:
        denied = re.search(r"\bgeen\s+toeval|\bniet\b", chance[0], re.IGNORECASE)
        return chance[0], bool(denied)
    proof = PROVEN.search(text)
    if proof is None:
        return None
    return proof[0], not NOT_PROVEN.search(text[: proof.start()])
