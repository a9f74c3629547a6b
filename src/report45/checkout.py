"""Where report45 itself stands: its source, its templates and its lock file."""

from __future__ import annotations

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
