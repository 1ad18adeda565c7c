import pickle

from graph.recognise.marks import LATIN, UNKNOWN, traits
from graph.recognise.partial_weights import Memo, PartialWeights
from graph.recognise.templates import FeatureRecorder
from graph.recognise.weights import weights_of
from graph.recognise.words import Word


def _word(text, tag):
    return Word(text=text, tag=tag, cost=0.0, traits=traits(text, tag))


def test_two_words_of_one_text_weigh_what_each_is():
    parts = weights_of({("b", "A"): 1, ("bt", LATIN): 10, ("bt", UNKNOWN): 100}).parts
    assert [parts.before[_word("A", tag)] for tag in (LATIN, UNKNOWN)] == [11, 101]


def test_a_sum_is_made_once_and_in_training_each_time():
    recorder = FeatureRecorder()
    word = _word("A", LATIN)
    remembering, forgetting = PartialWeights(recorder.tables), PartialWeights(recorder.tables, remember=False)
    for parts, times in ((remembering, 1), (forgetting, 2)):
        assert [parts.head[word] for _ in range(2)] == [0, 0]
        assert recorder.take() == (("head", "A"),) * times + (("head1", "A"),) * times


def test_no_more_sums_are_kept_than_a_process_has_room_for(monkeypatch):
    monkeypatch.setattr("graph.recognise.partial_weights._MOST", 2)
    doubled = Memo(lambda key, _: 2 * key, FeatureRecorder().tables)
    assert [doubled[key] for key in (1, 2, 3)] == [2, 4, 6]
    assert sorted(doubled) == [1, 2]


def test_weights_travel_without_the_sums_of_one_process():
    parts = weights_of({("head", "基金"): 5}).parts
    before = pickle.dumps(parts)
    assert parts.head[_word("基金", UNKNOWN)] == 5
    assert pickle.dumps(parts) == before
