"""The HTML report of an article, drawn light and dark: python benchmarks/picture.py [-o FOLDER].

It writes report-light.png and report-dark.png into docs/images, as Debian's Chromium shows the page
that `shamsi check --format html` makes of docs/examples/visit.ar.txt. Pillow keeps few colours, so
that the files stay small; `uv run --with pillow` brings it.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "docs" / "examples" / "visit.ar.txt"
BROWSER = (
    "chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--hide-scrollbars --disable-background-networking --disable-component-update --disable-sync"
).split()
SIZE, SCALE, COLOURS = (960, 1240), 1.5, 128
SCHEMES = {"light": 1, "dark": 0}  # Blink's numbers of prefers-color-scheme


def report(page: Path) -> None:
    """Write the report; status 1 means that it has findings."""
    command = [sys.executable, "-m", "shamsi", "check", "--format", "html", "-o", str(page)]
    place = str(ARTICLE.relative_to(ROOT))
    done = subprocess.run([*command, place], cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode != 1:
        raise SystemExit(f"{place}: no finding to draw: {done.stderr}")


def draw(page: Path, scheme: str, picture: Path) -> None:
    """Show the page in the colours of a scheme, and keep what is seen."""
    look = [f"--blink-settings=preferredColorScheme={SCHEMES[scheme]}"]
    look += [f"--force-device-scale-factor={SCALE}", f"--window-size={SIZE[0]},{SIZE[1]}"]
    shot = page.with_suffix(".png")
    command = [*BROWSER, *look, f"--screenshot={shot}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True)
    seen = Image.open(shot).convert("RGB")
    kept = seen.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    kept.save(picture, optimize=True)
    print(f"{picture}: {picture.stat().st_size:,} bytes")


def main() -> None:
    """Draw both pictures."""
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0] if __doc__ else "")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "docs" / "images")
    output = parser.parse_args().output
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        report(page)
        for scheme in SCHEMES:
            draw(page, scheme, output / f"report-{scheme}.png")


if __name__ == "__main__":
    main()
