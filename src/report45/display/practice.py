"""What case managers did: the instruments they deployed."""

from __future__ import annotations

from report45.analysis.instruments import Instruments
from report45.display.bars import draw_bars
from report45.display.bundle import Column, Display, Row
from report45.display.style import BLUE
from report45.display.tables import source
from report45.facts import Count, Share
from report45.study.load import Study
from report45.wording.numbers import cell


def instruments(result: Instruments, study: Study) -> Display:
    """Draw for how many participants each instrument was used."""
    labels = [use.declared.label for use in result.uses]
    shares = [Share(use.participants, result.participants) for use in result.uses]
    svg = draw_bars(labels, shares, [BLUE] * len(labels))
    rows = tuple(
        Row(label, (cell(Count(share.count)), cell(share)))
        for label, share in zip(labels, shares, strict=True)
    )
    parts = "; ".join(f"{row.header} {row.cells[0]}" for row in rows)
    return Display(
        "figure",
        f"Inzet van instrumenten, deelnemers (n={result.participants})",
        (Column("Instrument", align="left"), Column("Deelnemers"), Column("Aandeel")),
        rows,
        ("Een deelnemer kan van meer dan één instrument gebruikmaken.",),
        source(study),
        svg=svg,
        alt=f"Staafdiagram van het aantal deelnemers per instrument, van de "
        f"{result.participants}: {parts}.",
    )
