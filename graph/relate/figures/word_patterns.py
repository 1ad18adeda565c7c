"""Words of figures (ontology/lexicon/figure_words.tsv and others) as expressions, the longest first."""

from __future__ import annotations

import re
from functools import cache

from ontology.quantity_words import FigureRole, figure_words
from ontology.tsv import any_word

_TO = "对"


def any_figure_word(*roles: FigureRole) -> str:
    """Return an expression, a group that captures nothing, for any word of the roles."""
    return any_word(word for role in roles for word in figure_words(role))


@cache
def figure_pattern(*roles: FigureRole) -> re.Pattern[str]:
    """Return the pattern of any word of the roles."""
    return re.compile(any_figure_word(*roles))


def awarded() -> str:
    """Return an expression for what stands right before an amount that is given: 奖励, 每人一次性奖励."""
    return rf"(?:每[^，。；：、\d]{{1,2}})?{any_figure_word('shared')}*{any_figure_word('award')}"


@cache
def recipient(group: str, but: str) -> str:
    """Return an expression for 对 and whom it leads to, all but `but`: not for 针对 and 对标, nor 对企业而言，.

    What is handled in some way (对项目开展评估，) is given nothing either.
    """
    words = figure_words("not_to")
    before = "".join(sorted({word[0] for word in words if word.endswith(_TO)}))
    longer = any_word(word for word in words if word.startswith(_TO))
    handled = rf"{any_figure_word('handled')}[^，。；的]{{0,6}}"
    nobody = rf"(?:{any_figure_word('spoken_of')}|{handled})，"
    return rf"(?<![{before}])(?!{longer}){_TO}于?(?P<{group}>(?:(?!{nobody})[^{but}]){{2,40}}?)"


@cache
def each_pattern() -> re.Pattern[str]:
    """Return the pattern of words for each of several: 每亩, 每人每年; 每年 alone is none."""
    return re.compile(rf"(?!{any_figure_word('recurring')}){any_figure_word('each')}")
