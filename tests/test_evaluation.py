"""The bars on annotated real sentences and on the probes; skipped where the shared material is not here."""

import importlib.util
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

OTHER_LANGUAGES = {"afg-solar", "ps", "ckb", "coptic"}  # strata of language files to come
Shared = Callable[[str], Path]


@pytest.fixture(scope="module")
def scorer(shared: Shared) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared("eval/score.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def sentences(shared: Shared) -> list[dict[str, Any]]:
    rows = [row for row in records(shared("eval/dev.jsonl")) if row["stratum"] not in OTHER_LANGUAGES]
    assert rows
    return rows


def test_spans_precision_and_values(scorer: ModuleType, sentences: list[dict[str, Any]]) -> None:
    tally: Counter[str] = scorer.score(sentences)[0]["ALL"]
    assert tally["overlap"] / tally["gold"] >= 0.88
    assert tally["overlap"] / (tally["overlap"] + tally["false"]) >= 0.97
    assert tally["value"] / tally["valued"] >= 0.80


def test_pairs_are_linked_and_judged(scorer: ModuleType, sentences: list[dict[str, Any]]) -> None:
    tally: Counter[str]
    tally, misses = scorer.score_pairs(sentences)
    missed = sum(
        [g["agree"] for g in gold].count(False)
        for kind, _, gold, q in misses
        if kind == "verdict" and q.verdict != "mismatch"
    )
    assert tally["linked"] / tally["gold"] >= 0.8
    assert missed <= 1
    assert tally["false_alarm"] + tally["wrong_pairs"] <= 1


def test_probes_in_persian_and_arabic(scorer: ModuleType, shared: Shared) -> None:
    rows = [row for row in records(shared("eval/probes.jsonl")) if row["lang"] in ("fa", "ar")]
    tally: Counter[str] = scorer.score_probes(rows)[0]
    assert tally["values"] > 0
    assert tally["right"] / tally["values"] >= 0.85
    assert tally["hits"] <= 1
