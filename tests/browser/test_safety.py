"""Names and texts come from strangers: nothing in them runs, nothing is fetched."""

from __future__ import annotations

import pytest
import synthetic
from changed import replace

pytestmark = pytest.mark.browser

HOSTILE = (
    "<img src=x onerror=\"window.PWN='img'\">",
    "</script><script>window.PWN='script'</script>",
    "<a href=\"javascript:window.PWN='href'\">href</a>",
    "'\"><svg onload=window.PWN='svg'>",
    "{{ 7*7 }}{% raw %}<!--",
    "\u2028\u2029&lt;b&gt;",
)


def hostile_publication():
    """Every text of a small publication carries an attack; ids, aliases, titles, sentences and headings too."""
    plain = synthetic.with_claims(synthetic.publication(3))
    tables = plain.tables
    attacks = {row.entity_id: HOSTILE[at % len(HOSTILE)] for at, row in enumerate(tables.entities)}
    rename = {row.entity_id: f"{row.entity_id}{attacks[row.entity_id]}" for row in tables.entities}
    tail = "".join(HOSTILE)
    return replace(
        plain,
        tables=replace(
            tables,
            entities=[
                replace(
                    row, entity_id=rename[row.entity_id], name=f"{attacks[row.entity_id]}{row.name}",
                    short_name=attacks[row.entity_id] + str(at), aliases=(attacks[row.entity_id],),
                    subkind="<b>sub</b>", jurisdiction=attacks[row.entity_id], iri=f"javascript:alert(1)//{at}",
                )
                for at, row in enumerate(tables.entities)
            ],
            edges=[
                replace(row, source=rename[row.source], target=rename[row.target], status="<img src=x onerror=PWN=1>")
                for row in tables.edges
            ],
            letters=[
                replace(
                    row, title=tail, proposal_titles=(tail,), proposers=(HOSTILE[0],), department=HOSTILE[1],
                    document_number=HOSTILE[2], source_url="javascript:window.PWN='url'", source=HOSTILE[3],
                )
                for row in tables.letters
            ],
            sections=[replace(row, heading=HOSTILE[0], recommendation_point=HOSTILE[1]) for row in tables.sections],
            evidence=[replace(row, cue=HOSTILE[0], rule=HOSTILE[1]) for row in tables.evidence],
            commitments=[replace(row, what=HOSTILE[0], actor=HOSTILE[1]) for row in tables.commitments],
            figures=[replace(row, metric=HOSTILE[0], unit=HOSTILE[1]) for row in tables.figures],
        ),
        texts={letter_id: text.replace("\n", f"{tail}\n", 1)[: len(text)] for letter_id, text in plain.texts.items()},
        positions={rename[node]: place for node, place in plain.positions.items()},
        version=HOSTILE[1],
        corpus_hash=HOSTILE[0],
    )  # fmt: skip


def test_nothing_runs_and_nothing_is_fetched_wherever_a_reader_clicks(read):
    page = read(hostile_publication(), name="hostile")
    for link in (
        "",
        "#z=all",
        "#v=table",
        "#v=table&b=edges&z=all",
        "#v=answers",
        "#v=promises",
        "#v=figures",
        "#v=compare",
    ):
        page.follow(link)
    page.follow("")
    page.find("#detail .contents li button").first.click()
    page.page.wait_for_selector("#detail .rows:not(.claims) button")
    page.find("#detail .rows:not(.claims) button").first.click()
    page.page.wait_for_selector(".proof .link")
    page.find(".proof .link").first.click()
    page.page.wait_for_selector("#sheet .text")
    page.search("onerror")
    assert page.find("#hits [role=option]").count() > 0
    page.page.keyboard.press("Escape")
    assert page.page.evaluate("() => window.PWN") is None
    assert page.find("body img, body iframe, #sheet a, #detail a").count() == 0


def test_a_script_that_is_put_into_the_page_is_stopped_by_the_policy(read):
    page = read(hostile_publication(), name="hostile")
    page.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.PWN = 1";
            document.body.append(script);
        }"""
    )
    assert page.page.evaluate("() => window.PWN") is None
    page.errors.clear()  # the browser reports what it stopped: that is the point


def test_the_page_asks_for_nothing_but_itself(read, letters):
    page = read(letters, name="letters")
    assert {url.partition("#")[0] for url in page.requests} <= {page.page.url.partition("#")[0]} | {
        url for url in page.requests if url.startswith(("blob:", "data:"))
    }
