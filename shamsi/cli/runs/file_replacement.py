"""Files replaced atomically, so that nobody ever sees half of one."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat

from shamsi.cli.runs.file_locks import create_locked, remove_leftover
from shamsi.lang.sentences import Sentence


def replace_file(path: str, data: bytes) -> None:
    """Replace the content of a file; of a link, the target is written.

    Its mode, and its owner, group and attributes as far as the system allows, stay. If writing
    fails, the file stays as it was. Raises OSError, also for a file with other names (hard links),
    which would keep the old content.
    """
    real = os.path.realpath(path)
    facts = os.stat(real)
    if facts.st_nlink > 1:
        raise OSError(
            Sentence(
                "it has other names (hard links), which would keep the old text; rewrite a copy"
            )
        )
    made = temporary_name(real)
    with create_locked(made) as file:
        try:
            file.write(data)
            file.flush()
            keep_attributes(real, made)
            os.fsync(file.fileno())
            if os.name == "nt":  # an open file cannot be renamed there
                file.close()
            os.replace(made, real)
        except BaseException:
            if os.name == "nt":
                file.close()
            os.unlink(made)
            raise


def discard_leftover(path: str) -> None:
    """Remove what a killed run has left next to a file, if anything. Raises OSError."""
    remove_leftover(temporary_name(os.path.realpath(path)))


def temporary_name(path: str) -> str:
    """The name under which the new content of a file is written: always the same, and short.

    So the next run that writes the file replaces what a killed one has left, and of two runs at the
    same moment the second notices the first.

    >>> temporary_name("news/a.txt")
    'news/.shamsi-18b7cb099a9ea3f5.tmp'
    """
    folder, name = os.path.split(path)
    digest = hashlib.sha256(os.fsencode(name)).hexdigest()[:16]
    return os.path.join(folder, f".shamsi-{digest}.tmp")


def keep_attributes(old: str, new: str) -> None:
    """Give a new file the mode of an old one, and its owner, group and attributes where allowed."""
    facts = os.stat(old)
    is_owned = _chown(new, facts)  # before the mode, which it restricts
    shutil.copystat(old, new)
    os.utime(new)
    if not is_owned:  # nobody else's program may run as this user
        os.chmod(new, stat.S_IMODE(facts.st_mode) & ~(stat.S_ISUID | stat.S_ISGID))


def _chown(path: str, facts: os.stat_result) -> bool:
    """Set owner and group, or at least the group; return whether both are as asked for."""
    for owner in (facts.st_uid, -1):
        try:
            os.chown(path, owner, facts.st_gid)
        except (AttributeError, OSError):  # no such call, or not allowed
            continue
        return owner != -1
    return False
