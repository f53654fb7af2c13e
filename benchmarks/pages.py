"""Tables that a script prints and a page holds between two marks: printed, compared, written anew.

A page marks the place of a table by `<!-- table NAME -->` before it and `<!-- end -->` after it, each on a line of its
own with an empty line towards the table. NAME begins with the script: `peers.nowruz` is of benchmarks/peers.py.
Pages are README.md and those of docs/; a table may be on several of them.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
_HELD = re.compile(r"(?<=^<!-- table )([\w.-]+)( -->\n)(.*?)(?=^<!-- end -->$)", re.MULTILINE | re.DOTALL)


class Table(NamedTuple):
    """A table under the name that pages know it by; the first column is text, the others stand to the right."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[object]]
    numbers: bool = True

    def lines(self) -> Iterator[str]:
        """Markdown, a line a row."""
        yield line(self.head)
        yield "|---" + ("|--:" if self.numbers else "|---") * (len(self.head) - 1) + "|"
        yield from map(line, self.rows)


def line(cells: Iterable[object]) -> str:
    """A row of a table in Markdown."""
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"


def cells(row: str) -> list[str]:
    """The cells of a row of a table in Markdown."""
    return row.removeprefix("| ").removesuffix(" |").split(" | ")


def places() -> list[Path]:
    """Every page."""
    pages = ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))
    return [page for page in pages if page.exists()]


def held() -> dict[str, list[str]]:
    """The lines of every table that a page holds, by name; its places must hold the same."""
    found: dict[str, str] = {}
    for page in places():
        for name, _, body in _HELD.findall(page.read_text("utf-8")):
            if found.setdefault(name, body) != body:
                place = page.relative_to(ROOT)
                raise SystemExit(f"{place}: table {name} differs from another page; run --write")
    return {name: body.split("\n")[1:-2] for name, body in found.items()}


def write(tables: Iterable[Table]) -> None:
    """Put each table in its place on whichever page marks one; a table without a place is an error."""
    new = {table.name: "\n".join(["", *table.lines(), "", ""]) for table in tables}
    marked = {name for page in places() for name, _, _ in _HELD.findall(page.read_text("utf-8"))}
    if missing := new.keys() - marked:
        raise SystemExit(f"no page has a place for {', '.join(sorted(missing))}")
    for page in places():
        text = page.read_text("utf-8")
        filled = _HELD.sub(lambda found: found[1] + found[2] + new.get(found[1], found[3]), text)
        if filled != text:
            page.write_text(filled, "utf-8")
            print(f"written: {page.relative_to(ROOT)}", file=sys.stderr)


def publish(tables: Sequence[Table]) -> int:
    """Print the tables, and write them into the pages too when the command says --write."""
    for table in tables:
        print(f"{table.name}\n", *table.lines(), "", sep="\n")
    if "--write" in sys.argv[1:]:
        write(tables)
    return 0
