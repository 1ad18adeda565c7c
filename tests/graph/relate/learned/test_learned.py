import hashlib
import tomllib
from importlib import resources

import pytest
from sentences import linked

from graph.relate.learned import weighing
from graph.relate.learned.composed import composed
from graph.relate.learned.judging import RULE, judged
from graph.relate.learned.scene import scene
from graph.relate.learned.statements import related_nodes
from graph.relate.learned.train import examples, main, train
from graph.relate.learned.weighing import Pair, Scorer
from graph.relate.learned.weights import EVERY, shipped, weight_in, weights_of
from graph.relate.masked_letter import masked_letter
from graph.relate.typed.extraction import typed_relations
from ontology import places
from ontology import relation_words as relation_words_module
from ontology.errors import LexiconError
from ontology.relation_words import relation_ends, relation_words

TEMPLATES = "{P1}由{O1}[运营|托管|管理]。\toperates O1 P1\n{P1}由{O1}[参观|介绍]。\t\n"


def seen(marked):
    letter = linked(marked)
    sentence = masked_letter(letter, places.load()).sentences[0].known
    return letter, sentence, scene(sentence, letter.letter.text)


def test_templates_give_every_alternative_once(tmp_path):
    path = tmp_path / "sentences.tsv"
    path.write_text(
        "# comment\n{O1}[设立|建设|打造]{P1}，[已|将]投用。\testablished O1 P1\n", encoding="utf-8"
    )
    letters = [letter for _, letter in composed(path)]
    texts = [letter.linked.letter.text for letter in letters]
    assert len(texts) == len(set(texts)) <= 5
    assert all(any(word in text for text in texts) for word in ("设立", "建设", "打造", "已投用", "将投用"))
    assert {each for letter in letters for each in letter.stated} == {("0001", "established", "O1", "P1")}


def test_what_a_word_says_is_learnt_from_templates(tmp_path):
    path = tmp_path / "sentences.tsv"
    path.write_text(TEMPLATES, encoding="utf-8")
    groups = [[example for _, letter in composed(path) for example in examples(letter)]] * 3
    weights = train(groups, epochs=10)
    learnt = weights_of(
        (part, feature, relation, round(weight * 1000))
        for (part, feature, relation), weight in weights.items()
    )
    _, _, found = seen("[西园|p]由[甲公司|o]托管。")
    best = max(Scorer(found, learnt).likely(-9), key=lambda each: each[0])
    assert best[1].relation == "operates"
    assert best[1].source.names[0].node_ids == ("甲公司",)


def test_the_same_texts_give_the_same_bytes(tmp_path):
    path = tmp_path / "sentences.tsv"
    path.write_text(TEMPLATES, encoding="utf-8")
    outs = [tmp_path / "one.tsv", tmp_path / "two.tsv"]
    assert [main([str(out), str(path)]) for out in outs] == [0, 0]
    assert outs[0].read_bytes() == outs[1].read_bytes()
    provenance = tomllib.loads(outs[0].with_suffix(".toml").read_text(encoding="utf-8"))
    assert provenance["sha256"] == hashlib.sha256(outs[0].read_bytes()).hexdigest()


def test_the_shipped_weights_are_those_that_were_written():
    folder = resources.files("graph.relate.learned")
    provenance = tomllib.loads((folder / "weights.toml").read_text(encoding="utf-8"))
    assert hashlib.sha256((folder / "weights.tsv").read_bytes()).hexdigest() == provenance["sha256"]


def test_a_weight_of_every_relation_adds_to_that_of_one():
    weights = weights_of([("word", "w 运营", EVERY, 300), ("word", "w 运营", "operates", 200)])
    totals = weights.totals("word", ["w 运营", "w 未知"])
    assert weight_in(totals, "word", "operates") == 500
    assert weight_in(totals, "word", "funds") == 300


def test_totals_of_sources_and_targets_are_kept_apart_whatever_their_sign():
    sides = {"source": -800, "target": 700}
    weights = weights_of(
        (side, "k O", each, weight) for side, weight in sides.items() for each in (EVERY, "funds", "signed")
    )
    totals = weights.totals("end", ["k O"]) + weights.totals("end", ["k O"])
    for side, weight in sides.items():
        assert weight_in(totals, side, "funds") == weight_in(totals, side, "signed") == 4 * weight
        assert weight_in(totals, side, "hosts") == 2 * weight


