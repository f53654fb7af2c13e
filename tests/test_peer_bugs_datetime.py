"""What jdatetime, persiantools and khayyam get wrong of times, zones and languages, and the right answer of each.

Each fault was seen in jdatetime 6.1.1, persiantools 6.2.0 or khayyam 3.0.17; those of dates are tested beside `Date`.
"""

import asyncio
import copy
import datetime as dt
import operator
import os
import pickle
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from shamsi import Date, DateTime, ParseError, ShamsiError
from shamsi.formats.names import FILES

TEHRAN = ZoneInfo("Asia/Tehran")
NOON = DateTime(1403, 1, 1, 12, 30)


class TestPrinting:
    def test_an_f_string_is_not_empty(self) -> None:
        assert f"{NOON}" == "{}".format(NOON) == "1403-01-01 12:30:00"  # noqa: UP032

    def test_five_microseconds_are_not_half_a_second(self) -> None:
        assert str(DateTime(1403, 1, 1, 0, 0, 0, 5)) == "1403-01-01 00:00:00.000005"

    def test_midnight_is_12_am(self) -> None:
        assert DateTime(1403, 1, 1, 0, 30).strftime("%I:%M %p") == "12:30 AM"
        assert DateTime(1403, 1, 1, 12, 30).strftime("%I:%M %p") == "12:30 PM"

    def test_a_doubled_percent_sign_is_one(self) -> None:
        assert NOON.strftime("%%H") == "%H"

    def test_an_offset_has_its_colon_in_iso(self) -> None:
        assert NOON.replace(tzinfo=TEHRAN).isoformat() == "1403-01-01T12:30:00+03:30"

    def test_iso_has_ascii_digits_alone(self) -> None:
        assert NOON.isoformat().isascii()
        assert NOON.format("%c", lang="fa") == "چهارشنبه ۰۱ فروردین ۱۴۰۳ ۱۲:۳۰:۰۰"

    def test_years_before_1000_come_back_from_iso(self) -> None:
        early = DateTime(999, 5, 6, 7, 8)
        assert early.isoformat() == "0999-05-06T07:08:00"
        assert DateTime.fromisoformat(early.isoformat()) == early

    @pytest.mark.parametrize("lang", FILES)
    def test_the_half_of_a_day_is_printed_and_read_in_one_language(self, lang: str) -> None:
        afternoon = DateTime(1403, 1, 1, 14)
        text = afternoon.format("%F %I %p", lang=lang)
        assert text.endswith("PM") == (lang == "en")
        assert DateTime.strptime(text, "%F %I %p", lang=lang) == afternoon


class TestReading:
    def test_the_half_of_a_day_is_heeded(self) -> None:
        assert DateTime.strptime("1403-01-01 02:30 PM", "%Y-%m-%d %I:%M %p") == DateTime(1403, 1, 1, 14, 30)
        with pytest.raises(
            ParseError, match=r"^%p says 'PM' but the date is 1403-01-01, the time 02:30:00, that is 'AM'"
        ):
            DateTime.strptime("1403-01-01 02:30 PM", "%Y-%m-%d %H:%M %p")

    @pytest.mark.parametrize(("half", "hour"), [("AM", 0), ("PM", 12)])
    def test_12_is_the_first_hour_of_its_half(self, half: str, hour: int) -> None:
        assert DateTime.strptime(f"1403-01-01 12:30 {half}", "%Y-%m-%d %I:%M %p") == DateTime(1403, 1, 1, hour, 30)

    def test_the_day_of_the_year_is_heeded(self) -> None:
        assert DateTime.strptime("1403 200 12:30", "%Y %j %H:%M") == DateTime(1403, 7, 14, 12, 30)

    def test_a_fraction_is_of_a_second(self) -> None:
        assert DateTime.strptime("1403-01-01 12:30:00.5", "%F %T.%f").microsecond == 500_000

    @pytest.mark.parametrize("pattern", ["%c", "%x %X", "%x %T"])
    @pytest.mark.parametrize("lang", FILES)
    def test_the_short_forms_read_what_they_print(self, pattern: str, lang: str) -> None:
        assert DateTime.strptime(NOON.format(pattern, lang=lang), pattern, lang=lang) == NOON

    def test_no_date_is_made_up(self) -> None:
        with pytest.raises(ParseError, match=r"^pattern must name a day"):
            DateTime.strptime("12:30", "%H:%M")

    def test_arabic_digits_are_read_in_every_language(self) -> None:
        for lang in FILES:
            assert DateTime.strptime("١٤٠٣-٠١-٠١ ١٢:٣٠", "%Y-%m-%d %H:%M", lang=lang) == NOON

    def test_the_pattern_is_no_regular_expression(self) -> None:
        with pytest.raises(ParseError, match=r"must match the pattern"):
            DateTime.strptime("1403-01-01 12x30", "%Y-%m-%d %H.%M")
        for pattern in ("%F(%H)%M", "%F %R(", "[%F]%H*%M+"):
            assert DateTime.strptime(NOON.strftime(pattern), pattern) == NOON


