"""What examples and tests both need: where a neighbour is not installed, its module has no examples to run; Spark."""

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
}
collect_ignore_glob = [f"shamsi/{path}" for path, needed in _NEEDS.items() if not find_spec(needed)]


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """Return a Spark session on a cluster of two workers of its own, each a process; it starts once in a run."""
    pytest.importorskip("pyspark", reason="PySpark is not installed")
    pytest.importorskip("pyarrow", reason="PyArrow is not installed")
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        pytest.skip("Java is not installed")
    import pyspark
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    with tempfile.TemporaryDirectory(prefix="shamsi-spark-") as home:  # workers write beside Spark, so it has a place
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


@pytest.fixture(autouse=True)
def _session_of_examples(request: pytest.FixtureRequest) -> None:
    """Examples in the docstrings of `shamsi.spark` find the session of the tests."""
    if isinstance(request.node, pytest.DoctestItem) and "shamsi.spark" in request.node.name:
        request.getfixturevalue("spark")


@pytest.fixture(autouse=True)
def _values_of_examples(doctest_namespace: dict[str, Any]) -> None:
    """Examples of what `Date` and `DateTime` are made of show it in them, which stand above."""
    doctest_namespace |= {"Date": shamsi.Date, "DateTime": shamsi.DateTime, "datetime": datetime}
