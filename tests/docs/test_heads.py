"""Every page has a description in its front matter, for browsers and search engines."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
LIVE = DOCS / "live" / "index.md"  # described by docs/_ext/head.py unless it does so itself
PAGES = sorted(page for page in DOCS.rglob("*.md") if page != LIVE)
_FRONT = re.compile(r"\A---\n(?:.+\n)*?    description: >-\n((?: {6}.+\n)+)---\n\n")


def description(page: Path) -> str:
    found = _FRONT.match(page.read_text(encoding="utf-8"))
    assert found, f"{page.relative_to(DOCS)}: needs front matter with a description, as other pages"
    return " ".join(found[1].split())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_a_page_is_described_in_a_line_or_two(page: Path) -> None:
    assert 40 <= len(description(page)) <= 165


def test_no_two_pages_are_described_alike() -> None:
    described = [description(page) for page in PAGES]
    assert len(described) == len(set(described))
