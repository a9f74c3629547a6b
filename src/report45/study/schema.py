"""The tables a study may have, and what each column must hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
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

FIXED: Mapping[TableName, Schema] = {
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


@dataclass(frozen=True)
class Claim:
    """What one part of the configuration asks of a column beyond the fixed ones.

    Parameters
    ----------
    part, name : str
        The part of the configuration, and the name of the entry in it.
    table, column : str
        Where the column is, under our names.
    asked : Column
        What it must hold.
    """

    part: str
    name: str
    table: TableName
    column: str
    asked: Column

    @property
    def where(self) -> str:
        """The key in ``study.toml``."""
        return f"{self.part}.{self.name}"


def claims(config: StudyConfig) -> Iterator[Claim]:
    """Give what characteristics, criteria and outcomes ask of columns, in that order."""
    for one in config.characteristics:
        if one.kind == "categories":
            codes = frozenset(part.code for part in one.categories if part.code is not None)
            asked = Column("code", empty=True, allowed=codes)
        else:
            asked = Column("number" if one.kind == "number" else "date", empty=True)
        yield Claim("characteristics", one.name, "clients", one.column, asked)
    for criterion in config.criteria:
        if criterion.kind != "empty":
            kind: Kind = "code" if criterion.kind == "codes" else "date"
            asked = Column(kind, empty=True)
            yield Claim("criteria", criterion.name, "clients", criterion.column, asked)
    for outcome in config.outcomes:
        if outcome.column is not None:
            asked = Column("number", empty=True)
            yield Claim("outcomes", outcome.name, "outcomes", outcome.column, asked)
        for source in (*outcome.experiment, *outcome.control):
            asked = Column("code", empty=True)
            yield Claim("outcomes", outcome.name, source.table, source.column, asked)


def schemas(config: StudyConfig) -> dict[TableName, dict[str, Column]]:
    """Give the schema of every table the study declares.

    The fixed columns are joined by those that the study's characteristics, criteria, routes,
    instruments and outcomes name. A column of codes for which ``study.toml`` lists the codes
    may hold no others.

    Parameters
    ----------
    config : StudyConfig
        The study's configuration.

    Returns
    -------
    dict
        Per table the expected columns, under our names.
    """
    found = {table: dict(FIXED[table]) for table in config.tables}
    for claim in claims(config):
        if claim.table in found:
            found[claim.table].setdefault(claim.column, claim.asked)
    for criterion in config.criteria:
        if criterion.kind == "empty" and "clients" in found:
            found["clients"].setdefault(criterion.column, Column("text", empty=True))
    if "trajectories" in found and config.routes:
        routes = frozenset(route.code for route in config.routes)
        found["trajectories"]["route"] = Column("code", empty=True, allowed=routes)
    if "instruments" in found and config.instruments:
        kinds = frozenset(one.code for one in config.instruments)
        found["instruments"]["kind"] = Column("code", allowed=kinds)
    if _needs_last_digit(config) and "clients" in found:
        found["clients"]["last_digit"] = Column("integer")
    for table, columns in found.items():
        for name, codes in config.tables[table].codes.items():
            column = columns.get(name)
            if column is not None and column.kind == "code" and column.allowed is None:
                columns[name] = replace(column, allowed=frozenset(codes.values()) - {""})
    return found


def _needs_last_digit(config: StudyConfig) -> bool:
    """Whether the parity rule must be checked; a BSN brings its own last digit."""
    return config.by_digit and config.identifier != "bsn"
