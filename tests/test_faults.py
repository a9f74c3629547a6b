"""Every fault has a place and a code, and is printed in every format."""

from __future__ import annotations

import ast
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from report45.errors import Fault, InputError, Place
from report45.lint.formats import WRITERS
from report45.wording.notices import AS_IT_IS, Finding, fault, notice, read_fault
from report45.wording.telling import LANGUAGES, telling
from tests import codes

WORDS = st.text(max_size=12)
NUMBERS = st.none() | st.integers(1, 10**6)
PLACES = st.builds(
    Place,
    file=WORDS,
    cell=NUMBERS,
    text=WORDS,
    sheet=WORDS,
    rows=st.lists(st.integers(1, 10**6), max_size=8).map(tuple),
    column=WORDS,
    line=NUMBERS,
    part=WORDS,
    count=st.integers(0, 10**6),
)
CODES = st.sampled_from(sorted({*codes.codes(), *codes.rules()}))
SEVERITIES = st.sampled_from(["error", "warning", "accepted"])
FINDINGS = st.builds(
    fault,
    PLACES,
    CODES,
    st.builds(lambda said, todo: notice(AS_IT_IS, tekst=said, raad=todo), WORDS, WORDS),
    SEVERITIES,
    WORDS,
    WORDS,
)
FAULTS = st.lists(st.builds(Fault, PLACES, CODES, WORDS, WORDS) | FINDINGS, max_size=4)


def test_every_fault_has_a_code_that_stands_in_the_source() -> None:
    for module, line, code in codes.raised():
        if isinstance(code, ast.Constant):
            assert codes.KEBAB.fullmatch(str(code.value)), f"{module}:{line}"
        else:
            written = ast.unparse(code) if code else ""
            assert written in codes.PASSED_ON.get(module, ()), f"{module}:{line}"


def test_the_page_lists_every_code() -> None:
    assert codes.PAGE.read_text(encoding="utf-8") == codes.page()


@given(PLACES, st.sampled_from(LANGUAGES))
def test_a_place_is_read_back_and_named_in_both_languages(place: Place, language: str) -> None:
    assert Place.read(json.loads(json.dumps(place.written()))) == place
    said = telling(language).place(place)
    for one in (place.file, place.text, place.sheet, place.column, place.part):
        assert one in said
    assert telling("en").place(place) == str(place)


@given(FINDINGS)
def test_a_finding_is_read_back(found: Finding) -> None:
    assert read_fault(json.loads(json.dumps(found.written()))) == found


TWICE = Fault(Place("a\x1b[1m.csv", rows=(3,)), "not-a-date", "100%\n:: no date,", "\x00 Mend it.")


@given(FAULTS, st.sampled_from(LANGUAGES))
@example([TWICE, TWICE], "nl")
def test_every_fault_is_printed_in_every_format(faults: Sequence[Fault], language: str) -> None:
    written = {
        name: write(faults, telling(language), "proef", "gekeken")
        for name, write in WRITERS.items()
    }
    accepted = [one for one in faults if isinstance(one, Finding) and one.severity == "accepted"]
    open_ = [one for one in faults if one not in accepted]
    errors = [one for one in open_ if not isinstance(one, Finding) or one.severity == "error"]
    assert all(telling(language).fault(one) in written["text"] for one in open_)
    objects = json.loads(written["json"])
    assert [one["code"] for one in objects] == [one.code for one in faults]
    assert (
        {"file", "cell", "line", "severity", "problem", "remedy"} <= {*objects[0]} if faults else 1
    )
    assert written["github"].count("\n::") + bool(written["github"]) == len(open_)
    reported = json.loads(written["gitlab"])
    assert len({one["fingerprint"] for one in reported}) == len(reported) == len(open_)
    for one in reported:
        assert {*one} == {"description", "check_name", "fingerprint", "severity", "location"}
        assert one["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert {*one["location"]} == {"path", "lines"}
        assert one["location"]["lines"]["begin"] > 0
    (suite,) = ET.fromstring(written["junit"].encode())  # noqa: S314  our own
    assert suite.get("tests") == str(len(suite)) == str(len(open_))
    assert suite.get("failures") == str(len(suite.findall("*/failure"))) == str(len(errors))


@pytest.mark.parametrize(
    ("rows", "count", "said"),
    [
        ([12], 0, "row 12"),
        ([12, 15, 19], 0, "rows 12, 15 and 19"),
        (list(range(2, 97)), 0, "rows 2, 3, 4, 5, 6 and 90 more"),
        ([2, 3], 1205, "rows 2, 3 and 1,203 more"),
    ],
)
def test_rows_are_named_and_counted(rows: Sequence[int], count: int, said: str) -> None:
    assert str(Place("t.csv", rows=tuple(rows), count=count)) == f"t.csv, {said}"


def test_a_place_is_said_in_order_and_as_seen_from_here(tmp_path: Path) -> None:
    place = Place("a.ipynb", 3, "b.md", line=4, part="kop")
    assert telling("nl").place(place) == "a.ipynb, cel 3, b.md, regel 4, kop"
    assert str(replace(place, file=str(Path.cwd() / "a.ipynb"))) == str(place)
    assert str(Place(str(tmp_path / "a.md"))) == str(tmp_path / "a.md")
    assert str(InputError([Fault(place, "x", "is wrong.")])).endswith("line 4, kop: is wrong.")
