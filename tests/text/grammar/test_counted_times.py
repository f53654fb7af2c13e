"""Counted times of six languages, against plain calendar arithmetic."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import shamsi
from shamsi.lang.language import load
from shamsi.lang.schema import CountedTimes

REFERENCE = dt.date(2025, 11, 5)  # Wednesday, 14 Aban 1404
ENGLISH = str(Path(shamsi.__file__).parent / "lang" / "en.toml")
UNITS = ("day", "week", "month", "year")


class Tongue(NamedTuple):
    """The forms of each unit for 2, for 3 to 10, and for more; and a text for each direction."""

    units: tuple[tuple[str, str, str], ...]
    ago: str
    ahead: str | None
    past: str
    coming: str
    week_begins: int = 6


def alike(*units: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((unit, unit, unit) for unit in units)


TONGUES = {
    "fa": Tongue(
        alike("روز", "هفته", "ماه", "سال"),
        "{n} {u} پیش باران آمد.",
        "{n} {u} دیگر می‌آید.",
        "طی {n} {u} گذشته باران نیامد.",
        "در {n} {u} آینده ساخته می‌شود.",
    ),
    "prs": Tongue(
        alike("روز", "هفته", "ماه", "سال"),
        "{n} {u} قبل باران شد.",
        "{n} {u} دیگر می‌آید.",
        "در {n} {u} اخیر باران نشد.",
        "در {n} {u} آینده آباد می‌شود.",
    ),
    "ar": Tongue(
        (
            ("يومين", "أيام", "يوما"),
            ("أسبوعين", "أسابيع", "أسبوعا"),
            ("شهرين", "أشهر", "شهرا"),
            ("عامين", "أعوام", "عاما"),
        ),
        "وصل قبل {n} {u}.",
        "يصل بعد {n} {u}.",
        "لم ينزل المطر خلال {u} {n} الماضية.",
        "سينزل المطر في {u} {n} المقبلة.",
    ),
    "ps": Tongue(
        alike("ورځې", "اوونۍ", "میاشتې", "کاله"),
        "{n} {u} وړاندې باران وشو.",
        None,
        "په تېرو {n} {u} کې باران ونه شو.",
        "په راتلونکو {n} {u} کې جوړېږي.",
    ),
    "ckb": Tongue(
        alike("ڕۆژ", "هەفتە", "مانگ", "ساڵ"),
        "{n} {u} لەمەوبەر باران باری.",
        "دوای {n} {u} دەگات.",
        "لە {n} {u}ی ڕابردوودا باران نەباری.",
        "لە {n} {u}ی داهاتوودا دروست دەکرێت.",
    ),
    ENGLISH: Tongue(
        alike("days", "weeks", "months", "years"),
        "it rained {n} {u} ago.",
        "it comes {n} {u} from now.",
        "it was dry over the past {n} {u}.",
        "it is built in the next {n} {u}.",
        week_begins=1,
    ),
}  # fmt: skip


def text_of(tongue: Tongue, template: str, unit: int, count: int, number: str) -> str:
    """Return a text that counts units. The Arabic dual has its number in it."""
    form = tongue.units[unit][0 if count == 2 else 1 if count < 11 else 2]
    is_dual = tongue.units[unit][0] != tongue.units[unit][2] and count == 2
    text = template.format(n="" if is_dual else number, u=form)
    return text.replace("  ", " ").replace("ين الماضية", "ين الماضيين").replace("ين المقبلة", "ين المقبلين")


def moved(calendar: str, unit: str, steps: int) -> dt.date:
    """Return the same day some units away, or the last day of a shorter month."""
    if unit in ("day", "week"):
        return REFERENCE + dt.timedelta(days=steps * (1 if unit == "day" else 7))
    months = steps * (1 if unit == "month" else 12)
    if calendar == "persian":
        return shamsi.Date.from_gregorian(REFERENCE).add(months=months, overflow="clamp").gregorian
    total = 12 * REFERENCE.year + REFERENCE.month - 1 + months
    first = dt.date(total // 12, total % 12 + 1, 1)
    return first + dt.timedelta(days=min(REFERENCE.day, 28) - 1)


def around(calendar: str, unit: str, day: dt.date, week_begins: int) -> tuple[dt.date, dt.date]:
    """Return the day, week, month or year that a day is in."""
    if unit == "day":
        return day, day
    if unit == "week":
        first = day - dt.timedelta(days=(day.isoweekday() - week_begins) % 7)
        return first, first + dt.timedelta(days=6)
    if calendar == "persian":
        solar = shamsi.Date.from_gregorian(day)
        if unit == "month":
            return shamsi.Period.month(solar.year, solar.month).gregorian
        return shamsi.Period.year(solar.year).gregorian
    if unit == "year":
        return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
    after = dt.date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return day.replace(day=1), after - dt.timedelta(days=1)


def spelled(code: str) -> Iterator[tuple[int, str]]:
    """Yield the numbers from 2 to 31 in digits, and in words where the language has them."""
    numbers = load(code).tables.numbers
    words: dict[int, str] = {}
    for form, value in numbers.items():
        words.setdefault(value, form)
    for count in range(2, 32):
        yield count, str(count)
        tens, ones = count // 10 * 10, count % 10
        if code == "ar":
            continue  # its numbers have genders
        if count in words and not (code == "ckb" and count == 30):  # which folds like three
            yield count, words[count]
        elif tens in words and ones in words and code != "ps":
            yield count, load(code).opening.compound.format(tens=words[tens], unit=words[ones])


@pytest.mark.parametrize("code", TONGUES)
def test_every_unit_is_counted_back_and_forward(code: str) -> None:
    tongue, calendar = TONGUES[code], load(code).opening.civil_calendar
    wrong: list[object] = []
    for count, number in spelled(code):
        for place, unit in enumerate(UNITS):
            for template, step, is_span in (
                (tongue.ago, -1, False),
                (tongue.ahead, 1, False),
                (tongue.past, -1, True),
                (tongue.coming, 1, True),
            ):
                if template is None:
                    continue
                text = text_of(tongue, template, place, count, number)
                day = moved(calendar, unit, step * count)
                expected = (
                    tuple(sorted((day, REFERENCE))) if is_span else around(calendar, unit, day, tongue.week_begins)
                )
                found = shamsi.find(text, reference=REFERENCE, languages=[code])
                if [(m.kind, m.earliest, m.latest) for m in found] != [("relative", *expected)]:
                    wrong.append((text, expected, [(m.text, m.earliest, m.latest) for m in found]))
    assert not wrong, (len(wrong), wrong[:10])


@pytest.mark.parametrize("code", TONGUES)
def test_every_language_counts(code: str) -> None:
    table = load(code).tables.counted_times
    assert table != CountedTimes()
    assert all((table.day, table.week, table.month, table.year, table.vague, table.halves))
    for name in ("ago", "past", "coming"):
        assert getattr(table, f"{name}_before") + getattr(table, f"{name}_behind"), name


# A text, and the days that are found in it as "first/last" or one day; nothing for silence.
CASES = """
فروش آنلاین از امروز باز است. | 2025-11-05
کلاس‌ها چهار روز پس از امروز باز می‌شود. | 2025-11-09
کلاس‌ها چهار روز دیگر از امروز باز می‌شود. | 2025-11-09
باران بیش از سال گذشته بود. | 2024-03-20/2025-03-20
باران بیش از دو سال پیش بند آمد. |
چهار روز بعد از این ماجرا نامه رسید. |
در نیمه نخست سال جاری میلادی فروخت. | 2025-01-01/2025-06-30
در نیمه نخست سال جاری فروخت. | 2025-03-21/2025-09-22
سافر الوفد يوم أمس الأول إلى عدن. | 2025-11-03
تنمو الشجرة يوما بعد يوم. |
تنمو القرية عاماً بعد عام. |
کارگە ساڵ دوای ساڵ گەورە دەبێت. |
كان آخر يوم في السوق مزدحما. |
كانت آخر أربعة أيام حارة. | 2025-11-01/2025-11-05
بنوا الجسر بعد خمسة أعوام على الفيضان. |
عاد بعد شهرين فقط من سفره. |
نعود بعد خمسة أيام. | 2025-11-10
وضعت خطة لما بعد العامين الأولين. |
قتل قبل أربعة أعوام على يد لص. | 2021-01-01/2021-12-31
يسكن هنا منذ عام ،1987 مع أهله. | 1987-01-01/1987-12-31
يسكن هنا منذ عام، ويعمل نجارا. | 2024-01-01/2024-12-31
وفي اليوم التالي غادر القرية. |
أقيم الحفل في اليوم العالمي للماء. |
من اليوم الذي وصل فيه. |
يبدأ العمل من اليوم. | 2025-11-05
USA Today wrote about the flood. |
نامه را پنج هفته پیش فرستاد. | 2025-09-27/2025-10-03
نامه را بیست و هفت روز پیش فرستاد. | 2025-10-09
این باغ را سه هفته پیش خرید. | 2025-10-11/2025-10-17
بدهی را سه ماه پیش پرداخت. | 2025-07-23/2025-08-22
نامه را یک هفته پیش فرستاد. | 2025-10-25/2025-10-31
نامه را یه ماه پیش فرستاد. | 2025-09-23/2025-10-22
نامه را سه ماه پیش فرستاد. | 2025-07-23/2025-08-22
نامه را شش ماه پیش فرستاد. | 2025-04-21/2025-05-21
نامه را بیست و سه ماه پیش فرستاد. | 2023-11-22/2023-12-21
نامه را ۱۲روز پیش فرستاد. | 2025-10-24
نامه را دو هفته‌ی پیش فرستاد. | 2025-10-18/2025-10-24
نامه را دو هفتهٔ پیش فرستاد. | 2025-10-18/2025-10-24
نامه را نه سال پیش از این فرستاد. | 2016-03-20/2017-03-20
نامه را دو ماه پیش از امروز فرستاد. | 2025-08-23/2025-09-22
یکسال گذشته سخت بود. | 2024-11-04/2025-11-05
شش ماه گذشته سخت بود. | 2025-05-04/2025-11-05
در دو هفته پیش رو برف می‌بارد. | 2025-11-05/2025-11-19
ساعت ۸ روز گذشته زمین لرزید. | 2025-11-04
زمین در ۲۰:۱۵ روز گذشته لرزید. | 2025-11-04
ماده ۴ سال گذشته اصلاح شد. | 2024-03-20/2025-03-20
سه گل هفته گذشته زیبا بود. | 2025-10-25/2025-10-31
نفر سوم سال گذشته باز آمد. | 2024-03-20/2025-03-20
در پلاک ۷، ماه گذشته آتش افتاد. | 2025-09-23/2025-10-22
چندین سال پیش خانه را ساخت. |
یکی دو هفته پیش خانه را دید. |
سه چهار سال پیش خانه را دید. |
۴-۵ سال پیش خانه را دید. |
۲ تا ۳ سال گذشته سخت بود. |
۲.۵ سال پیش خانه را دید. |
دو یا سه هفته پیش خانه را دید. |
بیش از شش سال پیش خانه را دید. |
یک سال و نیم پیش خانه را دید. |
یک سال و نیم گذشته سخت بود. |
سه سال و دو ماه پیش خانه را دید. |
در سال ۹۸ سال گذشته را به یاد آورد. | 2019-03-21/2020-03-19 2024-03-20/2025-03-20
سه شنبه گذشته خانه را دید. | 2025-11-04
چهار شنبه دو هفته پیش خانه را دید. | 2025-10-22
در ۲۴ ساعت گذشته برف بارید. |
۳ تا ۵ روز آینده برف می‌بارد. |
سه سال تا پنج سال پیش خانه را دید. |
تا پنج سال پیش خانه را داشت. | 2020-03-20/2021-03-20
دو، سه سال پیش خانه را دید. |
پنج هفته پیش و دو روز پیش خانه را دید. | 2025-09-27/2025-10-03 2025-11-03
سه شب پیش زمین لرزید. | 2025-11-02
دو ماه مانده به عید برف بارید. |
هزاران سال پیش دریا بود. |
پنج میلیون سال پیش دریا بود. |
ده هزار سال پیش دریا بود. |
۱۲۰۰ سال پیش شهر بود. |
چهار سال پیش از جنگ رفت. |
چهار سال قبل از جنگ رفت. |
برای دو سال پیش‌بینی کردند. |
برای ماه پیش‌بینی کردند. |
چهار سال بعد برگشت. |
چهار سال زندان کشید. |
کودک چهار ساله خندید. |
هزار تومان پیش از حراج گران بود. |
فیلم «چهار روز پیش» اکران شد. |
این را روزنامه فردا نوشت. |
غادر المدينة قبل تسعة أيام. | 2025-10-27
غادر المدينة قبل خمسة وعشرين يوما. | 2025-10-11
غادر المدينة قبل أحد عشر شهرا. | 2024-12-01/2024-12-31
غادر المدينة قبل عشرين سنة. | 2005-01-01/2005-12-31
غادر المدينة قبل شهر. | 2025-10-01/2025-10-31
غادر المدينة قبل عام واحد. | 2024-01-01/2024-12-31
غادر المدينة قبل نحو أسبوعين. | 2025-10-18/2025-10-24
غادر المدينة قبل شهرين من الآن. | 2025-09-01/2025-09-30
غادر المدينة منذ سبعة أشهر. | 2025-04-01/2025-04-30
يعود إلى المدينة بعد أسبوع. | 2025-11-08/2025-11-14
نزل المطر في اليومين الماضيين. | 2025-11-03/2025-11-05
نزل المطر خلال الأسابيع الأربعة الأخيرة. | 2025-10-08/2025-11-05
يبنى في السنوات العشر القادمة. | 2025-11-05/2035-11-05
غادر المدينة قبل عدة أيام. |
غادر المدينة قبل بضعة أشهر. |
غادر المدينة قبل عامين ونصف. |
غادر المدينة منذ سنة ونصف. |
غادر المدينة قبل أكثر من ستة أعوام. |
غادر المدينة قبل شهرين من الحرب. |
عاد بعد يومين من الغياب. |
عاد بعد ثلاثة أيام متتالية من العمل. |
غادر المدينة قبل عام وشهرين. |
غاب في آخر ثلاثة أيام من المهرجان. |
غاب في آخر ثلاثة أشهر. | 2025-08-05/2025-11-05
غادر المدينة قبل سنوات. |
دام الحصار لمدة ثلاثة أيام. |
عاد بعد يوم حافل بالعمل. |
حدث قبل عام الفيل. |
نزل المطر في الأيام القليلة الماضية. |
بلغ 25 عاما من العمر. |
حكم عليه بالسجن 5 سنوات. |
كان اليوم السابع ممطرا. |
هغه درې کاله مخکې مړ شو. | 2022-03-21/2023-03-20
په تېرو پنځو کلونو کې کلي جوړ شول. | 2020-11-04/2025-11-05
هغه څو کاله مخکې په کلي کې و. |
پێش چوار هەفتە لە شارەکە بوو. | 2025-10-04/2025-10-10
چەند ساڵ لەمەوبەر لە شارەکە بوو. |
"""


def rows() -> list[tuple[str, str]]:
    return [(text, days) for text, _, days in (line.partition(" |") for line in CASES.strip().split("\n"))]


@pytest.mark.parametrize(("text", "days"), rows(), ids=lambda one: one)
def test_a_count_is_used_or_forbids_the_plain_reading(text: str, days: str) -> None:
    found = shamsi.find(text, reference=REFERENCE)
    told = ["/".join(dict.fromkeys((str(m.earliest), str(m.latest)))) for m in found]
    assert told == days.split()


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("طی هفت سال گذشته", "هفت سال گذشته"),
        ("خلال الأشهر الستة المقبلة", "الأشهر الستة المقبلة"),
        ("حدود هفت هفته پیش", "هفت هفته پیش"),
        ("دوشنبه دو هفته پیش", "دوشنبه دو هفته پیش"),
    ],
)
def test_the_core_is_the_whole_expression(text: str, core: str) -> None:
    (mention,) = shamsi.find(f"{text} باران نیامد" if "گ" in text or "پ" in text else text, reference=REFERENCE)
    assert mention.text == core


def test_a_counted_time_has_no_days_without_a_reference() -> None:
    text = "این خانه را چهار هفته پیش دید."
    assert shamsi.find(text) == []
    (mention,) = shamsi.find(text, relative=True)
    assert (mention.text, mention.kind, mention.native, mention.earliest) == ("چهار هفته پیش", "relative", None, None)


def test_a_counted_year_is_that_of_a_month() -> None:
    (mention,) = shamsi.find("او در ۷ دی چهار سال پیش رفت.", reference=REFERENCE)
    assert (mention.text, mention.native) == ("۷ دی چهار سال پیش", "1400-10-07")


@pytest.mark.parametrize(
    ("text", "core", "native"),
    [
        ("او در تیرماه سه سال پیش رفت.", "تیرماه سه سال پیش", "1401-04"),
        ("او در تیر ماه گذشته رفت.", "تیر ماه گذشته", "1404-04"),
        ("او ۵ تیر ماه آینده می‌رود.", "۵ تیر ماه آینده", "1405-04-05"),
    ],
)
def test_a_relative_time_after_a_month_is_its_year(text: str, core: str, native: str) -> None:
    (mention,) = shamsi.find(text, reference=REFERENCE)
    assert (mention.text, mention.native) == (core, native)


def test_the_text_s_own_dateline_is_a_reference() -> None:
    text = "۱۴ آبان ۱۴۰۴\nدر سه روز گذشته باران بارید."
    _, mention = shamsi.find(text, reference="auto")
    assert (mention.earliest, mention.latest) == (dt.date(2025, 11, 2), REFERENCE)
    assert mention.assumed == ("reference",)
