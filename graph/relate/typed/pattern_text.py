"""Masked sentences as the patterns of typed relations see them: what they list in classes are neighbours in the code.

`re` compiles a class into two ranges or, where it needs more, into a map of all characters, which takes as long as
the rest of a pattern: [^，。；：、（）] is seven characters of Chinese, and one range here.
"""

from __future__ import annotations

_NEIGHBOURS = "“”！？（）：。；，、及和与由以在对向给从被约近超逾万亿余多一二三四五六七八九十素求点件闻害"
"""In such an order that each class of the patterns is few ranges."""
_FIRST = 0xE000
"""Of the characters for private use: texts hold none (see corpus/traced.py)."""
_CODE = str.maketrans({char: chr(_FIRST + at) for at, char in enumerate(_NEIGHBOURS)})


def as_patterns_read(text: str) -> str:
    """Return a masked text, or an expression for it, in the characters of compiled patterns; offsets stay."""
    return text.translate(_CODE)
