from typing import get_args

from corpus.records import Body
from ontology.assemblies import assembly_names


def test_every_body_that_a_reader_tells_apart_has_a_name():
    assert assembly_names().keys() == set(get_args(Body))
