"""A remedy that is a command works as it is written."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from report45.checkout import installing


@pytest.mark.parametrize("beside", ["here", "elsewhere"])
def test_what_is_missing_can_be_installed_as_told(
    beside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(sys.prefix).parent if beside == "here" else tmp_path)
    command = shlex.split(installing("pip"))
    assert Path(command[0]).is_absolute() == (beside == "elsewhere")
    told = subprocess.run(  # noqa: S603  the command we tell, and nothing fetched
        [*command, "--dry-run", "--no-index"],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "already satisfied" in told.stdout
