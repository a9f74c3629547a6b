"""Stories of clients, and the study's own prose."""

from __future__ import annotations

from pathlib import Path

import pytest

from report45.errors import InputError
from report45.study.cases import read_cases
from report45.study.load import load
from report45.study.texts import read_texts

from .small import edit, message, messages, small

CASE = "cases/klant-1.md"


def test_a_story(tmp_path: Path) -> None:
    (story,), faults = read_cases(small(tmp_path))
    assert faults == []
    assert (story.number, story.sex, story.age, story.full) == (1, "vrouw", "58", False)
    assert story.sections == {"Voor de oproep": "Ze werkte in een winkel."}


def test_windows_may_write_it(tmp_path: Path) -> None:
    path = small(tmp_path) / CASE
    plain = load(tmp_path).cases
    path.write_bytes(b"\xef\xbb\xbf" + path.read_text().replace("\n", "\r\n").encode())
    assert load(tmp_path).cases == plain


def test_no_folder_no_stories(tmp_path: Path) -> None:
    assert read_cases(tmp_path) == ((), [])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("---\nnumber", "number", f"{CASE}: has no front matter. Start with --- … --- lines."),
        ("number: 1", "number: [1", f"{CASE}: the front matter is not YAML."),
        ("number: 1", "number: 2018-02-31", f"{CASE}: the front matter is not YAML."),
        ("number: 1\n", "", f"{CASE}, number: field required."),
        ("number: 1", "number: een", f"{CASE}, line 2, number: input should be a valid integer."),
        ("number: 1", "number: yes", f"{CASE}, line 2, number: input should be a valid integer."),
        ("number: 1", "number: 0", f"{CASE}, line 2, number: input should be greater than 0."),
        ("sex:", "seks:", f"{CASE}, line 3: unknown key in the front matter. Known: number, sex,"),
        ("status: werkt", "status:", f"{CASE}, line 5, status: input should be a valid string."),
        ("## Voor", "Voor", f"{CASE}: has no section. Write at least one `## Heading`."),
        ("## Voor", "Vooraf.\n\n## Voor", f"{CASE}, line 8: text before the first section."),
        ("winkel.", "winkel.\n## Voor de oproep\n", f"{CASE}: two sections have the same heading."),
    ],
)
def test_faults_in_a_story(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert message(edit(small(tmp_path), CASE, old, new)).startswith(told)


def test_front_matter_that_is_no_mapping(tmp_path: Path) -> None:
    (small(tmp_path) / CASE).write_text("---\n- Jan\n---\n\n## A\n\nb\n")
    assert message(tmp_path) == f"{CASE}: the front matter has no keys. Write `key: value` lines."


def test_a_number_twice(tmp_path: Path) -> None:
    text = (small(tmp_path) / CASE).read_text()
    (tmp_path / "cases" / "klant-2.md").write_text(text)
    assert message(tmp_path) == "cases/klant-2.md: number 1 is used twice."


@pytest.mark.parametrize("folder", ["cases", "texts"])
def test_prose_that_cannot_be_read(tmp_path: Path, folder: str) -> None:
    (small(tmp_path) / folder / "map.md").mkdir(parents=True)
    (tmp_path / folder / "oud.md").write_bytes("Zoë".encode("cp1252"))
    assert messages(tmp_path) == [
        f"{folder}/map.md: is a folder, not a file. Name the file in it.",
        f"{folder}/oud.md, line 1: is not UTF-8. Save it as UTF-8.",
    ]


def test_texts(tmp_path: Path) -> None:
    assert read_texts(tmp_path) == {}
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "b.md").write_bytes(b"\xef\xbb\xbfeen\r\ntwee")
    (tmp_path / "texts" / "a.txt").write_text("niet")
    assert read_texts(tmp_path) == {"b.md": "een\ntwee"}
    (tmp_path / "texts" / "c.md").write_text("regel\nnummer 999900006\n")
    with pytest.raises(InputError, match=r"^texts/c\.md, line 2: holds what looks like a citizen"):
        read_texts(tmp_path)
