"""Standard streams that are closed stop nothing."""

from __future__ import annotations

import shlex
import subprocess
import sys

import pytest

PROGRAM = """
import subprocess, sys
from report45.__main__ import stand_in
stand_in()
held = "import os; [os.fstat(number) for number in range(3)]"
print("said")
sys.exit(subprocess.run([sys.executable, "-c", held], check=False).returncode)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX closes them")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_leads_nowhere(closed: str) -> None:
    command = f"{shlex.join([sys.executable, '-c', PROGRAM])} {closed}"
    told = subprocess.run(  # noqa: S603  our own arguments
        ["/bin/sh", "-c", command], capture_output=True, text=True, check=False, timeout=60
    )
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout == ("" if ">&- " in f"{closed} ".replace("2>&-", "") else "said\n")
