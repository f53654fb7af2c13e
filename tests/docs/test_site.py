"""The site as it is built: no warning, no link within it that leads nowhere, nothing loaded from elsewhere.

Arabic script in its code is set apart with the quotes and brackets that belong to it, and without dates in digits.
"""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOADING = {"img": "src", "script": "src", "link": "href", "iframe": "src", "source": "src"}


class Page(HTMLParser):
    """The links of a page, its places, what it loads, what its head says, and what is set apart."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.places: set[str] = set()
        self.loaded: set[str] = set()
        self.root: dict[str, str | None] = {}
        self.title = ""
        self.descriptions: list[str] = []
        self._in_title = False
        self.apart: list[str] = []
        self._depth = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value for name, value in attrs if value}
        self.places |= {given[name] for name in ("id", "name") if name in given}
        if tag == "a" and "href" in given:
            self.links.add(given["href"])
        if tag in LOADING and LOADING[tag] in given:
            self.loaded.add(given[LOADING[tag]])
        if tag == "html":
            self.root = dict(attrs)
        if tag == "meta" and given.get("name") == "description":
            self.descriptions.append(given.get("content", ""))
        if tag == "bdi":
            self._depth += 1
            self.apart.append("")
        self._in_title |= tag == "title" and not self.title  # pictures in the page have titles, too

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
        if self._depth:
            self.apart[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._in_title &= tag != "title"
        self._depth -= tag == "bdi"


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


def test_each_page_has_a_title_and_a_description_of_its_own(site: dict[Path, Page]) -> None:
    assert [path.name for path, page in site.items() if len(page.descriptions) != 1] == []
    titles = [page.title.strip() for page in site.values()]
    descriptions = [page.descriptions[0] for page in site.values()]
    for each in (titles, descriptions):
        assert {one for one in each if each.count(one) > 1 or not one} == set()


def test_a_page_says_its_language_and_direction(site: dict[Path, Page]) -> None:
    for path, page in site.items():
        language = path.parent.name if path.parent.name in ("fa", "ar") else "en"
        direction = "rtl" if language in ("fa", "ar") else None
        assert (page.root.get("lang"), page.root.get("dir")) == (language, direction), path


def test_the_picture_of_the_report_is_shown_in_both_schemes(site: dict[Path, Page]) -> None:
    for name in ("index.html", "overview.html"):
        (page,) = [page for path, page in site.items() if path.parts[-2:] == ("html", name)]
        pictures = {url.rpartition("/")[2] for url in page.loaded}
        assert {"report-light.png", "report-dark.png"} <= pictures, name


def test_nothing_is_loaded_from_elsewhere(site: dict[Path, Page]) -> None:
    assert {url for page in site.values() for url in page.loaded if urlsplit(url).netloc} == set()


def test_the_pages_of_names_are_filled(site: dict[Path, Page]) -> None:
    places = {place for page in site.values() for place in page.places}
    assert {"shamsi.Date.add", "shamsi.find", "shamsi.pandas.to_gregorian", "shamsi.spark.find"} <= places


def test_what_is_set_apart_holds_no_iso_date(site: dict[Path, Page]) -> None:
    apart = [text for page in site.values() for text in page.apart]
    assert len(apart) > 300
    assert [text for text in apart if re.search(r"\d{4}-\d\d", text)] == []


def test_quotes_and_brackets_balance_in_what_is_set_apart(site: dict[Path, Page]) -> None:
    assert [text for page in site.values() for text in page.apart if not balances(text)] == []


def balances(text: str) -> bool:
    """Whether no quote or bracket is left when the innermost pairs are taken out, again and again."""
    marks = re.sub(r"[^()\[\]{}«»“”\"']", "", text)
    while (less := re.sub(r"\(\)|\[\]|\{\}|«»|“”|\"\"|''", "", marks)) != marks:
        marks = less
    return not marks
