"""Clients' stories as Markdown, and what was said as quotations."""

from __future__ import annotations

from report45.display.bundle import Column, Display, Row
from report45.facts import Number
from report45.study.cases import CaseStory
from report45.study.load import Study
from report45.wording.amounts import jaren
from report45.wording.counts import in_words
from report45.wording.numbers import NOTHING
from report45.wording.phrases import hoofdletter

_UNKNOWN = "onbekend"


def story(one: CaseStory, study: Study) -> Display:
    """Write one story: who it is about, and then its sections.

    Parameters
    ----------
    one : CaseStory
        A full story gets a heading for each section; a profile stands a level lower, under the
        heading the chapter gives to all of them.
    study : Study

    Returns
    -------
    Display
        Markdown; it is data, so nothing in it is a template.
    """
    person = study.config.terms.person.capitalize()
    level = "##" if one.full else "###"
    lines = [f"{level} {person} {one.number}", _profile(one)]
    for heading, text in one.sections.items():
        lines.append(f"### {heading}\n\n{text}" if one.full else f"**{heading}.** {text}")
    return Display("markdown", f"{person} {one.number}", markdown="\n\n".join(lines))


def overview(study: Study) -> Display:
    """Put all stories in one table, a row for each."""
    terms = study.config.terms
    rows = tuple(
        Row(
            f"{terms.person.capitalize()} {one.number}",
            (
                hoofdletter(one.sex) or NOTHING,
                one.age or _UNKNOWN,
                _duration(one.unemployed_months) or _UNKNOWN,
                hoofdletter(one.status),
                "Uitgebreid" if one.full else "Kort",
            ),
        )
        for one in study.cases
    )
    labels = ("Geslacht", "Leeftijd", "Werkloos", "Status", "Verhaal")
    return Display(
        "table",
        f"De beschreven {terms.persons}",
        (
            Column(terms.person.capitalize(), align="left"),
            *(Column(label, align="left") for label in labels),
        ),
        rows,
        ("Werkloos: hoelang iemand zonder werk was toen de oproep kwam.",),
        f"Bron: {study.config.author}",
    )


def quote(study: Study, theme: str, number: int = 1) -> Display | None:
    """Give one of the quotations on a theme, in the order of the table.

    Parameters
    ----------
    study : Study
    theme : str
        A code of the column ``theme``.
    number : int
        Which of them, counted from 1.

    Returns
    -------
    Display or None
        A quotation with the role of who said it; None where the study has no such quotation, so
        that a chapter also suits a study without.
    """
    if not study.has("quotes"):
        return None
    rows = study.tables["quotes"]
    found = rows[rows["theme"] == theme]
    if not 1 <= number <= len(found):
        return None
    row = found.iloc[number - 1]
    return Display("quote", text=str(row["text"]), role=hoofdletter(str(row["role"])))


def _profile(one: CaseStory) -> str:
    known = [
        one.sex.capitalize(),
        f"{one.age} jaar" if one.age.isdigit() else f"leeftijd {one.age}" if one.age else "",
        one.background,
        f"{_duration(one.unemployed_months)} werkloos" if one.unemployed_months else "",
        f"{_duration(one.programme_months)} in het traject" if one.programme_months else "",
    ]
    profile = ", ".join(part for part in known if part)
    return f"*{profile}. Status: {one.status}.*"


def _duration(months: int | None) -> str:
    """Whole years as years, anything else as months, in words as far as words go."""
    if months is None:
        return ""
    if months >= 12 and months % 12 == 0:
        return jaren(Number(months / 12, "jaar"))
    return f"{in_words(months)} {'maand' if months == 1 else 'maanden'}"
