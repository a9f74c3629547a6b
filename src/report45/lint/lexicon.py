"""The Dutch words by which the lint reads a sentence: one table for every kind of claim.

Nothing here is printed. Another language is another module with the same names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_FLAGS = re.IGNORECASE | re.DOTALL


def words(*patterns: str) -> re.Pattern[str]:
    """Compile alternatives that begin and end at the border of a word."""
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", _FLAGS)


# --- Who a sentence is about -------------------------------------------------------------------

PEOPLE = (
    r"mensen|personen|deelnemers?|mannen|vrouwen|inwoners|werkzoekenden|ouderen|alleenstaanden|"
    r"almeerders|kandidaten|bijstandsgerechtigden|uitkeringsgerechtigden|cliënten"
)
"""Nouns for people that are no term of a study."""

EVERYONE = words(r"in\s+totaal", "samen", "alle", r"beide\s+groepen", "gezamenlijk", "totale")
BOTH = words(r"beide\s+groepen", r"de\s+groepen")
PARTAKERS = words("deelnemers?", "deelnamen", "meededen")

CLAUSE = re.compile(
    r"[,;:()–—]|(?<!\w)[-](?!\w)|\b(?:terwijl|maar|tegenover|tegen|en|of)\b", re.IGNORECASE
)
"""What parts a sentence where the group or the subject may change."""

RESTRICTED = (
    r"\b(?:van|bij|voor|onder)\s+(?:de\s+|alle\s+|deze\s+)?"
    r"(?:{persons}|mensen|deelnemers|degenen|hen)\s+(?:die|met|zonder|van)\b",
    r"\b(?:van|onder)\s+(?:wie|hen)\b|\bdegenen\s+die\b",
    r"\b(?:alle|iedereen|niemand|elke|iedere|geen\s+van\s+de)\s*"
    r"(?:{persons}|{person}|mensen|deelnemers)?\s+(?:die|met|zonder)\b",
)
"""A part of the people is set apart, and the number is about that part."""

THERE_ARE = words(
    *(r"er\s+(?:zijn|waren|zitten|zaten)", r"(?:zijn|waren)\s+er", "zitten", "zaten", "telt"),
    *("tellen", "telde", "telden", "bestaat", "bestond", "bevat"),
)
"""The number of people in a sentence is how many there are."""
WHOLE = words(
    *(r"in\s+totaal", r"er\s+(?:zijn|waren|werden)", r"zijn\s+er", "bestaat", "bestond"),
    *("steunt", "telt", "zette", "werken", "werkten", "samen", "gehouden", "rust"),
)
"""A number of things is all of them."""
ANAPHORA = words("dat", "dit", "daarvan", "het")
NEGATION = words("geen", "niet", "zonder", "nooit", "noch")

# --- Claims that are not about the study -------------------------------------------------------

_CITIES = (
    r"amsterdam|rotterdam|utrecht|den\s+haag|eindhoven|groningen|tilburg|breda|nijmegen|apeldoorn|"
    r"arnhem|haarlem|enschede|amersfoort|zaanstad|deventer|wageningen|leiden|lelystad|dordrecht|"
    r"zoetermeer|zwolle|maastricht|leeuwarden|oss|epe|delft|venlo|hilversum|helmond|emmen|alkmaar"
)
ELSEWHERE = re.compile(
    r"\((?:[^()]*,\s*)?(?:19|20)\d\d[a-z]?\)|\(\w(?=[^()]*\b(?:19|20)\d\d[a-z]?[,)])[^()]*+\)|"
    r"\b(?:CBS|CPB|SCP|UWV|OESO|OECD|Eurostat|Divosa|VNG|SZW|Regioplan|Nibud|Berenschot|MDRC)\b|"
    r"\b(?i:landelijke?|in\s+heel\s+nederland|nederlandse\s+(?:gemeenten|bevolking|werknemers)|"
    r"beroepsbevolking|werkloosheid|werklozen|andere\s+(?:gemeenten?|steden|landen|onderzoeken)|"
    r"in\s+het\s+buitenland|eerder\s+onderzoek|ander\s+onderzoek|vergelijkbaar\s+onderzoek|"
    r"vergelijkbare\s+(?:projecten|experimenten)|uit\s+de\s+literatuur|verenigde\s+staten|"
    rf"amerikaanse?|(?:in|uit|te|gemeente)\s+(?:{_CITIES}))\b"
)
"""A source or a place that is not the study's own."""

