from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from report45.errors import NarrativeError, Place
from report45.execution import children
from report45.execution.children import KilledError
from report45.writers import pandoc
from report45.writers.pandoc import Converted, PandocSource, Target, convert

FIRST, SECOND, THIRD = (Place("a.ipynb", number) for number in (1, 2, 3))


def only(markdown: str, to: Target) -> Converted:
    """Convert one piece by itself."""
    return convert([PandocSource(FIRST, "", markdown)], [to], ())[to].pieces[0]


@pytest.mark.parametrize("to", ["html5", "typst"])
def test_every_piece_comes_back_in_its_place(to: Target) -> None:
    bodies = ["- een\n- twee", "a[^1]\n\n[^1]: noot", "> citaat", "| a | b |\n|---|---|\n| 1 | 2 |"]
    bodies += ["", "```\n# code\n```", "1. een\n\n    vervolg", "slot"]
    pieces = [
        PandocSource(Place("a.ipynb", n), f"Kop *{n}*", body) for n, body in enumerate(bodies)
    ]
    document = convert(pieces, [to], ())[to]
    made, notes = document.pieces, document.notes
    assert len(made) == len(pieces)
    assert [str(n) in one.inline for n, one in enumerate(made)] == [True] * len(made)
    assert made[4].body == ""
    assert "slot" in made[7].body
    assert not any("stuk" in one.inline + one.body for one in made)
    assert ("noot" in notes) == (to == "html5")


@pytest.mark.parametrize(
    ("markdown", "why"),
    [
        ("[x](javascript:alert(1))", "not allowed"),
        ("[x](JaVaScRiPt:alert(1))", "not allowed"),
        ("[x](&#106;avascript:alert(1))", "not allowed"),
        ("[x]\n\n[x]: javascript:alert(1)", "not allowed"),
        ("[x](data:text/html,x)", "not allowed"),
        ("[x](//elders.example)", "not allowed"),
        ("[x](#nergens)", "not allowed"),
        ("x^[een noot met [y](vbscript:x)]\n\nz[^1]\n\n[^1]: [y](vbscript:x)", "vbscript"),
        ("![x](https://elders.example/x.png)", "an image"),
        ("Kop\n===", "must start with #"),
        ("---\ntitle: x\n---", "must start with #"),
        ("x[^1]\n\n[^1]: een\n\n[^1]: twee", "pandoc says"),
    ],
)
def test_what_prose_may_not_hold_names_its_cell(markdown: str, why: str) -> None:
    pieces = [
        PandocSource(FIRST, "", "goed"),
        PandocSource(SECOND, "", markdown),
        PandocSource(THIRD),
    ]
    with pytest.raises(NarrativeError) as caught:
        convert(pieces, ["html5"], {"tabel-1"})
    assert why in str(caught.value)
    assert caught.value.faults[0].place == SECOND


def test_a_piece_that_runs_on_into_the_next_names_its_cell() -> None:
    pieces = [
        PandocSource(FIRST, "", "goed"),
        PandocSource(SECOND, "", "~~~\nx"),
        PandocSource(THIRD, "", "~~~"),
    ]
    with pytest.raises(NarrativeError) as caught:
        convert(pieces, ["html5"], ())
    (fault,) = caught.value.faults
    assert str(fault).startswith("a.ipynb, cell 2: its last list, note or code runs")


