"""What was seen in a study's data, as findings beside those in its prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from report45.inspection.remarks import Looked
from report45.study.load import Study
from report45.wording.notices import Finding
from report45.wording.remarks import Remarked


def data_findings(study: Study, seen: Looked, lang: str = "nl") -> Iterator[Finding]:
    """Put what was seen in words.

    Parameters
    ----------
    study : Study
    seen : Looked
        What was seen in its data.
    lang : str
        ``nl`` or ``en``.

    Yields
    ------
    Finding
        Warnings, table by table; what is accepted comes last, as such.
    """
    said = Remarked(study.config.terms, lang)
    found = [said.found(one) for one in seen.open]
    found += [said.found(one, "accepted") for one, _ in seen.accepted]
    for one in found:
        file = str(study.folder / one.place.file)
        yield replace(one, place=replace(one.place, file=file))
