"""graph.html as text: what stands in it, and what must not."""

from __future__ import annotations

import re

import pytest
import synthetic
from changed import replace

from graph.errors import ExportError
from graph.export.html import page


@pytest.fixture(scope="module")
def html() -> str:
    return page.render(synthetic.publication(5))


def test_the_page_names_no_address_to_fetch_from(html):
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", html)
    assert "<link" not in html.split("</style>")[1]


def test_the_policy_allows_these_scripts_and_nothing_else(html):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html).group(1).replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-eval" not in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    scripts = re.findall(r"<script>(.*?)</script>", html, re.S)
    assert page.policy(scripts) == policy


def test_there_are_as_many_script_elements_as_the_template_has(html):
    assert len(re.findall(r"<script", html, re.I)) - html.count("<script>") == 3
    assert html.count("</script>") == 5


def test_the_same_publication_gives_the_same_bytes(html):
    assert page.render(synthetic.publication(5)) == html


def test_five_letters_stay_below_a_megabyte_and_a_half(html):
    assert len(html.encode("utf-8")) <= 1_500_000


def test_the_file_is_written_in_utf_8_with_unix_line_ends(tmp_path):
    (path,) = page.write(synthetic.publication(1), tmp_path)
    raw = path.read_bytes()
    assert path.name == "graph.html"
    assert b"\r" not in raw
    assert "关于加快" in raw.decode("utf-8")


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "taken").write_bytes(b"")
    with pytest.raises(ExportError, match=re.escape(str(tmp_path / "taken"))):
        page.write(synthetic.publication(1), tmp_path / "taken")


def test_a_graph_without_letters_is_a_page_too(tmp_path):
    empty = synthetic.publication(0)
    assert "</html>" in page.render(replace(empty, positions={}))
