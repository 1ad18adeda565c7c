import struct
import sys

import pytest
from publications import node, publication

from graph.errors import ExportError, UsageError
from graph.export.png import WIDTH, write


def test_the_image_is_as_wide_as_promised(tmp_path):
    pytest.importorskip("resvg_py", reason="the extra png is not installed")
    (path,) = write(publication([node("e/甲")]), tmp_path)
    content = path.read_bytes()
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">I", content[16:20]) == (WIDTH,)


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    pytest.importorskip("resvg_py", reason="the extra png is not installed")
    (tmp_path / "graph.png").mkdir()
    with pytest.raises(ExportError, match=r"graph\.png"):
        write(publication([node("e/甲")]), tmp_path)


def test_without_the_library_the_next_step_is_told(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(UsageError, match=r"pip install 'fuwen\[png\]'"):
        write(publication([node("e/甲")]), tmp_path)
