"""Clients' stories as Markdown, and what was said as quotations."""

from __future__ import annotations

from report45.display.bundle import Column, Display, Row
from report45.display.words import Words
from report45.facts import Number
from report45.study.cases import CaseStory
from report45.study.load import Study
from report45.wording.amounts import jaren
from report45.wording.numbers import NOTHING
from report45.wording.phrases import hoofdletter


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
    say = Words(study)
    heading = say("verhaal-kop", nummer=str(one.number))
    lines = [f"{'##' if one.full else '###'} {heading}", _profile(one, say)]
    for title, text in one.sections.items():
        lines.append(f"### {title}\n\n{text}" if one.full else f"**{title}.** {text}")
    return Display("markdown", heading, markdown="\n\n".join(lines))


def overview(study: Study) -> Display:
    """Put all stories in one table, a row for each."""
    say = Words(study)
    unknown = say("cel-onbekend")
    rows = tuple(
        Row(
            say("verhaal-kop", nummer=str(one.number)),
            (
                hoofdletter(one.sex) or NOTHING,
                one.age or unknown,
                _duration(one.unemployed_months, say) or unknown,
                hoofdletter(one.status),
                say("cel-verhaal", uitgebreid=one.full),
            ),
        )
        for one in study.cases
    )
    names = (
        "kolom-persoon",
        "kolom-geslacht",
        "kolom-leeftijd",
        "kolom-werkloos",
        "kolom-status",
        "kolom-verhaal",
    )
    return Display(
        "table",
        say("tabel-verhalen"),
        tuple(Column(say(name), align="left") for name in names),
        rows,
        (say("noot-werkloos"),),
        say("bron-auteur", auteur=study.config.author),
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


def _profile(one: CaseStory, say: Words) -> str:
    age = "verhaal-jaren" if one.age.isdigit() else "verhaal-leeftijd"
    known = [
        one.sex.capitalize(),
        say(age, leeftijd=one.age) if one.age else "",
        one.background,
        say("verhaal-werkloos", duur=_duration(one.unemployed_months, say))
        if one.unemployed_months
        else "",
        say("verhaal-traject", duur=_duration(one.programme_months, say))
        if one.programme_months
        else "",
    ]
    profile = ", ".join(part for part in known if part)
    said = say("verhaal-profiel", profiel=profile, status=one.status)
    return f"*{said}*"


def _duration(months: int | None, say: Words) -> str:
    """Whole years as years, anything else as months, in words as far as words go."""
    if months is None:
        return ""
    if months >= 12 and months % 12 == 0:
        return jaren(Number(months / 12, "jaar"))
    return say("verhaal-duur", maanden=months)
