"""The same chapters on numbers that go the other way: every sentence stays true and Dutch."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from tests import shared
from tests.e2e import dutch, variants
from tests.e2e.delivered import Files, numbers, original, participants, read
from tests.e2e.prose import PUBLICATIONS, Rendered, as_delivered, render

Get = Callable[[str], Rendered]
BASE = "as_delivered"


@pytest.fixture(scope="session")
def variant(tmp_path_factory: pytest.TempPathFactory) -> Get:
    """Render variants of Almere as tests ask for them, each once."""

    @functools.cache
    def rendered(name: str) -> Rendered:
        if name == BASE:
            return as_delivered(tmp_path_factory)
        make = variants.make
        return shared.value(tmp_path_factory, name, lambda folder: render(make(name, folder)))

    return rendered


@pytest.mark.parametrize("name", [BASE, *variants.VARIANTS])
def test_every_sentence_is_dutch(name: str, variant: Get) -> None:
    made = variant(name)
    found = [
        f"{publication}, {fault}"
        for publication in PUBLICATIONS
        for fault in dutch.faults(made.prose[publication])
    ]
    for path, shown in made.shown.items():
        told = [shown.get("caption", ""), *shown.get("notes", ()), shown.get("alt", "")]
        lines = [f"# {line}" for line in told if line]
        found += [
            f"{path}, {fault}" for line in lines for fault in dutch.faults(f"{line}\n\nNiets.")
        ]
    assert found == []


@pytest.mark.parametrize("name", [BASE, *variants.VARIANTS])
def test_the_head_counts_are_those_of_the_files(name: str, variant: Get) -> None:
    made = variant(name)
    files = read(made.folder)
    n = [len(original(files, group)) for group in ("EXP", "CON")]
    scheme = dict(_rows(made, "verloop.stroom"))
    assert [scheme["Experimentgroep"], scheme["Controlegroep"]] == [str(one) for one in n]
    assert scheme["Deelgenomen"] == str(len(participants(files)))
    assert f"in de {n[0]} klant" not in made.prose["deelrapport"]
    for publication in ("nieuwsbericht", "samenvatting"):
        assert "None" not in made.prose[publication]


def test_fewer_women_than_men(variant: Get) -> None:
    told, files = _told(variant("fewer_women"), "kenmerken"), _files(variant("fewer_women"))
    men = [_percent(_share(original(files, group), "geslacht", "M")) for group in ("EXP", "CON")]
    assert min(men) > 70
    assert "Ongeveer tachtig procent van de klanten is man" in told
    assert (
        f"Van de experimentgroep is {men[0]} procent man, van de controlegroep {men[1]} procent"
        in told
    )
    assert "is vrouw" not in told


def test_groups_that_differ(variant: Get) -> None:
    made = variant("unequal")
    told, files = _told(made, "kenmerken"), _files(made)
    women = [_percent(_share(original(files, group), "geslacht", "V")) for group in ("EXP", "CON")]
    assert (
        f"Van de experimentgroep is {women[0]} procent vrouw, van de controlegroep {women[1]} "
        "procent. De verdeling verschilt meer dan de grens die wij voor een klein verschil" in told
    )
    first, other = (_mean_age(original(files, group)) for group in ("EXP", "CON"))
    assert (
        f"In de experimentgroep is de gemiddelde leeftijd {first} jaar, in de controlegroep "
        f"{other} jaar. De verdeling verschilt meer dan de grens" in told
    )
    assert "zijn bij elkaar groter dan toeval meestal geeft (p < 0,001)" in told
    assert "verschillen er twee significant" in _told(made, "verantwoording")
    gone = "Zo verschillen de groepen bij de start alleen door toeval."
    assert gone not in _told(made, "opzet")
    assert "Niet getekend: leeftijd." in made.shown["verantwoording.balans"]["notes"][1]
    assert "verschillen bij de start waren groter dan toeval meestal geeft" in _all(
        made, "samenvatting"
    )


def test_no_crossovers(variant: Get) -> None:
    made = variant("no_crossovers")
    assert "Volgens de registratie heeft niemand uit de controlegroep deelgenomen." in _told(
        made, "verloop"
    )
    for told in (_all(made, name) for name in PUBLICATIONS):
        assert not re.search("toch (aan het programma )?deel|overstappers", told)


def test_categories_without_anybody(variant: Get) -> None:
    made = variant("empty_categories")
    told = _told(made, "kenmerken")
    assert "Geen van de klanten is ouder dan 60 jaar." in told
    assert "Geen van hen woont samen." in told
    flow = _told(made, "verloop")
    assert "Geen deelname: 75 klanten (37 procent)." in flow
    assert "Naar Team Zorg:" not in flow
    assert "Lopende ontheffing:" not in flow
    report = _all(made, "deelrapport")
    assert "meer klanten ver van werk af stonden" not in report
    assert "doorverwezen naar Team Zorg." not in report


def test_one_client_in_each_group(variant: Get) -> None:
    made = variant("one_each")
    assert "Zo ontstonden een experimentgroep van één klant en een controlegroep van één." in _told(
        made, "opzet"
    )
    assert "Honderd procent van de klanten is vrouw" in _told(made, "kenmerken")
    assert "of toeval al geeft, is niet te bepalen" not in _told(made, "kenmerken")
    flow = _told(made, "verloop")
    assert "De hele experimentgroep nam deel" in flow
    assert "Geen van de deelnemers kreeg een belastbaarheidsonderzoek." in flow
    assert "geen werk: één klant" in flow
    assert "niemand uit de experimentgroep heeft betaald werk" in _all(made, "nieuwsbericht")
    assert "Alleen wie deelnam" not in _told(made, "verantwoording")
    assert "Het onderzoek volgt twee klanten, van" in _all(made, "nieuwsbericht")


def test_everyone_alike(variant: Get) -> None:
    told = _told(variant("alike"), "kenmerken")
    assert "Van beide groepen is 100 procent vrouw." in told
    assert "Van beide groepen is 100 procent niet in Nederland geboren" in told
    assert "is niet te bepalen" in told
    assert "significant" not in told
    assert "Geen van de kenmerken kon worden getoetst." in _told(variant("alike"), "verantwoording")


@pytest.mark.parametrize(
    ("name", "heading", "verdict", "news"),
    [
        (
            "better",
            "vaker in de experimentgroep",
            "is statistisch aantoonbaar, in het voordeel van de experimentgroep.",
            "meer",
        ),
        (
            "worse",
            "minder vaak in de experimentgroep",
            "is statistisch aantoonbaar, in het nadeel van de experimentgroep.",
            "minder",
        ),
    ],
)
def test_a_clear_difference(name: str, heading: str, verdict: str, news: str, variant: Get) -> None:
    made = variant(name)
    told = _told(made, "resultaten")
    for outcome in ("Werk, uitkering beëindigd", "Werk, met of zonder uitkering"):
        assert f"{outcome}: {heading}" in told
    assert told.count(f"Dat verschil {verdict}") == 3
    assert "verandert de conclusie" not in told
    assert f"aantoonbaar {news} dan in de controlegroep" in _all(made, "nieuwsbericht")
    better = "De experimentgroep kwam hoger uit dan verwacht"
    behind = "De experimentgroep kwam lager uit dan verwacht"
    closing = _told(made, "slotbeschouwing")
    assert (better in closing, behind in closing) == (news == "meer", news == "minder")
    assert ("belangrijkste verklaring" in closing) == (news == "minder")


def test_nothing_uncertain(variant: Get) -> None:
    made = variant("certain")
    told, files = _told(made, "resultaten"), _files(made)
    shares = [_works(files, "EXP"), _works(files, "CON")]
    points = _decimal(100 * (shares[0] - shares[1]))
    assert (
        f"Van de experimentgroep heeft {_percent(shares[0])} procent betaald werk gevonden. Van "
        f"de controlegroep is dat {_percent(shares[1])} procent." in told
    )
    assert f"Het verschil is {points} procentpunt (95%-betrouwbaarheidsinterval" in told
    for words in ("ten minste", "niet zeker", "staat het niet vast", "verandert de conclusie"):
        assert words not in told
    assert "niet precies vast te stellen" not in _told(made, "slotbeschouwing")
    assert "een omschrijving die werk kan betekenen" not in _told(made, "verloop")


def test_a_sign_that_turns_without_significance(variant: Get) -> None:
    made = variant("doubtful")
    told = _told(made, "resultaten")
    assert "Het verschil is daarmee −2,8 tot 5,2 procentpunt." in told
    assert "Aantoonbaar is het verschil met geen van de lezingen." in told
    assert "met de ene lezing is er een aantoonbaar verschil" not in told
    for publication in PUBLICATIONS:
        assert "meer is dan toeval, hangt af" not in _all(made, publication)
    assert "Aan de ene kant daarvan is het aantoonbaar" not in _findings(made)
    assert "hangt af van wie er meetelt." in _findings(made)


def test_exactly_one(variant: Get) -> None:
    made = variant("just_one")
    assert "is nog één klant toegevoegd aan de" in _told(made, "opzet")
    flow = _told(made, "verloop")
    assert "Eén klant deed niet of niet verder mee:" in flow
    assert "Geen deelname: één klant (minder dan 1 procent). Voldeed" in flow
    assert "Eén klant uit de controlegroep heeft toch deelgenomen." in flow
    assert "Bij één klant uit de controlegroep is in deze periode" in flow
    used = _told(made, "instrumenten")
    assert "Eén deelnemer gebruikte dit instrument. Het kostte 950 euro." in used
    assert used.count("voor geen enkele deelnemer gebruikt.") == 4
    assert "Eén klant uit de controlegroep heeft toch deelgenomen en telt mee" in _findings(made)
    assert "Eén klant uit de controlegroep heeft toch" in _all(made, "samenvatting")


def test_all_as_planned(variant: Get) -> None:
    made = variant("as_planned")
    design = _told(made, "opzet")
    assert "toegevoegd" not in design
    assert "die zijn bekeken" not in design
    talks = _told(made, "klantmanagement")
    assert "Minder gesprekken dan gepland" not in talks
    assert "Met alle deelnemers is gemiddeld zo vaak gesproken als gepland." in talks
    assert "andere contacten" not in talks
    assert "lang niet altijd nuttig" not in talks


def test_nobody_took_part(variant: Get) -> None:
    made = variant("nobody_took_part")
    flow = _told(made, "verloop")
    assert "Niemand uit de experimentgroep nam deel" in flow
    assert "deelnemers over" not in flow
    assert "Niemand uit de experimentgroep zette een stap naar werk" in _told(made, "resultaten")
    assert "keer per maand" not in _told(made, "klantmanagement")
    used = _told(made, "instrumenten")
    assert "Van deelnemers zijn geen instrumenten vastgelegd." in used
    assert "euro" not in used
    assert "Niemand uit de experimentgroep heeft deelgenomen." in _all(made, "nieuwsbericht")


def test_everyone_took_part(variant: Get) -> None:
    made = variant("everyone_took_part")
    flow = _told(made, "verloop")
    assert "De hele experimentgroep nam deel" in flow
    assert "Alle deelnemers kregen een belastbaarheidsonderzoek." in flow
    assert "Niet iedereen" not in flow
    assert "eindigde het traject voortijdig" not in flow
    assert "Alle deelnemers gebruikten één of meer instrumenten." in _told(made, "instrumenten")
    assert "niet voor iedereen bereikbaar" not in _told(made, "klantmanagement")
    assert "Niet iedereen" not in _all(made, "nieuwsbericht")


def test_routes_that_nobody_recorded(variant: Get) -> None:
    made = variant("unknown_routes")
    unknown = len(original(_files(made), "EXP")) - len(participants(_files(made)))
    flow = _told(made, "verloop")
    assert f"Van {unknown} klanten uit de experimentgroep is niet vastgelegd wat er" in flow
    assert "deden niet of niet verder mee" not in flow


def _files(made: Rendered) -> Files:
    return read(made.folder)


def _told(made: Rendered, chapter: str) -> str:
    return _joined(made.chapter(chapter))


def _all(made: Rendered, publication: str) -> str:
    return _joined(made.prose[publication])


def _joined(markdown: str) -> str:
    return "\n".join(text for _, text in dutch.blocks(markdown))


def _findings(made: Rendered) -> str:
    return _told(made, "verantwoording")


def _rows(made: Rendered, display: str) -> Iterator[tuple[str, str]]:
    for row in made.shown[display]["table"]["rows"]:
        yield row["header"], row["cells"][0]


def _share(rows: Iterable[dict[str, str]], column: str, value: str) -> Fraction:
    found = [row[column] == value for row in rows]
    return Fraction(sum(found), len(found))


def _works(files: Files, group: str) -> Fraction:
    """Give the share of a group with work for certain, as the study declares it."""
    members = numbers(original(files, group))
    kinds = {
        "EXP": {"werk, uitkering beëindigd", "parttimewerk, uitkering loopt"},
        "CON": {"inkomsten naast uitkering"},
    }[group]
    works = {row["klantnummer"] for row in files["werk_en_inkomsten"] if row["soort"] in kinds}
    if group == "CON":
        reasons = {"zelfstandig beroep of bedrijf", "aan het werk/Baangericht"}
        ended = files["uitkeringen_beeindigd"]
        works |= {row["klantnummer"] for row in ended if row["reden"] in reasons}
    return Fraction(len(works & set(members)), len(members))


def _mean_age(rows: Iterable[dict[str, str]]) -> int:
    """Give the mean age in whole years on 1 October 2017, rounded half-up."""
    ages = []
    for row in rows:
        day, month, year = (int(part) for part in row["geboortedatum"].split("-"))
        ages.append(2017 - year - ((month, day) > (10, 1)))
    return int(Fraction(sum(ages), len(ages)) + Fraction(1, 2))


def _percent(share: Fraction) -> int:
    return int(100 * share + Fraction(1, 2))


def _decimal(number: Fraction) -> str:
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return str(exact.quantize(Decimal("0.1"), ROUND_HALF_UP)).replace(".", ",")
