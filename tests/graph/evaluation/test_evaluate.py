import json

import pytest
from publications import node, tables

from graph.errors import GoldError, MissingBuild
from graph.evaluation.bootstrap import interval
from graph.evaluation.evaluate import compare, evaluate
from graph.evaluation.gold import read_gold
from graph.evaluation.link_scores import b_cubed
from graph.evaluation.pairing import letters_of, read_map
from graph.evaluation.records import Score
from graph.evaluation.rendering import as_json, as_markdown, as_text
from graph.tables.graph_tables import EdgeRow, LetterRow, MentionRow, SectionRow

TEXT = (
    "关于区政协六届四次会议第024号提案的回复\n尊敬的张立勤委员：\n"
    "福田区财政局联合深交所科交中心设立福田种子基金。区财政局印发《行动计划》，深交所科交中心参与。\n"
    "一、关于设立种子基金的建议\n福田引导基金出资2亿元。\n福田区科技创新局\n2024年9月12日"
)
NAMES = (
    ("区政协", "organisation", "futian-cppcc"),
    ("福田区财政局", "organisation", "finance"),
    ("深交所科交中心", "platform", "scitech"),
    ("福田种子基金", "fund", "seed"),
    ("区财政局", "organisation", "finance"),
    ("行动计划", "policy", "plan"),
    ("深交所科交中心", "platform", "scitech"),
    ("福田引导基金", "fund", "guide"),
    ("福田区科技创新局", "organisation", "sti"),
)
KIND = {one: kind for _, kind, one in NAMES}
FULL = {
    "futian-cppcc": "福田区政协",
    "finance": "福田区财政局",
    "scitech": "深交所科交中心",
    "seed": "福田种子基金",
}
FULL |= {"plan": "行动计划", "guide": "福田引导基金", "sti": "福田区科技创新局"}


def places():
    """Return (start, end, name, kind, entity) of every name in the text, in text order."""
    at, found = 0, []
    for name, kind, entity in NAMES:
        at = TEXT.index(name, at)
        found.append((at, at + len(name), name, kind, entity))
        at += len(name)
    return found


def write(folder, name, rows):
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / name).write_text(lines, encoding="utf-8")


@pytest.fixture
def gold_folder(tmp_path):
    folder = tmp_path / "gold"
    mentions = [
        {
            "doc": "d1",
            "start": a,
            "end": b,
            "text": name,
            "kind": kind,
            "entity_ids": [entity],
            "anaphor": False,
        }
        for a, b, name, kind, entity in places()
    ]
    write(folder, "mentions.jsonl", mentions)
    write(
        folder,
        "entities.jsonl",
        [{"id": one, "kind": KIND[one], "preferred_name": FULL[one]} for one in FULL],
    )
    amount = TEXT.index("2亿元")
    neutral = {"doc": "d1", "start": amount, "end": amount + 3, "text": "2亿元", "scoring": "neutral"}
    write(folder, "skipped.jsonl", [neutral])
    header = {
        "doc": "d1",
        "body_kind": "CPPCC 政协提案",
        "congress": "福田区政协",
        "session": "福田区政协六届四次会议",
        "proposal_number": "24",
        "addressees": ["张立勤"],
        "issuing_department": "福田区科技创新局",
        "role": None,
        "reply_date": "2024-09-12",
        "sections": [{"heading": "一、关于设立种子基金的建议", "level": 1, "answers_point": "设立种子基金"}],
    }
    write(folder, "headers.jsonl", [header])
    relations = [
        {"doc": "d1", "subject": "reply:d1", "predicate": "responds_to", "object": "proposal:024"},
        {"doc": "d1", "subject": "reply:d1", "predicate": "issued_by", "object": "sti"},
        {"doc": "d1", "subject": "proposal:024", "predicate": "submitted_by", "object": "张立勤"},
    ]
    write(folder, "response_relations.jsonl", relations)
    (folder / "d1.txt").write_text(TEXT, encoding="utf-8")
    return folder


