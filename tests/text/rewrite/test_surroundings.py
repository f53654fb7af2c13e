"""Surroundings: a repair is read again where it changes the text, as the whole document is read."""

import datetime as dt

import pytest

import shamsi
from shamsi.text.resolve.reading import Reading, read_again
from shamsi.text.rewrite import surroundings

LINE = "ساختمان تازه در {} ({}) گشوده شد. "
FILLER = "باران همه روز بارید و کسی از خانه بیرون نرفت. " * 12  # more than what is looked at around a date


def repairs(text: str, reference: dt.date | None = None) -> list[str]:
    return [one.replacement for finding in shamsi.check(text, reference=reference) for one in finding.suggestions]


def read_by(text: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts that are read again while a text is checked."""
    parts: list[str] = []

    def count(part: str, whole: Reading, *, detect: bool = False) -> Reading:
        parts.append(part)
        return read_again(part, whole, detect=detect)

    with monkeypatch.context() as patch:
        patch.setattr(surroundings, "read_again", count)
        shamsi.check(text)
    return parts


@pytest.mark.parametrize(
    ("row", "findings"),
    [
        ("ساختمان تازه در {d} خرداد {y} ({d} ژوئن {w}) گشوده شد. ", 1),
        ("{d} خرداد {y} ({d} ژوئن {w}) ", 1),
        ("{y}/3/{d} = {w}-08-{d} / ", 1),
        ("نشست شنبه {d} مهر {y} و دوشنبه {d} آبان {y} بود\n", 2),
        ("این کار ۳۱ آذر {y} تمام شد و ", 1),
        ("سند در {d} رجب {l} هـ.ق ({d} ژوئن {w}) و سال ۱۳۲۰ نوشته شد. ", 1),
    ],
)
def test_what_is_read_again_grows_with_the_findings_and_not_with_the_text(
    row: str, findings: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def text(number: int) -> str:
        rows = range(number)
        return "".join(row.format(d=11 + k % 15, y=1330 + k, w=1948 + k, l=1368 + k) for k in rows)

    once, twice = (read_by(text(number), monkeypatch) for number in (40, 80))
    assert len(once) > 25 * findings
    assert sum(map(len, twice)) < 2.2 * sum(map(len, once))
    assert max(map(len, once[5:])) < 2000 > max(map(len, twice[5:]))
    assert sum(map(len, twice)) / len(twice) < 500


def test_a_repair_counts_as_a_vote_of_the_document() -> None:
    """1340 is lunar beside a lunar date of that century, and Solar beside one of 1815."""
    text = "در سال ۱۳۴۰ از فرمان ۵ رجب ۱۳۱۵ هـ.ق (۳ مه ۱۸۱۵) نوشتند."
    assert shamsi.find(text)[0].calendar == "islamic"
    assert repairs(text) == ["۳۰ نوامبر ۱۸۹۷"]
    named = f"{text} نامهٔ دیگر از ۷ رجب ۱۳۲۰ هـ.ق است."
    assert shamsi.find(named)[0].calendar == "islamic"
    assert repairs(named) == ["۲۳ جمادی‌الاول ۱۲۳۰ هـ.ق", "۳۰ نوامبر ۱۸۹۷"]


def test_votes_from_far_away_decide_about_a_repair() -> None:
    """1345 in numbers is Solar, unless the document is about lunar years of that century."""
    text = FILLER + "این نامه در یکشنبه ۱۳۴۶/۰۱/۰۱ رسید."
    assert repairs(text) == ["سه‌شنبه", "۱۳۴۵/۱۲/۲۸"]
    lunar = "".join(f"فرمان {day} رجب ۱۳{day} هـ.ق خوانده شد. " for day in range(10, 25))
    assert repairs(lunar + text) == ["سه‌شنبه"]


@pytest.mark.parametrize(
    ("text", "weekday"),
    [("امروز سه‌شنبه ۹ مهر ۱۴۰۴ است.", "چهارشنبه"), ("وصل أمس الاثنين 26 فبراير 2016 إلى المدينة.", "الجمعة")],
)
def test_a_relative_word_may_change_with_its_weekday(text: str, weekday: str) -> None:
    assert weekday in repairs(text, dt.date(2025, 12, 15))


def test_a_repair_may_not_take_the_language_from_a_text() -> None:
    """Without «چنګاښ» nothing in it is Pashto, and its era and month are other words."""
    text = "۲ چنګاښ ۱۳۸۱ لمریز (۲۰/۱۰/۲۰۰۲)"
    assert repairs(text) == ["23/6/2002".translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))]
    known = f"په کابل کې د دې کال غونډه د {text} نېټه وشوه او ټول یې وستایل."
    assert len(repairs(known)) == 2


def test_a_repair_is_read_in_the_languages_that_were_given() -> None:
    text = "وصل الوفد في 18 مرداد 1404 (18 أغسطس 2025) إلى شيراز."
    (finding,) = shamsi.check(text, languages=["ar"])
    assert [one.replacement for one in finding.suggestions] == ["27 مرداد 1404", "9 أغسطس 2025"]


def test_a_part_is_read_as_the_document_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part without a word of the language, far from its beginning: both repairs are offered."""
    text = f"{FILLER}\n{LINE.format('۱۸ مرداد ۱۴۰۴', '۱۸ اوت ۲۰۲۵')}\n{FILLER}"
    parts = read_by(text, monkeypatch)
    assert repairs(text) == ["۲۷ مرداد ۱۴۰۴", "۹ اوت ۲۰۲۵"]
    assert len(parts) == 2
    assert all(len(part) < 250 for part in parts)
