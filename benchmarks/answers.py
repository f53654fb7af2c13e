"""Whether two commits answer alike: python benchmarks/answers.py [--save FILE | --against FILE] [--only CORPUS …].

Every verb reads every text of some corpora; a digest a verb and corpus is printed. `--save FILE` writes the
answers, a line each; `--against FILE` compares with such a file and prints each answer that differs.
"""

import argparse
import contextlib
import datetime as dt
import hashlib
import io
import json
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import Any, TextIO

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout's own package, installed or not

from benchmarks import wrong_dates  # noqa: E402

import shamsi  # noqa: E402
from shamsi.cli.main import main as command  # noqa: E402

SHARED = Path(os.environ.get("SHAMSI_SHARED") or ROOT.parent / "shared")
CORPORA = {
    "news.fa": "eval/text/news.fa.jsonl",
    "news.ar": "eval/text/news.ar.jsonl",
    "dev": "eval/dev.jsonl",
    "probes": "eval/probes.jsonl",
    "cases": "eval/cases.jsonl",
    "alarms": "eval/alarms.jsonl",
}
EXAMPLES = "examples"
WRONG = "wrong"  # 2,000 texts of wrong dates, generated
REFERENCE = dt.date(2025, 12, 15)
SIDES = ("persian", "gregorian", "islamic")
# What names the pattern and the classes of an explanation: told apart, as names may be changed alone.
NAMES = ("pattern", "letter", "kind")
COMMANDS: dict[str, tuple[str, ...]] = {
    "command-find": ("find",),
    "command-auto": ("find", "--reference", "auto"),
    "command-explain": ("find", "--explain"),
    "command-check": ("check",),
}


def plain(value: object) -> Any:
    """A value with all its fields, as JSON can hold it."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value if value is None or isinstance(value, (str, int, float)) else str(value)


def unnamed(row: dict[str, Any]) -> dict[str, Any]:
    """An explanation without the names of its pattern and of its tokens' classes."""
    tokens = [{key: value for key, value in token.items() if key not in NAMES} for token in row["tokens"]]
    return {key: value for key, value in row.items() if key not in NAMES} | {"tokens": tokens}


def explained(text: str) -> list[dict[str, Any]]:
    """What `explain` says but for the names, in all three ways to ask."""
    options: tuple[dict[str, Any], ...] = ({}, {"relative": True}, {"reference": REFERENCE})
    return [unnamed(row) for given in options for row in plain(shamsi.explain(text, **given))]


def named(text: str) -> list[Any]:
    """The names that `explain` gives patterns and classes."""
    rows = plain(shamsi.explain(text, relative=True))
    return [[[one.get(key) for key in NAMES] for one in (row, *row["tokens"])] for row in rows]


def parsed(parse: Callable[[str], object], text: str) -> list[str]:
    """What a parser makes of a text, if it is short, and of each of its dates: the value, or the error."""
    found = shamsi.find(text, relative=True)
    pieces = [text] * (len(text) < 400)
    for mention in found:
        pieces += [mention.text, text[slice(*mention.extent)]]
    return [answer(parse, piece) for piece in dict.fromkeys(pieces)]


def answer(parse: Callable[[str], object], text: str) -> str:
    """A value or an error, in words."""
    try:
        return repr(parse(text))
    except ValueError as error:
        return f"{type(error).__name__}: {error}"


def said_by(ask: Callable[[str], Any], text: str) -> str:
    """The answer of a verb in one line; a fault of the verb's own is one, too, so that it is told once it changes."""
    try:
        said = ask(text)
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
    return json.dumps(said, ensure_ascii=False)


def found(text: str, **options: Any) -> Any:
    """All fields of all mentions."""
    return plain(shamsi.find(text, **options))


VERBS: dict[str, Callable[[str], Any]] = {
    "find": found,
    "find-relative": partial(found, relative=True),
    "find-reference": partial(found, reference=REFERENCE),
    "find-auto": partial(found, reference="auto"),
    "pairs": lambda text: plain(shamsi.pairs(text)),
    "check": lambda text: plain(shamsi.check(text, reference=REFERENCE)),
    "explain": explained,
    "explain-names": named,
    "annotate": lambda text: [
        shamsi.annotate(text, to=to, style=style, reference=REFERENCE)
        for to in ("gregorian", "persian")
        for style in ("brackets", "instead", "html")
    ],
    "fix": lambda text: [shamsi.fix(text, side) for side in SIDES],
    "redact": lambda text: [shamsi.redact(text, keep=keep) for keep in ("nothing", "year", "month")],
    "date": partial(parsed, shamsi.Date.parse),
    "period": partial(parsed, shamsi.Period.parse),
}


