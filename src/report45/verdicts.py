"""The closed sets that judgements are taken from.

A judgement is decided once, by a function of :mod:`report45.analysis`, and stated as a
:class:`report45.facts.Verdict`. Prose chooses a sentence by its value and never weighs numbers
itself, so every value here has its alternative in every sentence that chooses by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SCALES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "effect": (
            "hoger",
            "lager",
            "geen_verschil",
            "keert",
            "tegengesteld",
            "onbeslist",
            "niet_te_bepalen",
        ),
        "gunstig": ("ja", "nee", "nvt"),
        "deel": ("niemand", "sommigen", "iedereen", "onbekend"),
        "volledigheid": ("volledig", "deels", "niets"),
        "ontbrekend": ("geen", "weggelaten", "als_nee", "mogelijk"),
        "toetsbaar": ("ja", "een_waarde", "gelijk", "te_weinig", "niemand"),
        "omvang": ("genoeg", "wisselt", "te_klein", "niet_te_berekenen"),
        "overige": ("geen", "eens", "anders"),
        "verwachting": ("boven", "binnen", "onder", "niet_te_bepalen"),
        "toewijzing": (
            "geloot",
            "cijfer",
            "gestratificeerd",
            "blokken",
            "wachtlijst",
            "niet_geloot",
            "onbekend",
        ),
        "houdbaar": ("ja", "nee", "nvt"),
        "causaal": ("ja", "nee"),
        "noemer": ("alle", "geregistreerd"),
        "balans": ("gelijk", "klein_verschil", "verschilt", "niet_te_bepalen"),
        "balans_geheel": ("toeval", "meer_dan_toeval", "niet_te_bepalen"),
        "deelname": ("niemand", "minderheid", "helft", "meerderheid", "iedereen", "onbekend"),
        "vergelijking": ("minder", "gelijk", "meer", "nvt"),
        "afspraak": ("minder", "precies", "meer", "geen"),
        "zekerheid": ("zeker", "zonder_gevolg", "onzeker", "onbekend"),
        "toegevoegd": ("geen", "experiment", "control", "beide"),
        "gedrukt": ("gelijk", "verschillend", "onvolledig"),
    }
)
"""Name of a scale → its values, each explained where the verdict is decided."""
