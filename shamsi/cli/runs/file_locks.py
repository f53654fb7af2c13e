"""Locks on the files that a run writes, so that two runs never write the same one."""

from __future__ import annotations

import os
from typing import BinaryIO

from shamsi.lang.sentences import Sentence

try:
    import fcntl
except ImportError:  # Windows, where an open file can be neither replaced nor removed
    fcntl = None  # type: ignore[assignment]

_TRIES = 100  # a file may be replaced between its opening and its lock, but not for ever
_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_NEVER_WAITING = getattr(os, "O_NONBLOCK", 0)


class Busy(OSError):
    """A file that another run is writing."""

    def __init__(self) -> None:
        super().__init__(Sentence("another run is writing it"))


def open_locked(path: str) -> BinaryIO:
    """Open a file to read and write it, made if there is none; its content stays.

    The lock ends with the file that is returned. Raises Busy, or another OSError.
    """
    for _ in range(_TRIES):
        handle = os.open(path, os.O_RDWR | os.O_CREAT | _AS_IT_IS, 0o666)
        if _is_locked(handle, path):
            return os.fdopen(handle, "r+b")
        os.close(handle)
    raise Busy


def create_locked(path: str) -> BinaryIO:
    """Create a file that only its owner reads, in place of one that a killed run has left.

    Nothing that lies at the path is written into: it is removed, whether file or link. Raises Busy,
    or another OSError.
    """
    for _ in range(_TRIES):
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _AS_IT_IS, 0o600)
        except FileExistsError:
            remove_leftover(path)
            continue
        if _is_locked(handle, path):
            return os.fdopen(handle, "wb")
        os.close(handle)
    raise Busy


def remove_leftover(path: str) -> None:
    """Remove a file that no run is writing any more, if there is one.

    Raises Busy, or another OSError.
    """
    try:
        handle = os.open(path, os.O_RDONLY | _AS_IT_IS | _NEVER_WAITING)
    except FileNotFoundError:
        return
    except OSError:  # a link, or a file that only another user may read
        os.unlink(path)
        return
    if fcntl is None:  # an open file is removed only after it is closed
        os.close(handle)
        os.unlink(path)
        return
    if _is_locked(handle, path):
        os.unlink(path)
    os.close(handle)


def _is_locked(handle: int, path: str) -> bool:
    """Lock an open file; return whether it still is the one at its path.

    Raises Busy, after the file is closed, if another run has locked it.
    """
    if fcntl is not None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            raise Busy from None
        except OSError:  # a file system without locks: the run goes on without one
            pass
    try:
        return os.path.samestat(os.fstat(handle), os.lstat(path))
    except FileNotFoundError:
        return False
