"""What does not belong in labels and data that are printed, and signs without a letter form."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report45.errors import Place
from report45.lint.rules.rule import Rule
from report45.lint.rules.written import COMMENT_IN_PROSE, DAMAGED_TEXT, HTML, written
from report45.study.config import StudyConfig
from report45.study.find import FILE
from report45.study.people import TableName
from report45.wording.notices import Finding, notice
from report45.writers.signs import without_form

if TYPE_CHECKING:
    from report45.study.load import Study

NO_LETTER_FORM = Rule("no-letter-form", fixable=True)
_COMMENT = COMMENT_IN_PROSE.code
_NOT_IN_LABELS = frozenset(one.code for one in (COMMENT_IN_PROSE, HTML, DAMAGED_TEXT))
_PRINTED: Mapping[TableName, Sequence[str]] = {
    "quotes": ("role", "text"),
    "pillars": ("pillar", "plan", "practice"),
}
"""The columns of free text that a report prints."""


def signs_in(text: str, stand_ins: Collection[str]) -> Iterator[Finding]:
    """Find the signs that a PDF cannot show.

    Parameters
    ----------
    text : str
        As its editor wrote it.
    stand_ins : collection of str
        The signs for which the study says what stands in their place.

    Yields
    ------
    Finding
        ``no-letter-form``, each sign once.
    """
    seen = set(stand_ins)
    for place, sign in without_form(text):
        if sign not in seen:
            seen.add(sign)
            line = text.count("\n", 0, place) + 1
            where = f'{FILE}: [stand_ins] "{sign}" = "…"'
            said = notice("teken-zonder-vorm", teken=sign, nummer=_number(sign), plaats=where)
            yield NO_LETTER_FORM.at(line, said, sign)


def in_config(config: StudyConfig, folder: Path) -> Iterator[Finding]:
    """Find them in labels and titles, which figures draw too; and what is no part of a label."""
    texts = set(_strings(config.model_dump(exclude={"tables", "stand_ins"})))
    signs = {sign for text in texts for _, sign in without_form(text)}
    found = {
        sign: NO_LETTER_FORM.at(
            1, notice("teken-zonder-vorm", teken=sign, nummer=_number(sign)), sign
        )
        for sign in signs
    }
    for one in (one for text in texts for one in _as_printed(text) if one.code in _NOT_IN_LABELS):
        found[one.about] = one
    if not found:
        return
    path = folder / FILE
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        standing_in = re.match(r"""\s*["']?(.)["']?\s*=""", line)
        for about in sorted(one for one in found if one in line):
            if not (standing_in and standing_in[1] == about):  # that says what it becomes
                yield replace(found[about], place=Place(str(path), line=number))


def in_data(study: Study) -> Iterator[Finding]:
    """Find them in what the data say that is printed word for word, and comments of editors."""
    for name, columns in _PRINTED.items():
        if name not in study.tables or name not in study.delivered:
            continue
        frame, table = study.tables[name], study.config.tables[name]
        for column in columns:
            for row, text in zip(study.delivered[name].rows, frame[column], strict=True):
                comments = (one for one in _as_printed(str(text)) if one.code == _COMMENT)
                file, theirs = study.folder / table.file, table.columns.get(column, column)
                place = Place(str(file), rows=(int(row),), column=theirs)
                for one in (*signs_in(str(text), study.config.stand_ins), *comments):
                    yield replace(one, place=place)


def _as_printed(text: str) -> Iterator[Finding]:
    """What is no text in it; a comment is printed here, where of prose it is left out."""
    for one in written(text):
        half = one.notice.name == "halve-opmerking"
        printed = one.code == _COMMENT and not half
        yield COMMENT_IN_PROSE.at(1, notice("opmerking-gedrukt"), one.about) if printed else one


def _number(sign: str) -> str:
    return f"U+{ord(sign):04X}"


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)
