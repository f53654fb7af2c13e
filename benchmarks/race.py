"""Contestants timed side by side: every round runs each once, its answer is checked, and medians are kept."""

import gc
import time
from collections.abc import Callable
from statistics import median
from typing import Any, NamedTuple


class Contestant(NamedTuple):
    """What is timed, and what must be true of its answer, which is asked of every one outside the time."""

    run: Callable[[], Any]
    holds: Callable[[Any], bool]


def race(contestants: dict[str, Contestant], *, rows: int, rounds: int) -> dict[str, float]:
    """Return the median wall time of each contestant in nanoseconds a row; a first round only warms up."""
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds + 1):
        for name, (run, holds) in contestants.items():
            gc.collect()
            begin = time.perf_counter()
            answer = run()
            spent = time.perf_counter() - begin
            if not holds(answer):
                raise AssertionError(f"{name}: wrong answer in round {number}")
            del answer
            if number:
                times[name].append(spent)
    return {name: median(each) / rows * 1e9 for name, each in times.items()}
