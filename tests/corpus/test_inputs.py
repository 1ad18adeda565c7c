"""Which files are read: folders, patterns, archives; names, order, limits."""

import os
import pickle
import warnings
import zipfile
from pathlib import Path

import pytest
from reply_letters import reply

from corpus import InputNotFound, bundled_letters, find_inputs, read_input
from corpus.input_bytes import bytes_of
from ontology.places import load


def write(path: Path, text: str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def sources(*paths: Path) -> list[str]:
    return [entry.source for entry in find_inputs(paths)]


def test_folders_are_searched_in_one_order_without_state_and_hidden_files(tmp_path):
    for name in (
        "b.txt",
        "a.txt",
        "sub/c.pdf",
        ".hidden",
        ".git/x",
        "fuwen/facts.csv",
        "sub/fuwen/ids.csv",
        "~$d.docx",
    ):
        write(tmp_path / name)
    assert sources(tmp_path) == ["a.txt", "b.txt", "sub/c.pdf"]


def test_what_windows_and_office_leave_in_a_folder_is_no_input(tmp_path):
    for name in ("Thumbs.db", "sub/desktop.ini", "答复函.lnk", "~答复函.tmp", "答复函.docx", "lnk.txt"):
        write(tmp_path / name)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        for name in ("__MACOSX/._答复函.docx", "Thumbs.db", "答复函.docx"):
            packed.writestr(name, "x")
    assert sources(tmp_path) == ["a.zip!/答复函.docx", "lnk.txt", "答复函.docx"]
    assert sources(tmp_path / "Thumbs.db") == ["Thumbs.db"]


def test_tables_to_fill_in_are_no_letters_wherever_they_are_kept(tmp_path):
    write(tmp_path / "答复函.txt")
    write(tmp_path / "open.csv", "\ufeffverdict,kind,name,jurisdiction,other_kind\nsame,fund,甲基金,,fund\n")
    write(tmp_path / "review_facts.csv", "source,field,value,evidence,by,message\n")
    write(tmp_path / "名单.csv", "编号,提案人\n")
    assert sources(tmp_path) == ["名单.csv", "答复函.txt"]


def test_an_export_of_ours_is_no_input(tmp_path):
    write(tmp_path / "exports/manifest.json")
    write(tmp_path / "exports/tables/letters.csv")
    write(tmp_path / "exports/letters/a.txt")
    write(tmp_path / "a.txt")
    assert sources(tmp_path) == ["a.txt"]


def test_sources_are_relative_to_the_common_parent(tmp_path):
    one, two = write(tmp_path / "x/one.txt"), write(tmp_path / "y/z/two.txt")
    assert sources(one, two) == ["x/one.txt", "y/z/two.txt"]
    assert sources(one) == ["one.txt"]
    assert sources(tmp_path / "y", one) == ["x/one.txt", "y/z/two.txt"]


def test_a_file_named_twice_is_one_input(tmp_path):
    path = write(tmp_path / "a.txt")
    assert sources(path, tmp_path, tmp_path / "." / "a.txt") == ["a.txt"]


def test_patterns_are_expanded(tmp_path):
    write(tmp_path / "a.txt")
    write(tmp_path / "b.pdf")
    assert sources(tmp_path / "*.txt") == ["a.txt"]


@pytest.mark.parametrize("name", ["no.txt", "*.docx"])
def test_what_is_not_there_is_told_with_its_name(tmp_path, name):
    with pytest.raises(InputNotFound, match=name.replace("*", r"\*")):
        find_inputs([tmp_path / name])


def test_a_folder_named_like_a_file_is_a_folder(tmp_path):
    write(tmp_path / "x.txt" / "a.txt")
    assert sources(tmp_path / "x.txt") == ["a.txt"]


@pytest.mark.parametrize(
    "name", ["a b;rm -rf.txt", "$(x).txt", "对市政协第1号提案的答复（A类）.txt", "--out.txt", "%s.txt"]
)
def test_odd_names_are_only_names(tmp_path, name):
    write(tmp_path / name, reply())
    (entry,) = find_inputs([tmp_path])
    (reading,) = read_input(entry, places=load())
    assert (reading.source, reading.status) == (name, "reply")


def test_a_link_back_to_its_folder_ends(tmp_path):
    write(tmp_path / "sub/a.txt")
    try:
        (tmp_path / "sub/loop").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this system allows no links")
    assert sources(tmp_path) == ["sub/a.txt"]


def test_a_link_out_of_the_folder_keeps_the_name_that_the_user_sees(tmp_path):
    write(tmp_path / "elsewhere/a.txt")
    write(tmp_path / "in/own.txt")
    try:
        (tmp_path / "in/linked").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
        (tmp_path / "in/dangling.txt").symlink_to("nowhere")
        (tmp_path / "in/again.txt").symlink_to("own.txt")
    except OSError:
        pytest.skip("this system allows no links")
    if not (tmp_path / "in/linked").is_symlink():
        pytest.skip("this system makes links that it does not tell as such")
    assert sources(tmp_path / "in") == ["dangling.txt", "linked/a.txt", "own.txt"]


def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes in folders")
    os.mkfifo(tmp_path / "a.txt")
    (entry,) = find_inputs([tmp_path])
    (reading,) = read_input(entry, places=load())
    assert (reading.status, reading.issues[0].code) == ("refused", "unreadable")


@pytest.mark.parametrize("name", ["长" * 300, "**.txt"])
def test_a_name_that_no_system_takes_is_told(tmp_path, name):
    with pytest.raises(InputNotFound, match="check"):
        find_inputs([tmp_path / name])


def test_a_folder_that_cannot_be_listed_is_told(tmp_path, monkeypatch):
    write(tmp_path / "sub/a.txt")
    listed = Path.iterdir

    def refuse(self):
        if self.name == "sub":
            raise PermissionError
        return listed(self)

    monkeypatch.setattr(Path, "iterdir", refuse)
    (entry,) = find_inputs([tmp_path])
    (reading,) = read_input(entry, places=load())
    assert (reading.source, reading.issues[0].code) == ("sub", "unreadable")


def archive(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return path


def test_members_of_archives_are_inputs(tmp_path):
    path = archive(
        tmp_path / "a.zip", {"信/一.txt": reply().encode(), "__MACOSX/x": b"x", ".y": b"x", "d/": b""}
    )
    (entry,) = find_inputs([path])
    assert entry.source == "a.zip!/信/一.txt"
    (reading,) = read_input(entry, places=load())
    assert reading.status == "reply"


def test_names_of_chinese_archivers_are_repaired(tmp_path):
    path = archive(tmp_path / "a.zip", {"aaaa.txt": reply().encode()})
    path.write_bytes(path.read_bytes().replace(b"aaaa.txt", "答复.txt".encode("gb18030")))
    (entry,) = find_inputs([path])
    assert entry.source == "a.zip!/答复.txt"
    (reading,) = read_input(entry, places=load())
    assert reading.status == "reply"


def test_a_member_may_not_climb_out_of_its_archive(tmp_path):
    path = archive(tmp_path / "a.zip", {"../../etc/x.txt": reply().encode()})
    assert sources(path) == ["a.zip!/etc/x.txt"]


def test_an_archive_that_is_none_is_refused_not_raised(tmp_path):
    (entry,) = find_inputs([write(tmp_path / "a.zip", "no zip at all, " + "x" * 40)])
    (reading,) = read_input(entry, places=load())
    assert reading.status in {"refused", "not_a_letter"}
    assert reading.issues


def test_an_archive_is_opened_once_however_many_members_it_holds(tmp_path, monkeypatch):
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(40):
            archive.writestr(f"{number}.txt", f"{number}")
    opened = []

    class Counted(zipfile.ZipFile):
        def __init__(self, *args, **more):
            opened.append(args)
            super().__init__(*args, **more)

    monkeypatch.setattr("corpus.archives.zipfile.ZipFile", Counted)
    found = find_inputs([path])
    assert [bytes_of(entry) for entry in found] == [Path(entry.member).stem.encode() for entry in found]
    assert len(opened) == 2  # once for the names, once for the members


def test_members_of_one_name_are_all_read(tmp_path):
    path = tmp_path / "twice.zip"
    with zipfile.ZipFile(path, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        for words in ("first", "second", "third"):
            archive.writestr("答复.txt", words)
        archive.writestr("答复(2).txt", "named so")
    found = {entry.member: bytes_of(entry) for entry in find_inputs([path])}
    assert found == {
        "答复.txt": b"first",
        "答复(2).txt": b"named so",
        "答复(3).txt": b"second",
        "答复(4).txt": b"third",
    }


def test_names_in_utf8_that_the_archive_does_not_call_so_are_read_as_such(tmp_path):
    path = tmp_path / "mac.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("XXXXXXXXXXXX.txt", "x")
    raw = path.read_bytes().replace(b"XXXXXXXXXXXX", "区科创局".encode())
    path.write_bytes(raw)
    assert [entry.member for entry in find_inputs([path])] == ["区科创局.txt"]


def test_an_archive_without_members_and_a_word_file_named_zip_are_told_apart(tmp_path):
    word = (Path(__file__).parents[1] / "dev" / "raw" / "d07.docx").read_bytes()
    (tmp_path / "word.zip").write_bytes(word)
    archive(tmp_path / "none.zip", {})
    found = {r.source: r for entry in find_inputs([tmp_path]) for r in read_input(entry, places=load())}
    assert found["none.zip"].issues[0].code == "empty"
    assert found["word.zip"].status == "reply"


def test_an_archive_that_changes_is_listed_anew(tmp_path):
    path = archive(tmp_path / "a.zip", {"a.txt": b"x"})
    assert sources(path) == ["a.zip!/a.txt"]
    archive(path, {"b.txt": b"x", "c.txt": b"y"})
    assert sources(path) == ["a.zip!/b.txt", "a.zip!/c.txt"]


def test_a_zip_bomb_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("corpus.archives.MEMBER_LIMIT", 2**20)
    path = archive(tmp_path / "a.zip", {"a.txt": b"\0" * 2**21, "b.txt": reply().encode()})
    found = {r.source: r for entry in find_inputs([path]) for r in read_input(entry, places=load())}
    assert found["a.zip!/a.txt"].issues[0].code == "archive_bomb"
    assert found["a.zip!/b.txt"].status == "reply"


def test_a_member_that_is_cut_off_is_refused(tmp_path):
    path = archive(tmp_path / "a.zip", {"a.txt": os.urandom(4000)})
    data = bytearray(path.read_bytes())
    data[200:300] = bytes(100)
    path.write_bytes(bytes(data))
    (entry,) = find_inputs([path])
    (reading,) = read_input(entry, places=load())
    assert reading.issues[0].code == "broken_archive"


def test_a_file_that_vanishes_before_it_is_read_is_refused(tmp_path):
    path = write(tmp_path / "a.txt")
    (entry,) = find_inputs([path])
    path.unlink()
    (reading,) = read_input(entry, places=load())
    assert (reading.status, reading.issues[0].code) == ("refused", "unreadable")


def test_inputs_and_readings_can_be_sent_to_other_processes(tmp_path):
    (entry,) = find_inputs([write(tmp_path / "a.txt", reply())])
    assert pickle.loads(pickle.dumps(entry)) == entry  # noqa: S301 - our own bytes
    readings = read_input(entry, places=load())
    assert pickle.loads(pickle.dumps(readings)) == readings  # noqa: S301 - our own bytes


def test_the_five_bundled_letters_are_there():
    names = sorted(entry.name for entry in bundled_letters().iterdir() if entry.name.endswith(".txt"))
    assert names == [
        "cppcc-2024079.txt",
        "cppcc-2024232.txt",
        "cppcc-2024237.txt",
        "cppcc-2025141.txt",
        "npc-JY20230063.txt",
    ]


def written_as(folder: Path, name: bytes) -> Path:
    """A letter under a name of bytes, where the system allows such names."""
    try:
        path = folder / os.fsdecode(name)
        path.write_text(reply(), encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        pytest.skip("this system allows only names that are text")
    return path


def test_names_that_are_not_utf8_are_shown_as_gb18030_or_byte_by_byte(tmp_path):
    for name in ("第1号答复.txt".encode("gbk"), b"\xff\xfe.txt"):
        written_as(tmp_path, name)
    assert sources(tmp_path) == [r"\xff\xfe.txt", "第1号答复.txt"]
    assert [entry.odd_name for entry in find_inputs([tmp_path])] == [True, True]


def test_a_name_that_is_not_utf8_never_takes_that_of_another_file(tmp_path):
    written_as(tmp_path, "答复.txt".encode("gbk"))
    write(tmp_path / "答复.txt")
    assert sources(tmp_path) == [r"\xb4\xf0\xb8\xb4.txt", "答复.txt"]


def test_a_file_whose_name_is_not_utf8_is_read_and_the_name_told(tmp_path):
    written_as(tmp_path, "第1号答复.txt".encode("gbk"))
    (found,) = find_inputs([tmp_path])
    (reading,) = read_input(found, places=load())
    assert reading.status == "reply"
    assert [issue.value for issue in reading.issues if issue.code == "name_not_utf8"] == ["第1号答复.txt"]


def test_a_quotation_mark_that_cmd_left_in_a_path_is_explained(tmp_path):
    with pytest.raises(InputNotFound, match="must not end with"):
        find_inputs([tmp_path / '复文 2024" --out x'])
    with pytest.raises(InputNotFound) as told:
        find_inputs([tmp_path / "复文 2024"])
    assert "quotes" not in str(told.value)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("区科创局-张三13900000157.docx", "区科创局-×.docx"),
        ("区科创局_张三_139-0000-0157_答复.txt", "区科创局_×_答复.txt"),
        ("答复（联系人王小明0755-83800157）.pdf", "答复（联系人×）.pdf"),
        ("张三83800157.txt", "×.txt"),
        ("qzhang88@126.com.txt", "×.txt"),
        ("来件/qzhang88@126.com/1.txt", "来件/×/1.txt"),
        ("一三九零零零零零一五七.txt", "×.txt"),
        ("联系人王建华.txt", "联系人×.txt"),
        ("答复_承办人_王建华.txt", "答复_承办人_×.txt"),
        ("答复（王建华）.txt", "答复（×）.txt"),
        ("【联系人】王建华 答复.txt", "【联系人】× 答复.txt"),
        ("经办人王建华/答复.txt", "经办人×/答复.txt"),
        ("打印：王建华.txt", "打印：×.txt"),
        ("上传 王建华.txt", "上传 ×.txt"),
        ("打印 王建华.txt", "打印 ×.txt"),
        ("发布 王建华.txt", "发布 ×.txt"),
        ("回复人王建华.txt", "回复人×.txt"),
        ("责任编辑 王建华.txt", "责任编辑 ×.txt"),
        ("tel65220157.txt", "tel×.txt"),
        ("人民路88号502室.txt", "×.txt"),
    ],
)
def test_a_name_is_shown_without_the_contacts_in_it(tmp_path, name, shown):
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "z.txt").write_text("x", encoding="utf-8")
    found = find_inputs([tmp_path])
    assert sorted(entry.source for entry in found) == sorted([shown, "z.txt"])
    assert {entry.source: entry.path.name for entry in found}[shown] == name.rpartition("/")[2]
    (reading,) = read_input(next(entry for entry in found if entry.source == shown), places=load())
    assert [issue.value for issue in reading.issues if issue.code == "name_holds_contact"] == [shown]
    assert "0157" not in repr(reading)


@pytest.mark.parametrize(
    "name",
    [
        "第0145号提案答复.docx",
        "023-20240912.docx",
        "0755-20230630-答复.txt",
        "t20230630_1234567.html",
        "content_83800157.html",
        "2024079.txt",
        "关于市政协十五届三次会议第0145号提案的答复(李明委员).docx",
        "a1b2c3d4139000001570.txt",
        "关于联系人大代表工作的答复.txt",
        "李明.txt",
        "答复 王委员.docx",
        "答复 金华.docx",
        "回复 李代表（终稿）.docx",
        "答复（水务局）.txt",
        "办理审核情况表.txt",
    ],
)
def test_a_name_with_numbers_of_proposals_and_days_is_shown_as_it_is(tmp_path, name):
    (tmp_path / name).write_text("x", encoding="utf-8")
    assert [(entry.source, entry.hides_contact) for entry in find_inputs([tmp_path])] == [(name, False)]


def test_names_that_only_contacts_tell_apart_stay_two(tmp_path):
    for number in ("13900000157", "13900000158"):
        (tmp_path / f"答复-{number}.txt").write_text("x", encoding="utf-8")
    assert [entry.source for entry in find_inputs([tmp_path])] == ["答复-×.txt", "答复-××2.txt"]


def test_members_of_an_archive_are_shown_without_contacts(tmp_path):
    with zipfile.ZipFile(tmp_path / "来件.zip", "w") as archive:
        archive.writestr("张三13900000157.txt", reply())
    (found,) = find_inputs([tmp_path])
    assert found.source == "来件.zip!/×.txt"
    (reading,) = read_input(found, places=load())
    assert reading.status == "reply"


def test_a_name_is_shown_without_characters_that_steer_a_terminal(tmp_path):
    (tmp_path / "a\x1b[31m\x07.txt").write_text("x", encoding="utf-8")
    (found,) = find_inputs([tmp_path])
    assert (found.source, found.path.name) == ("a\\x1b[31m\\x07.txt", "a\x1b[31m\x07.txt")
