"""What a store says when a query fails: a damaged disk is not the query's fault, and the other way round."""

from __future__ import annotations

import pytest

from graph.errors import DamagedStore, QueryError
from graph.query.engines import Oxigraph, StoredOxigraph


class Failing:
    def __init__(self, error):
        self.error = error

    def query(self, *_, **__):
        raise self.error


def ask(engine, error):
    made = object.__new__(engine)
    made.prefixes, made._store = {}, Failing(error)
    made.run("ASK {}")


@pytest.mark.parametrize("error", [OSError("IO error: gone"), RuntimeError("Corruption: block checksum")])
def test_what_only_a_disk_can_give_is_a_damaged_store(error):
    with pytest.raises(DamagedStore):
        ask(StoredOxigraph, error)


@pytest.mark.parametrize("engine", [Oxigraph, StoredOxigraph])
def test_a_query_that_cannot_be_evaluated_is_no_damage(engine):
    with pytest.raises(QueryError, match=r"cannot be answered .*not implemented.*simplify it"):
        ask(engine, RuntimeError("not implemented"))
