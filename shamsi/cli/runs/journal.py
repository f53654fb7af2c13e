"""The journal of a run that writes a file: how far it got, so that another run can continue."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, BinaryIO, cast

from shamsi.cli.inputs.document import Failure, InputCounts
from shamsi.cli.reports.report import FileCounts, Tally
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
        """Start from the beginning."""
        out = open(self.part, "wb")  # noqa: SIM115
        with open(self.log, "w", encoding="utf-8") as log:
            log.write(json.dumps({"digest": self._digest}) + "\n")
        return State(), out

    def resume(self) -> tuple[State, BinaryIO]:
        """Continue after the last slice that is safely written, or else from the beginning.

        Raises Stopped if the inputs or the options are not the same.
        """
        if not (os.path.exists(self.log) and os.path.exists(self.part)):
            return self.begin()
        with open(self.log, encoding="utf-8") as log:
            lines = log.read().split("\n")[:-1]  # a line without an end was being written
        if not lines or json.loads(lines[0]) != {"digest": self._digest}:
            raise Stopped(
                f"{self.path} cannot be resumed: the inputs or the options have changed "
                "since it was begun; without --resume it is written anew"
            )
        try:
            state = _state(json.loads(lines[-1])) if len(lines) > 1 else State()
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise Stopped(
                f"{self.path} cannot be resumed: {self.log} is damaged or of another version; "
                "without --resume it is written anew"
            ) from error
        out = open(self.part, "r+b")  # noqa: SIM115
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
        with open(self.log, "a", encoding="utf-8") as log:
            log.write(json.dumps(asdict(state)) + "\n")

    def finish(self, out: BinaryIO) -> None:
        """Give the complete file its name."""
        out.flush()
        os.fsync(out.fileno())
        out.close()
        self._name(self.part)
        os.remove(self.log)

    def assemble(self, out: BinaryIO, assembled: Callable[[BinaryIO], Iterable[bytes]]) -> None:
        """Make the complete file of the entries that were written."""
        out.close()
        with open(self.part, "rb") as entries, open(self.whole, "wb") as file:
            file.writelines(assembled(entries))
            file.flush()
            os.fsync(file.fileno())
        self._name(self.whole)
        os.remove(self.part)
        os.remove(self.log)

    def _name(self, made: str) -> None:
        if os.path.exists(self.path):
            os.chmod(made, stat.S_IMODE(os.stat(self.path).st_mode))
        os.replace(made, self.path)


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
