import hashlib
import tomllib
from importlib import resources

import pytest
from sentences import linked

from graph.relate.learned.composed import composed
from graph.relate.learned.judging import judged
from graph.relate.learned.scene import scene, telling_word
from graph.relate.learned.statements import related_nodes
from graph.relate.learned.train import examples, main, thousandths, train
from graph.relate.learned.weighing import Pair, featured, likely
from graph.relate.learned.weights import EVERY, weight_in, weights_of
from graph.relate.masked_letter import masked_letter
from graph.relate.records import LEARNED
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
    learnt = weights_of(thousandths(train(groups, epochs=10)))
    _, _, found = seen("[西园|p]由[甲公司|o]托管。")
    best = max(likely(found, learnt, -9), key=lambda each: each[0])
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
    weights = weights_of([("two", "Mw运营", EVERY, 300), ("two", "Mw运营", "operates>", 200)])
    totals = weights.totals("two", ["Mw运营", "Mw未知"])
    assert weight_in(totals, "operates>") == 500
    assert weight_in(totals, "operates<") == weight_in(totals, "funds>") == 300
    assert weights.totals("list", ["Mw运营"]) == 0


def test_totals_of_lanes_are_kept_apart_whatever_their_sign():
    sides = {"signed>": -800, "signed<": 700}
    weights = weights_of([("two", "d1", lane, weight) for lane, weight in sides.items()])
    totals = weights.totals("two", ["d1"]) + weights.totals("two", ["d1"])
    assert {lane: weight_in(totals, lane) for lane in sides} == {
        lane: 2 * each for lane, each in sides.items()
    }
    assert weight_in(totals, "hosts>") == 0


def test_pairs_are_made_of_neighbours_of_lists_and_of_who_is_understood():
    _, _, found = seen("[甲局|o]会同[乙局|o]、[丙局|o]建设[西园|p]。")
    pairs = [pair for _, pairs in featured(found) for pair in pairs.values()]
    told = {
        (
            pair.relation,
            *("" if end is None else end.names[0].node_ids[0] for end in (pair.source, pair.target)),
        )
        for pair in pairs
    }
    assert ("established", "甲局", "西园") in told
    assert ("established", "", "西园") in told
    assert ("cooperates_with", "乙局", "乙局") in told
    assert ("cooperates_with", "甲局", "乙局") in told
    assert ("cooperates_with", "乙局", "甲局") not in told
    assert not any(relation == "established" and target == "" for relation, _, target in told)


def test_a_relation_is_told_by_the_word_between_its_ends_before_one_behind_them():
    _, _, found = seen("[甲公司|o]参与设立的[西园|p]，由[乙公司|o]负责运营。")
    first, park, second = found.units
    assert telling_word(found, "established", first, park).text == "参与设立"
    assert telling_word(found, "operates", park, second).text == "负责运营"


def test_a_pair_that_no_pattern_finds_is_added_with_its_status():
    letter, sentence, _ = seen("[西园|p]由[甲公司|o]承建，[乙公司|o]负责运营管理。")
    claims = judged(letter, sentence, "下一步", [])
    added = {(each.source, each.relation, each.target): each for each in claims}
    claim = added["甲公司", "established", "西园"]
    assert claim.rule == LEARNED
    assert 0.6 < claim.score < 1
    assert claim.status == "planned"
    assert claim.strength == "explicit"
    assert letter.letter.text[claim.source_span.start : claim.source_span.end] == "甲公司"


def test_what_patterns_tell_stays_whatever_the_scorer_thinks_of_it():
    letter, sentence, _ = seen("[西园|p]由[甲公司|o]投资建设，[乙公司|o]负责运营管理。")
    bad = weights_of([("two", "d1", EVERY, -9000), ("two", "d2", EVERY, -9000)])
    hits = [each for each in typed_relations(masked_letter(letter, places.load())) if each.rule != LEARNED]
    assert hits
    assert judged(letter, sentence, "", hits, bad) == hits


def test_nothing_is_added_between_ends_that_a_pattern_relates():
    letter, sentence, _ = seen("[西园|p]由[甲公司|o]投资建设。")
    hits = typed_relations(masked_letter(letter, places.load()))
    eager = weights_of([("two", "d1", EVERY, 9000)])
    told = {frozenset((each.source, each.target)) for each in hits}
    added = judged(letter, sentence, "", list(hits), eager)[len(hits) :]
    assert not told & {frozenset((each.source, each.target)) for each in added}


