"""Which claims the facts of a study allow, worked out apart from messages and verdicts.

The oracle knows counts and means, and its own statistics. It reads every sentence of every
publication, recognises what is claimed, and says which claims do not hold. A sentence with a word
that claims something and that no rule here reads is told too: silence is no approval.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

from report45.facts import Count, Fact, Mean, Share
from tests.e2e import dutch

Z = 1.959963984540054
CHANCE = {"random", "last_digit", "stratified", "blocks"}
WORDS = {
    word: number
    for number, word in enumerate(
        [
            "nul",
            "één",
            "twee",
            "drie",
            "vier",
            "vijf",
            "zes",
            "zeven",
            "acht",
            "negen",
            "tien",
            "elf",
            "twaalf",
            "dertien",
            "veertien",
            "vijftien",
            "zestien",
            "zeventien",
            "achttien",
            "negentien",
            "twintig",
        ]
    )
} | dict(
    zip(
        ["dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig", "honderd"],
        range(30, 101, 10),
        strict=True,
    )
)
PARTS = {
    "een tiende": (1, 10),
    "een vijfde": (1, 5),
    "een kwart": (1, 4),
    "een derde": (1, 3),
    "de helft": (1, 2),
    "twee derde": (2, 3),
    "driekwart": (3, 4),
    "drie kwart": (3, 4),
}
CLAIMS = re.compile(
    r"aantoonbaar|toeval|onzeker|voordeel|nadeel|gunstig|vaker|minder vaak|hoger|lager|niemand|"
    r"iedereen|geen van|geen enkele|alle deelnemers|alle pijlers|de hele|meer dan|minder dan|"
    r"verwacht|loting|significant|verschillen|niet te bepalen|gehaald|bleef achter|beter"
)
# Sentences that hold for every study, and those of the study's own editor about what is no fact.
ALWAYS = re.compile(
    r"alleen te zien door een vergelijking|vergelijken we de|"
    r"de grens die wij voor een klein verschil|de veronderstellingen van vooraf|"
    r"kans om het verwachte verschil|nodig zijn om het verwachte|eerste selectie|"
    r"zegt niets over hoe vaak|deze bijlage is voor wie|er staat in hoe|ter vergelijking|"
    r"verschillen tussen verdelingen zijn getoetst|betrouwbaarheidsintervallen van verschillen|"
    r"alle toetsen zijn tweezijdig|vergelijkt andere groepen|vergelijken de groepen zoals|"
    r"bij het maken van dit rapport|waar twee getallen staan|verschil: experimentgroep min|"
    r"een verschil in uitkomst|de verwachting gold|namelijk in de reden|met voorbehoud|"
    r"verwachte uitkomst|verwacht netto-effect|uitgaat van|gaat uit van|in het kort|"
    r"\.csv, kolom|even lang gevolgd|dan één registratie|exact getoetst|is ruimer dan|"
    r"heeft alleen .* geen uitkering|gedrukt staat|in haar eigen bron|is de toets een benadering|"
    r"geeft de hele verdeling|in de analyse telt iedereen|^verwacht en gerealiseerd$|"
    r"verwachtingen naast de resultaten|meer dan een half jaar een bijstand|zo gezegd|"
    r"met .* is gemiddeld zo vaak|vaak dan anders|verschillen zien: bij de ene|"
    r"toeval kan een deel|begeleiding vaker werk vonden|procent van alle deelnemers|"
    r"^\d\.\d |verwacht is een uitkomst|aantallen verschillen wel|verschillende dingen|"
    r"aan de ene kant daarvan|in het gepubliceerde onderzoek|nog geen gegevens|"
    r"hoe er is gemeten|dan gebruikelijk|op naam van|voor de laatste meting|"
    r"er is geen verschil verwacht"
)


def percent(share: Fraction) -> int:
    """Round half-up to a whole percentage."""
    return math.floor(100 * share + Fraction(1, 2))


def wilson(count: int, n: int) -> tuple[float, float]:
    """Give Wilson's interval (Newcombe 1998, Stat Med 17:857, method 3)."""
    p, z2 = count / n, Z * Z
    middle, half = 2 * n * p + z2, Z * math.sqrt(z2 + 4 * n * p * (1 - p))
    return (middle - half) / (2 * (n + z2)), (middle + half) / (2 * (n + z2))