def test_hopeless_pairs_are_passed_over_without_changing_a_score(monkeypatch):
    _, _, found = seen("[西园|p]由[甲公司|o]投资建设，[乙公司|o]负责运营管理。")

    def likely():
        told = Scorer(found, shipped()).likely(0.5)
        return [(score, pair.relation, pair.source, pair.target) for score, pair in told]

    passed_over = likely()
    for bound in ("_HOPELESS", "_HOPELESS_END"):
        monkeypatch.setattr(weighing, bound, -1_000_000_000)
    every = likely()
    assert passed_over
    assert all(one in every for one in passed_over)
    assert len(passed_over) < len(every)


def test_a_pair_that_no_pattern_finds_is_added_with_its_status():
    letter, sentence, _ = seen("[西园|p]由[甲公司|o]承建，[乙公司|o]负责运营管理。")
    claims = judged(letter, sentence, "下一步", [])
    added = {(each.source, each.relation, each.target): each for each in claims}
    claim = added["甲公司", "established", "西园"]
    assert claim.rule == f"typed:{RULE}"
    assert 0.6 < claim.score < 1
    assert claim.status == "planned"
    assert claim.strength == "explicit"
    assert letter.letter.text[claim.source_span.start : claim.source_span.end] == "甲公司"


def test_what_patterns_tell_stays_whatever_the_scorer_thinks_of_it():
    letter, sentence, _ = seen("[西园|p]由[甲公司|o]投资建设，[乙公司|o]负责运营管理。")
    bad = weights_of([("word", "", EVERY, -9000)])
    hits = [
        each for each in typed_relations(masked_letter(letter, places.load())) if each.rule != f"typed:{RULE}"
    ]
    assert hits
    assert judged(letter, sentence, "", hits, bad) == hits


def test_nothing_is_added_between_ends_that_a_pattern_relates():
    letter, sentence, _ = seen("[西园|p]由[甲公司|o]投资建设。")
    hits = typed_relations(masked_letter(letter, places.load()))
    eager = weights_of([("word", "", EVERY, 9000)])
    told = {frozenset((each.source, each.target)) for each in hits}
    added = judged(letter, sentence, "", list(hits), eager)[len(hits) :]
    assert not told & {frozenset((each.source, each.target)) for each in added}


@pytest.mark.parametrize("text", ["您建议[西园|p]由[甲公司|o]运营。", "[西园|p]暂不由[甲公司|o]运营。"])
def test_nothing_is_added_that_is_denied_or_only_wished_for(text):
    letter, sentence, _ = seen(text)
    assert judged(letter, sentence, "", []) == []


def test_words_and_ends_are_known_for_every_relation():
    told = {relation for relations in relation_words().values() for relation in relations}
    assert told == set(relation_ends())


def test_relations_in_which_two_may_stand_at_once_are_told_of_both():
    ends = relation_ends()
    assert ends["established"].beside
    assert all(name in ends[other].beside for name, told in ends.items() for other in told.beside)


@pytest.mark.parametrize("column", ["sources", "beside"])
def test_a_broken_row_of_ends_is_named(monkeypatch, column):
    real = relation_words_module.read_tsv
    monkeypatch.setattr(
        relation_words_module,
        "read_tsv",
        lambda *arguments: [
            type(row)(file=row.file, line=row.line, cells={**row.cells, column: "X"})
            for row in real(*arguments)
        ],
    )
    with pytest.raises(LexiconError, match=column):
        relation_words_module.relation_ends.__wrapped__()


def test_of_a_list_of_several_kinds_only_what_fits_an_end_is_related():
    letter, _, found = seen("[甲厅|o]制定了[乙规程|y]、浙江省等文件。")
    unit = next(unit for unit in found.units if len(unit.names) == 2)
    source = next(one for one in found.units if one is not unit)
    (cue,) = found.cues
    pair = Pair(cue=cue, relation="issued", source=source, target=unit)
    assert [target[0] for _, target in related_nodes(letter, pair)] == [unit.names[0].node_ids[0]]
