"""Rules between tables: what happened to a client in one contradicts what another says."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping

import numpy as np

from report45.facts import Count, Share, Text
from report45.inspection.days import EVENTS
from report45.inspection.people import People, birth_columns, named
from report45.inspection.remarks import Remark
from report45.inspection.seen import Days, Mask, Seen, isin
from report45.study.config import StudyConfig
from report45.study.people import TableName

_NEARLY = 0.9
_LEAST = 10

# What a kind of work says of the benefit, in the words of the study; no declaration does.
# Part-time work is no sign of a benefit beside it, nor full-time work that one has ended.
_BESIDE = re.compile(r"naast|uitkering loopt|beside|aanvullend", re.IGNORECASE)
_INSTEAD = re.compile(r"be[eëi]+ndigd|uitgestroomd|\bended", re.IGNORECASE)

_PROGRAMME: tuple[TableName, ...] = ("contacts", "instruments", "activities")


def course_rules(
    tables: Mapping[str, Seen], people: People, config: StudyConfig
) -> Iterator[Remark]:
    """Compare what the tables say of the same client.

    Yields
    ------
    Remark
        Of contacts, instruments and activities begun by the programme: ``before-intake``,
        ``after-departure`` (after the end of the trajectory), ``without-intake``,
        ``of-control-client`` (who had no intake), ``of-non-participant`` (whose route says so; not
        of contacts) · of anything that happens: ``after-death``, ``of-not-selected``,
        ``before-birth`` · of work: ``income-after-ending`` (of a kind beside a benefit that had
        ended), ``work-without-ending`` (of a kind instead of a benefit that has not ended),
        ``overlapping-work``, ``work-before-intake`` · of trajectories: ``route-missing``,
        ``route-of-control-client``, ``assessed-without-intake``, ``managed-without-intake``,
        ``out-of-order`` (called in another order than the declared one), ``without-support``
        (nothing in a table in which nearly all others of the route have something, ``tabel``,
        ``deel``), ``against-route`` (the reverse) · of endings: ``ending-before-benefit`` (where
        ``benefit_start`` is declared).
    """
    for seen in tables.values():
        if seen.name in _PROGRAMME and "trajectories" in tables:
            yield from _in_programme(seen, people)
        if seen.name != "clients" and "client" in seen.frame:
            yield from _ever(seen, people, tables["clients"], config)
    if "work_income" in tables:
        yield from _work(tables["work_income"], people, ended="benefit_endings" in tables)
    if "trajectories" in tables:
        yield from _trajectories(tables["trajectories"], people)
        if config.routes:
            yield from _routes(tables, people, config)
    if "benefit_endings" in tables:
        endings = tables["benefit_endings"]
        if config.benefit_start:
            begun = people.of(endings, tables["clients"].days(config.benefit_start))
            yield from endings.remark("ending-before-benefit", "end", endings.days("end") < begun)


def _by_programme(seen: Seen) -> Mask:
    if seen.name != "activities" or "by_programme" not in seen.frame:
        return np.ones(len(seen.frame), dtype=bool)
    return np.asarray(seen.frame["by_programme"].fillna(value=False), dtype=bool)


def _in_programme(seen: Seen, people: People) -> Iterator[Remark]:
    column = EVENTS[seen.name]
    at, programme = seen.days(column), _by_programme(seen)
    place = people.places[seen.name]
    intake, left = people.of(seen, people.intake), people.of(seen, people.left)
    yield from seen.remark("before-intake", column, programme & (at < intake))
    yield from seen.remark("after-departure", column, programme & (at > left))
    if not (~np.isnat(people.intake)).any():
        return
    without = programme & np.isnat(intake) & (place >= 0)
    control = people.group[place] == "control"
    yield from seen.remark("of-control-client", "client", without & control)
    yield from seen.remark("without-intake", "client", without & ~control)
    if seen.name != "contacts":
        out = programme & ~without & (people.stage[place] == "out") & (place >= 0)
        yield from seen.remark("of-non-participant", "client", out)


def _ever(seen: Seen, people: People, clients: Seen, config: StudyConfig) -> Iterator[Remark]:
    place = people.places[seen.name]
    left_out = (people.cohort[place] == "not_selected") & (place >= 0)
    yield from seen.remark("of-not-selected", "client", left_out)
    died = people.of(seen, people.died)
    births = birth_columns(config)
    for column in seen.columns("date"):
        days = seen.days(column)
        if seen.name != "benefit_endings":
            yield from seen.remark("after-death", column, days > died)
        if births:
            born = people.of(seen, clients.days(births[0]))
            yield from seen.remark("before-birth", column, days < born)


def _work(seen: Seen, people: People, *, ended: bool) -> Iterator[Remark]:
    start, end = seen.days("start"), seen.days("end")
    stopped = people.of(seen, people.stopped)
    beside = named(seen, "kind", _BESIDE)
    instead = [one for one in named(seen, "kind", _INSTEAD) if one not in beside]
    forever = np.where(np.isnat(end), np.datetime64("9999-12-31", "D"), end)
    yield from seen.remark(
        "income-after-ending", "kind", isin(seen.frame["kind"], beside) & (forever > stopped)
    )
    if ended:
        never = isin(seen.frame["kind"], instead) & np.isnat(stopped)
        yield from seen.remark("work-without-ending", "kind", never)
    yield from seen.remark("work-before-intake", "start", start < people.of(seen, people.intake))
    yield from seen.remark(
        "overlapping-work", "start", _overlapping(people.places[seen.name], start, forever)
    )


def _overlapping(place: np.ndarray, start: Days, end: Days) -> Mask:
    """Mark the rows that begin before an earlier row of the same client has ended."""
    marked = np.zeros(len(place), dtype=bool)
    order = np.lexsort((start, place))
    same = (np.diff(place[order]) == 0) & (place[order][1:] >= 0)
    marked[order[1:]] = same & (start[order][1:] < end[order][:-1])
    return marked


def _trajectories(seen: Seen, people: People) -> Iterator[Remark]:
    place = people.places["trajectories"]
    control = people.group[place] == "control"
    if "route" in seen.frame:
        yield from seen.remark("route-of-control-client", "route", seen.filled("route") & control)
    if "intake" not in seen.frame or not seen.filled("intake").any():
        return
    never = ~seen.filled("intake")
    if "capacity_assessment" in seen.frame:
        assessed = np.asarray(seen.frame["capacity_assessment"].fillna(value=False), dtype=bool)
        yield from seen.remark("assessed-without-intake", "capacity_assessment", assessed & never)
    if "manager" in seen.frame:
        managed = seen.filled("manager") & never
        if managed.sum() < _LEAST or managed.sum() < never.sum() / 2:
            yield from seen.remark("managed-without-intake", "manager", managed)


def _routes(tables: Mapping[str, Seen], people: People, config: StudyConfig) -> Iterator[Remark]:
    clients, seen = tables["clients"], tables["trajectories"]
    selected = (people.cohort == "original") & (people.group == "experiment")
    yield from clients.remark("route-missing", "client", selected & ~people.started)
    place = people.places["trajectories"]
    chosen = np.append(selected, [False])[place]
    yield from seen.remark("route-missing", "route", chosen & ~seen.filled("route"))
    for name, has in _supports(tables, people, config).items():
        for route in config.routes:
            with_route = chosen & (people.route[place] == route.code)
            n, having = int(with_route.sum()), int((with_route & has[place]).sum())
            file, part = Text(config.tables[name].file), Share(having, n)
            # a stage that says so needs no others to tell
            sure = name == "work_income" and any(one.name == route.name for one in config.outcomes)
            if having < n and ((n >= _LEAST and having >= _NEARLY * n) or sure):
                lacking = with_route & ~has[place]
                yield from seen.remark("without-support", "route", lacking, tabel=file, deel=part)
            elif having and n >= _LEAST and having <= (1 - _NEARLY) * n:
                odd = with_route & has[place]
                yield from seen.remark("against-route", "route", odd, tabel=file, deel=part)


def _supports(
    tables: Mapping[str, Seen], people: People, config: StudyConfig
) -> dict[TableName, Mask]:
    """Mark, per table, the clients with something in it that bears out a route.

    Of work only what certainly counts for an outcome does, of activities what the programme
    began.
    """
    certain = {
        code
        for outcome in config.outcomes
        for source in outcome.experiment
        if source.table == "work_income"
        for code in source.certain
    }
    found: dict[TableName, Mask] = {}
    names: tuple[TableName, ...] = (*_PROGRAMME, "work_income", "benefit_endings")
    for name in names:
        if name not in tables:
            continue
        counts = _by_programme(tables[name])
        if name == "work_income":
            counts = isin(tables[name].frame["kind"], certain)
        found[name] = people.has(people.places[name][counts])
    return found


def order_rules(tables: Mapping[str, Seen], people: People) -> Iterator[Remark]:
    """Find intakes out of the order in which clients were to be called.

    Yields
    ------
    Remark
        ``out-of-order``: where at least nineteen in twenty intakes follow the order, those that do
        not: all but a longest rising series.
    """
    clients, seen = tables["clients"], tables.get("trajectories")
    if seen is None or "call_order" not in clients.frame or "intake" not in seen.frame:
        return
    order = clients.frame["call_order"].to_numpy(dtype="float64", na_value=np.nan)
    turn = np.append(order, np.nan)[people.places["trajectories"]]
    days = seen.days("intake")
    rows = np.flatnonzero(~np.isnan(turn) & ~np.isnat(days))
    rows = rows[np.argsort(turn[rows], kind="stable")]
    stray = np.setdiff1d(rows, rows[_rising(days[rows])])
    if len(rows) >= 2 * _LEAST and len(stray) <= len(rows) // 20:
        where = np.zeros(len(days), dtype=bool)
        where[stray] = True
        yield from seen.remark("out-of-order", "intake", where, aantal=Count(len(rows)))


def _rising(days: Days) -> np.ndarray:
    """Give the places of a longest series that never falls, by patience sorting."""
    tops: list[int] = []
    piles: list[int] = []
    before = np.full(len(days), -1)
    for place, value in enumerate(days.astype("int64").tolist()):
        pile = bisect.bisect_right(tops, value)
        before[place] = piles[pile - 1] if pile else -1
        tops[pile : pile + 1], piles[pile : pile + 1] = [value], [place]
    series = [piles[-1]] if piles else []
    while series and before[series[-1]] >= 0:
        series.append(int(before[series[-1]]))
    return np.array(series[::-1], dtype=np.int64)
