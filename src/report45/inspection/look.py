"""Look at a study's data, before anything is computed with them."""

from __future__ import annotations

from collections.abc import Iterator

from report45.inspection.clients import budget_rules, client_rules, story_rules
from report45.inspection.courses import course_rules, order_rules
from report45.inspection.days import day_rules
from report45.inspection.filled import fill_rules
from report45.inspection.keys import key_rules
from report45.inspection.numbers import number_rules
from report45.inspection.outcomes import outcome_rules
from report45.inspection.people import people
from report45.inspection.remarks import Remark
from report45.inspection.seen import seen
from report45.inspection.words import word_rules
from report45.study.load import Study

_looked: dict[str, tuple[Remark, ...]] = {}


def look(study: Study) -> tuple[Remark, ...]:
    """Give all that a person should look at in a study's data.

    Every table is read, so that a change in any of them changes what follows from this. What was
    seen of the very same study is kept for the processes forked from this one.

    Parameters
    ----------
    study : Study
        The study, loaded.

    Returns
    -------
    tuple of Remark
        By table in the order of ``study.toml``, then in the order of the rules.
    """
    read = [study.tables[name] for name in study.tables]
    if read and study.digest in _looked:
        return _looked[study.digest]
    order = [*study.config.tables, "cases"]
    found = tuple(sorted(_all(study), key=lambda one: order.index(one.table)))
    if study.digest:
        _looked[study.digest] = found
    return found


def _all(study: Study) -> Iterator[Remark]:
    config, tables = study.config, seen(study)
    known = people(tables, config)
    for one in tables.values():
        for note in one.delivered.notes:
            yield one.noted(note)
        yield from fill_rules(one, known, config)
        yield from key_rules(one, known, config)
        yield from word_rules(one, config)
        yield from number_rules(one, config)
        yield from day_rules(one, config)
    yield from client_rules(study, tables)
    yield from course_rules(tables, known, config)
    yield from order_rules(tables, known)
    yield from budget_rules(tables, config)
    yield from outcome_rules(tables, known, config)
    yield from story_rules(study, tables)
