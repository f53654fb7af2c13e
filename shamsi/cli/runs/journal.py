"""The journal of a run that writes a file: how far it came, so that another can go on from there."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import asdict, dataclass, field
from typing import Any, BinaryIO, cast

from shamsi.cli.inputs.document import Account, Failure
from shamsi.cli.reports.report import Tally
from shamsi.cli.runs.work import Stopped


def written_by(path: str) -> tuple[str, str, str]:
    """The files that a run into a file writes."""
    return path, f"{path}.part", f"{path}.journal"


@dataclass(slots=True)
class State:
    """How far a run came: slices done, bytes written, entries in them, and the tally."""

    slices: int = 0
    size: int = 0
    entries: int = 0
    tally: Tally = field(default_factory=Tally)


class Journal:
    """The file that a run writes, under another name until it is whole, and the journal beside it.

    `FILE.part` grows slice by slice, `FILE.journal` has a line for each that is safely in it; both are gone when `FILE`
    is there. `digest` tells this run from one of other inputs or options.
    """

    def __init__(self, path: str, digest: str) -> None:
        names: tuple[str, str, str] = written_by(path)
        self.path: str = names[0]
        self.part: str = names[1]
        self.log: str = names[2]
        self._digest = digest

    def begin(self) -> tuple[State, BinaryIO]:
        """Start anew."""
        out = open(self.part, "wb")  # noqa: SIM115
        with open(self.log, "w", encoding="utf-8") as log:
            log.write(json.dumps({"digest": self._digest}) + "\n")
        return State(), out

    def resume(self) -> tuple[State, BinaryIO]:
        """Go on after the last slice that is safely written; where nothing was begun, start anew.

        Raises Stopped if the inputs or the options are not the same.
        """
        if not (os.path.exists(self.log) and os.path.exists(self.part)):
            return self.begin()
        with open(self.log, encoding="utf-8") as log:
            lines = log.read().split("\n")[:-1]  # what has no line end was being written
        if not lines or json.loads(lines[0]) != {"digest": self._digest}:
            raise Stopped(
                f"{self.path} cannot be resumed: the inputs or the options have changed since it was begun; "
                "without --resume it is written anew"
            )
        state = _state(json.loads(lines[-1])) if len(lines) > 1 else State()
        out = open(self.part, "r+b")  # noqa: SIM115
        out.truncate(state.size)
        out.seek(state.size)
        with open(self.log, "w", encoding="utf-8") as log:
            log.writelines(line + "\n" for line in (lines[0], *lines[1:][-1:]))
        return state, out

    def note(self, state: State, out: BinaryIO) -> None:
        """A slice is done: see that it is on the disk, then say so."""
        out.flush()
        os.fsync(out.fileno())
        state.size = out.tell()
        with open(self.log, "a", encoding="utf-8") as log:
            log.write(json.dumps(asdict(state)) + "\n")

    def finish(self, out: BinaryIO) -> None:
        """All is written: give the file its name."""
        out.flush()
        os.fsync(out.fileno())
        out.close()
        if os.path.exists(self.path):
            os.chmod(self.part, stat.S_IMODE(os.stat(self.path).st_mode))
        os.replace(self.part, self.path)
        os.remove(self.log)


def _state(members: dict[str, Any]) -> State:
    tally = members.pop("tally")
    account = Account(**tally.pop("account"))
    account.failures = {key: Failure(**cast("dict[str, Any]", one)) for key, one in account.failures.items()}
    return State(**members, tally=Tally(**tally, account=account))
