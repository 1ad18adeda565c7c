import pytest
from changed import replace
from two_letters import BUREAU, FIRST, FUND, PLATFORM, PROPOSALS, SECOND, two_letters

from graph.answers.lookup import find, one_letter
from graph.answers.show import show
from graph.errors import MissingBuild, NotFound
from graph.export.csv_tables import write


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("build")
    write(two_letters(), folder)
    return folder


ROWS = two_letters().tables.entities


def ids(name):
    return [row.entity_id for row in find(name, ROWS)]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (FUND, [FUND]),
        ("https://w3id.org/fuwen/id/" + FUND, [FUND]),
        ("江宁种子基金", [FUND]),
        ("“江宁 种子基金”", [FUND]),
        ("区科技局", [BUREAU]),
        ("021", [PROPOSALS[FIRST]]),
        ("21", [PROPOSALS[FIRST]]),
        ("第021号", [PROPOSALS[FIRST]]),
        ("０２１号提案", [PROPOSALS[FIRST]]),
        ("江宁种子基金。", [FUND]),
        ("江宁种", [FUND]),
        ("火星", []),
        ("", []),
        ("“”", []),
    ],
)
def test_a_node_is_found_by_id_name_alias_number_and_beginning(name, found):
    assert [one for one in ids(name) if one.startswith(("e/", "proposal/"))] == found


def test_a_part_of_a_name_finds_what_holds_it_where_nothing_begins_so():
    assert ids("中试平台") == [PLATFORM]


def test_a_part_of_a_department_means_no_section_of_its_letters():
    section = replace(
        ROWS[0], entity_id="section/江宁市-cppcc-1-1-7-江宁市民政局.s1", kind="section", name="一、概况"
    )
    bureau = replace(ROWS[0], entity_id="e/江宁市民政局", kind="organisation", name="江宁市民政局")
    assert find("民政局", [section, bureau]) == (bureau,)
    assert find("概况", [section, bureau]) == (section,)
    assert find(section.entity_id, [section, bureau]) == (section,)


def test_several_candidates_are_listed_with_their_ids(folder):
    text = show(folder, "江宁")
    assert FUND in text
    assert PLATFORM in text
    assert "may mean" in text


def test_one_node_is_shown_with_letters_neighbours_promises_figures_and_quotes(folder):
    text = show(folder, "江宁种子基金")
    for part in (
        "基金",
        "Letters (2)",
        "江宁区科技局",
        "co_mention (1)",
        "Figures (1)",
        "2亿元",
        "下一步，江宁种子基金将支持",
    ):
        assert part in text


def test_a_reply_its_proposal_and_its_department_are_shown_with_what_the_letter_claims(folder):
    for name in (f"reply/{SECOND}", PROPOSALS[SECOND]):
        text = show(folder, name)
        assert "Promises of its letters (1)" in text
        assert "支持江宁中试平台" in text
    for name in (f"reply/{FIRST}", PROPOSALS[FIRST]):
        assert "Promises" not in show(folder, name)
        assert "Figures of its letters (" in show(folder, name)
    assert "Figures (1)" in show(folder, BUREAU)  # it pays
    assert "Figures of its letters" not in show(folder, BUREAU)


def test_a_department_is_shown_with_what_others_do_in_its_letters(tmp_path):
    letters = two_letters()
    figures = [replace(row, payer="") for row in letters.tables.figures]
    write(replace(letters, tables=replace(letters.tables, figures=figures)), tmp_path)
    assert "Figures of its letters (1)" in show(tmp_path, BUREAU)


def test_a_suggestion_is_shown_as_what_it_is(folder):
    text = show(folder, "江宁行动")
    assert "Suggested, not applied" in text
    assert "江宁中试平台" in text


def test_an_unsigned_and_undated_letter_says_so(folder):
    text = show(folder, "江宁行动")
    assert "未署名 unsigned" in text
    assert "未注日期 undated" in text


def test_as_many_sentences_are_quoted_as_were_asked_for(folder):
    assert "1 more" not in show(folder, "江宁种子基金", quotes=99).split("Quotes")[1]
    assert "more" in show(folder, "江宁种子基金", quotes=1).split("Quotes")[1]
    assert "Quotes" not in show(folder, "江宁种子基金", quotes=0)


