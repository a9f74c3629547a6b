"""A build asks the network for nothing and gives the same bytes wherever it is made."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import ROOT, Build, Release, run

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
    "LC_ALL": "C",
    "http_proxy": "http://127.0.0.1:9",
    "https_proxy": "http://127.0.0.1:9",
}


@pytest.fixture(scope="session")
def blocked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("blocked")
    (folder / "sitecustomize.py").write_text(BLOCKED, encoding="utf-8")
    path = os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")]))
    return {**ELSEWHERE, "PYTHONPATH": path}


@pytest.fixture(scope="session")
def offline(build: Build, blocked: dict[str, str]) -> Release:
    return build(ROOT / "data" / "almere", **blocked)


def test_the_block_blocks(blocked: dict[str, str]) -> None:
    program = (
        "import urllib.request as r; r.build_opener(r.ProxyHandler({})).open('http://127.0.0.1:1')"
    )
    done = run("-c", program, **blocked)
    assert "the network is not there" in done.stderr


@pytest.mark.parametrize("name", ["deelrapport.html", "deelrapport.pdf", "facts.json"])
def test_a_build_without_network_elsewhere_gives_the_same_bytes(
    name: str, built_almere: Release, offline: Release
) -> None:
    assert (offline.folder / name).read_bytes() == (built_almere.folder / name).read_bytes()


def test_executed_chapters_are_the_same_too(built_almere: Release, offline: Release) -> None:
    here, there = (_chapters(one.folder) for one in (built_almere, offline))
    assert len(here) >= 8
    assert here == there


def _chapters(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "chapters").iterdir())}


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