@pytest.mark.parametrize("word", ["stuk", "s&#116;uk"])
@pytest.mark.parametrize("to", ["html5", "typst", "plain", "docx"])
def test_no_prose_can_begin_a_piece(to: Target, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands between pieces on their way is a word of theirs, or no text in the language."""
    monkeypatch.setattr(pandoc, "CONVERTED", {})
    signs = [f"<{word} 4>", f"&lt;{word} 4>", f"#{word}(3)", f"{word} 4", f"{word}(3)", f"{word}2"]
    code = "`" + " ".join(signs) + "`\n\n```\n" + "\n".join(signs) + "\n```"
    body = "\n\n".join([*signs, "<piece/>", code])
    pieces = [PandocSource(FIRST, f"kop {signs[2]}", body), PandocSource(SECOND, "", "slot")]
    first, second = convert(pieces, [to], ())[to].pieces
    assert first.inline.count("uk") == 1
    assert first.body.count("uk") == 3 * 6
    assert "slot" in second.body
    assert second.body.count("uk") == 0


@pytest.mark.parametrize(
    "markdown",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "`<script>`{=html}",
        "```{=html}\n<script>alert(1)</script>\n```",
        "$$\\input{/etc/passwd}$$ \\input{x}",
        "[x]{onclick=alert(1)} **y**{.a}",
        "::: {onclick=x}\ny\n:::",
        "<!-- \n-->",
    ],
)
def test_raw_markup_comes_out_as_text(markdown: str) -> None:
    html = only(markdown, "html5")
    assert "<script" not in html.body
    assert "<img" not in html.body
    assert " onclick" not in html.body.replace("{onclick", "")
    typst = only(markdown, "typst")
    assert '#raw(block: false, lang: "html"' not in typst.body
    assert "#input" not in typst.body


def test_typst_code_in_prose_is_text() -> None:
    made = only('#let x = 1 #eval("1") @a <b> $x$', "typst")
    assert made.body == "\\#let x = 1 \\#eval(“1”) \\@a \\<b\\> \\$x\\$"


COMPANY = [
    PandocSource(
        Place("a"), "Kop met [link](#tabel-1)", "Een zin.\n\nTweede[^n].\n\n[^n]: een noot"
    ),
    PandocSource(
        Place("b"), "", "Met [verwijzing] en *nadruk*.\n\n[verwijzing]: https://example.org"
    ),
    PandocSource(Place("c"), "Kop", "- een\n- twee\n\n| a | b |\n|---|--:|\n| 1 | 2 |"),
    PandocSource(Place("d"), "", "Nog een noot[^m] en 'aanhaling'.\n\n[^m]: tweede noot"),
    PandocSource(Place("e"), "", "[verwijzing] zonder eigen bestemming"),
    PandocSource(Place("f"), "", "(@) een\n(@) twee"),
]


@pytest.mark.parametrize("to", ["html5", "typst", "plain", "docx"])
def test_company_that_was_converted_before_changes_nothing(
    to: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pandoc, "CONVERTED", {})
    whole = convert(COMPANY, [to], {"tabel-1"})
    assert convert(COMPANY, [to], {"tabel-1"}) == whole
    for place in range(len(COMPANY)):
        other = [*COMPANY]
        other[place] = PandocSource(Place("x"), "", "Iets anders, met [link](#tabel-1).")
        primed = convert(other, [to], {"tabel-1"})
        monkeypatch.setattr(pandoc, "CONVERTED", {})
        assert convert(other, [to], {"tabel-1"}) == primed


def test_every_language_comes_from_one_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = []
    run = children.run
    monkeypatch.setattr(pandoc, "CONVERTED", {})
    monkeypatch.setattr(children, "run", lambda *given: runs.append(given) or run(*given))
    made = convert(COMPANY, ["html5", "typst", "plain", "docx"], {"tabel-1"})
    assert len(runs) == 1
    for to, document in made.items():
        assert "tweede noot" in repr(document), to
    assert [one.inline for one in made["plain"].pieces][:1] == ["Kop met link"]
    assert {one.plain for one in made["docx"].pieces} == {"Kop met link", "", "Kop"}


def test_a_link_of_a_kept_piece_is_checked_again() -> None:
    pieces = [PandocSource(FIRST, "", "Zie [hier](#tabel-1)."), PandocSource(SECOND, "", "Goed.")]
    convert(pieces, ["html5"], {"tabel-1"})
    with pytest.raises(NarrativeError, match="cell 1: the link to #tabel-1 is not allowed"):
        convert(pieces, ["html5"], set())


@pytest.mark.parametrize("indent", ["    ", "\t", "      ", "  \t"])
def test_prose_is_no_code_because_it_is_indented(indent: str) -> None:
    """As pasted from a mail, or set neatly between the tags of a condition."""
    prose = f"{indent}Deze zin is *ingesprongen*,\n{indent}en loopt door.\n\n{indent}- een\n"
    markdown = f"{prose}\n- los\n\n    verder\n\n{indent}{indent}diep\n"
    html = only(markdown, "html5")
    assert "<code>" not in html.body
    assert "<p>Deze zin is <em>ingesprongen</em>, en loopt door.</p>" in html.body
    assert "<li>een</li>" in html.body
    for deep in ("verder", "diep"):
        assert f"<p>{deep}</p>" in html.body


def test_code_between_fences_stays_code() -> None:
    markdown = "```\n  a *b*\n```\n\n~~~\nc\n~~~\n\n- d\n\n    ```\n    e\n    ```\n"
    html = only(markdown, "html5")
    assert re.findall(r"<code[^>]*>(.*?)</code>", html.body, re.DOTALL) == ["  a *b*", "c", "e"]
    assert "bare" not in html.body


def test_a_note_in_an_indented_paragraph_is_told() -> None:
    pieces = [PandocSource(FIRST, "", "    Een zin.[^a]\n\n[^a]: Noot."), PandocSource(SECOND)]
    with pytest.raises(NarrativeError, match="cell 1: an indented paragraph holds a note"):
        convert(pieces, ["html5"], ())


@pytest.mark.parametrize(
    ("limit", "value", "prose", "why"),
    [
        (("_PATIENCE_FOR_ONE", "PATIENCE"), 1, "[" * 5000, "pandoc took longer than 1 seconds."),
        (("MEMORY",), 1 << 29, "[" * 1000 + "a" + "]" * 1000, "pandoc needed more than"),
    ],
    ids=["time", "memory"],
)
def test_what_pandoc_does_not_get_through_names_its_cell(
    limit: tuple[str, ...], value: int, prose: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in limit:
        monkeypatch.setattr(children if name == "MEMORY" else pandoc, name, value)
    pieces = [
        PandocSource(FIRST, "", "goed"),
        PandocSource(SECOND, "", prose),
        PandocSource(THIRD, "", "goed"),
    ]
    with pytest.raises(NarrativeError) as caught:
        convert(pieces, ["html5"], ())
    (fault,) = caught.value.faults
    assert fault.place == SECOND
    assert fault.problem.startswith(why)
    assert caught.value.exit_code == 2


def test_what_a_user_set_for_lua_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "CONVERTED", {})
    monkeypatch.setenv("LUA_INIT", "error('mine')")
    assert only("goed", "html5").body == "<p>goed</p>"


@pytest.mark.skipif(os.name == "nt", reason="a program is put in pandoc's place")
def test_pandoc_ended_by_someone_else_is_no_fault_of_prose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = tmp_path / "pandoc"
    fake.write_text("#!/bin/sh\nkill -KILL $$\n")
    fake.chmod(0o755)
    monkeypatch.setattr(pandoc, "_program", lambda: str(fake))
    with pytest.raises(KilledError, match="pandoc was ended by someone else") as caught:
        convert([PandocSource(FIRST, "", "goed")], ["typst"], ())
    assert caught.value.exit_code == 1


def test_what_pandoc_leaves_when_it_is_ended_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`pandoc lua` makes a folder, though nobody types anything."""
    told = tmp_path / "told"
    ended = tmp_path / "pandoc"
    ended.write_text(
        f'#!/bin/sh\nmkdir "$TMPDIR/pandoc-hist1-0" && echo "$TMPDIR" > {told}\nkill -9 $$\n'
    )
    ended.chmod(0o700)
    monkeypatch.setattr(pandoc, "_program", lambda: str(ended))
    with pytest.raises(KilledError):
        only("Een zin.", "html5")
    folder = Path(told.read_text().strip())
    assert "report45-" in str(folder)
    assert not folder.exists()
