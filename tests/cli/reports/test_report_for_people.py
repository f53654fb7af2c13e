"""The page as an editor sees it: accessible, printed, on a phone and a desk, in three languages."""

import base64
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from shamsi.cli.main import main
from tests.browsing import DESK, PHONE, resize
from tests.cli.reports.hostile import PAIR

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")  # selenium's own pipes
LANGUAGES = ("en", "fa", "ar")
JOINED = re.compile(r"[0-9۰-۹٠-٩]{4}-[0-9]{2}-[0-9]{2}[0-9۰-۹٠-٩]|[0-9۰-۹٠-٩][0-9]{4}-[0-9]{2}-[0-9]{2}")
TEXTS = (
    f"{PAIR} و در دهه ۱۳۷۰ و ۳۱ مهر ۱۴۰۴.\nدر ۵ رجب ۱۴۴۵ نیز چنین بود.",
    "وقد عُقد في 18 مرداد 1404 (18 أغسطس 2025) اللقاء.\n\nثم سافر الوفد.",
    "The fair opened on Friday, 9 August 2025 (20 Mordad 1404).",
    "باران بارید.",
)


def made(folder: Path, lang: str) -> Path:
    path = folder.parent / f"report-{lang}.html"
    main(["check", "--no-config", "--format", "html", "--lang", lang, "-o", str(path), str(folder)])
    return path


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of forty texts, of which some are skipped or fail."""
    folder = tmp_path_factory.mktemp("desk") / "news"
    folder.mkdir()
    for number in range(38):
        (folder / f"{number:02}.txt").write_text(TEXTS[number % 4], encoding="utf-8")
    (folder / "38.txt").write_bytes(b"%PDF-1.7")
    (folder / "39.pdf").touch()
    return folder


@pytest.fixture(params=["seed", "folder"])
def folder(request: pytest.FixtureRequest, desk: Path, tmp_path: Path) -> Path:
    """The article of the seed, or forty texts."""
    if request.param == "folder":
        return desk
    shared: Callable[[str], Path] = request.getfixturevalue("shared")
    one = tmp_path / "seed"
    one.mkdir()
    (one / "a.txt").write_bytes(shared("seed/mehr-2025-12-15.ar.txt").read_bytes())
    return one


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_accessible_on_a_phone_and_a_desk_in_light_and_dark(folder: Path, lang: str, browser: Any) -> None:
    axe = pytest.importorskip("axe_core_python", reason="axe-core-python is not installed")
    script = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    path = made(folder, lang)
    for width in (PHONE, DESK):
        for scheme in ("light", "dark"):
            resize(browser, width)
            features = [{"name": "prefers-color-scheme", "value": scheme}]
            browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
            browser.get(path.as_uri())
            assert browser.execute_script("return document.documentElement.scrollWidth") <= width
            assert not JOINED.search(browser.execute_script("return document.body.textContent"))
            browser.execute_script(script)
            found = browser.execute_async_script(
                "const done = arguments[arguments.length - 1]; axe.run().then(found => done(found.violations))"
            )
            assert [(one["id"], [node["html"] for node in one["nodes"][:2]]) for one in found] == []


def test_findings_and_dates_lead_to_each_other(desk: Path, browser: Any) -> None:
    browser.get(made(desk, "fa").as_uri())
    resize(browser, DESK)
    for sign in browser.find_elements("css selector", ".text mark a")[:4]:
        target = sign.get_attribute("href").rpartition("#")[2]
        card = browser.find_element("id", target)
        back = card.find_element("css selector", "a.back").get_attribute("href").rpartition("#")[2]
        assert browser.find_element("id", back).tag_name == "mark"
        box = sign.rect
        assert box["width"] >= 24
        assert box["height"] >= 24
    broken = """
    return [...document.querySelectorAll('a')]
      .filter(one => !document.getElementById(one.getAttribute('href').slice(1))).length;
    """
    assert browser.execute_script(broken) == 0


def test_a_card_stands_beside_its_paragraph(desk: Path, browser: Any) -> None:
    browser.get(made(desk, "fa").as_uri())
    resize(browser, DESK)
    rows = browser.find_elements("css selector", ".row")[:6]
    assert rows
    for row in rows:
        paragraph, cards = row.find_element("css selector", "p").rect, row.find_element("css selector", "ol").rect
        assert abs(paragraph["y"] - cards["y"]) < 60
        assert cards["x"] + cards["width"] <= paragraph["x"] or paragraph["x"] + paragraph["width"] <= cards["x"]


def test_it_is_printed_without_what_is_fine(desk: Path, browser: Any) -> None:
    browser.get(made(desk, "fa").as_uri())
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69})
    pages = len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(printed["data"])))
    assert 2 <= pages <= 25
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    shown = browser.execute_script(
        "return [...document.querySelectorAll('details')].filter(one => one.offsetHeight).map(one => one.className)"
    )
    assert shown
    assert set(shown) == {"faulty"}
    split = browser.execute_script(
        "return [...document.querySelectorAll('.findings li, .row')].filter(one => "
        "getComputedStyle(one).breakInside !== 'avoid').length"
    )
    assert split == 0
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