def direction(a: int, m: int, b: int, n: int) -> int:
    """Give the sign of a difference whose interval excludes zero, else 0 (Newcombe, method 10)."""
    (la, ua), (lb, ub) = wilson(a, m), wilson(b, n)
    d = a / m - b / n
    low = d - math.sqrt((a / m - la) ** 2 + (ub - b / n) ** 2)
    high = d + math.sqrt((ua - a / m) ** 2 + (b / n - lb) ** 2)
    return (low > 0) - (high < 0)


class Oracle:
    """What may be said of one study.

    Parameters
    ----------
    folder : Path
        The study's, for what it declares.
    facts : mapping of str to Fact
        Counts and means by path; no verdict is read.
    """

    def __init__(self, folder: Path, facts: Mapping[str, Fact]) -> None:
        self.declared = tomllib.loads((folder / "study.toml").read_text(encoding="utf-8"))
        self.facts = facts
        self.outcomes = {one["name"]: one for one in self.declared.get("outcomes", ())}
        self.own = set(_own(folder))
        self.read = 0

    def share(self, path: str) -> tuple[int, int] | None:
        """Give the counts of a share."""
        fact = self.facts.get(path)
        return (fact.count, fact.base) if isinstance(fact, Share) else None

    def readings(self, name: str) -> list[tuple[float, int]] | None:
        """Give difference and direction of every reading; None where a group is unknown."""
        ends = [
            [self.share(f"resultaten.{name}.{group}_{end}") for end in ("laag", "hoog")]
            for group in ("experiment", "control")
        ]
        found = []
        for first, other in product(*ends):
            if not (first and other and first[1] and other[1]):
                return None
            points = first[0] / first[1] - other[0] / other[1]
            found.append((points, direction(*first, *other)))
        return found

    def holds(self, name: str, claim: str) -> bool:
        """Say whether a claim about the effect on an outcome holds."""
        if "column" in self.outcomes[name]:
            return self._mean(name, claim)
        found = self.readings(name)
        bases = [self.share(f"resultaten.{name}.{one}_laag") for one in ("experiment", "control")]
        thin = any(one is None or one[1] < 2 for one in bases)
        if found is None or thin:
            return claim == "unknown"
        clear = {sign for _, sign in found}
        signs = {(points > 0) - (points < 0) for points, _ in found} - {0}
        if claim == "chance":
            return clear == {0} and len(signs) < 2
        if claim == "turns":
            return len(clear) > 1 or len(signs) > 1
        if claim in ("more", "less"):
            return clear == {1 if claim == "more" else -1}
        if claim in ("good", "bad"):
            up = {"higher": 1, "lower": -1}.get(self.outcomes[name].get("better", ""), 0)
            return bool(up) and clear == {up if claim == "good" else -up}
        return claim == "clear" and clear in ({1}, {-1})

    def _mean(self, name: str, claim: str) -> bool:
        test = self.facts[f"resultaten.{name}.toets"]
        known = test.p == test.p  # type: ignore[union-attr]
        means = [self.facts.get(f"resultaten.{name}.{one}") for one in ("experiment", "control")]
        if not known or not all(isinstance(one, Mean) for one in means):
            return claim == "unknown"
        up = means[0].value > means[1].value  # type: ignore[union-attr]
        significant = test.p < 0.05  # type: ignore[union-attr]
        return {
            "chance": not significant,
            "turns": False,
            "more": significant and up,
            "less": significant and not up,
            "clear": significant,
        }.get(claim, False)

    # --- reading -------------------------------------------------------------------------------

    def wrong(self, markdown: str) -> Iterator[str]:
        """Give every claim in a publication that does not hold, and every one that nobody reads."""
        subject = self._main()
        for kind, text in dutch.blocks(markdown):
            if kind in {"display", "box"}:
                continue
            subject = self._about(text) or subject
            for sentence in dutch.sentences(text):
                if sentence in self.own:
                    continue
                low = sentence.lower()
                subject = self._about(sentence) or subject
                held = [*self._effect(low, subject), *self._shares(low), *self._others(low)]
                yield from (f"{claim}: {sentence}" for claim, true in held if not true)
                self.read += bool(held)
                if not held and CLAIMS.search(low) and not ALWAYS.search(low):
                    yield f"nobody reads: {sentence}"

    def _main(self) -> str:
        named = [name for name, one in self.outcomes.items() if one.get("primary")]
        shares = [name for name, one in self.outcomes.items() if "column" not in one]
        return (named or shares or [*self.outcomes, ""])[0]

    def _about(self, text: str) -> str:
        low = text.lower()
        found = [
            (-len(words), name)
            for name, one in self.outcomes.items()
            for words in (one["label"].lower(), " ".join(one.get("says", "").split()[1:]).lower())
            if words and words in low
        ]
        return min(found)[1] if found else ""

    def _effect(self, low: str, name: str) -> Iterator[tuple[str, bool]]:
        if not name:
            return
        rules: tuple[tuple[str, str], ...] = (
            (
                r"(?:met|bij|in) de ene lezing|in tegengestelde richting|verandert de conclusie|"
                r"keert de conclusie om",
                "turns",
            ),
            (
                r"hangt af van|bepaalt in welke groep|nog onzeker|is onzeker|staat niet vast$",
                "turns",
            ),
            (r"is nog onzeker|met geen van de lezingen", "turns"),
            (
                r"te klein om toeval uit te sluiten|kan toeval zijn|geen aantoonbaar verschil",
                "chance",
            ),
            (r"niet aangetoond", "chance"),
            (r"niet te bepalen|van niemand bekend|van niemand uit", "unknown"),
            (r"in het voordeel van", "good"),
            (r"in het nadeel van", "bad"),
            (r"aantoonbaar (?:meer|hoger) |: (?:vaker|hoger) in de|gemiddeld hoger dan", "more"),
            (
                r"aantoonbaar (?:minder|lager) |: (?:minder vaak|lager) in de|gemiddeld lager",
                "less",
            ),
            (r"is statistisch aantoonbaar|dat verschil is significant", "clear"),
            (r"dat verschil is niet significant", "chance"),
        )
        about = re.search(
            r"kenmerk|verdeling|deelnemers \(|verschillen tussen de groepen|begin", low
        )
        for pattern, claim in rules:
            if re.search(pattern, low) and not about:
                yield claim, self.holds(name, claim)
                return

    def _shares(self, low: str) -> Iterator[tuple[str, bool]]:
        """Read parts of a group with what they have: in words, or in percent."""
        for path, says in self._predicates():
            found = self.share(path)
            verb, _, rest = says.lower().partition(" ")
            if found is None or not rest:
                continue
            of = self._group(path)
            pattern = (
                rf"van (?:de|beide) {of} (?:is |heeft |had |{re.escape(verb)} )?"
                rf"(\d+|minder dan 1|meer dan 99) procent {re.escape(rest)}(?=[,.;]|$)"
            )
            if hit := re.search(pattern, low):
                yield f"percent of {path}", _printed(hit[1], Fraction(*found))
            pattern = rf"^(?:[^.]*: )?(.+) van de {of} {re.escape(says.lower())}(?=[,.;]|$)"
            if (hit := re.search(pattern, low)) and not re.search(r"\d", hit[1]):
                base = found[1]
                if "voor zover geregistreerd" in low:
                    chapter, name, *_ = path.split(".")
                    base = _count(self, f"{chapter}.{name}.geregistreerd.{path.rpartition('.')[2]}")
                yield f"part of {path}", _worded(hit[1], Fraction(found[0], base))

    def _predicates(self) -> Iterator[tuple[str, str]]:
        for one in self.declared.get("characteristics", ()):
            for each in (*one.get("categories", ()), *one.get("combinations", ())):
                for group in ("experiment", "control", "totaal"):
                    yield f"kenmerken.{one['name']}.{each['name']}.{group}", each["says"]
        for name, one in self.outcomes.items():
            certain = self.facts.get(f"resultaten.{name}.experiment_mogelijk")
            if "says" in one and isinstance(certain, Count) and not certain.value:
                yield f"resultaten.{name}.experiment_laag", one["says"]

    def _group(self, path: str) -> str:
        terms: Mapping[str, Any] = self.declared.get("terms", {})
        last = path.rpartition(".")[2]
        if last.startswith("experiment"):
            return f"(?:{terms.get('experiment', 'experimentgroep')}|groepen)"
        if last.startswith("control"):
            return str(terms.get("control", "controlegroep"))
        return str(terms.get("persons", "klanten"))

    def _others(self, low: str) -> Iterator[tuple[str, bool]]:
        for pattern, claim, holds in OTHERS:
            if hit := re.search(pattern, low):
                yield claim, bool(holds(self, hit))


