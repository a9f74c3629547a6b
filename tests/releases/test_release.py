from __future__ import annotations

import getpass
import json
import shutil
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pandas as pd
import pytest
from jsonschema import Draft202012Validator

from report45 import facts
from report45.errors import InputError
from report45.releases import leaks, manifest, release
from report45.releases.release import Released
from report45.store.inputs import digest_of, inputs
from tests.conftest import ROOT, Release, run

ALMERE, NOTEBOOKS = ROOT / "data" / "almere", ROOT / "notebooks"
SCHEMA = json.loads(release.SCHEMA.read_text(encoding="utf-8"))


def again(built: Release, to: Path, *, force: bool = False) -> Released:
    return release.release(ALMERE, to, built.folder.parent, NOTEBOOKS, force=force)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_release_holds_what_was_built_and_says_so(
    built_almere: Release, released: Released
) -> None:
    assert released.state == "written"
    held = files(released.folder)
    for name, content in files(built_almere.folder).items():
        assert held[name] == content, name
    written = json.loads(held["manifest.json"])
    assert written["files"].keys() == held.keys() - {"manifest.json"}
    assert {"deelrapport.pdf", "nieuwsbericht.txt", "chapters/kenmerken.ipynb"} <= held.keys()
    assert written["inputs"] == inputs(ALMERE, NOTEBOOKS)
    assert written["inputs"]["data/klanten.csv"] == digest_of(ALMERE / "klanten.csv")
    assert written["facts"] == json.loads(held["facts.json"])["facts"]
    assert written["parameters"]["study"] == "almere"
    assert written["versions"]["pandas"]
    assert written["disclosure"] == "none"


def test_releasing_twice_gives_identical_folders(
    built_almere: Release, released: Released, tmp_path: Path
) -> None:
    other = again(built_almere, tmp_path / "elsewhere")
    assert files(other.folder) == files(released.folder)
    assert other.digest == released.digest


def test_equal_release_is_left_and_another_only_replaced_by_force(
    built_almere: Release, released: Released, tmp_path: Path
) -> None:
    place = tmp_path / "release"
    shutil.copytree(released.folder, place)
    assert again(built_almere, place).state == "equal"
    (place / "deelrapport.html").write_bytes(b"another")
    before = files(place)
    with pytest.raises(InputError, match="another release stands here"):
        again(built_almere, place)
    assert files(place) == before
    assert again(built_almere, place, force=True).state == "replaced"
    assert files(place) == files(released.folder)
    assert [one.name for one in tmp_path.iterdir()] == ["release"]


