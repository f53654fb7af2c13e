"""Documents for tests: what becomes of files, without a verb."""

from collections.abc import Iterator, Sequence

from shamsi.cli.inputs import Event
from shamsi.cli.inputs.events import events
from shamsi.cli.inputs.slices import slices
from shamsi.cli.inputs.sources import InputOptions, sources


def read(paths: Sequence[object], input_options: InputOptions | None = None) -> Iterator[Event]:
    """Every document at the paths, as what became of it."""
    input_options = input_options or InputOptions()
    for piece in slices(sources([str(path) for path in paths], input_options)):
        yield from events(piece, input_options)