def _own(folder: Path) -> Iterator[str]:
    """Give the sentences that an editor wrote without a fact: words, and no claim of ours."""
    for path in [*folder.glob("texts/*.md"), *folder.glob("cases/*.md")]:
        bare = re.sub(r"\{%.*?%\}", "", path.read_text(encoding="utf-8"))
        for line in bare.splitlines():
            if "{{" not in line:
                yield from dutch.sentences(dutch.plain(line.strip("#: ")))


def _printed(words: str, share: Fraction) -> bool:
    if words == "minder dan 1":
        return 0 < share < Fraction(1, 100)
    if words == "meer dan 99":
        return Fraction(99, 100) < share < 1
    return int(words) == percent(share)


def _worded(words: str, share: Fraction) -> bool:
    """Say whether words for a part hold: near it, and on the side that they say."""
    words = words.strip()
    if words in {"geen", "niemand"}:
        return share == 0
    if words in {"alle", "iedereen", "de hele", "honderd procent"}:
        return share == 1
    how = re.match(r"(ruim|bijna|ongeveer|meer dan|minder dan)? ?(.*)", words)
    assert how
    part: Fraction | None = None
    for name, (top, bottom) in PARTS.items():
        if how[2] == name:
            part = Fraction(top, bottom)
    if (one := re.match(r"één op de (\w+)", how[2])) and one[1] in WORDS:
        part = Fraction(1, WORDS[one[1]])
    if (some := re.match(r"(\w+) procent", how[2])) and some[1] in WORDS:
        part = Fraction(WORDS[some[1]], 100)
    if part is None:
        return False
    near = abs(share - part) <= Fraction(1, 10)
    side = {"ruim": share > part, "meer dan": share > part, "bijna": share < part}
    side["minder dan"] = share < part
    exact = abs(share - part) <= Fraction(1, 40)
    return near and side.get(how[1] or "", exact or bool(how[1]))


