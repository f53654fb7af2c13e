"""Files: one put in the place of another at once, so that nobody ever sees half of it."""

from __future__ import annotations

import os
import stat
import tempfile


def put(path: str, data: bytes) -> None:
    """Put bytes in the place of a file's, with its mode; a link stays one, and what it points to is written.

    What could not be written whole leaves the file as it was. Raises OSError.
    """
    real = os.path.realpath(path)
    mode = stat.S_IMODE(os.stat(real).st_mode)
    handle, made = tempfile.mkstemp(dir=os.path.dirname(real), prefix=f".{os.path.basename(real)}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(made, mode)
        os.replace(made, real)
    except BaseException:
        os.unlink(made)
        raise
