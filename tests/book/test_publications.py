"""A publication is a folder: what a user makes without Python, and what the delivered ones hold."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path

import lxml.html
import pikepdf
import pytest
from pdfminer.high_level import extract_pages, extract_text
from pdfminer.layout import LTTextContainer

from report45 import checkout
from report45.builds.publish import publish
from report45.chapters.executed import read_chapters
from report45.errors import InputError, NarrativeError
from tests.book import fixtures as made

Folder = Callable[..., str]
OWN = """
# {{ kenmerken.geslacht.vrouw.totaal | breuk | hoofdletter }} is vrouw

Van de {{ studie.termen.personen }} is {{ kenmerken.geslacht.vrouw.totaal }} vrouw; zie
{{ ref.kenmerken.geslacht }} en {{ ref.hoofdstuk.verantwoording }}.

::: kerncijfers Het kort
- **{{ kenmerken.geslacht.vrouw.experiment }}** van de experimentgroep is vrouw
- **402** klanten
:::

## Figuur

{{ toon("kenmerken.verdeling") }}

{{ toon("kenmerken.geslacht") }}

Meer op <https://voorbeeld.nl> of [hier](https://voorbeeld.nl/a).[^1]

[^1]: Een noot.
"""
ELSEWHERE = '[elsewhere]\npublication = "deelrapport"\nwords = "van het deelrapport"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """Put a publication beside the delivered ones, as a user would."""
    templates = tmp_path / "report_templates"
    shutil.copytree(checkout.TEMPLATES, templates)
    monkeypatch.setattr(checkout, "TEMPLATES", templates)

    def put(text: str, chapters: str = '[[chapters]]\ntext = "tekst.md"\n', **files: str) -> str:
        own = templates / "raadsbrief"
        own.mkdir()
        declared = f'formats = ["html", "pdf", "txt"]\nlabel = "Raadsbrief"\n{chapters}{ELSEWHERE}'
        (own / "publication.toml").write_text(declared, encoding="utf-8")
        (own / "tekst.md").write_text(text.lstrip("\n"), encoding="utf-8")
        for name, content in files.items():
            (own / name.replace("_", ".", 1)).write_text(content, encoding="utf-8")
        return "raadsbrief"

    return put


def make(tmp_path: Path, name: str, *formats: str) -> tuple[Path, ...]:
    chapters = read_chapters(made.whole(tmp_path / "chapters"))
    return publish(chapters, name, tmp_path / "out", formats)


def test_folder_with_a_text_is_a_publication(folder: Folder, tmp_path: Path) -> None:
    name = folder(OWN, style_css=".kerncijfers { color: teal }")
    html, pdf, txt = make(tmp_path, name, "html", "pdf", "txt")
    source = html.read_text(encoding="utf-8")
    page = lxml.html.document_fromstring(source)
    said = " ".join(page.text_content().split())
    assert [one.text for one in page.iter("h1")] == ["Ruim de helft is vrouw"]
    assert [one.text for one in page.xpath("//main//h2")] == ["Figuur", "Noten"]
    assert "klanten is 56 procent vrouw; zie tabel 2.2 van het deelrapport en bijlage 1 van" in said
    assert [one.text for one in page.xpath("//div[@class='kerncijfers']//strong")] == [
        "54 procent",
        "402",
    ]
    (figure,) = page.xpath("//figure[@id='figuur-kenmerken-verdeling']")
    assert "Klanten naar verdeling" in figure.text_content()
    assert "Figuur 2" not in said
    assert source.index(".kerncijfers { color: teal }") > source.index(".kerncijfers {")
    with pikepdf.open(pdf) as document:
        assert document.docinfo["/Title"] == "Ruim de helft is vrouw"
        with document.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
    for text in (" ".join(extract_text(pdf).split()), " ".join(txt.read_text().split())):
        assert "56 procent vrouw; zie tabel 2.2 van het deelrapport" in text
        assert "54 procent van de experimentgroep" in text


@pytest.mark.parametrize("name", ["../raadsbrief", "basis/../raadsbrief", ".", "", "Raadsbrief\n"])
def test_publication_is_a_name_and_no_path(folder: Folder, tmp_path: Path, name: str) -> None:
    """A template is code: whoever could point at a folder of his own would run it here."""
    folder(OWN, index_html_j2="{{ cycler.__init__.__globals__.os.getcwd() }}")
    outside = checkout.TEMPLATES.parent / "raadsbrief"
    shutil.copytree(checkout.TEMPLATES / "raadsbrief", outside)
    for given in (name, name.replace("../raadsbrief", str(outside))):
        with pytest.raises(InputError, match="no such publication"):
            make(tmp_path, given, "html")
    assert not (tmp_path / "out").exists()


def test_plain_text_says_what_a_page_shows(folder: Folder, tmp_path: Path) -> None:
    (txt,) = make(tmp_path, folder(OWN), "txt")
    text = txt.read_text(encoding="utf-8")
    assert text.startswith("Raadsbrief\nBureau Proef, 1 mei 2019\n\nRuim de helft is vrouw\n====")
    assert "Twee staven: de eerste is lager dan de tweede." in text
    assert "- Rij 1: experimentgroep 1%; controlegroep 1%; totaal 1%" in text
    assert "<https" not in text
    assert "https://voorbeeld.nl" in text
    assert "hier (https://voorbeeld.nl/a).[1]" in text
    assert text.endswith("\n[1] Een noot.\n")
    assert max(len(line) for line in text.splitlines()) <= 72


def test_chapters_and_own_prose_go_together(folder: Folder, tmp_path: Path) -> None:
    """Own prose has no numbers; the chapters after it count from one."""
    chapters = '[[chapters]]\ntext = "tekst.md"\n[[chapters]]\nsections = ["kenmerken"]\n'
    name = folder("# Vooraf\n\nZie {{ ref.geslacht }}.", 'title = "Bundel"\n' + chapters)
    (html,) = make(tmp_path, name, "html")
    page = lxml.html.document_fromstring(html.read_text(encoding="utf-8"))
    heads = [" ".join(one.text_content().split()) for one in page.xpath("//h1 | //h2")]
    assert heads == ["Bundel", "Vooraf", "1 Over kenmerken", "Noten"]
    assert page.xpath("//a[@href='#tabel-kenmerken-geslacht']")[0].text == "tabel 1.2"


def test_folder_can_build_on_another(folder: Folder, tmp_path: Path) -> None:
    """``conf.json`` names the folder whose templates come before those of ``basis``."""
    name = folder(OWN, conf_json='{"base_template": "deelrapport"}')
    (html,) = make(tmp_path, name, "html")
    source = html.read_text(encoding="utf-8")
    assert '<nav class="inhoud"' in source
    assert ".inhoud {" in source


@pytest.mark.parametrize("tables", [0, 1])
def test_fact_sheet_never_takes_a_second_page(folder: Folder, tmp_path: Path, tables: int) -> None:
    much = OWN + '\n\n{{ toon("kenmerken.lengte") }}' * tables
    (pdf,) = make(tmp_path, folder(much, conf_json='{"base_template": "factsheet"}'), "pdf")
    with pikepdf.open(pdf) as document:
        assert len(document.pages) == 1
    (page,) = extract_pages(pdf)
    lines = [line for box in page if isinstance(box, LTTextContainer) for line in box]
    rows = [line.bbox[1] for line in lines if line.get_text().startswith("Rij ")]
    assert len(rows) == (72 if tables else 2)
    assert all(above - below > 2 for above, below in itertools.pairwise(sorted(rows)[::-1]))
    assert min(rows) > 0


@pytest.mark.parametrize(
    ("text", "chapters", "why"),
    [
        ("{{ toon('kenmerken.niets') }}", None, "raadsbrief/tekst.md, line 1: there is no kenm"),
        ("a\n\n{{ ref.niets }}", None, "raadsbrief/tekst.md, line 3: there is no ref.niets"),
        ("{{ toon('verdeling') }}", None, "there is no verdeling to show here"),
        ("# {{ ref.kenmerken.geslacht }}", None, "its title cannot hold a reference"),
        ("{{ toon('kenmerken.verdeling') }}\n\n{{ toon('kenmerken.verdeling') }}", None, "two pl"),
        (
            "{{ toon('kenmerken.verdeling') }}",
            '[[chapters]]\ntext = "tekst.md"\n[[chapters]]\nsections = ["kenmerken"]\n',
            "kenmerken.verdeling stands in this publication already: raadsbrief/tekst.md",
        ),
        ("x", '[[chapters]]\ntext = "weg.md"\n', "raadsbrief/weg.md: raadsbrief/publication.toml"),
        ("x", '[[chapters]]\ntext = "../deelrapport/tekst.md"\n', "chapters[1].text"),
        ("x", "[[chapters]]\n", "either sections or a text"),
        ("x", '[[chapters]]\ntext = "tekst.md"\ntitle = "x"\n', "own headings"),
        ("x", 'kleur = "rood"\n[[chapters]]\ntext = "tekst.md"\n', "kleur"),
    ],
)
def test_faults_name_file_and_line(
    folder: Folder, tmp_path: Path, text: str, chapters: str | None, why: str
) -> None:
    name = folder(text, chapters) if chapters else folder(text)
    with pytest.raises((NarrativeError, InputError)) as caught:
        make(tmp_path, name, "html")
    assert why in str(caught.value)


def test_without_elsewhere_a_reference_needs_its_target(folder: Folder, tmp_path: Path) -> None:
    name = folder("{{ ref.kenmerken.geslacht }}")
    declared = checkout.TEMPLATES / name / "publication.toml"
    declared.write_text(declared.read_text().replace(ELSEWHERE, ""))
    with pytest.raises(NarrativeError, match=r"there is no ref.kenmerken"):
        make(tmp_path, name, "html")


def test_each_file_is_told_once_it_is_made(tmp_path: Path) -> None:
    told: list[str] = []
    chapters = read_chapters(made.whole(tmp_path / "chapters"))
    publish(chapters, "deelrapport", tmp_path, ["html", "pdf"], done=told.append)
    assert told == ["deelrapport.html", "deelrapport.pdf"]
    assert publish(chapters, "deelrapport", tmp_path, []) == ()
