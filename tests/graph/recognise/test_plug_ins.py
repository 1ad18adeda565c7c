"""The optional recognisers on small stand-ins: no model, no connection."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from graph.errors import RecogniserError, UsageError
from graph.recognise import llm, neural, recognise, recognisers
from graph.recognise.annotated import marked
from graph.recognise.llm import LanguageModel
from graph.recognise.neural import Neural

LETTER = marked("x", "答复如下：\n支持青石测控发展，依托谱云平台，张三参加。").letter()


def rows(line):
    listed = (("青石测控", "ORG", 0.9), ("谱云平台", "platform", 0.8), ("张三", "PER", 0.99))
    return [
        {"start": line.index(name), "end": line.index(name) + len(name), "label": label, "score": score}
        for name, label, score in listed
        if name in line
    ]


def test_a_models_labels_become_kinds_and_people_are_left_out():
    found = Neural("stand-in", rows).recognise(LETTER).mentions
    assert [(m.text, m.kind, m.score) for m in found] == [
        ("青石测控", "organisation", 0.9),
        ("谱云平台", "platform", 0.8),
    ]


def test_a_missing_model_is_named_with_the_next_step(monkeypatch):
    monkeypatch.delenv(neural.MODEL_VARIABLE, raising=False)
    with pytest.raises(UsageError, match=neural.MODEL_VARIABLE):
        recognisers(names=["neural"])


def test_a_name_that_does_not_stand_in_the_text_is_dropped():
    answer = json.dumps(
        [
            {"name": "青石测控", "kind": "organisation"},
            {"name": "火星银行", "kind": "organisation"},
            {"name": "谱云平台", "kind": "place"},
            "谱云",
        ]
    )
    found = LanguageModel("http://x", "m", ask=lambda _: f"```json\n{answer}\n```").recognise(LETTER).mentions
    assert [(m.text, m.kind) for m in found] == [("青石测控", "organisation")]


def test_an_answer_without_names_finds_nothing_and_a_broken_one_is_an_error():
    assert LanguageModel("http://x", "m", ask=lambda _: "none").recognise(LETTER).mentions == ()
    with pytest.raises(RecogniserError, match="JSON"):
        LanguageModel("http://x", "m", ask=lambda _: "[{]").recognise(LETTER)


class _Endpoint(BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        names = json.dumps([{"name": "谱云平台", "kind": "platform"}])
        body = json.dumps({"choices": [{"message": {"content": names}}]}).encode()
        self.send_response(200 if self.path == "/v1/chat/completions" else 404)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        """Keep quiet."""


@pytest.fixture
def endpoint():
    server = HTTPServer(("127.0.0.1", 0), _Endpoint)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_endpoint_is_asked_and_its_names_merge_behind_the_grammar(endpoint, monkeypatch):
    monkeypatch.setenv(llm.URL_VARIABLE, endpoint)
    monkeypatch.setenv(llm.MODEL_VARIABLE, "stand-in")
    chosen = recognisers(names=["llm", "grammar"])
    assert [recogniser.name for recogniser in chosen] == ["grammar", "llm"]
    assert "谱云平台" in [m.text for m in recognise(LETTER, chosen).mentions]


def test_an_address_that_is_no_web_address_is_refused(monkeypatch):
    monkeypatch.setenv(llm.URL_VARIABLE, "file:///etc/passwd")
    monkeypatch.setenv(llm.MODEL_VARIABLE, "m")
    with pytest.raises(UsageError, match=llm.URL_VARIABLE):
        llm.from_environment()


def test_an_endpoint_that_does_not_answer_is_named():
    with pytest.raises(RecogniserError, match=r"127\.0\.0\.1:9"):
        LanguageModel("http://127.0.0.1:9/v1", "m").recognise(LETTER)
