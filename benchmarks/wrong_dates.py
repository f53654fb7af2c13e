"""Texts of wrong dates: `check.py` times them, and `answers.py` compares what two commits answer about them."""

import datetime as dt
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from shamsi.calendar import intervals
from shamsi.lang.language import load

if TYPE_CHECKING:
    from tests.text.wrong_pairs import FRAMES, LAYOUTS, SAYS, Style, style_of, wrong_pair
else:  # by its place: some installed packages bring a package `tests`, which would be found first
    sys.path.append(str(Path(__file__).resolve().parent.parent / "tests" / "text"))
    from wrong_pairs import FRAMES, LAYOUTS, SAYS, Style, style_of, wrong_pair

FIRST = dt.date(1951, 3, 1)
STEP = 89  # days from one pair to the next: other days, months, years and slips
OFF = (1, 2, 9, 10, 30, 31, 365, 730, 3653, 36525, -1, -5, -31, -366, 17, 121)
SOLAR = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
WESTERN = "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر".split()
ARAB = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
WEEKDAYS = "دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه".split()
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
SEED = 1405


def days(number: int) -> list[tuple[dt.date, dt.date]]:
    """Pairs of two days that differ, no pair like another."""
    found = [FIRST + dt.timedelta(days=STEP * k) for k in range(number)]
    return [(day, day + dt.timedelta(days=OFF[k % len(OFF)])) for k, day in enumerate(found)]


def solar(day: dt.date) -> str:
    """A Solar day in Persian, without digits of its own."""
    year, month, number = intervals.fields("persian", day)
    return f"{number} {SOLAR[month - 1]} {year}"


def western(day: dt.date, months: list[str]) -> str:
    """A Gregorian day."""
    return f"{day.day} {months[day.month - 1]} {day.year}"


def brackets(number: int) -> str:
    """Persian sentences with a pair in brackets each, in one line."""
    rows = [f"{solar(a)} ({western(b, WESTERN)})" for a, b in days(number)]
    return " ".join(f"دور تازهٔ گفتگو در {row} آغاز شد و ادامه یافت." for row in rows).translate(PERSIAN)


def bare_brackets(number: int) -> str:
    """Arabic pairs in brackets, one after the other with nothing between them."""
    return " ".join(f"{solar(a)} ({western(b, ARAB)})" for a, b in days(number))


def chain(number: int) -> str:
    """Numeric pairs that are joined to one chain."""
    rows = [(intervals.fields("persian", a), b) for a, b in days(number)]
    return " / ".join(f"{y}/{m:02}/{d:02} = {b}" for (y, m, d), b in rows)


def weekdays(number: int) -> str:
    """Days with a wrong weekday."""
    rows = [f"{WEEKDAYS[(b.weekday() + 1 + k % 6) % 7]} {solar(b)}" for k, (_, b) in enumerate(days(number))]
    return "".join(f"نمایشگاه {row} باز بود.\n" for row in rows).translate(PERSIAN)


def impossible(number: int) -> str:
    """Days that do not exist."""
    rows = [(intervals.fields("persian", day)[0], 7 + k % 5) for k, (day, _) in enumerate(days(number))]
    return "".join(f"انبار تا ۳۱ {SOLAR[m - 1]} {y} بسته ماند.\n" for y, m in rows).translate(PERSIAN)


class Row(NamedTuple):
    """A text of 200 faults to time, the code of its findings, and how many there are."""

    name: str
    text: Callable[[int], str]
    code: str


ROWS = (
    Row("pairs in brackets, sentences", brackets, "pair-mismatch"),
    Row("pairs in brackets, bare", bare_brackets, "pair-mismatch"),
    Row("pairs in a chain", chain, "pair-mismatch"),
    Row("wrong weekdays", weekdays, "weekday-conflict"),
    Row("impossible days", impossible, "impossible-date"),
)


