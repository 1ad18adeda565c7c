"""Plug-in `llm`: an OpenAI-compatible endpoint of the user's; a name counts only where it stands in the text.

Needs FUWEN_LLM_URL (…/v1) and FUWEN_LLM_MODEL, and FUWEN_LLM_KEY where the endpoint asks for one. The only part of
fuwen that opens a connection, to the address the user gave and none else.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from corpus.records import Letter, Span
from ontology.tsv import any_word

from ..errors import RecogniserError, UsageError
from ..records import KINDS, Recognition
from .finding import Finding

URL_VARIABLE, MODEL_VARIABLE, KEY_VARIABLE = "FUWEN_LLM_URL", "FUWEN_LLM_MODEL", "FUWEN_LLM_KEY"
_PROMPT: Final = (
    "List the named organisations, funds, platforms and policies in this Chinese government letter. Copy each name "
    "exactly, the longest form, without 《》 or quotation marks around it. No generic phrases, places or people. "
    'Answer with a JSON array of {"name": …, "kind": "organisation"|"fund"|"platform"|"policy"} and nothing else.'
)
_SCORE = 0.7
_TIMEOUT = 120.0
"""Seconds to wait for an answer."""
_SHORTEST = 2

Ask = Callable[[str], str]
"""Takes a letter's text, returns the model's answer."""


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """Names that a language model lists. `ask` replaces the endpoint in tests."""

    url: str
    model: str
    key: str = ""
    ask: Ask | None = None

    @property
    def name(self) -> str:
        """`llm`."""
        return "llm"

    def recognise(self, letter: Letter) -> Recognition:
        """Return the listed names where they stand. Raises `RecogniserError` where the endpoint does not answer."""
        answer = (self.ask or self._post)(letter.text)
        listed = _parsed(answer)
        mentions = (
            finding.mention(letter.letter_id, letter.text, self.name)
            for finding in _found(letter.text, listed)
        )
        return Recognition(letter_id=letter.letter_id, mentions=tuple(mentions))

    def _post(self, text: str) -> str:
        body = {
            "model": self.model,
            "temperature": 0,
            "messages": [{"role": "system", "content": _PROMPT}, {"role": "user", "content": text}],
        }
        headers = {"Content-Type": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        request = Request(  # noqa: S310  (from_environment lets only http and https through)
            self.url.rstrip("/") + "/chat/completions", json.dumps(body).encode("utf-8"), headers
        )
        try:
            with urlopen(request, timeout=_TIMEOUT) as response:  # noqa: S310  (as above)
                content: Any = json.load(response)["choices"][0]["message"]["content"]
        except (URLError, TimeoutError, ValueError, LookupError, TypeError) as error:
            raise RecogniserError(
                f"llm: {self.url} 没有给出可用的回答；请检查地址、模型与网络 · "
                f"no usable answer ({error}); check address, model and network"
            ) from error
        return str(content)


def from_environment() -> LanguageModel:
    """Return the recogniser for the user's endpoint. Raises `UsageError` where it is not named or no web address."""
    url, model = os.environ.get(URL_VARIABLE, ""), os.environ.get(MODEL_VARIABLE, "")
    if urlsplit(url).scheme not in ("http", "https") or not model:
        raise UsageError(
            f"--recognisers llm: 请设环境变量 · set the variables {URL_VARIABLE} (http…/v1), {MODEL_VARIABLE}"
        )
    return LanguageModel(url, model, os.environ.get(KEY_VARIABLE, ""))


def _parsed(answer: str) -> dict[str, str]:
    """Return the listed names with their kinds; what is no list of names is left out."""
    match = re.search(r"\[.*\]", answer, re.DOTALL)
    try:
        rows = json.loads(match.group()) if match else []
    except ValueError as error:
        raise RecogniserError(
            f"llm: 回答不是 JSON 数组；请换一个模型 · the answer is no JSON array ({error}); try another model"
        ) from error
    named = (row for row in rows if isinstance(row, Mapping))
    return {
        row["name"]: row["kind"]
        for row in named
        if isinstance(row.get("name"), str) and len(row["name"]) >= _SHORTEST and row.get("kind") in KINDS
    }


def _found(text: str, listed: Mapping[str, str]) -> Iterator[Finding]:
    """Yield every place where a listed name stands, longer names first where they overlap."""
    pattern = re.compile(any_word(listed)) if listed else None
    for match in pattern.finditer(text) if pattern else ():
        kind = next(kind for kind in KINDS if kind == listed[match.group()])
        span = Span(start=match.start(), end=match.end())
        yield Finding(span=span, kind=kind, score=_SCORE, reason="listed by the model")
