"""Servers of one's own, PostgreSQL and MariaDB: in a temporary folder, on a Unix socket, without a network."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

_EVERYBODYS_PATH = "/usr/bin:/bin:/usr/sbin:/sbin:/usr/local/bin"
_SERVER = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "jit=off"]


def _programs() -> Path:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    if not folders:
        pytest.skip("PostgreSQL is not installed in /usr/lib/postgresql")
    return folders[-1]


def _as_somebody(server: str) -> list[str]:
    """What goes before a command that refuses to run as root."""
    if os.getuid():
        return []
    if not shutil.which("setpriv"):
        pytest.skip(f"{server} refuses to run as root, and there is no setpriv")
    return ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Return how to connect to a fresh server; it starts once in a run."""
    programs, somebody = _programs(), _as_somebody("PostgreSQL")
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


def _mariadb(program: str) -> str:
    found = shutil.which(program, path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"]))
    if not found:
        pytest.skip(f"{program} is not installed")
    return str(Path(found).resolve())  # a link may lie in a folder that "nobody" cannot enter


@pytest.fixture(scope="session")
def mysql_socket() -> Iterator[str]:
    """Return the socket of a fresh MariaDB, on which root needs no password; it starts once in a run."""
    pytest.importorskip("pymysql", reason="PyMySQL is not installed")
    install, server, somebody = _mariadb("mariadb-install-db"), _mariadb("mariadbd"), _as_somebody("MariaDB")
    with tempfile.TemporaryDirectory(prefix="shamsi-my-", dir="/tmp") as folder:
        if somebody:
            shutil.chown(folder, "nobody", "nogroup")
        socket, data = f"{folder}/socket", f"--datadir={folder}/data"
        open_to_root = ["--auth-root-authentication-method=normal", "--skip-test-db"]
        made = subprocess.run(
            [*somebody, install, "--no-defaults", data, *open_to_root],
            cwd=folder,
            env=os.environ | {"PATH": _EVERYBODYS_PATH},
            capture_output=True,
            check=False,
        )
        assert made.returncode == 0, made.stdout.decode() + made.stderr.decode()
        private = [f"--socket={socket}", "--skip-networking", f"--pid-file={folder}/pid", "--log-bin"]
        with (
            open(f"{folder}/log", "w", encoding="utf-8") as log,
            subprocess.Popen([*somebody, server, "--no-defaults", data, *private], cwd=folder, stderr=log) as running,
        ):
            try:
                _wait_for_socket(running, socket, f"{folder}/log")
                yield socket
            finally:
                running.terminate()


def _wait_for_socket(running: "subprocess.Popen[bytes]", socket: str, log: str) -> None:
    for _ in range(600):
        if running.poll() is not None or os.path.exists(socket):
            break
        time.sleep(0.05)
    assert os.path.exists(socket), Path(log).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def mysql(request: pytest.FixtureRequest) -> Iterator[Any]:
    """Return a cursor of a database that the tests of a module have to themselves."""
    socket, name = request.getfixturevalue("mysql_socket"), request.module.__name__.rpartition(".")[2]
    pymysql: Any = pytest.importorskip("pymysql")
    how = {"unix_socket": socket, "user": "root", "autocommit": True, "local_infile": True}
    with closing(pymysql.connect(**how)) as connection, connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name} CHARACTER SET utf8mb4")
        cursor.execute(f"USE {name}")
        yield cursor


class ClickHouse:
    """A session of the ClickHouse in this process."""

    def __init__(self, session: Any) -> None:
        self.session = session

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """Return what a statement answers, as PyArrow's Python values."""
        import pyarrow as pa

        answer = self.session.query(statement, "ArrowStream").bytes()
        if not answer:
            return []
        table = pa.ipc.open_stream(answer).read_all()
        return list(zip(*(column.to_pylist() for column in table.columns), strict=True))


@pytest.fixture(scope="session")
def clickhouse() -> Iterator[ClickHouse]:
    """Return a session of ClickHouse, which a process can have once."""
    session: Any = pytest.importorskip("chdb.session", reason="chDB is not installed")
    pytest.importorskip("pyarrow", reason="PyArrow is not installed")
    with tempfile.TemporaryDirectory(prefix="shamsi-ch-") as folder, session.Session(folder) as opened:
        yield ClickHouse(opened)
