"""What `check` says of raw news, to be read by hand: python benchmarks/alarms.py [--write] [--show].

The texts are `eval/text/*.jsonl` in `../shared`, or in the folder that SHAMSI_SHARED names; they are not part of this
repository. A table counts what was looked at and the findings by code; --show prints each finding with the words
around it, to judge whether the text is really wrong; --write puts the table on the page that marks a place for it.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout's own package, installed or not

from benchmarks.pages import Table, publish  # noqa: E402

from shamsi.text.check import Examination, examine  # noqa: E402
from shamsi.text.compare.codes import CODES  # noqa: E402
from shamsi.text.resolve.reading import reading_of  # noqa: E402

TEXTS = Path(os.environ.get("SHAMSI_SHARED") or ROOT.parent / "shared") / "eval" / "text"
AROUND = 60
# Judged by hand, each finding in its sentence: how many say something wrong of a text that is right.
FALSE: dict[str, int] = {}


def examined() -> Iterator[tuple[str, str, Examination]]:
    """Each text with its name and all that `check` knows of it."""
    for path in sorted(TEXTS.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line)
            yield record["id"], record["text"], examine(reading_of(record["text"]))


def alarms(show: bool = False) -> list[Table]:  # noqa: FBT001, FBT002 - the script's own option
    """The table of findings by code; with `show` they are printed first."""
    counts, looked = Counter[str](), Counter[str]()
    for name, text, examination in examined():
        looked += Counter(texts=1, dates=len(examination.mentions), pairs=len(examination.pairs))
        for finding in examination.findings:
            counts[finding.code] += 1
            if show:
                start, end = finding.start, finding.end
                around = f"{text[max(0, start - AROUND) : start]}⟦{text[start:end]}⟧{text[end : end + AROUND]}"
                print(f"{name}: {finding.code}: {finding.detail}\n    {' '.join(around.split())}")
    rows = [[code, counts[code], counts[code] - FALSE.get(code, 0)] for code in CODES]
    whole = counts.total()
    rows.append(["all", whole, whole - sum(FALSE.values())])
    seen = [["texts", looked["texts"]], ["dates", looked["dates"]], ["pairs", looked["pairs"]]]
    return [
        Table("alarms.seen", ("looked at", "number"), [[what, f"{number:,}"] for what, number in seen]),
        Table("alarms.findings", ("code", "findings", "really wrong"), rows),
    ]


def main() -> int:
    """Print the tables."""
    if not TEXTS.is_dir():
        print(f"{TEXTS} is not here: SHAMSI_SHARED names the folder of the shared material")
        return 1
    return publish(alarms("--show" in sys.argv[1:]))


if __name__ == "__main__":
    raise SystemExit(main())
