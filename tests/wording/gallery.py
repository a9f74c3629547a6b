"""Every alternative of every message, filled in with examples, as a page for reading aloud.

``make sentences`` writes it; a test holds it to what was approved.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from report45.facts import Count, Day, Fact, Interval, Mean, Money, Number, Share, Test, Text
from report45.wording.numbers import say
from report45.wording.phrases import FILTERS
from report45.wording.sentences import TERMS, Message, Sentences, expressions, read_sentences

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "zinnen.md"
MOST = 60
"""Combinations of choices to try; beyond that one choice at a time."""

HEAD = """# Alle zinnen

Elke zin met keuzes, met elke keuze, ingevuld met voorbeelden. Deze pagina is gemaakt: `make
sentences` schrijft haar opnieuw. Hoe een zin werkt, staat in [Voor de redactie](redactie.md).
"""

STUDY = {
    "person": "klant",
    "persons": "klanten",
    "programme": "de Aanpak",
    "experiment": "experimentgroep",
    "control": "controlegroep",
    "professional": "klantmanager",
    "professionals": "klantmanagers",
    "benefit": "uitkering",
    "benefit_article": "de",
    "goal": "werk",
}
FUNCTIONS = {name.upper(): function for name, function in FILTERS.items()}
SHARE, OTHER = Share(54, 100), Share(31, 100)
BY_FUNCTION: Mapping[str, tuple[Any, ...]] = {
    "aantal": (Count(12), "klant", "klanten"),
    "afgerond_euro": (Money(30123.0),),
    "bereik": (SHARE, Share(61, 100)),
    "breuk": (SHARE,),
    "datum": (Day(dt.date(2018, 3, 1)),),
    "euro": (Money(30123.0),),
    "hoofdletter": ("een woord",),
    "jaren": (Mean(5.4, 80, None, "jaar", 1),),
    "lijst": (["het een", "het ander"],),
    "maand": (Day(dt.date(2018, 3, 1)),),
    "meer_dan": (SHARE,),
    "op_de": (Share(10, 100),),
    "p": (Test("chi2", 1.0, 1.0, 0.41),),
    "procent": (SHARE,),
    "punten": (Number(1.2, "procentpunt", 1),),
    "significant": (Test("chi2", 1.0, 1.0, 0.41),),
    "tientallen": (SHARE,),
    "vergelijk": (SHARE, OTHER, "meer", "minder", "evenveel"),
    "voeg_in": (Text("heeft werk"), SHARE),
    "werkwoord": (Count(12), "heeft", "hebben"),
    "woorden": (Count(12),),
}
BY_NAME: Mapping[str, Any] = {
    "label": Text("Betaald werk"),
    "zin": Text("heeft betaald werk"),
    "n": Count(402),
    "experiment": SHARE,
    "control": OTHER,
    "totaal": Share(43, 100),
    "laag": Number(1.2, "procentpunt", 1),
    "hoog": Number(6.4, "procentpunt", 1),
    "bereik": Interval(1.2, 6.4, "procentpunt", digits=1),
    "interval": Interval(-2.0, 9.6, "procentpunt", 0.95, 1),
    "toets": Test("chi2", 1.0, 1.0, 0.41),
    "hoofdstuk": "hoofdstuk 3",
    "tabel": "tabel 2.1",
    "grens": Number(0.1, digits=1),
    "verwacht_onevenwichtig": Number(2.9, digits=1),
    "populatie": Count(440),
    "gepland": Count(180),
    "aandeel": Number(75, "procent"),
    "verwacht": Number(25, "procent"),
    "betrouwbaarheid": Number(95, "procent"),
    "boogsinus": Count(182),
    "ongepoold": Count(183),
    "gepoold": Count(185),
    "taakstelling": Number(30, "procent"),
    "gerekend": Number(25, "procent"),
    "gepland_per_maand": Number(4.3, digits=1),
    "per_maand": Number(1.7, digits=1),
    "met_instrument": Number(1.0, digits=1),
    "zonder_instrument": Number(1.8, digits=1),
    "andere_per_maand": Number(1.0, digits=1),
    "van_deelnemers": Share(34, 128),
    "bedrag_gemiddeld": Money(1426.0),
    "maximum": Money(2500.0),
    "laagste": Share(5, 10),
    "hoogste": Share(5, 7),
    "verschil": Number(1.2, "procentpunt", 1),
    "stappen": Share(39, 100),
    "aangenomen": Number(21.25, "procent", 2),
    "gerealiseerd": Share(31, 203),
    "gerealiseerd_hoog": Share(35, 203),
    "deelgenomen": Share(128, 203),
    "deel": Share(13, 203),
    "toelichting": "Voldeed bij de oproep niet meer aan de voorwaarden.",
    "activering": Share(49, 203),
}
"""Examples by the last part of a variable's name."""


