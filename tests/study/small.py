"""A study of four clients in a folder, small enough to break one thing at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from report45.errors import InputError
from report45.study.load import load

TOML = """\
title = "Proef"
author = "Onderzoek"
commissioner = "Gemeente"
date = 2019-05-01
steps = ["werk"]

[dates]
selection = 2017-09-01
start = 2017-10-01
end = 2019-04-01

[tables.clients]
file = "klanten.csv"
columns = { client = "klantnummer", group = "groep", sex = "geslacht", born = "geboren" }
codes.group = { EXP = "experiment", CON = "control" }
codes.sex = { M = "man", V = "vrouw" }

[tables.trajectories]
file = "trajecten.csv"
columns = { client = "klantnummer", route = "uitkomst", intake = "van", end = "tot" }

[tables.work_income]
file = "werk.csv"
columns = { client = "klantnummer", kind = "soort", start = "van", end = "tot" }

[tables.benefit_endings]
file = "einde.csv"
columns = { client = "klantnummer", end = "datum", reason = "reden" }
codes.reason = { baan = "baan", verhuisd = "verhuisd" }

[tables.instruments]
file = "instrumenten.csv"
columns = { client = "klantnummer", kind = "soort", amount = "bedrag" }

[tables.quotes]
file = "citaten.csv"
columns = { role = "rol", theme = "thema", text = "citaat" }

[design]
population = 10
control_rate = 0.1
planned = 4
outcome = "werk"

[[design.strata]]
name = "alle"
label = "Alle"
share = 1.0
rate = 0.3
route = "werk"

[[criteria]]
name = "leeftijd"
label = "45 jaar of ouder"
column = "born"
kind = "age"
at_least = 45

[[characteristics]]
name = "geslacht"
label = "Geslacht"
title = "Naar geslacht"
column = "sex"
heading = "vrouw"
categories = [
    { name = "man", label = "Man", says = "is man", code = "man" },
    { name = "vrouw", label = "Vrouw", says = "is vrouw", code = "vrouw" },
]

[[characteristics]]
name = "leeftijd"
label = "Leeftijd"
title = "Naar leeftijd"
column = "born"
kind = "age"
unit = "jaar"
mean_says = "de gemiddelde leeftijd"
heading = "mean"

[[routes]]
name = "werk"
label = "Werk"
code = "werk"
stage = "done"
says = "werkt"

[[routes]]
name = "nooit"
label = "Nooit"
code = "nooit"
stage = "out"
says = "deed niet mee"

[[outcomes]]
name = "werk"
label = "Werk"
says = "heeft werk"
experiment = [{ table = "work_income", column = "kind", certain = ["vol"] }]
control = [{ table = "benefit_endings", column = "reason", certain = ["baan"] }]

[[instruments]]
name = "budget"
label = "Budget"
code = "budget"
"""

FILES = {
    "study.toml": TOML,
    "klanten.csv": """\
klantnummer;groep;geslacht;geboren
0007;EXP;V;31-12-1960
0008;EXP;M;01-02-1962
0009;CON;V;05-06-1958
0010;CON;;17-08-1965
""",
    "trajecten.csv": """\
klantnummer;uitkomst;van;tot
0007;werk;02-10-2017;01-03-2019
0008;nooit;;
""",
    "werk.csv": "klantnummer;soort;van;tot\n0007;vol;01-03-2018;\n",
    "einde.csv": "klantnummer;datum;reden\n0009;01-05-2018;baan\n",
    "instrumenten.csv": "klantnummer;soort;bedrag\n0007;budget;1.430,50\n",
    "citaten.csv": "rol;thema;citaat\nklant;begeleiding;Het ging goed.\n",
    "cases/klant-1.md": """\
---
number: 1
sex: vrouw
age: 58
status: werkt
---

## Voor de oproep

Ze werkte in een winkel.
""",
}

CSV_FILES = tuple(name for name in FILES if name.endswith(".csv"))


def small(folder: Path) -> Path:
    """Write the study, sound as it is."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def edit(folder: Path, file: str, old: str, new: str) -> Path:
    """Replace a text that occurs once in a file."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return folder


def messages(folder: Path) -> list[str]:
    """Load a study that is not sound; give every fault as the user reads it."""
    with pytest.raises(InputError) as caught:
        load(folder)
    assert caught.value.exit_code == 2
    return [str(fault) for fault in caught.value.faults]


def message(folder: Path) -> str:
    """The one fault of a study."""
    (only,) = messages(folder)
    return only
