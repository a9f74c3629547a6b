from __future__ import annotations

import logging
from pathlib import Path

import pytest

from report45.display import schemes
from report45.display.style import house_style, to_svg

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


def test_lines_of_a_box_stay_within_it() -> None:
    with house_style():
        for line in ("– Uitkering beëindigd, geen werk: 24", "WWWW " * 30, "– " + "iiii " * 60):
            parts = schemes._wrap(line.strip(), bold=True)
            room = schemes._BOX - 2 * schemes._INSET
            assert all(schemes._width(part, bold=True) <= room for part in parts)
            assert " ".join(part.strip() for part in parts) == line.strip()
        assert len(schemes._wrap("– Uitkering beëindigd, geen werk: 24", bold=False)) == 1
