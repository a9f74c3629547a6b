"""Rules about who was selected, how they were divided, and what cannot be of one person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import numpy as np

from report45.facts import Count, Money, Text
from report45.inspection.criteria import met, told
from report45.inspection.people import birth_columns
from report45.inspection.remarks import Remark
from report45.inspection.seen import Mask, Seen
from report45.inspection.words import damaged
from report45.study.config import StudyConfig
from report45.study.durations import age
from report45.study.load import Study

_OLDEST = 120
_ADULT = 18
_CASE = re.compile(r"^casus_(\d+)$")


def client_rules(study: Study, tables: Mapping[str, Seen]) -> Iterator[Remark]:
    """Look at the table of clients by what the study declares of it.

    Yields
    ------
    Remark
        ``impossible-age``: older than 120 at the day it is measured · ``wrong-digit``: last digit
        and group disagree where digits decided · ``criterion-not-met``: selected against a
        criterion (``label``) · ``criterion-unknown``: selected, and not known to meet one
        (``label``) · ``criteria-met``: not selected, though all criteria are met ·
        ``benefit-before-birth``, ``benefit-before-adult``: a benefit began before birth, or before
        the age of eighteen; where ``benefit_start`` says which column is its beginning.
    """
    seen, config = tables["clients"], study.config
    frame = seen.frame
    original = np.ones(len(frame), dtype=bool)
    if "cohort" in frame:
        original = np.asarray(frame["cohort"] == "original", dtype=bool)
    for one in config.characteristics:
        at = getattr(config.dates, one.at)
        if one.kind == "age" and at is not None:
            old = age(frame[one.column], at) > _OLDEST
            yield from seen.remark("impossible-age", one.column, np.asarray(old, dtype=bool))
    if config.by_digit and "last_digit" in frame:
        even = np.asarray((frame["last_digit"] % 2 == 0).fillna(value=False), dtype=bool)
        assigned = seen.filled("group") & seen.filled("last_digit")
        wrong = assigned & (even != np.asarray(frame["group"] == "experiment", dtype=bool))
        yield from seen.remark("wrong-digit", "last_digit", wrong)
    yield from _criteria(seen, study, original)
    yield from _benefits(seen, config)


def _criteria(seen: Seen, study: Study, original: Mask) -> Iterator[Remark]:
    every = np.ones(len(seen.frame), dtype=bool)
    for one in study.config.criteria:
        fits = met(one, seen.frame[one.column], study)
        every &= fits
        label, filled = Text(one.label), told(one, seen.frame[one.column])
        failing, unknown = original & ~fits & filled, original & ~filled
        yield from seen.remark("criterion-not-met", one.column, failing, label=label)
        yield from seen.remark("criterion-unknown", one.column, unknown, label=label)
    if study.config.criteria and "cohort" in seen.frame:
        refused = np.asarray(seen.frame["cohort"] == "not_selected", dtype=bool)
        yield from seen.remark("criteria-met", "cohort", refused & every)


def _benefits(seen: Seen, config: StudyConfig) -> Iterator[Remark]:
    births, column = birth_columns(config), config.benefit_start
    if not births or not column:
        return
    born, since = seen.days(births[0]), seen.days(column)
    before = since < born
    months = born.astype("datetime64[M]")
    grown = (months + np.timedelta64(12 * _ADULT, "M")).astype("datetime64[D]")
    grown = grown + (born - months.astype("datetime64[D]"))
    yield from seen.remark("benefit-before-birth", column, before)
    yield from seen.remark("benefit-before-adult", column, (since < grown) & ~before)


def budget_rules(tables: Mapping[str, Seen], config: StudyConfig) -> Iterator[Remark]:
    """Find amounts above what a client may get of an instrument, over all its rows.

    Yields
    ------
    Remark
        ``above-maximum`` (``label``, ``maximum``): every row of such a client.
    """
    seen = tables.get("instruments")
    if seen is None or "amount" not in seen.frame:
        return
    for one in config.instruments:
        if one.maximum is None:
            continue
        rows = np.asarray(seen.frame["kind"] == one.code, dtype=bool)
        of_kind = seen.frame.loc[rows, ["client", "amount"]]
        total = of_kind.groupby("client")["amount"].transform("sum")
        where = rows.copy()
        where[rows] = np.asarray(total > one.maximum, dtype=bool)
        money = Money(one.maximum, config.currency)
        yield from seen.remark(
            "above-maximum", "amount", where, label=Text(one.label), maximum=money
        )


def story_rules(study: Study, tables: Mapping[str, Seen]) -> Iterator[Remark]:
    """Compare stories and quotations with the study.

    Yields
    ------
    Remark
        ``unknown-case``: a quotation with a story that is not there · ``case-number``: a number
        above what was promised · ``case-age``: an age nobody selected can have ·
        ``case-months``: more months in the programme than the study lasted · ``damaged-text``: as
        in tables. A story's table is ``cases``, its column the key.
    """
    config = study.config
    numbers = {one.number for one in study.cases}
    if "quotes" in tables and study.cases:
        themes = tables["quotes"].frame["theme"]
        named = themes.str.extract(_CASE)[0]
        lost = named.notna() & ~named.isin([str(one) for one in numbers])
        yield from tables["quotes"].remark("unknown-case", "theme", np.asarray(lost, dtype=bool))
    start = min(config.dates.selection or config.dates.start, config.dates.start)
    lasted = (config.dates.end.year - start.year) * 12 + config.dates.end.month - start.month + 1
    ages = [one for one in config.criteria if one.kind == "age"]
    for story in study.cases:
        odd = {
            "case-number": config.cases is not None and story.number > config.cases.promised,
            "case-months": (story.programme_months or 0) > lasted,
            "case-age": story.age.isdigit()
            and any(
                (one.at_least or 0) > int(story.age)
                or (one.below is not None and int(story.age) >= one.below + lasted / 12 + 1)
                for one in ages
            ),
            "damaged-text": any(
                damaged(text) for text in (*story.sections, *story.sections.values(), story.status)
            ),
        }
        keys = {"case-number": "number", "case-months": "programme_months", "case-age": "age"}
        number = Count(story.number)
        for code, wrong in odd.items():
            if wrong:
                key = keys.get(code, "")
                yield Remark(code, "cases", key, story.file, key, (), 0, {"casus": number})
