"""Standard input as bytes, and the seed where the shared material stands beside the checkout."""

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Make these bytes the standard input."""

    def put(data: bytes) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))

    return put


@pytest.fixture
def seed() -> Path:
    shared = Path(os.environ.get("SHAMSI_SHARED", ROOT.parent / "shared"))
    path = shared / "seed" / "mehr-2025-12-15.ar.txt"
    if not path.exists():
        pytest.skip("the seed is not here (set SHAMSI_SHARED)")
    return path
