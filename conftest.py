"""What examples and tests both need.

Modules whose library is not installed are left out; Spark and Django are set up.
"""

import datetime
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import shamsi

_NEEDS = {
    "spacy.py": "spacy",
    "numpy.py": "numpy",
    "columns/*": "numpy",
    "columns/arrow.py": "pyarrow",
    "columns/records.py": "pyarrow",
    "columns/series.py": "polars",
    "pyarrow.py": "pyarrow",
    "sql/parquet.py": "pyarrow",
    "pandas.py": "pandas",
    "columns/frames.py": "pandas",
    "columns/offsets.py": "pandas",
    "polars.py": "polars",
    "spark/*": "pyspark",
    "matplotlib/*": "matplotlib",
    "values/schema.py": "pydantic",
    "sqlalchemy.py": "sqlalchemy",
    "django.py": "django",
    "testing.py": "hypothesis",
}
collect_ignore_glob = [f"shamsi/{path}" for path, needed in _NEEDS.items() if not find_spec(needed)]


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """Return a Spark session on two workers of its own, each a process; it starts once in a run."""
    pytest.importorskip("pyspark", reason="PySpark is not installed")
    pytest.importorskip("pyarrow", reason="PyArrow is not installed")
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        pytest.skip("Java is not installed")
    import pyspark
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    with tempfile.TemporaryDirectory(
        prefix="shamsi-spark-"
    ) as home:  # workers write beside Spark, so it has a place
        for path in Path(pyspark.__file__).parent.iterdir():
            (Path(home) / path.name).symlink_to(path)
        os.environ["SPARK_HOME"] = home
        settings = {
            "spark.executorEnv.PYTHONPATH": str(Path(__file__).parent),
            "spark.sql.shuffle.partitions": 2,
            "spark.sql.session.timeZone": "Asia/Tehran",
            "spark.ui.enabled": False,
            "spark.ui.showConsoleProgress": False,
            "spark.log.level": "ERROR",
        }
        builder = SparkSession.builder.master("local-cluster[2,1,1024]").config(map=settings)
        session = builder.getOrCreate()
        yield session
        session.stop()
        del os.environ["SPARK_HOME"]


@pytest.fixture(scope="session")
def django_project() -> Iterator[None]:
    """Set up Django with one app and a database in memory, once in a process."""
    django = pytest.importorskip("django", reason="Django is not installed")
    from django.conf import settings
    from django.db import connection

    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    settings.configure(DATABASES={"default": database}, INSTALLED_APPS=["django.contrib.messages"])
    django.setup()
    yield
    connection.close()


_FIXTURES = {"shamsi.spark": "spark", "shamsi.django": "django_project"}


@pytest.fixture(autouse=True)
def _setting_of_examples(request: pytest.FixtureRequest) -> None:
    """Examples in docstrings find what the tests have set up."""
    if isinstance(request.node, pytest.DoctestItem):
        for module, fixture in _FIXTURES.items():
            if request.node.name.startswith(module):
                request.getfixturevalue(fixture)


@pytest.fixture(autouse=True)
def _values_of_examples(doctest_namespace: dict[str, Any]) -> None:
    """Examples of what `Date` and `DateTime` are made of show it in them, which stand above."""
    doctest_namespace |= {"Date": shamsi.Date, "DateTime": shamsi.DateTime, "datetime": datetime}
