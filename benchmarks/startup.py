"""How long start-up takes over a bare interpreter: python benchmarks/startup.py [rounds].

Every round starts each command once, so that a slow moment of the machine falls on all of them alike;
the figures are medians. Peers that are not installed are skipped by name.
"""

import os
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
CONVERT = ("-m", "shamsi", "convert", "1403-12-30", "--to", "gregorian")
COMMANDS = {
    "bare python": ("-c", "pass"),
    "import shamsi": ("-c", "import shamsi"),
    "import jdatetime": ("-c", "import jdatetime"),
    "import persiantools": ("-c", "import persiantools.jdatetime"),
    "shamsi convert": CONVERT,
    "shamsi find": ("-m", "shamsi", "find", "docs/examples/visit.ar.txt"),
}
LIMITS = {"import shamsi": 5.0, "shamsi convert": 60.0}  # milliseconds over bare python


def milliseconds(arguments: tuple[str, ...]) -> float:
    """Wall time of one run, which must succeed."""
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT, env=os.environ | {"PYTHONPATH": "."}
    )
    return (time.perf_counter() - begin) * 1000


def measured(rounds: int) -> dict[str, float]:
    """The median of each command that can run here."""
    peers = {"import jdatetime": "jdatetime", "import persiantools": "persiantools"}
    absent = [name for name, module in peers.items() if find_spec(module) is None]
    for name in absent:
        print(f"skipped: {name} (not installed)")
    commands = {name: command for name, command in COMMANDS.items() if name not in absent}
    for command in commands.values():  # the first run writes the byte code
        milliseconds(command)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(milliseconds(command))
    return {name: median(each) for name, each in times.items()}


def main() -> int:
    """Print the table and the bars; 1 when one falls short."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 31
    answer = subprocess.run([sys.executable, *CONVERT], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert answer == "2025-03-20\n", answer
    medians = measured(rounds)
    bare = medians["bare python"]
    print(f"python {sys.version.split()[0]}, medians of {rounds} interleaved runs, ms")
    for name, value in medians.items():
        print(f"{name:20} {value:7.1f}  {value - bare:+7.1f}")
    short = 0
    for name, limit in LIMITS.items():
        over = medians[name] - bare
        short += over > limit
        print(f"bar {name.replace(' ', '-')} {over:.1f} {limit:.1f} {'ok' if over <= limit else 'short'}")
    return 1 if short else 0


if __name__ == "__main__":
    raise SystemExit(main())