def texts(number: int = 2000) -> Iterator[str]:
    """Texts of different wrong dates in every language, each of another kind than the one before."""
    dice = random.Random(SEED)
    kinds = (_pair, _pair, _pairs, _chained, _weekday, _nonsense, _reversed, _mixed)
    langs = list(SAYS)
    for k in range(number):
        yield kinds[k // len(langs) % len(kinds)](langs[k % len(langs)], dice)


def _pair(lang: str, dice: random.Random) -> str:
    """A wrong pair, in any frame and layout."""
    return wrong_pair(lang, dice).text


def _pairs(lang: str, dice: random.Random) -> str:
    """Some wrong pairs with sentences, lines or nothing between them."""
    joint = dice.choice((" ", "\n", " / ", "؛ "))
    if dice.random() < 0.5:
        return joint.join(wrong_pair(lang, dice).text for _ in range(dice.randrange(2, 9)))
    return joint.join(_bare(lang, dice) for _ in range(dice.randrange(2, 12)))


def _chained(lang: str, dice: random.Random) -> str:
    """A chain of dates, in a sentence or by itself."""
    calendars = ["persian", "gregorian", "islamic"][: dice.choice((2, 2, 3))]
    styles = [style_of(lang, one, dice.choice(_whole(lang)), dice) for one in calendars]
    joints = dice.choices((" = ", " / ", " - ", " (", ") ", "، "), k=12)
    pieces: list[str] = []
    for k in range(dice.randrange(2, 10)):
        day = _day(dice)
        pieces += (styles[k % len(styles)].text(day, day), joints[k])
    chain = "".join(pieces[:-1])
    return chain if dice.random() < 0.3 else SAYS[lang][1].format(pair=chain)


def _weekday(lang: str, dice: random.Random) -> str:
    """Days with a weekday that is often wrong, alone or beside the other calendar."""
    out = []
    for _ in range(dice.randrange(1, 5)):
        calendar, day = dice.choice(("persian", "gregorian", "islamic")), _day(dice)
        plain = style_of(lang, calendar, dice.choice([one for one in _whole(lang) if "{W}" not in one]), dice)
        names = load(lang).tables.weekdays
        said = f"{names[dice.randrange(7)][0]} {plain.text(day, day)}"
        if dice.random() < 0.3:
            other = style_of(lang, "gregorian" if calendar != "gregorian" else "persian", _whole(lang)[0], dice)
            near = day + dt.timedelta(days=dice.choice((0, 0, 1, 9)))
            said = f"{said} ({other.text(near, near)})"
        out.append(SAYS[lang][1].format(pair=said))
    return dice.choice((" ", "\n")).join(out)


def _nonsense(lang: str, dice: random.Random) -> str:
    """Days after the end of their month."""
    out = []
    for _ in range(dice.randrange(1, 5)):
        calendar = dice.choice(("persian", "gregorian", "islamic"))
        style = style_of(lang, calendar, dice.choice(_whole(lang)), dice)
        day = _day(dice)
        number = intervals.fields(calendar, day)[2]
        said = style.text(day, day)
        for shown in (str(number), f"{number:02}"):
            for digits in ("0123456789", style.digits):
                table = str.maketrans("0123456789", digits)
                wrong = str(dice.choice((30, 31, 31, 32)))
                said = said.replace(shown.translate(table), wrong.translate(table), 1) if number > 12 else said
        out.append(SAYS[lang][dice.randrange(2)].format(pair=said, other=said))
    return dice.choice((" ", "\n", " / ")).join(out)


def _reversed(lang: str, dice: random.Random) -> str:
    """Ranges that often end before they start."""
    out = []
    runs = [one for one in LAYOUTS[lang] if "{d2}" in one] or ["{d} {m} {y}"]
    for _ in range(dice.randrange(1, 4)):
        style, first = style_of(lang, dice.choice(("persian", "gregorian")), dice.choice(runs), dice), _day(dice)
        last = first + dt.timedelta(days=dice.choice((-40, -9, -3, 4, 20)))
        said = style.text(first, last)
        if not style.is_run:
            said = f"{said} تا {style.text(last, last)}" if lang != "ar" else f"من {said} إلى {style.text(last, last)}"
        out.append(SAYS[lang][1].format(pair=said))
    return " ".join(out)


def _mixed(lang: str, dice: random.Random) -> str:
    """Faults of several kinds in one text, of which the language may change."""
    kinds = (_pair, _pairs, _chained, _weekday, _nonsense, _reversed)
    langs = [lang] * 5 + [dice.choice(list(SAYS))]
    return dice.choice((" ", "\n", "\n\n")).join(dice.choice(kinds)(dice.choice(langs), dice) for _ in range(4))


def _bare(lang: str, dice: random.Random) -> str:
    """A pair that differs, without a sentence."""
    left, right = dice.sample(("persian", "gregorian", "islamic"), 2)
    styles: list[Style] = [style_of(lang, one, dice.choice(_whole(lang)), dice) for one in (left, right)]
    day = _day(dice)
    other = day + dt.timedelta(days=dice.choice(OFF))
    return dice.choice(FRAMES[lang]).format(a=styles[0].text(day, day), b=styles[1].text(other, other))


def _whole(lang: str) -> list[str]:
    """The layouts of single days with a year."""
    return [one for one in LAYOUTS[lang] if "{d2}" not in one and "{y}" in one and ("{d" in one or "{o}" in one)]


def _day(dice: random.Random) -> dt.date:
    return dt.date(1890, 1, 1) + dt.timedelta(days=dice.randrange(49_000))
