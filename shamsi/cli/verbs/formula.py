"""The verb `formula`: a spreadsheet formula that converts dates."""

from argparse import Namespace

from shamsi._errors import ShamsiError
from shamsi.cli.arguments.advice import worded
from shamsi.cli.escaping import print_error
from shamsi.sheets import formula, to_gregorian


def run(options: Namespace) -> int:
    """Return 0 if the formula was printed, otherwise 2."""
    if wrong := _mixed(options):
        print_error(wrong)
        return 2
    try:
        print(_formula(options))
    except ShamsiError as error:
        print_error(worded(error))
        return 2
    return 0


def _mixed(options: Namespace) -> str:
    """The error of options that exclude one another; otherwise empty."""
    if options.to == "gregorian" and (options.field or options.format):
        return "--field and --format are for --to persian: --to gregorian makes a date"
    if options.to == "persian" and len(options.cell) > 1:
        return "give one --cell with a date; three are for --to gregorian"
    if options.format and options.field not in (None, "text"):
        return f"--format is for --field text, got --field {options.field}"
    return ""


def _formula(options: Namespace) -> str:
    if options.to == "gregorian":
        return to_gregorian(
            options.program, *options.cell, separator=options.separator, let=options.let
        )
    return formula(
        options.program,
        options.field or "text",
        *options.cell,
        pattern=options.format or "%Y-%m-%d",
        lang=options.lang,
        digits=options.digits,
        separator=options.separator,
        let=options.let,
    )
