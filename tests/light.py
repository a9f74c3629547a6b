"""An environment in which nothing heavy is imported, for tests of how a build runs.

Importing scipy, matplotlib and seaborn takes a build of a small study longer than all the rest, and
half of the moments at which it could be struck would lie there.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

WITHOUT = '''
"""Every Python process below does without what chapters compute and draw with."""

import sys


class Without:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"scipy", "matplotlib", "matplotlib_inline", "seaborn"}:
            raise ModuleNotFoundError(name)


sys.meta_path.insert(0, Without())
'''


def light(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Let whatever is started from now on do without.

    Parameters
    ----------
    folder : Path
        Where to write what does it; made when it is not there.
    patch : MonkeyPatch
        Undoes it.
    """
    for name, value in environment(folder).items():
        patch.setenv(name, value)


def environment(folder: Path) -> dict[str, str]:
    """Give what to add to the environment of a process, so that it does without."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sitecustomize.py").write_text(WITHOUT, encoding="utf-8")
    path = [str(folder), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {"PYTHONPATH": os.pathsep.join(path)}
