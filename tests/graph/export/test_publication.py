from changed import replace
from publications import node, publication


def test_what_is_told_of_a_publication_is_asked_once_and_of_another_anew():
    asked = []

    def tell(published):
        asked.append(published)
        return len(published.tables.entities)

    one = publication([node("e/a")])
    assert (one.once(tell), one.once(tell)) == (1, 1)
    other = replace(one, tables=publication([node("e/a"), node("e/b")]).tables)
    assert other.once(tell) == 2
    assert [id(each) for each in asked] == [id(one), id(other)]
