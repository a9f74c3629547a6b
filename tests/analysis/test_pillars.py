from __future__ import annotations

import pandas as pd
import pytest

from report45.analysis.pillars import pillars
from report45.errors import InputError
from report45.facts import Count, Verdict
from tests.analysis.studies import clients, coded, study


def table(*verdicts: str) -> pd.DataFrame:
    names = [f"Pijler {n}" for n, _ in enumerate(verdicts)]
    return pd.DataFrame(
        {
            "pillar": coded(list(names)),
            "plan": coded(["plan"] * len(verdicts)),
            "practice": coded(["praktijk"] * len(verdicts)),
            "verdict": coded(list(verdicts)),
        }
    )


def test_verdicts_are_counted_and_order_is_kept() -> None:
    found = pillars(study({"clients": clients(1, 1), "pillars": table("no", "yes", "yes")}))
    assert [one.verdict for one in found.pillars] == ["no", "yes", "yes"]
    counts = {"aantal": 3, "ja": 2, "grotendeels": 0, "deels": 0, "nee": 1}
    facts = found.facts()
    assert facts.pop("uitgevoerd") == Verdict("meerderheid", "deelname")
    assert facts == {name: Count(count) for name, count in counts.items()}


def test_no_table() -> None:
    with pytest.raises(InputError, match="no table pillars"):
        pillars(study({"clients": clients(1, 1)}))
