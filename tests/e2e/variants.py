"""Almere with numbers that go the other way, made by editing its delivered files."""

from __future__ import annotations

import datetime as dt
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.e2e.delivered import (
    ALMERE,
    COURSE,
    END,
    OUT,
    Files,
    day_of,
    end_benefits,
    forget,
    numbers,
    original,
    participants,
    read,
    remove,
    works,
    write,
)


def make(name: str, folder: Path) -> Path:
    """Make a variant in a folder: a copy of Almere, edited."""
    study = folder / "almere"
    shutil.copytree(ALMERE, study)
    files = read(study)
    VARIANTS[name](files)
    write(study, files)
    return study


def fewer_women(files: Files) -> None:
    """One in five is a woman, in both groups."""
    for place, row in enumerate(original(files)):
        row["geslacht"] = "V" if place % 5 == 0 else "M"


def unequal(files: Files) -> None:
    """Women around sixty in one group, men in their forties in the other."""
    for group, few, many, year in (("EXP", "M", "V", 1956), ("CON", "V", "M", 1970)):
        for place, row in enumerate(original(files, group)):
            row["geslacht"] = few if place % 7 == 0 else many
            row["geboortedatum"] = f"{place % 28 + 1:02}-{place % 8 + 1:02}-{year + place % 2}"


def no_crossovers(files: Files) -> None:
    """Nobody of the control group took part."""
    forget(files, set(numbers(original(files, "CON"))), "trajecten", "instrumenten", "contacten")


def empty_categories(files: Files) -> None:
    """Nobody over sixty, nobody living together; nobody to Team Zorg or exempted."""
    for row in original(files):
        year = int(row["geboortedatum"][-4:])
        row["geboortedatum"] = row["geboortedatum"][:-4] + str(max(year, 1958))
        if row["leefvorm"] == "samenwonend":
            row["leefvorm"] = "alleenstaand"
    for row in files["trajecten"]:
        if row["uitkomst"] in {"Team Zorg", "lopende ontheffing"}:
            row["uitkomst"] = "geen deelname"


def one_each(files: Files) -> None:
    """One client in each group: the smallest study that loads."""
    used = set(numbers(files["instrumenten"])) & set(numbers(files["activiteiten"]))
    first = next(one for one in participants(files) if one in used)
    ended = set(numbers(files["uitkeringen_beeindigd"]))
    other = next(one for one in numbers(original(files, "CON")) if one in ended)
    files["klanten"] = [row for row in files["klanten"] if row["klantnummer"] in {first, other}]
    for place, row in enumerate(files["klanten"]):
        row["trede"] = "34"[place]  # every code that a criterion asks for must occur
    for name in COURSE:
        files[name] = [row for row in files[name] if row["klantnummer"] in {first, other}]
    row = {"klantnummer": other, "soort": "inkomsten naast uitkering", "startdatum": "01-02-2018"}
    files["werk_en_inkomsten"] = [row]


def alike(files: Files) -> None:
    """Everyone a woman, born abroad on the same day, with a benefit of the same length."""
    for row in original(files):
        row |= {
            "geslacht": "V",
            "geboorteland": "buiten Nederland",
            "nationaliteit": "Nederlandse",
            "geboortedatum": "01-06-1962",
            "leefvorm": "alleenstaand",
            "ingangsdatum_uitkering": "01-06-2012",
        }


def better(files: Files) -> None:
    """Half of the experiment group works, almost nobody of the control group."""
    works(files, "EXP", ["werk, uitkering beëindigd"] * 55 + ["parttimewerk, uitkering loopt"] * 50)
    works(files, "CON", ["inkomsten naast uitkering"] * 2)
    end_benefits(files, "CON", ["aan het werk/Baangericht"] * 2 + ["ander inkomen"])


def worse(files: Files) -> None:
    """Half of the control group works, almost nobody of the experiment group."""
    works(files, "EXP", ["werk, uitkering beëindigd", "parttimewerk, uitkering loopt"])
    works(files, "CON", ["inkomsten naast uitkering"] * 50)
    end_benefits(files, "CON", ["aan het werk/Baangericht"] * 55 + ["ander inkomen"])


def certain(files: Files) -> None:
    """No reason is missing and none leaves room for doubt."""
    doubtful = {"arbeidsdienstbetrekking/uitkering ziekte", "ander inkomen", ""}
    for row in files["uitkeringen_beeindigd"]:
        if row["reden"] in doubtful:
            row["reden"] = "verhuizing"
    sure = {
        "werk, uitkering beëindigd",
        "parttimewerk, uitkering loopt",
        "inkomsten naast uitkering",
    }
    files["werk_en_inkomsten"] = [row for row in files["werk_en_inkomsten"] if row["soort"] in sure]


