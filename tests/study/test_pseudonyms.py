"""BSNs: never in the clear, never in a message. Only numbers of the official test range.

The Belastingdienst and RvIG set numbers that begin with 9999 apart for tests; no person has one.
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import b32encode
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report45.study import pseudonyms
from report45.study.load import load

from .small import CSV_FILES, edit, message, messages, small

TEST = ("999900006", "999900018", "999900031", "999900043")
NEAR = ("999900007", "999900019", "999900032", "999900044")
KEY = "a secret of the study"


def numbered(folder: Path, numbers: tuple[str, ...], *, declared: bool = True) -> Path:
    """The small study with other client numbers."""
    small(folder)
    for file in CSV_FILES:
        text = (folder / file).read_text(encoding="utf-8")
        for old, new in zip(("0007", "0008", "0009", "0010"), numbers, strict=True):
            text = text.replace(f"{old};", f"{new};")
        (folder / file).write_text(text, encoding="utf-8")
    if declared:
        edit(folder, "study.toml", "steps =", 'identifier = "bsn"\nsteps =')
    return folder


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(pseudonyms.KEY, KEY)


def eleven_proof(number: str) -> bool:
    """The check of Logisch Ontwerp GBA: 9a + 8b + … + 2h - i is a multiple of 11."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(w * int(d) for w, d in zip(weights, number, strict=True)) % 11 == 0


@given(st.integers(999_900_000, 999_999_999))
def test_the_check_digit(number: int) -> None:
    assert pseudonyms.valid(str(number)) == eleven_proof(str(number))


@pytest.mark.parametrize("text", ["", "12", "9999", "99990000", "000000000", "9999000060", "²" * 9])
def test_what_is_no_bsn(text: str) -> None:
    assert not pseudonyms.valid(text)


@pytest.mark.usefixtures("key")
def test_every_table_gets_the_same_pseudonym(tmp_path: Path) -> None:
    study = load(numbered(tmp_path, TEST))
    clients = study.clients.set_index("client")
    assert clients["last_digit"].to_list() == [6, 8, 1, 3]
    assert study.tables["work_income"]["client"].to_list() == [clients.index[0]]
    assert study.tables["benefit_endings"]["client"].to_list() == [clients.index[2]]
    everything = "".join(frame.to_csv() for frame in study.tables.values()) + repr(study)
    assert not any(number in everything for number in TEST)


@pytest.mark.usefixtures("key")
def test_the_pseudonym_is_a_keyed_hash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    numbered(tmp_path, TEST)
    first = load(tmp_path).clients["client"]
    digest = hmac.new(KEY.encode(), TEST[0].encode(), hashlib.sha256).digest()
    assert first[0] == b32encode(digest).decode()[:16]
    assert load(tmp_path).clients["client"].equals(first)
    monkeypatch.setenv(pseudonyms.KEY, KEY + "!")
    assert not set(load(tmp_path).clients["client"]) & set(first)


@pytest.mark.parametrize("value", [None, "", "too short"])
def test_without_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    monkeypatch.delenv(pseudonyms.KEY, raising=False)
    if value is not None:
        monkeypatch.setenv(pseudonyms.KEY, value)
    edit(numbered(tmp_path, TEST), "werk.csv", ";vol;", ";half;")
    found = messages(tmp_path)
    assert len(found) == 2, "the other faults are told too"
    assert found[-1].startswith("environment variable REPORT45_KEY: is needed to replace")
    assert "too short" not in found[-1].split(":", 1)[0]


@pytest.mark.usefixtures("key")
def test_a_wrong_number_is_told_by_its_row(tmp_path: Path) -> None:
    edit(numbered(tmp_path, TEST), "klanten.csv", TEST[3], NEAR[3])
    assert message(tmp_path) == (
        "klanten.csv, row 5, column klantnummer: not a citizen service number. Check the digits."
    )


def test_a_leading_zero_may_be_lost() -> None:
    """No number of the test range begins with 0; padding alone is tested, not validity."""
    given = pd.Series(["12345678", "012345678", "1234567", "x", None], dtype="str")
    filled = pseudonyms.full(given)
    assert filled.to_list()[:4] == ["012345678", "012345678", "1234567", "x"]
    assert filled.isna().to_list()[4]


@pytest.mark.usefixtures("key")
def test_one_client_with_and_without_zero(tmp_path: Path) -> None:
    numbered(tmp_path, ("012345678", "12345678", *TEST[2:]))
    told = "the same number occurs more than once, with and without leading zero."
    assert any(told in one and "rows 2 and 3" in one for one in messages(tmp_path))


def test_undeclared_numbers_are_refused(tmp_path: Path) -> None:
    found = messages(numbered(tmp_path, TEST, declared=False))
    assert found[0] == (
        "klanten.csv, column klantnummer: these are citizen service numbers. "
        'Deliver pseudonyms, or set `identifier = "bsn"` to have them replaced.'
    )
    assert not any(number in one for number in TEST for one in found)


def test_other_numbers_of_nine_digits_are_not(tmp_path: Path) -> None:
    study = load(numbered(tmp_path, NEAR, declared=False))
    assert study.clients["client"].to_list() == list(NEAR)


@pytest.mark.parametrize(
    "text",
    ["999900006", "BSN 999900006.", "(9999.00.006)", "9999 00 006", "999-900-006", "x999900006y"],
)
def test_a_bsn_in_prose(text: str) -> None:
    assert pseudonyms.in_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "999900007",  # fails the check
        "9999000061",  # ten digits
        "1999900006",
        "0,999900006",  # decimals
        "99990000",  # eight digits are dates more often
        "01-02-2018 en 31-12-2019",
        "06 12345678, 036-5399911, +31 6 12345678",  # telephone
        "€ 1.234.567,89 en 100.000.000",
        "NL91ABNA0417164300",  # the bank account of every example
        "van 2017 tot 2019: 203 en 199 klanten",
    ],
)
def test_what_prose_may_hold(text: str) -> None:
    assert not pseudonyms.in_text(text)


@pytest.mark.parametrize(
    ("file", "old", "where"),
    [
        ("citaten.csv", "Het ging", "citaten.csv, row 2, column citaat"),
        ("cases/klant-1.md", "Ze werkte", "cases/klant-1.md, line 10"),
    ],
)
def test_a_bsn_in_free_text_is_refused(tmp_path: Path, file: str, old: str, where: str) -> None:
    edit(small(tmp_path), file, old, f"{TEST[0]} {old}")
    expected = f"{where}: holds what looks like a citizen service number. Take it out."
    assert message(tmp_path) == expected