class TestBuilding:
    def test_gregorian_seconds_are_kept(self) -> None:
        assert DateTime.from_gregorian(dt.datetime(2024, 3, 20, 0, 0, 5)).second == 5

    def test_a_gregorian_day_that_is_none_cannot_be_passed(self) -> None:
        build: Any = DateTime.from_gregorian
        with pytest.raises(TypeError):
            build(day=31, month=2, year=2024)

    def test_the_last_moment_is_the_standard_librarys(self) -> None:
        assert DateTime.max.gregorian == dt.datetime.max
        assert DateTime.max.isoformat() == "9378-10-10T23:59:59.999999"

    @pytest.mark.parametrize("minute", [5.5, "5", True, None])
    def test_half_a_minute_is_not_a_minute(self, minute: Any) -> None:
        with pytest.raises(TypeError, match=r"^minute must be an int"):
            DateTime(1403, 1, 1, 5, minute)

    def test_a_replaced_year_0_is_refused(self) -> None:
        with pytest.raises(ShamsiError, match=r"^year must be 1\.\.9378, got 0$"):
            NOON.replace(year=0)

    def test_the_date_is_of_the_same_calendar(self) -> None:
        assert NOON.date() == Date(1403, 1, 1)
        assert type(NOON.date()) is Date


class TestZones:
    def test_an_instant_is_in_the_zone_that_is_named_whatever_the_machines_is(self) -> None:
        code = (
            "import shamsi, datetime as dt;"
            "print(shamsi.DateTime.from_timestamp(0, dt.UTC), shamsi.DateTime.from_timestamp(0, 'Asia/Tehran'))"
        )
        for zone in ("Asia/Tehran", "America/New_York"):
            done = subprocess.run(
                [sys.executable, "-c", code],
                env={**os.environ, "TZ": zone},
                capture_output=True,
                text=True,
                check=True,
                cwd=Path(__file__).parents[1],
            )
            assert done.stdout.strip() == "1348-10-11 00:00:00+00:00 1348-10-11 03:30:00+03:30"

    def test_offsets_of_seconds(self) -> None:
        old = DateTime(1300, 1, 1, tzinfo=TEHRAN)
        assert old.isoformat() == "1300-01-01T00:00:00+03:25:44"
        assert old == DateTime.fromisoformat(old.isoformat())
        assert old.strftime("%z|%:z|%Z") == "+032544|+03:25:44|TMT"

    def test_iran_has_no_summer_time_since_1402(self) -> None:
        assert DateTime(1401, 5, 1, tzinfo=TEHRAN).utcoffset() == dt.timedelta(hours=4, minutes=30)
        assert DateTime(1402, 5, 1, tzinfo=TEHRAN).utcoffset() == dt.timedelta(hours=3, minutes=30)

    def test_summer_time_is_of_the_gregorian_day_that_it_is(self) -> None:
        for year in range(1350, 1410):
            made = DateTime(year, 5, 1, 12, tzinfo=TEHRAN)
            assert made.dst() == made.gregorian.dst()


