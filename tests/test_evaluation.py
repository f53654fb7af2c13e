"""The bars on annotated real sentences and on the probes; skipped where the shared material is not here."""

import importlib.util
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from benchmarks import calibration

LARGE = 20  # gold spans from which on a stratum is judged by itself
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
    rows = records(shared("eval/dev.jsonl"))
    assert rows
    return rows


@pytest.fixture(scope="module")
def tallies(scorer: ModuleType, sentences: list[dict[str, Any]]) -> dict[str, Counter[str]]:
    return dict(scorer.score(sentences)[0])


def test_spans_precision_and_values(tallies: dict[str, Counter[str]]) -> None:
    tally = tallies["ALL"]
    assert tally["overlap"] / tally["gold"] >= 0.97
    assert tally["exact"] / tally["gold"] >= 0.93
    assert tally["overlap"] / (tally["overlap"] + tally["false"]) >= 0.985
    assert tally["value"] / tally["valued"] >= 0.96


def test_no_kind_of_text_is_left_behind(tallies: dict[str, Counter[str]]) -> None:
    strata = {name: tally for name, tally in tallies.items() if name != "ALL" and tally["gold"]}
    for name, tally in strata.items():
        if tally["gold"] >= LARGE:
            assert tally["overlap"] / tally["gold"] >= (0.85 if name == "ps" else 0.90), name
    small = [tally for tally in strata.values() if tally["gold"] < LARGE]
    assert sum(tally["overlap"] for tally in small) / sum(tally["gold"] for tally in small) >= 0.90


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


def test_probes(scorer: ModuleType, shared: Shared) -> None:
    tally: Counter[str] = scorer.score_probes(records(shared("eval/probes.jsonl")))[0]
    assert tally["values"] > 0
    assert tally["right"] / tally["values"] >= 0.96
    assert tally["hits"] == 0


def test_no_code_language_or_pair_of_calendars_is_unsure_as_a_whole(shared: Shared) -> None:
    rows = list(calibration.alarms(shared("eval/alarms.jsonl")))
    groups: dict[str, list[float]] = {}
    for row in rows:
        for group in row.groups if row.real else ():
            groups.setdefault(group, []).append(row.confidence)
    assert len(groups) >= 10
    for group, found in groups.items():
        assert sum(found) / len(found) >= 0.8, group


def test_surer_alarms_are_real_more_often(shared: Shared) -> None:
    rows = list(calibration.alarms(shared("eval/alarms.jsonl")))
    sure = [row for row in rows if row.confidence >= 0.9]
    others = [row for row in rows if row.confidence < 0.9]
    assert calibration.share(sure) >= 0.95
    assert calibration.share(sure) > calibration.share(others)
    assert calibration.separation(rows) >= 0.8
