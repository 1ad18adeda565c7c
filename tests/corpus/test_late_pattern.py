"""Expressions that are compiled when they are first used."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import corpus
from corpus.late_pattern import late_pattern

FOLDER = Path(corpus.__file__).parent
MODULES = sorted(
    ".".join(path.relative_to(FOLDER.parent).with_suffix("").parts)
    for path in FOLDER.rglob("*.py")
    if "late_pattern(" in path.read_text(encoding="utf-8") and path.stem != "late_pattern"
)


def test_it_finds_what_the_plain_expression_finds():
    text, late = "区财政局安排3万元，市教育局安排5万元", late_pattern(r"(?P<who>[市区]\w+?局)安排")
    plain = re.compile(late.pattern)
    assert [found["who"] for found in late.finditer(text)] == ["区财政局", "市教育局"]
    assert late.findall(text) == plain.findall(text)
    assert late.groupindex == plain.groupindex
    assert late.sub("", text) == plain.sub("", text)


def test_what_no_expression_has_is_missing():
    with pytest.raises(AttributeError):
        late_pattern("市").nothing  # noqa: B018 (asking for it is what is tested)


def test_a_wrong_expression_shows_when_it_is_used():
    late = late_pattern("(")
    with pytest.raises(re.error):
        late.search("市")


@pytest.mark.parametrize("module", MODULES)
def test_every_expression_that_is_compiled_late_can_be_compiled(module):
    for value in vars(import_module(module)).values():
        if type(value) is type(late_pattern("")):
            re.compile(value.pattern)
