"""Releases put together without a kernel or a PDF, for tests that only compare them."""

from __future__ import annotations

import json
from pathlib import Path

from report45.builds.facts_file import FILE, write_facts
from report45.builds.publish import publish
from report45.chapters.executed import read_chapters
from report45.chapters.find import find_chapters, split_chapters
from report45.releases import release
from report45.releases.manifest import write_manifest
from report45.store.inputs import inputs
from report45.study.load import load
from tests.e2e import prose


def assemble(study: Path, folder: Path) -> Path:
    """Release a study as pages alone; its chapters run in this process."""
    loaded = load(study)
    has = loaded.config.provides(cases=bool(loaded.cases))
    _, left_out = split_chapters(find_chapters(prose.NOTEBOOKS), has)
    (folder / "chapters").mkdir(parents=True)
    for name, notebook in prose.notebooks(study).items():
        path = folder / "chapters" / name
        path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")
    chapters = read_chapters(sorted((folder / "chapters").glob("*.ipynb")))
    write_facts(chapters, loaded.digest, folder / FILE)
    for publication in loaded.config.publications:
        publish(chapters, publication, folder, ["html"], left_out)
    release._write_books(folder, loaded.config.publications, left_out)
    given = inputs(study, prose.NOTEBOOKS)
    write_manifest(release._manifest(loaded.config, given, folder, study, prose.NOTEBOOKS), folder)
    return folder
