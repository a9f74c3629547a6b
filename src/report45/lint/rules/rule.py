"""What a rule is: the code of what it finds, how much that weighs, and whether it can be mended."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from report45.errors import Place
from report45.wording.notices import Finding, Notice, Severity, fault


@dataclass(frozen=True)
class Rule:
    """One kind of finding, declared by the module that finds it.

    Parameters
    ----------
    code : str
        Its name, which a study accepts it by.
    severity : str
        What it is unless a finding says otherwise: ``error`` or ``warning``.
    fixable : bool
        Whether the remedy says word for word what to write.
    """

    code: str
    severity: Severity = "error"
    fixable: bool = False

    def at(
        self,
        place: Place | int,
        told: Notice,
        about: str = "",
        severity: Severity | None = None,
    ) -> Finding:
        """Give what was found at a place, or on a line of the piece of prose that is read."""
        place = Place(line=place) if isinstance(place, int) else place
        return fault(place, self.code, told, severity or self.severity, about)


def within(found: Finding, file: Path, cell: int | None = None) -> Finding:
    """Give what was found in a piece of prose the file and cell that the piece is from."""
    return replace(found, place=Place(str(file), cell, line=found.place.line))
