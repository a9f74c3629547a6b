"""What a look at the data can remark on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from report45.errors import Place
from report45.facts import Count, Fact, Facts, Text, from_json, to_json


@dataclass(frozen=True)
class Remark:
    """Something in the data that a person should look at; never wrong enough to stop for.

    Parameters
    ----------
    code : str
        What was seen; the rule that saw it says when.
    table, column : str
        Where, under our names; the column is empty where it is the table as a whole.
    file, named : str
        The delivered file, and the column's name in it.
    rows : tuple of int
        The first rows, as a spreadsheet shows them; none where it is no matter of rows.
    count : int
        How many rows.
    values : mapping of str to Fact
        What its sentence says further: never a value of a person.
    """

    code: str
    table: str
    column: str
    file: str
    named: str
    rows: tuple[int, ...] = ()
    count: int = 0
    values: Facts = field(default_factory=dict)

    @property
    def place(self) -> Place:
        """Where it is."""
        return Place(self.file, rows=self.rows, column=self.named, count=self.count)

    def facts(self) -> dict[str, Fact]:
        """Give what its sentence says: ``soort``, ``bestand``, ``kolom`` Text, ``n`` Count, values.

        ``kolom`` is the file's name for the column; ``tabel`` where it is the whole of that.
        """
        return {
            "soort": Text(self.code),
            "bestand": Text(self.file),
            "kolom": Text(self.named or "tabel"),
            "n": Count(self.count),
            **self.values,
        }

    def to_json(self) -> dict[str, Any]:
        """Write it as a JSON object, values as facts."""
        written: dict[str, Any] = {**vars(self), "rows": list(self.rows)}
        return written | {"values": [to_json(path, one) for path, one in self.values.items()]}

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> Remark:
        """Read one back from what :meth:`to_json` wrote."""
        values = {one["path"]: from_json(one) for one in written["values"]}
        return cls(**{**written, "rows": tuple(written["rows"]), "values": values})


@dataclass(frozen=True)
class Looked:
    """What was seen in a study's data.

    Parameters
    ----------
    open : tuple of Remark
        What a person should still look at.
    accepted : tuple of (Remark, str)
        What a person has looked at, and the reason why it may stay.
    """

    open: tuple[Remark, ...]
    accepted: tuple[tuple[Remark, str], ...]

    def to_json(self) -> dict[str, Any]:
        """Write it as a JSON object."""
        return {
            "open": [one.to_json() for one in self.open],
            "accepted": [[one.to_json(), why] for one, why in self.accepted],
        }

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> Looked:
        """Read it back from what :meth:`to_json` wrote."""
        return cls(
            tuple(Remark.from_json(one) for one in written["open"]),
            tuple((Remark.from_json(one), why) for one, why in written["accepted"]),
        )
