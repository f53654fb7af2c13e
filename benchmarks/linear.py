"""Whether reading stays linear on hostile text: python benchmarks/linear.py [--largest 1048576] [--only NAME …].

Each generator repeats what the reader looks for, or trips over, to a size in UTF-8 bytes. Sizes double; twice the text
may take 2.6 times the CPU seconds and no more. Every time is the best of several calls, small texts read more often,
with the collector off.
"""

import argparse
import datetime as dt
import gc
import platform
import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout's own package, installed or not

import shamsi  # noqa: E402
from shamsi.lang.language import LANGUAGES  # noqa: E402
from shamsi.lang.lexicon import lexicon  # noqa: E402

BAR = 2.6  # linear is 2; the rest is for what grows with a list, and for noise
SMALLEST, LARGEST = 1 << 17, 1 << 20  # bytes
ENOUGH = 0.05  # seconds that a text is read for at least, all calls together
CALLS = 3
ROUNDS = 3  # a row over the bar is timed again, and the best times count: a busy machine is not the reader's doing
SEED = 1404
SOUP_WORDS = 4000  # of the mixed soups, which then repeat

VERBS: dict[str, Callable[[str], object]] = {
    "find": shamsi.find,
    "check": shamsi.check,
    "relative": partial(shamsi.find, reference=dt.date(2025, 12, 15)),
}

UNITS = {
    "digits": "7",
    "digits, Persian and Arabic": "۱۴٠٤",
    "years": "1404 ",
    "slashes": "/",
    "dashes and slashes between digits": "1-1/1-1/1.1.",
    "numeric dates without blanks": "1404/05/18/",
    "blanks": " ",
    "newlines": "\n",
    "blank lines with digits": "5\n \n",
    "month names": "مرداد ",
    "shy month names": "مهر دی تیر بهمن ",
    "month names without blanks": "مرداد",
    "half-dates": "۱۸ مرداد ",
    "dates without years, joined": "۱۸ مرداد و ",
    "ordinals": "بیست و نهم ",
    "number words": "هزار و سیصد و ",
    "number words, Arabic": "ألف وتسعمائة و",
    "words for year": "سال ",
    "year after year": "سال ۹۵ - ",
    "opening brackets": "(",
    "closing brackets": ")",
    "dates in opening brackets": "(18 مرداد 1404 ",
    "combining marks": "مُ\u0651\u064b\u0670\u0655",
    "tatweel": "م\u0640\u0640\u0640",
    "tatweel by itself": "\u0640 ",
    "bidi controls": "\u200f\u202b5\u202c\u2067",
    "presentation forms": "\ufee3\ufeae\ufea9\ufe8d\ufea9",
    "a form of eighteen letters": "\ufdfa",
    "ZWNJ": "\u200c",
    "ZWNJ between digits": "1\u200c",
    "ranges in ranges": "از ۱ تا ۲ تا ",
    "ranges of ranges": "من 1 إلى 2 مرداد إلى ",
    "lists": "۱۸ و ۱۹، ",
    "months in a list": "مهر، آبان و ",
    "era marks": "ه‍.ش ",
    "era marks with years": "۱۴۰۴ ش/",
    "weekdays": "شنبه یکشنبه ",
    "weekday and a comma": "شنبه، ",
    "prefixes": "و",
    "prefixed month": "ووومرداد",
    "decades": "دهه ۶۰ و ",
    "seasons": "بهار ۹۲ ",
    "deictics": "سال گذشته ",
    "pairs": "18 مرداد 1404 (18 أغسطس 2025) ",
    "chain of pairs": "1404/05/18 = 2025-08-09 / ",
    "impossible dates": "۳۱ مهر ۱۴۰۴ ",
    "Latin": "a",
    "English months": "May ",
    "English months with days": "May 5, ",
    "English months with points": "Sept. ",
    "days before English months": "5 May 5 May ",
    "English lists of days": "May 1, 2, 3, ",
    "English ranges": "from May 5 to ",
    "English years": "in 2020 to 2021, ",
    "English words": "of the in and to ",
    "centuries, English": "19th and 20th century ",
    "decades, English": "the 1990s and ",
    "eras, English": "500 AD ",
    "decomposed Latin letters": "a\u0304",
    "typographic apostrophes": "it\u2019s ",
    "lone surrogates": "\udc80",
}
PIECES = [*'0123456789۰۵٠٥/-–.:,،؛()[]«»"= \n\t\u0640\u200c\u200d\u200f', *(unit.strip() for unit in UNITS.values())]