def _count(self: Oracle, path: str) -> int:
    fact = self.facts.get(path)
    return fact.value if isinstance(fact, Count) else fact.count if isinstance(fact, Share) else 0


def _number(words: str) -> int:
    if words[0].isdigit():
        return int(words.replace(".", ""))
    return WORDS.get(words.lower().replace("eén", "één"), -1)


def _took(self: Oracle) -> Fraction | None:
    found = self.share("verloop.deelgenomen")
    return Fraction(*found) if found and found[1] else None


def _allocated(self: Oracle) -> bool:
    return self.declared.get("allocation", {}).get("method") in CHANCE


def _beside(self: Oracle, group: str) -> tuple[bool, bool]:
    """Whether what came of an expectation lies wholly above it, and wholly below it."""
    assumed = self.facts[f"resultaten.verwachting.{group}.aangenomen"].value  # type: ignore[union-attr]
    ends = [
        self.share(f"resultaten.verwachting.{group}.{one}")
        for one in ("gerealiseerd", "gerealiseerd_hoog")
    ]
    shares = [100 * one[0] / one[1] for one in ends if one and one[1]]
    return bool(shares) and min(shares) > assumed, bool(shares) and max(shares) < assumed


Rule = Callable[[Oracle, "re.Match[str]"], bool]
OTHERS: tuple[tuple[str, str, Rule], ...] = (
    (
        r"niemand uit de experimentgroep (?:nam deel|heeft deelgenomen)",
        "nobody took part",
        lambda o, _: _took(o) == 0,
    ),
    (
        r"(?:de hele|iedereen uit de) experimentgroep (?:nam deel|heeft deelgenomen)",
        "all took part",
        lambda o, _: _took(o) == 1,
    ),
    (
        r"^(.+) van de experimentgroep nam deel",
        "part that took part",
        lambda o, m: _part(m[1], _took(o) or Fraction(0)),
    ),
    (
        r"namen er (\w+) deel",
        "number that took part",
        lambda o, m: _number(m[1]) == _count(o, "verloop.deelgenomen"),
    ),
    (
        r"niemand (?:uit de experimentgroep )?zette een stap",
        "nobody made a step",
        lambda o, _: _count(o, "resultaten.routes.stappen") == 0,
    ),
    (
        r"(?:iedereen|de hele experimentgroep) zette een stap",
        "all made a step",
        lambda o, _: (
            o.share("resultaten.routes.stappen") is not None
            and Fraction(*o.share("resultaten.routes.stappen")) == 1
        ),
    ),  # type: ignore[misc]
    (
        r"^(?!niemand|de hele)(.+) van de experimentgroep zette een stap",
        "part with a step",
        lambda o, m: _part(m[1], Fraction(*(o.share("resultaten.routes.stappen") or (0, 1)))),
    ),
    (
        r"niemand uit de controlegroep deelgenomen",
        "no crossovers",
        lambda o, _: _count(o, "verloop.overstappers") == 0,
    ),
    (
        r"^(\w+) klant(?:en)? uit de controlegroep he\w+ toch deelgenomen",
        "crossovers",
        lambda o, m: _number(m[1]) == _count(o, "verloop.overstappers"),
    ),
    (
        r"(?<!die )alleen door toeval|omdat het toeval de groepen vormde|toe te schrijven aan",
        "made by chance",
        lambda o, _: _allocated(o),
    ),
    (
        r"loting bepaalde",
        "by lot",
        lambda o, _: (
            o.declared.get("allocation", {}).get("method") in {"random", "stratified", "blocks"}
        ),
    ),
    (
        r"niet door toeval gevormd|toeval besliste daar niet over",
        "not by chance",
        lambda o, _: not _allocated(o),
    ),
    (
        r"kunnen (?:daardoor )?bij de start (?:dus )?op meer punten verschillen|een andere oorzaak|"
        r"de gegevens passen daar niet bij|of dat door .* komt",
        "no cause claimed",
        lambda *_: True,
    ),
    (
        r"bij iedereen past de groep",
        "all on their side",
        lambda o, _: _count(o, "opzet.toewijzing.afwijkend.totaal") == 0,
    ),
    (
        r"voor de experimentgroep was .* verwacht; het werd meer",
        "more than expected",
        lambda o, _: _beside(o, "experiment")[0],
    ),
    (
        r"voor de experimentgroep was .* verwacht; het werd minder",
        "less than expected",
        lambda o, _: _beside(o, "experiment")[1],
    ),
    (
        r"voor de experimentgroep was .* verwacht; het werd \d",
        "as expected",
        lambda o, _: not any(_beside(o, "experiment")),
    ),
    (
        r"voor de controlegroep was .* verwacht; het werd meer",
        "control more than expected",
        lambda o, _: _beside(o, "control")[0],
    ),
    (
        r"voor de controlegroep was .* verwacht; het werd minder",
        "control less than expected",
        lambda o, _: _beside(o, "control")[1],
    ),
    (
        r"voor de controlegroep was .* verwacht; het werd \d",
        "control as expected",
        lambda o, _: not any(_beside(o, "control")),
    ),
    (
        r"experimentgroep (?:bleef achter|kwam lager uit)|verder van werk af dan hun indeling",
        "fell behind",
        lambda o, _: _beside(o, "experiment")[1],
    ),
    (
        r"experimentgroep kwam (?:verder|hoger uit) dan verwacht",
        "went further",
        lambda o, _: _beside(o, "experiment")[0],
    ),
    (
        r"kwam ongeveer (?:zo ver|zo hoog|even hoog|uit)",
        "as far as expected",
        lambda o, _: not any(_beside(o, "experiment")),
    ),
    (
        r"het verwachte verschil was|doorverwezen naar team zorg|ook van hen|niemand van hen vond|"
        r"beperkt kon werken|gebruikt dan gedacht|andere uitkomsten|stonden dan aangenomen|"
        r"waarschijnlijk niet haalbaar|bij de opzet is gerekend",
        "told elsewhere",
        lambda *_: True,
    ),
    (
        r"verschillen tussen de groepen zijn bij elkaar niet groter|start waren niet groter dan",
        "balanced as a whole",
        lambda o, _: _p(o) >= 0.05,
    ),
    (
        r"verschillen tussen de groepen zijn bij elkaar groter|start waren groter dan|"
        r"komt dat voor, maar zelden",
        "unbalanced as a whole",
        lambda o, _: _p(o) < 0.05,
    ),
    (
        r"verschillen tussen de groepen groter zijn|of de groepen op dit kenmerk",
        "balance unknown",
        lambda *_: True,
    ),
    (r"geen van de getoetste kenmerken", "none significant", lambda o, _: _significant(o) == 0),
    (
        r"getoetste kenmerken (?:verschilt|verschillen) er (\w+)",
        "some significant",
        lambda o, m: _number(m[1]) == _significant(o),
    ),
    (
        r"plaats in de volgorde .* verschilt (niet )?significant",
        "order",
        lambda o, m: bool(m[1]) == (o.facts["opzet.toewijzing.volgorde.toets"].p >= 0.05),
    ),  # type: ignore[union-attr]
    (r"van de \d+ klanten die zijn bekeken", "selected", lambda *_: True),
    (
        r"en dat is (niet )?gehaald",
        "planned size",
        lambda o, m: (
            bool(m[1])
            != all(
                _count(o, f"opzet.steekproef.gerealiseerd.{one}")
                >= _count(o, "opzet.steekproef.gepland")
                for one in ("experiment", "control")
            )
        ),
    ),
    (
        r"gestandaardiseerde verschil ligt bij|die alleen door toeval verschillen, zijn dat",
        "standardised",
        lambda *_: True,
    ),
    (r"alle deelnemers gebruikten", "all used", lambda o, _: _all(o, "instrumenten.een_of_meer")),
    (
        r"voor geen enkele deelnemer|van deelnemers zijn geen instrumenten",
        "none used",
        lambda *_: True,
    ),
    (
        r"^(.+) van de deelnemers gebruikten? één of meer",
        "part used",
        lambda o, m: _part(m[1], Fraction(*(o.share("instrumenten.een_of_meer") or (0, 1)))),
    ),
    (
        r"bij niemand uit de controlegroep is",
        "no endings",
        lambda o, _: _count(o, "verloop.beeindigd.control") == 0,
    ),
    (
        r"(alle|geen enkele) pijlers? (?:zijn|is) uitgevoerd",
        "pillars",
        lambda o, m: (
            _count(o, "slotbeschouwing.pijlers.ja")
            == (_count(o, "slotbeschouwing.pijlers.aantal") if m[1] == "alle" else 0)
        ),
    ),
)


def _part(words: str, share: Fraction) -> bool:
    """Say whether a part holds, in words or as a percentage."""
    printed = re.fullmatch(r"(\d+|minder dan 1|meer dan 99) procent", words)
    return _printed(printed[1], share) if printed else _worded(words, share)


def _all(self: Oracle, path: str) -> bool:
    found = self.share(path)
    return found is not None and found[1] > 0 and found[0] == found[1]


def _p(self: Oracle) -> float:
    return float(self.facts["verantwoording.balans.geheel"].p)  # type: ignore[union-attr]


def _significant(self: Oracle) -> int:
    return sum(
        1
        for path, fact in self.facts.items()
        if re.fullmatch(r"kenmerken\.\w+\.toets", path) and fact.p < 0.05  # type: ignore[union-attr]
    )
