"""The site as it is built: no warning, no link within it that leads nowhere, nothing loaded from elsewhere."""

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOADING = {"img": "src", "script": "src", "link": "href", "iframe": "src", "source": "src"}


class Page(HTMLParser):
    """The links of a page, its places, and what it loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.places: set[str] = set()
        self.loaded: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value for name, value in attrs if value}
        self.places |= {given[name] for name in ("id", "name") if name in given}
        if tag == "a" and "href" in given:
            self.links.add(given["href"])
        if tag in LOADING and LOADING[tag] in given:
            self.loaded.add(given[LOADING[tag]])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Page]:
    """The pages of a fresh build."""
    for name in ("sphinx", "furo", "myst_parser", "sphinx_design", "sphinx_copybutton", "pyspark"):
        pytest.importorskip(name, reason=f"{name} is not installed")
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-d", f"{out}/trees", "-b", "html"]
    done = subprocess.run(
        [*command, "docs", f"{out}/html"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, done.stderr
    return {path: Page(path.read_text(encoding="utf-8")) for path in (out / "html").rglob("*.html")}


def test_links_within_the_site_lead_somewhere(site: dict[Path, Page]) -> None:
    broken = []
    for path, page in site.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not target.is_file() or (parts.fragment and target in site and not leads(site[target], parts.fragment)):
                broken.append(f"{path.name}: {link}")
    assert broken == []


def leads(page: Page, fragment: str) -> bool:
    return unquote(fragment) in page.places


def test_nothing_is_loaded_from_elsewhere(site: dict[Path, Page]) -> None:
    assert {url for page in site.values() for url in page.loaded if urlsplit(url).netloc} == set()


def test_the_pages_of_names_are_filled(site: dict[Path, Page]) -> None:
    places = {place for page in site.values() for place in page.places}
    assert {"shamsi.Date.add", "shamsi.find", "shamsi.pandas.to_gregorian", "shamsi.spark.find"} <= places