class TestValues:
    def test_equal_ones_have_one_hash(self) -> None:
        there = NOON.replace(tzinfo=TEHRAN)
        assert len({there, there.astimezone("Europe/London"), there.astimezone(dt.UTC)}) == 1

    @pytest.mark.parametrize("other", [NOON.gregorian, NOON.date(), NOON.date().gregorian])
    def test_it_equals_and_precedes_nothing_of_another_kind(self, other: Any) -> None:
        mine: Any = NOON
        assert mine != other
        assert {other: 1}.get(mine) is None
        for compare in (operator.lt, operator.gt):
            with pytest.raises(TypeError):
                compare(mine, other)

    @pytest.mark.parametrize("other", ["x", 5, None])
    def test_misuse_is_a_type_error(self, other: Any) -> None:
        mine: Any = NOON
        for ask in (operator.lt, operator.add, operator.sub):
            with pytest.raises(TypeError):
                ask(mine, other)

    def test_it_is_small_and_whole_in_a_pickle(self) -> None:
        assert len(pickle.dumps(NOON)) < 100
        for twin in (pickle.loads(pickle.dumps(NOON)), copy.deepcopy(NOON), NOON + dt.timedelta(0)):
            assert twin == NOON
            assert twin.format("%A %p", lang="fa") == NOON.format("%A %p", lang="fa")


class TestNoLocaleAnywhere:
    """A language is said in the call, so nothing that another thread, task, object or machine says can change it."""

    def test_there_is_none_to_set(self) -> None:
        for name in ("locale", "lang"):
            assert not hasattr(NOON, name)
            with pytest.raises(AttributeError):
                setattr(NOON, name, "fa")

    def test_threads_one_after_another(self) -> None:
        said: list[str] = []
        for number in range(50):
            lang = "fa" if number % 2 else "en"
            thread = threading.Thread(target=lambda lang=lang: said.append(NOON.format("%B", lang=lang)))
            thread.start()
            thread.join()
            thread = threading.Thread(target=lambda: said.append(f"{NOON:%B}"))
            thread.start()
            thread.join()
        assert set(said[1::2]) == {"Farvardin"}
        assert set(said[::2]) == {"Farvardin", "فروردین"}

    def test_threads_at_a_time(self) -> None:
        def printed(lang: str) -> set[str]:
            texts = {NOON.format("%A %d %B %Y %I:%M %p", lang=lang) for _ in range(100)}
            return texts | {
                DateTime.strptime(text, "%A %d %B %Y %I:%M %p", lang=lang).format("%A %d %B %Y %I:%M %p", lang=lang)
                for text in texts
            }

        with ThreadPoolExecutor(8) as pool:
            assert all(len(texts) == 1 for texts in pool.map(printed, list(FILES) * 8))

    def test_tasks(self) -> None:
        async def printed(lang: str | None) -> str:
            await asyncio.sleep(0)
            text = NOON.format("%B", lang=lang) if lang else f"{NOON:%B}"
            await asyncio.sleep(0)
            return text

        async def both() -> list[str]:
            return list(await asyncio.gather(printed("fa"), printed(None), printed("ps")))

        assert asyncio.run(both()) == ["فروردین", "Farvardin", "وری"]

    @pytest.mark.parametrize("setting", ["C", "fa_IR.UTF-8", "de_DE.UTF-8"])
    def test_the_process(self, setting: str) -> None:
        code = (
            "import locale, sys, shamsi\n"
            "try: locale.setlocale(locale.LC_ALL, '')\n"
            "except locale.Error: pass\n"
            "noon = shamsi.DateTime(1403, 1, 1, 12, 30)\n"
            "text = f'{noon:%c %p}'\n"
            "print(ascii(text), shamsi.DateTime.strptime(text, '%c %p') == noon)"
        )
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", code],
            env={**os.environ, "LC_ALL": setting, "LANG": setting},
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[1],
        )
        assert done.stdout.strip() == "'Wednesday 01 Farvardin 1403 12:30:00 PM' True"
