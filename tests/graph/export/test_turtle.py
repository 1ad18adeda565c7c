"""Turtle, N-Triples and N-Quads: the same statements in every reader, the same bytes in every run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from changed import replace
from hypothesis import given
from hypothesis import strategies as st
from rdflib.namespace import OWL, RDF, RDFS, SKOS, XSD
from two_letters import BASE, BUREAU, FIRST, FUND, PLATFORM, POLICY, SECOND, two_letters

from graph import publish
from graph.check.shapes import results
from graph.errors import ExportError, UsageError
from graph.export import nquads, ntriples, turtle
from graph.export.statements import block, terms
from graph.tables.external_ids import ExternalId
from graph.tables.graph_tables import LetterRow
from ontology import vocabulary
from ontology.errors import VocabularyError

FUWEN = rdflib.Namespace(vocabulary.NAMESPACE)
ORG = rdflib.Namespace("http://www.w3.org/ns/org#")
DECLARATIONS = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
OFFICE = "e/江宁区工信局"
ID = rdflib.Namespace(BASE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    target = tmp_path_factory.mktemp("rdf")
    turtle.write(two_letters(), target)
    ntriples.write(two_letters(), target)
    nquads.write(two_letters(), target)
    return target


@pytest.fixture(scope="module")
def graph(folder):
    return rdflib.Graph(bind_namespaces="none").parse(folder / "graph.ttl")


def quads(path, kind):
    return list(pyoxigraph.parse(path=str(path), format=kind))


def test_rdflib_and_pyoxigraph_read_the_same_triples(folder, graph):
    read = {str(quad.triple) for quad in quads(folder / "graph.ttl", pyoxigraph.RdfFormat.TURTLE)}
    as_lines = graph.serialize(format="nt").encode()
    from_rdflib = {
        str(quad.triple) for quad in pyoxigraph.parse(as_lines, format=pyoxigraph.RdfFormat.N_TRIPLES)
    }
    assert read == from_rdflib


def test_ntriples_and_nquads_hold_the_same_triples_as_turtle(folder):
    formats = pyoxigraph.RdfFormat
    expected = {str(quad.triple) for quad in quads(folder / "graph.ttl", formats.TURTLE)}
    assert {str(quad.triple) for quad in quads(folder / "graph.nt", formats.N_TRIPLES)} == expected
    assert {str(quad.triple) for quad in quads(folder / "graph.nq", formats.N_QUADS)} == expected


def test_a_store_hands_every_literal_back_unchanged(folder):
    store = pyoxigraph.Store()
    store.load(path=str(folder / "graph.ttl"), format=pyoxigraph.RdfFormat.TURTLE)
    stored = {str(quad.triple) for quad in store}
    assert stored == {str(quad.triple) for quad in quads(folder / "graph.ttl", pyoxigraph.RdfFormat.TURTLE)}


def test_each_letter_has_a_named_graph_that_holds_what_it_alone_says(folder):
    found = quads(folder / "graph.nq", pyoxigraph.RdfFormat.N_QUADS)
    names = {quad.graph_name.value for quad in found if isinstance(quad.graph_name, pyoxigraph.NamedNode)}
    assert names == {f"{BASE}reply/{FIRST}", f"{BASE}reply/{SECOND}"}
    sentences = [quad for quad in found if quad.subject.value.startswith(f"{BASE}sentence/{FIRST}")]
    assert {quad.graph_name.value for quad in sentences} == {f"{BASE}reply/{FIRST}"}
    shared = [quad for quad in found if quad.subject.value == BASE + FUND]
    assert {type(quad.graph_name) for quad in shared} == {pyoxigraph.DefaultGraph}


def test_no_blank_node_and_only_the_promised_datatypes_and_tags(graph):
    allowed = {XSD.integer, XSD.decimal, XSD.date, XSD.gYear, None}
    for triple in graph:
        assert not any(isinstance(node, rdflib.BNode) for node in triple)
        if isinstance(triple[2], rdflib.Literal):
            assert triple[2].language in (None, "zh", "en")
            assert triple[2].datatype in allowed, triple


def test_every_node_has_a_label_a_skos_label_and_a_plain_name(graph):
    nodes = {subject for subject in graph.subjects() if subject in ID}
    assert len(nodes) > 60
    for subject in nodes:
        assert graph.value(subject, RDFS.label), subject
        assert graph.value(subject, SKOS.prefLabel), subject
        assert graph.value(subject, FUWEN.name).datatype is None, subject


def test_every_own_term_that_is_written_is_declared_in_the_ontology(graph):
    declared = {FUWEN[name] for name in vocabulary.load().terms}
    used = {node for triple in graph for node in triple if isinstance(node, rdflib.URIRef) and node in FUWEN}
    assert used - declared == set()


def test_every_class_and_property_is_declared_once_as_it_is_used(graph):
    """Without, the OWL API, and Protégé with it, reads every statement as an annotation."""
    declared = {term: set(graph.objects(term, RDF.type)) & DECLARATIONS for term in graph.subjects()}
    built_in = tuple(terms.VOCABULARIES[prefix] for prefix in ("rdf", "rdfs", "owl"))
    for _, predicate, value in graph:
        if not str(predicate).startswith(built_in):
            kind = OWL.DatatypeProperty if isinstance(value, rdflib.Literal) else OWL.ObjectProperty
            assert declared.get(predicate) in ({kind}, {OWL.AnnotationProperty}), predicate
        elif predicate == RDF.type and not str(value).startswith(built_in):
            assert declared.get(value) == {OWL.Class}, value


def test_the_graph_is_an_ontology_that_imports_nothing(graph):
    assert set(graph.subjects(RDF.type, OWL.Ontology)) == {ID.dataset}
    assert set(graph.objects(None, OWL.imports)) == set()


def test_edges_quotes_and_dates_are_no_annotations(graph):
    for name in ("established", "coMentionedWith", "evidence", "inDocument", "status"):
        assert (FUWEN[name], RDF.type, OWL.ObjectProperty) in graph
    for term in (FUWEN.quote, FUWEN.date, rdflib.DCTERMS.issued):
        assert (term, RDF.type, OWL.DatatypeProperty) in graph


def test_every_property_is_used_on_the_classes_that_it_declares(graph):
    terms_by_iri = {term.iri: term for term in vocabulary.load().terms.values()}
    for subject, predicate, value in graph:
        term = terms_by_iri.get(str(predicate))
        if isinstance(term, vocabulary.Property):
            if term.domain:
                assert set(term.domain) & set(map(str, graph.objects(subject, RDF.type))), (
                    subject,
                    predicate,
                )
            own = {iri for iri in term.range if iri.startswith(vocabulary.NAMESPACE)}
            if own:
                assert own & set(map(str, graph.objects(value, RDF.type))), (predicate, value)


def test_every_edge_is_a_direct_triple_and_a_node_and_nothing_else_is(graph):
    """The bijection: from the nodes alone the direct triples follow, and the other way round."""
    words = vocabulary.load()
    stated = set()
    for relation in graph.subjects(RDF.type, FUWEN.Relation):
        source, target = graph.value(relation, FUWEN.source), graph.value(relation, FUWEN.target)
        kind = graph.value(relation, FUWEN.relationType)
        suggested = graph.value(relation, FUWEN.certainty) == FUWEN["certainty-suggested"]
        term = words.terms[str(kind).removeprefix(str(FUWEN))]
        if suggested and str(FUWEN.possiblyRelatedTo) not in term.parents:
            kind = FUWEN.possiblyRelatedTo
        stated.add((source, kind, target))
        if term.symmetric:
            stated.add((target, kind, source))
    properties = {rdflib.URIRef(term.iri) for term in words.relations.values()} | {FUWEN.possiblyRelatedTo}
    assert {triple for triple in graph if triple[1] in properties} == stated
    assert len(set(graph.subjects(RDF.type, FUWEN.Relation))) == len(two_letters().tables.edges)


def test_a_suggested_edge_is_never_stated_with_an_asserted_property(graph):
    assert (ID[FUND], FUWEN.supports, ID[PLATFORM]) not in graph
    assert (ID[FUND], FUWEN.possiblyRelatedTo, ID[PLATFORM]) in graph
    assert (ID[PLATFORM], FUWEN.possiblySameAs, ID[POLICY]) in graph


def test_a_symmetric_relation_is_found_from_both_ends_and_has_one_node(graph):
    assert (ID[FUND], FUWEN.coMentionedWith, ID[PLATFORM]) in graph
    assert (ID[PLATFORM], FUWEN.coMentionedWith, ID[FUND]) in graph
    assert len(list(graph.subjects(RDF.type, FUWEN.CoMention))) == 1


def test_every_quote_is_the_text_between_its_offsets(graph):
    texts = {ID[f"reply/{letter_id}"]: text for letter_id, text in two_letters().texts.items()}
    quotes = list(graph.subject_objects(FUWEN.quote))
    assert len(quotes) > 20
    for node, quote in quotes:
        begin, end = graph.value(node, FUWEN.begin).value, graph.value(node, FUWEN.end).value
        assert texts[graph.value(node, FUWEN.inDocument)][begin:end] == str(quote)


def test_what_is_absent_is_stated_as_absent(graph):
    unsigned = ID[f"reply/{SECOND}"]
    assert graph.value(unsigned, FUWEN.signatureStatus) == FUWEN["signature-unsigned"]
    assert graph.value(unsigned, FUWEN.departmentBasis) == FUWEN["basis-none"]
    assert graph.value(unsigned, FUWEN.dateBasis) == FUWEN["basis-none"]
    assert graph.value(unsigned, rdflib.DCTERMS.issued) is None


def test_a_date_printed_to_the_month_is_typed_by_its_year_and_kept_as_printed(graph):
    signed = ID[f"reply/{FIRST}"]
    assert graph.value(signed, rdflib.DCTERMS.issued) == rdflib.Literal("2024", datatype=XSD.gYear)
    assert str(graph.value(signed, FUWEN.dateText)) == "2024-06"


def test_no_month_is_lost_and_no_text_written_where_the_type_keeps_all(graph):
    year, month = rdflib.Literal("2024", datatype=XSD.gYear), rdflib.Literal("2024-06")
    for name in ("date", "firstDate", "lastDate"):
        to_the_month = set(graph.subjects(FUWEN[name], year))
        assert len(to_the_month) > 2
        assert set(graph.subjects(FUWEN[f"{name}Text"], month)) - {ID[f"reply/{FIRST}"]} == to_the_month
    assert block.dated("fuwen:date", "2024-06-30") == f'{block.NEXT}fuwen:date "2024-06-30"^^xsd:date'
    assert block.dated("fuwen:date", "2024") == f'{block.NEXT}fuwen:date "2024"^^xsd:gYear'
    assert block.dated("fuwen:date", "") == ""


def test_a_proposal_bears_its_number_as_printed_and_a_point_its_proposal(graph):
    proposal = ID["proposal/江宁区-cppcc-5-2-21"]
    assert str(graph.value(proposal, rdflib.DCTERMS.identifier)) == "021"
    assert graph.value(ID["point/江宁区-cppcc-5-2-21.设立种子基金"], FUWEN.ofProposal) == proposal


def test_a_session_has_its_two_ordinals(graph):
    session = ID["session/江宁区-cppcc-5-2"]
    assert (graph.value(session, FUWEN["term"]).value, graph.value(session, FUWEN.meeting).value) == (5, 2)


@pytest.mark.parametrize(
    ("years", "stated"), [(("2024", ""), 2024), (("2024", "2025"), None), (("", ""), None)]
)
def test_a_session_has_its_year_where_its_letters_print_one_and_agree(tmp_path, years, stated):
    plain = two_letters()
    tables = plain.tables
    letters = [
        replace(row, session_year=year) for row, year in zip(tables.letters, (*years, ""), strict=True)
    ]
    nodes = [
        replace(row, letter_ids=tuple(one.letter_id for one in letters[:2])) if row.kind == "session" else row
        for row in tables.entities
    ]
    turtle.write(replace(plain, tables=replace(tables, letters=letters, entities=nodes)), tmp_path)
    graph = rdflib.Graph().parse(tmp_path / "graph.ttl")
    found = graph.value(ID["session/江宁区-cppcc-5-2"], FUWEN.year)
    assert (found.value if found else None) == stated


def test_kinds_come_with_their_broader_classes(graph):
    types = set(graph.objects(ID[BUREAU], RDF.type))
    assert types == {FUWEN.GovernmentBody, FUWEN.Organisation, FUWEN.Entity, ORG.Organization}


def test_a_sub_kind_is_a_listed_value(graph):
    assert graph.value(ID[BUREAU], FUWEN.subkind) == FUWEN["subkind-government_department"]
    proposal = ID["proposal/江宁区-cppcc-5-2-21"]
    assert graph.value(proposal, FUWEN.subkind) == FUWEN["subkind-cppcc"]


def test_the_header_counts_the_triples_of_its_file(folder, graph):
    void = rdflib.Namespace("http://rdfs.org/ns/void#")
    assert graph.value(ID.dataset, void.triples).value == len(graph)
    from_lines = rdflib.Graph().parse(folder / "graph.nt")
    assert from_lines.value(ID.dataset, void.triples).value == len(from_lines)


def test_the_header_speaks_of_nodes_in_both_languages(graph):
    said = {text.language: str(text) for text in graph.objects(ID.dataset, rdflib.DCTERMS.description)}
    assert said["zh"].startswith("复文 2 份，节点 12 个，关系 13 条")
    assert said["en"].startswith("2 replies, 12 nodes, 13 relations")


def test_the_file_is_readable(folder):
    text = (folder / "graph.ttl").read_text(encoding="utf-8")
    assert "\ne:江宁种子基金 a fuwen:Fund, fuwen:Entity ;\n" in text
    assert "<https://w3id.org/fuwen/id/" not in re.sub(r"^@prefix.*$", "", text, flags=re.MULTILINE).replace(
        "<https://w3id.org/fuwen/id/dataset>", ""
    ).replace("<https://w3id.org/fuwen/id/build>", "")
    assert "\r" not in text


def test_every_node_of_the_bundled_letters_has_a_prefixed_name(bundled, tmp_path):
    turtle.write(publish.publication(bundled, bundled.tables), tmp_path)
    text = (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    whole = set(re.findall(r"<https://w3id\.org/fuwen/id/([^>]+)>", text)) - {
        f"{kind}/" for kind in terms.NODE_KINDS
    }
    assert whole == {"dataset", "build"}
    assert re.search(r"\noccurrence:p[0-9a-f]{12}\.", text)


def test_same_bytes_under_another_hash_seed_and_row_order(tmp_path, folder):
    root = Path(turtle.__file__).parents[2]
    code = (
        "import sys; from pathlib import Path; from two_letters import two_letters; from graph.export import turtle;"
        "turtle.write(two_letters(), Path(sys.argv[1]))"
    )
    path = os.pathsep.join((str(root), str(root / "tests")))
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": path}
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], env=environment, check=True, cwd=tmp_path)  # noqa: S603  (our own code)
    assert (tmp_path / "graph.ttl").read_bytes() == (folder / "graph.ttl").read_bytes()


def test_a_base_that_is_no_iri_is_refused(tmp_path):
    for base in ("futian", "https://example.org/id", "https://example.org/a b/", 'https://example.org/">/'):
        with pytest.raises(UsageError, match="--base"):
            turtle.write(replace(two_letters(), base=base), tmp_path)


def test_a_folder_that_cannot_be_made_is_named_with_the_next_step(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(
        ExportError, match=r"graph\.ttl: 无法写出.* · cannot be written .*; close programs that use it"
    ):
        turtle.write(two_letters(), tmp_path / "file")


def test_a_relation_that_the_vocabulary_lacks_is_named(tmp_path):
    publication = two_letters()
    edges = (replace(publication.tables.edges[0], relation="loves"),)
    broken = replace(publication, tables=replace(publication.tables, edges=edges))
    with pytest.raises(VocabularyError, match="no relation 'loves'"):
        turtle.write(broken, tmp_path)


SLUGS = st.text(
    st.one_of(st.characters(categories=("L", "Nd")), st.sampled_from("-.")), min_size=1, max_size=12
).filter(lambda slug: slug.strip("-.") == slug)


@given(slug=SLUGS)
def test_every_slug_is_read_back_as_the_iri_that_was_meant(slug):
    token = terms.node(f"e/{slug}", BASE)
    line = f"@prefix e: <{BASE}e/> .\n{token} a {token} .\n"
    (quad,) = pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.TURTLE)
    assert quad.subject.value == f"{BASE}e/{slug}"
    ((subject, _, _),) = rdflib.Graph().parse(data=line, format="turtle")
    assert str(subject) == f"{BASE}e/{slug}"


@given(value=st.text(st.characters(exclude_categories=("Cs",)), max_size=40))
def test_every_text_is_read_back_as_written(value):
    line = f"<a:a> <a:b> {terms.text(value)}, {terms.plain(value)} ."
    found = {quad.object.value for quad in pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.TURTLE)}
    assert found == {value}
    assert {str(literal) for literal in rdflib.Graph().parse(data=line, format="turtle").objects()} == {value}


@given(value=st.floats(allow_nan=False, allow_infinity=False, min_value=-1e6, max_value=1e6))
def test_every_number_is_written_in_the_form_that_stores_keep(value):
    token = terms.decimal(value)
    line = f"@prefix xsd: <{terms.VOCABULARIES['xsd']}> . <a:a> <a:b> {token} ."
    (quad,) = pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.TURTLE)
    assert quad.object.datatype.value.endswith("#decimal")
    assert float(quad.object.value) == pytest.approx(value, abs=1e-12)


@pytest.mark.parametrize(("certainty", "expected"), [("asserted", 1), ("suggested", 0)])
def test_an_asserted_succession_is_a_change_event_and_a_suggested_one_is_none(tmp_path, certainty, expected):
    graph = succession(tmp_path, target=OFFICE, certainty=certainty)
    events = list(graph.subjects(RDF.type, ORG.ChangeEvent))
    assert [graph.value(event, ORG.originalOrganization) for event in events] == [ID[BUREAU]] * expected
    assert [graph.value(event, ORG.resultingOrganization) for event in events] == [ID[OFFICE]] * expected


def test_a_succession_between_unlike_things_is_no_change_of_an_organisation(tmp_path):
    graph = succession(tmp_path, target=PLATFORM, certainty="asserted")
    assert (ID[BUREAU], FUWEN.succeededBy, ID[PLATFORM]) in graph
    assert set(graph.subjects(RDF.type, ORG.ChangeEvent)) == set()


def succession(folder, *, target, certainty):
    """Return the graph in which the bureau is succeeded by another node."""
    tables = two_letters().tables
    row = next(row for row in tables.entities if row.entity_id == BUREAU)
    office = replace(row, entity_id=OFFICE, name="江宁区工信局", short_name="江宁区工信局", aliases=())
    edge = {"relation": "succeeded_by", "source": BUREAU, "target": target, "certainty": certainty}
    return written_with(folder, edge=edge, tables=replace(tables, entities=(*tables.entities, office)))


def written_with(folder, *, edge=None, **more):
    """Return the graph of the two letters with one edge replaced, or with further parts of a publication."""
    publication = replace(two_letters(), **more)
    if edge:
        edges = (replace(publication.tables.edges[0], **edge), *publication.tables.edges[1:])
        publication = replace(publication, tables=replace(publication.tables, edges=edges))
    turtle.write(publication, folder)
    return rdflib.Graph(bind_namespaces="none").parse(folder / "graph.ttl")


def without_sentence(folder, **cells):
    """Return the graph and the node of the first piece of evidence, which no sentence supports."""
    tables = two_letters().tables
    offsets = dict.fromkeys(("start", "end", "source_start", "source_end", "target_start", "target_end"))
    row = replace(tables.evidence[0], sentence_id="", section_id="", **(offsets | cells))
    graph = written_with(folder, tables=replace(tables, evidence=(row, *tables.evidence[1:])))
    return graph, ID[f"evidence/{row.evidence_id}"]


def test_the_reason_of_a_derivation_is_labelled_in_each_language(tmp_path):
    zh, en = "南京市江宁区科创局以南京市江宁区开头", "南京市江宁区科创局 begins with 南京市江宁区"
    note = f"{zh} · {en}"
    graph, node = without_sentence(tmp_path, origin="derived", letter_id="", rule="name_prefix", quote=note)
    for label in (RDFS.label, SKOS.prefLabel):
        assert set(graph.objects(node, label)) == {rdflib.Literal(zh, "zh"), rdflib.Literal(en, "en")}
    assert graph.value(node, FUWEN.note) == rdflib.Literal(note)
    assert str(graph.value(node, FUWEN.name)) == zh


def test_what_a_person_wrote_is_a_note_in_no_stated_language(tmp_path):
    why = "the bureau was renamed in the reform of 2024 (a reader)"
    graph, node = without_sentence(
        tmp_path, origin="decision", letter_id="", rule="decision:decisions.csv:12", quote=why
    )
    assert graph.value(node, FUWEN.note) == rdflib.Literal(why)
    assert set(graph.objects(node, RDFS.label)) == {
        rdflib.Literal("人工决定 decisions.csv:12", "zh"),
        rdflib.Literal("decision decisions.csv:12", "en"),
    }


def test_who_stated_a_fact_is_a_note_and_no_quote_of_the_letter(tmp_path):
    note = "王敏 在 facts.csv 中填写 · stated in facts.csv by 王敏"
    graph, node = without_sentence(tmp_path, origin="decision", rule="issued_by:fact", quote=note)
    assert graph.value(node, FUWEN.note) == rdflib.Literal(note)
    assert graph.value(node, FUWEN.quote) is None
    assert graph.value(node, FUWEN.inDocument) is not None


def test_a_merged_id_leads_to_the_one_that_replaced_it(tmp_path):
    graph = written_with(tmp_path, merged={"e/旧名": FUND, "e/无": "e/无此实体"})
    assert graph.value(ID["e/旧名"], rdflib.DCTERMS.isReplacedBy) == ID[FUND]
    assert len(list(graph.subjects(RDF.type, FUWEN.MergedIdentifier))) == 1


def test_an_external_id_is_a_match_and_a_number(tmp_path):
    external = ExternalId(
        scheme="wikidata", value="Q42", iri="http://www.wikidata.org/entity/Q42", source="x"
    )
    graph = written_with(tmp_path, external_ids={FUND: (external,)})
    assert graph.value(ID[FUND], SKOS.exactMatch) == rdflib.URIRef("http://www.wikidata.org/entity/Q42")
    assert str(graph.value(ID[FUND], FUWEN.externalId)) == "wikidata:Q42"


def test_a_document_that_is_no_reply_is_kept_as_a_document(tmp_path):
    publication = two_letters()
    note = LetterRow(letter_id="x-x-x-x-x-x", source="note.txt", status="not_a_letter")
    tables = replace(publication.tables, letters=(*publication.tables.letters, note))
    graph = written_with(tmp_path, tables=tables)
    document = ID["document/x-x-x-x-x-x"]
    assert set(graph.objects(document, RDF.type)) == {
        FUWEN.Document,
        rdflib.URIRef("http://xmlns.com/foaf/0.1/Document"),
    }
    assert (document, FUWEN.sourceFile, rdflib.Literal("note.txt")) in graph
    assert [finding for finding in results(graph) if finding.severity == "violation"] == []


def test_a_claim_bears_the_id_of_its_row(graph):
    for kind, rows in (("figure", two_letters().tables.figures), ("ranking", two_letters().tables.rankings)):
        for row in rows:
            row_id = getattr(row, f"{kind}_id")
            node = ID[f"{kind}/{row_id.replace('#', '.')}"]
            assert str(graph.value(node, rdflib.DCTERMS.identifier)) == row_id


def test_every_jurisdiction_is_a_place_with_its_code_up_to_the_whole_country(tmp_path):
    graph = written_with(tmp_path, tables=located(**{FUND: "南京市江宁区", BUREAU: "某新区", POLICY: "—"}))
    district, region = ID["place/南京市江宁区"], ID["place/某新区"]
    assert graph.value(ID[FUND], FUWEN.inPlace) == district
    assert [
        str(place).removeprefix(BASE) for place in graph.transitive_objects(district, FUWEN.withinPlace)
    ] == [
        "place/南京市江宁区",
        "place/南京市",
        "place/江苏省",
        "place/全国",
    ]
    codes = {str(place).removeprefix(BASE): str(code) for place, code in graph[: FUWEN.divisionCode]}
    assert codes == {
        "place/南京市江宁区": "320115",
        "place/南京市": "320100",
        "place/江苏省": "320000",
        "place/全国": "100000",
    }
    assert graph.value(ID[BUREAU], FUWEN.inPlace) == region
    assert (region, RDF.type, FUWEN.Place) in graph, (
        "a name that the list does not have is a place without code"
    )
    assert graph.value(ID[POLICY], FUWEN.inPlace) is None
    assert [finding for finding in results(graph) if finding.severity == "violation"] == []


def test_a_place_of_the_letters_has_one_node_with_what_they_say_and_what_the_list_says(tmp_path):
    tables = located(**{FUND: "南京市江宁区"})
    named = replace(
        tables.entities[0],
        entity_id="place/江苏省",
        kind="place",
        name="江苏省",
        jurisdiction="江苏省",
        is_place=True,
        mentions=3,
    )
    graph = written_with(tmp_path, tables=replace(tables, entities=(*tables.entities, named)))
    province = ID["place/江苏省"]
    assert len(list(graph.objects(province, FUWEN.name))) == 1
    assert str(graph.value(province, FUWEN.mentionCount)) == "3"
    assert str(graph.value(province, FUWEN.divisionCode)) == "320000"
    assert (ID["place/南京市"], FUWEN.withinPlace, province) in graph


def located(**jurisdictions):
    """Return the tables of the two letters with the jurisdictions of some entities."""
    tables = two_letters().tables
    rows = [
        replace(row, jurisdiction=jurisdictions[row.entity_id]) if row.entity_id in jurisdictions else row
        for row in tables.entities
    ]
    return replace(tables, entities=tuple(rows))