class Example:
    """Gives every variable a value of the kind that is asked of it."""

    functions: Mapping[str, Callable[..., Any]] = FUNCTIONS

    def __init__(self, chosen: Mapping[str, Any], asked: Mapping[str, Any]) -> None:
        self._chosen, self._asked = chosen, asked
        self.read: dict[str, Any] = {}

    def find(self, name: str) -> Any:
        if name in self._chosen:
            self.read[name] = self._chosen[name]
            return self._chosen[name]
        last = name.rpartition("-")[2]
        return self._asked.get(name, BY_NAME.get(last, f"‹{name}›"))

    def bare(self, value: Any) -> Any:
        return value

    def safe(self, value: Any) -> str:
        return say(value) if isinstance(value, Fact) else str(value)


def page() -> str:
    """Write the page."""
    folder = ROOT / "report_templates"
    files = [*sorted(folder.glob("sentences/nl/*.ftl")), *sorted(folder.glob("*/sentences.ftl"))]
    read = {
        path: read_sentences([(path.relative_to(folder).as_posix(), path.read_text("utf-8"))])
        for path in files
    }
    terms = {TERMS.get(name, name): said for name, said in STUDY.items()}
    house = [one for path in files if path.parent.name == "nl" for one in read[path]]
    lines = [HEAD]
    for path, messages in read.items():
        lines.append(f"## {path.relative_to(folder).as_posix()}\n")
        sentences = Sentences([*house, *messages], terms)
        for message in messages:
            lines += [f"### {message.name}\n", f"{' '.join(message.comment.split())}\n"]
            said = said_of(message, sentences)
            lines += [f"- {_told(choices)}{text}" for text, choices in said.items()]
            lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def said_of(message: Message, sentences: Sentences) -> dict[str, list[Mapping[str, Any]]]:
    """Say a message in every way it can be said; give what each text is chosen by."""
    every = [*_reached(message.name, sentences)]
    asked: dict[str, Any] = {}
    choices: dict[str, dict[Any, Any]] = {}
    for kind, _, *held in every:
        if kind == "call":
            examples = BY_FUNCTION.get(held[0].lower(), ())
            for argument, example in zip(held[1], examples, strict=False):
                if argument[0] == "variable":
                    asked.setdefault(argument[2], example)
        elif kind == "choice" and held[0][0] == "variable":
            values = {key: {"one": 1, "other": 12}.get(key, key) for key, _, _ in held[1]}
            choices.setdefault(held[0][2], {}).update(values)
    said: dict[str, list[Mapping[str, Any]]] = {}
    for chosen in _combined({name: [*keys.values()] for name, keys in choices.items()}):
        example = Example(chosen, asked)
        text = " ".join(sentences.say(message.name, example).split()) or "(niets)"
        by = said.setdefault(text, [])
        if example.read not in by:
            by.append(example.read)
    return said


def _combined(choices: Mapping[str, list[Any]]) -> Iterator[dict[str, Any]]:
    count = 1
    for values in choices.values():
        count *= len(values)
    if count <= MOST:
        for values in itertools.product(*choices.values()):
            yield dict(zip(choices, values, strict=True))
        return
    first = {name: values[0] for name, values in choices.items()}
    yield first
    for name, values in choices.items():
        yield from (first | {name: value} for value in values[1:])


def _reached(name: str, sentences: Sentences) -> Iterator[tuple[Any, ...]]:
    for one in expressions(sentences.messages[name].pattern):
        yield one
        if one[0] == "message" or (one[0] == "term" and one[2] in sentences.messages):
            yield from _reached(one[2], sentences)


def _told(choices: list[Mapping[str, Any]]) -> str:
    told = " · ".join(
        ", ".join(f"{name} {value}" for name, value in one.items()) for one in choices if one
    )
    return f"*{told}*: " if told else ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
