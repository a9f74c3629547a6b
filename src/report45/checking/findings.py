"""What a check of prose found, and how it is printed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from report45.errors import Fault

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Finding:
    """Something wrong in prose.

    Parameters
    ----------
    file : Path
        The notebook, text or declaration.
    cell : int or None
        Number of the cell, counted from 1; None where there are no cells.
    line : int
        Line in that cell or file.
    severity : str
        ``error`` or ``warning``.
    code : str
        ``unknown-fact``, ``suppressed-fact``, ``missing-fact``, ``typed-number``,
        ``contradiction``, ``dead-reference``, ``not-mentioned``, ``template-syntax``,
        ``unknown-text`` or ``prose``.
    problem, remedy : str
        As in :class:`~report45.errors.Fault`.
    """

    file: Path
    cell: int | None
    line: int
    severity: Severity
    code: str
    problem: str
    remedy: str = ""

    @property
    def shown_file(self) -> str:
        """The file as seen from the folder one works in, if it lies in it."""
        here = Path.cwd()
        inside = self.file.is_relative_to(here)
        return str(self.file.relative_to(here) if inside else self.file)

    @property
    def fault(self) -> Fault:
        """The same in the words of all messages."""
        cell = f", cel {self.cell}" if self.cell else ""
        return Fault(f"{self.shown_file}{cell}, regel {self.line}", self.problem, self.remedy)


@dataclass(frozen=True)
class Blame:
    """Something wrong in a template.

    Parameters
    ----------
    text : str
        File name of the study's text it stands in; empty for the cell itself.
    line : int
        Line in that cell or text, counted from 1.
    code : str
        What kind of fault it is.
    problem, remedy : str
        As in :class:`~report45.errors.Fault`.
    """

    text: str
    line: int
    code: str
    problem: str
    remedy: str = ""


def as_text(findings: Sequence[Finding], study: str, checked: str) -> str:
    """Write a line for each finding and one that sums up.

    Parameters
    ----------
    findings : sequence of Finding
        In the order to be printed.
    study : str
        Its name.
    checked : str
        What was looked at, for when nothing is wrong.
    """
    lines = [f"{one.severity}: {one.fault} [{one.code}]" for one in findings]
    counts = [
        f"{count} {severity}{'s' if count > 1 else ''}"
        for severity in ("error", "warning")
        if (count := sum(one.severity == severity for one in findings))
    ]
    told = ", ".join(counts) or "nothing wrong in the prose"
    return "\n".join([*lines, f"{study}: {told} ({checked})"])


def as_json(findings: Sequence[Finding], *_: str) -> str:
    """Write a list of objects."""
    written = [{**asdict(one), "file": one.shown_file} for one in findings]
    return json.dumps(written, ensure_ascii=False, indent=1)


def as_github(findings: Sequence[Finding], *_: str) -> str:
    """Write workflow commands, which GitHub shows beside the line; nothing without findings."""
    return "\n".join(_annotations(findings))


WRITERS: Mapping[str, Callable[[Sequence[Finding], str, str], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


def _annotations(findings: Sequence[Finding]) -> Iterator[str]:
    for one in findings:
        cell = f", cel {one.cell}, regel {one.line}" if one.cell else ""
        place = f"file={_value(one.shown_file)},line={_line_in_file(one)}"
        text = f"{one.problem} {one.remedy}".strip()
        yield f"::{one.severity} {place},title={_value(one.code + cell)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _line_in_file(finding: Finding) -> int:
    """Where a cell's line stands in the notebook's file, which has one source line a line."""
    if finding.cell is None:
        return finding.line
    raw = finding.file.read_text(encoding="utf-8")
    written, place = raw.splitlines(), 0
    for number, cell in enumerate(json.loads(raw)["cells"], start=1):
        for line, source in enumerate("".join(cell["source"]).splitlines(keepends=True), start=1):
            forms = {json.dumps(source, ensure_ascii=form) for form in (False, True)}
            here = (at for at in range(place, len(written)) if written[at].strip(" ,") in forms)
            place = next(here, place - 1) + 1
            if (number, line) == (finding.cell, finding.line):
                return place
    return 1
