import json

from corpus.records import Span
from graph.recognise.annotated import marked, read


def test_marks_become_spans():
    document = marked("x", "依托[[苏州大学|o]]建设[[太湖平台|p]]，[[名录|n]]")
    assert document.text == "依托苏州大学建设太湖平台，名录"
    assert document.names == {Span(start=2, end=6): "organisation", Span(start=8, end=12): "platform"}
    assert document.neutral == (Span(start=13, end=15),)


def test_a_gold_folder_is_read_with_its_neutral_rows(tmp_path):
    (tmp_path / "a.txt").write_text("市政协来函", encoding="utf-8")
    row = {"doc": "a", "start": 0, "end": 3, "kind": "organisation"}
    (tmp_path / "mentions.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    skipped = [{"doc": "a", "start": 3, "end": 5, "scoring": scoring} for scoring in ("neutral", "rule")]
    (tmp_path / "skipped.jsonl").write_text("\n".join(map(json.dumps, skipped)), encoding="utf-8")
    [document] = read(tmp_path)
    assert document.names == {Span(start=0, end=3): "organisation"}
    assert document.neutral == (Span(start=3, end=5),)
