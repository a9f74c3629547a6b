"""A chapter is a plain notebook: papermill runs it, nbconvert makes a page of it."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from lxml import html

from tests.conftest import ROOT, run
from tests.reference.pages import plain, tables

# Ordinary kernels take long to start: a few chapters stand for all, which are built alike.
NAMES = ["casussen", "kenmerken", "verantwoording"]

Executed = tuple[Path, dict[str, CompletedProcess[str]]]


@pytest.fixture(scope="session")
def executed(tmp_path_factory: pytest.TempPathFactory) -> Executed:
    """Run chapters with papermill's own command line, two at a time."""
    out = tmp_path_factory.mktemp("papermill")

    def papermill(name: str) -> CompletedProcess[str]:
        notebook = ROOT / "notebooks" / f"{name}.ipynb"
        options = ("--no-progress-bar", "-p", "study", "data/almere")
        return run("-m", "papermill", notebook, out / notebook.name, *options)

    with ThreadPoolExecutor(2) as pool:
        return out, dict(zip(NAMES, pool.map(papermill, NAMES), strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_a_chapter_runs_with_plain_papermill(name: str, executed: Executed) -> None:
    out, done = executed
    assert done[name].returncode == 0, done[name].stderr
    notebook = json.loads((out / f"{name}.ipynb").read_text(encoding="utf-8"))
    outputs = [one for cell in notebook["cells"] for one in cell.get("outputs", ())]
    assert not [one for one in outputs if one["output_type"] in {"error", "stream"}]
    # What JupyterLab shows without any extension of ours.
    assert all({"text/plain"} <= set(one["data"]) for one in outputs)


def test_an_executed_chapter_becomes_a_page_with_nbconvert(executed: Executed) -> None:
    out, done = executed
    assert done["kenmerken"].returncode == 0
    chapter = out / "kenmerken.ipynb"
    made = run("-m", "nbconvert", "--to", "report45-html", "--log-level", "ERROR", chapter)
    assert made.returncode == 0, made.stderr
    page = html.fromstring(chapter.with_suffix(".html").read_bytes())
    (shown,) = [table for caption, table in tables(page).items() if "geslacht" in caption]
    assert shown.rows["Vrouw"] == ("54%", "58%", "56%")
    headings = [plain(one) for one in page.iter("h2", "h3", "h4")]
    assert any("Ruim de helft van de klanten is vrouw" in one for one in headings)