POLICY = words(
    *(r"\w*norm(?:en)?", r"(?:minimum|basis)?loon", r"loonkosten\w*", r"subsidies?", "begroting"),
    *(r"\w*toeslag(?:en)?", r"belasting\w*", r"premies?", r"boetes?", r"tariev?f?(?:en)?"),
    *("vrijlating", "vermogensgrens", r"eigen\s+bijdrage", "kinderbijslag", "gemeenteraad"),
    *("college", "motie", "stemmen", r"wettelijke?", "wet", r"bijstandsuitkering\s+voor\s+een"),
)
"""Money and rules of government, not of the study."""

# --- Comparison --------------------------------------------------------------------------------

LESS = words(
    *(r"minder\s+vaak", "minder", "lagere?", "kleinere?", "zeldzamer", "slechter", "jongere?"),
    *("kortere?", "ondervertegenwoordigd", "zwakker", "zelden", "zeldener"),
)
MORE = words(
    *("vaker", "meer", "hogere?", "grotere?", "beter", r"ouder(?=\s+(?:dan|in)\b)", "langere?"),
    *("oververtegenwoordigd", r"sterker\s+vertegenwoordigd"),
)
MORE_OR_LESS = re.compile(
    r"(?:\s+[^\W\d_]+){0,2}\s+(?<!\bof\s)(?:langer|korter|later|eerder|meer|minder|ouder|jonger|hoger|lager)\b"
    r"(?!\s+(?:dan\s+)?(?:één|een|\d))",
    re.IGNORECASE,
)
"""After a number: it is a difference."""
THAN = re.compile(r"\bdan\b(?!\s+(?:ook|wel|niet|pas|toch|nog)\b)", re.IGNORECASE)
THAN_NUMBER = re.compile(
    r"\s+dan\s+(?:de\s+helft|een\s+(?:kwart|derde)|één|\d|tien|twee|drie)", re.IGNORECASE
)
"""After a direction word: it is a limit, as in "meer dan de helft"."""
AS_EXPECTED = re.compile(
    r"\bdan\s+(?:er\s+|vooraf\s+|eerder\s+|was\s+|werd\s+|gemiddeld\s+|de\s+\w+\s+hadd?(?:en)?\s+)*"
    r"(?:verwacht|gedacht|voorzien|aangenomen|gehoopt|gerekend|gepland|afgesproken|"
    r"de\s+bedoeling|de\s+verwachting|het\s+plan)",
    re.IGNORECASE,
)
NOT_MORE = re.compile(r"\b(?:niet|geen|nauwelijks|even)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""What before a comparison takes it back: "niet vaker", "niet significant hoger"."""
COMPARED_WITH = re.compile(
    r"\b(?:in\s+vergelijking\s+met|vergeleken\s+met|ten\s+opzichte\s+van)\s+(?:de\s+)?$",
    re.IGNORECASE,
)
"""What before a group makes it the one that is compared with."""
TALKS = words("spraken", "sprak", r"gesprek(?:ken)?", "gesproken", "contacten")
"""A sentence is about how often people talk."""

# --- Tests -------------------------------------------------------------------------------------

PROVEN = words(
    *("significante?", r"(?:statistisch\s+)?aantoonba(?:ar|re)", "aangetoond", "bewezen"),
    *("onomstotelijk", r"overtuigend\s+bewijs", r"geen\s+toeval", r"niet\s+toevallig"),
    *(r"niet\s+(?:op|aan|door)\s+toeval", r"(?:groter|meer)\s+dan\s+(?:het\s+|door\s+)?toeval"),
)
CHANCE = words(
    r"(?:kan|kunnen|kon)\s+(?:\w+\s+){0,4}?toeval",
    *(r"berust(?:en)?\s+op\s+toeval", r"is\s+(?:\w+\s+)?toeval"),
    r"toeval\s+(?:niet\s+)?(?:is\s+)?(?:niet\s+)?uit\s+te\s+sluiten",
)
NOT_PROVEN = re.compile(
    r"\b(?:niet|geen|nergens|noch|evenmin|zonder|nauwelijks)\s+(?:\w+\s+){0,3}$", re.IGNORECASE
)
"""What before a word of proof takes it back."""

# --- Change ------------------------------------------------------------------------------------

_TOOK = r"(?:neemt|nam|namen|nemen)\b[^.;]{0,60}?\b"
_RAN = r"liep(?:en)?\b[^.;]{0,40}?\b"
GREW = words(
    *(r"ver(?:dubbel|drievoudig|viervoudig)\w*", r"(?:ge)?ste(?:gen|eg)", r"stij(?:gt|gen|ging)"),
    *("toegenomen", "toename", rf"{_TOOK}toe", "gegroeid", r"groei(?:t|de|den|en)?"),
    *("opgelopen", rf"{_RAN}op"),
)
SHRANK = words(
    *(r"gehalveerd\w*", r"halveer\w*", "halvering", "afgenomen", "afname", rf"{_TOOK}af"),
    *("gedaald", r"daal(?:t|de|den)", "dalen", "daling", "gekrompen", r"kromp(?:en)?"),
    *("teruggelopen", rf"{_RAN}terug"),
)
MEASURED = words(
    *("aandeel", "aantal", "percentage", "deel", "gemiddelde?", "kans", "groep", "procent", "som")
)
"""A change of these is a change of a number."""

# --- Dates -------------------------------------------------------------------------------------

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"),
    *("september", "oktober", "november", "december"),
)
_BEGAN = r"(?:begon|begint|gestart|startte|start|begonnen|van\s+start|loopt\s+van|liep\s+van)"
_ENDED = (
    r"(?:eindigde|eindigt|geëindigd|afgelopen|afgerond|liep\s+(?:\w+\s+){0,5}af|stopte|gestopt|"
    r"liep\b.{0,30}?\btot|duurde\b.{0,10}\btot|ten\s+einde)"
)
EVENTS: Mapping[str, re.Pattern[str]] = {
    "start": words(
        rf"experiment\b(?:(?!\b(?:eindig|liep\s+af|afgelopen|tot)).){{0,60}}?\b{_BEGAN}",
        r"(?:begon|startte|start|begonnen|gestart|begin)\b.{0,40}?\bexperiment",
        r"experiment\s+van\s+(?:\d|\w+\s+\d{4})",
    ),
    "einde": words(
        rf"experiment\b.{{0,60}}?\b{_ENDED}",
        r"(?:eindigde|eindigt|einde|eind|afloop)\b.{0,20}?\bexperiment",
    ),
    "selectie": words("geselecteerd", "selecteerde", "selectie"),
    "uitbreiding": words("toegevoegd", "uitbreiding", "uitgebreid", "aangevuld", "bijgekomen"),
}
"""What a sentence says that dates each declared day."""

