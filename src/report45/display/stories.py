"""Clients' stories as Markdown."""

from __future__ import annotations

from report45.display.bundle import Column, Display, Row
from report45.display.tables import source
from report45.facts import Number
from report45.study.cases import CaseStory
from report45.study.load import Study
from report45.wording.amounts import jaren
from report45.wording.numbers import NOTHING


def story(one: CaseStory, study: Study) -> Display:
    """Write one story: who it is about, and then its sections.

    Parameters
    ----------
    one : CaseStory
    study : Study

    Returns
    -------
    Display
        Markdown; it is data, so nothing in it is a template.
    """
    person = study.config.terms.person.capitalize()
    lines = [f"## {person} {one.number}", _profile(one)]
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
                one.sex or NOTHING,
                one.age or NOTHING,
                _duration(one.unemployed_months) or "onbekend",
                one.status,
                "uitgewerkt" if one.full else "kort",
            ),
        )
        for one in study.cases
    )
    labels = ("Geslacht", "Leeftijd", "Werkloos", "Status", "Beschrijving")
    return Display(
        "table",
        f"De beschreven {terms.persons}",
        (
            Column(terms.person.capitalize(), align="left"),
            *(Column(label, align="left") for label in labels),
        ),
        rows,
        ("Werkloos: hoelang iemand zonder werk was toen de oproep kwam.",),
        source(study),
    )


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
    """Whole years as years, anything else as months."""
    if months is None:
        return ""
    if months >= 12 and months % 12 == 0:
        return jaren(Number(months / 12, "jaar"))
    return f"{months} {'maand' if months == 1 else 'maanden'}"
