"""What stands in and under displays can be worded otherwise, and never fails half-way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from report45.analysis.pillars import Pillar, Pillars
from report45.display.practice import pillars
from report45.display.words import Words
from report45.facts import Count, Flag, Share
from report45.wording.sentences import SentenceError
from tests.analysis.studies import clients, study

STUDY = study({"clients": clients(1, 1)})


def test_a_study_has_the_last_word(tmp_path: Path) -> None:
    own = "# Titel\ntabel-pijlers = Wat { -programma } beloofde\n"
    (tmp_path / "sentences.ftl").write_text(own, encoding="utf-8")
    pillar = Pillar("Intensief", "Iedere week.", "Minder vaak.", "no")
    shown = pillars(Pillars((pillar,)), replace(STUDY, folder=tmp_path))
    assert shown.caption == "Wat de aanpak beloofde"
    assert shown.columns[0].label == "Pijler"


def test_a_message_of_more_lines_is_said_in_one() -> None:
    assert "\n" not in Words(STUDY)("noot-verschil", aandelen=True, grenzen=True)


@pytest.mark.parametrize(
    ("given", "printed"),
    [("12%", "12%"), (1234, "1.234"), (Count(1234), "1.234"), (Share(1, 4), "25 procent")],
)
def test_a_text_is_printed_as_it_is_and_a_number_in_dutch(given: object, printed: str) -> None:
    assert Words(STUDY)("kolom-boven", grens=given) == f"Boven {printed}"


@pytest.mark.parametrize(("given", "said"), [(True, "ja"), (False, "nee"), (Flag(True), "ja")])
def test_what_is_so_or_not_is_chosen_by(given: object, said: str) -> None:
    assert Words(STUDY)("cel-boven", boven=given) == said


def test_what_is_not_given_is_named() -> None:
    with pytest.raises(SentenceError, match=r"weergave.ftl, line \d+, bron: there is no \$bron"):
        Words(STUDY)("bron", auteur="Bureau")
