"""The journal of a run that writes a file: how far it got, so that another run can continue."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, BinaryIO, cast

from shamsi.cli.inputs.document import Failure, InputCounts
from shamsi.cli.reports.report import FileCounts, Tally
from shamsi.cli.runs.file_locks import Busy, open_locked
from shamsi.cli.runs.file_replacement import keep_attributes
from shamsi.cli.runs.work import Stopped


def written_by(path: str) -> tuple[str, str, str, str]:
    """The files that a run writes for one output file."""
    return path, f"{path}.part", f"{path}.journal", f"{path}.whole"


@dataclass(slots=True)
class State:
    """How far a run got: slices done, bytes and entries written, and the tally."""

    slices: int = 0
    size: int = 0
    entries: int = 0
    tally: Tally = field(default_factory=Tally)


class Journal:
    """The file that a run writes, under another name until complete, and the journal next to it.

    `FILE.part` grows slice by slice; `FILE.journal` has one line for each slice that is safely
    written. Both are removed when `FILE` is complete. `digest` identifies the inputs and options of
    the run.
    """

    def __init__(self, path: str, digest: str) -> None:
        names: tuple[str, str, str, str] = written_by(path)
        self.path: str = names[0]
        self.part: str = names[1]
        self.log: str = names[2]
        self.whole: str = names[3]
        self._digest = digest

    def begin(self) -> tuple[State, BinaryIO]:
        """Start from the beginning. Raises Stopped if another run is writing the file."""
        return self._begun(self._opened())

    def resume(self) -> tuple[State, BinaryIO]:
        """Continue after the last slice that is safely written, or else from the beginning.

        Raises Stopped if the inputs or the options are not the same, if the journal is damaged or
        the part shorter than it says, and if another run is writing the file.
        """
        out = self._opened()
        try:
            lines = self._lines()
            if not lines:
                return self._begun(out)
            state = self._state(lines[-1]) if len(lines) > 1 else State()
            if out.seek(0, os.SEEK_END) < state.size:
                raise self._stopped(f"{self.part} is shorter than it was")
        except BaseException:
            out.close()
            raise
        out.truncate(state.size)
        out.seek(state.size)
        with open(self.log, "w", encoding="utf-8") as log:
            log.writelines(line + "\n" for line in (lines[0], *lines[1:][-1:]))
        return state, out

    def note(self, state: State, out: BinaryIO) -> None:
        """Record that a slice is done, after it is on the disk."""
        out.flush()
        os.fsync(out.fileno())
        state.size = out.tell()
        noted = json.dumps(asdict(state))
        with open(self.log, "a", encoding="utf-8") as log:
            log.write(f"{self._check(noted)} {noted}\n")

    def finish(self, out: BinaryIO) -> None:
        """Give the complete file its name."""
        out.flush()
        os.fsync(out.fileno())
        if os.path.exists(self.path):
            keep_attributes(self.path, self.part)
        if os.name == "nt":  # an open file cannot be renamed there
            out.close()
        os.remove(self.log)  # while the part is locked: afterwards it may be another run's
        os.replace(self.part, self.path)
        out.close()

    def _opened(self) -> BinaryIO:
        try:
            return open_locked(self.part)
        except Busy:
            raise Stopped(
                f"another run is writing {self.path}: wait for its end, or name another file"
            ) from None

    def _begun(self, out: BinaryIO) -> tuple[State, BinaryIO]:
        out.truncate(0)
        with open(self.log, "w", encoding="utf-8") as log:
            log.write(json.dumps({"digest": self._digest}) + "\n")
        return State(), out

    def _lines(self) -> list[str]:
        """The lines of the journal, that of the digest first; none if there is no such line."""
        try:
            with open(self.log, encoding="utf-8") as log:
                lines = log.read().split("\n")[:-1]  # a line without an end was being written
            head = json.loads(lines[0]) if lines else None
        except FileNotFoundError:
            return []
        except (ValueError, RecursionError) as error:
            raise self._damaged() from error
        if lines and head != {"digest": self._digest}:
            raise self._stopped("the inputs or the options have changed since it was begun")
        return lines

    def _state(self, line: str) -> State:
        """The state that a line holds."""
        check, _, noted = line.partition(" ")
        if check != self._check(noted):
            raise self._damaged()
        return _state(json.loads(noted))

    def _check(self, noted: str) -> str:
        """What shows that a line is whole, and of this run."""
        return hashlib.sha256(f"{self._digest} {noted}".encode()).hexdigest()[:16]

    def _damaged(self) -> Stopped:
        return self._stopped(f"{self.log} is damaged or of another version")

    def _stopped(self, why: str) -> Stopped:
        return Stopped(f"{self.path} cannot be resumed: {why}; without --resume it is written anew")

    def discard(self, out: BinaryIO) -> None:
        """Remove what was written; the file that has the name stays."""
        os.remove(self.log)
        if os.name == "nt":  # an open file cannot be removed there
            out.close()
        os.remove(self.part)
        out.close()

    def assemble(self, out: BinaryIO, assembled: Callable[[BinaryIO], Iterable[bytes]]) -> None:
        """Make the complete file of the entries that were written, while the part is locked."""
        out.flush()
        with open(self.part, "rb") as entries, open(self.whole, "wb") as file:
            file.writelines(assembled(entries))
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(self.path):
            keep_attributes(self.path, self.whole)
        if os.name == "nt":  # an open file cannot be removed there
            out.close()
        os.remove(self.log)
        os.replace(self.whole, self.path)
        os.remove(self.part)
        out.close()


def _state(members: dict[str, Any]) -> State:
    tally = members.pop("tally")
    inputs = InputCounts(**tally.pop("inputs"))
    inputs.failures = {
        key: Failure(**cast("dict[str, Any]", one)) for key, one in inputs.failures.items()
    }
    faulty, clean = (
        [FileCounts(**cast("dict[str, Any]", one)) for one in tally.pop(name)]
        for name in ("faulty", "clean")
    )
    return State(**members, tally=Tally(**tally, faulty=faulty, clean=clean, inputs=inputs))