def test_what_nothing_is_called_is_not_found(folder, tmp_path):
    with pytest.raises(NotFound, match="火星研究院"):
        show(folder, "火星研究院")
    with pytest.raises(MissingBuild):
        show(tmp_path, "江宁种子基金")


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("江宁种子基银", "江宁种子基金"), ("江宁区局", "江宁区科技局"), ("宁试平台", "江宁中试平台")],
)
def test_a_name_that_is_nearly_right_is_answered_with_those_it_may_mean(folder, asked, meant):
    with pytest.raises(NotFound, match=rf"did you mean [^?]*{meant}"):
        show(folder, asked)
    with pytest.raises(NotFound) as told:
        show(folder, "火星研究院")
    assert "did you mean" not in str(told.value)


def test_a_name_cannot_steer_the_terminal(tmp_path):
    publication = two_letters()
    tables = publication.tables
    rows = tuple(replace(row, name=f"{row.name}\x1b[2J") for row in tables.entities)
    write(replace(publication, tables=replace(tables, entities=rows)), tmp_path)
    assert "\x1b" not in show(tmp_path, FUND)
    assert "\x1b" not in show(tmp_path, "江宁")


LETTERS = tuple(
    replace(row, source=source)
    for row, source in zip(
        two_letters().tables.letters, ("x.zip!/a/d01.pdf", "d02.gb18030.txt", "c.txt"), strict=True
    )
)


@pytest.mark.parametrize("name", [FIRST, f"reply/{FIRST}", "x.zip!/a/d01.pdf", "d01.pdf", "d01", "021", "21"])
def test_a_letter_is_named_by_id_source_file_stem_or_number(name):
    assert one_letter(name, LETTERS).letter_id == FIRST


def test_a_stem_ends_at_the_first_dot_too_and_only_replies_are_letters():
    assert one_letter("d02", LETTERS).letter_id == one_letter("d02.gb18030", LETTERS).letter_id == SECOND
    for name in ("c.txt", "c", "", "."):
        with pytest.raises(NotFound):
            one_letter(name, LETTERS)


def test_a_reply_is_shown_by_its_file_and_a_proposal_by_its_number(folder):
    assert [row.entity_id for row in find("d01", ROWS, LETTERS)] == [f"reply/{FIRST}"]
    assert [row.entity_id for row in find("d01.pdf", ROWS, LETTERS)] == [f"reply/{FIRST}"]
    assert [row.entity_id for row in find("021", ROWS, LETTERS)] == [PROPOSALS[FIRST]]
    assert "关于区政协五届二次会议021号提案的答复" in show(folder, "a.txt")


def test_a_sub_kind_has_its_name_in_both_languages(folder):
    assert "  机构 organisation · 政府部门 government department" in show(folder, BUREAU)


def test_a_proposal_is_found_with_and_without_the_zeros_before_its_number():
    row = replace(
        find("021", ROWS)[0], entity_id="proposal/x-cppcc-1-1-0452", name="关于甲的提案", short_name="甲"
    )
    longer = replace(row, entity_id="proposal/x-cppcc-1-1-4520")
    assert [find(number, [row, longer]) for number in ("0452", "452", "4520")] == [(row,), (row,), (longer,)]


@pytest.mark.parametrize(
    "name", ["第021号", "０２１", "021号提案", f"out/letters/{FIRST}.txt", f"letters\\{FIRST}.txt"]
)
def test_a_letter_is_named_by_its_number_as_printed_and_by_its_text_in_a_build(name):
    assert one_letter(name, LETTERS).letter_id == FIRST


def test_a_letter_is_named_by_its_day_in_any_of_the_usual_forms():
    dated = [
        replace(row, reply_date="2024-09-02" if row.letter_id == FIRST else row.reply_date) for row in LETTERS
    ]
    for name in ("2024-09-02", "2024年9月2日", "2024.9.2", "２０２４/9/2", "2024-09", "2024年9月"):
        assert one_letter(name, dated).letter_id == FIRST, name
    with pytest.raises(NotFound, match="1999-01"):
        one_letter("1999-01", dated)


def test_who_asks_in_traditional_characters_is_told_so(folder):
    with pytest.raises(NotFound, match="请用简体字"):
        show(folder, "江寧種子基金")
    with pytest.raises(NotFound) as told:
        show(folder, "江宁种子银行")
    assert "简体" not in str(told.value)
