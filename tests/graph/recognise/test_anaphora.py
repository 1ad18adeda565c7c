from graph.recognise.anaphora import anaphora


def found(text):
    return [text[finding.span.start : finding.span.end] for finding in anaphora(text)]


def test_the_issuer_is_an_anaphor():
    assert found("我局会同有关部门，我部落实要求，由我馆代为保管，我委将继续") == [
        "我局",
        "我部",
        "我馆",
        "我委",
    ]


def test_what_stands_behind_an_issuer_makes_it_no_other_word():
    text = (
        "我局为此长期投入，我局分管领导、我局公开电话，我部分管司局，我局长期坚持，由我单位牵头，我办事处负责"
    )
    assert found(text) == ["我局", "我局", "我局", "我部", "我局", "我单位", "我办事处"]


def test_places_words_and_the_reader_are_none():
    assert (
        found(
            "我区、我市高度重视，我部分企业，我办理提案，本处理意见，本行业，我局长，督促企业对本单位职工负责，会同贵局推进"
        )
        == []
    )


def test_they_are_marked():
    assert [(finding.anaphor, finding.kind) for finding in anaphora("我局")] == [(True, "organisation")]


def test_a_squad_and_a_branch_office_are_meant_and_not_the_words_they_begin():
    assert found("我队将加强巡查，我分局已立案，我队伍建设成效明显，我局分管领导") == [
        "我队",
        "我分局",
        "我局",
    ]


def test_a_word_that_ends_in_own_is_none():
    text = "深圳资本集团、生物样本中心与本中心合作，本集团出资，责成我局牵头。"
    assert [text[one.span.start : one.span.end] for one in anaphora(text)] == ["本中心", "本集团", "我局"]


def test_own_behind_a_verb_that_ends_like_such_a_word():
    text = "已完成本局任务，建成本中心实验室，控制成本中心支出，投资本公司。"
    assert [text[one.span.start : one.span.end] for one in anaphora(text)] == ["本局", "本中心", "本公司"]