def test_folder_that_is_no_release_is_never_replaced(built_almere: Release, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("of years", encoding="utf-8")
    with pytest.raises(InputError, match="is none"):
        again(built_almere, tmp_path, force=True)
    assert [one.name for one in tmp_path.iterdir()] == ["thesis.txt"]


def test_release_names_no_machine_no_user_and_no_client(released: Released) -> None:
    clients = {
        line.partition(";")[0]
        for line in (ALMERE / "klanten.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    }
    for name, content in files(released.folder).items():
        said = content.decode("utf-8", "replace")
        for secret in (str(ROOT), str(Path.home()) + "/", str(released.folder.parent)):
            assert secret not in said, name
        if name.endswith((".json", ".ipynb", ".txt")):
            assert not clients & {*said.replace('"', " ").split()}, name
    said = (released.folder / manifest.FILE).read_text(encoding="utf-8")
    assert f'"{getpass.getuser()}"' not in said


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("factsheet.html", "<p>Over {client}.</p>"),
        ("facts.json", '{{"facts": [{{"text": "van {client}, dus"}}]}}'),
        ("chapters/kenmerken.ipynb", '{{"cells": [{{"source": ["# {client}\\n"]}}]}}'),
        ("nieuwsbericht.txt", "({client})"),
    ],
)
def test_planted_client_stops_a_release(
    built_almere: Release, tmp_path: Path, name: str, content: str
) -> None:
    work = tmp_path / "work"
    shutil.copytree(built_almere.folder, work)
    client = sorted(leaks.client_numbers(ALMERE))[0]
    (work / name).write_text(content.format(client=client), encoding="utf-8")
    (fault,) = leaks.leaks(ALMERE, [path for path in work.rglob("*") if path.is_file()], work, [])
    assert fault.place.file == name
    assert client not in str(fault)


def test_client_in_a_file_stops_the_release_whole(
    built_almere: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaks, "client_numbers", lambda _: frozenset(["experimentgroep"]))
    with pytest.raises(InputError, match="holds the number of a client") as caught:
        again(built_almere, tmp_path / "releases" / "one")
    assert "experimentgroep" not in str(caught.value)
    places = {one.place.file for one in caught.value.faults}
    assert {"deelrapport.html", "deelrapport.docx", "books/deelrapport.ipynb"} <= places
    assert not [*(tmp_path / "releases").iterdir()]


def test_citizen_service_numbers_are_looked_for_as_delivered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    delivered = ["111222333", "123456782"]  # both pass the test of eleven, neither is in use
    table = pd.DataFrame({"client": delivered})
    monkeypatch.setattr(leaks, "_delivered", lambda *_: leaks._numbers(table))
    study = SimpleNamespace(
        tables={"clients": pd.DataFrame({"client": ["p1", "12"]})},
        config=SimpleNamespace(identifier="bsn"),
    )
    monkeypatch.setattr(leaks, "load", lambda _: study)
    assert leaks.client_numbers(tmp_path) == {*delivered, "p1"}


def test_path_of_the_machine_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("see /home/someone/study/x.csv", encoding="utf-8")
    (tmp_path / "b.txt").write_text("see /home/someone/studying, and /homely", encoding="utf-8")
    found = leaks.leaks(ALMERE, sorted(tmp_path.iterdir()), tmp_path, [Path("/home/someone/study")])
    assert [one.place.file for one in found] == ["a.txt"]


def test_changed_input_stops_the_release(
    built_almere: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digests = iter(({"study.toml": "a"}, {"study.toml": "b"}))
    monkeypatch.setattr(release, "inputs", lambda *_: next(digests))
    with pytest.raises(InputError, match=r"study\.toml: changed while"):
        again(built_almere, tmp_path / "release")
    assert not [*tmp_path.iterdir()]


def test_books_and_chapters_are_sound_notebooks(released: Released) -> None:
    paths = [*released.folder.rglob("*.ipynb")]
    assert len(paths) == 11 + 4
    for path in paths:
        nbformat.validate(nbformat.read(path, as_version=4))


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_book_alone_gives_the_very_publication(
    released: Released, tmp_path: Path, form: str
) -> None:
    """Jupyter's own command makes it from the notebook, without data and without our command."""
    book = shutil.copy(released.folder / "books" / "deelrapport.ipynb", tmp_path)
    command = "import sys; from nbconvert.nbconvertapp import main; sys.exit(main())"
    done = run("-c", command, "--to", f"report45-{form}", book)
    assert done.returncode == 0, done.stderr
    made = (tmp_path / f"deelrapport.{form}").read_bytes()
    assert made == (released.folder / f"deelrapport.{form}").read_bytes()


def test_published_schema_is_sound_and_names_no_host() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"].startswith("urn:")
    kinds = {
        one["properties"]["kind"]["const"]
        for one in SCHEMA["$defs"].values()
        if "oneOf" not in one and one["type"] == "object"
    }
    assert kinds == facts.KINDS.keys()


def test_facts_of_both_studies_follow_the_schema(built_almere: Release, built_nsw: Release) -> None:
    for built in (built_almere, built_nsw):
        written = json.loads((built.folder / "facts.json").read_text(encoding="utf-8"))
        assert written["facts"]
        assert not [*Draft202012Validator(SCHEMA).iter_errors(written)]


@pytest.mark.parametrize(
    "fact",
    [
        facts.Number(float("nan"), "jaar"),
        facts.Interval(float("nan"), float("nan")),
        facts.Test("chi2", None, None, float("nan")),
        facts.Mean(float("nan"), 0),
        facts.Share(0, 0),
        facts.Count(3, suppressed=True),
    ],
)
def test_facts_that_could_not_be_computed_follow_the_schema(fact: facts.Fact) -> None:
    written = {**facts.to_json("hoofdstuk.feit", fact), "text": ""}
    plain = json.loads(json.dumps(written, allow_nan=False))
    whole = {"study": "proef", "digest": "0" * 64, "facts": [plain]}
    assert not [*Draft202012Validator(SCHEMA).iter_errors(whole)]


@pytest.mark.parametrize(
    "change",
    [{"kind": "guess"}, {"value": "3"}, {"extra": 1}, {"path": "alone"}, {"suppressed": None}],
)
def test_schema_refuses_what_is_no_fact(change: dict[str, object]) -> None:
    fact = {**facts.to_json("hoofdstuk.feit", facts.Count(3)), "text": "3", **change}
    whole = {"study": "proef", "digest": "0" * 64, "facts": [fact]}
    assert [*Draft202012Validator(SCHEMA).iter_errors(whole)]
