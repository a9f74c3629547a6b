"""Write what was measured as a page of tables, with the ratios that matter."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench import Case

HAND = "(c) papermill + nbconvert by hand, HTML"
RATIOS = (
    ("cold build / plain script", "(b) cold", "(a) plain script", "at most 1.2"),
    ("cold build, all formats / plain script, no export", "(b) cold, all formats",
     "(a) plain script, no export", "at most 1.3"),
    ("by hand (HTML alone) / cold build", HAND, "(b) cold", "at least 7"),
    ("by hand, nbconvert once (HTML alone) / cold build",
     "(c) papermill by hand, nbconvert once, HTML", "(b) cold", "at least 7"),
    ("Jupyter Book prose edit / prose edit, HTML", "(d) Jupyter Book prose edit, HTML",
     "(b) prose edit, HTML", "at least 3"),
    ("Jupyter Book prose edit (HTML) / prose edit, HTML + PDF",
     "(d) Jupyter Book prose edit, HTML", "(b) prose edit", ""),
    ("1,000,000 / 1,000 clients", "(f) 1000000 clients", "(f) 1000 clients", "at most 1000"),
)  # fmt: skip


def write_results(
    path: Path,
    cases: Sequence[Case],
    stages: Sequence[tuple[str, float]],
    machine: str,
    rounds: int,
) -> None:
    """Write the results.

    Parameters
    ----------
    path : Path
        The page.
    cases : sequence of Case
        What was measured.
    stages : sequence of (str, float)
        Lines of a cold build's progress, each with the seconds after which it was written.
    machine : str
        What it was measured on.
    rounds : int
        How often.
    """
    times = {case.name: statistics.median(case.seconds) for case in cases}
    lines = [
        "# What report45 takes, beside other ways to the same pages",
        "",
        f"Written by `make bench`: medians of {rounds} rounds, each case once a round. {machine}.",
        "",
        "| case | seconds | lowest | highest | largest process, MB | all processes, MB |",
        "|---|--:|--:|--:|--:|--:|",
        *(_row(case) for case in cases),
        "",
        "| ratio | | aim |",
        "|---|--:|---|",
        *_ratios(times),
        "",
        "## Where a cold build's time goes",
        "",
        "| after | seconds |",
        "|---|--:|",
        *(f"| {what} | {seconds:.2f} |" for what, seconds in stages),
        "",
    ]
    path.write_text("\n".join(lines), encoding="utf-8")


def _row(case: Case) -> str:
    seconds = case.seconds
    memory = f"{max(case.largest):,.0f} | {max(case.together):,.0f}"
    low, high = min(seconds), max(seconds)
    return f"| {case.name} | {statistics.median(seconds):.2f} | {low:.2f} | {high:.2f} | {memory} |"


def _ratios(times: Mapping[str, float]) -> list[str]:
    found = [
        f"| {name} | {times[over] / times[under]:.2f} | {aim} |"
        for name, over, under, aim in RATIOS
        if over in times and under in times
    ]
    nothing, unchanged = times.get("(-) python -c pass"), times.get("(b) unchanged")
    if nothing and unchanged:
        found.append(
            f"| unchanged build - `python -c pass` | {unchanged - nothing:.2f} s | 0.5 s |"
        )
    hand, many = times.get(HAND), times.get("(e) 30 studies")
    if hand and many:
        found.append(f"| by hand / one of 30 studies | {hand / (many / 30):.2f} | at least 12 |")
    return found
