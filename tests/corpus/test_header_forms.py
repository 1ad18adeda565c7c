"""Header and ending in the layouts of many offices and sites: the same facts, no contact, no menu."""

import re
from pathlib import Path

import pytest
from reply_letters import read_file, readings, values

LETTERS = sorted(
    path
    for name in ("claimed_varied", "claimed_offices", "claimed_mixed", "claimed_districts")
    for path in (Path(__file__).parents[1] / name / "letters").glob("*.txt")
)
_DATE = re.compile(r"(?m)^(20\d\d)年(\d{1,2})月(\d{1,2})日$")
_SIGNATURE = re.compile(r"(?m)^([^\n，。：]{4,30})\n(20\d\d年\d{1,2}月\d{1,2}日)$")
_DIGITS = "〇一二三四五六七八九"


def spelled(number: str) -> str:
    """Return a number below 100 in Chinese numerals."""
    tens, ones = divmod(int(number), 10)
    lead = "" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十"
    return lead + (_DIGITS[ones] if ones or not tens else "")


FORMS = {
    "date in Chinese": lambda text: _DATE.sub(
        lambda day: f"{''.join(_DIGITS[int(one)] for one in day[1])}年{spelled(day[2])}月{spelled(day[3])}日",
        text,
    ),
    "date with dashes": lambda text: _DATE.sub(lambda day: f"{day[1]}-{day[2]:>02}-{day[3]:>02}", text),
    "date with points": lambda text: _DATE.sub(r"\1.\2.\3", text),
    "date with blanks": lambda text: _DATE.sub(r"\1 年 \2 月 \3 日", text),
    "date in brackets": lambda text: _DATE.sub(r"（\1年\2月\3日）", text),
    "organ and date in one line": lambda text: _SIGNATURE.sub(r"\1  \2", text),
    "date above the organ": lambda text: _SIGNATURE.sub(r"\2\n\1", text),
    "signature to the right": lambda text: _SIGNATURE.sub(rf"{' ' * 30}\1\n{' ' * 33}\2", text),
    "organ set wide": lambda text: _SIGNATURE.sub(lambda line: f"{' '.join(line[1])}\n{line[2]}", text),
    "menu of a site": lambda text: (
        f"您现在的位置：首页 > 政务公开 > 建议提案办理 > 正文\n发布时间：2025-12-30 10:22  字体：[大 中 小]\n{text}\n"
        "打印  关闭\n上一篇：无\n下一篇：关于其他提案的答复"
    ),
    "whom to call": lambda text: f"{text}\n（此件公开发布）\n联系人：张三丰  联系电话：0755-82345678",
    "title printed twice": lambda text: f"{text.partition(chr(10))[0]}\n{text}",
}


def facts(reading):
    """Return what the header of a reading says."""
    header = reading.letter.header
    single = (header.reply_date, header.department, header.session)
    several = (header.proposal_numbers, header.addressees, header.proposal_titles)
    return (
        reading.status,
        *(fact.value if fact else None for fact in single),
        *(values(each) for each in several),
        len(reading.letter.sections),
    )


@pytest.mark.parametrize("form", FORMS)
def test_a_header_says_the_same_in_every_layout(form):
    for path in LETTERS:
        text = path.read_text(encoding="utf-8").rstrip("\n")
        (as_written,) = read_file(path)
        (other,) = readings(FORMS[form](text), source=path.name)
        assert facts(other) == facts(as_written), path.name
        assert not re.search("82345678|张三丰|上一篇", other.letter.text), path.name


def test_every_layout_differs_from_the_letters_as_written():
    for form in FORMS.values():
        assert any(
            form(text) != text for text in (path.read_text(encoding="utf-8").rstrip("\n") for path in LETTERS)
        )