# --- What report45's own facts are called ------------------------------------------------------

_TALKING = r"(?:gesprek|sprak|spreek|spreken|gesproken|contact)\w*\b.{0,300}\bper\s+"
NAMED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        r"verloop\.niet_deelgenomen",
        words(
            *(r"niet\s+(?:\w+\s+)?deel(?:genomen|namen)", r"n[ae]m(?:en)?\s+niet\s+deel"),
            *(r"viel(?:en)?\b[^.]{0,300}\baf", "afgevallen", r"(?:deed|deden)\s+niet\s+mee"),
        ),
    ),
    (
        r"verloop\.deelgenomen",
        words(
            *("(?<!niet )deelgenomen", r"n[ae]m(?:en)?\s+(?:\w+\s+){0,2}deel", "meegedaan"),
            r"de(?:ed|den)\s+(?:\w+\s+){0,3}mee",
        ),
    ),
    (r"verloop\.overstappers", words(r"overstap\w*", r"controle\w*\b.{0,300}\btoch")),
    (r"verloop\.belastbaarheidsonderzoek", words(r"belastbaarheidsonderzoek\w*")),
    (r"verloop\.voortijdig_beeindigd", words("voortijdig")),
    (r"verloop\.beeindigd", words(r"uitkering(?:en)?\b.{0,300}\bbeëindigd")),
    (
        r"(?:opzet\.toewijzing\.n|verloop\.toegewezen)",
        words(
            *("telt", "telde", "tellen", "telden", r"best(?:aat|ond)\s+uit", r"omvat(?:te)?"),
            *("volgde", "volgt", "zitten", "groot"),
        ),
    ),
    (r"opzet\.toewijzing\.toegevoegd", words("toegevoegd")),
    (r"opzet\.selectie\.populatie", words("bekeken", "doelgroep")),
    (r"opzet\.selectie\.voldoet", words("voldeden?", "voldoet")),
    (
        r"opzet\.steekproef\.verwacht",
        words("verwacht", "aangenomen", "gerekend", "rekenden?", "verwachting"),
    ),
    (r"opzet\.steekproef\.netto_effect", words(r"verwachte?\s+(?:netto\W?effect|verschil)")),
    (r"opzet\.steekproef\.taakstelling", words("taakstelling")),
    (r"opzet\.steekproef\.vermogen", words(r"onderscheidend\s+vermogen", "power")),
    (r"resultaten\.routes\.stappen", words(r"stap(?:pen)?\b.{0,300}\b(?:werk|richting)")),
    (r"instrumenten\.een_of_meer", words(r"(?:één|een|1)\s+of\s+meer\s+instrumenten")),
    (
        r"instrumenten\.meer_dan_een",
        words(r"meer\s+dan\s+(?:één|een|1)\s+instrument", r"meerdere\s+instrumenten"),
    ),
    (r"instrumenten\.geen", words(r"geen\s+(?:enkel\s+)?instrument(?:en)?")),
    (r"klantmanagement\.contacten\.per_maand", words(rf"{_TALKING}maand")),
    (r"klantmanagement\.contacten\.per_week", words(rf"{_TALKING}week")),
    (
        r"inleiding\.data\.looptijd",
        words(
            r"experiment\b.{0,300}\b(?:duurde|duurt|looptijd|liep)",
            r"looptijd\b.{0,300}\bexperiment",
        ),
    ),
    (r"inleiding\.gegeven\.klantmanagers", words("klantmanagers")),
    (
        r"inleiding\.gegeven\.caseload",
        words(r"klantmanager\w*\b.{0,300}\b(?:tegelijk|begeleid\w*)", "caseload"),
    ),
    (r"inleiding\.gegeven\.interviews", words("interviews")),
    (r"inleiding\.gegeven\.observaties", words(r"onderzoekers\b.{0,300}\bgesprekken")),
    (r"slotbeschouwing\.pijlers\.aantal", words("pijlers")),
)
"""Facts without a label of the study: their path, and what sentences call them."""

