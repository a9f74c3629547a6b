"""A build asks the network for nothing and gives the same bytes wherever it is made."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import ROOT, Release, run
from tests.gates.elsewhere import build as elsewhere
from tests.gates.elsewhere import checkout, made

BLOCKED = '''
"""Every Python process below has only sockets that stay on this machine."""

import socket

_Socket = socket.socket


class Blocked(_Socket):
    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        if fileno is None and family != socket.AF_UNIX:
            raise OSError("the network is not there")
        super().__init__(family, type, proto, fileno)


def _nobody(*_, **__):
    raise OSError("the network is not there")


socket.socket = Blocked
socket.getaddrinfo = socket.create_connection = _nobody
'''

ELSEWHERE = {
    "PYTHONHASHSEED": "4242",
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "nl_NL.UTF-8",
    "http_proxy": "http://127.0.0.1:9",
    "https_proxy": "http://127.0.0.1:9",
}


@pytest.fixture(scope="session")
def blocked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("blocked")
    (folder / "sitecustomize.py").write_text(BLOCKED, encoding="utf-8")
    return {**ELSEWHERE, "PYTHONPATH": str(folder)}


def test_the_block_blocks(blocked: dict[str, str]) -> None:
    program = (
        "import urllib.request as r; r.build_opener(r.ProxyHandler({})).open('http://127.0.0.1:1')"
    )
    done = run("-c", program, **blocked)
    assert "the network is not there" in done.stderr


def test_another_checkout_without_network_gives_the_same_bytes(
    built_nsw: Release, blocked: dict[str, str], tmp_path: Path
) -> None:
    """The whole matrix, on the larger study, is part of `make gates`."""
    folder = checkout(tmp_path / "een andere map", "nsw")
    path = os.pathsep.join([blocked["PYTHONPATH"], str(folder / "src")])
    there = elsewhere(folder, "nsw", tmp_path / "out", jobs=1, **{**blocked, "PYTHONPATH": path})
    here = made(built_nsw.folder)
    assert {Path(name).suffix for name in here} >= {".html", ".pdf", ".docx", ".txt", ".json"}
    assert len([name for name in here if name.startswith("chapters")]) >= 5
    assert sorted(there) == sorted(here)
    assert [name for name in here if here[name] != there[name]] == []


def test_nothing_that_was_made_names_this_machine(built_almere: Release) -> None:
    for path in built_almere.folder.rglob("*.*"):
        content = path.read_bytes()
        for name in (str(ROOT), str(Path.home()), str(built_almere.folder)):
            assert name.encode() not in content, (path.name, name)


def test_the_page_asks_for_nothing(built_almere: Release, built_nsw: Release) -> None:
    for release in (built_almere, built_nsw):
        wanted = release.page.xpath("//script | //iframe | //link[@href] | //object | //embed")
        assert wanted == []
        sources = release.page.xpath(
            "//@src | //@srcset | //@href | //@action | //@*[name()='xlink:href']"
        )
        outside = [one for one in sources if not one.startswith(("#", "data:"))]
        assert outside == []
        style = " ".join(release.page.xpath("//style/text()"))
        assert "url(http" not in style
        assert "@import" not in style
