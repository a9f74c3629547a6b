"""Every fact a chapter states, and what it means, as a page for editors.

``make sentences`` writes it; a test holds it to what was approved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import UnionType
from typing import get_args

from report45.chapters.outline import OUTLINE
from report45.facts import Verdict
from report45.specs import Spec
from report45.verdicts import SCALES
from report45.wording.numbers import NOTHING, say
from report45.wording.sentences import read_sentences
from tests.analysis.stated import Stated, names_in, several, stated

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "feiten.md"
MEANINGS = ROOT / "report_templates" / "facts" / "nl.ftl"
MOST = 60
"""Characters of a value; a longer one is cut."""

HEAD = """# Alle feiten

Elk feit dat een hoofdstuk vastlegt: hoe u het aanhaalt, wat het is en wat het in Almere zegt. Wat
tussen `<` en `>` staat, vult de studie in; `<groep>` is `experiment`, `control` of `totaal`. Achter
het voorbeeld staat wat er in Almere is ingevuld. Niet elke studie legt elk feit vast: `report45
facts <studie>` toont die van één studie. Deze pagina is gemaakt: `make sentences` schrijft haar
opnieuw. Hoe u een feit aanhaalt, staat in [Voor de redactie](redactie.md).
"""
COLUMNS = ("feit", "soort", "eenheid of waarden", "betekenis", "in Almere")

KINDS = {
    "count": "aantal",
    "share": "aandeel",
    "number": "getal",
    "mean": "gemiddelde",
    "money": "bedrag",
    "day": "dag",
    "test": "toets",
    "interval": "bereik",
    "flag": "ja of nee",
    "text": "tekst",
    "verdict": "oordeel",
}


@cache
def meanings() -> Mapping[str, str]:
    """Read what facts mean, by the names of their specs."""
    read = read_sentences([(MEANINGS.name, MEANINGS.read_text(encoding="utf-8"))])
    return {one.name: "".join(map(str, one.pattern)) for one in read}


def page() -> str:
    """Write the page."""
    whole = [[*stated(study)] for study in several()]
    almere, nsw = (
        {_key(one.begin, one.specs[0]): one for one in reversed(whole[at])} for at in (0, 1)
    )
    order, lines = [*meanings()], [HEAD]
    for chapter in OUTLINE:
        found = {
            (one.begin, one.result): None
            for facts in whole
            for one in facts
            if one.chapter == chapter
        }
        begins = dict.fromkeys(begin for begin, _ in found)
        if begins:
            lines.append(f"## {chapter}\n")
        for begin in begins:
            results = [result for own, result in found if own == begin]
            rows = dict.fromkeys(
                row(begin, spec, almere.get(key := _key(begin, spec)), nsw.get(key))
                for spec in sorted(_specs(results), key=lambda one: order.index(one.meaning))
            )
            if len(begins) > 1:
                lines.append(f"### `{begin}`\n")
            lines += [_line(COLUMNS), _line("---" for _ in COLUMNS), *rows, ""]
    return "\n".join(lines).rstrip() + "\n"


def row(begin: str, spec: Spec, example: Stated | None, other: Stated | None = None) -> str:
    """Write the line of one spec, with another example where there is none of Almere."""
    kinds = get_args(spec.kind) if isinstance(spec.kind, UnionType) else (spec.kind,)
    said = "van alles" if len(kinds) > 5 else " of ".join(KINDS[one.kind] for one in kinds)
    unit = "van de studie" if spec.unit.startswith("<") else spec.unit
    if spec.kind is Verdict:
        unit = ", ".join(SCALES[spec.unit])
    value = f"{NOTHING} (NSW: {_value(other)})" if other else NOTHING
    value = _value(example) if example else value
    return _line((f"`{begin}.{spec.path}`", said, unit, meanings()[spec.meaning], value))


def _key(begin: str, spec: Spec) -> tuple[str, ...]:
    """What two results state alike is one line."""
    return begin, spec.path, str(spec.kind), meanings()[spec.meaning]


def _specs(results: Iterable[type]) -> Iterator[Spec]:
    for result in results:
        yield from result.states  # type: ignore[attr-defined]  # all have


def _value(one: Stated) -> str:
    text = " ".join(say(one.fact).split()) or NOTHING
    cut = text if len(text) <= MOST else text[: MOST - 1].rstrip() + "…"
    names = [one.filled, *(names_in(one.specs[0], one.path) or ())]
    filled = ", ".join(filter(None, names))
    return f"{cut} *({filled})*" if filled else cut


def _line(cells: Iterable[str]) -> str:
    kept = (one.replace("|", "\\|") for one in cells)
    return f"| {' | '.join(kept)} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
