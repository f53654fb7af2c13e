"""What several test modules need: the shared material, and Hypothesis without a clock."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.browsing import chromium

# Ray would set up its workers by `uv run`, as it finds us run, once more each; they are to share our environment.
os.environ.setdefault("RAY_ENABLE_UV_RUN_RUNTIME_ENV", "0")

settings.register_profile("untimed", deadline=None)
settings.register_profile("thorough", deadline=None, max_examples=100_000)
settings.load_profile("untimed")

SHARED = Path(os.environ.get("SHAMSI_SHARED") or Path(__file__).resolve().parents[2] / "shared")


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """Return the path of a file of the shared material; the test is skipped by that name where it is not here."""

    def locate(relative: str) -> Path:
        path = SHARED / relative
        if not path.exists():
            pytest.skip(f"../shared/{relative} is not here")
        return path

    return locate


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Return a browser without a window."""
    yield from chromium()
