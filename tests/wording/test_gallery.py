"""What is printed is what was approved, in every alternative of every message."""

from __future__ import annotations

from report45.wording.phrases import FILTERS
from report45.wording.sentences import Sentences, read_sentences
from tests.wording.gallery import BY_FUNCTION, PAGE, page, said_of


def test_every_alternative_reads_as_it_was_approved() -> None:
    assert page() == PAGE.read_text(encoding="utf-8"), (
        "run `make sentences`, and read docs/zinnen.md"
    )


def test_every_function_has_its_examples() -> None:
    assert BY_FUNCTION.keys() == FILTERS.keys()
    for name, examples in BY_FUNCTION.items():
        assert FILTERS[name](*examples)


def test_every_alternative_is_said_once() -> None:
    text = """
x = { $a ->
    [ja] Wel{ y }
   *[nee] Niet
}
y = { $n ->
    [0] { "" }
   *[other] , { BREUK($b) } van { $n }
}
"""
    sentences = Sentences(read_sentences([("a.ftl", text)]), {})
    assert said_of(sentences.messages["x"], sentences) == {
        "Wel": [{"a": "ja", "n": 0}],
        "Wel, ruim de helft van 12": [{"a": "ja", "n": 12}],
        "Niet": [{"a": "nee"}],
    }
