"""A second checkout, and a build of it that has nothing in common with the first but its inputs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

INPUTS = ("src", "notebooks", "report_templates", "pyproject.toml", "requirements.lock")
PROGRAM = (
    "import sys, pathlib, report45; from report45.__main__ import main; "
    "assert pathlib.Path(report45.__file__).is_relative_to(pathlib.Path.cwd()); main()"
)


def checkout(target: Path, study: str) -> Path:
    """Copy what a build of a study follows from to a folder of another name."""
    ignored = shutil.ignore_patterns("__pycache__")
    for name in (*INPUTS, f"data/{study}"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target / name, ignore=ignored)
        else:
            shutil.copy2(ROOT / name, target / name)
    return target


def build(folder: Path, study: str, out: Path, jobs: int, **environment: str) -> dict[str, bytes]:
    """Build a study in a checkout; give every file it made by name.

    Raises
    ------
    RuntimeError
        If the build fails.
    """
    inherited = {name: value for name, value in os.environ.items() if name[:3] != "LC_"}
    done = subprocess.run(  # noqa: S603  our own arguments
        [sys.executable, "-c", PROGRAM, "build", study, "--out", out, "--jobs", str(jobs)],
        cwd=folder,
        env={**inherited, "PYTHONPATH": str(folder / "src"), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return made(out / study)


def made(folder: Path) -> dict[str, bytes]:
    """Give every file of a build by its name within the study's folder."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}
