"""A run: reads the named documents, does the work of a verb, and writes the output in order."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from itertools import islice
from tempfile import TemporaryFile
from typing import BinaryIO

from shamsi import __version__
from shamsi.cli.escaping import print_error
from shamsi.cli.inputs.document import Failed, Skipped
from shamsi.cli.inputs.slices import Slice, slices
from shamsi.cli.inputs.sources import InputOptions, Source, sources
from shamsi.cli.reports.notices import Notices
from shamsi.cli.reports.report import Tally
from shamsi.cli.reports.style import language_of
from shamsi.cli.reports.summary import print_summary
from shamsi.cli.runs.journal import Journal, State, written_by
from shamsi.cli.runs.output import input_replaced, is_special
from shamsi.cli.runs.progress import Progress, progress
from shamsi.cli.runs.work import Outcome, Stopped, Work, outcomes
from shamsi.cli.streams import print_bytes

_FIELD = "text"
_WRITE_SIZE = 1 << 13  # characters
_COPIES = frozenset({"docx"})  # formats that are copies of an input: without it there is no file
_WITHOUT_EFFECT = frozenset({"jobs", "resume"})  # options that do not change the output


def run_over(work: Work, options: Namespace) -> Tally | None:
    """Do the work on every document; return the tally, or None after an error that is printed."""
    conflict = _conflict(options)
    if conflict:
        print_error(conflict)
        return None
    try:
        return _Run(work, options).all()
    except Stopped as stopped:
        print_error(str(stopped))
        return None


def rewrite(work: Work, options: Namespace) -> int:
    """Rewrite every document and print a summary; 0 if each was written, otherwise 2."""
    tally = run_over(work, options)
    if tally is None:
        return 2
    print_summary(tally.rewritten(), options)
    return 2 if tally.inputs.failed else 0


def input_options_of(options: Namespace) -> InputOptions:
    """How inputs are read, by the options."""
    first, *more = options.field or [_FIELD]
    return InputOptions(
        options.input_format,
        first,
        options.id,
        options.encoding,
        delimiter=options.delimiter,
        more_fields=tuple(more),
        field_format=options.field_format,
        reference_field=options.reference_field,
        hidden=options.verb == "redact",  # it must not leave what others pass over
        is_rewritten=hasattr(options, "write"),
    )


def _conflict(options: Namespace) -> str | None:
    stdin = not options.files or "-" in options.files
    if _writes(options) and (options.output or options.resume):
        given = "-o" if options.output else "--resume"
        return f"--write writes files in their places: it cannot be used with {given}"
    if _writes(options) and stdin:
        return "--write writes files in their places: standard input has none; name the files"
    if options.reference_field and options.reference:
        return (
            f"--reference-field {options.reference_field} and --reference say the same thing: "
            "leave out one"
        )
    if options.resume and not options.output:
        return "--resume continues a file: name it with -o FILE"
    if options.resume and stdin:
        return "--resume needs files: standard input cannot be read again"
    if options.resume and is_special(options.output):
        return (
            f"--resume needs a file: {options.output} is none, "
            "nothing written there can be continued"
        )
    if options.output:
        return _conflict_of_output(options)
    return None


def _conflict_of_output(options: Namespace) -> str | None:
    replaced = input_replaced(options.output, options.files, options.input_format)
    if replaced is None:
        return None
    return f"-o {options.output} would replace {replaced}, which is to be read: name another file"


def _writes(options: Namespace) -> bool:
    """Whether the verb writes its inputs in their places."""
    return bool(getattr(options, "write", False))


class _Run:
    """The state of a run."""

    def __init__(self, work: Work, options: Namespace) -> None:
        self._work = work
        self._options = options
        self._input_options = input_options_of(options)
        self._journal: Journal | None = None
        self._state = State()
        self._out: BinaryIO | None = None
        self._device: BinaryIO | None = None
        self._spool: BinaryIO | None = None
        self._notices = Notices(language_of(options))
        self._done = 0

    def all(self) -> Tally:
        """Run from head to foot."""
        is_quiet = bool(self._options.output) or _writes(self._options) or not sys.stdout.isatty()
        is_asking = getattr(self._options, "interactive", False)
        shown = sys.stderr.isatty() and is_quiet and not is_asking
        total = self._open(survey=shown)
        portions = slices(self._sources(), whole=self._work.is_whole)
        for portion in islice(portions, self._state.slices):  # done by an earlier run
            self._done += portion.size
        if not self._state.slices and not self._work.is_assembled:
            self._write(self._work.head())
        shown_progress = progress(total, shown=shown, start=self._done)
        try:
            self._slices(portions, shown_progress)
        except KeyboardInterrupt:
            shown_progress.close()
            if self._journal:
                print_error(
                    f"stopped; the same call with --resume continues {self._options.output}"
                )
            raise
        finally:
            shown_progress.close()
            shown_progress.print_lines([] if self._options.quiet else [*self._notices.rest()])
        self._end()
        return self._state.tally

    def _open(self, *, survey: bool) -> int:
        """Open the output, and measure the inputs where that is needed; return their bytes."""
        output = self._options.output
        if self._work.is_assembled and (not output or is_special(output)):
            self._spool = self._out = TemporaryFile()  # noqa: SIM115 - closed when assembled
        if not (survey or output):
            return 0
        digest, total = self._survey()
        if output and is_special(output):
            self._device = open(output, "wb")  # noqa: SIM115 - a device is written into, as it is
            self._out = self._spool or self._device
        elif output:
            self._journal = Journal(os.path.realpath(output), digest)
            self._state, self._out = (
                self._journal.resume() if self._options.resume else self._journal.begin()
            )
        return total

    def _survey(self) -> tuple[str, int]:
        import hashlib

        options = {
            name: str(value)
            for name, value in vars(self._options).items()
            if name not in _WITHOUT_EFFECT
        }
        digest = hashlib.sha256(
            repr((__version__, sorted(options.items()))).encode(errors="surrogateescape")
        )
        total = 0
        for source in self._sources():
            digest.update(repr(source).encode(errors="surrogateescape"))
            total += source.size if isinstance(source, Source) else 0
        return digest.hexdigest(), total

    def _sources(self) -> Iterator[Source | Skipped | Failed]:
        output = self._options.output
        found = sources(
            self._options.files,
            self._input_options,
            but=written_by(output) if output else (),
            is_rewritten=_writes(self._options),
        )
        for source in found:
            rejected = self._work.rejection(source) if isinstance(source, Source) else None
            yield rejected or source

    def _slices(self, portions: Iterator[Slice], shown_progress: Progress) -> None:
        for portion, outcome in self._outcomes(portions, shown_progress):
            self._take(outcome, shown_progress)
            self._state.slices += 1
            self._done += portion.size
            if self._journal and self._out:
                self._journal.note(self._state, self._out)
            shown_progress.update(self._done, self._state.tally.inputs.read)

    def _outcomes(
        self, portions: Iterator[Slice], shown_progress: Progress
    ) -> Iterator[tuple[Slice, Outcome]]:
        """Yield the outcome of each slice; in one process, entries are written as they come."""
        if self._options.jobs > 1 and self._options.files and "-" not in self._options.files:
            from shamsi.cli.runs.jobs import in_processes

            yield from in_processes(
                portions, self._options, self._input_options, self._options.jobs
            )
            return
        for portion in portions:
            for outcome in outcomes(portion, self._work, self._input_options):
                self._take(outcome, shown_progress)
                shown_progress.update(self._done, self._state.tally.inputs.read)
            yield portion, Outcome()

    def _take(self, outcome: Outcome, shown_progress: Progress) -> None:
        if outcome.notices and not (self._options.quiet and not outcome.tally.inputs.failed):
            sys.stdout.flush()  # keeps the order of both streams in one terminal
            shown_progress.print_lines(self._notices.printed(outcome.notices))
        if outcome.entries:
            self._write_entries(outcome.text)
        if outcome.data:
            self._write_data(outcome.data)
        self._state.entries += outcome.entries
        self._state.tally.add(outcome.tally)

    def _write_entries(self, text: str) -> None:
        """Write entries; if lines, each is ended at once, so that notices come between lines."""
        if self._work.separator == self._work.end:
            self._write(text + self._work.end)
        else:
            self._write(self._work.separator * bool(self._state.entries) + text)

    def _write_data(self, data: bytes) -> None:
        if self._out:
            self._out.write(data)
        else:
            print_bytes(data)

    def _write(self, text: str) -> None:
        if self._out:
            self._out.write(text.encode(errors="backslashreplace"))
        else:  # in parts, so that a closed pipe is noticed
            sys.stdout.writelines(
                text[at : at + _WRITE_SIZE] for at in range(0, len(text), _WRITE_SIZE)
            )

    def _end(self) -> None:
        if self._state.entries and self._work.separator != self._work.end:
            self._write(self._work.end)
        if self._work.is_assembled:
            self._assemble()
            return
        foot = self._work.foot(self._state.tally)
        if foot:
            self._write(foot + "\n")
        if self._out and self._journal:
            self._journal.finish(self._out)
        elif self._out:
            self._out.close()

    def _assemble(self) -> None:
        """Write the output that is made of all entries."""
        is_copy = getattr(self._options, "format", None) in _COPIES
        if self._journal and self._out and is_copy and not self._state.entries:
            self._journal.discard(self._out)
        elif self._journal and self._out:
            tally = self._state.tally
            self._journal.assemble(self._out, lambda entries: self._work.assemble(entries, tally))
        elif self._spool:
            self._spool.seek(0)
            for data in self._work.assemble(self._spool, self._state.tally):
                self._device.write(data) if self._device else print_bytes(data)
            self._spool.close()
            if self._device:
                self._device.close()
