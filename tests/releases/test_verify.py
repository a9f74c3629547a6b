from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from report45.errors import InputError
from report45.releases import manifest, verify
from report45.releases.release import Released
from report45.releases.verify import rebuild
from tests.conftest import ROOT, command

ALMERE, NOTEBOOKS = ROOT / "data" / "almere", ROOT / "notebooks"


@pytest.fixture
def copy(released: Released, tmp_path: Path) -> Path:
    return Path(shutil.copytree(released.folder, tmp_path / "almere-1.0"))


def remade(folder: Path, change: Callable[[dict[str, object]], object]) -> None:
    """Change a manifest as a forger would, its own digest included."""
    written = json.loads((folder / manifest.FILE).read_text(encoding="utf-8"))
    change(written)
    bare = manifest.Manifest.model_validate_json(json.dumps(written))
    manifest.write_manifest(bare.model_copy(update={"digest": bare.computed}), folder)


def test_untouched_release_is_sound(released: Released) -> None:
    verdict = verify.verify(released.folder)
    assert verdict.problems == ()
    assert [*verdict.lines()] == ["nothing was changed", f"digest {released.digest}"]


def test_every_change_is_named(copy: Path) -> None:
    (copy / "deelrapport.pdf").write_bytes(b"%PDF-1.7 another")
    (copy / "factsheet.html").unlink()
    (copy / "chapters" / "extra.txt").write_text("extra", encoding="utf-8")
    assert set(verify.verify(copy).problems) == {
        "deelrapport.pdf: was changed",
        "factsheet.html: was removed",
        "chapters/extra.txt: was added",
    }


@pytest.mark.parametrize("name", ["deelrapport.html", "facts.json", "books/factsheet.ipynb"])
def test_one_bit_is_enough(copy: Path, name: str) -> None:
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / name).write_bytes(content)
    assert f"{name}: was changed" in verify.verify(copy).problems


def test_manifest_that_gainsays_itself_is_seen(copy: Path) -> None:
    path = copy / manifest.FILE
    path.write_text(path.read_text(encoding="utf-8").replace('"1.0"', '"1.1"', 1), encoding="utf-8")
    (problem,) = verify.verify(copy).problems
    assert problem.startswith("manifest.json: was changed")


def test_forged_fact_gainsays_the_chapters(copy: Path, released: Released) -> None:
    def forge(written: dict[str, object]) -> None:
        facts = json.loads((copy / "facts.json").read_text(encoding="utf-8"))
        fact = next(one for one in facts["facts"] if one["kind"] == "share")
        fact["text"] = "99 procent"
        (copy / "facts.json").write_text(json.dumps(facts), encoding="utf-8")
        written["facts"] = facts["facts"]
        written["files"] = verify.files_of(copy)

    remade(copy, forge)
    verdict = verify.verify(copy)
    assert verdict.problems == (
        "manifest.json: its facts are not those the executed chapters state",
    )
    assert verdict.digest != released.digest


def test_publication_without_a_digest_is_seen(copy: Path) -> None:
    def forget(written: dict[str, object]) -> None:
        (copy / "deelrapport.html").unlink()
        written["files"] = verify.files_of(copy)

    remade(copy, forget)
    (problem,) = verify.verify(copy).problems
    assert "no digest of deelrapport.html" in problem


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("", "cannot be read"),
        ("[]", "whole"),
        ('{"format": "report45 release 9"}', "format"),
        ('{"format": "report45 release 1", "client": "x"}', "client"),
    ],
)
def test_manifest_that_is_none_is_refused(tmp_path: Path, written: str, message: str) -> None:
    (tmp_path / manifest.FILE).write_text(written, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        verify.verify(tmp_path)


def test_folder_without_manifest_is_no_release(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"manifest\.json: the file is missing"):
        verify.verify(tmp_path)
    with pytest.raises(InputError, match=r"manifest\.json: the file is missing"):
        verify.verify(tmp_path / "nowhere")


def test_differing_inputs_are_named_and_nothing_is_built(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = tmp_path / "study" / "almere"
    shutil.copytree(ALMERE, study)
    with (study / "klanten.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    (study / "texts" / "nieuw.md").write_text("Nieuw.", encoding="utf-8")
    versions = manifest.versions()
    monkeypatch.setattr(manifest, "versions", lambda: {**versions, "scipy": "0.1"})
    monkeypatch.setattr(verify, "release", None)
    found = rebuild(copy, study, NOTEBOOKS)
    assert found.problems == (
        "data/klanten.csv: input was changed since",
        "texts/nieuw.md: input was added since",
        f"scipy: version {versions['scipy']} then, 0.1 here",
    )


def test_release_of_another_study_is_refused(copy: Path) -> None:
    with pytest.raises(InputError, match="is a release of almere, not of nsw"):
        rebuild(copy, ROOT / "data" / "nsw", NOTEBOOKS)


def test_rebuild_that_differs_is_told_by_publication(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other(_: Path, to: Path, *__: object) -> None:
        shutil.copytree(copy, to)
        (to / "deelrapport.pdf").write_bytes(b"%PDF-1.7 another")
        (to / "factsheet.pdf").unlink()

    monkeypatch.setattr(verify, "release", other)
    found = rebuild(copy, ALMERE, NOTEBOOKS)
    assert found.problems == (
        "deelrapport.pdf: comes out of a rebuild with other bytes",
        "factsheet.pdf: does not come out of a rebuild",
    )
    assert "deelrapport.html" in found.same
    assert not {"deelrapport.pdf", "factsheet.pdf"} & {*found.same}


def test_release_can_be_made_again_to_the_byte(built_nsw: object, tmp_path: Path) -> None:
    """Through the command line: release from one build, verify with another from nothing."""
    out = getattr(built_nsw, "folder", tmp_path).parent
    nsw = ROOT / "data" / "nsw"
    released = command("release", nsw, "--to", tmp_path / "r", "--out", out)
    assert released.exit_code == 0, released.output
    done = command("verify", tmp_path / "r", nsw)
    assert done.exit_code == 0, done.output
    assert "deelrapport.pdf: a rebuild gives the same bytes" in done.stdout
    assert done.stdout.splitlines()[-2:] == [
        "nothing was changed",
        released.stdout.splitlines()[-1],
    ]
    (tmp_path / "r" / "deelrapport.html").write_text("another", encoding="utf-8")
    done = command("verify", tmp_path / "r")
    assert done.exit_code == 1
    assert done.stdout.splitlines()[:2] == ["deelrapport.html: was changed", "1 problem"]
