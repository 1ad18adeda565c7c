import msgspec
import pytest

from graph.storage.rows_of_letters import RowsOfLetters
from graph.storage.spool import Shelf


class Said(msgspec.Struct, frozen=True, array_like=True):
    letter_id: str
    words: str


ROWS = [Said("甲", "一"), Said("甲", "二"), Said("乙", "三"), Said("甲", "四"), Said("", "五")]


@pytest.mark.parametrize("chunk", [None, 1, 2, 9])
def test_the_rows_of_a_letter_are_found_on_disk_and_in_memory_wherever_they_stand(chunk):
    rows = ROWS
    if chunk:
        rows = Shelf().spool(Said, chunk)
        rows.extend(ROWS)
    found = RowsOfLetters(rows)
    assert [*found.letter_ids] == ["甲", "乙", ""]
    assert [row.words for row in found.of("甲")] == ["一", "二", "四"]
    assert [row.words for row in found.of("")] == ["五"]
    assert found.of("丙") == []
