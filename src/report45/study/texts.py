"""A study's own prose, which chapters include by file name."""

from __future__ import annotations

from pathlib import Path


def read_texts(folder: Path) -> dict[str, str]:
    """Read every ``texts/*.md`` of a study.

    Parameters
    ----------
    folder : Path
        The study's folder; it need not have texts.

    Returns
    -------
    dict of str to str
        File name to Markdown with Jinja, by name.
    """
    paths = sorted((folder / "texts").glob("*.md"))
    return {path.name: path.read_text(encoding="utf-8") for path in paths}
