"""`fix --write` is killed at 60 random moments: every file is the old one or the new one, whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("docx", reason="python-docx is not installed")

from shamsi.cli.main import main
from tests.office.packages import WordFile, paragraph, run
from tests.office.planted import TRADE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL")

KILLS = 30  # of each kind
FILES = 60
WRITING = 0.4  # the part of the time of a run in which files are written, or less
# The parent forks after the imports, so that kills hit the writing and not the start of Python.
SERVER = """if True:
    import os, sys
    from shamsi.cli.main import main
    import docx.opc.pkgreader, odf.odfmanifest
    import shamsi
    shamsi.fix("در ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵)", "gregorian")
    for line in iter(sys.stdin.readline, ""):
        child = os.fork()
        if not child:
            sys.stdin = open(os.devnull)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            os._exit(main(line.split()))
        print(child, flush=True)
        sys.stdin.readline()  # until then a child that has ended keeps its number
        print(os.waitpid(child, 0)[1], flush=True)
"""


@pytest.mark.parametrize("suffix", ["txt", "docx"])
def test_every_file_is_old_or_new_after_a_kill(suffix: str, tmp_path: Path) -> None:
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    chance, folder = random.Random(seed), tmp_path / "in"
    folder.mkdir()
    old, new = _both(suffix, tmp_path)
    call = ["fix", "--side", "gregorian", "--write", "--no-config", "--lang", "en", str(folder)]
    with subprocess.Popen([sys.executable, "-c", SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin
        assert server.stdout
        lasted, hits, kills, left = 0.0, 0, 0, set[str]()
        for number in range(KILLS + 1):
            for index in range(FILES):
                (folder / f"{index:02}.{suffix}").write_bytes(old)
            server.stdin.write(f"{' '.join(call)}\n".encode())
            server.stdin.flush()
            child, begun = int(server.stdout.readline()), time.monotonic()
            if number:  # the first runs to its end, and is measured
                time.sleep(chance.random() * lasted)
                os.kill(child, signal.SIGKILL)
            server.stdin.write(b"\n")
            server.stdin.flush()
            status = int(server.stdout.readline())
            assert number or status == 0
            lasted = lasted or time.monotonic() - begun
            contents = [path.read_bytes() for path in sorted(folder.glob(f"*.{suffix}"))]
            assert len(contents) == FILES
            assert set(contents) <= {old, new}, f"seed {seed}: a file is neither the old nor the new one"
            kills += status == signal.SIGKILL
            hits += old in contents and new in contents
            others = {path.name for path in folder.iterdir() if path.suffix != f".{suffix}"}
            assert len(others - left) <= 1, "at most the file that was being written is left"
            assert all(name.startswith(".shamsi-") and name.endswith(".tmp") for name in others)
            left = others
        server.stdin.close()
    assert kills >= KILLS // 5, f"seed {seed}: only {kills} runs were killed before their end"
    assert hits >= KILLS // 10, f"seed {seed}: only {hits} kills came while files were written"
    print(f"{kills} killed, {hits} while files were written")
    main(call)
    assert {path.read_bytes() for path in folder.iterdir()} == {new}, "the next run leaves nothing behind"


def _wait_for_change(path: Path, begun: float) -> None:
    """Wait until the first file is written, and not for ever."""
    known = path.stat().st_ino
    while path.stat().st_ino == known and time.monotonic() - begun < 10:
        time.sleep(0.0002)


def _both(suffix: str, folder: Path) -> tuple[bytes, bytes]:
    """The bytes of a file before and after `fix`."""
    path = folder / f"one.{suffix}"
    if suffix == "docx":
        file = WordFile()
        file.add(*(paragraph(run(TRADE.text)) for _ in range(3)))
        file.save(path)
    else:
        path.write_text(f"{TRADE.text}\n" * 3, encoding="utf-8")
    old = path.read_bytes()
    assert main(["fix", "--side", "gregorian", "--write", "--no-config", str(path)]) == 0
    return old, path.read_bytes()
