import hashlib
import os

import pytest

from graph.run.file_hashes import file_hashes


def test_every_file_has_its_own_hash_in_the_order_of_the_paths(tmp_path):
    texts = [f"复文{number}".encode() * number for number in range(40)]
    paths = [tmp_path / f"{number}.txt" for number in range(40)]
    for path, text in zip(paths, texts, strict=True):
        path.write_bytes(text)
    assert list(file_hashes(paths)) == [hashlib.sha256(text).hexdigest() for text in texts]
    assert list(file_hashes([])) == []


def test_a_file_that_cannot_be_read_is_an_error(tmp_path):
    with pytest.raises(OSError, match="missing"):
        list(file_hashes([tmp_path / "missing.txt"]))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_an_error_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="is no file"):
        list(file_hashes([tmp_path / "pipe"]))
