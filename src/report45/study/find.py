"""Where a study is."""

from __future__ import annotations

import difflib
from pathlib import Path

from report45.errors import Fault, InputError, Place

FILE = "study.toml"


def find(study: str, data: Path = Path("data")) -> Path:
    """Find a study's folder.

    Parameters
    ----------
    study : str
        A path to the folder or to its ``study.toml``, or the name of a folder under ``data``.
    data : Path
        Where named studies live.

    Returns
    -------
    Path

    Raises
    ------
    InputError
        If there is no such folder, or it may not be entered.
    """
    path = Path(study)
    for folder in (path.parent if path.name == FILE else path, data / study):
        try:
            if (folder / FILE).is_file():
                return folder
        except OSError as error:  # a folder that is there and may not be entered
            problem = f"cannot be opened ({error.strerror})."
            remedy = "Let this user list it and open what is in it."
            closed = Fault(Place(str(folder)), "unreadable-file", problem, remedy)
            raise InputError([closed]) from None
    known = sorted(path.parent.name for path in data.glob(f"*/{FILE}"))
    near = difflib.get_close_matches(Path(study).name, known, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Known studies: {', '.join(known) or 'none'}."
    problem = f"no study here: no folder with a {FILE}."
    raise InputError([Fault(Place(study), "no-study", problem, hint)])
