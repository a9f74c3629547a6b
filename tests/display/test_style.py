from __future__ import annotations

import logging
from pathlib import Path

import pytest

from report45.display.style import fold, house_style, text_width, to_svg

FONTS = Path(__file__).parents[2] / "report_templates" / "fonts"


@pytest.mark.parametrize(("weight", "file"), [("normal", "Regular"), ("bold", "Semibold")])
def test_figures_have_the_type_of_the_page(
    weight: str, file: str, caplog: pytest.LogCaptureFixture
) -> None:
    """From the repository, whatever fonts the machine has, and without a word about it."""
    from matplotlib.font_manager import FontProperties, findfont

    with caplog.at_level(logging.WARNING), house_style():
        found = findfont(FontProperties(weight=weight))
    assert Path(found) == FONTS / f"SourceSans3-{file}.ttf"
    assert not caplog.records


def test_a_label_is_no_formula() -> None:
    """A label with two dollar signs would come out as mathematics, or not at all."""
    import matplotlib.pyplot as plt

    with house_style():
        figure = plt.figure()
        figure.text(0, 0, r"van $\frac{$ tot")
        assert to_svg(figure).startswith("<svg")


@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "– Uitkering beëindigd, geen werk: 24",
        "WWWW " * 30,
        "– " + "iiii " * 60,
        "Werkgelegenheidsbevorderingsprogrammadeelnemersregistratie",
        "W" * 200,
        "a",
        "",
    ],
)
def test_a_folded_text_stays_within_its_room_and_loses_nothing(text: str, *, bold: bool) -> None:
    with house_style():
        lines = fold(text.strip(), 1.5, bold=bold, indent="   ")
        assert all(text_width(line, bold=bold) <= 1.5 for line in lines)
    joined = "".join(line.strip().removesuffix("-") for line in lines)
    assert joined.replace(" ", "") == text.replace(" ", "")


def test_a_text_that_fits_is_one_line() -> None:
    with house_style():
        assert fold("– Uitkering beëindigd, geen werk: 24", 2.7) == [
            "– Uitkering beëindigd, geen werk: 24"
        ]


@pytest.mark.parametrize("label", ["hulpgroep שלום", "Afgerond 👍", "你好"])
def test_a_label_in_letters_our_font_lacks_still_has_a_width(label: str) -> None:
    with house_style():
        assert 0 < text_width(label) < 2
        assert " ".join(fold(label, 2)) == label
