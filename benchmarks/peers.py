"""What other packages answer beside ours, as tables: python benchmarks/peers.py [--write].

The packages are those of the dependency group `peers`, in the versions that it pins, and khayyam of the group `native`.
With --write the tables go into the pages that mark a place for them, and none of the packages may be missing.
The new years of 1 to 3000 take convertdate most of a minute; the rest is quick.
"""

import datetime as dt
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, metadata, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout's own package, installed or not

import shamsi  # noqa: E402
from benchmarks.pages import Table, publish  # noqa: E402

# the versions that pyproject.toml pins, with the module of each
PINNED = {
    "jdatetime": ("6.1.1", "jdatetime"),
    "persiantools": ("6.2.0", "persiantools.jdatetime"),
    "convertdate": ("2.5.1", "convertdate.persian"),
    "jalali-pandas": ("1.0.0", "jalali_pandas"),
    "dateparser": ("1.5.0", "dateparser"),
    "parstdex": ("1.3.1", "parstdex"),
    "khayyam": ("3.0.17", "khayyam"),
}
CALENDARS = ("jdatetime", "persiantools", "convertdate", "jalali-pandas", "khayyam")
PERIODS = {
    "1–1177": range(1, 1178),
    "1178–1205": range(1178, 1206),
    "1206–1498": range(1206, 1499),
    "1499–1502": range(1499, 1503),
    "1503–3000": range(1503, 3001),
}
LAST_LISTED = 1800
BASE = dt.datetime(2025, 11, 8)  # for the relative words that dateparser reads

Ask = Callable[[], object]


def pinned(name: str) -> bool:
    """Whether the package is installed in the version that the pages speak of."""
    try:
        return version(name) == PINNED[name][0]
    except PackageNotFoundError:
        return False


def module(name: str) -> Any:
    """The package's module."""
    return import_module(PINNED[name][1])


# What they are


def package_row(name: str) -> list[object]:
    """Name, version, licence, what it asks for, and whether it ships types, by its own metadata."""
    said = metadata(name)
    needs = [re.match(r"[\w.-]+", need) for need in said.get_all("Requires-Dist") or () if ";" not in need]
    asked = ", ".join(sorted(need[0] for need in needs if need)) or "nothing"
    return [name, said["Version"], licence(said), asked, "yes" if typed(name) else "no"]


def licence(said: Any) -> str:
    """The licence expression, or what the field and the classifiers say before there was one."""
    if expression := said.get("License-Expression"):
        return str(expression)
    field = (said.get("License") or "").strip().partition("\n")[0].strip()
    classes = [text.rpartition(" :: ")[2] for text in said.get_all("Classifier") or () if text.startswith("License ::")]
    return "; ".join([field] * (field not in ("", "UNKNOWN")) + classes)


def typed(name: str) -> bool:
    """Whether type checkers are told to read the package's annotations."""
    spec = find_spec(PINNED[name][1].partition(".")[0])
    return any((Path(place) / "py.typed").exists() for place in (spec and spec.submodule_search_locations) or ())


# The new year


def new_year(name: str) -> Callable[[int], dt.date]:
    """How the package gives the Gregorian day of 1 Farvardin."""
    if name == "jdatetime":
        kind = module(name).date
        return lambda year: dt.date.fromordinal(kind(year, 1, 1).togregorian().toordinal())
    if name == "persiantools":
        kind = module(name).JalaliDate
        return lambda year: dt.date.fromordinal(kind(year, 1, 1).to_gregorian().toordinal())
    if name == "convertdate":
        convert = module(name).to_gregorian
        return lambda year: dt.date(*convert(year, 1, 1))
    if name == "khayyam":
        kind = module(name).JalaliDate
        return lambda year: dt.date.fromordinal(kind(year, 1, 1).todate().toordinal())
    kind = module(name).JalaliTimestamp
    return lambda year: dt.date.fromordinal(kind(year, 1, 1).to_gregorian().toordinal())


def disagreements(name: str, years: Iterable[int]) -> tuple[list[int], list[int]]:
    """The years whose new year is another day than ours, and those for which the package has no answer."""
    ask, other, silent = new_year(name), [], []
    for year in years:
        try:
            answer = ask(year)
        except (ValueError, OverflowError):
            silent.append(year)
        else:
            if answer != shamsi.Date(year, 1, 1).gregorian:
                other.append(year)
    return other, silent


def nowruz_row(name: str) -> list[object]:
    """How many new years of each period are another day than ours; in brackets, for how many there is no answer."""
    cells: list[object] = [f"{name} {version(name)}"]
    for years in PERIODS.values():
        other, silent = disagreements(name, years)
        cells.append(f"{len(other)} ({len(silent)} without an answer)" if silent else len(other))
    return cells


def years_row(name: str) -> list[object]:
    """Which years from 1178 on these are, to LAST_LISTED."""
    other, _ = disagreements(name, range(1178, LAST_LISTED + 1))
    return [f"{name} {version(name)}", ", ".join(map(str, other)) or "none"]


# Questions to the calendars

