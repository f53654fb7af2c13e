"""The first pages tell the truth: their Python, their commands, their links and what they say is not read."""

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import shamsi
from tests.processes import need_processes

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", *sorted(page.relative_to(ROOT).as_posix() for page in (ROOT / "docs").rglob("*.md")))
ITSELF = "babel django hypothesis numpy pandas polars pyarrow pydantic spacy sqlalchemy"
NEEDS = {f"how-to/{name}": name for name in ITSELF.split()} | {
    "how-to/dask": "dask.dataframe",
    "how-to/ray": "ray.data",
    "how-to/spark": "pyspark",
    "how-to/plot": "matplotlib pandas",
    "how-to/sql": "duckdb",
    "how-to/excel": "pandas openpyxl",
    "how-to/check-columns": "pandas",
    "how-to/json": "msgspec orjson",
    "how-to/coming-from-jdatetime": "jdatetime pandas",
    "how-to/coming-from-persiantools": "persiantools pandas",
    "how-to/convert-a-column": "pandas polars duckdb",
    "explanation/comparison": "jdatetime persiantools",
}
NEEDED = {"README.md": "pandas"} | {f"docs/{page}.md": modules for page, modules in NEEDS.items()}
FIXTURES = {"docs/how-to/spark.md": "spark", "docs/how-to/django.md": "django_project"}
RUN_ELSEWHERE = {
    "docs/how-to/sql.md": {"sql sqlite"}
    | {f"sql {name}{also}" for name in ("clickhouse", "duckdb", "mysql", "postgresql") for also in ("", " macros")},
    "docs/reference/configuration.md": {"toml"},  # by test_recipes.py, as the next ones
    "docs/how-to/pre-commit.md": {"yaml"},
    "docs/how-to/github-action.md": {"yaml"},
}
NOT_RUN_HERE = ("sh tests/run.sh",)  # it would run this test again
_FENCE = re.compile(r"^```([\w ]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#:]*)(?:#([\w-]+))?\)")


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def blocks(page: str, *kinds: str) -> list[str]:
    return [body for name, body in _FENCE.findall(text_of(page)) if name in kinds]


def commands(page: str) -> list[tuple[str, str]]:
    """Each command of a page's console blocks with the output printed below it."""
    rows = []
    for block in blocks(page, "console"):
        assert block.startswith("$ "), f"{page}: a console block must begin with a command: {block!r}"
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            rows.append((command, output))
    return rows


def run(command: str) -> str:
    """What a command prints on both streams, from the root of the repository."""
    program, *arguments = shlex.split(command)
    assert program == "python3"
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONSAFEPATH")}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return done.stdout


PRINTED = [(page, command, output) for page in PAGES for command, output in commands(page)]


@pytest.mark.parametrize("page", PAGES)
def test_blocks_are_of_a_kind_that_is_run(page: str) -> None:
    kinds = {name for name, _ in _FENCE.findall(text_of(page))}
    assert kinds - {"console", "pycon"} == RUN_ELSEWHERE.get(page, set())
    assert text_of(page).count("```") == 2 * len(_FENCE.findall(text_of(page)))


@pytest.mark.filterwarnings("ignore:`use_:DeprecationWarning:ray.data.context")  # Ray warns of defaults of its own
@pytest.mark.parametrize("page", PAGES)
def test_python_prints_what_the_page_says(page: str, request: pytest.FixtureRequest) -> None:
    for name in NEEDED.get(page, "").split():
        pytest.importorskip(name, reason=f"{name} is not installed")
        if name == "ray.data":
            need_processes()
    if page in FIXTURES:
        request.getfixturevalue(FIXTURES[page])
    assert "\n".join(blocks(page, "pycon")).count(">>> ") == text_of(page).count(">>> ")
    code = "\n".join(blocks(page, "pycon"))
    examples = doctest.DocTestParser().get_doctest(code, {}, page, page, 0)
    said: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(examples, out=said.append)
    assert result.attempted == code.count(">>> ")
    assert not result.failed, "".join(said)


@pytest.mark.parametrize(("page", "command", "output"), PRINTED, ids=[f"{page}: {line}" for page, line, _ in PRINTED])
def test_commands_print_what_the_page_says(page: str, command: str, output: str) -> None:
    if command in NOT_RUN_HERE:
        assert output == ""
        return
    assert command.startswith("python3 -m shamsi "), f"{page}: {command}"
    assert run(command) == output


@pytest.mark.parametrize("page", [page for page in PAGES if "/how-to/" in page or "/tutorial/" in page])
def test_a_guide_shows_code_that_runs(page: str) -> None:
    assert blocks(page, "pycon") or page.endswith("how-to/index.md")


def test_the_readme_is_short() -> None:
    assert len(text_of("README.md").splitlines()) <= 120


def test_the_first_pages_say_how_to_install() -> None:
    for page in ("README", "docs/index", "docs/install", "docs/fa/index", "docs/ar/index"):
        assert "pip install ." in text_of(f"{page}.md"), page
    wrong = [page for page in PAGES if "install 'shamsi" in text_of(page)]
    assert wrong == [], "it is not on the index yet: these must name a clone"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_picture_of_the_report_is_there_and_small(scheme: str) -> None:
    picture = ROOT / "docs" / "images" / f"report-{scheme}.png"
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size < 150_000
    for page in ("README.md", "docs/index.md"):
        assert f"images/{picture.name}" in text_of(page)


def test_both_commands_of_a_newcomer_are_in_the_readme() -> None:
    lines = [command for command, _ in commands("README.md")]
    assert lines[:2] == ["python3 -m shamsi check docs/examples/visit.ar.txt", "sh tests/run.sh"]
    assert (ROOT / "tests" / "run.sh").is_file()


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    for target, heading in _LINK.findall(text_of(page)):
        place = (ROOT / page).parent / target if target else ROOT / page
        assert place.is_file(), f"{page}: {target}"
        if heading:
            titles = re.findall(r"^#+ (.+)$", place.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in [title.lower().replace(" ", "-") for title in titles], f"{page}: {target}#{heading}"


UNREAD = """14040805
5/8
٥ توت ١٧٤١
تا عید قربان صبر کن
چند سال پیش
وصل عام 1360 ش إلى القرية
سال توشقان ئیل"""


@pytest.mark.parametrize("text", UNREAD.splitlines())
def test_what_the_limits_call_unread_is_unread(text: str) -> None:
    assert shamsi.find(text) == [], "this is read now: take it out of docs/reference/limits.md"


@pytest.mark.parametrize(("text", "read"), [("۵ آبان\n۱۴۰۴", "۵ آبان"), ("تعطیلات نوروز ۱۴۰۴", "۱۴۰۴")])
def test_what_the_limits_call_half_read_is_half_read(text: str, read: str) -> None:
    found = [mention.text for mention in shamsi.find(text)]
    assert found == [read], "docs/reference/limits.md says something else"


@pytest.mark.parametrize(("day", "verdict"), [(1, "agree"), (2, "agree"), (3, "near"), (4, "mismatch")])
def test_the_lunar_tolerance_is_the_one_in_the_limits(day: int, verdict: str) -> None:
    text = f"5 محرم 1447 ({day} يوليو 2025)"  # by the table 1 July
    assert [pair.verdict for pair in shamsi.pairs(text)] == [verdict]
    assert bool(shamsi.check(text)) == (verdict == "mismatch")
