"""The page of facts says what results state, and is what was approved."""

from __future__ import annotations

from report45.facts import Count, Share, Verdict
from report45.specs import specs
from tests.analysis.stated import Stated
from tests.wording.meanings import PAGE, page, row


def test_the_page_is_what_was_approved() -> None:
    assert page() == PAGE.read_text(encoding="utf-8"), (
        "run `make sentences`, and read docs/feiten.md"
    )


def test_a_line_says_what_a_fact_is_and_what_it_says_in_an_example() -> None:
    (one,) = specs("kenmerk", (Share, "<categorie>.<groep>"))
    stated = Stated("a", "a.<kenmerk>", "b", object, "c.totaal", Share(1, 2), (one,))
    said = "Het deel van de groep in deze categorie of combinatie van categorieën."
    path = "`a.<kenmerk>.<categorie>.<groep>`"
    assert row("a.<kenmerk>", one, stated) == (
        f"| {path} | aandeel |  | {said} | 50 procent *(b, c, totaal)* |"
    )
    assert row("a.<kenmerk>", one, None) == f"| {path} | aandeel |  | {said} | – |"
    assert row("a.<kenmerk>", one, None, stated).endswith(
        "| – (NSW: 50 procent *(b, c, totaal)*) |"
    )


def test_a_judgement_is_given_with_all_it_may_say() -> None:
    (one,) = specs("stroom", (Verdict, "deelname", "gunstig"))
    assert "| oordeel | ja, nee, nvt |" in row("a", one, None)
    (one,) = specs("stroom", (Count | Share, "deelname", "<eenheid>"))
    assert "| aantal of aandeel | van de studie |" in row("a", one, None)
