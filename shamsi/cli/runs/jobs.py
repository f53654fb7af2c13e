"""Jobs: processes that read slices; their outcomes come back in order."""

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
from shamsi.cli.inputs.sources import InputOptions, reason
from shamsi.cli.runs.work import Outcome, Stopped, Work, outcome_of, work_of

_AHEAD = 4  # slices per process that may be read before their turn comes

_at_work: list[
    tuple[Work, InputOptions]
] = []  # in a process of the pool: the work that it was started for


def in_processes(
    portions: Iterator[Slice], options: Namespace, input_options: InputOptions, jobs: int
) -> Iterator[tuple[Slice, Outcome]]:
    """Yield slices with their outcomes in order; a process gets a slice's place, not its text.

    Raises Stopped if no process can be started, or if one was ended from outside.
    """
    context = multiprocessing.get_context("spawn")
    try:
        pool = ProcessPoolExecutor(
            jobs, context, initializer=_begin, initargs=(options, input_options)
        )
    except OSError as error:  # such as a system without shared memory for its semaphores
        raise Stopped(f"no processes can be started ({reason(error)}): leave out --jobs") from error
    waiting: deque[tuple[Slice, Future[Outcome]]] = deque()
    try:
        for portion in portions:
            waiting.append((portion, pool.submit(_answer, portion)))
            if len(waiting) >= jobs * _AHEAD:
                yield _next(waiting)
        while waiting:
            yield _next(waiting)
    except BrokenProcessPool as error:
        raise Stopped(
            "a process was ended from outside, perhaps for want of memory: fewer --jobs need less"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _next(waiting: deque[tuple[Slice, Future[Outcome]]]) -> tuple[Slice, Outcome]:
    portion, future = waiting.popleft()
    return portion, future.result()


def _begin(options: Namespace, input_options: InputOptions) -> None:
    """Leave interrupts to the parent process, and exit when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    _at_work.append((work_of(options), input_options))


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _answer(portion: Slice) -> Outcome:
    work, input_options = _at_work[-1]
    return outcome_of(portion, work, input_options)
