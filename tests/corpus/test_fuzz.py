"""Any bytes: a reading with a reason, never an exception."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reply_letters import reply

from corpus import Input, read_input
from corpus.privacy import without_contacts
from corpus.traced import traced
from ontology.places import load

RAW = Path(__file__).parents[1] / "dev" / "raw"
SEEDS = {
    "a.txt": reply().encode(),
    "a.gb.txt": reply().encode("gb18030"),
    "a.md": (RAW / "d04.md").read_bytes(),
    "a.html": (RAW / "d03.html").read_bytes(),
    "a.mht": b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html;"
    b" charset=gbk\nContent-Transfer-Encoding: 8bit\n\n"
    + f"<html><body>{reply()}".encode("gbk")
    + b"\n--x--\n",
    "a.docx": (RAW / "d07.docx").read_bytes(),
    "a.pdf": (RAW / "d02.pdf").read_bytes(),
}
SECONDS = 20
FEW = settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
SOME = settings(max_examples=50, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def read(path: Path, data: bytes):
    path.write_bytes(data)
    readings = read_input(Input(source=path.name, path=path), places=load())
    assert readings
    for reading in readings:
        assert reading.status in {"reply", "not_a_letter", "refused"}
        assert reading.issues or reading.status == "reply"
        if reading.letter:
            assert len(reading.letter.raw_offsets) == len(reading.letter.text)
    return readings


@pytest.mark.parametrize("name", SEEDS)
@FEW
@given(data=st.data())
def test_damaged_files_of_every_format_are_read_or_refused(tmp_path, name, data):
    seed = bytearray(SEEDS[name])
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(seed) - 1))
        seed[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=12))
        if not seed:
            break
    read(
        tmp_path / name,
        bytes(seed[: data.draw(st.integers(0, len(seed)))] if data.draw(st.booleans()) else seed),
    )


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.docx", "a.pdf", "a.zip", "a"])
@FEW
@given(data=st.binary(max_size=400))
def test_any_bytes_under_any_name_are_read_or_refused(tmp_path, name, data):
    magic = {"a.pdf": b"%PDF-1.7\n", "a.docx": b"PK\x03\x04", "a.html": b"<html>"}.get(name, b"")
    read(tmp_path / name, magic + data)


ODD = [
    "（一）",
    "一、",
    "一是",
    "联系人：",
    "《",
    "》",
    "“",
    "（",
    "第",
    "届",
    "政协",
    "委员：",
    "。",
    "—1—",
    "\x0c",
    "#",
    "**",
    "下一步，",
    "抄送：",
    "2023年13月40日",
    "苏州市教育局",
    "关于",
    "对\nX局关于",
    "会同、",
    "等8名代表：",
    "1",
    "|a|b|",
]
LINES = st.sampled_from([*reply().split("\n"), *ODD, "\t"])


@SOME
@given(st.lists(LINES, max_size=40), st.sampled_from(["", "\n", "\n\n", " "]))
def test_letters_cut_up_and_shuffled_keep_their_promises(tmp_path, lines, glue):
    for reading in read(tmp_path / "a.txt", glue.join(lines).encode()):
        letter = reading.letter
        if letter is None:
            continue
        for sentence in letter.sentences:
            assert letter.text[sentence.span.start : sentence.span.end].strip()
        ids = {section.section_id for section in letter.sections}
        assert {section.parent for section in letter.sections} <= {None, *ids}
        for section in letter.sections:
            assert 0 <= section.span.start < section.span.end <= len(letter.text)


@pytest.mark.parametrize(
    "unit",
    [
        "1234567890-",
        "联系人（",
        "关于对",
        "政协",
        "《",
        "第",
        "a@",
        "市",
        "X委员、",
        "。一是",
        "[",
        "局\n",
        "一、\n",
    ],
)
def test_hostile_repetition_takes_bounded_time(tmp_path, unit):
    start = time.process_time()
    read(tmp_path / "a.txt", (reply()[:60] + "\n" + unit * (8000 // len(unit))).encode())
    assert time.process_time() - start < SECONDS


def test_five_megabytes_in_one_line_are_refused(tmp_path):
    (reading,) = read(tmp_path / "a.txt", ("加快发展，" * 350_000).encode())
    assert reading.issues[0].code == "too_long"


@pytest.mark.parametrize(
    "contact",
    [
        "请与产业科王小明同志联系，电话0755-83880000，",
        "产业科（联系人：王小明，电话13900000000）",
        "设站（王小明，13900000000），",
        "王小明13900000000、",
        "产业科\t王小明\t83880000\t",
        "来信寄至民田路100号王小明收，",
        "1 3 9 0 0 0 0 0 ",
    ],
)
def test_time_grows_with_the_contacts_in_a_line_not_with_their_square(contact):
    """Five thousand took between ten seconds and minutes; on any host it is less than a second now."""
    line = contact * 5000
    start = time.process_time()
    without_contacts([traced(line, 0, len(line))])
    assert time.process_time() - start < SECONDS / 4


CONTACT_PIECES = st.sampled_from(
    [
        "联系人：",
        "联系电话：",
        "王小明",
        "欧阳娜娜",
        "0755-83800157",
        "83800157",
        "139 0000 0157",
        "1390-000-0157",
        "一三九零零零零零一五七",
        "微信同号：",
        "wx_zhang88",
        "qzhang88",
        "(at)",
        "＠",
        "#",
        "126.com",
        "（#换成@）",
        "☎",
        "，",
        "。",
        "；",
        "、",
        "（",
        "）",
        "\t",
        "：",
        " ",
        "提案人：",
        "请与",
        "同志联系",
        "收",
        "转8012",
        "连云港",
        "4601000",
        "户",
        "累计服务企业300家",
        "项目编号：",
        "400-838-0157",
        "来信请寄民田路100号",
        "市科技局",
        "科长",
        "一",
        "①",
        "O",
    ]
)


@SOME
@given(st.lists(st.lists(CONTACT_PIECES, max_size=60).map("".join), max_size=4))
def test_contacts_cut_up_and_shuffled_leave_what_is_left_in_its_place(lines):
    raw = "\n".join(lines)
    ends = [sum(map(len, lines[: at + 1])) + at for at in range(len(lines))]
    paragraphs = [traced(raw, end - len(line), end).stripped() for line, end in zip(lines, ends, strict=True)]
    for kept in without_contacts(paragraphs):
        assert "".join(raw[place] for place in kept.body.offsets) == kept.body.text
