import pytest
from reply_letters import letter as read
from reply_letters import reply

from graph.link.persons import person_id
from graph.pipeline import BuildOptions, build
from graph.relate.nodes import reply_node


@pytest.fixture(scope="module")
def tables(bundled):
    return bundled.tables


def edges(tables, relation):
    names = {row.entity_id: row.name for row in tables.entities}
    return sorted(
        (row.source, row.target, names[row.target]) for row in tables.edges if row.relation == relation
    )


def letter(tables, number):
    return next(row for row in tables.letters if number in row.proposal_numbers)


@pytest.mark.parametrize("number", ["2024079", "2024232", "2024237", "2025141", "JY20230063"])
def test_every_reply_answers_its_proposal_which_was_submitted_to_a_session_by_somebody(tables, number):
    reply = f"reply/{letter(tables, number).letter_id}"
    proposal = next(target for source, target, _ in edges(tables, "responds_to") if source == reply)

    assert proposal.endswith(f"-{number}")
    assert [source for source, _, _ in edges(tables, "submitted_to")].count(proposal) == 1
    assert proposal in {source for source, _, _ in edges(tables, "submitted_by")}


def test_all_thirteen_deputies_of_one_suggestion_are_its_proposers(tables):
    names = [name for source, _, name in edges(tables, "submitted_by") if source.endswith("JY20230063")]
    assert len(names) == 13
    assert "罗曼·罗楠" in names


def test_a_member_who_asked_twice_is_one_person(tables):
    asked = [source for source, target, name in edges(tables, "submitted_by") if name == "郑婷婷"]
    assert len(asked) == 2


@pytest.mark.parametrize("hidden", ["李*", "李xx", "李〇〇"])
def test_a_name_that_a_site_hides_is_one_person_in_no_two_letters(hidden):
    one, other = (
        read(
            reply(
                title=f"关于对苏州市政协十五届三次会议第0{number}号提案的答复", salutation=f"{hidden}委员："
            )
        )
        for number in (145, 146)
    )
    assert [fact.value for fact in (*one.header.proposers, *other.header.proposers)] == [hidden, hidden]
    assert person_id(one, hidden) != person_id(other, hidden)
    assert person_id(one, "李明") == person_id(other, "李明")


def test_a_reply_without_a_number_is_called_by_its_date():
    opening = "您提出的关于加强社区养老服务的提案收悉。经研究，现答复如下："
    one = read(reply(title="关于加强社区养老服务提案的答复", opening=opening))
    assert not one.header.proposal_numbers
    assert reply_node(one).short_name == "答复 2023-06-30"


def test_signed_letters_name_their_department_and_unsigned_ones_name_none(tables):
    issued = {source: name for source, _, name in edges(tables, "issued_by")}
    by_number = {
        number: issued.get(f"reply/{row.letter_id}")
        for row in tables.letters
        for number in row.proposal_numbers
    }

    assert by_number["2024079"] == by_number["2025141"] == "福田区科技和工业信息化局"
    assert "科技创新局" in by_number["JY20230063"]
    assert by_number["2024237"] is None
    assert by_number["2024232"] is None


def test_headings_that_name_a_recommendation_answer_that_point(tables):
    points = [name for _, _, name in edges(tables, "addresses")]
    assert "整合资源，构建医药研产市服务闭环" in points
    assert len(points) == 4


def test_answered_is_derived_and_says_so(tables):
    answered = [row for row in tables.edges if row.relation == "answered"]
    assert {row.certainty for row in answered} == {"inferred"}
    assert len(answered) == 3


def test_every_quote_stands_at_its_offsets_and_holds_its_names(bundled):
    texts = {letter.letter_id: letter.text for letter in bundled.letters}
    checked = 0
    for row in bundled.tables.evidence:
        if row.start is None:
            assert row.origin in {"decision", "derived"}
            continue
        assert texts[row.letter_id][row.start : row.end] == row.quote
        for start, end in ((row.source_start, row.source_end), (row.target_start, row.target_end)):
            assert start is None or row.start <= start < end <= row.end
        checked += 1
    assert checked > 400


def test_every_end_of_an_edge_is_a_node_and_every_edge_has_evidence(tables):
    nodes = {row.entity_id for row in tables.entities}
    proven = {row.edge_id for row in tables.evidence}
    assert len(tables.edges) > 400
    for row in tables.edges:
        assert {row.source, row.target} <= nodes
        assert row.edge_id in proven


def test_a_contact_line_gives_the_office_and_never_a_person_or_number(tables, bundled):
    assert {name for _, _, name in edges(tables, "contact_unit")} == {"集群发展科"}
    for one in bundled.letters:
        assert "联系电话" not in one.text
        assert "联系人" not in one.text


def test_a_proposal_without_a_number_is_known_by_its_title(tmp_path):
    def built(text):
        (tmp_path / "a.txt").write_text(text, encoding="utf-8")
        return build(BuildOptions(paths=(tmp_path,))).tables

    text = reply(title="", opening="您提出的《关于改善停车的提案》收悉，现答复如下：")
    made = built(text)
    (proposal,) = (row for row in made.entities if row.kind == "proposal")
    assert (proposal.name, proposal.aliases) == ("关于改善停车的提案", ())
    said = {
        (row.relation, row.target) for row in made.edges if proposal.entity_id in (row.source, row.target)
    }
    assert {relation for relation, _ in said} == {"responds_to", "submitted_by", "answered"}
    untold = built(reply(title="关于委员提案的答复", opening="您提出的提案收悉，现答复如下："))
    assert {"proposal", "person"}.isdisjoint(row.kind for row in untold.entities)


def test_a_department_takes_no_part_with_itself_under_a_short_name(tmp_path):
    text = reply(
        title="广州市南沙区科学技术局关于区政协三届四次会议第4021号提案答复的函",
        opening="您提出的《关于深化科技创新合作的提案》收悉。区政府组织区科技局、区投资促进局等单位进行研究办理，"
        "经综合各会办单位意见，现答复如下：",
        signature=("广州市南沙区科学技术局", "2024年8月12日"),
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    made = build(BuildOptions(paths=(tmp_path,))).tables
    assert [name for _, _, name in edges(made, "jointly_with")] == ["南沙区投资促进局"]