EAGER = weights_of([("two", "d1", "operates<", 9000)])


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("[西园|p]由[甲公司|o]运营。", {"operates"}),
        ("您建议[西园|p]由[甲公司|o]运营。", set()),
        ("[西园|p]暂不由[甲公司|o]运营。", set()),
        ("会上提出“[西园|p]由[甲公司|o]运营”。", set()),
        ("[西园|p]已开园，由[甲公司|o]运营。", {"operates"}),
        ("[西园|p]已开园，客流平稳，由[甲公司|o]运营。", set()),
    ],
)
def test_nothing_is_added_that_is_denied_wished_for_quoted_or_stands_clauses_apart(text, relations):
    letter, sentence, _ = seen(text)
    assert {each.relation for each in judged(letter, sentence, "", [], EAGER)} == relations


def test_a_part_is_told_nothing_of_its_whole_by_a_guess():
    letter, sentence, _ = seen("[甲中心|p]隶属于[西园|p]并由其筹建。")
    hits = typed_relations(masked_letter(letter, places.load()))
    assert [each.relation for each in hits] == ["part_of"]
    founded = {way: weights_of([("two", "d1", f"established{way}", 9000)]) for way in "<>"}
    assert judged(letter, sentence, "", hits, founded[">"]) == list(hits)
    assert [each.source for each in judged(letter, sentence, "", hits, founded["<"])] == ["甲中心", "西园"]


def test_letters_of_the_text_tell_kinds_and_forget_digits_and_latin_letters():
    _, _, found = seen("[甲局|o]投资3亿元，[西园|p]A1栋。")
    assert found.letters == "O投资0亿元，Px0栋。"


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
    pair = Pair(relation="issued", source=source, target=unit)
    assert [target[0] for _, target in related_nodes(letter, found.masked, pair)] == [
        unit.names[0].node_ids[0]
    ]


def test_a_guess_is_inferred_and_a_pattern_asserts():
    letter, sentence, _ = seen("[西园|p]由[甲公司|o]运营。")
    (guess,) = judged(letter, sentence, "", [], EAGER)
    assert (guess.certainty, guess.rule) == ("inferred", LEARNED)
    assert {each.certainty for each in typed_relations(masked_letter(letter, places.load()))} == {"asserted"}


@pytest.mark.parametrize(
    ("text", "weight", "guessed"),
    [
        ("[甲公司|o]扩建厂房，[乙公司|o]建成[西园|p]。", "established>", {("乙公司", "西园")}),
        ("[甲公司|o]扩建厂房，建成[西园|p]。", "established>", {("甲公司", "西园")}),
        (
            "[甲公司|o]出地、[乙公司|o]出人，合办[西园|p]。",
            "established>",
            {("甲公司", "西园"), ("乙公司", "西园")},
        ),
        ("[西园|p]由[甲公司|o]管理。", "established<", set()),
        ("[西园|p]由[甲公司|o]承建。", "established<", {("甲公司", "西园")}),
        ("[甲基金|f]3亿元、[乙基金|f]2亿元。", "funds>", set()),
        ("[甲镇|o]投入200万元，[乙镇|o]投入300万元。", "funds>", set()),
        ("[甲镇|o]投入200万元，用于[乙学校|o]。", "funds>", {("甲镇", "乙学校")}),
        ("[西园|p]开放，[甲公司|o]扩建厂房。", "operates<", set()),
        ("[西园|p]开放，由[甲公司|o]管理。", "operates<", {("甲公司", "西园")}),
        ("[甲院|o]在长沙市布设观测站3座。", "located_in>", set()),
        ("[甲院|o]坐落在长沙市。", "located_in>", {("甲院", "place/长沙市")}),
    ],
)
def test_guesses_of_a_sort_that_is_mostly_wrong_are_not_stated(text, weight, guessed):
    letter, sentence, _ = seen(text)
    eager = weights_of([("two", f"d{gap}", weight, 9000) for gap in range(9)])
    stated = {(each.source, each.target) for each in judged(letter, sentence, "", [], eager)}
    assert stated - {("甲公司", "乙公司")} == guessed


@pytest.mark.parametrize(
    ("text", "guessed"),
    [
        ("[省厅|o]印发《[甲规划|y]》，利用率稳定在八成。", set()),
        ("[省厅|o]印发《[甲规划|y]》，推动[该市|o]落实。", set()),
        ("[省厅|o]印发的《[甲规划|y]》稳定推进。", {"甲规划"}),
    ],
)
def test_nobody_is_understood_to_carry_out_what_others_only_issue(text, guessed):
    letter, sentence, _ = seen(text)
    hits = typed_relations(masked_letter(letter, places.load()))
    eager = weights_of([("understood", "AY", "implements>", 9000)])
    added = judged(letter, sentence, "", list(hits), eager)[len(hits) :]
    assert {each.target for each in added if each.relation == "implements"} == guessed
