"""What the consistency checks found, as sentences a reader of the report understands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from report45.analysis.findings import Consistency, Finding
from report45.display.bundle import Display
from report45.display.told import Told
from report45.facts import Flag, Verdict
from report45.study.config import Terms
from report45.study.load import Study
from report45.wording.counts import aantal, in_words
from report45.wording.phrases import hoofdletter


def listed(result: Consistency, study: Study) -> Display:
    """List everything the checks found: first what is wrong, then what needs a word.

    Parameters
    ----------
    result : Consistency
    study : Study

    Returns
    -------
    Display
        Markdown: two lists.
    """
    parts = []
    for kind, heading in (("error", "Wat niet klopt"), ("note", "Wat uitleg vraagt")):
        found = [one for one in result.findings if one.kind == kind]
        if found:
            lines = [f"- {sentence(one, study.config.terms)}" for one in found]
            parts.append(f"**{heading}**\n\n" + "\n".join(lines))
    return Display("markdown", "Bevindingen van de controles", markdown="\n\n".join(parts))


def sentence(finding: Finding, terms: Terms) -> str:
    """Put one finding in words.

    Parameters
    ----------
    finding : Finding
    terms : Terms
        How the study names its people and groups.

    Returns
    -------
    str
        One or two Dutch sentences.

    Raises
    ------
    KeyError
        If there are no words for the finding's code.
    """
    return SENTENCES[finding.code](Told(finding, terms))


def _rounding(one: Told) -> str:
    return (
        f"{one['label']}: de afgeronde percentages tellen op tot {one['som.experiment']} "
        f"({one.terms.experiment}), {one['som.control']} ({one.terms.control}) en "
        f"{one['som.totaal']} (totaal). Dat komt alleen door afronding."
    )


def _denominator(one: Told) -> str:
    return (
        f"{one['label']}: geregistreerd bij {one['geregistreerd.experiment']} van de "
        f"{one['alle.experiment']} {one.terms.persons} in de {one.terms.experiment} en bij "
        f"{one['geregistreerd.control']} van de {one['alle.control']} in de {one.terms.control}. "
        f"De noemer maakt uit: in de categorie ‘{one['categorie']}’ valt {one['op_alle']} van alle "
        f"{one.terms.persons}, en {one['op_geregistreerd']} van wie geregistreerd is."
    )


def _reasons(one: Told) -> str:
    lead = f"Bij {one.people('beeindigd')} in de {one.group(one.finding.subject)} is de uitkering"
    if one.number("met_reden") == 0:
        return f"{lead} beëindigd, zonder dat ergens een reden staat."
    return (
        f"{lead} beëindigd, maar de genoemde "
        f"redenen tellen op tot {one['met_reden']}: {one['werk']} keer werk, "
        f"{one['mogelijk_werk']} keer mogelijk werk en {one['geen_werk']} keer geen werk. Bij "
        f"{one.people('zonder_reden')} staat geen reden."
    )


def _related(one: Told) -> str:
    return (
        f"De redenen ‘{_code(one['eerste'])}’ ({one['eerste.totaal']} keer) en "
        f"‘{_code(one['tweede'])}’ ({one['tweede.totaal']} keer) lijken op elkaar, maar alleen de "
        "eerste kan werk betekenen. Mogelijk is hetzelfde op twee manieren geregistreerd."
    )


def _source(one: Told) -> str:
    text = (
        f"{one['label']}: de groepen zijn niet met dezelfde bron gemeten. De "
        f"{one.terms.experiment} komt uit {one.tables('experiment_tabel')}, de "
        f"{one.terms.control} uit {one.tables('control_tabel')}."
    )
    if "als_control_laag" in one.finding.values:
        alike = one.range("als_control_laag", "als_control_hoog")
        changes = f"niet op {one['eigen']}, maar op {alike}"
        stays = f"ook op {alike}"
        text += (
            f" Gemeten zoals de {one.terms.control} komt de {one.terms.experiment} "
            f"{stays if alike == one['eigen'] else changes}."
        )
    return text


def _wider(one: Told) -> str:
    wide, narrow = one["ruim.experiment"], one["eng.experiment"]
    shares = f"{wide} tegen {narrow}" if wide != narrow else f"al is het beide keren {wide}"
    mark = ":" if wide != narrow else ","
    return (
        f"‘{one['ruim.label']}’ is ruimer dan ‘{one['eng.label']}’{mark} {shares} in de "
        f"{one.terms.experiment}. Wie groepen vergelijkt, moet voor beide dezelfde maat nemen."
    )


def _twins(one: Told) -> str:
    same = one.fact("zelfde_aantallen")
    whether = (
        "Ook de aantallen zijn gelijk."
        if isinstance(same, Flag) and same.value
        else "De aantallen verschillen wel; het is geen kopieerfout."
    )
    both = f"{one['eerste']} en {_small(one['tweede'])}"
    return f"{both} hebben dezelfde afgeronde percentages. {whether}"


def _same_number(one: Told) -> str:
    shares = [path for path in one.finding.values if path.startswith("aandeel.")]
    counts = [path for path in one.finding.values if path.startswith("aantal.")]
    share = shares[0].partition(".")[2]
    others = " en ".join(f"‘{_code(path.partition('.')[2])}’" for path in counts)
    return (
        f"{one[shares[0]]} ({_code(share)}) en {one.people(counts[0])} ({others}) zijn "
        "verschillende dingen met hetzelfde getal."
    )


def _ended_before(one: Told) -> str:
    ended, work = one.number("aantal"), one.number("werk")
    through = f", van wie {in_words(work)} door werk" if 0 < work < ended else ""
    through = ", door werk" if work == ended else through
    return (
        f"{hoofdletter(one.people('aantal'))} uit de {one.terms.experiment} "
        f"{one.verb('aantal', 'had', 'hadden')} al geen uitkering meer zonder te hebben "
        f"deelgenomen{through}. In de {one.terms.experiment} telt uitstroom naar werk dan niet als "
        f"uitkomst, in de {one.terms.control} wel."
    )


def _planned(one: Told) -> str:
    return (
        f"De geplande {one['gepland']} {one.terms.persons} per groep zijn te weinig voor een "
        f"vermogen van {one['vermogen']}: nodig waren er {one['nodig.boogsinus']} (boogsinus), "
        f"{one['nodig.ongepoold']} (ongepoold) of {one['nodig.gepoold']} (gepoold)."
    )


def _statement(one: Told) -> str:
    return (
        f"{hoofdletter(one['waar'])} zegt: ‘{one['zegt']}’ Gedrukt staat {one['gedrukt']}; uit de "
        f"gegevens volgt {one['gevonden']}."
    )


def _spread(one: Told) -> str:
    low, high = one["laagste"], one["hoogste"]
    return (
        f"is het voor iedereen {low}"
        if low == high
        else f"loopt het van {one.range('laagste', 'hoogste')}"
    )


def _turns(one: Told) -> str:
    lead = f"{one['label']}: het verschil ligt tussen {one['laag']} en {one['hoog']}."
    ends = {
        "keert": "Aan de ene kant daarvan is het aantoonbaar, aan de andere kant niet.",
        "tegengesteld": "Aan beide kanten daarvan is het aantoonbaar, in tegengestelde richting.",
    }
    verdict = one.fact("oordeel")
    assert isinstance(verdict, Verdict)  # noqa: S101  the check states it
    undecided = "Welke groep voor ligt, hangt af van wie er meetelt."
    return f"{lead} {ends.get(verdict.value, undecided)}"


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]


def _cases(one: Told) -> str:
    promised, told = one.number("beloofd"), one.number("verteld")
    return (
        f"Beloofd {one.verb('beloofd', 'is', 'zijn')} {aantal(promised, 'casus', 'casussen')}, "
        f"verteld {in_words(told) if told else 'geen'}."
    )


def _code(text: str) -> str:
    return text.replace("_", " ")


def _amount(one: Told) -> str:
    return f", voor {one['bedrag']}" if one.finding.values["heeft_bedrag"].value else ""


def _outside(one: Told) -> str:
    return (
        f"In {one.tables('tabel')} {one.verb('aantal', 'valt', 'vallen')} "
        f"{aantal(one.number('aantal'), 'regel', 'regels')} buiten de periode van het onderzoek, "
        f"{one['van']} tot en met {one['tot']}: {in_words(one.number('ervoor'))} ervoor en "
        f"{in_words(one.number('erna'))} erna. Die tellen niet mee."
    )


SENTENCES: Mapping[str, Callable[[Told], str]] = {
    "aanname": lambda one: (
        f"{one['label']}: verondersteld was {one['aangenomen']} van de groep, het werd "
        f"{one['gerealiseerd']}."
    ),
    "afronding": _rounding,
    "beeindigd_voor_deelname": _ended_before,
    "bewering": _statement,
    "bewering_onbekend": lambda one: (
        f"{hoofdletter(one['waar'])} zegt: ‘{one['zegt']}’ Dat is niet te toetsen: een getal bij "
        f"{one['feit']} is er niet."
    ),
    "boven_maximum": lambda one: (
        f"{one['label']}: bij {one.people('aantal')} ligt het bedrag boven het maximum van "
        f"{one['maximum']}; het hoogste is {one['hoogste']}."
    ),
    "buiten_periode": _outside,
    "casussen": _cases,
    "conclusie_keert": _turns,
    "eenzijdig": lambda one: (
        f"De steekproef is berekend voor een eenzijdige toets met een alfa van {one['alfa']}; de "
        "toetsen op de kenmerken zijn tweezijdig."
    ),
    "gelijke_percentages": _twins,
    "instrument_control": lambda one: (
        f"{one['label']} is ook gebruikt voor {one.people('aantal')} uit de "
        f"{one.terms.control}{_amount(one)}. Dat telt niet mee bij de deelnemers."
    ),
    "instrument_uit": lambda one: (
        f"{one['label']} is ook gebruikt voor {one.people('aantal')} uit de "
        f"{one.terms.experiment} die niet {one.verb('aantal', 'deelnam', 'deelnamen')}"
        f"{_amount(one)}. Dat telt niet mee bij de deelnemers."
    ),
    "klasse_label": lambda one: (
        f"De naam van de klasse ‘{one['label']}’ past niet bij haar grenzen."
    ),
    "looptijd": lambda one: (
        f"Verwacht is een uitkomst binnen een jaar, maar tussen intake en einde lag "
        f"{one.range('kortste', 'langste')}."
    ),
    "meetdata": lambda one: (
        f"{one['label']} is voor de selectie gemeten op {one['criterium_dag']} en in de tabellen "
        f"op {one['kenmerk_dag']}. In de tabellen {_spread(one)}."
    ),
    "mogelijk": lambda one: (
        f"{one['label']}, {one.group(one.finding.subject.rpartition('_')[2])}: zeker is "
        f"{one['laag']}; met wie mogelijk meetelt {one['hoog']}."
    ),
    "noemer": _denominator,
    "ongelijke_bron": _source,
    "ongelijke_maat": lambda one: (
        f"‘{one['ruim.label']}’ omvat ‘{one['eng.label']}’ in de {one.terms.experiment} wel en in "
        f"de {one.terms.control} niet. De groepen zijn zo niet te vergelijken."
    ),
    "oproep_te_vroeg": lambda one: (
        f"{hoofdletter(one.people('aantal'))} {one.verb('aantal', 'had', 'hadden')} de intake vóór "
        f"{one['dag']}, {one.verb('aantal', 'op', 'de eerste op')} {one['eerste']}."
    ),
    "overstappers": lambda one: (
        f"{hoofdletter(one.people('aantal'))} uit de {one.terms.control} "
        f"{one.verb('aantal', 'heeft', 'hebben')} toch deelgenomen en "
        f"{one.verb('aantal', 'telt', 'tellen')} mee in de {one['met']}; zonder overstappers telt "
        f"de groep er {one['zonder']}."
    ),
    "redenen": _reasons,
    "route_ontbreekt": lambda one: (
        f"Van {one.people('aantal')} van de {one['toegewezen']} in de {one.terms.experiment} is "
        "niet bekend wat er is gebeurd."
    ),
    "route_tegen_uitkomst": lambda one: (
        f"Het verloop telt {one.people('route')} met werk, de uitkomst {one['uitkomst']}. Alleen "
        f"in het verloop: {one['alleen_route']}; alleen in de uitkomst: {one['alleen_uitkomst']}."
    ),
    "ruimere_uitkomst": _wider,
    "selectie": lambda one: (
        f"Geselecteerd zonder aan alle voorwaarden te voldoen: {one['meegenomen_onterecht']}. "
        f"Niet geselecteerd hoewel aan alle voorwaarden is voldaan: {one['afgevallen_onterecht']}."
    ),
    "taakstelling": lambda one: (
        f"De taakstelling is {one['taakstelling']}, maar er is met {one['gerekend']} gerekend."
    ),
    "te_klein_gepland": _planned,
    "toewijzing": lambda one: (
        f"Bij {one.people('afwijkend.totaal')} past de groep niet bij het laatste cijfer."
    ),
    "uitkomst_onbekend": lambda one: (
        f"{one['label']}: niet bekend van {one['ontbreekt.experiment']} van de "
        f"{one['toegewezen.experiment']} {one.terms.persons} in de {one.terms.experiment} en van "
        f"{one['ontbreekt.control']} van de {one['toegewezen.control']} in de {one.terms.control}."
    ),
    "verwante_redenen": _related,
    "zelfde_getal": _same_number,
    "zonder_beeindiging": lambda one: (
        f"{one['label']}: van de {one['uitkomst']} heeft alleen {one['beeindigd']} geen uitkering "
        f"meer; bij {one.people('loopt_door')} loopt de uitkering door. Dit percentage is dus geen "
        "uitstroom uit de bijstand."
    ),
}
"""Code of a finding → its words."""
