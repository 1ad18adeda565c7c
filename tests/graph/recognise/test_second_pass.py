import pickle

from corpus.records import Span
from graph.recognise.annotated import marked
from graph.recognise.finding import Finding
from graph.recognise.second_pass import learn, revisit
from graph.records import Recognition


def recognition(text, *names, kind="organisation", score=0.95):
    mentions = tuple(
        Finding(span=Span(start=start, end=start + len(name)), kind=kind, score=score, reason="test").mention(
            "x", text, "grammar"
        )
        for name in names
        for start in [text.index(name)]
    )
    return Recognition(letter_id="x", mentions=mentions)


TEACHER = recognition("引进谱联科技和华析仪器", "谱联科技", "华析仪器")


def again(text, names):
    letter = marked("y", text).letter()
    return [m.text for m in revisit(letter, Recognition(letter_id="y", mentions=()), names).mentions]


def test_a_name_learnt_in_one_letter_is_found_in_another():
    assert again("目前华析仪器发展良好", learn([TEACHER])) == ["华析仪器"]


def test_a_registered_company_of_dictionary_words_is_found_again_a_class_is_not():
    name = "蓝天数码股份有限公司"
    assert again("我局奖励蓝天数码股份有限公司200万元", learn([recognition(f"引进{name}", name)])) == [name]
    assert learn([recognition("引导民营有限公司", "民营有限公司")]).kinds == ()


def test_generic_and_doubtful_names_teach_nothing():
    assert learn([recognition("依托创新平台", "创新平台", kind="platform")]).kinds == ()
    assert learn([recognition("引进华析仪器", "华析仪器", score=0.6)]).kinds == ()


def test_a_name_of_two_kinds_teaches_nothing():
    other = recognition("依托华析仪器", "华析仪器", kind="platform")
    assert [text for text, _ in learn([TEACHER, other]).kinds] == ["谱联科技"]


def test_the_order_of_letters_does_not_matter():
    other = recognition("依托浙东海港集团", "浙东海港集团")
    assert learn([TEACHER, other]).kinds == learn([other, TEACHER]).kinds


def test_mentions_that_stand_are_not_touched():
    text = "支持华析仪器研究院和华析仪器"
    known = recognition(text, "华析仪器研究院")
    found = revisit(marked("x", text).letter(), known, learn([TEACHER]))
    assert [m.text for m in found.mentions] == ["华析仪器研究院", "华析仪器"]


def test_names_pickle():
    names = pickle.loads(pickle.dumps(learn([TEACHER])))  # noqa: S301  (our own)
    assert again("目前华析仪器发展良好", names) == ["华析仪器"]
