"""The figures of the first pages, as tables: python benchmarks/summary.py [--write].

They are taken from the tables of the other pages and from the results of the last runs; the last
column names the command that prints each. The comparison asks the packages of the group `peers`.
With --write the tables go into the pages that mark a place for them; run it after the scripts that
it takes from.
"""

import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout's own package, installed or not

from benchmarks import performance  # noqa: E402
from benchmarks.others import packages, questions, texts  # noqa: E402
from benchmarks.pages import Table, cells, held, publish  # noqa: E402

PACKAGES = ("shamsi", "jdatetime", "persiantools", "jalali-pandas", "dateparser")
SENTENCE = "جلسه از ۵ تا ۷ آبان ۱۴۰۴ برگزار شد"
WORDS, NO_DAY = "پنجم آبان ۱۴۰۴", "۳۰ اسفند ۱۴۰۴"
READ = "from-a-datetime.date-and-three-fields-read"


def cell(table: str, row: str, column: str) -> str:
    """A cell of a table that a page holds, by the first cell of its row and its column's head."""
    head, _, *rows = map(cells, held()[table])
    (found,) = [each for each in rows if each[0] == row]
    return found[head.index(column)].partition("<br>")[0]


def bar(name: str) -> str:
    """A figure of the last runs."""
    (found,) = [one.value for run in performance.runs() for one in run.bars if one.name == name]
    return f"{found:,.12g}"


def figures() -> Table:
    """Five figures, and which command prints each."""
    published = "new years published by the Calendar Center of the University of Tehran, 1206–1498"
    equal, compared = (cell("accuracy.oracles", published, each) for each in ("equal", "compared"))
    seen, unseen = (cell(f"accuracy.{each}", "all", "found") for each in ("languages", "unseen"))
    real = cell("accuracy.unseen-alarms", "news, Persian and Arabic", "real, of the decided")
    persiantools = bar(f"{READ}/persiantools")
    accuracy, speed = "`python benchmarks/accuracy.py`", "`python benchmarks/performance.py`"
    rows = [
        (f"{equal} of {compared}", "officially published new years (1206–1498) match", accuracy),
        (unseen, f"of the dates in unrelated text are found; {seen} in texts at hand", accuracy),
        (real, "of the alarms in raw news that could be decided were real", accuracy),
        (
            f"{bar(f'{READ}/jdatetime')} ×",
            f"faster than jdatetime for one date; {persiantools} × than persiantools",
            speed,
        ),
        (
            f"{bar('pandas-apply-jdatetime')} ×",
            f"faster than `apply` with jdatetime for a pandas column; "
            f"{bar('pandas-jalali-pandas')} × than jalali-pandas",
            speed,
        ),
    ]
    return Table("summary.figures", ("figure", "what", "printed by"), rows, numbers=False)


def requirements(name: str) -> str:
    """The packages that a package asks for."""
    return "nothing" if name == "shamsi" else str(packages.package_row(name)[3])


# The comparison: the answer of one package to each question

COLUMN = {"jdatetime": "pandas-apply-jdatetime", "jalali-pandas": "pandas-jalali-pandas"}
ASKED: dict[str, Callable[[str], str]] = {
    "`datetime.date.max` in this calendar": lambda name: calendar(name, "`datetime.date.max`"),
    f"reads {texts.isolated(WORDS)}": lambda name: read(name, WORDS),
    f"reads {texts.isolated(NO_DAY)}, which does not exist": lambda name: read(name, NO_DAY),
    f"finds in {texts.isolated(SENTENCE)}": lambda name: found(name, SENTENCE),
    "reports two dates that disagree": lambda name: "yes" if name == "shamsi" else questions.NONE,
    "time for one date": lambda name: slower(f"{READ}/{name}", name),
    "time for a pandas column": lambda name: slower(COLUMN.get(name, ""), name),
    "requires": requirements,
}


def calendar(name: str, question: str) -> str:
    """What a package answers to a question about the calendar; a dash if it was not asked."""
    if name not in questions.PACKAGES:
        return questions.NONE
    return questions.answers(name)[list(questions.ASKED).index(question)].strip("`")


def read(name: str, text: str) -> str:
    """What a package reads in the text of one date."""
    if name not in texts.READERS:
        return questions.NONE
    return texts.read_or_error(texts.reader(name), text)


def found(name: str, text: str) -> str:
    """What a package finds in a sentence."""
    if name not in texts.FINDERS:
        return questions.NONE
    return "<br>".join(texts.finder(name)(text, texts.SENTENCES[text])) or questions.NONE


def slower(name: str, package: str) -> str:
    """How many times ours a package takes, by the last runs."""
    if package == "shamsi":
        return "1"
    known = {one.name for run in performance.runs() for one in run.bars}
    return f"{bar(name)} ×" if name in known else questions.NONE


def column(name: str) -> list[str]:
    """The answers of a package."""
    return [ask(name) for ask in ASKED.values()]


def comparison() -> Table:
    """A row a question, a column a package."""
    rows = zip(ASKED, *map(column, PACKAGES), strict=True)
    return Table("summary.packages", ("question", *PACKAGES), list(rows), numbers=False)


def main() -> int:
    """Print both tables."""
    if missing := [name for name in PACKAGES[1:] if not packages.pinned(name)]:
        raise SystemExit(f"not installed: {', '.join(missing)}; uv run --group peers has them")
    return publish([figures(), comparison()])


if __name__ == "__main__":
    raise SystemExit(main())
