"""`convert` from and to the lunar calendar, and `--from`."""

import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi.cli.main import main
from shamsi.formats.names import FILES

Feed = Callable[[bytes], None]
Capture = pytest.CaptureFixture[str]
TABULAR = (
    "shamsi: lunar dates are counted by the tabular calendar (islamic-civil); "
    "observed months may differ by a day or two\n"
)
UMM_AL_QURA = "shamsi: lunar dates are counted by the Umm al-Qura calendar (islamic-umalqura)\n"


class TestReckoning:
    @pytest.mark.parametrize(
        ("options", "line", "note"),
        [
            ([], "2025-07-01", TABULAR),
            (["--reckoning", "tabular"], "2025-07-01", TABULAR),
            (["--reckoning", "umm-al-qura"], "2025-06-30", UMM_AL_QURA),
            (["--reckoning", "islamic-umalqura"], "2025-06-30", UMM_AL_QURA),
        ],
    )
    def test_the_answer_says_which(self, options: list[str], line: str, note: str, capsys: Capture) -> None:
        assert main(["convert", "1447-01-05", "--from", "islamic", "--to", "gregorian", *options]) == 0
        assert capsys.readouterr() == (f"{line}\n", note)
        assert main(["convert", line, "--from", "gregorian", "--to", "islamic", *options]) == 0
        assert capsys.readouterr() == ("1447-01-05\n", note)

    def test_nothing_is_said_without_a_lunar_date(self, capsys: Capture) -> None:
        assert main(["convert", "1404-04-09", "--from", "persian", "--to", "gregorian"]) == 0
        assert capsys.readouterr() == ("2025-06-30\n", "")

    def test_it_is_said_once_for_all_lines(self, feed: Feed, capsys: Capture) -> None:
        feed("1447-01-05\n\n۵ محرم ۱۴۴۷\r\nhello\n5 Muharram 1447 AH".encode())
        assert main(["convert", "--from", "islamic", "--to", "persian"]) == 2
        out, err = capsys.readouterr()
        assert out == "1404-04-10\n\n1404-04-10\n\n1404-04-10\n"
        assert err == f"{TABULAR}shamsi: line 4: cannot read 'hello' as a date: unexpected 'hello'\n"

    def test_a_day_that_only_the_other_one_has(self, capsys: Capture) -> None:
        options = ["--from", "islamic", "--to", "gregorian", "--reckoning", "umm-al-qura"]
        assert main(["convert", "1446-09-30", "1501-01-01", *options]) == 2
        out, err = capsys.readouterr()
        assert out == "\n\n"
        way = "; pass --reckoning tabular for the tabular calendar, which has that day\n"
        assert err == (
            f"{UMM_AL_QURA}"
            f"shamsi: day must be 1..29 in Ramadan 1446 in the Umm al-Qura calendar, got 30{way}"
            f"shamsi: year must be 1343..1500 in the Umm al-Qura calendar, got 1501{way}"
        )


