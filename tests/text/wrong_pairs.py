"""Generate wrong pairs of dates in six languages, and check each suggested repair.

It is also a command: `python -m tests.text.wrong_pairs 10000` checks 10000 pairs per language.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import shamsi
from shamsi.calendar import intervals
from shamsi.lang.fold import fold_form
from shamsi.lang.language import load
from shamsi.text.resolve.mention import Mention
from shamsi.text.rewrite.wording import in_words

DIGITS = {"latn": "0123456789", "arabext": "۰۱۲۳۴۵۶۷۸۹", "arab": "٠١٢٣٤٥٦٧٨٩"}
SAYS = {  # sentences of each language, with a right date and the pair
    "fa": ("نخستین نشست در {other} برگزار شده بود.", "این نشست در {pair} با حضور همه برگزار شد."),
    "prs": ("این قرارداد در {other} امضا شد و ولسوال گفت.", "نشست ولسوالی به تاریخ {pair} برگزار شد."),
    "ps": ("دا غونډه په {other} کې شوې وه.", "په کابل کې دا ناسته د {pair} نېټه وشوه او ټول یې وستایل."),
    "ckb": ("یەکەم کۆبوونەوە لە {other} بوو.", "کۆبوونەوەکە لە {pair} لە هەولێر بەڕێوەچوو."),
    "ar": ("كان اللقاء الأول في {other} هناك.", "وكان ذلك في {pair} في طهران كما قال."),
    "en": (
        "The first meeting was held on {other} there.",
        "The second meeting took place on {pair} and all of them were there.",
    ),
}
FRAMES = {
    "fa": (
        "{a} ({b})",
        "{a} برابر با {b}",
        "{a} مصادف با {b}",
        "{a} / {b}",
        "{a} = {b}",
        "{a} [{b}]",
        "{a} (مطابق با {b})",
    ),
    "prs": ("{a} ({b})", "{a} برابر با {b}", "{a} مطابق {b}", "{a} / {b}"),
    "ps": ("{a} ({b})", "{a} مطابق له {b}", "{a} = {b}"),
    "ckb": ("{a} ({b})", "{a} بەرامبەر بە {b}", "{a} = {b}"),
    "ar": ("{a} ({b})", "{a} الموافق {b}", "{a} الموافق لـ{b}", "{a} / {b}", "{a} = {b}", "{a} المصادف {b}"),
    "en": ("{a} ({b})", "{a}, corresponding to {b}", "{a} / {b}", "{a} = {b}", "{a} [{b}]"),
}
NUMERIC = ("{y}/{mm}/{dd}", "{y}/{k}/{d}", "{y}-{mm}-{dd}", "{y}.{mm}.{dd}", "{d}/{k}/{y}", "{dd}/{mm}/{y}")
LAYOUTS = {
    "fa": (
        *("{d} {m} {y}", "{dd} {m} {y}", "{d} {m}‌ماه {y}", "{d} {m}ماه سال {y}", "{o} {m} {y}", "{o} {m} ماه سال {y}"),
        *("{n} {m} {y}", "{d} {m}", "{o} {m}", "{m} {y}", "سال {y}", "{d} تا {d2} {m} {y}", "{d} {m} تا {d2} {m2} {y}"),
        *("{d} و {d2} {m} {y}", "{d} {m} {yy}", "{m} {d}, {y}", "{W} {d} {m} {y}", "{d} {m} {y} {E}", *NUMERIC),
    ),
    "prs": (
        *(
            "{d} {m} {y}",
            "{d} {m} سال {y}",
            "{o} {m} {y}",
            "{m} {y}",
            "{d} {m}",
            "{d} تا {d2} {m} {y}",
            "{W} {d} {m} {y}",
        ),
        *("{d} {m} {y} {E}", "سال {y}", *NUMERIC),
    ),
    "ps": (
        *("{y} کال د {m} {d}مه", "{m} {d}مه {y}", "{d} {m} {y}", "{y} کال د {m} په {d}مه"),
        *("{m} {d}مه", "{m} {y}", "{d} {m} {y} {E}", "{W} د {y} کال د {m} {d}مه", *NUMERIC),
    ),
    "ckb": (
        *("{d}ی {m}ی {y}", "{d} {m} {y}", "{d}ی {m}", "{m}ی {y}", "{d}ی {m}ی {y}ی {E}", "{d} تا {d2}ی {m}ی {y}"),
        *("{W} {d}ی {m}ی {y}", *NUMERIC),
    ),
    "ar": (
        *("{d} {m} {y}", "{dd} {m} {y}", "{d} من {m} {y}", "{d} {m} عام {y}", "{o} من {m} {y}", "{d} {m}", "{m} {y}"),
        *("عام {y}", "{d} إلى {d2} {m} {y}", "{d} و{d2} {m} {y}", "{d} {m} إلى {d2} {m2} {y}", "{d} {m} {y} {E}"),
        *("{W} {d} {m} {y}", "يوم {W} {d} {m} {y}", "{m} {d}, {y}", *NUMERIC),
    ),
    "en": (
        *("{d} {m} {y}", "{dd} {m} {y}", "{m} {d}, {y}", "{m} {d} {y}", "{d} {m}", "{m} {d}", "{m} {y}"),
        *("{d}–{d2} {m} {y}", "{m} {d}–{d2}, {y}", "{d} {m} – {d2} {m2} {y}", "{W}, {m} {d}, {y}", "{W}, {d} {m} {y}"),
        *("{d} {m} {y} {E}", "{m} {d}, {y} {E}", "the year {y} {E}", "{y}/{mm}/{dd}", "{y}-{mm}-{dd}"),
    ),
}
ERAS: dict[str, dict[str, tuple[str, ...]]] = {
    "fa": {"persian": ("خورشیدی", "ه.ش"), "gregorian": ("میلادی", "م"), "islamic": ("قمری", "ه.ق")},
    "prs": {"persian": ("هجری شمسی", "ه.ش"), "gregorian": ("میلادی", "م"), "islamic": ("هجری قمری",)},
    "ps": {"persian": ("لمریز",), "gregorian": ("میلادي",), "islamic": ("سپوږمیز",)},
    "ckb": {"persian": ("هەتاوی",), "gregorian": ("زایینی",), "islamic": ("کۆچی مانگی",)},
    "ar": {"persian": ("هجري شمسي", "هـ.ش"), "gregorian": ("ميلادي", "م"), "islamic": ("هجري قمري", "هـ")},
    "en": {"persian": ("SH", "AP"), "gregorian": ("AD", "CE"), "islamic": ("AH",)},
}
PAIRED = {"persian": ("gregorian", "gregorian", "islamic"), "gregorian": ("persian", "persian", "islamic")}


class Style(NamedTuple):
    """The style of one side."""

    lang: str
    calendar: str
    layout: str
    months: tuple[str, ...]
    era: str
    digits: str

    def text(self, first: dt.date, last: dt.date) -> str:
        """Write a day or a run of days as a side."""
        (y, m, d), (y2, m2, d2) = intervals.fields(self.calendar, first), intervals.fields(self.calendar, last)
        data = load(self.lang).tables
        values = {"d": d, "dd": f"{d:02}", "d2": d2, "k": m, "mm": f"{m:02}", "y": y2, "yy": f"{y % 100:02}"}
        words = {"m": self.months[m - 1], "m2": self.months[m2 - 1], "E": self.era, "o": data.ordinals[d - 1][0]}
        if "{n}" in self.layout:
            words["n"] = in_words("n", self.lang, d)
        words["W"] = data.weekdays[first.weekday()][0]
        printed = {
            key: str(value).translate(str.maketrans(DIGITS["latn"], self.digits)) for key, value in values.items()
        }
        return self.layout.format(**printed, **words)

    @property
    def is_run(self) -> bool:
        """Whether it has two days."""
        return "{d2}" in self.layout

    def is_ambiguous(self, day: dt.date) -> bool:
        """Whether this day does not show the style: no padding, or a month's name in two lists."""
        _, month, number = intervals.fields(self.calendar, day)
        if "{m}" not in self.layout:
            return month > 9 and number > 9
        tables = [t.names for t in load(self.lang).tables.months if t.calendar == self.calendar]
        names = [fold_form(form) for table in tables for form in table[month - 1]]
        return names.count(fold_form(self.months[month - 1])) > 1