SAME_AS: Mapping[str, str] = {
    "verdienen": "inkomen",
    "verdienden": "inkomen",
    "loon": "inkomen",
    "baan": "werk",
    "gehuwd": "getrouwd",
    "geactiveerd": "activering",
    "zonder": "geen",
}
"""Words that stand for a word of a label or predicate."""

QUALIFIED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (r"gemiddelde|bedrag_gemiddeld", words("gemiddelde?", "doorsnee")),
    (r"mediaan", words("mediaan", "middelste", "mediane")),
    (r"laagste", words("laagste", "minst", "jongste", "kortste", "minimaal")),
    (r"hoogste|bedrag_hoogste", words("hoogste", "meest", "oudste", "langste")),
    (
        r"maximum",
        words("maximaal", "maximum", r"ten\s+hoogste", "hooguit", "hoogstens", "beschikbaar"),
    ),
    (r"aangenomen|verwacht", words(r"verwacht\w*", "aangenomen", "verondersteld", "gerekend")),
    (r"gerekend", words("gerekend", "rekenden?", "berekening")),
    (r"gepland\w*", words("gepland", "plan", "bedoeling")),
    (r"mogelijk|\w+_mogelijk", words("mogelijk", "onzeker", r"niet\s+zeker", "vaststaat")),
    (r"bereik|verschil|laag|hoog|uiterst", words("verschil", "effect", r"netto\w*")),
    (r"interval|\w+_interval", words(r"interval\w*", r"betrouwbaarheids\w*", "marge")),
)
"""Last part of a path, and what a sentence must say before such a number can be meant."""
EXPECTING = words(
    *("verwacht", "verwachtte", "verwachting", "rekenden?", "gerekend", "aangenomen", "vooraf"),
    *("zou", "zouden", "verondersteld"),
)
"""A clause tells what was expected, and not what came of it."""
EXPECTATION = re.compile(r"verwacht|aangenomen|taakstelling|netto_effect|gepland|steekproef")
"""In the path of a fact: it is about that."""
ASSUMED = (
    re.compile(r"opzet\.steekproef\.deel\.|resultaten\.verwachting\."),
    words(*(r"verwacht\w*", "aangenomen", "verondersteld", "gerekend", "vooraf", "gerealiseerd")),
)
"""Facts about assumptions, and the words with which a sentence speaks of them."""
