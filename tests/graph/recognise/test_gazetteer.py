import pickle

import pytest

from graph.errors import CurationError
from graph.recognise import recognise, recognisers
from graph.recognise.annotated import marked
from graph.recognise.gazetteer import load

HEADER = "name\tkind\taliases\n"


def write(folder, rows):
    path = folder / "gazetteer.tsv"
    path.write_text(HEADER + rows, encoding="utf-8")
    return path


def test_the_longest_of_the_leftmost_names_is_found(tmp_path):
    gazetteer = load(
        write(
            tmp_path,
            "深圳大学\torganisation\n深圳大学总医院\torganisation\n青石\torganisation\t青石测控|青石公司\n",
        )
    )
    letter = marked("x", "支持深圳大学总医院、深圳大学和青石测控").letter()
    assert [m.text for m in gazetteer.recognise(letter).mentions] == [
        "深圳大学总医院",
        "深圳大学",
        "青石测控",
    ]


def test_an_alias_stands_for_the_name_of_its_row_and_of_two_rows_for_neither(tmp_path):
    rows = (
        "青石测控公司\torganisation\t青石|青石测控\n"
        "白鹭学院\torganisation\t学院\n"
        "海鸥学院\torganisation\t学院|白鹭学院\n"
    )
    gazetteer = pickle.loads(pickle.dumps(load(write(tmp_path, rows))))  # noqa: S301  (our own)
    letter = marked("x", "支持青石、青石测控公司、白鹭学院，学院与青石合作").letter()
    found = gazetteer.recognise(letter)
    assert [one.text for one in found.mentions] == ["青石", "青石测控公司", "白鹭学院", "学院", "青石"]
    assert [(one.alias, one.name) for one in found.aliases] == [("青石", "青石测控公司")]


def test_it_survives_pickling(tmp_path):
    gazetteer = pickle.loads(pickle.dumps(load(write(tmp_path, "青石\torganisation\n"))))  # noqa: S301  (our own)
    assert [m.kind for m in gazetteer.recognise(marked("x", "支持青石发展").letter()).mentions] == [
        "organisation"
    ]


@pytest.mark.parametrize(
    ("rows", "column", "value"),
    [
        ("青石\tcompany\n", "kind", "company"),
        ("\torganisation\n", "name", "''"),
        ("青\torganisation\n", "name", "青"),
        ("白鹭\tfund\n", "kind", "fund"),
    ],
)
def test_a_bad_row_is_reported_with_file_row_column_and_value_and_the_rest_applied(
    tmp_path, rows, column, value
):
    found = load(write(tmp_path, "白鹭\tplatform\n" + rows))
    assert found.kinds == {"白鹭": "platform"}
    assert [(issue.source, issue.severity, issue.where) for issue in found.issues] == [
        ("gazetteer.tsv", "error", f"line 3, column {column}")
    ]
    assert value in found.issues[0].message


def test_a_row_with_a_bad_alias_is_not_used_by_half(tmp_path):
    found = load(write(tmp_path, "白鹭\tplatform\n青石\tfund\t白鹭\n"))
    assert found.kinds == {"白鹭": "platform"}
    assert len(found.issues) == 1


def test_a_file_without_a_usable_row_is_refused_with_its_first_fault(tmp_path):
    path = write(tmp_path, "青石\tcompany\n")
    with pytest.raises(CurationError) as told:
        load(path)
    chinese, english = str(told.value).split(" · ")
    assert "gazetteer.tsv: 没有可用的名称" in chinese
    assert "line 2, column kind: 'company' 须是" in chinese
    assert "header; line 2, column kind: 'company' must be" in english


def test_it_wins_over_the_grammar(tmp_path):
    path = write(tmp_path, "数字孪生底座\tplatform\n")
    letter = marked("x", "我们依托数字孪生底座开展工作。").letter()
    found = recognise(letter, recognisers(load(path))).mentions
    assert [(m.text, m.kind, m.recogniser) for m in found] == [("数字孪生底座", "platform", "gazetteer")]


def test_names_that_excel_saved_in_its_own_ways_are_read_and_told(tmp_path):
    path = tmp_path / "gazetteer.tsv"
    text = HEADER + '"青石, 市财政"\torganisation\t市财政\n'
    for data in (text.encode("gb18030"), text.encode("utf-16"), text.replace("\t", ",").encode()):
        path.write_bytes(data)
        found = load(path)
        assert found.kinds == {"青石, 市财政": "organisation", "市财政": "organisation"}
        assert [issue.code for issue in found.issues] == ["read_as"]
