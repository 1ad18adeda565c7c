import hashlib
import tomllib
from importlib import resources

from graph.recognise.annotated import marked
from graph.recognise.grammar import Grammar
from graph.recognise.train import main, passages, train

SOURCE = (
    "[[市财政局|o]]设立[[{0}发展基金|f]]，依托[[{0}创新中心|p]]出台《[[{0}若干措施|y]]》，支持各类平台。\n"
)
PLAIN = "市财政局设立{0}发展基金，依托{0}创新中心出台《{0}若干措施》，支持各类平台。\n"
TEXTS = [SOURCE.format(name) for name in ("青石", "谱联", "甬达", "华析", "津舶", "秦声")]


def test_a_pattern_is_learnt_and_told_apart_from_generic_words():
    weights = train([marked(str(number), text) for number, text in enumerate(TEXTS)], epochs=4, restarts=1)
    found = Grammar(weights=weights).recognise(marked("x", PLAIN.format("蓝屿")).letter())
    assert [m.kind for m in found.mentions] == ["organisation", "fund", "platform", "policy"]


def test_the_same_texts_give_the_same_bytes(tmp_path):
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    outs = [tmp_path / "one.tsv", tmp_path / "two.tsv"]
    assert [main([str(out), str(tmp_path)]) for out in outs] == [0, 0]
    assert outs[0].read_bytes() == outs[1].read_bytes()
    provenance = tomllib.loads(outs[0].with_suffix(".toml").read_text(encoding="utf-8"))
    assert provenance["sha256"] == hashlib.sha256(outs[0].read_bytes()).hexdigest()


def test_the_shipped_weights_are_those_that_were_written():
    folder = resources.files("graph.recognise")
    provenance = tomllib.loads((folder / "weights.toml").read_text(encoding="utf-8"))
    assert hashlib.sha256((folder / "weights.tsv").read_bytes()).hexdigest() == provenance["sha256"]


def test_what_is_only_asked_for_teaches_nothing():
    sentence = "{0}设立竹产业发展基金，我局办理。"

    def taught(beginning):
        found = passages([marked("x", sentence.format(beginning))], {})
        return {example.candidate.last - example.candidate.first for one in found for example in one.examples}

    assert max(taught("甲市")) == 3
    assert max(taught("您建议")) < 3