def mention(start, end, kind, *entities, text=TEXT):
    return MentionRow(
        mention_id=f"l1.m{start}",
        letter_id="l1",
        start=start,
        end=end,
        text=text[start:end],
        kind=kind,
        entity_id=entities[0] if entities else "",
        entity_ids=entities,
        anaphor=False,
        rule="r",
        score=1.0,
        section_id="",
        sentence_id="",
    )


LETTER = LetterRow(
    letter_id="l1",
    source="letters/d1.txt",
    status="reply",
    body="cppcc",
    jurisdiction="深圳市福田区",
    session="区政协六届四次会议",
    proposal_numbers=("024",),
    addressees=("张立勤",),
    department="深圳市福田区科技创新局",
    reply_date="2024-09-12",
)
NODES = [
    *(node(f"e/{one}", KIND[one], name=FULL[one]) for one in FULL),
    node("proposal/futian-cppcc-6-4-24", "proposal", name="提案"),
    node("person/张立勤", "person", name="张立勤"),
]


def edge(source, relation, target):
    return EdgeRow(
        edge_id=relation,
        source=source,
        relation=relation,
        target=target,
        directed=True,
        weight=1,
        distinct_texts=1,
        letter_count=1,
        letter_ids=("l1",),
    )


EDGES = [
    edge("reply/l1", "responds_to", "proposal/futian-cppcc-6-4-24"),
    edge("reply/l1", "issued_by", "e/sti"),
    edge("proposal/futian-cppcc-6-4-24", "submitted_by", "person/张立勤"),
]
SECTION = SectionRow(
    letter_id="l1",
    section_id="l1.s1",
    parent="",
    level=1,
    heading="一、关于设立种子基金的建议",
    recommendation_point="设立种子基金",
    start=0,
    end=1,
)


def perfect():
    return [mention(a, b, kind, f"e/{entity}") for a, b, _, kind, entity in places()]


def judged(gold_folder, mentions, *, text=TEXT, letter=LETTER, edges=EDGES):
    gold = read_gold(gold_folder)
    built = tables(letters=[letter], mentions=mentions, entities=NODES, edges=edges, sections=[SECTION])
    return compare(gold, built, {"l1": text}, letters_of(gold.docs, built.letters, {}))


def test_a_build_that_says_what_the_annotation_says_is_right_in_everything(gold_folder):
    found = judged(gold_folder, perfect())
    assert found.mentions.strict["micro"] == Score(right=9, found=9, gold=9)
    assert found.mentions.strict["organisation"] == Score(right=4, found=4, gold=4)
    assert (found.linking.precision, found.linking.recall, found.linking.f1) == (1, 1, 1)
    assert (found.linking.entities, found.linking.present, found.linking.right_kind) == (7, 7, 7)
    assert found.headers.differences == ()
    assert found.response.total == Score(right=3, found=3, gold=3)
    assert found.mentions.errors == ()


def test_every_class_of_error_is_counted_where_it_belongs(gold_folder):
    rows = perfect()
    start, end = rows[3].start, rows[3].end
    extra = TEXT.index("尊敬")
    changed = [
        *rows[:2],
        mention(rows[2].start, rows[2].end, "organisation", "e/scitech"),  # wrong kind
        mention(start + 2, end, "fund", "e/seed"),  # wrong span
        *rows[5:],  # rows[4] is missed
        mention(extra, extra + 2, "policy"),  # spurious
    ]
    found = judged(gold_folder, changed).mentions
    assert {error.cls: error.gold or error.found for error in found.errors} == {
        "wrong_kind": "深交所科交中心 (platform)",
        "wrong_span": "福田种子基金 (fund)",
        "missed": "区财政局 (organisation)",
        "spurious": "尊敬 (policy)",
    }
    assert found.strict["micro"] == Score(right=6, found=9, gold=9)
    assert found.span["micro"] == Score(right=7, found=9, gold=9)
    assert found.overlap["micro"] == Score(right=8, found=9, gold=9)


def test_a_name_in_a_neutral_row_counts_neither_way(gold_folder):
    amount = TEXT.index("2亿元")
    found = judged(gold_folder, [*perfect(), mention(amount, amount + 2, "fund")]).mentions
    assert found.strict["micro"] == Score(right=9, found=9, gold=9)
    assert found.neutral == 1


