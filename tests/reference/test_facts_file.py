"""``facts.json``: what others build on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from report45.chapters.executed import read_chapters
from report45.chapters.outline import catalogue, outline
from report45.facts import KINDS, Share, from_json, to_json
from report45.study.load import load
from report45.wording.numbers import say
from tests.conftest import ROOT, Release

CHARACTERISTICS = {
    "geslacht": ["man", "vrouw"],
    "leeftijdsklasse": ["tm50", "51_60", "60plus"],
    "geboorteland": ["nederland", "buiten_nederland"],
    "leefvorm": ["alleenstaand", "alleenstaande_ouder", "samenwonend"],
    "uitkeringsduur": ["6m_1j", "1_3j", "3_5j", "5_10j", "10j_plus"],
}


@pytest.fixture(params=["almere", "nsw"])
def built(request: pytest.FixtureRequest) -> Release:
    release: Release = request.getfixturevalue(f"built_{request.param}")
    return release


def test_every_fact_says_what_it_is(built: Release) -> None:
    written = json.loads((built.folder / "facts.json").read_text(encoding="utf-8"))
    assert written["study"] == built.folder.name
    assert len(written["facts"]) == len(built.facts), "a path is stated twice"
    for path, one in built.facts.items():
        assert {"path", "kind", "value", "text"} <= set(one), path
        assert one["kind"] in KINDS, path
        assert one["text"] == say(from_json(one)), path


def test_every_share_says_what_it_is_a_share_of(built: Release) -> None:
    shares = {path: one for path, one in built.facts.items() if one["kind"] == "share"}
    assert shares
    for path, one in shares.items():
        assert 0 <= one["count"] <= one["base"], path
        assert one["value"] == Share(one["count"], one["base"]).value, path


@pytest.mark.parametrize("name", CHARACTERISTICS)
def test_the_paths_others_build_on(name: str, built_almere: Release) -> None:
    facts = built_almere.facts
    assert facts[f"kenmerken.{name}.toets"]["kind"] == "test"
    for category in CHARACTERISTICS[name]:
        for group in ("experiment", "control", "totaal"):
            assert facts[f"kenmerken.{name}.{category}.{group}"]["kind"] == "share"


@pytest.mark.parametrize("prefix", ["opzet.", "verloop.", "resultaten.", "kenmerken."])
def test_the_chapters_others_build_on(prefix: str, built_almere: Release) -> None:
    assert any(path.startswith(prefix) for path in built_almere.facts)


def test_the_catalogue_has_the_same_values(built: Release) -> None:
    """The checks look facts up in the catalogue; prose quotes what chapters state."""
    for path, fact in _catalogue(built).items():
        if path in built.facts:
            assert _bare(built.facts[path]) == to_json(path, fact), path


def test_no_chapter_forgets_what_the_catalogue_has(built: Release) -> None:
    assert set(_catalogue(built)) - set(built.facts) == set()


def test_no_chapter_states_a_result_the_catalogue_lacks(built: Release) -> None:
    assert set(built.facts) - set(_catalogue(built)) == set()


def _catalogue(built: Release) -> Mapping[str, Any]:
    return catalogue(load(ROOT / "data" / built.folder.name))


def _bare(written: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in written.items() if key != "text"}


def test_chapters_show_what_the_outline_declares(built: Release) -> None:
    declared = [
        (one.chapter, one.name, one.kind)
        for one in outline(load(ROOT / "data" / built.folder.name)).planned
        if one.kind
    ]
    shown = [
        (chapter.name, display.name, display.kind)
        for chapter in read_chapters(sorted((built.folder / "chapters").glob("*.ipynb")))
        for cell in chapter.cells
        for display in cell.displays
    ]
    assert sorted(declared) == sorted(shown)
