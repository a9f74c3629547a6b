"""Pictures made safe to stand inside a page: nothing that runs, loads or clashes."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from functools import lru_cache

from report45.errors import Fault, InputError, Place

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_ALLOWED = {
    *("svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "text"),
    *("polyline", "polygon", "clipPath", "mask", "marker", "pattern", "tspan", "stop"),
    *("linearGradient", "radialGradient"),
}
_DROPPED = {"metadata", "title", "desc", "style"}
_OUTSIDE = re.compile(r"url\(\s*(?!['\"]?#)|@import|javascript:|data:|\\", re.IGNORECASE)
_LENGTH = re.compile(r"([0-9.]+)(pt|px|in|mm|cm)?$")
_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "mm": 72 / 25.4, "cm": 720 / 25.4, None: 0.75}


@lru_cache(maxsize=64)  # every format of a publication shows the same picture
def inline(svg: str, prefix: str, place: Place) -> str:
    """Make an SVG fit to stand in a page with others.

    Parameters
    ----------
    svg : str
        The picture as the chapter shows it.
    prefix : str
        Put before every id, so that ids are unique on the page.
    place : Place
        The display, for messages.

    Returns
    -------
    str
        The ``<svg>`` element; hidden from screen readers, for its figure has the description.

    Raises
    ------
    InputError
        If it is not XML, or holds anything but shapes and text: a script, a link, an event
        handler, a bitmap, an outside address.
    """
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    root = _parsed(svg, place)
    for parent in root.iter():
        for child in list(parent):
            if _name(child) in _DROPPED or not isinstance(child.tag, str):
                parent.remove(child)
    for one in root.iter():
        if _name(one) not in _ALLOWED or not one.tag.startswith(f"{{{_SVG}}}"):
            raise InputError(
                [Fault(place, "refused-picture", f"a picture may not hold <{_name(one)}>.")]
            )
        for key, value in list(one.attrib.items()):
            one.attrib[key] = _attribute(key, value, prefix, place)
    # A style sheet in a picture would reach the whole page. Matplotlib's says this and no more.
    root.attrib |= {"stroke-linejoin": "round", "stroke-linecap": "butt"}
    root.attrib |= {"aria-hidden": "true", "focusable": "false"}
    return ET.tostring(root, encoding="unicode")


def width(svg: str, place: Place) -> float | None:
    """Give a picture's own width in points; None when it has none."""
    found = _LENGTH.match(_parsed(svg, place).attrib.get("width", ""))
    return float(found[1]) * _POINTS[found[2]] if found else None


def _parsed(svg: str, place: Place) -> ET.Element:
    if "<!DOCTYPE" in svg or "<!ENTITY" in svg:
        problem = "a picture may not declare a document type."
        raise InputError([Fault(place, "refused-picture", problem)])
    try:
        return ET.fromstring(svg)  # noqa: S314  no document type, so no entities
    except ET.ParseError as error:
        raise InputError([Fault(place, "not-svg", f"the picture is not SVG: {error}.")]) from None


def _name(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _attribute(key: str, value: str, prefix: str, place: Place) -> str:
    name = key.rpartition("}")[2]
    outside = name == "href" and not value.startswith("#")
    outside |= bool(_OUTSIDE.search(value))
    if outside or name.lower().startswith("on"):
        problem = f"a picture may not hold {name}={value[:40]!r}."
        raise InputError([Fault(place, "refused-picture", problem)])
    if name == "id":
        return f"{prefix}-{value}"
    if name == "href":
        return f"#{prefix}-{value[1:]}"
    return re.sub(r"url\((['\"]?)#", rf"url(\1#{prefix}-", value)
