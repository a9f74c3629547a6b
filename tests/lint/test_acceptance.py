"""What a study accepts, it accepts whatever language it was told in."""

from __future__ import annotations

from pathlib import Path

import pytest

from report45.errors import Place
from report45.lint.acceptance import weighed
from report45.wording.notices import fault, notice
from report45.wording.telling import telling

SAID = notice("feit-onbekend", pad="kenmerken.x", bedoeld=["kenmerken.y"])


def accepted(folder: Path, text: str) -> list[tuple[str, str]]:
    entry = f'code = "unknown-fact"\nfile = "texts/a.md"\ntext = "{text}"\nreason = "Zo is het."'
    (folder / "accepted.toml").write_text(f"[[accepted]]\n{entry}\n", encoding="utf-8")
    found = fault(Place(str(folder / "texts" / "a.md"), line=1), "unknown-fact", SAID)
    return [(one.code, one.severity) for one in weighed([found], folder, folder / "notebooks")]


@pytest.mark.parametrize("text", ["er is geen kenmerken.x.", "there is no kenmerken.x."])
def test_a_complaint_is_accepted_in_either_language(text: str, tmp_path: Path) -> None:
    assert accepted(tmp_path, text) == [("unknown-fact", "accepted")]


def test_another_complaint_is_not(tmp_path: Path) -> None:
    told = accepted(tmp_path, "er is geen kenmerken.z.")
    assert told == [("unknown-fact", "error"), ("unused-acceptance", "error")]


def test_what_accepts_nothing_is_told_with_what_it_may_mean(tmp_path: Path) -> None:
    accepted(tmp_path, "er is geen kenmerken.z.")
    found = fault(Place(str(tmp_path / "texts" / "a.md"), line=1), "unknown-fact", SAID)
    *_, idle = weighed([found], tmp_path, tmp_path / "notebooks")
    problem, remedy = telling("nl").say(idle.notice)
    assert problem.startswith("nummer 1 aanvaardt niets: unknown-fact, texts/a.md, er is geen")
    assert remedy == "Bedoelt u unknown-fact, texts/a.md, er is geen kenmerken.x.?"
