"""What parts of a configuration ask of each other, and contradict in each other."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from report45.errors import Fault, Place
from report45.study.config import StudyConfig
from report45.study.people import TableName
from report45.study.schema import FIXED, Schema, claims

FILE = "study.toml"
_DIFFER = "They must differ."

_NAMED = ("characteristics", "routes", "outcomes", "instruments", "criteria", "particulars")
TAKEN: Mapping[str, str] = {
    "categories": (
        "alle balans gemiddelde geregistreerd grootste hoogste klassen kop laagste label mean"
        " mediaan n niet_geregistreerd noemer numeriek onevenwichtig smd titel toets volledigheid"
    ),
    "characteristics": (
        "aantal aantal_getoetst aantal_onevenwichtig aantal_significant alfa gebruikt geheel"
        " getoetst grens onevenwichtig oordeel significant verwacht_onevenwichtig"
    ),
    "routes": "gezet n ontbreekt stappen",
    "instruments": "een_of_meer gebruik geen instrument klantmanager meer_dan_een",
    "outcomes": "effect hoofduitkomst routes uitkomsten verwachting",
}
"""What is declared → names that other facts or displays have in the same place."""
_FILLED_BY: Mapping[str, TableName] = {
    "routes": "trajectories",
    "instruments": "instruments",
    "contact_plan": "contacts",
}


@dataclass(frozen=True)
class Quoted:
    """A code that the configuration looks for in a column.

    Parameters
    ----------
    where : str
        The key that names it.
    table, column : str
        Where it is looked for, under our names.
    code : str
        The code.
    """

    where: str
    table: TableName
    column: str
    code: str


def quoted_codes(config: StudyConfig) -> Iterator[Quoted]:
    """Give every code that outcomes, criteria and the contact plan look for."""
    for outcome in config.outcomes:
        for group, sources in (("experiment", outcome.experiment), ("control", outcome.control)):
            where = f"outcomes.{outcome.name}.{group}"
            for source in sources:
                for code in (*source.certain, *source.possible):
                    yield Quoted(where, source.table, source.column, code)
    for criterion in config.criteria:
        for code in criterion.codes:
            yield Quoted(f"criteria.{criterion.name}.codes", "clients", criterion.column, code)
    for code in config.contact_plan.kinds if config.contact_plan else ():
        yield Quoted("contact_plan.kinds", "contacts", "kind", code)


def contradictions(config: StudyConfig, expected: Mapping[TableName, Schema]) -> list[Fault]:
    """Find what the configuration asks for but does not give.

    Parameters
    ----------
    config : StudyConfig
        The configuration, each part sound by itself.
    expected : mapping of str to mapping
        The schemas that follow from it.

    Returns
    -------
    list of Fault
        All contradictions.
    """
    return [
        *_allocation(config),
        *_tables(config),
        *_doubles(config),
        *_taken(config),
        *_references(config),
        *_outcomes(config),
        *_days(config),
        *_benefit_start(config),
        *_columns(config, expected),
        *_kinds(config),
        *_codes(config, expected),
    ]


def _allocation(config: StudyConfig) -> Iterator[Fault]:
    if config.allocation is not None and config.allocation.method == "cluster":
        problem = (
            "groups drawn by cluster are not supported: persons are compared, those of one "
            "cluster resemble each other, and every interval and p-value would be too small."
        )
        yield Fault(
            _at("allocation.method"),
            "cluster-allocation",
            problem,
            "Use a method made for clusters.",
        )


def _tables(config: StudyConfig) -> Iterator[Fault]:
    if "clients" not in config.tables:
        yield Fault(_at("tables"), "no-table", "there is no table clients.", "Declare it.")
    asked: list[tuple[str, TableName]] = [
        (part, table) for part, table in _FILLED_BY.items() if getattr(config, part)
    ]
    for outcome in config.outcomes:
        where = f"outcomes.{outcome.name}"
        sources = (*outcome.experiment, *outcome.control)
        asked += sorted({(where, source.table) for source in sources})
        if outcome.column is not None:
            asked.append((where, "outcomes"))
    for where, table in asked:
        if table not in config.tables:
            yield Fault(_at(where), "no-table", f"table {table} is not declared.", "Declare it.")


def _doubles(config: StudyConfig) -> Iterator[Fault]:
    for part in _NAMED:
        for name in _twice(one.name for one in getattr(config, part)):
            yield Fault(_at(part), "double-name", f"the name {name} is used twice.", _DIFFER)
    coded = {
        "routes": [one.code for one in config.routes],
        "instruments": [one.code for one in config.instruments],
    }
    for one in config.characteristics:
        codes = [part.code for part in one.categories if part.code is not None]
        coded[f"characteristics.{one.name}"] = codes
    for where, codes in coded.items():
        for code in _twice(codes):
            yield Fault(_at(where), "double-code", f"the code {code} is used twice.", _DIFFER)


def _references(config: StudyConfig) -> Iterator[Fault]:
    routes = [route.name for route in config.routes]
    strata = config.design.strata if config.design else ()
    asked = [("steps", name, "route", routes) for name in config.steps]
    asked += [
        (f"design.strata.{one.name}", one.route, "route", routes) for one in strata if one.route
    ]
    if config.design:
        outcomes = [outcome.name for outcome in config.outcomes]
        asked.append(("design.outcome", config.design.outcome, "outcome", outcomes))
        if target := config.design.target_of:
            names = [one.name for one in strata]
            asked.append(("design.target_of", target, "stratum", names))
    for where, name, kind, known in asked:
        if name not in known:
            problem = f"there is no {kind} {name}."
            yield Fault(_at(where), "unknown-reference", problem, _known(name, known))


def _outcomes(config: StudyConfig) -> Iterator[Fault]:
    primary = [one.name for one in config.outcomes if one.primary]
    if len(primary) > 1:
        problem = f"more than one outcome is primary: {', '.join(primary)}."
        remedy = "Leave `primary = true` at one of them."
        yield Fault(_at("outcomes"), "several-primary", problem, remedy)


def _taken(config: StudyConfig) -> Iterator[Fault]:
    declared = [(part, part, getattr(config, part)) for part in TAKEN if part != "categories"]
    for each in config.characteristics:
        where = f"characteristics.{each.name}.categories"
        declared.append(("categories", where, (*each.categories, *each.combinations)))
    for part, where, named in declared:
        for one in named:
            if one.name in TAKEN[part].split():
                problem = "the report uses this name for something else."
                at = _at(f"{where}.{one.name}")
                yield Fault(at, "taken-name", problem, "Give it another name.")


def _days(config: StudyConfig) -> Iterator[Fault]:
    for part in ("characteristics", "criteria"):
        for one in getattr(config, part):
            if one.kind in {"age", "duration"} and getattr(config.dates, one.at) is None:
                problem = f"is measured at the day {one.at}, which is not declared."
                remedy = f"Declare dates.{one.at}, or choose another day with `at`."
                yield Fault(_at(f"{part}.{one.name}"), "undeclared-day", problem, remedy)


def _benefit_start(config: StudyConfig) -> Iterator[Fault]:
    measured = [one.column for one in config.characteristics if one.kind == "duration"]
    measured += [one.column for one in config.criteria if one.kind == "duration"]
    if config.benefit_start and config.benefit_start not in measured:
        problem = f"no duration is measured from a column {config.benefit_start}."
        remedy = _known(config.benefit_start, measured)
        yield Fault(_at("benefit_start"), "unknown-column", problem, remedy)


def _columns(config: StudyConfig, expected: Mapping[TableName, Schema]) -> Iterator[Fault]:
    """Columns and codes of a table that nothing asks for: most often a slip of the pen."""
    for name, table in config.tables.items():
        for part, keys in (("columns", table.columns), ("codes", table.codes)):
            for key in keys:
                if key not in expected[name]:
                    where = _at(f"tables.{name}.{part}.{key}")
                    problem = "nothing in the study uses this column."
                    remedy = _nearest(key, expected[name]) or "Remove it, or let something use it."
                    yield Fault(where, "unused-column", problem, remedy)


def _kinds(config: StudyConfig) -> Iterator[Fault]:
    """Columns that are asked to hold two kinds of value."""
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for claim in claims(config):
        fixed = FIXED[claim.table].get(claim.column)
        where = _at(claim.where)
        if claim.part == "characteristics" and fixed is not None:
            problem = f"the column {claim.column} has a meaning already."
            yield Fault(where, "taken-column", problem, "Give it another name under `columns`.")
            continue
        if fixed is not None:
            first.setdefault((claim.table, claim.column), ("the table itself", fixed.kind))
        other, kind = first.setdefault((claim.table, claim.column), (claim.where, claim.asked.kind))
        if kind != claim.asked.kind:
            problem = f"reads {claim.column} as a {claim.asked.kind}, and {other} as a {kind}."
            remedy = "Give the column a second name under `columns`."
            yield Fault(where, "column-of-two-kinds", problem, remedy)


def _codes(config: StudyConfig, expected: Mapping[TableName, Schema]) -> Iterator[Fault]:
    for name, table in config.tables.items():
        for column, codes in table.codes.items():
            asked = expected[name].get(column)
            known = asked.allowed if asked else None
            if known is None:
                continue
            for ours in sorted(set(codes.values()) - {""}):
                if ours not in known:
                    where, problem = (
                        f"tables.{name}.codes.{column}",
                        f"nothing knows the code {ours}.",
                    )
                    yield Fault(_at(where), "undeclared-code", problem, _known(ours, known))
    for one in quoted_codes(config):
        asked = expected[one.table].get(one.column) if one.table in expected else None
        if asked and asked.allowed is not None and one.code not in asked.allowed:
            problem = f"no code {one.code} is declared for {one.table}.{one.column}."
            yield Fault(_at(one.where), "undeclared-code", problem, _known(one.code, asked.allowed))


def _at(key: str) -> Place:
    return Place(FILE, part=key)


def _twice(names: Iterable[str]) -> list[str]:
    every = list(names)
    return sorted({name for name in every if every.count(name) > 1})


def _known(name: str, known: Iterable[str]) -> str:
    options = sorted(known)
    return _nearest(name, options) or f"Known: {', '.join(options) or 'none'}."


def _nearest(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1)
    return f"Did you mean {near[0]}?" if near else ""
