"""What a result states in every study: the paths and kinds of its facts, and the names of meanings.

What a fact means is said in ``report_templates/facts``, and ``docs/feiten.md`` lists all of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from types import UnionType

from report45.facts import Fact

Kind = type[Fact] | UnionType


@dataclass(frozen=True)
class Spec:
    """A fact that a result states, or may state.

    Parameters
    ----------
    path : str
        Under what the result is published by. ``<groep>`` is ``experiment``, ``control`` or
        ``totaal``, any other ``<name>`` what a study fills in. What stands literally in another
        path of the result is none of the latter.
    kind : type
        Of the fact; a union where the study decides.
    unit : str
        Its unit, or ``<eenheid>`` where the study decides; of a verdict its scale.
    meaning : str
        Name of the message that says what it means.
    """

    path: str
    kind: Kind
    unit: str
    meaning: str


Specs = tuple[Spec, ...]


def specs(of: str, *rows: tuple[Kind, str] | tuple[Kind, str, str]) -> Specs:
    """Give the specs of one result.

    Parameters
    ----------
    of : str
        What names of its meanings begin with.
    *rows : tuple
        A kind, paths with spaces between them, and their unit or scale where they have one.
    """
    return tuple(
        Spec(path, kind, unit, f"{of}-{re.sub('[<>]', '', path).replace('.', '-')}")
        for kind, paths, unit in (row if len(row) == 3 else (*row, "") for row in rows)
        for path in paths.split()
    )


def under(begin: str, of: Specs) -> Specs:
    """Give the specs of a result that another states too, under a path of its own."""
    return tuple(replace(one, path=f"{begin}.{one.path}") for one in of)
