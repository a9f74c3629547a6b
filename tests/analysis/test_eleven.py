"""Every fact of eleven clients, as it was when each line had been looked at."""

from __future__ import annotations

from tests.analysis.eleven import FILE, lines


def test_no_fact_changes_unseen() -> None:
    assert lines() == FILE.read_text(encoding="utf-8").splitlines()
