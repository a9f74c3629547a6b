"""Signs without a letter form in what the data and the configuration have printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from report45.lint.rules.signs import in_config, in_data
from report45.study.load import load
from tests.study.small import edit, message, small


def test_a_quotation_is_told_with_its_row_and_column(tmp_path: Path) -> None:
    folder = small(tmp_path)
    quotes = folder / "citaten.csv"
    head, first, *rest = quotes.read_text(encoding="utf-8").splitlines()
    last = rest[-1] if rest else first
    changed = "\n".join([head, first, *rest, f"{last} 😀"]) + "\n"
    quotes.write_text(changed, encoding="utf-8")
    (found,) = in_data(load(folder))
    row = changed.count("\n")
    assert (Path(found.place.file).name, found.place.rows, found.about) == (
        "citaten.csv",
        (row,),
        "😀",
    )
    assert found.problem.startswith("the fonts of a PDF have no form for 😀")
    edit(folder, "study.toml", 'author = "On', 'stand_ins = { "😀" = "lacht" }\nauthor = "On')
    assert list(in_data(load(folder))) == []


def test_a_label_is_told_with_its_line(tmp_path: Path) -> None:
    folder = small(tmp_path)
    edit(folder, "study.toml", "[dates]", '[stand_ins]\n"中" = "midden"\n\n[dates]')
    edit(folder, "study.toml", 'label = "Alle"', 'label = "Alle 中"')
    (found,) = in_config(load(folder).config, folder)
    written = (folder / "study.toml").read_text(encoding="utf-8").splitlines()
    assert (found.place.line, found.about) == (written.index('label = "Alle 中"') + 1, "中")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Alle <!-- beter woord? -->", "comment"),
        ("Alle<br>", "html"),
        ("Be\u00c3\u00abindigd", "damaged-text"),
    ],
)
def test_a_label_holds_words_alone(tmp_path: Path, text: str, code: str) -> None:
    folder = small(tmp_path)
    edit(folder, "study.toml", 'label = "Alle"', f'label = "{text}"')
    (found,) = in_config(load(folder).config, folder)
    lines = (folder / "study.toml").read_text(encoding="utf-8").splitlines()
    assert (found.code, lines[(found.place.line or 0) - 1]) == (code, f'label = "{text}"')


@pytest.mark.parametrize("text", ["zo <!-- naam weg -->", "zo <!-- naam weg"])
def test_a_comment_in_a_quotation_is_told_with_its_row(tmp_path: Path, text: str) -> None:
    folder = small(tmp_path)
    quotes = folder / "citaten.csv"
    written = quotes.read_text(encoding="utf-8").rstrip("\n")
    quotes.write_text(f"{written} {text}\n", encoding="utf-8")
    (found,) = in_data(load(folder))
    assert (found.code, found.place.rows) == ("comment", (written.count("\n") + 1,))


@pytest.mark.parametrize("words", ["#x", '"', "a\\\\b", "", "$"])
def test_what_stands_in_means_nothing_else(tmp_path: Path, words: str) -> None:
    folder = small(tmp_path)
    old = 'author = "On'
    edit(folder, "study.toml", old, f"stand_ins = {{ '😀' = '{words}' }}\n{old}")
    assert message(folder).startswith("study.toml, stand_ins.😀")
