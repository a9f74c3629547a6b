"""``study.toml``: each part by itself, and the parts against each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from report45.errors import InputError
from report45.study.config import StudyConfig
from report45.study.load import load
from report45.study.schema import schemas
from report45.study.toml import read_config

from .small import TOML, edit, message, messages, small


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        # keys
        ('author = "On', 'autor = "On', "study.toml, autor: unknown key. Did you mean `author`?"),
        ("planned = 4", "planed = 4", "study.toml, design.planed: unknown key. Did you mean `plan"),
        (
            'rate = 0.3\nroute = "werk"',
            'rate = 0.3\nruote = "werk"',
            "study.toml, design.strata[alle].ruote: unknown key. Did you mean `route`?",
        ),
        ('title = "Proef"', 'x = "Proef"', "study.toml, title: this key is required. Add it."),
        ("[tables.quotes]", "[tables.citaten]", "tables.citaten"),
        # types
        ("date = 2019-05-01", 'date = "mei"', "study.toml, date: input should be a valid date"),
        ("population = 10", 'population = "veel"', "study.toml, design.population: input should"),
        ("population = 10", "population = 0", "should be greater than 0."),
        ("control_rate = 0.1", "control_rate = 11.67", "design.control_rate: input should be less"),
        ("share = 1.0", "share = 0.5", "design: the shares of the strata add up to 0.5, not to 1."),
        ('name = "budget"', 'name = "Budget 1"', "instruments[Budget 1].name: not a name. Use low"),
        ("steps = [", 'base = "iedereen"\nsteps = [', "study.toml, base: input should be 'all' or"),
        # a publication is named, never pointed at: its templates are code
        ('author = "On', 'publications = ["../pub"]\nauthor = "On', "publications[1]: not a name."),
        ('author = "On', 'publications = ["/tmp/pub"]\nauthor = "On', "publications[1]: not a na"),
        ('author = "On', 'publications = ["pub/.."]\nauthor = "On', "publications[1]: not a name"),
        # dates
        ("end = 2019-04-01", "end = 2017-04-01", "start (2017-10-01) lies after end (2017-04-01)"),
        ("2017-09-01", "2017-11-01", "selection (2017-11-01) lies after start (2017-10-01)"),
        # what a study calls things stands after words that an article would not fit
        ("[dates]", '[terms]\ngoal = "een baan"\n[dates]', "terms.goal: give this term without"),
        ("[dates]", '[terms]\nbenefit = "De bijstand"\n[dates]', "terms.benefit: give this term"),
        ("[dates]", '[terms]\nexperiment = "het team"\n[dates]', "terms.experiment: give this te"),
        # how a file is written
        ('"werk.csv"', '"werk.csv"\nseparator = ";;"', "tables.work_income.separator: string shou"),
        ('"werk.csv"', '"werk.csv"\nseparator = "a"', "separator: this cannot separate cells."),
        ('"werk.csv"', '"werk.csv"\nencoding = "ut8"', 'encoding: unknown encoding; use "utf-8"'),
        ('"werk.csv"', '"werk.csv"\nencoding = "rot13"', "encoding: unknown encoding"),
        ('"werk.csv"', '"werk.csv"\ndate_format = "dd-mm-jjjj"', "a date needs a day, a month and"),
        ('"werk.csv"', '"werk.csv"\ndecimal = "komma"', "decimal: input should be ',' or '.'."),
        ('"werk.csv"', '"werk.csv"\nskip_rows = -1', "skip_rows: input should be greater than or"),
        ('"werk.csv"', '""', "tables.work_income.file: string should have at least 1 character."),
        # characteristics
        ('heading = "vrouw"', 'heading = "vrouwen"', "heading names vrouwen, which is neither a"),
        (', code = "man"', "", "characteristics[geslacht]: every category needs a code."),
        # criteria and sources
        ("at_least = 45", "", '"age" and "duration" need a bound, other kinds have none.'),
        ("at_least = 45", 'at_least = 45\ncodes = ["x"]', '`codes` goes with kind = "codes"'),
        (
            'certain = ["vol"]',
            "certain = []",
            "counts nothing: give `certain` or",
        ),
        (
            'certain = ["vol"]',
            'certain = ["vol"], possible = ["vol"]',
            "outcomes[werk].experiment[1]: both certain and possible: vol.",
        ),
    ],
)
def test_faults_in_one_part(tmp_path: Path, old: str, new: str, told: str) -> None:
    found = messages(edit(small(tmp_path), "study.toml", old, new))
    assert all(one.startswith("study.toml") for one in found)
    assert any(told in one for one in found), found


def test_all_faults_at_once(tmp_path: Path) -> None:
    edit(small(tmp_path), "study.toml", "planned = 4", "planned = 1")
    edit(tmp_path, "study.toml", 'title = "Proef"', "")
    edit(tmp_path, "study.toml", 'kind = "age"\nunit', 'kind = "leeftijd"\nunit')
    assert len(messages(tmp_path)) == 3


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"title = ", "study.toml: is not TOML: Invalid value (at "),
        (b'title = "a"\ntitle = "b"', "study.toml: is not TOML: Cannot overwrite a value (at "),
        ('title = "Zoë"'.encode("cp1252"), "study.toml, line 1: is not UTF-8. Save it as UTF-8."),
    ],
)
def test_what_is_no_toml(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "study.toml").write_bytes(content)
    assert message(tmp_path).startswith(told)


def test_notepad_may_write_it(tmp_path: Path) -> None:
    written = b"\xef\xbb\xbf" + TOML.replace("\n", "\r\n").encode()
    (small(tmp_path) / "study.toml").write_bytes(written)
    assert load(tmp_path).config.title == "Proef"


def test_a_folder_without_study(tmp_path: Path) -> None:
    assert "the file is missing. Every study folder needs a study.toml" in message(tmp_path)
    assert "There is no such folder." in message(tmp_path / "x")
    (tmp_path / "study.toml").mkdir()
    assert message(tmp_path) == "study.toml: is a folder, not a file. Name the file in it."


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        # names that refer to nothing
        ('steps = ["werk"]', 'steps = ["werkt"]', "steps: there is no route werkt. Did you mean w"),
        ('route = "werk"\n', 'route = "zorg"\n', "design.strata.alle: there is no route zorg. Kno"),
        ('outcome = "werk"', 'outcome = "baan"', "design.outcome: there is no outcome baan. Known"),
        # days
        (
            'steps = ["werk"]',
            'steps = ["werk"]\nbenefit_start = "born"',
            "benefit_start: no duration is measured from a column born. Known: none.",
        ),
        ("selection = 2017-09-01\n", "", "criteria.leeftijd: is measured at the day selection, wh"),
        (
            'unit = "jaar"',
            'at = "extension"',
            "characteristics.leeftijd: is measured at the",
        ),
        # names and codes used twice
        ('name = "nooit"', 'name = "werk"', "routes: the name werk is used twice. They must diff"),
        ('code = "nooit"', 'code = "werk"', "routes: the code werk is used twice. They must diff"),
        ('code = "vrouw"', 'code = "man"', "characteristics.geslacht: the code man is used twice."),
        # names that facts beside them have
        ('name = "nooit"', 'name = "n"', "routes.n: the report uses this name for something else."),
        (
            'name = "man"',
            'name = "alle"',
            "characteristics.geslacht.categories.alle: the report us",
        ),
        ('name = "geslacht"', 'name = "grens"', "characteristics.grens: the report uses this name"),
        # columns
        (
            'born = "geboren"',
            'born = "geboren", bron = "geboren"',
            "tables.clients.columns.bron: nothing in the study uses this column. Did you mean born",
        ),
        (
            'codes.sex = { M = "man", V = "vrouw" }',
            'codes.sex = { M = "man", V = "vrouw" }\ncodes.sexe = { x = "man" }',
            "tables.clients.codes.sexe: nothing in the study uses this column. Did you mean sex?",
        ),
        (
            'column = "sex"',
            'column = "group"',
            "characteristics.geslacht: the column group has a meaning already. Give it another",
        ),
        (
            'column = "sex"',
            'column = "born"',
            "characteristics.leeftijd: reads born as a date, and characteristics.geslacht as a co",
        ),
        (
            'column = "kind", certain = ["vol"]',
            'column = "start", certain = ["vol"]',
            "outcomes.werk: reads start as a code, and the table itself as a date. Give the colu",
        ),
        # codes
        (
            'M = "man", V = "vrouw"',
            'M = "man", V = "vrow"',
            "tables.clients.codes.sex: nothing knows the code vrow. Did you mean vrouw?",
        ),
        (
            'EXP = "experiment"',
            'EXP = "proefgroep"',
            "tables.clients.codes.group: nothing knows the code proefgroep. Known: control, exper",
        ),
        ('certain = ["baan"]', 'certain = ["ban"]', "no code ban is declared for benefit_endings"),
        ('certain = ["vol"]', 'certain = ["Vol"]', "no row has the code Vol in soort. Check its s"),
        # tables
        ('"werk"]\n', '"werk"]\ncontact_plan = { per_week = 1 }\n', "table contacts is not decl"),
    ],
)
def test_parts_that_contradict_each_other(tmp_path: Path, old: str, new: str, told: str) -> None:
    found = messages(edit(small(tmp_path), "study.toml", old, new))
    assert any(one.startswith("study.toml, ") and told in one for one in found), found


def test_a_source_column_that_the_file_lacks(tmp_path: Path) -> None:
    edit(small(tmp_path), "study.toml", 'column = "kind", certain', 'column = "soorten", certain')
    assert message(tmp_path) == (
        "werk.csv, row 1, column soorten: the column is missing. "
        "Did you mean soort? Say so under `columns` in study.toml."
    )


def test_parity_needs_its_column(tmp_path: Path) -> None:
    edit(small(tmp_path), "study.toml", "[dates]", '[allocation]\nmethod = "last_digit"\n[dates]')
    assert message(tmp_path).startswith(
        "klanten.csv, row 1, column last_digit: the column is missing."
    )


def test_a_study_without_clients(tmp_path: Path) -> None:
    edit(small(tmp_path), "study.toml", "[tables.clients]", "[tables.outcomes]")
    edit(tmp_path, "study.toml", "[dates]", '[allocation]\nmethod = "last_digit"\n[dates]')
    assert "study.toml, tables: there is no table clients. Declare it." in messages(tmp_path)


def test_a_code_may_be_rare_when_it_is_listed(tmp_path: Path) -> None:
    edit(small(tmp_path), "study.toml", 'certain = ["vol"]', 'certain = ["vol", "half"]')
    assert "no row has the code half in soort." in message(tmp_path)
    listed = 'end = "tot" }\ncodes.kind = { vol = "vol", deels = "half" }\n\n[tables.benefit'
    edit(tmp_path, "study.toml", 'end = "tot" }\n\n[tables.benefit', listed)
    assert load(tmp_path).tables["work_income"]["kind"].to_list() == ["vol"]


def test_listed_codes_are_the_only_ones(tmp_path: Path) -> None:
    expected = schemas(read_config(small(tmp_path)))
    assert expected["benefit_endings"]["reason"].allowed == {"baan", "verhuisd"}
    assert expected["work_income"]["kind"].allowed is None
    assert expected["instruments"]["kind"].allowed == {"budget"}
    assert expected["clients"]["born"].kind == "date"


def test_the_configuration_cannot_be_changed(tmp_path: Path) -> None:
    config = read_config(small(tmp_path))
    with pytest.raises(ValueError, match="frozen"):
        config.title = "Anders"  # type: ignore[misc]


def test_every_key_of_a_table_is_known_to_the_suggestions(tmp_path: Path) -> None:
    """A slip in any key of a table is answered with that key."""
    for key in StudyConfig.model_fields["tables"].annotation.__args__[1].model_fields:  # type: ignore[union-attr]
        slip = f'"werk.csv"\n{key}x = "?"'
        edit(small(tmp_path), "study.toml", '"werk.csv"', slip)
        with pytest.raises(InputError, match=f"tables.work_income.{key}x: unknown key. Did you"):
            read_config(tmp_path)


def test_a_trial_of_clusters_is_refused_by_name(tmp_path: Path) -> None:
    edit(small(tmp_path), "study.toml", "[dates]", '[allocation]\nmethod = "cluster"\n[dates]')
    assert message(tmp_path) == (
        "study.toml, allocation.method: groups drawn by cluster are not supported: persons are "
        "compared, those of one cluster resemble each other, and every interval and p-value would "
        "be too small. Use a method made for clusters."
    )
