"""What is said of how the groups were made, beside how alike they are: never at odds."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping

import pytest

from report45.facts import Test, Verdict
from report45.verdicts import SCALES
from tests.wording.house import told

P: Mapping[str, float] = {"toeval": 0.4, "meer_dan_toeval": 0.03, "niet_te_bepalen": float("nan")}
ONLY_CHANCE = "alleen door toeval"
NOT_MEASURED = "ook op punten die niet zijn gemeten"
RARELY = "Ook als alleen toeval de groepen vormt, komt dat voor, maar zelden."


def aloud(holds: str, balance: str) -> tuple[str, str]:
    """What the report says of the allocation, and of the characteristics; heading included."""
    test = Test("chi2", 12.0, 6, P[balance])
    facts = {"oordeel": Verdict(balance, "balans_geheel"), "geheel": test}
    made = told("toewijzing-gevolg", {"houdbaar": Verdict(holds, "houdbaar")})
    return made, f"{told('balans-kop', facts)}. {told('balans', facts)}"


@pytest.mark.parametrize(
    ("holds", "balance"), [*itertools.product(SCALES["houdbaar"], SCALES["balans_geheel"])]
)
def test_what_is_said_of_both_goes_together(holds: str, balance: str) -> None:
    made, alike = aloud(holds, balance)
    # Chance made the groups: only that is claimed, and an odd draw is told to be one.
    assert (ONLY_CHANCE in made) == (holds == "ja")
    assert not re.search(r"meer dan (door )?toeval\b|geen toeval|niet door toeval", alike)
    assert (RARELY in alike) == (balance == "meer_dan_toeval")
    # Where something else may have made them, the measured likeness proves nothing of the rest.
    assert (NOT_MEASURED in made) == (holds != "ja")
    assert not re.search(r"zo ongelijk|vrijwel nooit|onmogelijk", made)
    if balance == "toeval":
        assert alike.count("gemeten verschillen") == 2
        assert "niet groter dan toeval al geeft" in alike
    if balance == "niet_te_bepalen":
        assert "niet te bepalen" in alike
