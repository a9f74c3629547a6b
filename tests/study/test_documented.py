"""What the guide for editors shows to be accepted is accepted."""

from __future__ import annotations

import re
import textwrap
import tomllib
from pathlib import Path

from report45.study import accepted, programme

GUIDE = Path(__file__).parents[2] / "docs" / "redactie.md"
BLOCK = re.compile(r"(?:^ {4}\S.*\n)+", re.MULTILINE)


def test_every_acceptance_in_the_guide_can_be_read() -> None:
    blocks = [one for one in BLOCK.findall(GUIDE.read_text("utf-8")) if "[[accepted]]" in one]
    entries = [entry for one in blocks for entry in tomllib.loads(textwrap.dedent(one))["accepted"]]
    of_data = [entry for entry in entries if "table" in entry]
    of_prose = [entry for entry in entries if "file" in entry]
    assert len(of_data) == len(of_prose) == 1
    assert programme.AcceptedRemark(**of_data[0]).reason
    assert accepted.AcceptedFinding(**of_prose[0]).reason
