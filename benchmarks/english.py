"""Which dates `find` sees in English documentation, and are they dates? python benchmarks/english.py [--show] [--open].

The texts are what 20 packages of the test environment install: their metadata, their `.md`, `.rst` and `.txt` files,
and the docstrings of their modules. Each mention was read in its line by hand. The judgements are in
`judged/english.txt`, one line each: a digest of the package and the words around the mention, and `date` or `false`.
No words of the packages are in this repository. --show prints each mention in its line, --open only those that nobody
has judged yet. The precision is that of the judged mentions.
"""

import ast
import hashlib
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout's own package, installed or not

from shamsi.text.find import find  # noqa: E402

PACKAGES = (
    *("attrs", "charset-normalizer", "click", "cloudpathlib", "django", "docutils", "edtf", "httpcore", "hypothesis"),
    *("nodeenv", "numpy", "orjson", "pydantic", "pytest", "python-dateutil", "rich", "smart-open", "sqlalchemy"),
    *("tqdm", "trio"),
)
JUDGED = Path(__file__).resolve().parent / "judged" / "english.txt"
PROSE = {".md", ".rst", ".txt"}
AROUND = 40
PRECISION, SEEN = 0.98, 0.9  # the least share of dates among the judged, and of judged mentions


class Seen(NamedTuple):
    """A mention in a text of a package, its digest, and the words around it."""

    package: str
    digest: str
    around: str


def texts(package: str) -> Iterator[str]:
    """The English texts that a package installs."""
    yield metadata.distribution(package).read_text("METADATA") or ""
    for file in metadata.files(package) or ():
        path = Path(str(file.locate()))
        if file.suffix in PROSE and path.is_file():
            yield path.read_text("utf-8", "replace")
        elif file.suffix == ".py" and path.is_file():
            yield from docstrings(path.read_text("utf-8", "replace"))


def docstrings(source: str) -> Iterator[str]:
    """The docstrings of a module; none of one that is not of this version of Python."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""


def seen() -> Iterator[Seen]:
    """Every mention in the texts of the packages, each text once."""
    for package in PACKAGES:
        for text in dict.fromkeys(texts(package)):
            for one in find(text):
                before, after = text[max(0, one.start - AROUND) : one.start], text[one.end : one.end + AROUND]
                words = " ".join(f"{before}⟦{one.text}⟧{after}".split())
                digest = hashlib.sha256(f"{package}\0{words}".encode(errors="replace")).hexdigest()[:10]
                yield Seen(package, digest, f"{words}  ({one.calendar} {one.kind} {one.native}, {one.rule})")


def judgements() -> dict[str, str]:
    """The judgements, by the digests of what was judged."""
    rows = JUDGED.read_text("utf-8").splitlines() if JUDGED.is_file() else []
    pairs = (row.partition(" ") for row in rows if row and not row.startswith("#"))
    return {digest: verdict for digest, _, verdict in pairs}


def main() -> int:
    """Print the mentions by package, how many are dates, and the bars."""
    known, counts = judgements(), {package: Counter[str]() for package in PACKAGES}
    for one in seen():
        verdict = known.get(one.digest, "open")
        counts[one.package][verdict] += 1
        if "--show" in sys.argv[1:] or (verdict == "open" and "--open" in sys.argv[1:]):
            print(f"{one.digest} {verdict} {one.package}: {one.around}")
    total = sum(counts.values(), Counter[str]())
    for package, row in [*counts.items(), ("all", total)]:
        print(f"{package}: {row['date']} dates, {row['false']} false, {row['open']} not judged")
    judged = total["date"] + total["false"]
    bars = (
        ("english-precision", total["date"] / (judged or 1), PRECISION),
        ("english-judged", judged / (total.total() or 1), SEEN),
    )
    for name, value, least in bars:
        print(f"bar {name} {value:.3f} {least} {'ok' if value >= least else 'short'}")
    return 0 if all(value >= least for _, value, least in bars) else 1


if __name__ == "__main__":
    raise SystemExit(main())
