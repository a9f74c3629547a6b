"""Tables and figures that no prose speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from report45.chapters.executed import NUMBERED
from report45.errors import Place
from report45.lint.cells import line_of
from report45.lint.editions import Edition
from report45.lint.rules.rule import Rule
from report45.lint.sources import cells_of
from report45.wording.notices import Finding, notice

NOT_MENTIONED = Rule("not-mentioned")


def never_mentioned(edition: Edition, mentioned: set[str], unread: set[str]) -> Iterator[Finding]:
    """Find the displays of a publication's chapters that its prose does not speak of.

    Parameters
    ----------
    edition : Edition
        The publication.
    mentioned, unread : set of str
        What its prose refers to, and what it refers to in branches that are not taken.

    Yields
    ------
    Finding
        ``not-mentioned``.
    """
    for one in edition.own:
        for call in one.calls:
            path = f"{one.chapter.name}.{call.name}"
            spoken = path in mentioned or call.name in unread
            if call.kind in NUMBERED and call.whole and not spoken:
                quote = f"{{{{ ref.{call.name} }}}}"
                said = notice("nooit-genoemd", soort=call.kind, naam=call.name, citaat=quote)
                line = call.line or line_of(cells_of(one.path)[call.cell - 1][1], call.name)
                place = Place(str(one.path), call.cell, line=line)
                yield NOT_MENTIONED.at(place, said, call.name)
