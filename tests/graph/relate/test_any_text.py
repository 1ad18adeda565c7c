"""Whatever a letter says: no extractor breaks, spans stay in their sentence, the same letter gives the same claims."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from sentences import linked

from graph.relate.claims import corpus_claims, letter_claims
from graph.relate.masked_letter import masked_letter
from graph.relate.passages import fingerprints
from graph.relate.typed.extraction import typed_relations
from graph.tables.claim_rows import commitment_rows, figure_rows, passage_rows, ranking_rows
from ontology import places

PIECES = [
    *"，。；：、（）“”《》 \n,;()",
    *("将", "拟", "已", "正在", "下一步", "力争", "依托", "联合", "由", "对", "等", "与", "和", "的", "在"),
    *("建设", "设立", "印发", "落实", "支持", "牵头", "推动", "签订", "入驻", "获批", "包括", "投资", "完成"),
    *(
        "福田区",
        "我市",
        "全省",
        "企业",
        "平台",
        "第二",
        "唯一",
        "首个",
        "数量",
        "其中",
        "2023年",
        "截至6月底",
    ),
    *("30-100万元", "18.87亿元", "超20家", "四成", "三分之一", "两个", "1,234件", "增长6%", "由3个增至5个"),
    *(
        "[甲局|o]",
        "[乙基金|f]",
        "[丙平台|p]",
        "[丁办法|y]",
        "[我局|o|issuer]",
        "[戊局|o|]",
        "“[己系统|p]”",
        "《[庚条例|y]》",
    ),
]


def claims_of(letter):
    own = letter_claims(masked_letter(letter, places.load()))
    return own, corpus_claims([own], [fingerprints(letter.letter)])


def all_spans(linked_letter):
    claims = letter_claims(masked_letter(linked_letter, places.load()))
    for each in (*claims.figures, *claims.rankings, *claims.commitments):
        yield each.quote, each.span
    for claim in typed_relations(masked_letter(linked_letter, places.load())):
        yield claim.quote, claim.quote
        yield from ((claim.quote, span) for span in (claim.source_span, claim.target_span) if span)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join))
def test_no_text_breaks_the_extractors_and_spans_stay_in_their_sentence(marked):
    letter = linked(marked)
    sentences = {sentence.span for sentence in letter.letter.sentences}
    for quote, span in all_spans(letter):
        assert quote in sentences
        assert quote.start <= span.start <= span.end <= quote.end


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=5, max_size=40).map("".join))
def test_rows_quote_the_letter_and_do_not_change(marked):
    letter = linked(marked)
    own, together = claims_of(letter)
    rows = [
        *figure_rows(own.figures, letter.letter),
        *ranking_rows(own.rankings, letter.letter),
        *commitment_rows(own.commitments, letter.letter),
        *passage_rows(together.passages, {"letter": letter.letter.text}),
    ]
    assert all(letter.letter.text[row.start : row.end] == row.quote for row in rows)
    assert (own, together) == claims_of(linked(marked))
