"""Colours and shapes: told apart by everybody, on light and on dark ground."""

from __future__ import annotations

from itertools import combinations

import pytest

from ontology import palette
from ontology.errors import LexiconError

MAIN = ("proposal", "reply", "organisation", "fund", "platform", "policy")
LIGHT_GROUND, DARK_GROUND = "#fbfaf7", "#15181d"

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
VISION = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def seen(colour: str, vision: str) -> tuple[float, float, float]:
    rgb = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, rgb, strict=True)))) for row in VISION[vision]
    )
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5


def test_every_kind_stands_out_from_the_ground_it_is_drawn_on():
    for swatch in palette.load().swatches:
        assert contrast(swatch.colour, LIGHT_GROUND) >= 3, swatch.kind
        assert contrast(swatch.colour_dark, DARK_GROUND) >= 3, swatch.kind


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("ground", ["colour", "colour_dark"])
def test_the_six_main_kinds_are_told_apart_with_any_colour_vision(vision, ground):
    colours = [getattr(palette.load().of(kind), ground) for kind in MAIN]
    nearest = min(distance(seen(a, vision), seen(b, vision)) for a, b in combinations(colours, 2))
    assert nearest >= 20


def test_the_six_main_kinds_have_six_shapes():
    assert len({palette.load().of(kind).shape for kind in MAIN}) == len(MAIN)


def test_no_two_kinds_share_colour_and_shape():
    looks = [(swatch.colour, swatch.shape) for swatch in palette.load().swatches]
    assert len(set(looks)) == len(looks)


def test_a_kind_without_a_row_looks_like_other():
    assert palette.load().of("meteor").kind == "other"


def test_colours_are_handed_out_as_numbers_too():
    assert palette.load().of("organisation").rgb == (0x20, 0x4F, 0xA9)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("fund\t1\tred\t#ffffff\tdot\tx", "column colour: 'red'"),
        ("fund\t1\t#000000\t#ffffff\tblob\tx", "column shape: 'blob'"),
        ("fund\tfirst\t#000000\t#ffffff\tdot\tx", "column order: 'first'"),
        ("fund\t1\t#000000\t#ffffff\tdot\tx\nfund\t2\t#000000\t#ffffff\tdot\tx", "two rows"),
        ("fund\t1\t#000000\t#ffffff\tdot\tx", "no row for kind 'other'"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(tmp_path, row, message):
    path = tmp_path / "palette.tsv"
    path.write_text(f"kind\torder\tcolour\tcolour_dark\tshape\tsource\n{row}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        palette.read(path)
