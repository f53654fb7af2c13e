"""A browser that writes down what it asks for and what it complains of."""

import json
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

PHONE, DESK = 390, 1280


def chromium() -> Iterator[Any]:
    """Give Debian's Chromium without a window, then end it; the tests are skipped by name where it is not here."""
    selenium = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (program and driver):
        pytest.skip("chromium and chromium-driver are not installed")
    options = selenium.ChromeOptions()
    options.binary_location = program
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    options.set_capability("unhandledPromptBehavior", "ignore")
    made = selenium.Chrome(options=options, service=selenium.ChromeService(driver))
    yield made
    made.quit()


def asked_for(browser: Any) -> list[str]:
    """Every address that the browser asked for since the last call."""
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    return [one["params"]["request"]["url"] for one in events if one["method"] == "Network.requestWillBeSent"]


def complaints(browser: Any) -> list[str]:
    """What stands on the console since the last call."""
    return [entry["message"] for entry in browser.get_log("browser")]


def dialog(browser: Any) -> bool:
    """Whether a page put a dialog up."""
    from selenium.common.exceptions import NoAlertPresentException

    try:
        browser.switch_to.alert.dismiss()
    except NoAlertPresentException:
        return False
    return True


def resize(browser: Any, width: int, height: int = 900) -> None:
    """Make the window that of a phone or a desk."""
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