def doubtful(files: Files) -> None:
    """Which group does better depends on who counts, and chance can explain all of it."""
    works(files, "CON", ["inkomsten naast uitkering"] * 11)
    end_benefits(files, "CON", ["aan het werk/Baangericht"] * 13 + ["ander inkomen"] * 12)


def just_one(files: Files) -> None:
    """One client with an instrument, one benefit ended, one crossover, one client added."""
    took_part, control = participants(files), set(numbers(original(files, "CON")))
    files["instrumenten"] = [
        {
            "klantnummer": took_part[0],
            "instrument": "maatwerkbudget",
            "startdatum": "01-11-2018",
            "bedrag": "950,00",
        }
    ]
    crossed = [one for one in numbers(files["trajecten"]) if one in control]
    forget(files, set(crossed[1:]), "trajecten", "instrumenten", "contacten")
    ended = next(one for one in numbers(original(files, "CON")) if one not in crossed)
    files["uitkeringen_beeindigd"] = [
        {"klantnummer": ended, "einddatum": "15-02-2018", "reden": "ander inkomen"}
    ]
    added = [row for row in files["klanten"] if row["instroom"] == "uitbreiding 2019"]
    remove(files, set(numbers(added[1:])))
    for row in files["trajecten"]:
        row["belastbaarheidsonderzoek"] = "ja" if row["klantnummer"] == took_part[0] else "nee"
    dropped = {"geen deelname": 1, "Team Zorg": 0, "lopende ontheffing": 0}
    kept: Counter[str] = Counter()
    for row in files["trajecten"]:
        if row["uitkomst"] in OUT:
            kept[row["uitkomst"]] += 1
            if kept[row["uitkomst"]] > dropped[row["uitkomst"]]:
                row["uitkomst"] = "(nog) geen activering"
                row["intakedatum"] = row["intakedatum"] or "01-03-2018"
                row["einddatum"] = ""


def as_planned(files: Files) -> None:
    """Nobody added or turned down, a talk with everyone every week, no other contacts."""
    remove(files, set(numbers(files["klanten"])) - set(numbers(original(files))))
    talks = []
    for row in files["trajecten"]:
        if row["intakedatum"]:
            day, end = day_of(row["intakedatum"]), day_of(row["einddatum"]) or END
            assert day is not None
            while day <= end:
                talk = {"klantnummer": row["klantnummer"], "datum": f"{day:%d-%m-%Y}"}
                talks.append(talk | {"soort": "gesprek"})
                day += dt.timedelta(days=7)
    files["contacten"] = talks


def nobody_took_part(files: Files) -> None:
    """Everyone of the experiment group dropped out, and nobody found work."""
    group = set(numbers(original(files, "EXP")))
    for row in files["trajecten"]:
        if row["klantnummer"] in group:
            row["uitkomst"] = "geen deelname"
    files["werk_en_inkomsten"] = [
        row for row in files["werk_en_inkomsten"] if row["klantnummer"] not in group
    ]


def unknown_routes(files: Files) -> None:
    """Of those who did not take part it is not known what happened."""
    files["trajecten"] = [row for row in files["trajecten"] if row["uitkomst"] not in OUT]


def everyone_took_part(files: Files) -> None:
    """Everyone took part, had an instrument and an assessment, found work; nothing ended."""
    group = numbers(original(files, "EXP"))
    had = {row["klantnummer"]: row for row in files["trajecten"]}
    for one in group:
        row = had[one]
        row |= {"uitkomst": "(parttime)werk", "belastbaarheidsonderzoek": "ja", "einddatum": ""}
        row["intakedatum"] = row["intakedatum"] or "01-03-2018"
        row["klantmanager"] = row["klantmanager"] or "A"
    works(files, "EXP", ["parttimewerk, uitkering loopt"] * len(group))
    files["uitkeringen_beeindigd"] = [
        row for row in files["uitkeringen_beeindigd"] if row["klantnummer"] not in set(group)
    ]
    files["instrumenten"] = [
        {"klantnummer": one, "instrument": kind, "startdatum": "01-02-2019", "bedrag": ""}
        for one in group
        for kind in ("Focus op werk", "Flextensie")
    ]


VARIANTS: Mapping[str, Callable[[Files], None]] = {
    function.__name__: function
    for function in (
        fewer_women,
        unequal,
        no_crossovers,
        empty_categories,
        one_each,
        alike,
        better,
        worse,
        certain,
        doubtful,
        just_one,
        as_planned,
        nobody_took_part,
        unknown_routes,
        everyone_took_part,
    )
}
