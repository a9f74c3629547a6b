"""What counts as standing together, and what does not."""

from __future__ import annotations

import pytest
from benchmarks.findability import BREAK, GAP, Finder, alternatives

from report45.wording.sentences import read_sentences

PLACES = {
    f"Van de {GAP} is {GAP} vrouw.",
    f"Het verschil is {GAP}.",
    f"Wie meetelt, {GAP} de conclusie.",
    "Er is niet geloot",
    f"Bij {GAP} mensen ⟦is zijn⟧ er fouten.",
}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Van de proefgroep is 54 procent vrouw.", True),
        ("Van de proefgroep is ruim de helft vrouw.", True),
        ("Van de proefgroep is gelukkig 54 procent vrouw.", False),
        ("Het verschil is 3,1 procentpunt (95%-betrouwbaarheidsinterval 1 tot 4).", True),
        ("Het verschil is onzeker.", False),
        ("Wie meetelt, keert de conclusie.", False),
        ("er is niet geloot", True),
        ("Er is niet geloot.", True),
        ("Er is dus niet geloot.", False),
        ("Proefgroep: er is niet geloot.", True),
        ("Bij drie mensen zijn er fouten.", True),
        ("Bij drie mensen blijken er fouten.", False),
        ("203 (54%)", True),
    ],
)
def test_a_sentence_is_found_when_all_its_own_words_stand_in_one_place(
    sentence: str, found: bool
) -> None:
    assert Finder(PLACES, ["proefgroep"]).finds(sentence) == found


def test_every_alternative_of_a_message_is_a_place_of_its_own() -> None:
    text = "x = Voor { $n ->\n [0] niemand\n*[other] { BREUK($a) } van { y }\n } nu"
    (message,) = read_sentences([("a.ftl", text)])
    assert [*alternatives(message.pattern)] == [
        ["niemand"],
        [f"{GAP} van {BREAK}"],
        [f"Voor {BREAK} nu"],
    ]
