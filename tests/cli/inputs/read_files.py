"""Documents for tests: what becomes of files, without a verb."""

from collections.abc import Iterator, Sequence

from shamsi.cli.inputs import Event
from shamsi.cli.inputs.events import events
from shamsi.cli.inputs.slices import slices
from shamsi.cli.inputs.sources import Manner, sources


def read(paths: Sequence[object], manner: Manner | None = None) -> Iterator[Event]:
    """Every document at the paths, as what became of it."""
    manner = manner or Manner()
    for piece in slices(sources([str(path) for path in paths], manner)):
        yield from events(piece, manner)
