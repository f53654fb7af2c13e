"""Date axes with Solar Hijri ticks, drawn: python benchmarks/axis.py [-o docs/images/solar-axis.svg].

One made-up series in three views: two years in Persian, with Gregorian months above; five weeks
around Nowruz in Sorani; twenty-six years in English.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout's own package, installed or not

import matplotlib as mpl  # noqa: E402
import numpy as np  # noqa: E402

from shamsi.matplotlib import solar_axis  # noqa: E402

VIEWS = (("fa", "2023-12-10", "2025-10-20"), ("ckb", "2025-03-08", "2025-04-12"), ("en", "1999-06-01", "2025-10-20"))


def temperature(days: Any) -> Any:
    """Return a temperature for each day: the seasons, a slow rise, and some weather."""
    number = days.astype(int)
    weather = 3 * np.sin(number / 3.1) + 2 * np.sin(number / 1.7 + np.sin(number / 5.3))
    return 17 - 12 * np.cos((number - 20) / 365.2422 * 2 * np.pi) + number / 9000 + weather


def gregorian_months(axes: Any) -> None:
    """Show the Gregorian months above, for comparison."""
    from matplotlib import dates as annotated_in_part

    dates: Any = annotated_in_part
    above = axes.secondary_xaxis("top")
    locator = dates.AutoDateLocator(minticks=4, maxticks=8)
    above.xaxis.set_major_locator(locator)
    above.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator))
    above.tick_params(colors="0.5")


def main() -> None:
    """Draw the three views."""
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0] if __doc__ else "")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "docs" / "images" / "solar-axis.svg")
    output = parser.parse_args().output
    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "shamsi"  # the same figures give the same file
    from matplotlib import pyplot as plt

    figure, panels = plt.subplots(len(VIEWS), figsize=(8, 6), layout="constrained")
    for axes, (lang, first, last) in zip(panels, VIEWS, strict=True):
        step = max(1, int((np.datetime64(last) - np.datetime64(first)).astype(int)) // 500)
        days = np.arange(first, last, step, dtype="M8[D]")
        axes.plot(days, temperature(days), linewidth=1)
        solar_axis(axes.xaxis, lang=lang)
        axes.set_xlim(days[0], days[-1])
        axes.grid(visible=True, axis="x", alpha=0.3)
        axes.set_title(f"lang={lang!r}", loc="left", fontsize="small", fontfamily="monospace")
    gregorian_months(panels[0])
    panels[1].set_ylabel("°C")
    output.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(output, metadata={"Date": None})
    print(f"{output}: {output.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
