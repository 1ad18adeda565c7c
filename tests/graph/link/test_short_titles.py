"""Titles in short within one letter: with marks they are titles of their own, without them they point back."""

import re
from dataclasses import replace

import msgspec
import pytest
from linking import letter, linked

from corpus.records import Span

PLAN = "襄阳市低空经济高质量发展行动方案（2024—2026年）"


def one_document(text, *, place="襄阳市"):
    """Return whether all names between | bars (and 《》) of a text are one document."""
    spans = [
        Span(start=one.start() + 1, end=one.end() - 1) for one in re.finditer(r"[《|]([^》|]+)[》|]", text)
    ]
    names = [text[span.start : span.end] for span in spans]
    made, recognised = letter("x", place, *((name, "policy") for name in names))
    mentions = tuple(
        msgspec.structs.replace(mention, mention_id=f"x.m{span.start}-{span.end}", span=span)
        for mention, span in zip(recognised.mentions, spans, strict=True)
    )
    linking = linked((replace(made, text=text), replace(recognised, mentions=mentions)))
    return len({linking.links[mention.mention_id].entity_ids for mention in mentions}) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"我市出台《{PLAN}》。|低空经济高质量发展行动方案|提出12项任务。",
        f"我市出台《{PLAN}》。下一步落实|低空经济行动方案|。",
        "我市印发《襄阳市支持企业技术改造实施细则》。按照|企业技术改造实施细则|，补助300万元。",
        "两部门印发《湖北省产业引导基金管理办法（2022年修订）》，明确《基金管理办法（2022年修订）》的责任。",
    ],
)
def test_a_title_in_short_is_the_document_named_before(text):
    assert one_document(text)


@pytest.mark.parametrize(
    "text",
    [
        f"我市出台《{PLAN}》，省里出台《低空经济行动方案》。",
        "我市对标《宜昌市低空经济发展行动方案》，制定|低空经济发展行动方案|。",
        f"我市出台《{PLAN}》，并制定|宜昌市低空经济行动方案|。",
        "我市落实《国家产教融合试点建设方案》，制定|产教融合试点建设方案|。",
        f"我市出台《{PLAN}》，并制定|高质量发展行动方案|。",
    ],
)
def test_a_title_of_its_own_or_of_another_place_is_another_document(text):
    assert not one_document(text)


def test_a_ministry_leaves_the_country_out():
    text = "我们印发《国家产教融合试点建设方案》。|产教融合试点建设方案|覆盖21个城市。"
    assert one_document(text, place="全国")
