import pytest
import synthetic
from changed import replace

from graph.storage.packed_rows import packed_rows
from graph.storage.spool import Shelf
from graph.tables.claim_records import FigureRow
from graph.tables.letter_tables import with_conflicts

FIGURES = list(synthetic.with_claims(synthetic.publication(3)).tables.figures)


@pytest.mark.parametrize("rows", [[], FIGURES, [replace(FIGURES[0], metric="断\ud800字")]])
@pytest.mark.parametrize("inputs", [1, 5000])
def test_packed_rows_are_the_rows_in_memory_and_on_disk(rows, inputs):
    table = Shelf(inputs).rows(FigureRow)
    packed_rows(rows).add_to(table, FigureRow)
    packed_rows(rows).add_to(table, FigureRow)
    assert list(table) == packed_rows(rows).rows(FigureRow) * 2 == rows * 2


def test_only_contradicted_figures_name_those_they_disagree_with():
    first, *others = (replace(row, conflict=()) for row in FIGURES)
    marked = with_conflicts(packed_rows([first, *others]), {first.figure_id: ("x.f1", "y.f2")})
    assert marked.rows(FigureRow) == [replace(first, conflict=("x.f1", "y.f2")), *others]
