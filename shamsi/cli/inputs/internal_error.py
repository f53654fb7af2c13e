"""An unexpected exception as the failure of one document, so that the next one is still read."""

from __future__ import annotations

import traceback

from shamsi.cli.inputs.document import Failed
from shamsi.lang.sentences import Sentence


def internal_error(name: str, error: Exception) -> Failed:
    """The failure of a document caused by a defect of this package, with the place to report.

    >>> internal_error("a.txt", MemoryError()).why
    'too large for the memory of this machine'
    """
    if isinstance(error, MemoryError):
        return Failed(name, Sentence("too large for the memory of this machine"))
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}" if frames else ""
    summary = f"{type(error).__name__}: {error}"[:200]
    why = Sentence(
        "not read because of an error in shamsi, please report it: {error}",
        error=f"{summary}{place}",
    )
    return Failed(name, why)
