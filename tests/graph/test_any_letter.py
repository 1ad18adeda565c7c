"""Letters of any words: nonsense made of what rules look for ends no build, and every quote still is its letter's."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import corpus
import ontology
from graph.pipeline import BuildOptions, build

MARKS = [*"、，；。：！？“”《》（）()\"'-—~+/ \n\u3000①〇Ⅲ℃㎡\u200b\ufeff𠮷", "1.", "（一）", "一、"]
NUMBERS = (
    *("3", "18.87", "2,400", "0.4", "1/6", "3:7", "20%", "三", "数十", "几", "两", "首个", "前列"),
    *("2024", "2021—2023", "7月", "年", "个", "家", "亿元", "万元", "个百分点", "倍", "成"),
)
OPENING = """关于市政协五届三次会议第{number}号提案的答复
王芳委员：
您提出的《关于加强{word}的提案》收悉，现答复如下：
"""
CLOSING = "\n云岭市财政局\n2024年5月3日\n"


@cache
def words_of_rules() -> list[str]:
    """All Chinese words that stand in the word lists of reading, recognising, linking and relating."""
    folders = (Path(ontology.__file__).parent / "lexicon", Path(corpus.__file__).parent)
    cells = (
        cell
        for folder in folders
        for path in sorted(folder.glob("*.tsv"))
        for line in path.read_text(encoding="utf-8").splitlines()
        for cell in line.replace("\t", " ").replace("|", " ").split()
    )
    return sorted(
        {cell for cell in cells if len(cell) <= 12 and any("\u4e00" <= char <= "\u9fff" for char in cell)}
    )


@st.composite
def letters(draw):
    words, chance = words_of_rules(), draw(st.randoms(use_true_random=False))
    kinds = (words, words, words, NUMBERS, MARKS)
    body = "".join(chance.choice(chance.choice(kinds)) for _ in range(draw(st.integers(5, 160))))
    return OPENING.format(number=chance.randint(1, 999), word=chance.choice(words)) + body + CLOSING


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])  # whole builds
@given(st.lists(letters(), min_size=1, max_size=3))
def test_any_words_make_a_build_whose_quotes_stand_in_their_letters(texts):
    with TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            (Path(folder) / f"{number}.txt").write_text(text, encoding="utf-8")
        made = build(BuildOptions(paths=(Path(folder),)))
    quoted = [*made.tables.evidence, *made.tables.figures, *made.tables.rankings, *made.tables.commitments]
    assert len(made.tables.letters) == len(texts)
    assert {issue.code for issue in made.tables.issues}.isdisjoint({"names_failed", "claims_failed"})
    for row in quoted:
        if row.letter_id and row.quote and row.start is not None:
            assert made.texts[row.letter_id][row.start : row.end] == row.quote
