"""Every page and every PDF of both studies passes the gates."""

from __future__ import annotations

import pytest

from report45.book.publication import load_publication
from tests.conftest import Release
from tests.gates import verdict
from tests.gates.outline import Outline, promised

PUBLICATIONS = ("deelrapport", "factsheet", "nieuwsbericht", "samenvatting")
JUDGES = {"html": verdict.on_page, "pdf": verdict.on_pdf, "docx": verdict.on_word}


@pytest.fixture(scope="module", params=["almere", "nsw"])
def release(request: pytest.FixtureRequest) -> Release:
    built: Release = request.getfixturevalue(f"built_{request.param}")
    return built


@pytest.fixture(scope="module", params=PUBLICATIONS)
def publication(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def wanted(release: Release, publication: str) -> Outline:
    return promised(release.folder / "chapters", publication)


def test_every_file_passes(release: Release, publication: str, wanted: Outline) -> None:
    made = [one for one in JUDGES if (release.folder / f"{publication}.{one}").exists()]
    assert made == [one for one in load_publication(publication).formats if one in JUDGES]
    for kind in made:
        content = (release.folder / f"{publication}.{kind}").read_bytes()
        assert JUDGES[kind](wanted, content) == [], kind


def test_the_model_holds_something_to_miss(built_almere: Release) -> None:
    wanted = promised(built_almere.folder / "chapters", "deelrapport")
    assert len(wanted.tables) == 10
    assert len(wanted.pictures) == 6
    assert len(wanted.headings) > 60
    assert len(wanted.links) > 20
    assert len(wanted.text) > 400
