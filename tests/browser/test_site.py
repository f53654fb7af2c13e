"""The built site in Chromium, over localhost: what a reader opens, searches, pastes and gets.

It needs `sh docs/build.sh` first. Pictures of the pages are kept in build/shots.
"""

import re
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.browsing import DESK, PHONE, asked_for, complaints, resize

ROOT = Path(__file__).resolve().parents[2]
SITE, SHOTS = ROOT / "build" / "html", ROOT / "build" / "shots"
OWN = "في المدة من 5 إلى 7 آبان 1404 (5 إلى 7 نوفمبر 2025) زار الوفد دوشنبه."
# Two of its findings are at one date, and forty lines are between the first and the last.
MANY = (
    "نشست دوشنبه ۷ آبان ۱۴۰۴ (۷ نوامبر ۲۰۲۵) بود.\n"
    + "متن خبر ادامه دارد.\n" * 40
    + "گزارش ۳۱ مهر ۱۴۰۴ و ۳۰ اسفند ۱۴۰۴ و سه‌شنبه ۹ آبان ۱۴۰۴ رسید."
)
TARGET_TOP = (  # from the top of the window
    "return arguments[0].contentDocument.querySelector(':target').getBoundingClientRect().top"
    " + arguments[0].getBoundingClientRect().top"
)
FIRST_RESULT = 10  # seconds from the first click
Open = Callable[[str], Any]

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")  # selenium's own pipes


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Return where the site is served."""
    if not (SITE / "runtime" / "shamsi.whl").is_file():
        pytest.skip("the site is not built: sh docs/build.sh")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def visit(address: str, browser: Any, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Open a page of the site; at the end hold that nothing was asked for elsewhere, and nothing complained of."""
    resize(browser, DESK)
    asked_for(browser), complaints(browser)

    def open_page(name: str) -> Any:
        browser.get(address + name)
        return browser

    yield open_page
    SHOTS.mkdir(parents=True, exist_ok=True)
    browser.save_screenshot(str(SHOTS / f"{re.sub('[^a-z0-9]+', '-', request.node.name)}.png"))
    asked = [url for url in asked_for(browser) if not url.startswith((address, "data:", "blob:", "about:"))]
    assert asked == []
    assert complaints(browser) == []


def wait(browser: Any, condition: Callable[[Any], Any], seconds: float = 10) -> Any:
    from selenium.webdriver.support.ui import WebDriverWait

    return WebDriverWait(browser, seconds, poll_frequency=0.05).until(condition)


def one(browser: Any, selector: str) -> Any:
    return browser.find_element("css selector", selector)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_front_page_fits_its_window(width: int, visit: Open) -> None:
    browser = visit("index.html")
    resize(browser, width)
    assert one(browser, "h1").text.startswith("Solar Hijri dates")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    assert one(browser, "article a[href*='live']").is_displayed()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_front_page_shows_the_report_in_the_colours_of_the_reader(scheme: str, visit: Open) -> None:
    browser = visit("index.html")
    feature = {"name": "prefers-color-scheme", "value": scheme}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
    pictures = browser.find_elements("css selector", "article img[src*='report-']")
    shown = [each.get_attribute("src").rpartition("/")[2] for each in pictures if each.is_displayed()]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert shown == [f"report-{scheme}.png"]


def test_a_word_is_found(visit: Open) -> None:
    browser = visit("search.html?q=Nowruz")
    wait(browser, lambda page: page.find_elements("css selector", "#search-results li a"))
    assert browser.find_elements("css selector", "#search-results li a")


@pytest.mark.parametrize("language", ["fa", "ar", "ckb", "ps", "prs"])
def test_the_tables_of_a_language_run_from_the_right(language: str, visit: Open) -> None:
    browser = visit(f"reference/languages/{language}.html")
    cells = browser.find_elements("css selector", "table tr:nth-child(2) td")
    row = [cell for cell in cells if cell.find_element("xpath", "..") == cells[0].find_element("xpath", "..")]
    places = [cell.rect["x"] for cell in row]
    assert len(places) > 1
    assert places == sorted(places, reverse=True)