QUESTIONS = (
    "20 March 2025",
    "1 Farvardin 1503",
    "30 Esfand 1404",
    "month 13",
    "year 0",
    "`datetime.date.max`",
    "in an f-string",
    "31 Farvardin 1403, a month on",
    "1 Farvardin 1403, to the month's end",
    "equals `datetime.date`",
    "then of equal hash",
    "ISO text of 999-05-06",
    "reads «2025-10-27»",
)
Date: Any = shamsi.Date  # wrong arguments are asked about, too


def questions(name: str) -> dict[str, Ask]:
    """Each question as the package can be asked it; one that has no such thing leaves it out."""
    day = dt.date(2025, 3, 20)
    if name == "shamsi":
        return {
            "20 March 2025": lambda: Date.from_gregorian(day),
            "1 Farvardin 1503": lambda: Date(1503, 1, 1).gregorian,
            "30 Esfand 1404": lambda: Date(1404, 12, 30),
            "month 13": lambda: Date(1403, 13, 1),
            "year 0": lambda: Date(0, 1, 1),
            "`datetime.date.max`": lambda: Date.from_gregorian(dt.date.max),
            "in an f-string": lambda: f"{Date(1403, 1, 1)}",
            "31 Farvardin 1403, a month on": lambda: Date(1403, 1, 31).add(months=1),
            "1 Farvardin 1403, to the month's end": lambda: Date(1403, 1, 1).end_of("month"),
            "equals `datetime.date`": lambda: Date(1403, 1, 1) == dt.date(2024, 3, 20),
            "then of equal hash": lambda: hash(Date(1403, 1, 1)) == hash(dt.date(2024, 3, 20)),
            "ISO text of 999-05-06": lambda: Date(999, 5, 6).isoformat(),
            "reads «2025-10-27»": lambda: Date.fromisoformat("2025-10-27"),
        }
    if name == "convertdate":
        convert = module(name)
        return {
            "20 March 2025": lambda: convert.from_gregorian(2025, 3, 20),
            "1 Farvardin 1503": lambda: convert.to_gregorian(1503, 1, 1),
            "30 Esfand 1404": lambda: convert.to_gregorian(1404, 12, 30),
            "month 13": lambda: convert.to_gregorian(1403, 13, 1),
            "year 0": lambda: convert.to_gregorian(0, 1, 1),
            "`datetime.date.max`": lambda: convert.from_gregorian(9999, 12, 31),
        }
    kind = {"jdatetime": "date", "persiantools": "JalaliDate", "jalali-pandas": "JalaliTimestamp"}[name]
    make = getattr(module(name), kind)
    return object_questions(name, make, day)


def object_questions(name: str, make: Any, day: dt.date) -> dict[str, Ask]:
    """The questions to a package whose dates are objects."""
    pandas = import_module("pandas")
    enter = {
        "jdatetime": lambda each: make.fromgregorian(date=each),
        "persiantools": make,
        "jalali-pandas": lambda each: make.from_gregorian(pandas.Timestamp(each)),
    }[name]
    leave = "togregorian" if name == "jdatetime" else "to_gregorian"
    read: Callable[[str], object] = (
        (lambda text: make.strptime(text, "%Y-%m-%d")) if name == "jalali-pandas" else make.fromisoformat
    )
    twin = pandas.Timestamp(2024, 3, 20) if name == "jalali-pandas" else dt.date(2024, 3, 20)
    asked: dict[str, Ask] = {
        "20 March 2025": lambda: enter(day),
        "1 Farvardin 1503": getattr(make(1503, 1, 1), leave),
        "30 Esfand 1404": lambda: make(1404, 12, 30),
        "month 13": lambda: make(1403, 13, 1),
        "year 0": lambda: make(0, 1, 1),
        "`datetime.date.max`": lambda: enter(dt.date.max),
        "in an f-string": lambda: f"{make(1403, 1, 1)}",
        "equals `datetime.date`": lambda: make(1403, 1, 1) == twin,
        "then of equal hash": lambda: hash(make(1403, 1, 1)) == hash(twin),
        "ISO text of 999-05-06": lambda: make(999, 5, 6).isoformat(),
        "reads «2025-10-27»": lambda: read("2025-10-27"),
    }
    if name == "jalali-pandas":
        month_end = module(name).JalaliMonthEnd()
        asked["1 Farvardin 1403, to the month's end"] = lambda: make(1403, 1, 1) + month_end
        del asked["equals `datetime.date`"], asked["then of equal hash"]
    return asked


def told(ask: Ask) -> str:
    """The answer as Python writes it, or the name of the error."""
    try:
        return f"`{ask()!r}`"
    except Exception as error:
        return type(error).__name__


def answers(name: str) -> list[str]:
    """What the package answers to each question; a dash where it has no such thing."""
    asked = questions(name)
    return [told(asked[question]) if question in asked else "–" for question in QUESTIONS]


# Text that holds one date