def repeated(unit: str, size: int) -> str:
    """A text of a unit over and over, as near to a size in bytes as whole units come."""
    return unit * max(1, size // len(unit.encode(errors="surrogatepass")))


def soup(size: int, words: list[str], between: str) -> str:
    """A text of random words, the same for all sizes."""
    chosen = random.Random(SEED)
    return repeated("".join(chosen.choice(words) + chosen.choice(between) for _ in range(SOUP_WORDS)), size)


def generators() -> dict[str, Callable[[int], str]]:
    """Texts by name and size."""
    forms = lexicon(LANGUAGES).forms(
        "MONTH weekday ordinal era era_mark year_word season century decade_word decade quarter half"
        " month_word month_lead day_word date_word year_word_beside link modifier deictic relative"
        " range between and preposition of day_in_words"
    )

    def of(unit: str) -> Callable[[int], str]:
        return lambda size: repeated(unit, size)

    return {name: of(unit) for name, unit in UNITS.items()} | {
        "soup": lambda size: soup(size, PIECES + forms, "  \n"),
        "soup, one long line": lambda size: soup(size, PIECES[:10] + forms, " "),
        "soup without blanks": lambda size: soup(size, PIECES + forms, "\u200c-/"),
        "one date at the end": lambda size: "م" * (size // 2 - 20) + " 18 مرداد 1404",
        "one line without blanks": lambda size: "18مرداد1404و" * (size // 20),
    }


def seconds(verb: Callable[[str], object], text: str) -> float:
    """The least CPU time of several calls."""
    best, spent, calls = float("inf"), 0.0, 0
    while calls < CALLS or spent < ENOUGH:
        gc.collect()
        begin = time.process_time()
        verb(text)
        taken = time.process_time() - begin
        best, spent, calls = min(best, taken), spent + taken, calls + 1
    return best


def sizes(largest: int) -> Iterator[int]:
    """Sizes that double, up to the largest."""
    size = min(SMALLEST, largest // 2)
    while size <= largest:
        yield size
        size *= 2


def row(verb: Callable[[str], object], make: Callable[[int], str], largest: int) -> tuple[list[float], float]:
    """The seconds at each size, and how much the worst doubling cost."""
    texts = [make(size) for size in sizes(largest)]
    times = [float("inf")] * len(texts)
    worst = 0.0
    for _ in range(ROUNDS):
        times = [min(before, seconds(verb, text)) for before, text in zip(times, texts, strict=True)]
        worst = max(after / before for before, after in pairwise(times))
        if worst < BAR:
            break
    return times, worst


def arguments() -> argparse.Namespace:
    """What to run, and up to which size."""
    parser = argparse.ArgumentParser(
        description="CPU time of shamsi.find, check, and find with a reference on hostile text, by doubled size."
    )
    parser.add_argument("--largest", type=int, default=LARGEST, metavar="BYTES", help="default: 1048576")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="generators to run; default: all")
    parser.add_argument("--verb", choices=VERBS, action="append", dest="verbs", help="default: all")
    options = parser.parse_args()
    if options.largest < 1024:
        parser.error("--largest must be at least 1024")
    unknown = sorted(set(options.only or ()) - generators().keys())
    if unknown:
        parser.error(f"no generator is called {unknown[0]!r}; there are {', '.join(generators())}")
    return options


def main() -> int:
    """Print the table and the bars; 1 when one falls short."""
    options = arguments()
    print(f"{platform.python_implementation()} {platform.python_version()}, shamsi {shamsi.__version__}")
    columns = "  ".join(f"{size / 1024:6.0f}K" for size in sizes(options.largest))
    makers = {name: make for name, make in generators().items() if not options.only or name in options.only}
    bars: list[tuple[str, float]] = []
    gc.disable()
    for verb in options.verbs or VERBS:
        call = VERBS[verb]
        call(soup(4096, PIECES, " "))  # the first call compiles the lexicon
        print(f"\nmilliseconds of {verb:22} {columns}   doubled")
        for name, make in makers.items():
            times, worst = row(call, make, options.largest)
            print(f"{name:38}", "  ".join(f"{1000 * t:7.1f}" for t in times), f"{worst:9.2f}", flush=True)
            bars.append((f"linear-{verb}-{name.replace(',', '').replace(' ', '-')}", worst))
    print()
    for name, worst in bars:
        print(f"bar {name} {worst:.2f} {BAR} {'ok' if worst < BAR else 'short'}")
    return 0 if all(worst < BAR for _, worst in bars) else 1


if __name__ == "__main__":
    raise SystemExit(main())