class TestFrom:
    @pytest.mark.parametrize(
        ("value", "source", "to", "line"),
        [
            ("1404-04-09", "jalali", "miladi", "2025-06-30"),
            ("9 Tir 1404", "persian", "gregorian", "2025-06-30"),
            ("2025-06-30", "gregorian", "persian", "1404-04-09"),
            ("2025/6/30", "miladi", "qamari", "1447-01-04"),
            ("۹ تیر ۱۴۰۴", "shamsi", "ghamari", "1447-01-04"),
            ("٤ محرم ١٤٤٧ هـ", "lunar", "solar", "1404-04-09"),
            ("1447/1/4", "hijri-qamari", "persian", "1404-04-09"),
        ],
    )
    def test_every_direction_by_any_name(self, value: str, source: str, to: str, line: str, capsys: Capture) -> None:
        assert main(["convert", value, "--from", source, "--to", to]) == 0
        assert capsys.readouterr().out == f"{line}\n"

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ("--from persian --to persian", "--from and --to are both persian: give two calendars"),
            ("--from lunar --to islamic", "--from and --to are both islamic: give two calendars"),
            ("--to islamic", "--to islamic needs --from persian or --from gregorian"),
            ("--to persian --reckoning tabular", "--reckoning counts lunar dates: use it with --from islamic or --to "),
            ("--from islamic --to persian --era imperial", "--era imperial counts no lunar years: leave out --era"),
            ("--from persian --to islamic --era gregorian", "--era gregorian counts Gregorian years: use it with --fr"),
            ("--from gregorian --to islamic --era imperial", "--era imperial counts Persian years: use it with --from"),
            ("--from gregorian --to islamic --century 1400", "--century completes Persian years: use it with --from "),
            ("--from gregorian --to persian --century 1400", "--century completes Persian years: use it with --to g"),
            ("--from persian --to gregorian --reference 2025-01-01", "--reference reads every calendar: leave out --f"),
            ("--from persian --to gregorian --tz UTC", "--tz is the time zone of --reference today"),
            ("--from persian --to islamic --format %V", "pattern must not have %V for a lunar date"),
        ],
    )
    def test_conflicts_are_told_before_any_value_is_read(self, options: str, message: str, capsys: Capture) -> None:
        assert main(["convert", "1404-04-09", *options.split()]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith(f"shamsi: {message}")
        assert err.count("\n") == 1

    def test_a_calendar_is_still_to_be_named(self, capsys: Capture) -> None:
        with pytest.raises(SystemExit) as left:
            main(["convert", "1447-01-05", "--from", "islamic"])
        assert left.value.code == 2
        assert "--to is required" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            (
                "islamic-umalqura",
                "'islamic-umalqura' is a reckoning of lunar dates: write islamic with --reckoning umm",
            ),
            ("islamic-civil", "'islamic-civil' is a reckoning of lunar dates: write islamic with --reckoning tabular"),
            ("hijri", "'hijri' may be Solar or lunar: write 'persian' for Solar Hijri, 'islamic' for lunar"),
        ],
    )
    def test_names_of_more_or_less_than_a_calendar(self, name: str, message: str, capsys: Capture) -> None:
        with pytest.raises(SystemExit):
            main(["convert", "1447-01-05", "--from", name, "--to", "gregorian"])
        assert message in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("value", "options", "way"),
        [
            ("2025-06-30", "--from persian --to islamic", "looks Gregorian: 2025-06-30; pass --from gregorian"),
            (
                "1404-04-09",
                "--from gregorian --to islamic",
                "looks Persian: 1404-04-09; pass --from persian to convert",
            ),
            ("2025-06-30", "--from persian --to gregorian", "2025-06-30; pass --from gregorian --to persian"),
            ("1404-04-09", "--from gregorian --to persian", "1404-04-09; pass --from persian --to gregorian"),
            ("2025-06-30", "--from islamic --to persian", "looks Gregorian: 2025-06-30; pass --from gregorian"),
            (
                "9 Tir 1404",
                "--from islamic --to gregorian",
                "looks Solar Hijri: 'Tir', got '9 Tir 1404'; pass --from pe",
            ),
            ("5 Muharram 1447", "--to gregorian", "'Muharram' is lunar, got '5 Muharram 1447'; pass --from islamic"),
            ("5 Muharram 1447", "--from persian --to islamic", "'Muharram' is lunar, got '5 Muharram 1447'\n"),
            (
                "46/9/12",
                "--from islamic --to gregorian",
                "two-digit year '46' is ambiguous; pass --century 1400 to read",
            ),
        ],
    )
    def test_a_value_of_another_calendar(self, value: str, options: str, way: str, capsys: Capture) -> None:
        assert main(["convert", value, *options.split()]) == 2
        out, err = capsys.readouterr()
        assert out == "\n"
        assert way in err

    def test_eras_and_centuries(self, capsys: Capture) -> None:
        assert main(["convert", "2535-10-25", "--from", "persian", "--to", "islamic", "--era", "imperial"]) == 0
        assert main(["convert", "46/9/12", "--from", "islamic", "--to", "gregorian", "--century", "1400"]) == 0
        assert main(["convert", "1404-01-01", "--from=gregorian", "--to=islamic", "--era=gregorian"]) == 0
        assert capsys.readouterr().out == "1397-01-24\n2025-03-12\n0806-06-08\n"


class TestPatterns:
    @pytest.mark.parametrize(
        ("options", "line"),
        [
            (["--format", "%A %-d %B %Y"], "Monday 5 Muharram 1447"),
            (["--format", "%A %-d %B %Y", "--lang", "fa"], "دوشنبه ۵ محرم ۱۴۴۷"),
            (["--format", "%A %-d %B %Y", "--lang", "ar", "--digits", "arab"], "الاثنين ٥ محرم ١٤٤٧"),
            (["--lang", "fa"], "۱۴۴۷-۰۱-۰۵"),
            (["--format", "%Y/%m/%d"], "1447/01/05"),
        ],
    )
    def test_lunar_results(self, options: list[str], line: str, capsys: Capture) -> None:
        command = ["convert", "2025-06-30", "--from=gregorian", "--to=islamic", "--reckoning=umm-al-qura"]
        assert main([*command, *options]) == 0
        assert capsys.readouterr().out == f"{line}\n"

    @pytest.mark.parametrize("lang", FILES)
    def test_what_is_printed_is_read_back(self, lang: str, capsys: Capture) -> None:
        days = [f"1446-{month:02}-29" for month in range(1, 13)]
        shown = ["--lang", lang, "--format", "%A %-d %B %Y"]
        main(["convert", *days, "--from", "islamic", "--to", "gregorian"])
        gregorian = capsys.readouterr().out.splitlines()
        main(["convert", *gregorian, "--from", "gregorian", "--to", "islamic", *shown])
        words = capsys.readouterr().out.splitlines()
        assert main(["convert", *words, "--from", "islamic", "--to", "gregorian"]) == 0
        assert capsys.readouterr().out.splitlines() == gregorian
        assert len(set(words)) == 12

    def test_an_expression_in_lunar_days(self, capsys: Capture) -> None:
        command = ["convert", "فردا", "--reference", "2025-06-29", "--to", "islamic", "--reckoning", "umm-al-qura"]
        assert main(command) == 0
        assert capsys.readouterr() == ("1447-01-05\n", UMM_AL_QURA)


@given(st.text(), st.sampled_from(["gregorian", "persian"]), st.sampled_from(["tabular", "umm-al-qura"]))
def test_any_text_is_answered_or_refused(value: str, to: str, reckoning: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        out, err = io.StringIO(), io.StringIO()
        patch.setattr("sys.stdout", out)
        patch.setattr("sys.stderr", err)
        status = main(["convert", "--from", "islamic", "--to", to, "--reckoning", reckoning, "--", value])
    assert out.getvalue().count("\n") == 1
    assert err.getvalue().count("\n") == 1 + (status == 2)