def texts(corpus: str) -> list[str]:
    """The texts of a corpus, in order."""
    if corpus == WRONG:
        return list(wrong_dates.texts())
    if corpus == EXAMPLES:
        return [path.read_text("utf-8") for path in sorted((ROOT / "docs" / "examples").iterdir())]
    with (SHARED / CORPORA[corpus]).open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def commanded(arguments: Sequence[str], rows: Sequence[str]) -> list[list[Any]]:
    """The JSON that the command prints of some texts, text by text."""
    out = io.StringIO()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "texts.jsonl")
        path.write_text("".join(f"{json.dumps({'text': text})}\n" for text in rows), "utf-8")
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            command([arguments[0], "--no-config", *arguments[1:], "--format", "json", str(path)])
    said: list[list[Any]] = [[] for _ in rows]
    for line in out.getvalue().splitlines():
        row = json.loads(line)
        del row["path"]
        said[int(row["id"]) - 1].append(unnamed(row) if "--explain" in arguments else row)
    return said


def answers(corpora: Sequence[str]) -> Iterator[tuple[str, str, int, str]]:
    """Corpus, verb, number of the text, and the answer in one line."""
    for corpus in corpora:
        rows = texts(corpus)
        for verb, ask in VERBS.items():
            for number, text in enumerate(rows, 1):
                yield corpus, verb, number, said_by(ask, text)
        for verb, arguments in COMMANDS.items():
            for number, said in enumerate(commanded(arguments, rows), 1):
                yield corpus, verb, number, json.dumps(said, ensure_ascii=False)


def arguments() -> argparse.Namespace:
    """What to read, and where to write or whom to compare with."""
    parser = argparse.ArgumentParser(description="Digests of all that the verbs answer, and what differs.")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--save", type=Path, metavar="FILE", help="write the answers, a line each")
    where.add_argument("--against", type=Path, metavar="FILE", help="compare with answers that were written")
    known = [*CORPORA, EXAMPLES, WRONG]
    parser.add_argument("--only", nargs="+", choices=known, default=known, metavar="CORPUS", help=", ".join(known))
    return parser.parse_args()


def excerpt(old: str, new: str, around: int = 120) -> tuple[str, str]:
    """Two answers from shortly before where they part."""
    at = next((k for k, (a, b) in enumerate(zip_longest(old, new)) if a != b), 0)
    start = max(0, at - around)
    return old[start : at + around], new[start : at + around]


def run(corpora: Sequence[str], kept: dict[str, str] | None, file: TextIO | None) -> int:
    """Print a digest a verb and corpus, and what differs; the number of answers that differ."""
    digests: dict[str, Any] = defaultdict(hashlib.sha256)
    differing: dict[str, int] = defaultdict(int)
    for corpus, verb, number, said in answers(corpora):
        row, key = f"{corpus} {verb}", f"{corpus} {verb} {number}"
        digests[row].update(f"{number} {said}\n".encode())
        if file:
            file.write(f"{key}\t{said}\n")
        if kept is not None and kept.get(key) != said:
            differing[row] += 1
            if verb != "explain-names":  # counted, not shown: one word in a name is told by any of them
                old, new = excerpt(kept.get(key, ""), said)
                print(f"{key}\n  - {old}\n  + {new}")
    for row, digest in digests.items():
        note = f"  {differing[row]} differ" if differing[row] else ""
        print(f"{row:28} {digest.hexdigest()[:16]}{note}")
    return sum(count for row, count in differing.items() if not row.endswith("explain-names"))


def main() -> int:
    """Print the digests; 1 where answers differ."""
    options = arguments()
    if options.save:
        with options.save.open("w", encoding="utf-8", newline="\n") as file:
            return run(options.only, None, file)
    kept: dict[str, str] | None = None
    if options.against:
        with options.against.open(encoding="utf-8", newline="\n") as lines:
            kept = dict(line.rstrip("\n").split("\t", 1) for line in lines)
    return 1 if run(options.only, kept, None) else 0


if __name__ == "__main__":
    raise SystemExit(main())
