"""The programs that `make gates` judges with, and one clear word when one is not there."""

from __future__ import annotations

import shutil
from pathlib import Path

HERE = Path(__file__).parent
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
NU = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def program(*names: str) -> str:
    """Find a program.

    Raises
    ------
    RuntimeError
        If it is not there: a gate that cannot judge is shut, not open.
    """
    for name in names:
        if found := shutil.which(name):
            return found
    raise RuntimeError(f"{names[0]} is not there; `make gates` says what to install")


def file(path: Path) -> Path:
    """Give a file that npm should have put there.

    Raises
    ------
    RuntimeError
        If it is not there.
    """
    if not path.is_file():
        raise RuntimeError(f"{path.name} is not there; run `make gates`, which asks npm for it")
    return path
