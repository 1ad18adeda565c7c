"""The five real letters and the eight invented ones against their annotation: text, names, sections, header facts."""

import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from reply_letters import read_file, values

from corpus import Letter

TESTS = Path(__file__).parents[1]
SETS = {"gold": TESTS / "gold", "dev": TESTS / "dev"}
FILES = {
    "gold": sorted((TESTS.parent / "corpus" / "letters").glob("*-*.txt")),
    "dev": sorted((TESTS / "dev" / "raw").iterdir()),
}
DOCUMENTS = [(name, path) for name, paths in FILES.items() for path in paths]


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def rows(which: str, name: str) -> list[dict]:
    return [json.loads(line) for line in (SETS[which] / name).read_text(encoding="utf-8").splitlines()]


@cache
def letters(which: str) -> dict[str, Letter]:
    found = {}
    for path in FILES[which]:
        (reading,) = read_file(path)
        assert reading.letter is not None
        found[path.name.partition(".")[0]] = reading.letter
    return found


def test_all_thirteen_letters_are_replies():
    assert [len(letters(which)) for which in ("gold", "dev")] == [5, 8]


@pytest.mark.parametrize(("which", "path"), DOCUMENTS, ids=lambda value: getattr(value, "name", value))
def test_paragraphs_equal_the_annotated_text_but_for_the_office_of_the_contact_line(which, path):
    document = path.name.partition(".")[0]
    folder = SETS["gold"] if which == "gold" else SETS["dev"] / "letters"
    want = [
        bare(line)
        for line in (folder / f"{document}.txt").read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    letter = letters(which)[document]
    got = [bare(line) for line in letter.text.split("\n")]
    if letter.header.contact_unit:
        got.remove(letter.header.contact_unit.value)
    assert got == want


@pytest.mark.parametrize("which", ["gold", "dev"])
def test_every_annotated_mention_stands_in_the_text(which):
    missing = [
        (row["doc"], row["norm"], row["occurrence"])
        for row in rows(which, "mentions.jsonl")
        if bare(letters(which)[row["doc"]].text).count(bare(row["norm"])) < row["occurrence"]
    ]
    assert missing == []


def section_key(heading: str, level: int, point: str | None) -> tuple[str, int, str | None]:
    return bare(heading).rstrip("。"), level, bare(point) if point else None


@pytest.mark.parametrize(("which", "floor"), [("gold", 1.0), ("dev", 0.96)])
def test_sections_levels_and_points_reach_their_floor(which, floor):
    """The three that differ (dev) are 一是 under （一）: nested below it here, beside it in the annotation."""
    right = found = wanted = 0
    for row in rows(which, "headers.jsonl"):
        letter = letters(which)[row["doc"]]
        got = {section_key(s.heading, s.level, s.point.value if s.point else None) for s in letter.sections}
        want = {section_key(s["heading"], s["level"], s["answers_point"]) for s in row["sections"]}
        right, found, wanted = right + len(got & want), found + len(got), wanted + len(want)
    score = 2 * right / (found + wanted)
    print(f"sections {which}: {right} of {wanted}, {found} found, F1 {score:.3f}")
    assert score >= floor


def annotated_facts(row: dict) -> dict[str, object]:
    return {
        "body": "npc" if row["body_kind"].startswith("NPC") else "cppcc",
        "proposal_numbers": [row["proposal_number"]],
        "proposal_titles": [bare(row["proposal_title"])],
        "addressees": row["addressees"],
        "addressee_role": row["addressee_role"],
        "addressee_count": row.get("addressee_count"),
        "proposers": row["proposers"],
        "title": bare(row["letter_title"]),
        "department": row["issuing_department"],
        "role": row["role"],
        "reply_date": row["reply_date"],
        "document_number": row.get("document_number"),
        "classification": row.get("classification"),
        "joint_roles": sorted(joint["basis"] for joint in row.get("jointly_with", [])),
        "meeting": re.search("([一二三四五])次会议", row["session"])[1],
    }


def read_facts_of(letter: Letter) -> dict[str, object]:
    header = letter.header
    single = ("body", "title", "department", "role", "reply_date", "document_number", "classification")
    several = ("proposal_numbers", "proposal_titles", "addressees", "proposers")
    found: dict[str, object] = {
        name: fact.value if (fact := getattr(header, name)) else None for name in single
    }
    found |= {name: values(getattr(header, name)) for name in several}
    found["addressee_role"], found["addressee_count"] = header.addressee_role, header.addressee_count
    found["joint_roles"] = sorted(joint.role for joint in header.joint_departments)
    found["meeting"] = "一二三四五"[(header.meeting or 0) - 1]
    return found


@pytest.mark.parametrize(("which", "floor"), [("gold", 1.0), ("dev", 1.0)])
def test_header_facts_reach_their_floor(which, floor):
    pairs = [
        (row["doc"], name, want, read_facts_of(letters(which)[row["doc"]])[name])
        for row in rows(which, "headers.jsonl")
        for name, want in annotated_facts(row).items()
    ]
    wrong = [pair for pair in pairs if pair[2] != pair[3]]
    share = 1 - len(wrong) / len(pairs)
    print(f"header facts {which}: {len(pairs) - len(wrong)} of {len(pairs)} ({share:.1%}); wrong: {wrong}")
    assert share >= floor


def test_jurisdictions_come_from_the_letter_itself():
    places = {name: letter.header.jurisdiction for which in SETS for name, letter in letters(which).items()}
    assert places == {
        "cppcc-2024079": "深圳市福田区",
        "cppcc-2024232": "深圳市福田区",
        "cppcc-2024237": "深圳市福田区",
        "cppcc-2025141": "深圳市福田区",
        "npc-JY20230063": "深圳市福田区",
        "d01": "苏州市",
        "d02": "苏州市",
        "d03": "宁波市",
        "d04": "厦门市",
        "d05": "全国",
        "d06": "重庆市江津区",
        "d07": "贵州省",
        "d08": "长沙市",
    }


def test_a_suggestion_of_the_congress_keeps_its_body_although_its_title_says_proposal():
    header = letters("gold")["npc-JY20230063"].header
    assert "人大提案" in header.title.value
    assert header.body.value == "npc"
    assert len(header.proposers) == 13
    assert "罗曼·罗楠" in values(header.proposers)


def test_unsigned_letters_get_no_department_but_a_suggestion():
    for name in ("cppcc-2024237", "cppcc-2024232"):
        letter = letters("gold")[name]
        assert letter.header.department is None
        (issue,) = [issue for issue in letter.issues if issue.code == "unsigned"]
        assert issue.value.startswith("集群发展科")
        assert "facts.csv" in issue.hint


@pytest.mark.parametrize(("which", "path"), DOCUMENTS, ids=lambda value: getattr(value, "name", value))
def test_every_span_holds_what_its_fact_says(which, path):
    letter = letters(which)[path.name.partition(".")[0]]
    header = letter.header
    facts = [header.title, header.session, header.department, header.document_number, header.classification]
    facts += [*header.proposal_numbers, *header.proposal_titles, *header.addressees, *header.proposers]
    for fact in filter(None, facts):
        if fact.span:
            assert bare(letter.text[fact.span.start : fact.span.end]) == fact.value
    for joint in header.joint_departments:
        assert bare(letter.text[joint.span.start : joint.span.end]) == joint.name
    for section in letter.sections:
        assert letter.text[section.heading_span.start : section.heading_span.end] == section.heading
        assert section.span.start == section.heading_span.start
        assert section.heading_span.end <= section.span.end <= len(letter.text)


@pytest.mark.parametrize(("which", "path"), DOCUMENTS, ids=lambda value: getattr(value, "name", value))
def test_sentences_cover_the_text_once_and_sections_nest(which, path):
    letter = letters(which)[path.name.partition(".")[0]]
    spans = [sentence.span for sentence in letter.sentences]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    covered = "".join(letter.text[span.start : span.end] for span in spans)
    assert bare(covered) == bare(letter.text)
    by_id = {section.section_id: section for section in letter.sections}
    for section in letter.sections:
        if section.parent:
            parent = by_id[section.parent]
            assert parent.span.start <= section.span.start
            assert section.span.end <= parent.span.end
            assert section.level == parent.level + 1


@pytest.mark.parametrize("path", FILES["gold"], ids=lambda path: path.name)
def test_raw_offsets_lead_back_to_the_same_characters(path):
    raw = path.read_text(encoding="utf-8")
    letter = letters("gold")[path.stem]
    assert len(letter.raw_offsets) == len(letter.text)
    assert list(letter.raw_offsets) == sorted(letter.raw_offsets)
    wrong = [
        at for at, mark in enumerate(letter.text) if mark != "\n" and raw[letter.raw_offsets[at]] != mark
    ]
    assert wrong == []
