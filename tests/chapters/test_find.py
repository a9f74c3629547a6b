"""Which notebooks are chapters, and which of them a study can fill."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from report45.chapters.find import find_chapters, split_chapters, survey
from report45.chapters.rejoin import read
from report45.errors import InputError
from tests.execution.notebooks import notebook, write

Change = Callable[[dict[str, Any]], object]


def test_chapters_by_name(tmp_path: Path) -> None:
    second = write(tmp_path, "verloop", requires=("clients", "trajectories"))
    first = write(tmp_path, "opzet")
    assert find_chapters(tmp_path) == (first, second)


def test_the_projects_own_chapters_are_sound() -> None:
    folder = Path(__file__).parents[2] / "notebooks"
    found = find_chapters(folder)
    assert len(found) == len(list(folder.glob("*.ipynb")))
    assert all("clients" in chapter.requires for chapter in found)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda nb: nb["metadata"]["report45"].pop("title"), "is not a chapter."),
        (lambda nb: nb.pop("cells"), "is not a chapter."),
        (lambda nb: nb["cells"].append(3), "is not a chapter."),
        (lambda nb: nb["metadata"]["report45"].update(chapter="De Opzet"), "its chapter name is n"),
        (lambda nb: nb["metadata"]["report45"].update(chapter=3), "its chapter name is not a name"),
        (lambda nb: nb["cells"].pop(1), "has 0 cells tagged parameters. Papermill needs exactly"),
        (lambda nb: nb["cells"].append(nb["cells"][1]), "has 2 cells tagged parameters."),
        (lambda nb: nb["cells"][1].update(source="x = 1"), "its parameters cell names no study."),
    ],
)
def test_what_is_no_chapter(tmp_path: Path, change: Change, told: str) -> None:
    broken = notebook("opzet", "x = 1")
    change(broken)
    (tmp_path / "opzet.ipynb").write_text(json.dumps(broken))
    with pytest.raises(InputError) as caught:
        find_chapters(tmp_path)
    (fault,) = caught.value.faults
    assert str(fault).startswith(f"opzet.ipynb: {told}")


def test_all_faults_at_once(tmp_path: Path) -> None:
    (tmp_path / "een.ipynb").write_text(json.dumps(notebook("opzet")))
    (tmp_path / "zelfde.ipynb").write_text(json.dumps(notebook("opzet")))
    (tmp_path / "half.ipynb").write_text('{"cells": [')
    (tmp_path / "latin.ipynb").write_bytes(b'{"cells": "\xe9"}')
    (tmp_path / "map.ipynb").mkdir()
    with pytest.raises(InputError) as caught:
        find_chapters(tmp_path)
    assert [str(fault) for fault in caught.value.faults] == [
        "half.ipynb: is not a notebook. Restore it, save it again, or take it away.",
        "latin.ipynb, line 1: is not UTF-8. Save it as UTF-8.",
        "map.ipynb: is a folder, not a file. Name the file in it.",
        "zelfde.ipynb: een.ipynb has the chapter name opzet too. Take the copy away, or give it "
        "its own name. [double-chapter]",
    ]


def test_what_systems_leave_is_passed_over_and_a_mark_is_read(tmp_path: Path) -> None:
    first = write(tmp_path, "opzet")
    first.path.write_bytes(b"\xef\xbb\xbf" + first.path.read_bytes())
    for name in ("._opzet.ipynb", "~$opzet.ipynb", ".opzet.ipynb.swp", ".DS_Store", "Thumbs.db"):
        (tmp_path / name).write_bytes(b"\0\5\x16\7")
    (tmp_path / ".ipynb_checkpoints").mkdir()
    assert find_chapters(tmp_path) == (first,)
    assert read(first.path)["cells"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("opzet-Copy1", "opzet.ipynb has the chapter name opzet too. Take the copy away"),
        ("Kopie van opzet", "opzet.ipynb has the chapter name opzet too."),
        ("aantekeningen", 'is no chapter, and is left out: it has no metadata "report45".'),
        ("Untitled", 'is no chapter, and is left out: it has no metadata "report45".'),
        ("Naamloos1", "is empty, and is left out. Take it away."),
    ],
)
def test_a_stranger_is_named_and_stops_nothing(tmp_path: Path, name: str, told: str) -> None:
    first = write(tmp_path, "opzet")
    other = notebook("opzet")
    if "opzet" not in name:
        other["metadata"].pop("report45")
    text = "" if name == "Naamloos1" else json.dumps(other)
    (tmp_path / f"{name}.ipynb").write_text(text, encoding="utf-8")
    chapters, (stranger,) = survey(tmp_path)
    assert chapters == (first,)
    assert str(stranger).startswith(f"{name}.ipynb: {told}")


@pytest.mark.parametrize("code", [None, "", "\n  \n", "# hier komt nog iets"])
def test_prose_alone_needs_no_parameters(tmp_path: Path, code: str | None) -> None:
    prose = notebook("voorwoord")
    prose["cells"] = prose["cells"][:1]
    if code is not None:
        prose["cells"].append({"cell_type": "code", "metadata": {}, "source": code})
    (tmp_path / "voorwoord.ipynb").write_text(json.dumps(prose), encoding="utf-8")
    (chapter,) = find_chapters(tmp_path)
    assert (chapter.name, chapter.has_code) == ("voorwoord", False)


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> 87631da", "||||||| base"])
def test_a_conflict_is_told_with_its_line(tmp_path: Path, mark: str) -> None:
    written = json.dumps(notebook("opzet"), indent=1).split("\n")
    (tmp_path / "opzet.ipynb").write_text("\n".join([*written[:4], mark, *written[4:]]))
    with pytest.raises(InputError, match=r"opzet\.ipynb, line 5: holds the marks of a merge confl"):
        find_chapters(tmp_path)


def test_no_chapters(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        told = f"no chapter notebooks in {re.escape(str(folder))}. Run report45 in the folder"
        with pytest.raises(InputError, match=told):
            find_chapters(folder)


def test_chapters_without_their_tables_are_left_out(tmp_path: Path) -> None:
    every = [
        write(tmp_path, "a"),
        write(tmp_path, "b", requires=("clients",)),
        write(tmp_path, "c", requires=("clients", "cases")),
    ]
    possible, left_out = split_chapters(iter(every), iter(["clients", "outcomes"]))
    assert [chapter.name for chapter in possible] == ["a", "b"]
    assert [chapter.name for chapter in left_out] == ["c"]
