"""The tables a study may have, and what each column must hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from report45.study.config import StudyConfig
from report45.study.people import TableName

Kind = Literal["text", "code", "date", "integer", "number", "flag"]


@dataclass(frozen=True)
class ColumnRule:
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


Schema = Mapping[str, ColumnRule]

_COHORTS = frozenset({"original", "extension", "not_selected"})
_OPTIONAL_CODE = ColumnRule("code", required=False, empty=True)
_OPTIONAL_DATE = ColumnRule("date", required=False, empty=True)

FIXED: Mapping[TableName, Schema] = {
    "clients": {
        "client": ColumnRule("text", unique=True),
        "group": ColumnRule("code", empty=True, allowed=frozenset({"experiment", "control"})),
        "cohort": ColumnRule("code", required=False, allowed=_COHORTS),
        "last_digit": ColumnRule("integer", required=False),
        "call_order": ColumnRule("integer", required=False, empty=True, unique=True),
    },
    "trajectories": {
        "client": ColumnRule("text", unique=True),
        "route": ColumnRule("code", empty=True),
        "intake": _OPTIONAL_DATE,
        "end": _OPTIONAL_DATE,
        "capacity_assessment": ColumnRule("flag", required=False, empty=True),
        "manager": ColumnRule("text", required=False, empty=True),
    },
    "benefit_endings": {
        "client": ColumnRule("text", unique=True),
        "end": ColumnRule("date"),
        "reason": ColumnRule("code", empty=True),
    },
    "activities": {
        "client": ColumnRule("text"),
        "kind": ColumnRule("code"),
        "start": ColumnRule("date"),
        "by_programme": ColumnRule("flag"),
    },
    "work_income": {
        "client": ColumnRule("text"),
        "kind": ColumnRule("code"),
        "start": ColumnRule("date"),
        "end": _OPTIONAL_DATE,
    },
    "instruments": {
        "client": ColumnRule("text"),
        "kind": ColumnRule("code"),
        "start": _OPTIONAL_DATE,
        "amount": ColumnRule("number", required=False, empty=True),
    },
    "contacts": {"client": ColumnRule("text"), "date": ColumnRule("date"), "kind": _OPTIONAL_CODE},
    "outcomes": {"client": ColumnRule("text", unique=True)},
    "quotes": {
        "role": ColumnRule("text"),
        "theme": ColumnRule("code"),
        "text": ColumnRule("text"),
        "place": ColumnRule("text", required=False, empty=True),
    },
    "pillars": {
        "pillar": ColumnRule("text", unique=True),
        "plan": ColumnRule("text"),
        "practice": ColumnRule("text"),
        "verdict": ColumnRule("code", allowed=frozenset({"yes", "mostly", "partly", "no"})),
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
    asked : ColumnRule
        What it must hold.
    """

    part: str
    name: str
    table: TableName
    column: str
    asked: ColumnRule

    @property
    def where(self) -> str:
        """The key in ``study.toml``."""
        return f"{self.part}.{self.name}"


def claims(config: StudyConfig) -> Iterator[Claim]:
    """Give what characteristics, criteria and outcomes ask of columns, in that order."""
    for one in config.characteristics:
        if one.kind == "categories":
            codes = frozenset(part.code for part in one.categories if part.code is not None)
            asked = ColumnRule("code", empty=True, allowed=codes)
        else:
            asked = ColumnRule("number" if one.kind == "number" else "date", empty=True)
        yield Claim("characteristics", one.name, "clients", one.column, asked)
    for criterion in config.criteria:
        if criterion.kind != "empty":
            kind: Kind = "code" if criterion.kind == "codes" else "date"
            asked = ColumnRule(kind, empty=True)
            yield Claim("criteria", criterion.name, "clients", criterion.column, asked)
    for outcome in config.outcomes:
        if outcome.column is not None:
            asked = ColumnRule("number", empty=True)
            yield Claim("outcomes", outcome.name, "outcomes", outcome.column, asked)
        for source in (*outcome.experiment, *outcome.control):
            asked = ColumnRule("code", empty=True)
            yield Claim("outcomes", outcome.name, source.table, source.column, asked)


def schemas(config: StudyConfig) -> dict[TableName, dict[str, ColumnRule]]:
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
            found["clients"].setdefault(criterion.column, ColumnRule("text", empty=True))
    if "trajectories" in found and config.routes:
        routes = frozenset(route.code for route in config.routes)
        found["trajectories"]["route"] = ColumnRule("code", empty=True, allowed=routes)
    if "instruments" in found and config.instruments:
        kinds = frozenset(one.code for one in config.instruments)
        found["instruments"]["kind"] = ColumnRule("code", allowed=kinds)
    if _needs_last_digit(config) and "clients" in found:
        found["clients"]["last_digit"] = ColumnRule("integer")
    for table, columns in found.items():
        for name, codes in config.tables[table].codes.items():
            column = columns.get(name)
            if column is not None and column.kind == "code" and column.allowed is None:
                columns[name] = replace(column, allowed=frozenset(codes.values()) - {""})
    return found


def _needs_last_digit(config: StudyConfig) -> bool:
    """Whether the parity rule must be checked; a BSN brings its own last digit."""
    return config.by_digit and config.identifier != "bsn"
