"""Which remarks a study has accepted, and why."""

from __future__ import annotations

import difflib

from report45.facts import Text
from report45.inspection.look import look
from report45.inspection.remarks import Looked, Remark
from report45.study.find import FILE
from report45.study.load import Study
from report45.study.programme import AcceptedRemark

NOTHING = "–"
"""Stands for a remark that nothing is like."""


def looked(study: Study) -> Looked:
    """Look at a study's data, and set apart what ``[[accepted]]`` in ``study.toml`` names.

    What is accepted and was not remarked on is a remark of its own, ``accepted-nothing``: a slip
    of the pen, or a next delivery without it. Its reason is not told, and nothing stops for it.
    """
    found = look(study)
    accepted = study.config.accepted
    reasons = {
        place: next((one.reason for one in accepted if _names(one, remark)), None)
        for place, remark in enumerate(found)
    }
    idle = [one for one in accepted if not any(_names(one, remark) for remark in found)]
    return Looked(
        (
            *(remark for place, remark in enumerate(found) if reasons[place] is None),
            *(_unmatched(one, found) for one in idle),
        ),
        tuple((remark, why) for place, remark in enumerate(found) if (why := reasons[place])),
    )


def _names(one: AcceptedRemark, remark: Remark) -> bool:
    return (
        one.code == remark.code
        and one.table == remark.table
        and one.column in {"", remark.column, remark.named}
    )


def _unmatched(one: AcceptedRemark, found: tuple[Remark, ...]) -> Remark:
    wanted = _said(one.code, one.table, one.column)
    known = [_said(remark.code, remark.table, remark.column) for remark in found]
    near = difflib.get_close_matches(wanted, known, n=1, cutoff=0.5)
    values = {"naam": Text(wanted), "lijkt": Text(near[0] if near else NOTHING)}
    return Remark("accepted-nothing", one.table, "", FILE, "[[accepted]]", values=values)


def _said(*parts: str) -> str:
    return " ".join(part for part in parts if part)
