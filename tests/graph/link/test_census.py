"""What the whole corpus shows of a key, counted over its occurrences."""

from hypothesis import given
from hypothesis import strategies as st

from graph.link.census import by_surface, census
from graph.link.name_keys import Identity, NameKey
from graph.link.occurrences import Occurrence

KEY = NameKey(scope="深圳市", core="科技创新局")
FULL = "深圳市科技创新局"


def named(surface, letter_id="a", kind="organisation", name=FULL, **more):
    identity = Identity(key=KEY, rule="same_name", score=1.0, name=name, jurisdiction="深圳市")
    return Occurrence(
        ref=f"{letter_id}.1",
        letter_id=letter_id,
        kind=kind,
        surface=surface,
        span=None,
        identity=identity,
        **more,
    )


def test_forms_names_and_letters_are_told_once_and_sorted():
    seen = [named("市科技创新局", "b"), named(FULL, "a"), named("市科技创新局", "b"), named("", "c")]
    (facts,) = census(seen).values()
    assert facts.forms == ("市科技创新局", FULL)
    assert facts.names == (FULL,)
    assert facts.letters == ("a", "b", "c")
    assert facts.fullest == FULL


def test_a_key_is_of_the_kind_that_most_occurrences_have():
    seen = [named(FULL), named(FULL, kind="platform"), named(FULL, "b")]
    (facts,) = census(seen).values()
    assert (dict(facts.kinds), facts.kind) == ({"organisation": 2, "platform": 1}, "organisation")


def test_of_two_names_that_rules_restored_the_one_given_more_often_counts():
    seen = [named("科创局", name="深圳科创局"), named("科创局", "b"), named("科创局", "c")]
    (facts,) = census(seen).values()
    assert (facts.names, facts.fullest) == (tuple(sorted(("深圳科创局", FULL))), FULL)


def test_a_ministry_is_not_named_with_the_state_before_it():
    seen = [named("国家水利部", name="水利部"), named("国家水利部", "b", name="水利部")]
    (facts,) = census(seen).values()
    assert facts.fullest == "水利部"


def test_quotation_marks_in_one_letter_are_remembered():
    (facts,) = census([named(FULL), named(FULL, "b", quoted=True)]).values()
    assert facts.quoted


def test_what_nothing_resolves_is_no_key():
    assert (
        census([Occurrence(ref="a.1", letter_id="a", kind="fund", surface="", span=None, identity=None)])
        == {}
    )


@given(st.lists(st.tuples(st.sampled_from(["市科技创新局", "市科创局", FULL]), st.sampled_from("abc"))))
def test_facts_hold_every_form_and_every_letter(pairs):
    facts = census(
        named(surface, letter_id) for surface, letter_id in sorted(pairs, key=lambda pair: pair[1])
    )
    assert [set(one.forms) for one in facts.values()] == ([{form for form, _ in pairs}] if pairs else [])
    assert [one.letters for one in facts.values()] == (
        [tuple(sorted({letter for _, letter in pairs}))] if pairs else []
    )


def test_a_key_is_found_by_every_form_and_name():
    assert by_surface(census([named("市科创局")])).keys() == {"市科创局", FULL, "科技创新局"}
