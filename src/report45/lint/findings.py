"""What a check of prose found, and how it is printed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from report45.wording.notices import Notice, NoticedFault, fault, notice, read, written

if TYPE_CHECKING:
    from report45.wording.telling import Telling

Severity = Literal["error", "warning", "accepted"]
"""What was accepted with a reason is only counted."""


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
        ``error``, ``warning`` or ``accepted``.
    code : str
        ``unknown-fact``, ``suppressed-fact``, ``missing-fact``, ``typed-number``,
        ``contradiction``, ``dead-reference``, ``not-mentioned``, ``template-syntax``,
        ``unknown-text`` or ``prose``.
    said : Notice
        What is wrong and what to do, to be told in a language.
    about : str
        The words it is about, as they stand in the prose; empty where it is not about words.
    """

    file: Path
    cell: int | None
    line: int
    severity: Severity
    code: str
    said: Notice
    about: str = ""

    @property
    def shown_file(self) -> str:
        """The file as seen from the folder one works in, if it lies in it."""
        here = Path.cwd()
        inside = self.file.is_relative_to(here)
        return str(self.file.relative_to(here) if inside else self.file)

    @property
    def tag(self) -> str:
        """What kind it is, as a line of text ends in."""
        return self.code

    @property
    def within(self) -> str:
        """Where in the file it is, for those who see the file; empty where its line says all."""
        return f", cel {self.cell}, regel {self.line}" if self.cell else ""

    @property
    def where(self) -> str:
        """Where it is, in words."""
        cell = f", cel {self.cell}" if self.cell else ""
        return f"{self.shown_file}{cell}, regel {self.line}"

    @property
    def fault(self) -> NoticedFault:
        """The same as a fault."""
        return fault(self.where, self.said, self.tag)


def to_json(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Write findings for a note; files by their full path, for it may be read elsewhere."""
    return [
        {**asdict(one), "file": str(one.file.resolve()), "said": written(one.said)}
        for one in findings
    ]


def from_json(noted: Iterable[Mapping[str, Any]]) -> tuple[Finding, ...]:
    """Read findings back."""
    return tuple(
        Finding(**{**one, "file": Path(one["file"]), "said": read(one["said"])}) for one in noted
    )


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
    said : Notice
        What is wrong and what to do.
    severity, about : str
        As in :class:`Finding`.
    """

    text: str
    line: int
    code: str
    said: Notice
    severity: Severity = "error"
    about: str = ""

    def at(self, file: Path, cell: int | None = None) -> Finding:
        """Give the finding it is in a file."""
        own = (self.line, self.severity, self.code, self.said, self.about)
        return Finding(file, cell, *own)

    def to_json(self) -> dict[str, Any]:
        """Write it for a note."""
        return {**asdict(self), "said": written(self.said)}

    @classmethod
    def from_json(cls, noted: Mapping[str, Any]) -> Blame:
        """Read it back."""
        return cls(**{**noted, "said": read(noted["said"])})


def as_text(findings: Sequence[Finding], telling: Telling, study: str, checked: str = "") -> str:
    """Write a line for each finding and one that sums up.

    Parameters
    ----------
    findings : sequence of Finding
        In the order to be printed.
    telling : Telling
        Tells them in a language.
    study : str
        Its name.
    checked : str
        What was looked at.
    """
    lines = [
        f"{telling.say(_LABELS[one.severity])[0]}: {telling.fault(one.fault)}"
        for one in findings
        if one.severity != "accepted"
    ]
    counted = ", ".join(telling.say(one)[0] for one in _counts(findings))
    return "\n".join([*lines, f"{study}: {counted}" + (f" ({checked})" if checked else "")])


_LABELS = {"error": notice("fout"), "warning": notice("waarschuwing")}
_COUNTED = {
    "error": "fouten-geteld",
    "warning": "waarschuwingen-geteld",
    "accepted": "aanvaard-geteld",
}


def _counts(findings: Sequence[Finding]) -> Iterator[Notice]:
    """Say how many errors and warnings there are, and how much was accepted."""
    if not any(one.severity != "accepted" for one in findings):
        yield notice("niets-mis")
    for severity, name in _COUNTED.items():
        if count := sum(one.severity == severity for one in findings):
            yield notice(name, aantal=count)


def as_json(findings: Sequence[Finding], telling: Telling, *_: str) -> str:
    """Write a list of objects."""
    return json.dumps(shown(findings, telling), ensure_ascii=False, indent=1)


def shown(findings: Iterable[Finding], telling: Telling) -> list[dict[str, Any]]:
    """Give findings as JSON has them; files as seen from the folder one works in."""
    return [_shown(one, telling) for one in findings]


def _shown(one: Finding, telling: Telling) -> dict[str, Any]:
    problem, remedy = telling.say(one.said)
    held = {**asdict(one), "file": one.shown_file}
    del held["said"]
    return {**held, "problem": problem, "remedy": remedy}


def as_github(findings: Sequence[Finding], telling: Telling, *_: str) -> str:
    """Write workflow commands, which GitHub shows beside the line; nothing without findings."""
    return "\n".join(_annotations(findings, telling))


WRITERS: Mapping[str, Callable[[Sequence[Finding], Telling, str, str], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


def _annotations(findings: Sequence[Finding], telling: Telling) -> Iterator[str]:
    for one in findings:
        if one.severity == "accepted":
            continue
        place = f"file={_value(one.shown_file)},line={_line_in_file(one)}"
        text = " ".join(telling.say(one.said)).strip()
        yield f"::{one.severity} {place},title={_value(one.code + one.within)}::{_data(text)}"


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
