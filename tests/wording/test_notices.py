"""What an editor is told: in both languages, by name, and by nothing else."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from report45.errors import Fault, InputError, Place
from report45.terminal import message
from report45.wording.known import FILE
from report45.wording.notices import AS_IT_IS, Notice, fault, notice, notice_of, read, written
from report45.wording.sentences import Message, expressions, read_sentences
from report45.wording.telling import LANGUAGES, MESSAGES, Telling, apart, telling

SOURCE = Path(__file__).parents[2] / "src" / "report45"
TELLS = frozenset({"notice", "fault", "at", "_blame"})
TELLS |= {"QuoteError", "SentenceError", "RefusedSyntaxError"}
NAMES = frozenset({"notice", "unknown", "_unknown"})
"""What is given the name of a message first, or behind the node it is about."""
KEBAB = re.compile(r"[a-z]+(?:-[a-z]+)+")
IN_WORDS = {
    "wording/remarks.py",  # remarks on data have words of their own, in both languages
    "lint/meaning.py",  # what Jinja says
    "prose/nodes.py",  # what Jinja says
    "wording/notices.py",
}


def calls() -> Iterator[tuple[Path, ast.Call, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                function = node.func
                name = getattr(function, "id", None) or getattr(function, "attr", "")
                yield path, node, name


def texts(node: ast.AST) -> Iterator[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value


def chooses(message: Message) -> set[str]:
    """The variables without which a message has words too."""
    choices = [one for one in expressions(message.pattern) if one[0] == "choice"]
    return {
        one[2][2]
        for one in choices
        if one[2][0] == "variable" and "geen" in [key for key, _, _ in one[3]]
    }


def variables(told: Telling, name: str) -> frozenset[str]:
    """What a message names, and the one that says what to do."""
    sentences = told.messages(name)
    return frozenset[str]().union(*map(sentences.variables, sentences.messages))


def free(told: Telling, name: str) -> set[str]:
    """Those of them that need not be given."""
    return {one for each in told.messages(name).messages.values() for one in chooses(each)}


def test_both_languages_tell_the_same_of_the_same() -> None:
    dutch, english = (telling(one) for one in LANGUAGES)
    assert dutch.names == english.names
    for name in dutch.names:
        if name.endswith("-doe"):
            assert name.removesuffix("-doe") in dutch.names
        else:
            assert variables(dutch, name) == variables(english, name), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_stands_by_itself_and_is_read_as_its_file_is(language: str) -> None:
    files = [(one.name, one.read_text("utf-8")) for one in (MESSAGES / language).glob("*.ftl")]
    whole = read_sentences(files)
    told = telling(language)
    assert sorted(one.name for one in whole) == sorted(told.names)
    for one in whole:
        assert not {each[0] for each in expressions(one.pattern)} & {"message", "term"}
        # the place of an expression is all that may differ
        alone = told.messages(one.name).messages[one.name]
        assert re.sub(r"', \d+, ", "', ", repr(alone.pattern)) == re.sub(
            r"', \d+, ", "', ", repr(one.pattern)
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_told_with_all_it_names_and_without(language: str) -> None:
    told = Telling(language)
    for name in told.names:
        if name.endswith("-doe"):
            continue
        given = {one: f"«{one}»" for one in variables(told, name)}
        for params in (given, {}):
            problem, remedy = told.say(notice(name, **params))
            assert problem, name
            assert problem == problem.strip()
            assert remedy == remedy.strip()


def test_every_message_is_told_by_name() -> None:
    source = [ast.parse(path.read_text(encoding="utf-8")) for path in SOURCE.rglob("*.py")]
    named = {text for tree in source for text in texts(tree)}
    told = {name for name in telling().names if not name.endswith("-doe")}
    by_words = apart((MESSAGES / "nl" / FILE).read_text(encoding="utf-8")).keys()
    assert sorted(told - named - by_words) == []


def test_every_name_is_of_a_message_and_is_given_what_that_names() -> None:
    told = telling()
    seen = 0
    for path, call, function in calls():
        place = f"{path.relative_to(SOURCE)}:{call.lineno}"
        if function in NAMES:
            names = [
                one.value
                for one in call.args[:2]
                if isinstance(one, ast.Constant)
                and isinstance(one.value, str)
                and KEBAB.fullmatch(one.value)
            ]
            assert {*names} <= told.names, place
        if function != "notice" or not isinstance(call.args[0], ast.Constant):
            continue
        name, given = call.args[0].value, {one.arg for one in call.keywords}
        assert isinstance(name, str)
        assert name in told.names, place
        seen += 1
        asked = variables(told, name)
        assert given - {None} <= asked, place
        assert None in given or asked - given <= free(told, name), place
    assert seen > 70


SAID_IN = ("lint", "rules", "prose", "book", "writers", "wording")


def test_no_words_for_an_editor_stand_in_the_source() -> None:
    found = {
        f"{path.relative_to(SOURCE)}:{call.lineno}: {text}"
        for path, call, function in calls()
        if function in TELLS
        and path.parent.name in ("lint", "rules", "prose", "book", "writers", "wording")
        for one in (*call.args, *(keyword.value for keyword in call.keywords))
        for text in texts(one)
        if len(re.findall(r"[^\W\d_]{2,}", text)) > 3 and not KEBAB.fullmatch(text)
    }
    assert sorted(found) == []
    as_it_is = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if "AS_IT_IS" in path.read_text(encoding="utf-8")
    }
    assert as_it_is == IN_WORDS


WITHIN = notice("in-zin", plaats=Place("a.ftl", line=2), fout=notice("feit-onbekend", pad="x"))


@pytest.mark.parametrize(
    ("told", "dutch", "english"),
    [
        (
            notice("feit-onbekend", pad="x", bedoeld=["y", "z"]),
            ("er is geen x.", "Bedoelt u y of z?"),
            "there is no x. Did you mean y or z?",
        ),
        (notice("feit-onbekend", pad="x", bedoeld=[]), ("er is geen x.", ""), "there is no x."),
        (WITHIN, ("a.ftl, regel 2: er is geen x.", ""), "a.ftl, line 2: there is no x."),
        (
            notice("in-zin", plaats="a", fout=notice("feit-afgeschermd", pad="x")),
            (
                "a: x mag niet getoond worden: er staan te weinig mensen achter.",
                "Laat het weg uit de tekst.",
            ),
            "a: x may not be shown: too few people stand behind it. Leave it out of the text.",
        ),
        (notice(AS_IT_IS, tekst="Woorden.", raad="Doe."), ("Woorden.", "Doe."), "Woorden. Doe."),
    ],
)
def test_a_notice_is_told_in_a_language(told: Notice, dutch: tuple[str, str], english: str) -> None:
    assert telling("nl").say(told) == dutch
    assert str(told) == english


@pytest.mark.parametrize("told", [WITHIN, notice("te-veel-tekens", hoogste=3, bedoeld=["a"])])
def test_a_notice_comes_back_whole_from_a_note(told: Notice) -> None:
    noted: Any = json.loads(json.dumps(written(told)))
    assert read(noted) == told


def test_a_fault_says_the_same_in_another_language_and_keeps_its_code() -> None:
    ours = fault(Place("a.md", line=1), "judgement-in-prose", notice("weegt-getallen"))
    assert str(ours).startswith("a.md, line 1: a condition compares numbers. Let ")
    assert (
        telling("nl").fault(ours).startswith("a.md, regel 1: een voorwaarde vergelijkt getallen.")
    )
    assert all(telling(one).fault(ours).endswith(" [judgement-in-prose]") for one in LANGUAGES)
    dutch = "regel 1: een voorwaarde"
    for language, problem in (("", dutch), ("de", dutch), ("en", "line 1: a cond")):
        assert message(InputError([ours]), language).startswith(f"a.md, {problem}")
    other = Fault(Place("b"), "c", "is wrong.", "Mend it.")
    assert telling("nl").fault(other) == "b: is wrong. Mend it."
    assert notice_of(other).params == (("tekst", "is wrong."), ("raad", "Mend it."))
