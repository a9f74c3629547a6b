"""The way out is guarded: what a check calls an error is told by a build and stops a release."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from report45.builds.build import build
from report45.builds.build_record import Built
from report45.errors import InputError, NarrativeError, Place
from report45.releases.release import release
from tests.conftest import ROOT, Release


class House:
    """A copy of Almere and the notebooks, with what was executed for it before."""

    def __init__(self, folder: Path, built: Release) -> None:
        self.study, self.notebooks = folder / "data" / "almere", folder / "notebooks"
        self.out, self.to = folder / "build", folder / "release"
        shutil.copytree(ROOT / "data" / "almere", self.study)
        shutil.copytree(ROOT / "notebooks", self.notebooks, ignore=shutil.ignore_patterns(".*"))
        shutil.copytree(built.folder.parent / ".cache", self.out / ".cache")

    def write(self, added: str, text: str = "kenmerken_leefvorm.md") -> int:
        """Add a paragraph to a text; give its line."""
        path = self.study / "texts" / text
        before = path.read_text(encoding="utf-8")
        path.write_text(f"{before}\n{added}\n", encoding="utf-8")
        return before.count("\n") + 2

    def accept(self, *entries: Mapping[str, str]) -> None:
        lines: list[str] = []
        for entry in entries:
            lines += ["[[accepted]]", *(f"{key} = {json.dumps(entry[key])}" for key in entry)]
        (self.study / "accepted.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def build(self) -> Built:
        return build(self.study, self.out, ["html"], self.notebooks)

    def told(self) -> list[tuple[str, int | None, int, str, str]]:
        built = self.build()
        assert built.executed == ()
        return [
            (Path(one.place.file).name, one.place.cell, one.place.line, one.severity, one.code)
            for one in built.complaints
        ]

    def refused(self) -> list[str]:
        with pytest.raises(InputError) as caught:
            release(self.study, self.to, self.out, self.notebooks)
        assert not self.to.exists()
        return [str(one) for one in caught.value.faults]


@pytest.fixture
def house(tmp_path: Path, built_almere: Release) -> House:
    return House(tmp_path, built_almere)


HTML = {"code": "html", "file": "texts/kenmerken_leefvorm.md"}


def test_what_contradicts_a_fact_is_told_and_stops_a_release(house: House) -> None:
    assert house.told() == []
    line = house.write("Van de experimentgroep is 84 procent vrouw.")
    assert house.told() == [("kenmerken_leefvorm.md", None, line, "error", "contradiction")]
    assert house.told() == house.told()  # from the note of a finished build
    (fault,) = house.refused()
    assert f"texts/kenmerken_leefvorm.md, line {line}: “84 procent”" in fault


def test_an_accepted_complaint_goes_into_the_manifest(house: House) -> None:
    house.write("Dit is <b>vet</b> <i>schuin</i>.")
    assert len(house.refused()) == 4
    entries = [{**HTML, "text": tag, "reason": "Dit gaat over HTML."} for tag in ("<b>", "</b>")]
    entries += [{**HTML, "text": tag, "reason": "Ook dit."} for tag in ("<i>", "</i>")]
    house.accept(*entries)
    assert {one.severity for one in house.build().complaints} == {"accepted"}
    made = release(house.study, house.to, house.out, house.notebooks)
    manifest = json.loads((made.folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["accepted"] == entries


def test_an_acceptance_that_matches_nothing_is_an_error(house: House) -> None:
    house.write("Dit is <b>vet.")
    house.accept({**HTML, "text": "<bb>", "reason": "Zo is het."})
    _, ours = house.build().complaints
    assert (ours.place, ours.code) == (
        Place(str(house.study / "accepted.toml"), line=1),
        "unused-acceptance",
    )
    assert ours.remedy == "Did you mean html, texts/kenmerken_leefvorm.md, <b>?"
    house.accept(HTML)
    with pytest.raises(InputError) as caught:
        house.build()
    assert [str(one) for one in caught.value.faults] == [
        "accepted.toml, accepted[1].text: this key is required. Add it.",
        "accepted.toml, accepted[1].reason: this key is required. Add it.",
    ]


def test_what_cannot_be_published_is_told_with_all_else_that_is_wrong(house: House) -> None:
    first = house.write("Dit is <b>vet.")
    second = house.write("{{ kenmerken.geslacht.vrouw.totall }}")
    with pytest.raises(NarrativeError) as caught:
        house.build()
    assert [str(one.place).rpartition("texts/")[2] for one in caught.value.faults] == [
        f"kenmerken_leefvorm.md, line {first}",
        f"kenmerken_leefvorm.md, line {second}",
    ]
