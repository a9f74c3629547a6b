"""Where report45 itself stands: its source, its templates and its lock file."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from report45.errors import Fault, InputError, Place

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parents[1]
TEMPLATES = ROOT / "report_templates"
"""One folder a publication, and what they share: fonts, sentences, messages."""
LOCK = ROOT / "requirements.lock"


def templates_folder() -> Path:
    """Give the folder of templates.

    Raises
    ------
    InputError
        If the package does not stand in a checkout.
    """
    if not TEMPLATES.is_dir():
        place, remedy = Place(str(TEMPLATES)), "Install report45 from its checkout."
        raise InputError([Fault(place, "no-checkout", "the folder is missing.", remedy)])
    return TEMPLATES


def installing(package: str) -> str:
    """Give the command that installs a package beside report45, as it can be typed here.

    Parameters
    ----------
    package : str
        As the registry names it: report45 itself is on none.
    """
    python, here = Path(sys.executable), Path.cwd()
    shown = python.relative_to(here) if python.is_relative_to(here) else python
    return f"{shlex.quote(str(shown))} -m pip install {package}"
