"""Files replaced atomically, so that nobody ever sees half of one."""

from __future__ import annotations

import os
import stat
import tempfile


def replace_file(path: str, data: bytes) -> None:
    """Replace the content of a file and keep its mode; of a link, the target is written.

    If writing fails, the file stays as it was. Raises OSError.
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
