"""Every claim in every publication holds, however the data of Almere are turned."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.e2e.oracle import Oracle
from tests.e2e.prose import PUBLICATIONS, Rendered, as_delivered, render
from tests.e2e.turns import turn

SEEDS = range(1, 21)
Get = Callable[[int], Rendered]


@pytest.fixture(scope="session")
def turned(tmp_path_factory: pytest.TempPathFactory) -> Get:
    """Render turned studies as tests ask for them; seed 0 is Almere as delivered."""

    def rendered(seed: int) -> Rendered:
        return render(turn(seed, tmp_path_factory.mktemp("turned")))

    return lambda seed: rendered(seed) if seed else as_delivered(tmp_path_factory)


@pytest.mark.parametrize("seed", [0, *SEEDS])
def test_every_claim_holds(seed: int, turned: Get) -> None:
    made = turned(seed)
    oracle = Oracle(made.folder, made.values)
    wrong = [
        f"{publication}, {one}"
        for publication in PUBLICATIONS
        for one in oracle.wrong(made.prose[publication])
    ]
    assert wrong == []
    assert oracle.read > 60


FALSE = [
    ("Werk, met of zonder uitkering: vaker in de experimentgroep", "more"),
    ("Werk, met of zonder uitkering. Dat verschil kan toeval zijn.", "chance"),
    ("Ruim zeventig procent van de klanten is vrouw.", "part of"),
    ("Van de experimentgroep is 45 procent vrouw.", "percent of"),
    ("Niemand uit de experimentgroep nam deel", "nobody took part"),
    ("Loting bepaalde in welke groep iemand kwam.", "by lot"),
    ("De experimentgroep kwam hoger uit dan verwacht", "went further"),
    ("Van de getoetste kenmerken verschillen er twee significant.", "some significant"),
    ("Iedereen won de loterij.", "nobody reads"),
]


@pytest.mark.parametrize(("sentence", "claim"), FALSE)
def test_the_oracle_sees_what_is_false(sentence: str, claim: str, turned: Get) -> None:
    made = turned(0)
    told = list(Oracle(made.folder, made.values).wrong(f"{sentence}\n"))
    assert any(one.startswith(claim) for one in told), told
