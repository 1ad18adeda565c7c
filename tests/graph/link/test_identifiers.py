import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linking import ids, letter, linked

from corpus.inputs import IDS_HEADER
from graph.errors import CurationError
from graph.link.curation import Curation
from graph.link.identifiers import COLUMNS, IdBook, load_ids, mint, write_ids
from graph.link.name_keys import NameKey, core

NAMES = st.text(alphabet="科技创新知识产权中心局院（）“”Aa1·-", min_size=1, max_size=8)
SCOPES = st.sampled_from(["", "苏州市", "厦门市", "?l1"])
KEYS = st.builds(NameKey, scope=SCOPES, core=NAMES.map(core).filter(bool))


def groups(*names):
    return [("organisation", name, (NameKey(scope="", core=name),)) for name in names]


def minted(book, wanted):
    """Return the new book."""
    return IdBook(rows=tuple(mint(book, wanted).values()))


@settings(deadline=None)
@given(st.lists(KEYS, unique=True, max_size=30), st.randoms(use_true_random=False))
def test_different_keys_get_different_ids_in_any_order(keys, random):
    wanted = [("organisation", key.core, (key,)) for key in keys]
    shuffled = random.sample(wanted, len(wanted))
    first, again = (
        {row.name_key: row.id for row in minted(IdBook(), one).rows} for one in (wanted, shuffled)
    )
    assert first == again
    assert len(set(first.values())) == len(keys)


@settings(deadline=None)
@given(st.lists(NAMES, unique=True, max_size=20), st.lists(NAMES, unique=True, max_size=20))
def test_an_id_once_minted_never_changes(first, more):
    book = minted(IdBook(), groups(*first))
    later = minted(book, groups(*dict.fromkeys((*more, *first))))
    assert {row.name_key: row.id for row in book.rows}.items() <= {
        row.name_key: row.id for row in later.rows
    }.items()


def test_a_hundred_chinese_names_are_a_hundred_ids():
    made = letter(
        "a", "苏州市", *(f"{a}{b}研究院" for a in "科技创新知识产权智" for b in "安邦博昌达德东方福光")
    )
    linking = linked(made)
    assert len({entity.entity_id for entity in linking.entities}) == 90
    assert "e/科安研究院" in {entity.entity_id for entity in linking.entities}


def test_the_same_name_in_two_cities_is_two_readable_ids():
    made = [letter("a", "苏州市", "市财政局"), letter("b", "厦门市", "市财政局")]
    assert set(ids(linked(*made), made).values()) == {("e/苏州市财政局",), ("e/厦门市财政局",)}


def test_an_unknown_place_puts_the_letter_into_the_id():
    made = [letter("a", None, "市财政局"), letter("b", None, "市财政局")]
    found = ids(linked(*made), made)
    assert found["a", "市财政局"] != found["b", "市财政局"]
    assert found["a", "市财政局"][0].endswith("-a")


def test_names_that_differ_in_marks_alone_do_not_share_an_id():
    keys = (NameKey(scope="", core="A-B平台"), NameKey(scope="", core="A·B平台"))
    rows = minted(IdBook(), [("platform", key.core, (key,)) for key in keys]).rows
    assert len({row.id for row in rows}) == 2


def test_the_reader_knows_an_ids_csv_by_its_header():
    assert IDS_HEADER.decode().split(",") == list(COLUMNS)


@settings(deadline=None)
@given(st.lists(KEYS, unique=True, max_size=15))
def test_ids_written_and_read_back_are_the_same(keys):
    book = minted(IdBook(), [("fund", key.core, (key,)) for key in keys])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ids.csv"
        write_ids(book, path)
        assert load_ids(path) == book


