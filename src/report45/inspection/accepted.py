"""Which remarks a study has accepted, and why."""

from __future__ import annotations

import difflib

from report45.errors import Fault, InputError
from report45.inspection.look import look
from report45.inspection.remarks import Looked, Remark
from report45.study.config import Accepted
from report45.study.find import FILE
from report45.study.load import Study


def looked(study: Study) -> Looked:
    """Look at a study's data, and set apart what ``[[accepted]]`` in ``study.toml`` names.

    Raises
    ------
    InputError
        If something is accepted that was not remarked on: a slip of the pen, or a remark that is
        gone, whose reason would else stay in the report.
    """
    found = look(study)
    accepted = study.config.accepted
    faults = [
        _unmatched(number, one, found)
        for number, one in enumerate(accepted, 1)
        if not any(_names(one, remark) for remark in found)
    ]
    if faults:
        raise InputError(faults)
    reasons = {
        place: next((one.reason for one in accepted if _names(one, remark)), None)
        for place, remark in enumerate(found)
    }
    return Looked(
        tuple(remark for place, remark in enumerate(found) if reasons[place] is None),
        tuple((remark, why) for place, remark in enumerate(found) if (why := reasons[place])),
    )


def _names(one: Accepted, remark: Remark) -> bool:
    return (
        one.code == remark.code
        and one.table == remark.table
        and one.column in {"", remark.column, remark.named}
    )


def _unmatched(number: int, one: Accepted, found: tuple[Remark, ...]) -> Fault:
    wanted = " ".join(part for part in (one.code, one.table, one.column) if part)
    known = {
        " ".join(part for part in (remark.code, remark.table, remark.column) if part): remark
        for remark in found
    }
    near = difflib.get_close_matches(wanted, known, n=1, cutoff=0.5)
    if near:
        meant = known[near[0]]
        column = f', column = "{meant.column}"' if meant.column else ""
        remedy = f'Did you mean code = "{meant.code}", table = "{meant.table}"{column}?'
    else:
        remedy = "Remove it: nothing like it is there any more."
    return Fault(f"{FILE}, accepted[{number}]", f"no remark {wanted} was made.", remedy)
