"""What other packages answer beside ours, as tables: python benchmarks/peers.py [--write].

The packages are those of the dependency group `peers`, in the versions that it pins, and khayyam of the group `native`.
With --write the tables go into the pages that mark a place for them, and none of the packages may be missing.
The new years of 1 to 3000 take convertdate most of a minute; the rest is quick.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout's own package, installed or not

from benchmarks.others import packages, questions, texts, years  # noqa: E402
from benchmarks.pages import Table, publish  # noqa: E402

ROWS: dict[str, tuple[Sequence[str], Sequence[str], Callable[[str], list[object]]]] = {
    "peers.packages": (
        ("package", "version", "licence", "asks for", "ships types"),
        tuple(packages.PINNED),
        packages.package_row,
    ),
    "peers.nowruz": (("1 Farvardin of", *years.PERIODS), years.CALENDARS, years.nowruz_row),
    "peers.years": (("package", f"years 1178–{years.LAST_LISTED}"), years.CALENDARS, years.years_row),
}
COLUMNS: dict[str, tuple[Sequence[str], Sequence[str], Callable[[str], list[str]]]] = {
    "peers.answers": (tuple(questions.ASKED), questions.PACKAGES, questions.answers),
    "peers.reading": (tuple(map(texts.isolated, texts.DATES)), texts.READERS, texts.readings),
    "peers.finding": (tuple(map(texts.isolated, texts.SENTENCES)), texts.FINDERS, texts.findings),
}


def tables() -> list[Table]:
    """Every table of this script: those with a row a package, then those with a column a package."""
    made = [
        Table(name, head, [row(each) for each in compared], numbers=name == "peers.nowruz")
        for name, (head, compared, row) in ROWS.items()
    ]
    for name, (first, compared, column) in COLUMNS.items():
        cells = zip(first, *map(column, compared), strict=True)
        made.append(Table(name, ("question", *compared), list(cells), numbers=False))
    return made


def main() -> int:
    """Print the tables; nothing is printed of a part of the packages."""
    if missing := [f"{name} {at}" for name, (at, _) in packages.PINNED.items() if not packages.pinned(name)]:
        raise SystemExit(f"not installed: {', '.join(missing)}; uv run --group peers --with khayyam==3.0.17 has them")
    return publish(tables())


if __name__ == "__main__":
    raise SystemExit(main())
