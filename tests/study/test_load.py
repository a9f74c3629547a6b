"""A study folder as a whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from report45.errors import InputError
from report45.study.find import find
from report45.study.load import digest, load
from report45.study.toml import read_config

from .small import CSV_FILES, FILES, edit, message, messages, small


def said(folder: Path) -> str:
    """Everything that is said of a study, sound or not."""
    try:
        load(folder)
    except InputError as error:
        return str(error)
    return ""


DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def almere(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA / "almere", tmp_path / "almere"))


@pytest.mark.parametrize("name", ["almere", "nsw"])
def test_what_is_delivered_is_sound(name: str) -> None:
    study = load(DATA / name)
    assert study.name == name
    assert set(study.tables) == set(study.config.tables)
    assert study.has("clients")
    assert study.has("cases") == (name == "almere")
    assert not study.has("clients", "nonsense")


def test_faults_of_all_files_at_once(almere: Path) -> None:
    """The seven kinds of bad input together: one message each, with file, row and column."""
    (almere / "contacten.csv").unlink()
    (almere / "citaten.csv").write_text("")
    edit(almere, "trajecten.csv", "klantnummer;uitkomst", "klantnummer;uitkomsten")
    for file, row, old, new in (
        ("klanten.csv", "K0008;EXP;eerste selectie;6;45;V", ";V", ";?"),
        ("klanten.csv", "\nK0006;CON", "K0006", "K0008"),
        ("activiteiten.csv", "K0008;werkervaringsplaats;10-04-2018", "-2018", ""),
        (
            "werk_en_inkomsten.csv",
            "K0014;inkomsten naast uitkering;29-11-2017;",
            "17;",
            "17;01-11-2017",
        ),
    ):
        edit(almere, file, row, row.replace(old, new))
    found = messages(almere)
    for told in (
        "contacten.csv: the file is missing.",
        "citaten.csv: the file is empty.",
        "trajecten.csv, row 1, column uitkomst: the column is missing. Did you mean uitkomsten?",
        "klanten.csv, row 3, column geslacht: unknown code. Expected one of: M, V.",
        "klanten.csv, rows 2 and 3, column klantnummer: the same value occurs more than once.",
        "activiteiten.csv, row 2, column startdatum: not a date. Expected the form %d-%m-%Y.",
        "werk_en_inkomsten.csv, row 2, column einddatum: lies before startdatum.",
    ):
        assert any(one.startswith(told) for one in found), told
    assert len(found) == 7


def test_no_message_shows_a_value(tmp_path: Path) -> None:
    """Recognisable values in every cell of every file, in every position."""
    small(tmp_path)
    for file in CSV_FILES:
        header, *rows = FILES[file].splitlines()
        cells = header.count(";") + 1
        marked = [";".join(f"geheim{n}{m}" for m in range(cells)) for n in range(len(rows))]
        for broken in (
            [header, *marked],
            marked,  # without header
            [header, *marked, "geheim"],  # ragged
            [header, *marked, 'geheim;"geheim'],  # open quote
            [header.replace("klantnummer", "Klantnr"), *marked],
            [header, *marked, *marked],
            [marked[0], header, *marked],
            [header.replace(";", ","), *[row.replace(";", ",") for row in marked]],
        ):
            (tmp_path / file).write_text("\n".join(broken))
            assert "geheim" not in said(tmp_path)
            (tmp_path / file).write_bytes("\n".join(broken).encode() + b"\xff")
            assert "geheim" not in said(tmp_path)
        (tmp_path / file).write_text(FILES[file])
    for front in (
        "geheim: 1",
        "number: geheim",
        "geheim",
        "- geheim",
        "age: [geheim]",
        "a: [geheim",
    ):
        (tmp_path / "cases" / "x.md").write_text(f"---\n{front}\n---\n\ngeheim\n\n## geheim\n")
        assert "geheim" not in said(tmp_path)


def test_loading_changes_nothing(almere: Path) -> None:
    before = {path: path.read_bytes() for path in almere.rglob("*") if path.is_file()}
    load(almere)
    assert {path: path.read_bytes() for path in almere.rglob("*") if path.is_file()} == before


def test_later_additions_are_kept_apart() -> None:
    study = load(DATA / "almere")
    assert len(study.clients) == 402
    assert set(study.added["cohort"]) == {"extension"}
    nsw = load(DATA / "nsw")
    assert (len(nsw.clients), len(nsw.added)) == (445, 0)


def test_the_digest_follows_everything_that_is_read(tmp_path: Path) -> None:
    def now() -> str:
        return digest(tmp_path, read_config(tmp_path))

    small(tmp_path)
    seen = {now()}
    for file, text in FILES.items():
        (tmp_path / file).write_text(text + "\n")
        seen.add(now())
        (tmp_path / file).write_text(text)
    assert len(seen) == 1 + len(FILES)
    (tmp_path / "README.md").write_text("no part of the study")
    assert now() in seen
    assert load(tmp_path).digest == now()


def test_find(tmp_path: Path) -> None:
    small(tmp_path / "almere")
    assert find("almere", tmp_path) == tmp_path / "almere"
    assert find(str(tmp_path / "almere"), Path("nowhere")) == tmp_path / "almere"
    assert find(str(tmp_path / "almere" / "study.toml"), Path("nowhere")) == tmp_path / "almere"
    with pytest.raises(InputError, match=r"^Almeer: no study here.*Did you mean almere\?$"):
        find("Almeer", tmp_path)
    with pytest.raises(InputError, match=r"Known studies: almere\.$"):
        find("x", tmp_path)
    with pytest.raises(InputError, match=r"Known studies: none\.$"):
        find("x", tmp_path / "nowhere")


OUTCOME = """
[[outcomes]]
name = "diploma"
label = "Diploma"
says = "heeft een diploma"
experiment = [{ table = "outcomes", column = "diploma", certain = ["ja"] }]
control = [{ table = "outcomes", column = "diploma", certain = ["ja"] }]
"""
TABLE = """
[tables.outcomes]
file = "uitkomsten.csv"
columns = { client = "klantnummer" }
codes.diploma = { ja = "ja", nee = "nee" }
"""


def with_outcomes(folder: Path, rows: str, more: str = "") -> Path:
    small(folder)
    (folder / "uitkomsten.csv").write_text(f"klantnummer;diploma\n{rows}")
    edit(folder, "study.toml", "\n[design]", TABLE + "\n[design]")
    toml = folder / "study.toml"
    toml.write_text(toml.read_text() + OUTCOME.replace("[[outcomes]]", f"[[outcomes]]\n{more}"))
    return folder


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("0007;ja\n0008;nee\n0009;ja\n0010;nee\n", None),
        ("0007;ja\n0008;\n0009;ja\n0010;nee\n", "1 of 2 in the experiment group and 0 of 2"),
        ("0007;ja\n0010;nee\n", "1 of 2 in the experiment group and 1 of 2 in the control group"),
        ("0009;ja\n0010;nee\n", "2 of 2 in the experiment group and 0 of 2 in the control group"),
    ],
)
def test_an_outcome_that_is_not_known_is_never_no_in_silence(
    tmp_path: Path, rows: str, told: str | None
) -> None:
    folder = with_outcomes(tmp_path, rows)
    if told is None:
        assert load(folder).has("outcomes")
        return
    fault = message(folder)
    assert fault.startswith(f"study.toml, outcomes.diploma: is not known of {told}")
    assert all(f'"{choice}"' in fault for choice in ("exclude", "no", "possible"))
    toml = (folder / "study.toml").read_text()
    for choice in ("exclude", "no", "possible"):
        (folder / "study.toml").write_text(
            toml.replace('name = "diploma"', f'name = "diploma"\nmissing = "{choice}"')
        )
        assert load(folder).config.outcomes[-1].missing == choice


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('says = "heeft werk"', 'says = "heeft werk"\nmissing = "no"', "nothing is counted there"),
        (
            'says = "heeft een diploma"\nexperiment = [{ table = "outcomes",',
            'says = "heeft een diploma"\nexperiment = [{ missing = "no", table = "outcomes",',
            "give `missing` to the outcome itself",
        ),
        (
            'says = "heeft een diploma"',
            'column = "diploma"\nmissing = "no"',
            "can only be left out of a mean",
        ),
        (
            'says = "heeft werk"',
            'says = "heeft werk"\nprimary = true',
            "more than one outcome is primary",
        ),
        ('name = "diploma"', 'name = "effect"', "the report uses this name for something else"),
    ],
)
def test_what_an_outcome_may_not_declare(tmp_path: Path, old: str, new: str, told: str) -> None:
    more = "primary = true" if "primary" in new else ""
    folder = with_outcomes(tmp_path, "0007;ja\n0008;nee\n0009;ja\n0010;nee\n", more)
    edit(folder, "study.toml", old, new)
    if "column" in new:
        toml = (folder / "study.toml").read_text()
        keep = [one for one in toml.splitlines() if 'table = "outcomes", column' not in one]
        (folder / "study.toml").write_text("\n".join(keep))
    assert any(told in one for one in messages(folder))


def test_a_study_that_may_not_be_entered_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(self: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "is_file", closed)
    told = r"^almere: cannot be opened \(Permission denied\)\. Let this user list it"
    with pytest.raises(InputError, match=told):
        find("almere")
