"""A PostgreSQL server of one's own: in a temporary folder, on a Unix socket, without a network."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_SERVER = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "jit=off"]


def _programs() -> Path:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    if not folders:
        pytest.skip("PostgreSQL is not installed in /usr/lib/postgresql")
    return folders[-1]


def _as_somebody() -> list[str]:
    """What goes before a command that refuses to run as root."""
    if os.getuid():
        return []
    if not shutil.which("setpriv"):
        pytest.skip("PostgreSQL refuses to run as root, and there is no setpriv")
    return ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Return how to connect to a fresh server; it starts once in a run."""
    programs, somebody = _programs(), _as_somebody()
    with tempfile.TemporaryDirectory(prefix="shamsi-pg-", dir="/tmp") as folder:  # a socket's path is short
        if somebody:
            shutil.chown(folder, "nobody", "nogroup")
        data = f"{folder}/data"

        def run(program: str, *options: str) -> None:
            command = [*somebody, str(programs / program), "-D", data, *options]
            done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            assert done.returncode == 0, done.stdout.decode()

        run("initdb", "-U", "shamsi", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        run("pg_ctl", "start", "-w", "-l", f"{folder}/log", "-o", " ".join([*_SERVER, "-k", folder]))
        try:
            yield f"host={folder} user=shamsi"
        finally:
            run("pg_ctl", "stop", "-m", "immediate")


@pytest.fixture(scope="module")
def postgresql(request: pytest.FixtureRequest) -> Iterator[Any]:
    """Return a connection to a database that the tests of a module have to themselves."""
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    host, name = request.getfixturevalue("server"), request.module.__name__.rpartition(".")[2]
    with psycopg.connect(f"{host} dbname=postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    with psycopg.connect(f"{host} dbname={name}", autocommit=True) as connection:
        yield connection
