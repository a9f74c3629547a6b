"""No phrase claims more than its share, and none contradicts the printed percentage.

What a phrase claims is written down here anew, so that the tables cannot vouch for themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report45.facts import Share
from report45.rounding import whole_percent
from report45.wording.ladders import BREUK, LADDERS, MEER_DAN, TIENTALLEN, ladder
from report45.wording.shares import breuk, meer_dan, op_de, tientallen

PERCENT = {"nul": 0, "één": 1, "vijf": 5, "tien": 10, "vijftien": 15, "twintig": 20, "dertig": 30}
PERCENT |= {"veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80}
PERCENT |= {"negentig": 90, "honderd": 100}
NAMED = {f"{word} procent": Fraction(n, 100) for word, n in PERCENT.items()} | {
    "geen": Fraction(0),
    "een tiende": Fraction(1, 10),
    "een vijfde": Fraction(1, 5),
    "een kwart": Fraction(1, 4),
    "een derde": Fraction(1, 3),
    "de helft": Fraction(1, 2),
    "twee derde": Fraction(2, 3),
    "driekwart": Fraction(3, 4),
    "alle": Fraction(1),
}
PARTS = {"één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8}
PARTS |= {"negen": 9, "tien": 10, "twaalf": 12, "vijftien": 15, "negentien": 19, "twintig": 20}
PARTS |= {"vijfentwintig": 25, "vijftig": 50, "honderd": 100}
RANK = {
    "minder dan": -3,
    "bijna": -2,
    "vrijwel": -1,
    "ongeveer": 0,
    "": 0,
    "ruim": 1,
    "meer dan": 2,
}
TOLERANCE = Fraction(25, 1000) + Fraction(5, 1000)
PHRASES = (breuk, tientallen, meer_dan, op_de)

shares = st.integers(1, 3000).flatmap(
    lambda base: st.integers(0, base).map(lambda count: Share(count, base))
)
phrases = st.sampled_from(PHRASES)


def claim(phrase: str) -> tuple[str, Fraction]:
    """What a phrase says: how it stands to which fraction."""
    words = next(
        (word for word in RANK if word and phrase.startswith(f"{word} ")),
        "",
    )
    named = phrase.removeprefix(words).strip()
    if " op de " in named:
        part, whole = named.split(" op de ")
        return words, Fraction(PARTS[part], PARTS[whole])
    return words, NAMED[named]


def holds(words: str, named: Fraction, share: Fraction) -> bool:
    return {
        "minder dan": share < named,
        "bijna": share < named,
        "vrijwel": named - Fraction(5, 200) <= share < named,
        "ongeveer": abs(share - named) <= TOLERANCE,
        "": share == named,
        "ruim": share > named,
        "meer dan": share > named,
    }[words]


@given(shares, st.sampled_from((breuk, tientallen, meer_dan)))
def test_a_phrase_never_claims_more_than_the_number(
    share: Share, phrase: Callable[[Share], str]
) -> None:
    assert holds(*claim(phrase(share)), share.exact)


@given(shares)
def test_a_ratio_never_claims_more_than_the_number(share: Share) -> None:
    words, named = claim(op_de(share))
    assert holds(words, named, share.exact)
    if words == "ongeveer":
        assert abs(share.exact - named) < named / 10


@given(shares, phrases)
def test_a_phrase_never_contradicts_the_printed_percentage(
    share: Share, phrase: Callable[[Share], str]
) -> None:
    words, named = claim(phrase(share))
    printed = whole_percent(share)
    stands = whole_percent(Share(named.numerator, named.denominator))
    if phrase is op_de and printed == stands and abs(share.exact - named) >= named / 10:
        return  # of small shares a whole percentage says less than the ratio does
    if words in {"bijna", "minder dan"}:
        assert printed < stands
    elif words in {"ruim", "meer dan"}:
        assert printed > stands
    elif words == "":
        assert printed == stands
    else:
        assert abs(printed - stands) <= 2


@given(shares, shares, phrases)
def test_phrases_rise_with_shares(a: Share, b: Share, phrase: Callable[[Share], str]) -> None:
    low, high = sorted((a, b), key=lambda share: share.exact)
    order = [(named, RANK[words]) for words, named in (claim(phrase(low)), claim(phrase(high)))]
    assert order == sorted(order)


@pytest.mark.parametrize("name", LADDERS)
def test_steps_are_half_open(name: str) -> None:
    filter_ = {"breuk": breuk, "tientallen": tientallen, "meer_dan": meer_dan}[name]
    for before, step in pairwise(LADDERS[name]):
        at = Share(2 * step.start - 1, 200)
        below = Share((2 * step.start - 1) * 1000 - 1, 200_000)
        assert filter_(at) == step.phrase
        assert filter_(below) == before.phrase


@pytest.mark.parametrize("table", [BREUK, TIENTALLEN, MEER_DAN])
def test_tables_cover_every_percentage_once(table: str) -> None:
    steps = ladder(table)
    starts = [step.start for step in steps]
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    for step in steps:
        assert step.exactly is None or claim(step.bare) == ("", step.exactly)


@given(shares)
def test_a_group_takes_the_verb_its_phrase_needs(share: Share) -> None:
    said = breuk(share, "klanten", "is", "zijn")
    every = said.startswith(("alle klanten", "vrijwel alle klanten"))
    assert said.endswith(" zijn") == every
    assert every == (whole_percent(share) >= 98)
    ratio = op_de(share, "klanten", "is", "zijn")
    assert ratio.endswith(" is") == ("één op de" in ratio)


def test_a_narrow_majority_is_not_more_than_half_in_words() -> None:
    assert "ruim" not in breuk(Share(497, 1000))
    assert meer_dan(Share(5049, 10000)) == "ongeveer de helft"
    assert meer_dan(Share(505, 1000)) == "meer dan de helft"