@pytest.mark.parametrize("language", ["fa", "ar"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_front_pages_from_the_right(language: str, width: int, visit: Open) -> None:
    browser = visit(f"{language}/index.html")
    resize(browser, width)
    heading = one(browser, "h1")
    assert heading.value_of_css_property("direction") == "rtl"
    assert one(browser, "pre").value_of_css_property("direction") == "ltr"
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    assert one(browser, "article a[href*='live']").is_displayed()


def check(browser: Any, text: str) -> tuple[str, float]:
    """Paste a text, press the button; the status when it is there, and the seconds that took."""
    field = one(browser, "#live-text")
    browser.execute_script("arguments[0].value = arguments[1]", field, text)
    start = time.perf_counter()
    one(browser, "#live-check button").click()
    wait(browser, lambda page: page.find_elements("css selector", "#live-report iframe"), 60)
    wait(browser, lambda page: "date" in one(page, "#live-status").text, 60)
    return one(browser, "#live-status").text, time.perf_counter() - start


def says(status: str, browser: Any) -> bool:
    return bool(one(browser, "#live-status").text == status)


def is_wide(width: int, browser: Any) -> bool:
    return bool(browser.execute_script("return innerWidth") == width)


def report_of(browser: Any) -> str:
    """The text of the report in its frame."""
    browser.switch_to.frame(one(browser, "#live-report iframe"))
    told: str = wait(browser, lambda page: page.find_elements("css selector", "main")) and one(browser, "body").text
    browser.switch_to.default_content()
    return told


def test_the_live_page_finds_a_wrong_pair(visit: Open) -> None:
    browser = visit("live/index.html")
    status, seconds = check(browser, OWN)
    print(f"bar live-first-result {seconds:.1f} {FIRST_RESULT} {'ok' if seconds <= FIRST_RESULT else 'short'}")
    assert status == "1 error in 2 dates, 1 pair"
    told = report_of(browser)
    assert "pair-mismatch" in told
    assert "27 إلى 29 أكتوبر 2025" in told
    assert "14 إلى 16 آبان 1404" in told
    assert one(browser, "#live-report iframe").rect["height"] > 200


def test_the_live_page_finds_the_error_of_the_article(visit: Open, shared: Callable[[str], Path]) -> None:
    article = shared("seed/mehr-2025-12-15.ar.txt").read_text("utf-8")
    browser = visit("live/index.html")
    status, _ = check(browser, article)
    assert status == "1 error in 8 dates, 2 pairs"
    told = report_of(browser)
    assert "27 إلى 29 مرداد 1404" in told
    assert "9 إلى 11 أغسطس 2025" in told


def test_every_mark_of_an_error_leads_to_its_finding(visit: Open) -> None:
    browser = visit("live/index.html")
    browser.execute_script("document.documentElement.style.scrollBehavior = 'auto'")  # at once
    check(browser, MANY)
    outer, frame = browser.current_url, one(browser, "#live-report iframe")
    browser.switch_to.frame(frame)
    wait(browser, lambda page: page.find_elements("css selector", "main"))
    links = browser.find_elements("css selector", "mark a")
    assert len(links) >= len(browser.find_elements("css selector", ".findings li")) >= 4
    for link in links:
        wanted = link.get_attribute("href").partition("#")[2]
        link.click()
        (reached,) = browser.find_elements("css selector", ":target")
        assert reached.tag_name == "li"
        assert reached.get_attribute("id") == wanted
        browser.switch_to.default_content()
        assert browser.current_url == outer
        wait(browser, lambda page: 0 <= page.execute_script(TARGET_TOP, frame) < 900)
        browser.switch_to.frame(frame)
    browser.switch_to.default_content()
    assert one(browser, "#live-text").is_enabled()


def test_the_frame_is_as_high_as_its_page_at_every_width(visit: Open) -> None:
    browser = visit("live/index.html")
    check(browser, MANY)
    measure = (
        "const frame = document.querySelector('#live-report iframe');"
        "const body = frame.contentDocument.body.getBoundingClientRect().height;"
        "return [Math.round(frame.clientHeight - body), frame.clientHeight]"
    )
    heights: dict[int, set[int]] = {}
    for width in (DESK, PHONE, DESK, PHONE, 1000, DESK):
        resize(browser, width)
        wait(browser, partial(is_wide, width))
        wait(browser, lambda page: page.execute_script(measure)[0] in (0, 1))
        heights.setdefault(width, set()).add(browser.execute_script(measure)[1])
    assert all(len(seen) == 1 for seen in heights.values()), heights
    assert heights[PHONE] != heights[DESK]


def test_the_report_follows_the_theme_of_the_page(visit: Open) -> None:
    browser = visit("live/index.html")
    paper = (
        "const view = document.querySelector('#live-report iframe').contentWindow;"
        "return view.getComputedStyle(view.document.body).backgroundColor"
    )
    browser.execute_script("document.body.dataset.theme = 'dark'")
    check(browser, OWN)
    assert wait(browser, lambda page: page.execute_script(paper)) == "rgb(22, 23, 26)"
    browser.execute_script("document.body.dataset.theme = 'light'")
    assert wait(browser, lambda page: page.execute_script(paper) == "rgb(255, 255, 255)")


def test_a_text_without_dates_is_told_why(visit: Open) -> None:
    browser = visit("live/index.html")
    check(browser, OWN)
    for text, ending, reasons in (
        ("مراسم در خیابان ۱۷ شهریور بود.", "What looks like one is not, because:", 1),
        ("سلام", "Nothing in the text looks like one.", 0),
    ):
        field = one(browser, "#live-text")
        browser.execute_script("arguments[0].value = arguments[1]", field, text)
        one(browser, "#live-check button").click()
        wait(browser, partial(says, f"No date was found. {ending}"), 60)
        assert not browser.find_elements("css selector", "#live-report iframe")
        rows = [row.text for row in browser.find_elements("css selector", "#live-report li")]
        assert len(rows) == reasons
        assert all("part of a name: «خیابان» stands before" in row for row in rows)


def test_opened_from_a_file_the_page_says_how_to_serve_it(browser: Any, address: str) -> None:
    browser.get((SITE / "live" / "index.html").as_uri())
    assert "http.server" in one(browser, "#live-status").text
    complaints(browser)  # the browser's own, of modules in a file


def test_the_live_page_converts_both_ways_and_says_what_is_wrong(visit: Open) -> None:
    browser = visit("live/index.html")
    button, solar, status = (
        one(browser, f"#live-convert {name}") for name in ("button", "#live-solar", "#live-convert-status")
    )
    button.click()
    wait(browser, lambda page: "=" in status.text, 60)
    assert status.text == "۱۸ مرداد ۱۴۰۴ = 1404-05-18 = 2025-08-09"
    gregorian = one(browser, "#live-gregorian")
    assert gregorian.get_attribute("value") == "2025-08-09"
    browser.execute_script(
        "arguments[0].value = '2025-03-20'; arguments[0].dispatchEvent(new Event('input'))", gregorian
    )
    button.click()
    wait(browser, lambda page: "1403" in status.text)
    assert solar.get_attribute("value") == "۳۰ اسفند ۱۴۰۳"
    solar.clear()
    solar.send_keys("۳۱ مهر ۱۴۰۴")
    button.click()
    wait(browser, lambda page: "Not done" in status.text)
    assert status.text == "Not done: day must be 1..30 in Mehr 1404, got 31"
    assert gregorian.get_attribute("value") == "", "the day of the answer before"


def test_the_live_page_needs_no_mouse(visit: Open) -> None:
    from selenium.webdriver.common.keys import Keys

    browser = visit("live/index.html")
    field = one(browser, "#live-text")
    assert one(browser, "label[for=live-text]").text == "Text"
    assert one(browser, "#live-status").get_attribute("role") == "status"
    field.send_keys(Keys.TAB)
    assert browser.switch_to.active_element == one(browser, "#live-check button")
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    wait(browser, lambda page: "date" in one(page, "#live-status").text, 60)
    assert one(browser, "#live-report iframe").get_attribute("title")


def test_nothing_is_loaded_before_the_click(visit: Open, browser: Any) -> None:
    visit("live/index.html")
    time.sleep(0.5)
    assert not [url for url in asked_for(browser) if "runtime" in url]


BACKWARDS = """
const found = [];
for (const block of document.querySelectorAll('pre')) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes = [], range = document.createRange();
  let text = '', node;
  while ((node = walker.nextNode())) {
    for (let at = 0; at < node.data.length; at++) nodes.push([node, at]);
    text += node.data;
  }
  for (const date of text.matchAll(/(?<![0-9-])[0-9]{4}-[0-9]{2}(-[0-9]{2})?(?![0-9-])/g)) {
    const [first, last] = [date.index, date.index + date[0].length - 1].map(at => {
      const [here, offset] = nodes[at];
      range.setStart(here, offset);
      range.setEnd(here, offset + 1);
      return range.getBoundingClientRect();
    });
    if (first.width && Math.abs(first.top - last.top) < 4 && first.left > last.left) found.push(date[0]);
  }
}
return found;
"""


def test_dates_in_digits_run_forwards_in_all_code(visit: Open) -> None:
    pages = sorted(page.relative_to(SITE).as_posix() for page in SITE.rglob("*.html"))
    pages = [page for page in pages if not page.startswith("runtime/")]
    assert len(pages) > 60
    browser = visit(pages[0])
    resize(browser, DESK)
    backwards = {}
    for page in pages:
        browser = visit(page)
        if found := browser.execute_script(BACKWARDS):
            backwards[page] = found
    assert backwards == {}
