"""The page in Chromium: of two hundred hostile documents nothing runs, asks for anything or complains."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from shamsi.cli.main import main
from tests.browsing import DESK, PHONE, asked_for, complaints, dialog
from tests.cli.reports.hostile import PAIR, documents

LONG = 10_000_000


def show(browser: Any, path: Path) -> None:
    """Open a page, and hold that it did nothing else."""
    asked_for(browser)
    browser.get(path.as_uri())
    assert [url for url in asked_for(browser) if url != path.as_uri()] == []
    assert complaints(browser) == []
    assert not dialog(browser)
    assert browser.current_url == path.as_uri()


def page(folder: Path) -> Path:
    """The report on all files of a folder."""
    path = folder.parent / "report.html"
    assert main(["check", "--no-config", "--format", "html", "-o", str(path), str(folder)]) == 1
    return path


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # selenium's own pipes
def test_hostile_documents_leave_nothing_active(browser: Any, tmp_path: Path) -> None:
    folder = tmp_path / "hostile"
    folder.mkdir()
    rows = (json.dumps({"text": text}) for text in documents())  # escaped, so that all of it arrives
    (folder / "hostile.jsonl").write_text("\n".join(rows), encoding="utf-8")
    path = page(folder)
    show(browser, path)
    assert len(browser.find_elements("css selector", "details[open]")) == 200
    assert (
        browser.find_elements("css selector", "script, img, iframe, object, form, main input, base, link, a[href*=':']")
        == []
    )
    for one in browser.find_elements("css selector", "summary")[:20]:
        one.click()
    assert complaints(browser) == []


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_tick_leaves_what_is_wrong_or_an_index(browser: Any, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in (("a", PAIR), ("b", "۱۸ مرداد ۱۴۰۴"), ("c", PAIR)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    show(browser, page(folder))

    def shown(selector: str) -> int:
        return sum(one.is_displayed() for one in browser.find_elements("css selector", selector))

    assert (shown("summary"), shown(".document")) == (3, 2)
    browser.find_element("id", "only-wrong").click()
    assert (shown("summary"), shown(".document")) == (2, 2)
    browser.find_element("id", "only-names").click()
    assert (shown("summary"), shown(".document")) == (2, 0)


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_line_of_ten_megabytes_is_shown_around_its_dates(browser: Any, tmp_path: Path) -> None:
    folder = tmp_path / "long"
    folder.mkdir()
    (folder / "a.txt").write_text("<b>واژه " * (LONG // 8) + PAIR + "</b>" * 1000, encoding="utf-8")
    path = page(folder)
    assert path.stat().st_size < 20_000
    show(browser, path)
    assert len(browser.find_elements("css selector", "mark.wrong")) == 3  # one of them in the legend


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nothing_is_wider_than_the_window(width: int, browser: Any, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    text = f"{PAIR} در دهه ۱۳۷۰ و ۵ آبان ۱۴۰۲ {'x' * 500} و ۳۱ مهر ۱۴۰۴"
    (folder / f"{'n' * 100}.txt").write_text(text, encoding="utf-8")
    browser.set_window_size(width, 800)
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500},
    )
    show(browser, page(folder))
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


GAPS = """
return [...document.querySelectorAll('mark small')].map(small => {
  const date = small.closest('mark').firstElementChild.getClientRects(), here = small.getClientRects()[0];
  const near = [...date].filter(box => Math.abs(box.top + box.height / 2 - here.top - here.height / 2) < 12);
  return near.length ? Math.min(...near.map(box => Math.max(here.left - box.right, box.left - here.right))) : null;
});
"""


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("name", ["seed", "latin first", "arabic"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_date_and_its_equivalent_stand_apart(
    name: str, width: int, browser: Any, tmp_path: Path, shared: Callable[[str], Path]
) -> None:
    texts = {
        "latin first": f"Agency: {PAIR}\nAgency 2025-11-08 Tehran\nنشست ۲۰۲۵-۱۱-۰۸ بود",
        "arabic": "في 2025-11-08 كان 5 آبان 1404 (27 أكتوبر 2025) وفي خرداد ١٤٠٤ وفي عام ٢٠٢٥ أيضا",
    }
    folder = tmp_path / "news"
    folder.mkdir()
    text = shared("seed/mehr-2025-12-15.ar.txt").read_text("utf-8") if name == "seed" else texts[name]
    (folder / "a.txt").write_text(text, encoding="utf-8")
    browser.set_window_size(width, 900)
    path = tmp_path / "report.html"
    main(["check", "--no-config", "--format", "html", "-o", str(path), str(folder)])
    show(browser, path)
    browser.execute_script("document.querySelectorAll('details').forEach(one => one.open = true)")
    gaps = browser.execute_script(GAPS)
    assert len(gaps) >= 3
    assert [gap for gap in gaps if gap is not None and gap < 3] == []


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_short_date_stays_on_one_line(browser: Any, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    lines = [f"{'واژه ' * count}{PAIR} بود" for count in range(1, 12)]
    (folder / "a.txt").write_text("\n\n".join(lines), encoding="utf-8")
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": PHONE, "height": 800, "deviceScaleFactor": 1, "mobile": True},
    )
    show(browser, page(folder))
    broken = """
    const marks = [...document.querySelectorAll('.text mark')];
    return marks.map(mark => mark.getClientRects().length).filter(lines => lines > 1).length;
    """
    assert browser.execute_script(broken) == 0
    assert browser.execute_script("return document.documentElement.scrollWidth") <= PHONE


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_no_sign_is_alone_on_a_line(browser: Any, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    dates = "از ۵ تا ۷ آبان ۱۴۰۴ (۵ تا ۷ نوامبر ۲۰۲۵)"
    lines = [f"{'آ' * count} {dates} بود" for count in range(1, 60)]
    (folder / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": PHONE, "height": 800, "deviceScaleFactor": 1, "mobile": True},
    )
    show(browser, page(folder))
    alone = """
    const signs = [...document.querySelectorAll('.text mark a')];
    const middle = box => box.top + box.height / 2;
    return [signs.length, signs.filter(sign => Math.abs(middle(sign.getBoundingClientRect())
      - middle(sign.parentElement.querySelector('small').getBoundingClientRect())) > 12).length];
    """
    assert browser.execute_script(alone) == [2 * len(lines), 0]


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_the_labels_of_the_timeline_are_whole_on_a_phone(browser: Any, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(f"{PAIR} و ۲۵ مرداد ۱۴۰۴", encoding="utf-8")
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 320, "height": 800, "deviceScaleFactor": 1, "mobile": True},
    )
    show(browser, page(folder))
    outside = """
    const clip = getComputedStyle(document.querySelector('svg')).overflow === 'visible'
      ? new DOMRect(0, 0, innerWidth, 1) : document.querySelector('svg').getBoundingClientRect();
    return [...document.querySelectorAll('svg text')].map(text => text.getBoundingClientRect())
      .filter(box => box.left < clip.left || box.right > clip.right).length;
    """
    assert browser.execute_script(outside) == 0
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 320


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_copy_has_one_empty_line_between_paragraphs(browser: Any, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(f"نشست\n{PAIR}\n\nپایان\r\n", encoding="utf-8")
    show(browser, page(folder))
    copy = """
    getSelection().selectAllChildren(document.querySelector('.text'));
    return getSelection().toString();
    """
    first, second, *card, last = browser.execute_script(copy).rstrip("\n").split("\n\n")
    assert (first, last) == ("نشست", "پایان")
    assert "not the same days" in "".join(card)
    assert second.startswith("۱۸ مرداد ۱۴۰۴ [= 2025-08-09]")
