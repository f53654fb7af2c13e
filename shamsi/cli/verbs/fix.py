"""The verb `fix`: repairs dates on one side, as the text shows, or as an editor decided."""

import hashlib
import os
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence

from shamsi.cli.escaping import clean, print_error, print_stderr
from shamsi.cli.inputs.document import Document
from shamsi.cli.reports.lines import place
from shamsi.cli.reports.notices import Notice
from shamsi.cli.reports.report import Tally, errors_of
from shamsi.cli.reports.style import language_of
from shamsi.cli.reports.summary import print_summary
from shamsi.cli.review.lists import Unusable
from shamsi.cli.review.rows import Row, same_file
from shamsi.cli.review.settling import APPLIED, FIXED, REFUSED
from shamsi.cli.runs.document_check import DocumentChecker
from shamsi.cli.runs.interactive_fix import InteractiveFixer
from shamsi.cli.runs.reviewed_fix import Review, ReviewFixer
from shamsi.cli.runs.rewriting import Editor, Edits, RewriteWork
from shamsi.cli.runs.run import run_over
from shamsi.lang.sentences import Sentence
from shamsi.text.fix import REASONS, Unrepaired, repairs_of
from shamsi.text.resolve.reading import Reading

_LISTED = 10  # findings that are left and listed
_OF_SIDE = ("weekday", "coarse", "unwritten", "overlap")  # why the chosen side has no repair


def run(options: Namespace) -> int:
    """Return 0 if nothing is wrong afterwards, 1 if something is, 2 if a part of it failed."""
    if options.interactive:
        return _run_interactive(options)
    return _run_list(options) if options.apply else _status(_rewritten(options))


def work(options: Namespace) -> RewriteWork:
    """The work for the options."""
    return RewriteWork(_editor(options), options)


def _editor(options: Namespace) -> Editor:
    if options.apply:
        return ReviewFixer(_review(options), options)
    return InteractiveFixer(options) if options.interactive else Fixer(options)


class Fixer:
    """Repairs documents on one side, or as their text shows."""

    def __init__(self, options: Namespace) -> None:
        self._side: str = options.side
        self._checker = DocumentChecker(options)

    def readings(self, documents: Sequence[Document]) -> list[Reading]:
        """Read some documents as one block."""
        return self._checker.readings(documents)

    def edits(self, document: Document, reading: Reading) -> Edits:
        """The repairs of the findings that no ignore comment suppresses."""
        findings = self._checker.check(document, reading).examination.findings
        edits, left = repairs_of(findings, self._side)
        reasons = Counter(one.reason for one in left)
        notices = tuple(_left(document, one) for one in left if one.reason in _OF_SIDE)
        return Edits(edits, found=len(findings), notices=notices, left=reasons)


def _left(document: Document, left: Unrepaired) -> Notice:
    """A line about a finding that is left; the first few are listed."""
    what = Sentence("{code} left: {why}", code=left.finding.code, why=REASONS[left.reason])
    line = Sentence("{name}: {what}", name=place(document, left.finding.start), what=what)
    return Notice(line, "shamsi: left", _LISTED)


def _rewritten(options: Namespace) -> tuple[Tally | None, int]:
    """The tally of a run, after its summary is printed, and how many findings are left."""
    tally = run_over(work(options), options)
    if tally is None:
        return None, 0
    lang = language_of(options)
    print_summary(tally.rewritten(), options)
    left = tally.errors - tally.edits
    if left:
        sentence = Sentence("{errors} left: see `shamsi check`", errors=errors_of(left))
        print_stderr(sentence.translated(lang))
    for reason, number in sorted(tally.left.items()):
        why = Sentence("{n} left: {why}", n=number, why=REASONS[reason])
        print_stderr(f"  {why.translated(lang)}")
    return tally, left


def _status(done: tuple[Tally | None, int]) -> int:
    tally, left = done
    if tally is None or tally.inputs.failed:
        return 2
    return 1 if left else 0


def _review(options: Namespace) -> Review:
    return Review(options.apply, os.path.dirname(options.apply))


def _run_list(options: Namespace) -> int:
    """Carry out the decisions of a list; 2 also where a row was refused."""
    try:
        review = _review(options)
    except Unusable as wrong:
        print_error(str(wrong))
        return 2
    if not review.rows:
        print_error(f"{options.apply}: holds no findings, nothing to apply")
        return 0
    with open(options.apply, "rb") as file:
        options.apply_digest = hashlib.sha256(file.read()).hexdigest()
    others = [row for row in review.ticked if not _is_named(review.file_of(row), options.files)]
    options.files = options.files or [*review.files.values()]
    tally, left = _rewritten(options)
    if tally is None:
        return 2
    refused = _report(review, others, tally, options)
    return 2 if refused else _status((tally, left))


def _report(review: Review, others: Sequence[Row], tally: Tally, options: Namespace) -> int:
    """Print what became of the rows; return how many were refused."""
    lang = language_of(options)
    unread = [*_unread(review, others, tally)]
    for row in unread:
        here = f"{clean(options.apply)}:{row.number}: {clean(row.path)}"
        why = Sentence("its text was not read or not written")
        line = Sentence("{place}: refused: {why}", place=here, why=why)
        print_stderr(clean(line.translated(lang)))
    kinds = Counter(tally.rows.values())
    refused = kinds[REFUSED] + len(unread)
    sentence = Sentence(
        "{applied} applied, {fixed} already fixed, {refused} refused, {left} without a decision",
        applied=Sentence("{n} row", plural="{n} rows", count="n", n=kinds[APPLIED]),
        fixed=kinds[FIXED],
        refused=refused,
        left=len(review.rows) - len(review.ticked),
    )
    print_stderr(sentence.translated(lang))
    if others:
        more = Sentence("{n} more about files that were not named", n=len(others))
        print_stderr(more.translated(lang))
    return refused


def _unread(review: Review, others: Sequence[Row], tally: Tally) -> Iterator[Row]:
    """The rows with a decision that no document answered."""
    left_out = {row.number for row in others}
    for row in review.ticked:
        if f"{row.number}" not in tally.rows and row.number not in left_out:
            yield row


def _is_named(file: str, named: Sequence[str]) -> bool:
    """Whether a file is among those that the call names, or in such a folder."""
    if not named:
        return True
    names = [same_file(path) for path in named]
    return file in names or any(file.startswith(os.path.join(name, "")) for name in names)


def _run_interactive(options: Namespace) -> int:
    """Ask on the terminal; the files are written unless something else is asked for."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        print_error(
            "--interactive asks on a terminal, and standard input or error is none: "
            "use --side, or --apply with a sheet of `shamsi check --format csv`"
        )
        return 2
    if not options.files or "-" in options.files:
        print_error("--interactive needs files: standard input is where it reads the answers")
        return 2
    options.jobs = 1
    options.write = not (options.diff or options.output)
    return _status(_rewritten(options))
