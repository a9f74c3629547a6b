"""Mutants that no test can tell from the source, each with the reason why."""

from __future__ import annotations

from pathlib import Path

LISTED = Path(__file__).with_name("equivalent.txt")


def equivalents(text: str | None = None) -> dict[tuple[str, str], str]:
    """Give the reason for every mutant that is listed, by its module and its line.

    The file has a module on a line that starts at the margin, then mutants under it: the line as
    the mutant has it, indented by four spaces, and the reason under it, indented by eight.

    Raises
    ------
    ValueError
        If a mutant has no module or no reason.
    """
    found: dict[tuple[str, str], str] = {}
    module, mutant = "", ""
    for line in (text or LISTED.read_text(encoding="utf-8")).splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith(" " * 8):
            found[module, mutant] = f"{found[module, mutant]} {line.strip()}".strip()
        elif line.startswith(" " * 4):
            mutant = line.strip()
            found[module, mutant] = ""
        else:
            module = line.strip()
    wrong = [" ".join(one) for one, reason in found.items() if not reason or not one[0]]
    if wrong:
        raise ValueError(f"no module or no reason: {wrong}")
    return found
