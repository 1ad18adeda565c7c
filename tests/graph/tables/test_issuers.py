from changed import replace

from graph.tables.issuers import suggested_issuers


def test_an_unsigned_letter_with_the_contact_office_of_a_signed_one_is_proposed_its_department(bundled):
    found = {issue.source: issue for issue in suggested_issuers(bundled.tables.letters)}

    assert set(found) == {"cppcc-2024232.txt", "cppcc-2024237.txt"}
    for issue in found.values():
        assert issue.value == "福田区科技和工业信息化局"
        assert "cppcc-2024079.txt" in issue.message
        assert "facts.csv" in issue.hint


def test_a_proposed_department_is_no_edge(bundled):
    unsigned = {row.letter_id for row in bundled.tables.letters if not row.department}
    issued = {row.source for row in bundled.tables.edges if row.relation == "issued_by"}
    assert not {f"reply/{letter}" for letter in unsigned} & issued


def test_an_office_of_another_place_proposes_nothing(bundled):
    moved = [replace(one, jurisdiction="苏州市") if one.department else one for one in bundled.tables.letters]
    assert suggested_issuers(moved) == ()


def test_an_office_of_an_unknown_place_proposes_nothing(bundled):
    somewhere = [replace(one, jurisdiction="") for one in bundled.tables.letters]
    assert any(one.contact_unit and not one.department for one in somewhere)
    assert suggested_issuers(somewhere) == ()
