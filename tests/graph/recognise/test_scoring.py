from graph.recognise import scoring
from graph.recognise.candidate_weights import CandidateWeights
from graph.recognise.scoring import Paragraph, names, paragraphs
from graph.recognise.weights import raised_from, shipped
from graph.recognise.words import segmenter

TEXT = (
    "市政协科技局会同“仓海”系统、青绣贷等3家企业，依托深港创新研究院(福田)实施慕课行动2.0，"
    "由省农业农村厅、区政府和科技金融“赋能计划”专班共同推进政协海东市委员会的建议。"
)
ANY_SCORE = raised_from(-1_000_000)


def test_sums_shared_by_candidates_are_what_each_candidate_s_features_weigh_alone():
    weights = shipped()
    by_feature = weights.by_feature()
    paragraph = Paragraph(segmenter(), TEXT, 0, ())
    sums = CandidateWeights(paragraph.line, weights)
    alone = {
        found: sum(by_feature.get(feature, 0) for feature in features)
        for found, features in paragraph.features()
    }
    shared = {
        ending.candidate(first): weight + sums.ending(ending) + sums.whole(first, ending)
        for ending in paragraph.endings
        for first, weight in sums.hopeful(ending, ANY_SCORE, ANY_SCORE)
    }
    assert {found.shape for found in alone} >= {"head", "bracket", "version", "quote", "quote_tail", "bare"}
    assert shared == alone


def test_a_policy_of_low_likelihood_is_nearly_a_name_and_no_name(monkeypatch):
    text = "我局将落实能源强省计划。"
    (paragraph,) = paragraphs(segmenter(), text, ())
    sure, unsure = names(paragraph, shipped())
    assert (sure, [text[span.start : span.end] for span in unsure]) == ([], ["能源强省计划"])
    monkeypatch.setattr(scoring, "_BARS", {})
    (finding,), _ = names(paragraph, shipped())
    assert finding.kind == "policy"
    assert 0.5 < finding.score < 0.65
