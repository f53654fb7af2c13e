"""Configuration: where it is found, what it sets, and the message for each error."""

import datetime as dt
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest

import shamsi
from shamsi.cli.arguments.command_line import parser
from shamsi.cli.arguments.configuration import SETTINGS, Misconfigured, apply_configuration, nearest, read
from shamsi.cli.main import main
from tests.processes import need_processes

Capture = pytest.CaptureFixture[str]
WRONG = "در ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵) و ۳۱ مهر ۱۴۰۴"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Make a folder with files, go there, and return its path."""

    def make(**files: str) -> Path:
        for name, text in files.items():
            (tmp_path / name.replace("_", ".")).write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return make


def options(*arguments: str) -> Namespace:
    made = parser(["check"]).parse_args(["check", *arguments])
    apply_configuration(made)
    return made


def test_every_setting_is_an_option_of_check() -> None:
    made = vars(parser(["check"]).parse_args(["check"]))
    assert {setting.option for setting in SETTINGS.values()} <= set(made)
    assert all(made[setting.option] is None for setting in SETTINGS.values())


def test_without_a_file_the_defaults_stand(project: Callable[..., Path]) -> None:
    project()
    made = options()
    assert (made.lunar_tolerance, made.min_confidence, made.select, made.languages) == (2, 0.0, None, None)
    assert made.min_alarm == 0.0


def test_all_keys_are_read(project: Callable[..., Path]) -> None:
    project(
        shamsi_toml="""
