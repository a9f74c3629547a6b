"""What was seen in the data themselves, for the report's own accountability."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from report45.analysis.groups import code_path
from report45.facts import Count, Fact, Text
from report45.inspection.accepted import looked
from report45.inspection.remarks import Remark
from report45.specs import Specs, specs
from report45.study.load import Study

_TOLD = frozenset(
    {
        "wrong-digit",
        "criterion-not-met",
        "criterion-unknown",
        "criteria-met",
        "above-maximum",
        "route-missing",
    }
)
"""Remarks that the consistency checks tell as findings, in words of their own."""


@dataclass(frozen=True)
class Remarks:
    """What was seen in the data.

    Parameters
    ----------
    open : tuple of Remark
        What nobody has accounted for.
    accepted : tuple of (Remark, str)
        What the study accounts for, and how.
    """

    open: tuple[Remark, ...]
    accepted: tuple[tuple[Remark, str], ...]

    states: ClassVar[Specs] = specs(
        "gegevens",
        (Count, "aantal aanvaard melding.<melding>.n aanvaarding.<melding>.n"),
        (Text, "melding.<melding>.soort aanvaarding.<melding>.soort"),
        (Text, "melding.<melding>.bestand aanvaarding.<melding>.bestand"),
        (Text, "melding.<melding>.kolom aanvaarding.<melding>.kolom"),
        (Fact, "melding.<melding>.<waarde> aanvaarding.<melding>.<waarde>", "<eenheid>"),
        (Text, "aanvaarding.<melding>.reden"),
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts; a remark has its values besides, and why it is accepted."""
        written: dict[str, Fact] = {
            "aantal": Count(len(self.open)),
            "aanvaard": Count(len(self.accepted)),
        }
        for name, one in _named(self.open):
            written |= {f"melding.{name}.{path}": fact for path, fact in one.facts().items()}
        for (name, one), (_, why) in zip(
            _named(one for one, _ in self.accepted), self.accepted, strict=True
        ):
            written |= {f"aanvaarding.{name}.{path}": fact for path, fact in one.facts().items()}
            written[f"aanvaarding.{name}.reden"] = Text(why)
        return written


def remarks(study: Study) -> Remarks:
    """Give what was seen in the data, apart from what the consistency checks tell.

    Raises
    ------
    InputError
        If the study accepts something that was not seen.
    """
    seen = looked(study)
    return Remarks(
        tuple(one for one in seen.open if one.code not in _TOLD),
        tuple((one, why) for one, why in seen.accepted if one.code not in _TOLD),
    )


def _named(found: Iterable[Remark]) -> Iterator[tuple[str, Remark]]:
    """Name each by table, column and code; a second of the same by its number too."""
    used: dict[str, int] = {}
    for one in found:
        name = code_path(f"{one.table} {one.column} {one.code}")
        used[name] = used.get(name, 0) + 1
        yield (name if used[name] == 1 else f"{name}_{used[name]}"), one
