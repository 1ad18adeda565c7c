from dataclasses import dataclass

from corpus.records import Span
from graph.recognise.annotated import marked
from graph.recognise.finding import Finding
from graph.recognise.merge import Thresholded, merged, recognise
from graph.records import Recognition


def mention(text, start, end, recogniser="grammar", kind="organisation", score=0.9):
    finding = Finding(span=Span(start=start, end=end), kind=kind, score=score, reason="test")
    return finding.mention("x", text, recogniser)


@dataclass
class Fixed:
    mentions: tuple
    name: str = "fixed"

    def recognise(self, letter):
        return Recognition(letter_id=letter.letter_id, mentions=self.mentions)


TEXT = "支持深圳大学总医院和福田区信立泰发展"


def test_a_listed_name_inside_a_longer_one_gives_way():
    listed, longer = mention(TEXT, 2, 6, "gazetteer"), mention(TEXT, 2, 9)
    assert merged([listed], [longer]) == [longer]


def test_a_listed_name_that_ends_a_longer_one_wins():
    listed, longer = mention(TEXT, 13, 16, "gazetteer"), mention(TEXT, 10, 16)
    assert merged([listed], [longer]) == [listed]


def test_what_does_not_overlap_is_kept_in_text_order():
    first, second = mention(TEXT, 13, 16), mention(TEXT, 2, 9)
    assert merged([first], [second]) == [second, first]


def test_weak_mentions_become_unlinked_spans():
    letter = marked("x", TEXT).letter()
    weak = Fixed((mention(TEXT, 2, 9, score=0.4), mention(TEXT, 13, 16, score=0.8)))
    found = recognise(letter, [Thresholded(weak, 0.5)])
    assert [m.text for m in found.mentions] == ["信立泰"]
    assert found.unlinked == (Span(start=2, end=9),)
