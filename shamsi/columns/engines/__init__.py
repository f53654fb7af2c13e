"""What the adapters of pandas, Polars and PyArrow do with the types of their engines."""