class Wrong(NamedTuple):
    """A text with a wrong pair, and the styles of its sides."""

    text: str
    styles: tuple[Style, Style]
    days: tuple[tuple[dt.date, dt.date], tuple[dt.date, dt.date]]


def style_of(lang: str, calendar: str, layout: str, dice: random.Random) -> Style:
    tables = [t for t in load(lang).tables.months if t.calendar == calendar and t.printed_as is None]
    months = tuple(row[0] for row in dice.choice(tables).names)
    era = dice.choice(ERAS[lang][calendar])
    if calendar == "islamic" and "{E}" not in layout:
        layout += " {E}"
        layout = layout.replace("ی{y}", "{y}")
    return Style(
        lang, calendar, layout, months, era, DIGITS[load(lang).opening.digits if dice.random() < 0.7 else "latn"]
    )


def _grain(layout: str) -> tuple[bool, bool, bool]:
    fields = layout.replace("{dd}", "{d}").replace("{o}", "{d}").replace("{n}", "{d}").replace("{yy}", "{y}")
    return (
        "{d}" in fields,
        "{y}" in fields,
        "{d2}" in fields or ("{m}" not in fields and "{k}" not in fields and "{mm}" not in fields),
    )


def wrong_pair(lang: str, dice: random.Random) -> Wrong:
    """Generate a text with two dates that it states as one, but that differ."""
    layout = dice.choice(LAYOUTS[lang])
    mates = [mate for mate in LAYOUTS[lang] if _grain(mate) == _grain(layout)]
    left = dice.choice(list(PAIRED))
    right = dice.choice(PAIRED[left])
    if not _grain(layout)[1] or not _grain(layout)[0]:
        right = "gregorian" if left == "persian" else "persian"
    styles: tuple[Style, Style] = (style_of(lang, left, layout, dice), style_of(lang, right, dice.choice(mates), dice))
    if dice.random() < 0.5:
        styles = styles[1], styles[0]
    first = dt.date(1935, 1, 1) + dt.timedelta(days=dice.randrange(33_000))
    span = dt.timedelta(days=dice.randrange(1, 9) if styles[0].is_run else 0)
    off = dice.choice((-365, -31, -30, -10, -9, 3, 9, 10, 30, 31, 365, 3652, dice.randrange(3, 400)))
    if not _grain(layout)[0]:
        off *= 30
    moved = first + dt.timedelta(days=off)
    days = ((first, first + span), (moved, moved + span))
    pair = dice.choice(FRAMES[lang]).format(a=styles[0].text(*days[0]), b=styles[1].text(*days[1]))
    before, sentence = SAYS[lang]
    other = style_of(lang, dice.choice(("persian", "gregorian")), LAYOUTS[lang][0], dice)
    opening = before.format(other=other.text(first, first)) + " " if dice.random() < 0.5 else ""
    return Wrong(opening + sentence.format(pair=pair), styles, days)


