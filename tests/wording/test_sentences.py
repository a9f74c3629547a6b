"""Messages are said as Fluent says them, and stop where Fluent would go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from fluent.runtime import FluentBundle, FluentResource
from hypothesis import given
from hypothesis import strategies as st

from report45.errors import InputError
from report45.facts import Count, Fact, Flag, Interval, Share, Text, Verdict
from report45.wording.numbers import say
from report45.wording.phrases import FILTERS
from report45.wording.sentences import Markdown, SentenceError, Sentences, plural, read_sentences

TERMS = {"experiment": "proefgroep", "persoon": "klant", "personen": "klanten"}


class Plainly:
    """Says facts by keyword, as display code does."""

    functions: Mapping[str, Callable[..., Any]] = {
        name.upper(): function for name, function in FILTERS.items()
    }

    def __init__(self, **values: Any) -> None:
        self._values = values
        self.asked: list[str] = []

    def find(self, name: str) -> Any:
        self.asked.append(name)
        return self._values[name]

    def bare(self, value: Any) -> Any:
        return value

    def safe(self, value: Any) -> str:
        if isinstance(value, Markdown):
            return value
        return f"<{say(value) if isinstance(value, Fact) else value}>"


def told(text: str, name: str = "x", **values: Any) -> str:
    return Sentences(read_sentences([("a.ftl", text)]), TERMS).say(name, Plainly(**values))


EFFECT = """
x = { $oordeel ->
    [hoger] vaker in de { -experiment }
    [lager] minder vaak, { $n } keer
   *[keert] onzeker
}
"""


@pytest.mark.parametrize(
    ("text", "values", "said"),
    [
        ("x = niets bijzonders", {}, "niets bijzonders"),
        ("x = een { $a } twee", {"a": Count(3)}, "een <3> twee"),
        ('x = { "{" } en {"  "}.', {}, "{ en   ."),
        (EFFECT, {"oordeel": Verdict("hoger", "effect")}, "vaker in de <proefgroep>"),
        (EFFECT, {"oordeel": Verdict("lager", "effect"), "n": 2}, "minder vaak, <2> keer"),
        ("x = { $a ->\n [ja] wel\n*[nee] niet\n}", {"a": Flag(True)}, "wel"),
        ("x = { $a ->\n [ja] wel\n*[nee] niet\n}", {"a": False}, "niet"),
        ("x = { $a ->\n [0] geen\n [one] één\n*[other] veel\n}", {"a": Count(0)}, "geen"),
        ("x = { $a ->\n [0] geen\n [one] één\n*[other] veel\n}", {"a": 1}, "één"),
        ("x = { $a ->\n [0] geen\n [one] één\n*[other] veel\n}", {"a": Count(7)}, "veel"),
        ("x = { $a ->\n [b] ja\n*[c] anders\n}", {"a": Text("d")}, "anders"),
        (
            "x = { BREUK($a) } van de { -personen }",
            {"a": Share(1, 2)},
            "<de helft> van de <klanten>",
        ),
        ("x = { AANTAL($n, -persoon, -personen) }", {"n": Count(1)}, "<één klant>"),
        (
            "x = { VOEG_IN($z, BREUK($a)) }",
            {"z": Text("is er"), "a": Share(1, 4)},
            "<is een kwart er>",
        ),
        ('x = { LIJST($r, woord: "of") }', {"r": ["a", "b"]}, "<a of b>"),
        ("x = met { y } erin\ny = { $a }", {"a": Count(2)}, "met <2> erin"),
        ("x = een\n    twee\n\n    drie", {}, "een\ntwee\n\ndrie"),
        ('x = een\n    { y }\n    drie\ny = { "" }', {}, "een\ndrie"),
        ('x = een\n    { y }\ny = { "" }', {}, "een"),
        ('x = een { y }\n    drie\ny = { "" }', {}, "een \ndrie"),
        ("-eigen = **woord**\nx = { -eigen }", {}, "**woord**"),
    ],
)
def test_a_message_is_said(text: str, values: dict[str, Any], said: str) -> None:
    assert told(text, **values) == said


@pytest.mark.parametrize(
    ("text", "values", "wrong"),
    [
        ("y = a", {}, "there is no sentence x"),
        (
            "uitkomst = a\nx = { uitkomts }",
            {},
            r"a\.ftl, line 2, x: there is no sentence uitkomts\. Did",
        ),
        ("x = { y }\ny = { x }", {}, "line 2, y: the sentence x refers to itself"),
        ("x =\n    een\n    { $a }", {}, r"a\.ftl, line 3, x: 'a'"),
        (
            "x = { BREUKEN($a) }",
            {"a": Share(1, 2)},
            "there is no function BREUKEN. Did you mean BREUK?",
        ),
        ("x = { BREUK($a) }", {"a": Count(1)}, "the filter breuk takes a share"),
        ("x = { -weg }", {}, "there is no sentence -weg"),
        ("x = { $a ->\n*[b] b\n}", {"a": Share(1, 2)}, "chooses by a fact of kind share"),
        ("x = { $a ->\n*[b] b\n}", {"a": Interval(0, 1)}, "Let the analysis state a judgement"),
        ("x = { $a ->\n*[ja] b\n}", {"a": Flag(False)}, "there is no alternative for nee"),
        (EFFECT, {"oordeel": Verdict("onbeslist", "effect")}, "no alternative for onbeslist"),
        ("x = { $a ->\n*[other] b\n}", {"a": Count(2, suppressed=True)}, "suppressed"),
        ("x = { $a }", {"a": Count(2, suppressed=True)}, "suppressed"),
    ],
)
def test_what_cannot_be_said_stops_and_names_its_place(
    text: str, values: dict[str, Any], wrong: str
) -> None:
    with pytest.raises(SentenceError, match=wrong):
        told(text, **values)


def test_only_what_is_said_is_asked_for() -> None:
    speaker = Plainly(oordeel=Verdict("hoger", "effect"))
    Sentences(read_sentences([("a.ftl", EFFECT)]), TERMS).say("x", speaker)
    assert speaker.asked == ["oordeel"]


def test_a_later_file_has_the_last_word() -> None:
    read = read_sentences([("a.ftl", "x = een\ny = { x }"), ("b.ftl", "x = twee")])
    assert Sentences(read, {}).say("y", Plainly()) == "twee"


def test_what_a_message_uses_is_known_without_saying_it() -> None:
    read = read_sentences([("a.ftl", EFFECT + "y = { x } { BREUK($b, -personen) }")])
    assert Sentences(read, TERMS).variables("y") == {"oordeel", "n", "b"}


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("x = een\nde volgende zin\ny = b", ["a.ftl, line 2: this is no message"]),
        (
            "x = { $a\ny = b\n\nz = { $b ->\n [c] d\n}\n",
            ["a.ftl, line 2: this is", "line 6: this is"],
        ),
        ("x = a\n\nx = b", ["a.ftl, line 3: x stands in this file twice."]),
        ("x = a\n    .titel = b", ["a.ftl, line 1: x has an attribute (.titel)."]),
        ("x = " + "{" * 5000, ["a.ftl, line 1: "]),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_refused(text: str, faults: list[str]) -> None:
    with pytest.raises(InputError) as raised:
        read_sentences([("a.ftl", text)])
    assert len(raised.value.faults) == len(faults)
    for fault, begin in zip(raised.value.faults, faults, strict=True):
        assert begin in str(fault)


words = st.text("abc é,", min_size=1, max_size=6).map(lambda text: f"w{text}w")
keys = st.sampled_from(["[0]", "[1]", "[2]", "[one]", "[hoger]", "[lager]"])
leaves = words | st.sampled_from(["{ $n }", "{ $t }", '{ "  " }', "{ andere }", "{ -term }"])


@st.composite
def choices(draw: st.DrawFn, patterns: st.SearchStrategy[str]) -> str:
    variants = draw(st.lists(st.tuples(keys, patterns), max_size=3, unique_by=lambda one: one[0]))
    told = " ".join(f"\n {key} {pattern}" for key, pattern in variants)
    selector = draw(st.sampled_from(["$n", "$t"]))
    return f"{{ {selector} ->{told}\n *[other] {draw(patterns)}\n }}"


patterns = st.recursive(
    leaves,
    lambda inner: choices(inner) | st.lists(inner, min_size=1, max_size=3).map(" ".join),
    max_leaves=8,
)


@given(patterns, st.integers(0, 3), st.sampled_from(["hoger", "lager", "anders"]))
def test_what_can_be_said_is_said_as_fluent_says_it(pattern: str, number: int, word: str) -> None:
    text = f"andere = ook\n-term = begrip\nx = {pattern}\n"
    bundle = FluentBundle(["nl"], use_isolating=False)
    bundle.add_resource(FluentResource(text))
    value = bundle.get_message("x").value
    assert value is not None
    expected, errors = bundle.format_pattern(value, {"n": number, "t": word})
    assert not errors

    class Bare(Plainly):
        def safe(self, value: Any) -> str:
            return str(value)

    read = Sentences(read_sentences([("a.ftl", text)]), {})
    assert read.say("x", Bare(n=number, t=word)) == expected


@given(st.integers(0, 1_000_000))
def test_the_plural_is_that_of_unicode(count: int) -> None:
    from babel import Locale

    assert plural(count) == Locale("nl").plural_form(count)
