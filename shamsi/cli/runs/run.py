"""A run: the documents that options name, the work on them, and the output, in order and whole."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from shamsi import __version__
from shamsi.cli.escaping import complain
from shamsi.cli.inputs.document import Failed, Skipped
from shamsi.cli.inputs.slices import Slice, slices
from shamsi.cli.inputs.sources import Manner, Source, sources
from shamsi.cli.reports.notices import Notes
from shamsi.cli.reports.report import Tally
from shamsi.cli.runs.journal import Journal, State, written_by
from shamsi.cli.runs.output import input_replaced, is_special
from shamsi.cli.runs.progress import Progress, progress
from shamsi.cli.runs.work import Outcome, Stopped, Work, outcomes

_PORTION = 1 << 13  # characters
_SAYS_NOTHING = frozenset({"jobs", "resume"})  # options that change no byte of the output


def run_over(work: Work, options: Namespace) -> Tally | None:
    """Do the work on every document; the tally, or None where it could not be begun or ended, which is told."""
    misfit = _misfit(options)
    if misfit:
        complain(misfit)
        return None
    try:
        return _Run(work, options).all()
    except Stopped as stopped:
        complain(str(stopped))
        return None


def is_isolated(options: Namespace) -> bool:
    """Whether a terminal will show the output."""
    return sys.stdout.isatty() and not options.output


def manner_of(options: Namespace) -> Manner:
    """How the options want inputs read."""
    return Manner(options.input_format, options.field, options.id, options.encoding)


def _misfit(options: Namespace) -> str | None:
    stdin = not options.files or "-" in options.files
    if options.resume and not options.output:
        return "--resume continues a file: name it with -o FILE"
    if options.resume and stdin:
        return "--resume needs files: standard input cannot be read again"
    if options.resume and is_special(options.output):
        return f"--resume needs a file: {options.output} is none, nothing written there can be continued"
    if options.output:
        return _misfit_of_output(options)
    return None


def _misfit_of_output(options: Namespace) -> str | None:
    replaced = input_replaced(options.output, options.files, options.input_format)
    if replaced is None:
        return None
    return f"-o {options.output} would replace {replaced}, which is to be read: name another file"


class _Run:
    """The state of a run."""

    def __init__(self, work: Work, options: Namespace) -> None:
        self._work = work
        self._options = options
        self._manner = manner_of(options)
        self._journal: Journal | None = None
        self._state = State()
        self._out: BinaryIO | None = None
        self._notes = Notes()
        self._done = 0

    def all(self) -> Tally:
        """Everything, from head to foot."""
        shown = sys.stderr.isatty() and (bool(self._options.output) or not sys.stdout.isatty())
        total = self._open(survey=shown)
        pieces = slices(self._sources())
        for piece in islice(pieces, self._state.slices):  # what another run did
            self._done += piece.size
        if not self._state.slices:
            self._write(self._work.head())
        shows = progress(total, shown=shown, start=self._done)
        try:
            self._slices(pieces, shows)
        except KeyboardInterrupt:
            shows.close()
            if self._journal:
                complain(f"stopped; the same call with --resume continues {self._options.output}")
            raise
        finally:
            shows.close()
            shows.told(list(self._notes.rest()))
        self._end()
        return self._state.tally

    def _open(self, *, survey: bool) -> int:
        """Find out what there is to read, where that matters, and where to write; the bytes of it."""
        output = self._options.output
        if not (survey or output):
            return 0
        digest, total = self._survey()
        if output and is_special(output):
            self._out = open(output, "wb")  # noqa: SIM115 - a device is written into, as it is
        elif output:
            self._journal = Journal(os.path.realpath(output), digest)
            self._state, self._out = self._journal.resume() if self._options.resume else self._journal.begin()
        return total

    def _survey(self) -> tuple[str, int]:
        import hashlib

        said = {name: str(value) for name, value in vars(self._options).items() if name not in _SAYS_NOTHING}
        digest = hashlib.sha256(repr((__version__, sorted(said.items()))).encode(errors="surrogateescape"))
        total = 0
        for source in self._sources():
            digest.update(repr(source).encode(errors="surrogateescape"))
            total += source.size if isinstance(source, Source) else 0
        return digest.hexdigest(), total

    def _sources(self) -> Iterator[Source | Skipped | Failed]:
        output = self._options.output
        return sources(self._options.files, self._manner, but=written_by(output) if output else ())

    def _slices(self, pieces: Iterator[Slice], shows: Progress) -> None:
        for piece, outcome in self._outcomes(pieces, shows):
            self._take(outcome, shows)
            self._state.slices += 1
            self._done += piece.size
            if self._journal and self._out:
                self._journal.note(self._state, self._out)
            shows.at(self._done, self._state.tally.account.read)

    def _outcomes(self, pieces: Iterator[Slice], shows: Progress) -> Iterator[tuple[Slice, Outcome]]:
        """What comes of each slice; without other processes and a file, it is written as it comes."""
        if self._options.jobs > 1 and self._options.files and "-" not in self._options.files:
            from shamsi.cli.runs.jobs import in_processes

            yield from in_processes(pieces, self._options, self._manner, self._options.jobs)
            return
        for piece in pieces:
            for outcome in outcomes(piece, self._work, self._manner):
                self._take(outcome, shows)
                shows.at(self._done, self._state.tally.account.read)
            yield piece, Outcome()

    def _take(self, outcome: Outcome, shows: Progress) -> None:
        if outcome.notes:
            sys.stdout.flush()  # so that both streams keep their order where they go to one place
            shows.told(self._notes.printed(outcome.notes))
        if outcome.entries:
            self._write_entries(outcome.text)
        self._state.entries += outcome.entries
        self._state.tally.add(outcome.tally)

    def _write_entries(self, text: str) -> None:
        """A line is ended at once where the separator is a line's end, so that notes stand between lines."""
        if self._work.separator == self._work.end:
            self._write(text + self._work.end)
        else:
            self._write(self._work.separator * bool(self._state.entries) + text)

    def _write(self, text: str) -> None:
        if self._out:
            self._out.write(text.encode(errors="backslashreplace"))
        else:  # in portions, so that a reader who leaves is noticed
            sys.stdout.writelines(text[at : at + _PORTION] for at in range(0, len(text), _PORTION))

    def _end(self) -> None:
        if self._state.entries and self._work.separator != self._work.end:
            self._write(self._work.end)
        foot = self._work.foot(self._state.tally)
        if foot:
            self._write(foot + "\n")
        if self._out and self._journal:
            self._journal.finish(self._out)
        elif self._out:
            self._out.close()
