"""Every claim in every publication holds, however the data of Almere are turned."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

import pytest

from tests.e2e.delivered import ALMERE
from tests.e2e.oracle import Oracle
from tests.e2e.prose import PUBLICATIONS, Rendered, render
from tests.e2e.turns import turn

SEEDS = range(1, 21)
Get = Callable[[int], Rendered]


@pytest.fixture(scope="module")
def turned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Get]:
    """Render turned studies two at a time; seed 0 is Almere as delivered."""
    folder = tmp_path_factory.mktemp("turned")
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        made: dict[int, Future[Rendered]] = {0: pool.submit(render, ALMERE)}
        made |= {seed: pool.submit(_render, seed, folder / str(seed)) for seed in SEEDS}
        yield lambda seed: made[seed].result()
        pool.shutdown(cancel_futures=True)


def _render(seed: int, folder: Path) -> Rendered:
    return render(turn(seed, folder))


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
