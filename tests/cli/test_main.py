"""How the command is called, what it loads, and how it leaves."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import shamsi
from shamsi.cli.arguments.command_line import VERBS
from shamsi.cli.arguments.report_options import FIND_FORMATS, UNITS
from shamsi.cli.main import main
from shamsi.cli.verbs import convert
from shamsi.exports import documents, offsets

ROOT = Path(shamsi.__file__).parents[1]
CONVERT = ("convert", "1403-12-30", "--to", "gregorian")
Capture = pytest.CaptureFixture[str]


def run(
    *arguments: str, data: bytes = b"", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, from the bare checkout."""
    return subprocess.run(
        [sys.executable, "-m", "shamsi", *arguments],
        input=data,
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=os.environ | (environment or {}),
    )


def run_shell(script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", script, "sh", sys.executable],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
    )


class TestCalling:
    def test_from_a_bare_checkout_with_nothing_installed(self) -> None:
        done = subprocess.run(
            [sys.executable, "-S", "-m", "shamsi", *CONVERT], capture_output=True, check=False, cwd=ROOT
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, b"2025-03-20\n", b"")

    @pytest.mark.parametrize("verb", ["", *VERBS])
    def test_help_has_examples(self, verb: str, capsys: Capture) -> None:
        with pytest.raises(SystemExit) as left:
            main([*verb.split(), "--help"])
        assert left.value.code == 0
        assert "examples:\n  shamsi " in capsys.readouterr().out

    def test_version(self, capsys: Capture) -> None:
        with pytest.raises(SystemExit) as left:
            main(["--version"])
        assert left.value.code == 0
        assert capsys.readouterr().out == f"shamsi {shamsi.__version__}\n"

    @pytest.mark.parametrize(
        "arguments", [["transmute"], ["convert", "--to", "martian"], ["find", "--format", "xml"], ["check", "--x"]]
    )
    def test_wrong_arguments_leave_with_2(self, arguments: list[str], capsys: Capture) -> None:
        with pytest.raises(SystemExit) as left:
            main(arguments)
        assert left.value.code == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert "error: " in err
        assert "--help'.\n" in err

    @pytest.mark.parametrize(
        ("value", "message"),
        [
            ("yesterday", "must be a Gregorian date like 2025-12-15, or auto, got 'yesterday'"),
            ("1404-09-24", "looks Persian: give the Gregorian date that `shamsi convert 1404-09-24 --to gregorian`"),
        ],
    )
    def test_a_wrong_reference_is_explained(self, value: str, message: str, capsys: Capture) -> None:
        with pytest.raises(SystemExit) as left:
            main(["find", "--reference", value])
        assert left.value.code == 2
        assert message in " ".join(capsys.readouterr().err.split())


class TestLoading:
    def test_convert_loads_nothing_of_find(self) -> None:
        code = "import sys; from shamsi.cli.main import main; main(); print(*sys.modules)"
        done = subprocess.run(
            [sys.executable, "-S", "-c", code, *CONVERT], capture_output=True, text=True, check=True, cwd=ROOT
        )
        answer, modules = done.stdout.splitlines()
        loaded = set(modules.split())
        assert answer == "2025-03-20"
        assert "shamsi.values.date" in loaded
        assert {name for name in loaded if name.startswith(("shamsi.text", "shamsi.lang"))} == set()
        assert loaded & {"dataclasses", "json", "tomllib", "shamsi.cli.reports", "shamsi.cli.inputs"} == set()
        assert loaded & {"zoneinfo", "shamsi.cli.reports.gregorian_format", "shamsi.cli.reports.month_view"} == set()


class TestLeaving:
    def test_interrupted(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(options: object) -> int:
            raise KeyboardInterrupt

        monkeypatch.setattr(convert, "run", interrupt)
        assert main(CONVERT) == 130

    def test_the_reader_never_came(self) -> None:
        done = run_shell('{ "$1" -m shamsi --help; echo "$?" >&2; } | :')
        assert done.stderr in {"141\n", "0\n"}  # 0 when the help was in the pipe before its reader left

    def test_the_reader_leaves_in_the_midst(self) -> None:
        script = 'yes 1403-12-30 | { "$1" -m shamsi convert --to gregorian; echo "$?" >&2; } | head -n 1'
        done = run_shell(script)
        assert (done.stdout, done.stderr) == ("2025-03-20\n", "141\n")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
    def test_a_full_disk(self) -> None:
        done = run_shell(f'"$1" -m shamsi {" ".join(CONVERT)} > /dev/full; echo "$?"')
        assert done.stdout == "2\n"
        assert done.stderr == "shamsi: cannot write the output: no space left on device\n"

    @pytest.mark.parametrize(("closed", "status"), [(">&-", 0), ("2>&-", 0), ("<&-", 0), ("<&- >&- 2>&-", 0)])
    def test_closed_streams(self, closed: str, status: int) -> None:
        done = run_shell(f'( "$1" -m shamsi {" ".join(CONVERT)} ) {closed}; echo "$?"')
        assert done.stdout.splitlines()[-1] == str(status)
        assert done.stderr == ""

    def test_a_closed_standard_input_is_empty(self) -> None:
        done = run_shell('"$1" -m shamsi find <&-; echo "$?"')
        assert done.stdout == "1\n"
        assert "Traceback" not in done.stderr


def outputs(arguments: Sequence[str], data: bytes, **environment: str) -> bytes:
    return run(*arguments, data=data, environment=environment).stdout


class TestLocale:
    @pytest.mark.parametrize("encoding", ["ascii", "iso8859-1", "cp1256"])
    def test_output_is_utf8_in_every_locale(self, encoding: str) -> None:
        data = "در ۱۸ مرداد ۱۴۰۴ رفت".encode()
        expected = outputs(["find"], data, PYTHONUTF8="1")
        assert "۱۸ مرداد ۱۴۰۴".encode() in expected
        assert outputs(["find"], data, PYTHONIOENCODING=encoding, PYTHONUTF8="0") == expected


def test_the_options_name_what_the_exports_know() -> None:
    """They are written twice, so that `convert` need not load the exports."""
    assert FIND_FORMATS[-len(documents.FORMS) :] == documents.FORMS
    assert UNITS == offsets.UNITS