select = ["pair-mismatch", "weekday-conflict"]
ignore = ["weekday-conflict"]
lunar-tolerance = 1
exceptions = ["1299-12-03 = 1921-02-21", "borji"]
reference = 2025-12-15
languages = ["fa", "ar"]
min-confidence = 0.5
min-alarm = 1
"""
    )
    made = options()
    assert (made.select, made.ignore) == (["pair-mismatch", "weekday-conflict"], ["weekday-conflict"])
    assert (made.lunar_tolerance, made.reference, made.languages) == (1, dt.date(2025, 12, 15), ["fa", "ar"])
    assert (made.exceptions, made.min_confidence) == (["1299-12-03 = 1921-02-21", "borji"], 0.5)
    assert made.min_alarm == 1.0


def test_the_command_line_comes_first(project: Callable[..., Path]) -> None:
    project(shamsi_toml='lunar-tolerance = 1\nreference = "auto"')
    made = options("--lunar-tolerance", "3")
    assert (made.lunar_tolerance, made.reference) == (3, "auto")
    assert options("--no-config").lunar_tolerance == 2
    assert options("--lunar-tolerance", "umm-al-qura").lunar_tolerance == "umm-al-qura"
    project(shamsi_toml='lunar-tolerance = "umm-al-qura"')
    assert options().lunar_tolerance == "umm-al-qura"


def test_the_nearest_file_upwards_that_has_a_section(project: Callable[..., Path]) -> None:
    top = project(pyproject_toml="[tool.shamsi]\nlunar-tolerance = 1")
    inner = top / "news" / "2025"
    inner.mkdir(parents=True)
    (top / "news" / "pyproject.toml").write_text("[tool.other]\nx = 1", encoding="utf-8")
    assert nearest(inner) == top / "pyproject.toml"
    (top / "news" / "shamsi.toml").write_text("", encoding="utf-8")
    assert nearest(inner) == top / "news" / "shamsi.toml"
    assert nearest(Path(inner.anchor)) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "lunar_tolerance = 1",
            "unknown key 'lunar_tolerance'; known keys are .*; did you mean lunar-tolerance",
        ),
        ("lunar-tolerance = true", 'lunar-tolerance must be a whole number of days, or "umm-al-qura", got True'),
        ('lunar-tolerance = "2"', "lunar-tolerance must be a whole number of days, or \"umm-al-qura\", got '2'"),
        ("lunar-tolerance = 9", r"lunar-tolerance: must be 0\.\.5 days or 'umm-al-qura', got 9"),
        ('min-confidence = "high"', "min-confidence must be a number, got 'high'"),
        ("min-confidence = 3", "min-confidence: must be a number from 0 to 1, got '3'"),
        ("min-alarm = true", "min-alarm must be a number, got True"),
        ("min-alarm = 75", "min-alarm: must be a number from 0 to 1, got '75'"),
        ('ignore = "pair-mismatch"', "ignore must be a list of strings, got 'pair-mismatch'"),
        ('ignore = ["pair-mismach"]', "ignore: must be one of .*, got 'pair-mismach'; did you mean pair-mismatch"),
        ("per-file-ignores = 1", "per-file-ignores must be a table of patterns, each with a list of strings, got 1"),
        ('per-file-ignores."*" = "x"', "per-file-ignores must be a table of patterns, each with a list of strings"),
        ('per-file-ignores."*" = ["x"]', "per-file-ignores: must be one of pair-mismatch, .*, got 'x'"),
        ('exceptions = ["1299-12-03"]', "exceptions: must be borji or two dates such as 1299-12-03 = 1921-02"),
        ("reference = 2025-12-15T10:00:00", 'reference must be a date, or "auto", got'),
        ('languages = ["english"]', "languages: unknown language 'english'; choose from fa, ar, .*"),
    ],
)
def test_a_mistake_names_the_file_the_key_and_what_is_allowed(
    text: str, message: str, project: Callable[..., Path]
) -> None:
    path = project(shamsi_toml=text) / "shamsi.toml"
    with pytest.raises(Misconfigured, match=rf"shamsi\.toml: {message}"):
        read(path)


def test_a_file_that_is_not_toml_is_refused(project: Callable[..., Path]) -> None:
    path = project(shamsi_toml="a = = 1") / "shamsi.toml"
    with pytest.raises(Misconfigured, match=r"shamsi\.toml is not valid TOML: "):
        read(path)


def test_a_file_that_is_named_must_have_a_section(project: Callable[..., Path], capsys: Capture) -> None:
    project(pyproject_toml="[tool.other]\nx = 1", a_txt=WRONG)
    assert main(["check", "a.txt"]) == 1
    capsys.readouterr()
    assert main(["check", "a.txt", "--config", "pyproject.toml"]) == 2
    assert "pyproject.toml: no table [tool.shamsi]" in capsys.readouterr().err


def test_files_of_languages_are_beside_the_configuration(
    project: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = (Path(shamsi.__file__).parent / "lang" / "fa.toml").read_text(encoding="utf-8")
    folder = project(shamsi_toml='languages = ["own.toml", "ar"]', own_toml=own) / "inner"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert options().languages == [str(folder.parent / "own.toml"), "ar"]


def test_a_folder_that_is_gone_has_no_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    try:
        assert options().lunar_tolerance == 2
    finally:
        monkeypatch.undo()


def test_what_is_set_for_all_calls_does_not_forbid_an_option(project: Callable[..., Path], capsys: Capture) -> None:
    project(shamsi_toml="min-confidence = 0.9", a_txt=WRONG)
    assert main(["find", "--explain", "a.txt"]) == 0
    assert main(["find", "--explain", "--min-confidence", "0.9", "a.txt"]) == 2


def test_check_exits_with_2_and_the_reason(project: Callable[..., Path], capsys: Capture) -> None:
    project(shamsi_toml="nothing = 1", a_txt=WRONG)
    assert main(["check", "a.txt"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "shamsi.toml: unknown key 'nothing'" in err
    assert main(["check", "a.txt", "--config", "missing.toml"]) == 2
    assert "missing.toml: no such file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        ("", ["pair-mismatch", "impossible-date"]),
        ('ignore = ["impossible-date"]', ["pair-mismatch"]),
        ('select = ["impossible-date"]', ["impossible-date"]),
        ('exceptions = ["1404-05-18 = 2025-08-18"]', ["impossible-date"]),
    ],
)
def test_check_follows_it(settings: str, codes: list[str], project: Callable[..., Path], capsys: Capture) -> None:
    project(pyproject_toml=f"[tool.shamsi]\n{settings}", a_txt=WRONG)
    assert main(["check", "a.txt"]) == 1
    findings = [line for line in capsys.readouterr().out.splitlines() if line.startswith("a.txt:")]
    assert [line.split(": ")[1] for line in findings] == codes


def test_processes_follow_it_too(project: Callable[..., Path], capsys: Capture) -> None:
    need_processes()
    project(shamsi_toml='ignore = ["impossible-date", "pair-mismatch"]', a_txt=WRONG, b_txt=WRONG)
    assert main(["check", "--jobs", "2", "a.txt", "b.txt"]) == 0
    assert capsys.readouterr().out.startswith("0 errors in 6 dates")
