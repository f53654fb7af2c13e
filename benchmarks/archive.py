"""`check` over an archive of JSON Lines: speed by jobs, memory of all processes, and a run that is killed and resumed.

Run as `python benchmarks/archive.py FILE.jsonl… [--size MB] [--jobs N]`: the texts are repeated until the archive, in a
temporary folder, has that size; 100 MB by default. Memory is what Linux says of every process (proportional set size).
"""

import argparse
import hashlib
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

_ROOT = Path(__file__).resolve().parents[1]
_PAUSE = 0.5  # seconds between two looks at the memory


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--size", type=int, default=100, metavar="MB")
    parser.add_argument("--jobs", type=int, default=2, metavar="N")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder, "archive.jsonl")
        documents = write(archive, options.files, options.size * 1_000_000)
        print(f"{archive.stat().st_size / 1e6:.0f} MB, {documents:,} documents")
        return report(archive, options.jobs)


def write(archive: Path, files: list[Path], size: int) -> int:
    """Lines of the files, over and over, until there are so many bytes; how many lines they are."""
    lines = [line.rstrip(b"\n") + b"\n" for file in files for line in file.read_bytes().splitlines() if line.strip()]
    written = count = 0
    with archive.open("wb") as out:
        for line in cycle(lines):
            written += out.write(line)
            count += 1
            if written >= size:
                return count
    return count


def report(archive: Path, jobs: int) -> int:
    """Print what was measured and the bars; how many of them fall short."""
    one, many, resumed = (archive.with_name(name) for name in ("one", "many", "resumed"))
    alone = timed(archive, one, 1)
    together = timed(archive, many, jobs)
    for count, measured in ((1, alone), (jobs, together)):
        rate = archive.stat().st_size / 1e6 / measured.seconds
        print(
            f"--jobs {count}: {measured.seconds:.1f} s, {rate:.1f} MB/s, {measured.cpu:.1f} s of processors' time, "
            f"at most {measured.memory:.0f} MB of memory"
        )
    kill_half_way(archive, resumed, jobs, together.seconds / 2)
    done = resumed.with_name("resumed.part").stat().st_size / many.stat().st_size
    rest = timed(archive, resumed, jobs, "--resume")
    print(f"killed when {done:.0%} of the output was written, resumed in {rest.seconds:.1f} s")
    same = len({digest(path) for path in (one, many, resumed)})
    return sum(
        (
            bar("memory-mb", max(alone.memory, together.memory), 300, most=True),
            bar("times-as-fast", alone.seconds / together.seconds, 1.7, most=False),
            bar("different-outputs", same, 1, most=True),
        )
    )


def bar(name: str, value: float, limit: float, *, most: bool) -> bool:
    short = value > limit if most else value < limit
    print(f"bar {name} {value:.2f} {limit} {'short' if short else 'ok'}")
    return short


def start(archive: Path, output: Path, jobs: int, *more: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "shamsi", "check", "--format", "json", "--jobs", str(jobs)]
    return subprocess.Popen(
        [*command, str(archive), "-o", str(output), *more], cwd=_ROOT, stderr=subprocess.DEVNULL, start_new_session=True
    )


class Measured(NamedTuple):
    """Seconds on the clock, seconds of all processors, most memory of all processes in MB."""

    seconds: float
    cpu: float
    memory: float


def timed(archive: Path, output: Path, jobs: int, *more: str) -> Measured:
    """What a run takes."""
    began, spent = time.perf_counter(), processors()
    run = start(archive, output, jobs, *more)
    most = 0.0
    while run.poll() is None:
        most = max(most, memory_of(run.pid))
        time.sleep(_PAUSE)
    assert run.returncode in (0, 1), run.returncode
    return Measured(time.perf_counter() - began, processors() - spent, most)


def processors() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def kill_half_way(archive: Path, output: Path, jobs: int, seconds: float) -> None:
    run = start(archive, output, jobs)
    time.sleep(seconds)
    run.send_signal(signal.SIGKILL)
    run.wait()


def memory_of(group: int) -> float:
    """The memory of the processes of a session in MB, what they share counted once."""
    total = 0
    for process in Path("/proc").iterdir():
        try:
            if process.name.isdecimal() and os.getsid(int(process.name)) == group:
                rows = (process / "smaps_rollup").read_text().splitlines()
                total += next(int(row.split()[1]) for row in rows if row.startswith("Pss:"))
        except (OSError, StopIteration):  # it has ended meanwhile
            continue
    return total / 1000


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    sys.exit(min(1, main()))
