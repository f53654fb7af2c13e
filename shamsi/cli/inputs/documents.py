"""The documents at some paths, one after the other, for a verb that reads them in this process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shamsi.cli.inputs.document import Account, Document, Failed
from shamsi.cli.inputs.reading import events
from shamsi.cli.inputs.slices import slices
from shamsi.cli.inputs.sources import Manner, sources
from shamsi.cli.quoting import complain


class Documents:
    """The documents at the paths; `-`, or no path at all, is standard input, a folder all that is in it.

    What cannot be read is told on standard error and counted in `failed`; the others still come.
    """

    def __init__(self, paths: Sequence[str], manner: Manner | None = None) -> None:
        self._paths = paths
        self._manner = manner or Manner()
        self.account: Account = Account()

    @property
    def read(self) -> int:
        """How many came."""
        return self.account.read

    @property
    def failed(self) -> int:
        """How many could not be read."""
        return self.account.failed

    def __iter__(self) -> Iterator[Document]:
        for piece in slices(sources(self._paths, self._manner)):
            for event in events(piece, self._manner):
                self.account.count(event)
                if isinstance(event, Document):
                    if event.remark:
                        complain(f"{event.name}: {event.remark}")
                    yield event
                elif isinstance(event, Failed):
                    complain(f"{event.name}: {event.why}")
