"""How a batch of builds ended: for the terminal, as JSON, and as JUnit XML for CI."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from report45.builds.workspace import write_whole
from report45.errors import ChaptersError, InputError, own_words
from report45.lint.formats import as_text, junit, short_line, shown
from report45.wording.telling import LANGUAGES, telling

if TYPE_CHECKING:
    from report45.builds.batch import BuildOutcome


@dataclass(frozen=True)
class Failure:
    """One thing that went wrong in a batch.

    Parameters
    ----------
    study : str
        Name of the study.
    chapter : str
        Name of the chapter; empty when the study itself is not sound.
    cell : int
        Number of the cell, counted from 1; 0 without a chapter.
    error : str
        What went wrong.
    """

    study: str
    chapter: str
    cell: int
    error: str

    @property
    def within(self) -> str:
        """Where in the study it went wrong; empty when that is all of it."""
        return f"{self.chapter}, cell {self.cell}" if self.chapter else ""


def lines(outcomes: Sequence[BuildOutcome], language: str = LANGUAGES[0]) -> list[str]:
    """Say of every study that was built what was done, and last what is wrong with its prose.

    For a single one, say also which files it has.
    """
    told = []
    for one in (outcome.built for outcome in outcomes if outcome.built):
        done = f"{len(one.executed)} chapters executed, {len(one.reused)} unchanged"
        told.append(f"{one.study}: {done}")
        told += [
            f"{one.study}: chapter {each.name} left out: no table for it" for each in one.left_out
        ]
        if len(outcomes) == 1:
            told += [str(path) for path in one.files if path.parent.name == one.study]
    for one in (outcome.built for outcome in outcomes if outcome.built):
        if one.complaints:
            told.append(as_text(one.complaints, telling(language), one.study))
    return told


def failures(outcomes: Sequence[BuildOutcome], language: str = LANGUAGES[0]) -> str:
    """Say what failed, a line each under a header; empty when nothing did."""
    found = [failure for outcome in outcomes for failure in _failures(outcome, language)]
    if not found:
        return ""
    rows = [("study", "chapter", "cell", "error")]
    rows += [(one.study, one.chapter, str(one.cell or ""), short_line(one.error)) for one in found]
    widths = [max(len(row[place]) for row in rows) for place in range(3)]
    table = [
        "  ".join([*(text.ljust(width) for text, width in zip(row, widths, strict=False)), row[3]])
        for row in rows
    ]
    failed = len({one.study for one in found})
    return "\n".join([f"{failed} of {len(outcomes)} studies failed:", *table])


def write_summary(outcomes: Sequence[BuildOutcome], out: Path) -> None:
    """Write ``summary.json`` and ``summary.xml``, the latter as JUnit does.

    Parameters
    ----------
    outcomes : sequence of BuildOutcome
    out : Path
        Where builds go.
    """
    out.mkdir(parents=True, exist_ok=True)
    stated = [_stated(outcome) for outcome in outcomes]
    whole = json.dumps({"studies": stated}, ensure_ascii=False, indent=1) + "\n"
    write_whole(out / "summary.json", whole.encode())
    write_whole(out / "summary.xml", junit({one.study: _suite(one) for one in outcomes}))


def _stated(outcome: BuildOutcome) -> dict[str, object]:
    built = outcome.built
    return {
        "study": outcome.study,
        "built": built is not None,
        "executed": list(built.executed) if built else [],
        "unchanged": list(built.reused) if built else [],
        "left_out": [one.name for one in built.left_out] if built else [],
        "complaints": shown(built.complaints, telling()) if built else [],
        "failures": [asdict(failure) for failure in _failures(outcome)],
    }


def _failures(outcome: BuildOutcome, language: str = LANGUAGES[0]) -> list[Failure]:
    error = outcome.error
    if error is None:
        return []
    if isinstance(error, ChaptersError):
        return [Failure(outcome.study, one.chapter, one.cell, one.error) for one in error.errors]
    if isinstance(error, InputError):
        words = telling(language)
        return [Failure(outcome.study, "", 0, words.fault(fault)) for fault in error.faults]
    return [Failure(outcome.study, "", 0, own_words(error))]


def _suite(outcome: BuildOutcome) -> list[tuple[str, str, str, str]]:
    study, built = outcome.study, outcome.built
    made = sorted([*built.executed, *built.reused]) if built else []
    return [
        *((study, name, "", "") for name in made),
        *((study, one.within or "study", "failure", one.error) for one in _failures(outcome)),
    ]