def test_a_name_inside_a_longer_one_of_the_build_is_not_judged(gold_folder):
    rows = perfect()
    found = judged(gold_folder, [*rows, mention(rows[1].start + 3, rows[1].end, "organisation")]).mentions
    assert found.strict["micro"] == Score(right=9, found=9, gold=9)
    assert found.nested == 1


def test_the_builds_text_may_have_other_line_breaks_and_lack_lines(gold_folder):
    text = "复文编号：七\n" + TEXT.replace("尊敬的张立勤委员：\n", "").replace("财政局", "财政\n局")
    rows = []
    at = 0
    for _, _, name, kind, entity in places():
        broken = name.replace("财政局", "财政\n局")
        at = text.index(broken, at)
        rows.append(mention(at, at + len(broken), kind, f"e/{entity}", text=text))
        at += len(broken)
    rows.append(mention(0, 4, "policy", text=text))
    found = judged(gold_folder, rows, text=text).mentions
    assert found.strict["micro"] == Score(right=9, found=9, gold=9)
    assert found.outside == 1


def test_names_in_a_line_that_the_reader_dropped_are_missed(gold_folder):
    cut = TEXT.index("福田引导基金")
    rows = [row for row in perfect() if row.end <= cut]
    found = judged(gold_folder, rows, text=TEXT[:cut]).mentions
    assert found.strict["micro"] == Score(right=7, found=7, gold=9)
    assert {error.cls for error in found.errors} == {"missed"}


def test_without_the_annotated_text_names_are_matched_by_their_order(gold_folder):
    (gold_folder / "d1.txt").unlink()
    rows = perfect()
    found = judged(gold_folder, rows[:6] + rows[7:]).mentions
    assert found.strict["micro"] == Score(right=8, found=8, gold=9)
    assert [error.gold for error in found.errors] == ["深交所科交中心 (platform)"]


def test_a_wrong_merge_and_a_split_are_named(gold_folder):
    rows = perfect()
    merged = [
        mention(row.start, row.end, row.kind, "e/seed" if row.entity_id == "e/guide" else row.entity_id)
        for row in rows
    ]
    merged[4] = mention(rows[4].start, rows[4].end, "organisation", "e/other")
    linking = judged(gold_folder, merged).linking
    assert [one.one for one in linking.wrong_merges] == ["e/seed"]
    assert set(linking.wrong_merges[0].names) == {"福田种子基金 (seed)", "福田引导基金 (guide)"}
    assert [one.one for one in linking.splits] == ["finance"]
    assert linking.precision == pytest.approx(8 / 9)
    assert linking.recall == pytest.approx(8 / 9)


def test_header_facts_are_compared_by_what_they_mean(gold_folder):
    assert judged(gold_folder, perfect()).headers.scores["department"] == Score(right=1, found=1, gold=1)
    other = LetterRow(letter_id="l1", source="d1.txt", status="reply", department="福田区科技局")
    headers = judged(gold_folder, perfect(), letter=other).headers
    wrong = {one.field: (one.gold, one.found) for one in headers.differences}
    assert wrong["department"] == ("福田区科技创新局", "福田区科技局")
    assert wrong["reply_date"] == ("2024-09-12", "")
    assert "role" not in wrong
    assert "document_number" not in headers.scores


def test_response_relations_miss_and_invent(gold_folder):
    edges = [EDGES[0], edge("reply/l1", "issued_by", "e/finance")]
    response = judged(gold_folder, perfect(), edges=edges).response
    assert response.scores["responds_to"] == Score(right=1, found=1, gold=1)
    assert response.scores["issued_by"] == Score(right=0, found=1, gold=1)
    assert response.scores["submitted_by"] == Score(right=0, found=0, gold=1)
    assert {(one.field, one.gold, one.found) for one in response.differences} == {
        ("issued_by", "福田区科技创新局", ""),
        ("issued_by", "", "福田区财政局"),
        ("submitted_by", "张立勤", ""),
    }


def test_a_letter_that_the_build_refused_is_named_as_missing(gold_folder):
    refused = LetterRow(letter_id="", source="d1.txt", status="refused")
    found = judged(gold_folder, [], letter=refused)
    assert (found.letters, found.missing) == (0, ("d1",))
    assert "d1" in as_text(found)