def test_ids_outlive_a_change_of_what_keys_are_made_of(tmp_path):
    older = (
        "id,kind,key,jurisdiction,merged_into\n"
        "e/中国-东盟中心,platform,中国—东盟中心,,\ne/甲乙,fund,甲-乙,,\ne/甲乙-2,fund,甲乙,,\n"
    )
    (tmp_path / "ids.csv").write_text(older, encoding="utf-8")

    book = load_ids(tmp_path / "ids.csv")

    assert book.by_key[NameKey(scope="", core="中国东盟中心")].id == "e/中国-东盟中心"
    assert book.by_key[NameKey(scope="", core="甲乙")].id == "e/甲乙-2"
    assert book.merged() == {"e/甲乙": "e/甲乙-2"}


def test_a_merged_id_points_to_the_one_that_stays_and_comes_back(tmp_path):
    one, other = NameKey(scope="", core="科交中心"), NameKey(scope="", core="深交所科交中心")
    apart = minted(IdBook(), [("platform", one.core, (one,)), ("platform", other.core, (other,))])
    together = minted(apart, [("platform", other.core, (other, one))])
    assert together.by_key[one].merged_into == together.by_key[other].id
    assert together.merged() == {"e/科交中心": "e/深交所科交中心"}
    undone = minted(together, [("platform", one.core, (one,)), ("platform", other.core, (other,))])
    assert undone.by_key == apart.by_key


def test_an_ids_file_that_is_none_or_says_a_thing_twice_is_refused(tmp_path):
    path = tmp_path / "ids.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(CurationError, match="first line"):
        load_ids(path)
    path.write_text("id,kind,key,jurisdiction,merged_into\ne/x,fund,x,,\ne/y,fund,x,,\n", encoding="utf-8")
    with pytest.raises(CurationError, match="row 3, column key"):
        load_ids(path)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("e/x,fund,x,,\ne/x,fund,y,,\n", "row 3, column id: 'e/x' 指两件事"),
        ("<script>,fund,x,,\n", "row 2, column id: '<script>' 不是 fuwen 的 id"),
        (",fund,x,,\n", "row 2, column id: '' 不是 fuwen 的 id"),
        ("e/x y,fund,x,,\n", "row 2, column id: 'e/x y' 不是 fuwen 的 id"),
        ("e/\udcff,fund,x,,\n", "not UTF-8 at byte"),
    ],
)
def test_a_row_that_no_build_writes_is_refused_by_file_row_and_value(content, told, tmp_path):
    path = tmp_path / "ids.csv"
    text = f"id,kind,key,jurisdiction,merged_into\n{content}"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(CurationError, match=re.escape(told)):
        load_ids(path)


def test_a_folder_in_the_place_of_ids_csv_is_named(tmp_path):
    (tmp_path / "ids.csv").mkdir()
    with pytest.raises(CurationError, match=r"ids\.csv: 读不到.* · cannot be read"):
        load_ids(tmp_path / "ids.csv")


@settings(deadline=None)
@given(st.permutations(["fund", "platform", "organisation"]))
def test_ids_stay_when_letters_are_added_and_kinds_flip(kinds):
    first = letter("a", "苏州市", ("太湖科学仪器中心", "platform"), "市财政局")
    before = linked(first)
    more = [letter(f"m{n}", "苏州市", ("太湖科学仪器中心", kind)) for n, kind in enumerate(kinds[:2] * 2)]
    after = linked(*more, first, curation=Curation(ids=before.ids))
    kept = {entity.entity_id for entity in before.entities}
    assert kept <= {entity.entity_id for entity in after.entities}
    assert ids(after, [first]) == ids(before, [first])


@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_ids_that_a_spreadsheet_saved_in_its_own_way_are_read(tmp_path, separator, encoding):
    path = tmp_path / "ids.csv"
    rows = (COLUMNS, ("e/财政局", "organisation", "财政局", "苏州市", ""))
    path.write_text("\r\n".join(separator.join(row) for row in rows), encoding=encoding)
    assert [row.id for row in load_ids(path).rows] == ["e/财政局"]
