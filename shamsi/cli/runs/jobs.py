"""Jobs: processes that read slices by themselves; what comes of them is handed on in order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from argparse import Namespace
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from shamsi.cli.inputs.slices import Slice
from shamsi.cli.inputs.sources import Manner, reason
from shamsi.cli.runs.work import Outcome, Stopped, Work, outcome_of, work_of

_AHEAD = 4  # slices a process that may be read before their turn comes

_at_work: list[tuple[Work, Manner]] = []  # in a process of the pool: what it was started for


def in_processes(
    pieces: Iterator[Slice], options: Namespace, manner: Manner, jobs: int
) -> Iterator[tuple[Slice, Outcome]]:
    """Each slice with what came of it, in their order; a slice is told to a process by its place, never by its text.

    Raises Stopped when no process can be started, or one was ended from outside.
    """
    context = multiprocessing.get_context("spawn")
    try:
        pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(options, manner))
    except OSError as error:  # such as a system without shared memory for its semaphores
        raise Stopped(f"no processes can be started ({reason(error)}): leave out --jobs") from error
    waiting: deque[tuple[Slice, Future[Outcome]]] = deque()
    try:
        for piece in pieces:
            waiting.append((piece, pool.submit(_answer, piece)))
            if len(waiting) >= jobs * _AHEAD:
                yield _next(waiting)
        while waiting:
            yield _next(waiting)
    except BrokenProcessPool as error:
        raise Stopped("a process was ended from outside, perhaps for want of memory: fewer --jobs need less") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _next(waiting: deque[tuple[Slice, Future[Outcome]]]) -> tuple[Slice, Outcome]:
    piece, future = waiting.popleft()
    return piece, future.result()


def _begin(options: Namespace, manner: Manner) -> None:
    """Leave interrupts to the parent, and leave when it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    _at_work.append((work_of(options), manner))


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _answer(piece: Slice) -> Outcome:
    work, manner = _at_work[-1]
    return outcome_of(piece, work, manner)