@pytest.mark.parametrize("source", ["d1.txt", "x/d1.gb18030.txt", "a.zip!/in/d1.pdf", "d1"])
def test_a_letter_is_known_by_the_stem_of_its_file(source):
    row = LetterRow(letter_id="l1", source=source, status="reply")
    assert letters_of(["d1"], [row], {}) == {"d1": row}


def test_two_files_of_one_stem_need_a_map(tmp_path):
    rows = [LetterRow(letter_id=one, source=f"{one}/d1.txt", status="reply") for one in ("a", "b")]
    with pytest.raises(GoldError, match="--map"):
        letters_of(["d1"], rows, {})
    path = tmp_path / "map.csv"
    path.write_text("doc,source\nd1,b/d1.txt\n", encoding="utf-8")
    assert letters_of(["d1"], rows, read_map(path)) == {"d1": rows[1]}


def test_b_cubed_is_that_of_the_textbook_example():
    # Bagga and Baldwin 1998, figure 2: {1 2 3 4 5} {6 7} {8 9 A B C} against {1–5} {6 7 8 9 A B C}
    truth = [frozenset("1")] * 5 + [frozenset("2")] * 2 + [frozenset("3")] * 5
    response = [frozenset("x")] * 5 + [frozenset("y")] * 7
    assert b_cubed(response, truth) == pytest.approx(0.7619, abs=1e-4)
    assert b_cubed(truth, response) == 1


def test_b_cubed_of_names_that_stand_for_two_things_counts_both():
    truth = [frozenset("ab"), frozenset("a"), frozenset("b")]
    assert b_cubed(truth, truth) == 1
    halved = [frozenset("a"), frozenset("a"), frozenset("b")]
    assert b_cubed(truth, halved) < 1 == b_cubed(halved, truth)


def test_the_interval_is_the_same_every_time_and_holds_the_score():
    scores = [Score(right=right, found=10, gold=10) for right in (6, 8, 9, 9, 10)]
    low, high = interval(scores)
    assert interval(scores) == (low, high)
    assert low < 0.84 < high
    assert interval(scores[:1]) is None


def test_text_markdown_and_json_say_the_same(gold_folder):
    found = judged(gold_folder, perfect()[:6])
    scores = json.loads(as_json(found))
    assert scores["mentions"]["strict"]["micro"]["right"] == 6
    assert len(scores["mentions"]["errors"]) == 3
    assert f"{scores['mentions']['strict']['micro']['f1']:.3f}" in as_text(found)
    assert "| micro | 1.000 | 0.667 | 0.800 |" in as_markdown(found)


def test_a_name_cannot_steer_the_terminal(gold_folder):
    text = TEXT.replace("尊敬", "\x1b[")
    at = text.index("\x1b")
    assert "\x1b" not in as_text(judged(gold_folder, [mention(at, at + 2, "policy", text=text)], text=text))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{", r"mentions\.jsonl, line 1: 不是 JSON.* · no JSON"),
        ('{"doc": "d1"}', r"line 1: 缺 start.* · start is missing"),
        (
            '{"doc": "d1", "start": "0", "end": 1, "text": "x", "kind": "fund"}',
            r"start: '0' 不是整数.* · is no whole number",
        ),
        (
            '{"doc": "d1", "start": 0, "end": 1, "text": "x", "kind": "company"}',
            "'company' 不是认得.* · is none of",
        ),
    ],
)
def test_an_annotation_that_cannot_be_read_is_refused_with_file_and_line(tmp_path, row, message):
    (tmp_path / "mentions.jsonl").write_text(row + "\n", encoding="utf-8")
    with pytest.raises(GoldError, match=message):
        read_gold(tmp_path)


def test_no_folder_a_folder_without_annotation_and_one_without_build_are_told_apart(tmp_path, gold_folder):
    with pytest.raises(GoldError, match="no such folder"):
        evaluate(tmp_path / "标注", tmp_path)
    with pytest.raises(GoldError, match="holds no annotation"):
        evaluate(tmp_path, tmp_path)
    with pytest.raises(MissingBuild):
        evaluate(gold_folder, tmp_path)
