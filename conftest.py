"""Where a neighbour is not installed, its module has no examples to run."""

from importlib.util import find_spec

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
    "spark.py": "pyspark",
}
collect_ignore_glob = [f"shamsi/{path}" for path, needed in _NEEDS.items() if not find_spec(needed)]
