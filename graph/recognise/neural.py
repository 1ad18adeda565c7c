"""Plug-in `neural`: a token-classification or GLiNER model of the user's, from a folder or by name.

Needs the extra [neural] and the variable FUWEN_NEURAL_MODEL (folder or name of the model); nothing is downloaded
that the user did not name. The libraries are imported when the first letter is read.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Final

from corpus.records import Letter, Span

from ..errors import RecogniserError, UsageError
from ..records import KINDS, Kind, Recognition
from .finding import Finding

MODEL_VARIABLE: Final = "FUWEN_NEURAL_MODEL"
_KIND_OF_LABEL: Final[Mapping[str, Kind]] = {
    **{kind: kind for kind in KINDS},
    "org": "organisation",
    "organization": "organisation",
    "company": "organisation",
    "government": "organisation",
}
"""Labels of models, in lower case. Labels beyond these (persons, places) are left out."""

Predict = Callable[[str], Sequence[Mapping[str, Any]]]
"""Takes a text, returns rows of start, end (code points), label and score."""


@dataclass(frozen=True, slots=True)
class Neural:
    """Names that a neural model finds, paragraph by paragraph. `predict` replaces the model in tests."""

    model: str
    predict: Predict | None = None

    @property
    def name(self) -> str:
        """`neural`."""
        return "neural"

    def recognise(self, letter: Letter) -> Recognition:
        """Return what the model finds. Raises `RecogniserError` where it cannot be loaded."""
        predict = self.predict or _loaded(self.model)
        mentions = (
            finding.mention(letter.letter_id, letter.text, self.name)
            for finding in _findings(letter.text, predict)
        )
        return Recognition(letter_id=letter.letter_id, mentions=tuple(mentions))


def from_environment() -> Neural:
    """Return the recogniser for the model the user named. Raises `UsageError` where none is named."""
    model = os.environ.get(MODEL_VARIABLE)
    if not model:
        raise UsageError(
            f"--recognisers neural: 请把环境变量 {MODEL_VARIABLE} 设为模型的文件夹或名称 · "
            f"set the variable {MODEL_VARIABLE} to a model's folder or name"
        )
    return Neural(model)


def _findings(text: str, predict: Predict) -> Iterator[Finding]:
    offset, last = 0, 0
    for line in text.split("\n"):
        for row in sorted(predict(line), key=lambda row: (row["start"], -row["end"])):
            kind = _KIND_OF_LABEL.get(str(row["label"]).lower())
            start, end = offset + row["start"], offset + row["end"]
            if kind is not None and last <= start < end:
                last = end
                yield Finding(
                    span=Span(start=start, end=end),
                    kind=kind,
                    score=round(min(max(float(row["score"]), 0.0), 1.0), 3),
                    reason=f"label:{row['label']}",
                )
        offset += len(line) + 1


@cache
def _loaded(model: str) -> Predict:
    try:
        return _gliner(model) if "gliner" in model.lower() else _token_classifier(model)
    except ImportError as error:
        raise RecogniserError(
            f"neural: 缺少 {error.name}，请安装 · {error.name} is missing, run: pip install 'fuwen[neural]'"
        ) from error
    except (OSError, ValueError) as error:
        raise RecogniserError(
            f"neural: 无法载入模型 {model!r}；请检查 {MODEL_VARIABLE} · "
            f"the model cannot be loaded ({error}); check {MODEL_VARIABLE}"
        ) from error


def _gliner(model: str) -> Predict:
    tagger: Any = import_module("gliner").GLiNER.from_pretrained(model)
    labels = list(KINDS)
    return lambda text: list(tagger.predict_entities(text, labels))


def _token_classifier(model: str) -> Predict:
    made: Any = import_module("transformers").pipeline
    tagger = made("token-classification", model=model, aggregation_strategy="simple")
    return lambda text: [{**row, "label": row["entity_group"]} for row in tagger(text)]
