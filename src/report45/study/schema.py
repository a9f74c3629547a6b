"""The tables a study may have, and what each column must hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from report45.study.config import StudyConfig, TableName

Kind = Literal["text", "code", "date", "integer", "number", "flag"]


@dataclass(frozen=True)
class Column:
    """What one column must hold.

    Parameters
    ----------
    kind : str
        How its text is read. ``flag`` is ja/nee.
    required : bool
        Whether the column must be there.
    empty : bool
        Whether cells may be empty.
    unique : bool
        Whether a value may occur only once.
    allowed : frozenset of str or None
        The codes a ``code`` column may hold; None leaves them free.
    """

    kind: Kind
    required: bool = True
    empty: bool = False
    unique: bool = False
    allowed: frozenset[str] | None = None


Schema = Mapping[str, Column]

_COHORTS = frozenset({"original", "extension", "not_selected"})
_OPTIONAL_CODE = Column("code", required=False, empty=True)
_OPTIONAL_DATE = Column("date", required=False, empty=True)

_TABLES: Mapping[TableName, Schema] = {
    "clients": {
        "client": Column("text", unique=True),
        "group": Column("code", empty=True, allowed=frozenset({"experiment", "control"})),
        "cohort": Column("code", required=False, allowed=_COHORTS),
        "last_digit": Column("integer", required=False),
        "call_order": Column("integer", required=False, empty=True, unique=True),
    },
    "trajectories": {
        "client": Column("text", unique=True),
        "route": Column("code", empty=True),
        "intake": _OPTIONAL_DATE,
        "end": _OPTIONAL_DATE,
        "capacity_assessment": Column("flag", required=False, empty=True),
        "manager": Column("text", required=False, empty=True),
    },
    "benefit_endings": {
        "client": Column("text", unique=True),
        "end": Column("date"),
        "reason": Column("code", empty=True),
    },
    "activities": {
        "client": Column("text"),
        "kind": Column("code"),
        "start": Column("date"),
        "by_programme": Column("flag"),
    },
    "work_income": {
        "client": Column("text"),
        "kind": Column("code"),
        "start": Column("date"),
        "end": _OPTIONAL_DATE,
    },
    "instruments": {
        "client": Column("text"),
        "kind": Column("code"),
        "start": _OPTIONAL_DATE,
        "amount": Column("number", required=False, empty=True),
    },
    "contacts": {"client": Column("text"), "date": Column("date"), "kind": _OPTIONAL_CODE},
    "outcomes": {"client": Column("text", unique=True)},
    "quotes": {
        "role": Column("text"),
        "theme": Column("code"),
        "text": Column("text"),
        "place": Column("text", required=False, empty=True),
    },
    "pillars": {
        "pillar": Column("text", unique=True),
        "plan": Column("text"),
        "practice": Column("text"),
        "verdict": Column("code", allowed=frozenset({"yes", "mostly", "partly", "no"})),
    },
}


def schemas(config: StudyConfig) -> dict[TableName, dict[str, Column]]:
    """Give the schema of every table the study declares.

    The fixed columns are joined by those that the study's characteristics, criteria, routes,
    instruments and outcomes name.

    Parameters
    ----------
    config : StudyConfig
        The study's configuration.

    Returns
    -------
    dict
        Per table the expected columns, under our names.
    """
    found = {table: dict(_TABLES[table]) for table in config.tables}
    _add_clients(found.get("clients", {}), config)
    if "trajectories" in found and config.routes:
        found["trajectories"]["route"] = Column(
            "code", empty=True, allowed=frozenset(route.code for route in config.routes)
        )
    if "instruments" in found and config.instruments:
        found["instruments"]["kind"] = Column(
            "code", allowed=frozenset(one.code for one in config.instruments)
        )
    for outcome in config.outcomes:
        if outcome.column is not None and "outcomes" in found:
            found["outcomes"][outcome.column] = Column("number", empty=True)
        for source in (*outcome.experiment, *outcome.control):
            if source.table in found:
                found[source.table].setdefault(source.column, Column("code", empty=True))
    if config.allocation.method == "last_digit" and config.identifier != "bsn":
        found["clients"]["last_digit"] = Column("integer")
    return found


def _add_clients(clients: dict[str, Column], config: StudyConfig) -> None:
    for one in config.characteristics:
        if one.kind == "categories":
            codes = frozenset(part.code for part in one.categories if part.code is not None)
            clients[one.column] = Column("code", empty=True, allowed=codes)
        else:
            kind: Kind = "number" if one.kind == "number" else "date"
            clients[one.column] = Column(kind, empty=True)
    for criterion in config.criteria:
        by_kind: Mapping[str, Kind] = {"age": "date", "duration": "date"}
        clients.setdefault(
            criterion.column, Column(by_kind.get(criterion.kind, "code"), empty=True)
        )
