"""What happened in practice: talks against the plan, instruments, pillars."""

from __future__ import annotations

from collections.abc import Sequence

from report45.analysis.contacts import Contacts, Month
from report45.analysis.instruments import Instruments
from report45.analysis.pillars import VERDICTS, Pillars
from report45.display.bars import draw_bars
from report45.display.bundle import Column, Display, Row
from report45.display.style import BLUE, MUTED, house_style, new_figure, to_svg
from report45.display.tables import source
from report45.display.words import Words
from report45.facts import Count, Fact, Number, Share
from report45.study.load import Study
from report45.wording.numbers import cell

FEWEST = 10
"""Clients a month must have to be drawn: the mean of a handful says more of them than of it."""

MOST = 18
"""Months that are named under the figure; of more, every second or third is."""


def instruments(result: Instruments, study: Study) -> Display:
    """Draw for how many participants each instrument was used."""
    n, say = result.participants, Words(study)
    labels = [use.declared.label for use in result.uses]
    shares = [Share(use.participants.clients, n) for use in result.uses]
    svg = draw_bars(labels, shares, [BLUE] * len(labels))
    rows = tuple(
        Row(label, (cell(Count(share.count)), cell(share)))
        for label, share in zip(labels, shares, strict=True)
    )
    parts = "; ".join(f"{row.header} {row.cells[0]}" for row in rows)
    return Display(
        "figure",
        say("figuur-instrumenten", n=n),
        (
            Column(say("kolom-instrument"), align="left"),
            Column(say("kolom-deelnemers")),
            Column(say("kolom-aandeel")),
        ),
        rows,
        (say("noot-instrumenten"),),
        source(study, say),
        svg=svg,
        alt=say("figuur-instrumenten-alt", n=n, delen=parts),
    )


def contacts(result: Contacts, study: Study) -> Display:
    """Draw the talks per client in each month since the intake, with the plan as a line.

    Parameters
    ----------
    result : Contacts
    study : Study

    Returns
    -------
    Display
        A figure; months in which fewer than ``FEWEST`` clients were in the programme are left
        out, unless there are no others.
    """
    say = Words(study)
    shown = [one for one in result.months if one.clients >= FEWEST] or list(result.months)
    planned = result.facts().get("gepland_per_maand")
    rows = tuple(
        Row(str(one.number), (cell(Count(one.clients)), cell(_talks(one)))) for one in shown
    )
    months = "; ".join(say("maand-getal", maand=row.header, getal=row.cells[1]) for row in rows)
    alt = [say("figuur-gesprekken-alt", maanden=months)]
    if planned is not None:
        alt.append(say("figuur-gesprekken-plan", gepland=planned))
    notes = [say("noot-gesprekken")]
    if len(shown) < len(result.months):
        notes.append(say("noot-maanden", grens=FEWEST))
    return Display(
        "figure",
        say("figuur-gesprekken"),
        (
            Column(say("kolom-maand"), align="left"),
            Column(say("kolom-personen")),
            Column(say("kolom-gesprekken")),
        ),
        rows,
        tuple(notes),
        source(study, say),
        svg=_draw_contacts(shown, planned, say),
        alt=" ".join(alt),
    )


def pillars(result: Pillars, study: Study) -> Display:
    """Show plan against practice, a row per pillar."""
    say = Words(study)
    return Display(
        "table",
        say("tabel-pijlers"),
        tuple(
            Column(say(name), align="left")
            for name in ("kolom-pijler", "kolom-plan", "kolom-praktijk", "kolom-oordeel")
        ),
        tuple(
            Row(
                one.name,
                (one.plan, one.practice, say("cel-oordeel", oordeel=VERDICTS[one.verdict])),
            )
            for one in result.pillars
        ),
        (),
        say("bron-auteur", auteur=study.config.author),
    )


def _talks(one: Month) -> Number:
    return Number(one.per_client, digits=1)


def _draw_contacts(shown: Sequence[Month], planned: Fact | None, say: Words) -> str:
    import seaborn as sns

    x = [one.number for one in shown]
    y = [one.per_client for one in shown]
    plan = planned.value if isinstance(planned, Number) else None
    with house_style():
        figure, ((axes,),) = new_figure(2.5)
        sns.lineplot(x=x, y=y, marker="o", color=BLUE, linewidth=1.6, markersize=5, ax=axes)
        if isinstance(planned, Number):
            axes.axhline(planned.value, color=MUTED, linewidth=0.9, linestyle=(0, (4, 3)))
            # Beside the line and not on it: nothing that is drawn can come in its way.
            axes.annotate(
                say("lijn-plan", gepland=cell(planned)),
                (1, planned.value),
                (6, 0),
                xycoords=("axes fraction", "data"),
                textcoords="offset points",
                va="center",
                color=MUTED,
            )
        axes.set_ylim(0, 1.15 * max([*y, plan or 0, 1]))
        # Under the months and not at the points, where lines would run through the numbers.
        step = -(-len(shown) // MOST)
        ticked = shown[::step]
        axes.set_xticks(x[::step], [f"{one.number}\n{cell(_talks(one))}" for one in ticked])
        axes.set_yticks([])
        axes.set_xlabel(say("as-maanden"))
        axes.spines["left"].set_visible(False)
        return to_svg(figure)
