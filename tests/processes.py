"""Processes: tests that start several are left out, by name, where the system lets nobody share memory."""

import multiprocessing

import pytest


def need_processes() -> None:
    """Skip the test where a lock between processes cannot be made, as without /dev/shm."""
    try:
        multiprocessing.get_context("spawn").Lock()
    except OSError as error:
        pytest.skip(f"no shared memory for processes: {error.strerror}")
