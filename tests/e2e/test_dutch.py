"""The linter of rendered Dutch finds what it should, and leaves good sentences alone."""

from __future__ import annotations

import pytest

from tests.e2e.dutch import faults

WRONG = {
    "a value that is no number": "Het gemiddelde is nan jaar.",
    "a number nobody knows": "Dat is onbekend procent van de klanten.",
    "a rest of a template": "Het zijn {{ n }} klanten.",
    "two spaces": "Zij kreeg er een.  Ook wie bleef.",
    "a space before a mark": "Er bleven 128 deelnemers over .",
    "a space after a bracket": "Dat is de helft ( 50 procent).",
    "two marks": "Er bleven 128 deelnemers over,.",
    "no space after a mark": "Dat bleek.Meer was er niet.",
    "a word twice": "Van de de klanten werkt een kwart.",
    "one with a plural": "Van de 1 klanten nam er één deel.",
    "many with a singular": "Er zijn acht klant toegevoegd.",
    "none as a number": "Bij nul klanten is dat zo.",
    "none after a preposition": "Er vielen er nul af.",
    "a plural verb with one": "Eén klant hebben deelgenomen.",
    "a singular verb with many": "Acht klanten heeft deelgenomen.",
    "a plural verb before one": "Er zijn nog één klant toegevoegd.",
    "a plural verb with none": "Geen van de klanten zijn ouder dan 60 jaar.",
    "a singular verb with all": "Alle deelnemers kreeg een onderzoek.",
    "a plural verb with a percentage": "54 procent van de klanten zijn vrouw.",
    "a plural after every": "Iedere klanten is gesproken.",
    "all of one": "Bij alle 1 past de groep bij het cijfer.",
    "an accent for emphasis on a capital": "Één op de tien is alleenstaand.",
    "a range from a number to itself": "Dat is ten minste 2 procent en ten hoogste 2 procent.",
    "between a number and itself": "Het ligt tussen 1,3 procentpunt en 1,3 procentpunt.",
    "not a number but itself": "Zij komt niet op 0 procent, maar op 0 procent.",
    "a number against itself": "Het is 0 procent tegen 0 procent.",
    "a heading above nothing": "Goed.\n\n## Een kop",
    "no end": "Dit is geen zin",
    "no list": "Dit waren de redenen:\n\nVerder niets.",
    "nothing": "Dit waren zij:\n\n- \n- een",
    "a bracket or quotation mark without the other": "Dat is zo (tabel 2.1.",
    "a small letter at the start": "Dat is zo. de rest niet.",
    "more or less between equal numbers": "In de ene groep is 54 procent meer dan de 54 procent.",
}

RIGHT = [
    "Van de 203 klanten vielen er 75 af voordat het traject begon:\n\n- werk: één klant",
    "Eén op de tien klanten is alleenstaand; zijn er 1\\.182 andere, dan zijn er veel.",
    "Bij vier klanten is dat niet zeker, en met die erbij wordt het 17 procent.",
    "Het verschil is −79,3 tot 79,3 procentpunt (p \\< 0,001).",
    "Geen van de klanten is ouder dan 60 jaar. 39 procent heeft een stap gezet.",
    "Alle deelnemers gebruikten één of meer instrumenten.",
    "## Werk\n\nDe groepen verschillen niet.\n Zij lijken op elkaar, zie [tabel 2.1](#tabel).",
    "**Wat niet klopt**\n\n- Dat 0 procent 0 is.",
]


@pytest.mark.parametrize("name", WRONG)
def test_a_fault_is_found(name: str) -> None:
    assert name in {found.partition(":")[0] for found in faults(WRONG[name])}


@pytest.mark.parametrize("text", RIGHT)
def test_a_good_sentence_is_left_alone(text: str) -> None:
    assert faults(text) == []
