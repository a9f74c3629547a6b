"""Rules about where outcomes are counted: rows that are not there at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from report45.facts import Share, Text
from report45.inspection.people import People
from report45.inspection.remarks import Remark
from report45.inspection.seen import Seen
from report45.study.config import StudyConfig
from report45.study.people import GROUPS


def outcome_rules(
    tables: Mapping[str, Seen], people: People, config: StudyConfig
) -> Iterator[Remark]:
    """Compare the tables that outcomes are counted in with the clients.

    Yields
    ------
    Remark
        ``client-without-outcome``: clients without a row in the table of outcomes (``experiment``,
        ``control`` Share with a row) · ``group-without-rows``: a table in which outcomes of a group
        are counted and that has no row of it (``groep``).
    """
    in_study = people.cohort == "original"
    if "outcomes" in tables:
        has = people.has(people.places["outcomes"])
        shares = {
            group: Share(
                int((has & in_study & (people.group == group)).sum()),
                int((in_study & (people.group == group)).sum()),
            )
            for group in GROUPS
        }
        without = in_study & ~has & np.isin(people.group, GROUPS)
        yield from tables["clients"].remark("client-without-outcome", "client", without, **shares)
    for group in GROUPS:
        asked = {source.table for one in config.outcomes for source in getattr(one, group)}
        for name in sorted(asked):
            if name in tables and not (people.group_of(tables[name]) == group).any():
                yield tables[name].whole("group-without-rows", "client", groep=Text(group))
