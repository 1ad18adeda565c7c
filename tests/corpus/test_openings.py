"""Openings in the styles of ministries, provinces, cities and districts: every fact read, in every layout alike."""

import html
import tomllib
from pathlib import Path

import pytest
from reply_letters import letter, values

OPENINGS = Path(__file__).parent / "openings"
BODY = """一、加强工作统筹
近年来，我们认真落实各项部署，完善工作机制，强化部门联动，把办理工作与业务工作同部署、同推进、同落实，建立台账，明确完成时限，定期调度，取得积极成效，群众满意度不断提高。
同时，我们坚持问题导向，深入基层开展调研，广泛听取意见，针对薄弱环节研究制定措施，先后组织专题培训十余场，培训人员八百余人次，推动各项任务落到实处，形成了齐抓共管的良好局面。
二、下一步工作
我们将继续加大力度，推动工作落实，进一步健全长效机制，加强统筹协调和督促检查，及时总结推广好经验好做法，不断提升治理能力和服务水平，为经济社会高质量发展作出新的更大贡献。
感谢您对我们工作的关心和支持！"""
PLAIN = {
    "head": "",
    "title_line": "关于市政协七届一次会议第20220031号提案的答复",
    "below_title": "",
    "salutation": "李明委员：",
    "opening": "您提出的《关于振兴柚子产业的提案》收悉，现答复如下：",
    "body": BODY,
    "signature": "梅州市农业农村局\n2022年6月9日",
}


def letters():
    """Return (name, text, facts) of every whole letter."""
    for file in sorted(OPENINGS.glob("*.toml")):
        for number, row in enumerate(
            tomllib.loads(file.read_text(encoding="utf-8")).get("letter", []), start=1
        ):
            facts = {name: value for name, value in row.items() if name != "text"}
            yield f"{file.stem}-{number}", row["text"].replace("【正文】", BODY), facts


def lines():
    """Return (name, text, facts) of a plain letter with one line in each of its forms."""
    files = sorted(OPENINGS.glob("lines-*.toml"))
    groups = [pair for file in files for pair in tomllib.loads(file.read_text(encoding="utf-8")).items()]
    for group, rows in groups:
        for number, row in enumerate(rows, start=1):
            parts = {name: row.get(name, plain) for name, plain in PLAIN.items()}
            facts = {name: value for name, value in row.items() if name not in PLAIN}
            yield f"{group}-{number}", "\n".join(part for part in parts.values() if part), facts


LETTERS = [*letters(), *lines()]


def read_facts(read, names):
    """Return the named facts of a letter as the fixtures write them."""
    header = read.header
    found = {
        "sections": len(read.sections),
        "points": [part.point.value for part in read.sections if part.point],
        "joint_departments": [joint.name for joint in header.joint_departments],
    }
    return {name: found[name] if name in found else plain(getattr(header, name)) for name in names}


def plain(value):
    if isinstance(value, tuple):
        return values(value)
    return getattr(value, "value", value) if value is not None else ""


@pytest.mark.parametrize(("text", "facts"), [one[1:] for one in LETTERS], ids=[one[0] for one in LETTERS])
def test_the_facts_of_an_opening_are_read_and_no_other(text, facts):
    read = letter(text)
    assert read_facts(read, facts) == facts
    for fact in (
        read.header.title,
        read.header.department,
        *read.header.addressees,
        *read.header.proposal_numbers,
    ):
        if fact is not None and fact.span is not None:
            assert "".join(read.text[fact.span.start : fact.span.end].split()) == fact.value


def wrapped(text):
    """Return the text as printed: 34 characters a line, paragraphs of the body indented by two."""
    salutation = next((at for at, line in enumerate(text.split("\n")) if line.endswith(("：", ":"))), 0)
    printed = []
    for at, line in enumerate(text.strip().split("\n")):
        indented = "\u3000\u3000" + line.strip() if at > salutation and len(line) > 20 else line
        printed += [indented[start : start + 34] for start in range(0, len(indented), 34)]
    return "\n".join(printed)


def as_page(text):
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in text.strip().split("\n"))
    return f"<html><head><title>建议提案办理</title></head><body><div class='content'>{lines}</div></body></html>"


LAYOUTS = {
    "wrapped": wrapped,
    "blank lines": lambda text: text.replace("\n", "\r\n\r\n"),
    "web page": as_page,
    "half-width marks": lambda text: text.translate(str.maketrans("，：；", ",:;")),
}
# Lines of label and value that a wrap cuts or that a page's metadata take over are other texts.
CARD = ("\t", "    ", "日期：", "日期:", "|", "标  题:")
WHOLE = [one for one in LETTERS if not any(mark in one[1] for mark in CARD)]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_layout_changes_no_fact(layout):
    differing = {}
    for name, text, facts in WHOLE:
        names = [
            each for each in facts if layout != "half-width marks" or each not in ("title", "proposal_titles")
        ]
        expected = {each: facts[each] for each in names}
        found = read_facts(
            letter(LAYOUTS[layout](text), source="a.html" if layout == "web page" else "a.txt"), names
        )
        if found != expected:
            differing[name] = found, expected
    assert differing == {}
