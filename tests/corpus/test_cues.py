import re
from pathlib import Path

import corpus.cues
from corpus.cues import cues


def test_the_head_of_the_table_says_what_each_kind_is():
    text = Path(corpus.cues.__file__).with_name("cues.tsv").read_text(encoding="utf-8")
    head = "\n".join(line for line in text.splitlines() if line.startswith("#"))
    told = set(re.findall(r"[a-z_]+", head))
    assert {kind for kind in cues() if not kind.startswith("meta_")} <= told
