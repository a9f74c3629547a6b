"""Every fact of eleven clients, as it was last written: what changes one has to say why."""

from __future__ import annotations

from tests.analysis.eleven import FILE, lines


def test_no_fact_changes_unseen() -> None:
    assert lines() == FILE.read_text(encoding="utf-8").splitlines()
