"""Whatever stands in a study's folder: it is read, or refused in words, and never waited for."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from report45 import disk
from report45.disk import MissingError, UnreadableError, listed, read_regular, read_text
from tests.study.small import messages, small

Make = Callable[[Path], object]


def bind(path: Path) -> None:
    """Leave a socket behind, by a short name: the system's own limit is a hundred letters."""
    with socket.socket(socket.AF_UNIX) as one:
        here = Path.cwd()
        os.chdir(path.parent)
        try:
            one.bind(path.name)
        finally:
            os.chdir(here)


def sparse(path: Path) -> None:
    """A file far over the limit that takes no room."""
    with path.open("wb") as file:
        file.truncate(disk.TABLE_LIMIT + 1)


ODD: dict[str, tuple[Make, str]] = {
    "pipe": (os.mkfifo, "is a pipe, not a file."),
    "socket": (bind, "is a socket, not a file."),
    "folder": (Path.mkdir, "is a folder, not a file."),
    "device": (lambda path: path.symlink_to("/dev/zero"), "lies outside the study's folder."),
    "link out": (lambda path: path.symlink_to("/etc/hostname"), "lies outside the study's folder."),
    "link up": (lambda path: path.symlink_to("../../x.csv"), "lies outside the study's folder."),
    "dead link": (lambda path: path.symlink_to("nergens"), "is a link to nothing."),
    "circle": (lambda path: path.symlink_to(path.name), "cannot be opened ("),
    "too large": (sparse, "is larger than "),
}


READ = ("study.toml", "werk.csv", "cases/klant-1.md", "texts/lang.md", "sentences.ftl")


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(
    "name", ["study.toml", "werk.csv", "cases/klant-1.md", "texts/lang.md", "sentences.ftl"]
)
def test_only_regular_files_of_limited_size_inside_the_study(
    tmp_path: Path, name: str, odd: str
) -> None:
    path = small(tmp_path / "proef") / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    make, told = ODD[odd]
    make(path)
    (only,) = messages(tmp_path / "proef")
    assert only.startswith(f"{name}: {told}")


def test_a_link_within_the_study_is_followed(tmp_path: Path) -> None:
    (tmp_path / "echt.md").write_bytes(b"\xef\xbb\xbfa\r\nb\rc")
    (tmp_path / "hier.md").symlink_to("echt.md")
    assert read_text(tmp_path / "hier.md", tmp_path) == "a\nb\nc"


def test_a_device_is_named_where_no_folder_is_asked() -> None:
    with pytest.raises(UnreadableError, match="is a device, not a file"):
        read_regular(Path("/dev/zero"))


def test_the_limit_holds_for_a_file_that_says_nothing_of_its_size(tmp_path: Path) -> None:
    """Files of /proc are regular, and say that they are empty."""
    with pytest.raises(UnreadableError, match="is larger than 0 MB"):
        read_regular(Path("/proc/self/status"), limit=10)
    (tmp_path / "tien").write_bytes(b"0123456789")
    assert read_regular(tmp_path / "tien", limit=10) == b"0123456789"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("Zoë".encode("cp1252"), "line 1: is not UTF-8."),
        ("een\ntwee\nZoë".encode("cp1252"), "line 3: is not UTF-8."),
        ("Zoë".encode("utf-16"), "line 1: is UTF-16, not UTF-8."),
    ],
)
def test_text_that_is_not_utf_8(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "a.md").write_bytes(content)
    with pytest.raises(UnreadableError) as caught:
        read_text(tmp_path / "a.md")
    assert f"{caught.value.place}: {caught.value.problem}" == told


def test_what_systems_leave_is_no_part_of_a_list(tmp_path: Path) -> None:
    left = ["._klant-1.md", ".DS_Store", "~$klant.md", ".klant-1.md.swp", "Thumbs.db", "klant.txt"]
    for name in [*left, "klant-1.md", "Klant-9.MD"]:
        (tmp_path / name).write_text("x")
    assert [path.name for path in listed(tmp_path, ".md")] == ["Klant-9.MD", "klant-1.md"]
    assert listed(tmp_path / "nergens", ".md") == []


@pytest.mark.parametrize("part", ["texts", "cases"])
def test_a_folder_that_cannot_be_listed_is_told(
    tmp_path: Path, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    small(tmp_path)
    whole = Path.iterdir

    def guarded(path: Path) -> object:
        if path.name == part:
            raise PermissionError(13, "Permission denied", str(path))
        return whole(path)

    monkeypatch.setattr(Path, "iterdir", guarded)
    assert messages(tmp_path) == [
        f"{part}: cannot be listed (Permission denied). "
        "Let this user list it and open what is in it."
    ]


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: path.write_text("x"), "texts: is not a folder."),
        (lambda path: path.symlink_to("nergens"), "texts: is a link to nothing."),
    ],
)
def test_what_stands_in_the_place_of_a_folder(tmp_path: Path, make: Make, told: str) -> None:
    make(small(tmp_path) / "texts")
    (only,) = messages(tmp_path)
    assert only.startswith(told)


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match="the file is missing"):
        read_regular(tmp_path / "nergens")