def faults(wrong: Wrong, tally: Counter[str]) -> Iterator[str]:
    """Yield everything that is wrong with the repairs of a text."""
    text = wrong.text
    findings = [finding for finding in shamsi.check(text) if finding.code == "pair-mismatch"]
    if len(findings) != 1 or len(shamsi.check(text)) != 1:
        tally["not one finding"] += 1  # the dates agree, have two faults, or are not read
        return
    (finding,) = findings
    tally["judged"] += 1
    tally[f"{len(finding.suggestions)} suggestions"] += 1
    for repair in finding.suggestions:
        tally["suggestions"] += 1
        mended = text[: repair.start] + repair.replacement + text[repair.end :]
        said = f"{text} → {repair.replacement}"
        if left := shamsi.check(mended):
            yield f"{said}: {left[0].code} {left[0].detail}"
        elif [p.verdict for p in shamsi.pairs(mended)] != [
            p.verdict.replace("mismatch", "agree") for p in shamsi.pairs(text)
        ]:
            verdicts = [p.verdict for p in shamsi.pairs(mended)]
            if "agree" not in verdicts and "overlap" not in verdicts:
                yield f"{said}: no pair any more"
        if trouble := _others(text, mended, repair, finding.spans):
            yield f"{said}: {trouble}"
        yield from _unlike(wrong, finding.spans, repair, said)


def _others(text: str, mended: str, repair: shamsi.Suggestion, spans: tuple[Mention, ...]) -> str | None:
    """Whether a repair changed another date, or the kind of its own date."""
    before, after = shamsi.find(text), shamsi.find(mended)
    if len(before) != len(after):
        return f"{len(before)} dates, then {len(after)}"
    for old, new in zip(before, after, strict=True):
        if repair.start <= old.start < repair.end:
            if (old.calendar, old.kind) != (new.calendar, new.kind):
                return f"{old.calendar} {old.kind}, then {new.calendar} {new.kind}"
        elif (old.text, old.calendar, old.native, old.earliest) != (new.text, new.calendar, new.native, new.earliest):
            return f"{old.text} {old.native} {old.earliest}, then {new.text} {new.native} {new.earliest}"
    return None


def _unlike(wrong: Wrong, spans: tuple[Mention, ...], repair: shamsi.Suggestion, said: str) -> Iterator[str]:
    """Yield where a repair differs from its side as it would have been without the error."""
    at = next(k for k, span in enumerate(spans) if repair.start <= span.start < repair.end)
    style, days = wrong.styles[at], wrong.days[1 - at]
    if (
        style.is_run
        or not _grain(style.layout)[0]
        or "{y" not in style.layout
        or any("{yy}" in s.layout for s in wrong.styles)
    ):
        return
    wanted = style.text(*days)
    if "islamic" in {span.calendar for span in spans}:
        return  # a lunar day may differ by one; in Arabic 12/05/1384 may be lunar
    if repair.replacement not in wanted and not style.is_ambiguous(wrong.days[at][0]):
        yield f"{said}: wanted {wanted}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int, nargs="?", default=1000)
    parser.add_argument("--show", type=int, default=5)
    parser.add_argument("--lang", action="append")
    args = parser.parse_args()
    for lang in args.lang or SAYS:
        dice, tally, wrongs = random.Random(f"{lang} 1"), Counter[str](), list[str]()
        while tally["judged"] < args.number:
            wrong = wrong_pair(lang, dice)
            found = list(faults(wrong, tally))
            wrongs += found[:1]
        print(f"{lang}: {dict(tally)}, {len(wrongs)} faults")
        for fault in wrongs[: args.show]:
            print("   ", fault)


if __name__ == "__main__":
    main()
