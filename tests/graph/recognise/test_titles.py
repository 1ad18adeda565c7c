import pytest

from graph.recognise.titles import titles


def policies(text):
    return [text[finding.span.start : finding.span.end] for finding in titles(text)[0]]


def test_a_document_is_a_policy_without_its_marks():
    assert policies("出台《宁波市推进海外仓高质量发展三年行动方案（2020—2022年）》。") == [
        "宁波市推进海外仓高质量发展三年行动方案（2020—2022年）"
    ]


def test_documents_side_by_side_are_two():
    assert policies("贯彻《数据安全法》《节约用水条例》要求") == ["数据安全法", "节约用水条例"]


@pytest.mark.parametrize(
    "text",
    [
        "您提出的《关于推进老旧小区改造的提案》收悉",
        "拍好纪录片《雪山下的桃花》",
        "刊登于《人民日报》",
        "入选《全球独角兽榜》",
        "《遇见·高岭》等剧目常态化演出",
    ],
)
def test_proposals_works_papers_and_rankings_are_no_policies(text):
    found, others = titles(text)
    assert found == []
    assert len(others) == 1