DATES = (
    "۵ آبان ۱۴۰۴",
    "5 آبان 1404",
    "۱ فروردين ۱۴۰۴",
    "پنجم آبان ۱۴۰۴",
    "۱۴۰۴/۸/۵",
    "۳۱ مهر ۱۴۰۴",
    "۳۰ اسفند ۱۴۰۴",
    "یکم حمل ۱۴۰۴",
)


def reader(name: str) -> Callable[[str], object]:
    """How the package reads the text of one date, as an ISO text in this calendar or the Gregorian one."""
    if name == "shamsi":
        return lambda text: shamsi.Date.parse(text).gregorian.isoformat()
    if name == "dateparser":
        calendar: Any = import_module("dateparser.calendars.jalali").JalaliCalendar

        def read(text: str) -> str:
            data = calendar(text).get_date()  # of a month it takes today's day
            return str(data.date_obj.date()) if data.period == "day" else f"a {data.period}"

        return read
    if name == "jdatetime":
        kind: Any = module(name).date
        return lambda text: kind.strptime(text, pattern(text)).togregorian().isoformat()
    kind = module(name).JalaliDate
    return lambda text: kind.strptime(text, pattern(text), locale="fa").to_gregorian().isoformat()


def pattern(text: str) -> str:
    """The pattern that fits the text, for those who want one."""
    return "%Y/%m/%d" if "/" in text else "%d %B %Y"


def readings(name: str) -> list[str]:
    """What the package makes of each text."""
    read = reader(name)
    return [told(lambda text=text: read(text)).replace("'", "") for text in DATES]  # type: ignore[misc]


# Text with dates in it

SENTENCES = {
    "جلسه از ۵ تا ۷ آبان ۱۴۰۴ برگزار شد": "fa",
    "دوشنبه ۵ آبان ۱۴۰۴ (۲۷ اکتبر ۲۰۲۵)": "fa",
    "در اواخر دهه هفتاد": "fa",
    "۳۱ مهر ۱۴۰۴": "fa",
    "خبرگزاری مهر در ۳۳ سال": "fa",
    "تیر به هدف خورد": "fa",
    "عُقد الاجتماع في 5 آبان 1404": "ar",
    "خلال المدة من 18 إلى 20 أغسطس 2025": "ar",
}
FINDERS = ("shamsi", "dateparser", "parstdex")


def finder(name: str) -> Callable[[str, str], list[str]]:
    """How the package finds the dates of a text in a language, each as text and value."""
    if name == "shamsi":
        return lambda text, _: [f"{m.text} = {m.problem or interval(m)}" for m in shamsi.find(text)]
    if name == "dateparser":
        search = import_module("dateparser.search").search_dates
        return lambda text, lang: [
            f"{found} = {value:%Y-%m-%d}"
            for found, value in search(text, languages=[lang], settings={"RELATIVE_BASE": BASE}) or ()
        ]
    model = module(name).Parstdex()
    return lambda text, _: list(model.extract_marker(text)["date"].values())


def interval(mention: shamsi.Mention) -> str:
    """The Gregorian days of a mention."""
    bounds = dict.fromkeys((str(mention.earliest), str(mention.latest)))
    return "/".join(bounds)


def findings(name: str) -> list[str]:
    """What the package finds in each sentence; a dash where nothing."""
    find = finder(name)
    return ["<br>".join(find(text, lang)) or "–" for text, lang in SENTENCES.items()]


ROWS: dict[str, tuple[Sequence[str], Sequence[str], Callable[[str], list[object]]]] = {
    "peers.packages": (("package", "version", "licence", "asks for", "ships types"), tuple(PINNED), package_row),
    "peers.nowruz": (("1 Farvardin of", *PERIODS), CALENDARS, nowruz_row),
    "peers.years": (("package", f"years 1178–{LAST_LISTED}"), CALENDARS, years_row),
}
COLUMNS: dict[str, tuple[Sequence[str], Sequence[str], Callable[[str], list[str]]]] = {
    "peers.answers": (QUESTIONS, ("shamsi", *CALENDARS[:4]), answers),
    "peers.reading": (DATES, ("shamsi", "jdatetime", "persiantools", "dateparser"), readings),
    "peers.finding": (tuple(SENTENCES), ("shamsi", "dateparser", "parstdex"), findings),
}


def tables() -> list[Table]:
    """Every table of this script: those with a row a package, then those with a column a package."""
    made = [
        Table(name, head, [row(each) for each in packages], numbers=name == "peers.nowruz")
        for name, (head, packages, row) in ROWS.items()
    ]
    for name, (first, packages, column) in COLUMNS.items():
        cells = zip(first, *map(column, packages), strict=True)
        made.append(Table(name, ("", *packages), list(cells), numbers=False))
    return made


def main() -> int:
    """Print the tables; nothing is printed of a part of the packages."""
    if missing := [f"{name} {at}" for name, (at, _) in PINNED.items() if not pinned(name)]:
        raise SystemExit(f"not installed: {', '.join(missing)}; uv run --group peers --group native … has them")
    return publish(tables())


if __name__ == "__main__":
    raise SystemExit(main())
