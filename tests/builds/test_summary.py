"""What a batch says of itself, for people and for machines."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from report45.builds import batch
from report45.builds.batch import BuildOutcome, build_all
from report45.builds.build_record import Built
from report45.builds.summary import failures, lines, write_summary
from report45.errors import ChapterError, ChaptersError, Fault, InputError, Place
from report45.execution.pool import Pool

SOUND = BuildOutcome("a", Built("a", (Path("build/a/x.html"),), ("opzet",), ("verloop",), ()))
CHAPTERS = BuildOutcome(
    "b & <c>",
    error=ChaptersError(
        [
            ChapterError("b & <c>", "opzet", 3, "x", 'ValueError: "<b>"\nmore'),
            ChapterError("b & <c>", "verloop", 4, "y", "KeyError: 1"),
        ]
    ),
)
FAULTS = BuildOutcome(
    "d", error=InputError([Fault(Place("t.csv"), "a", one) for one in ("one.", "two.")])
)
BUG = BuildOutcome("e", error=TypeError("odd"))
FULL = BuildOutcome("f", error=OSError(28, "No space left on device"))


def test_every_failure_has_a_line() -> None:
    told = failures([SOUND, CHAPTERS, FAULTS, BUG, FULL]).splitlines()
    assert told[0] == "4 of 5 studies failed:"
    assert [line.split(maxsplit=1)[0] for line in told[2:]] == ["b", "b", "d", "d", "e", "f"]
    assert told[2].endswith('opzet    3     ValueError: "<b>" ...')
    assert "report45 failed: TypeError; run with --debug" in told[6]
    assert "odd" not in told[6]
    assert failures([SOUND]) == ""


def test_files_are_told_of_a_single_study() -> None:
    assert lines([SOUND]) == ["a: 1 chapters executed, 1 unchanged", "build/a/x.html"]
    assert lines([SOUND, FAULTS]) == ["a: 1 chapters executed, 1 unchanged"]


def test_machines_read_the_same(tmp_path: Path) -> None:
    write_summary([SOUND, CHAPTERS, FAULTS, BUG, FULL], tmp_path)
    studies = json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))["studies"]
    counts = [len(one["failures"]) for one in studies]
    assert counts == [0, 2, 2, 1, 1]
    suites = list(ElementTree.parse(tmp_path / "summary.xml").getroot())  # noqa: S314  our own
    assert [int(one.get("failures", "")) for one in suites] == counts
    assert suites[1].get("name") == "b & <c>"
    assert suites[1].findtext("testcase/failure") == 'ValueError: "<b>"\nmore'
    assert [len(one.findall("testcase")) for one in suites] == [2, 2, 2, 1, 1]


def test_signs_that_xml_does_not_know_leave_the_report_readable(tmp_path: Path) -> None:
    error = ChapterError("b", "opzet", 3, "x", "ValueError: \x1b[31mrood\x00")
    write_summary([BuildOutcome("b", error=ChaptersError([error]))], tmp_path)
    (suite,) = ElementTree.parse(tmp_path / "summary.xml").getroot()  # noqa: S314  our own
    assert suite.findtext("testcase/failure") == "ValueError: rood"


def test_whatever_goes_wrong_with_a_study_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(folder: Path, *_: object, **__: object) -> Built:
        if folder.name == "b":
            raise ZeroDivisionError("a fault of ours")
        return Built(folder.name, (), (), (), ())

    monkeypatch.setattr(batch, "build", build)
    with Pool(1) as pool:
        made = build_all([tmp_path / name for name in "abc"], tmp_path, pool=pool)
    assert [one.study for one in made] == ["a", "b", "c"]
    assert [one.built is not None for one in made] == [True, False, True]
