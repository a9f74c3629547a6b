"""Faults and findings as text, JSON, annotations of GitHub, a report of GitLab and JUnit."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from report45.errors import Fault, Place, printable
from report45.wording.notices import Finding, Notice, Severity, notice

if TYPE_CHECKING:
    from report45.wording.telling import Telling


def located(faults: Iterable[Fault], *folders: Path) -> list[Fault]:
    """Give faults with the whole path of their files, where these stand in one of some folders."""
    return [replace(one, place=_located(one.place, folders)) for one in faults]


def _located(place: Place, folders: Iterable[Path]) -> Place:
    paths = (folder / place.file for folder in folders)
    return next((replace(place, file=str(one)) for one in paths if one.is_file()), place)


def as_text(faults: Sequence[Fault], telling: Telling, study: str, checked: str = "") -> str:
    """Write a line for each fault and one that sums up.

    Parameters
    ----------
    faults : sequence of Fault
        In the order to be printed.
    telling : Telling
        Tells them in a language.
    study : str
        Its name.
    checked : str
        What was looked at.
    """
    lines = [
        f"{telling.say(_LABELS[_severity(one)])[0]}: {telling.fault(one)}" for one in _open(faults)
    ]
    counted = ", ".join(telling.say(one)[0] for one in _counts(faults))
    return "\n".join([*lines, f"{study}: {counted}" + (f" ({checked})" if checked else "")])


def as_json(faults: Sequence[Fault], telling: Telling, *_: str) -> str:
    """Write a list of objects."""
    return json.dumps(shown(faults, telling), ensure_ascii=False, indent=1)


def shown(faults: Iterable[Fault], telling: Telling) -> list[dict[str, Any]]:
    """Give faults as JSON has them; files as seen from the folder one works in."""
    return [_shown(one, telling) for one in faults]


def as_github(faults: Sequence[Fault], telling: Telling, *_: str) -> str:
    """Write workflow commands, which GitHub shows beside the line; nothing without faults."""
    return "\n".join(_annotations(faults, telling))


def as_gitlab(faults: Sequence[Fault], telling: Telling, *_: str) -> str:
    """Write a report of code quality, which GitLab shows in a merge request."""
    seen: Counter[tuple[str, ...]] = Counter()
    return json.dumps(
        [_reported(one, telling, seen) for one in _open(faults)], ensure_ascii=False, indent=1
    )


def as_junit(faults: Sequence[Fault], telling: Telling, study: str, *_: str) -> str:
    """Write a suite of tests: a fault is a test that fails, a warning one that is skipped."""
    return junit({study: [_case(one, telling) for one in _open(faults)]}).decode()


WRITERS: Mapping[str, Callable[[Sequence[Fault], Telling, str, str], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "junit": as_junit,
}


def junit(suites: Mapping[str, Sequence[tuple[str, str, str, str]]]) -> bytes:
    """Write suites of tests as JUnit does.

    Parameters
    ----------
    suites : mapping of str to sequence of (str, str, str, str)
        By name the tests: class, name, ``failure``, ``skipped`` or empty for one that passed, and
        what is to be said of it.
    """
    root = ET.Element("testsuites")
    for name, cases in suites.items():
        kinds = Counter(kind for _, _, kind, _ in cases)
        suite = ET.SubElement(root, "testsuite", name=printable(name), tests=str(len(cases)))
        suite.set("failures", str(kinds["failure"]))
        suite.set("skipped", str(kinds["skipped"]))
        for classname, test, kind, text in cases:
            about = {"classname": printable(classname), "name": printable(test)}
            case = ET.SubElement(suite, "testcase", about)
            if kind:
                said = ET.SubElement(case, kind, message=short_line(printable(text)))
                said.text = printable(text)
    ET.indent(root, "")
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def short_line(text: str) -> str:
    """Give the first line of a text."""
    first, _, rest = text.partition("\n")
    return f"{first} ..." if rest else first


_LABELS = {"error": notice("fout"), "warning": notice("waarschuwing")}
_COUNTED = {
    "error": "fouten-geteld",
    "warning": "waarschuwingen-geteld",
    "accepted": "aanvaard-geteld",
}


def _severity(one: Fault) -> Severity:
    return one.severity if isinstance(one, Finding) else "error"


def _open(faults: Iterable[Fault]) -> list[Fault]:
    return [one for one in faults if _severity(one) != "accepted"]


def _counts(faults: Sequence[Fault]) -> Iterator[Notice]:
    """Say how many errors and warnings there are, and how much was accepted."""
    if not _open(faults):
        yield notice("niets-mis")
    for severity, name in _COUNTED.items():
        if count := sum(_severity(one) == severity for one in faults):
            yield notice(name, aantal=count)


def _shown(one: Fault, telling: Telling) -> dict[str, Any]:
    problem, remedy = telling.told(one)
    told = {"severity": _severity(one), "code": one.code, "problem": problem, "remedy": remedy}
    about = one.about or one.named if isinstance(one, Finding) else ""
    where = {"file": one.place.shown_file, "cell": one.place.cell, "line": _line(one.place)}
    about_it = {"about": about, "place": telling.place(one.place)}
    return {**one.place.written(), **where, **told, **about_it}


def _annotations(faults: Sequence[Fault], telling: Telling) -> Iterator[str]:
    for one in _open(faults):
        where = f"file={_value(one.place.shown_file)},line={_line_in_file(one.place)}"
        # the line is shown as the file's, which is another only within a cell
        inside = replace(one.place, file="", line=one.place.line if one.place.cell else None)
        title = _value(", ".join(filter(None, [one.code, telling.place(inside)])))
        text = " ".join(telling.told(one)).strip()
        yield f"::{_severity(one)} {where},title={title}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _reported(one: Fault, telling: Telling, seen: Counter[tuple[str, ...]]) -> dict[str, Any]:
    # No line: what moves with the text around it is the same fault still.
    same = one.code, one.place.shown_file, one.problem, *map(str, one.place.rows)
    seen[same] += 1
    digest = hashlib.sha256("\0".join([*same, str(seen[same])]).encode("utf-8", "surrogatepass"))
    return {
        "description": telling.fault(one),
        "check_name": one.code,
        "fingerprint": digest.hexdigest(),
        "severity": {"error": "major"}.get(_severity(one), "minor"),
        "location": {
            "path": one.place.shown_file,
            "lines": {"begin": _line_in_file(one.place)},
        },
    }


def _case(one: Fault, telling: Telling) -> tuple[str, str, str, str]:
    kind = "failure" if _severity(one) == "error" else "skipped"
    return one.place.shown_file, f"{one.code}: {telling.place(one.place)}", kind, telling.fault(one)


def _line(place: Place) -> int:
    return place.line or min(place.rows, default=1)


def _line_in_file(place: Place) -> int:
    """Where a cell's line stands in the notebook's file, which has one source line a line."""
    if place.cell is None or not Path(place.file).is_file():
        return _line(place)
    raw = Path(place.file).read_text(encoding="utf-8")
    written, at = raw.splitlines(), 0
    for number, cell in enumerate(json.loads(raw)["cells"], start=1):
        for line, source in enumerate("".join(cell["source"]).splitlines(keepends=True), start=1):
            forms = {json.dumps(source, ensure_ascii=form) for form in (False, True)}
            here = (one for one in range(at, len(written)) if written[one].strip(" ,") in forms)
            at = next(here, at - 1) + 1
            if (number, line) == (place.cell, _line(place)):
                return at
    return 1
