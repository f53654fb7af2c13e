"""The module that pickles of `Period` name if they were made before it moved to `shamsi.values`."""

from shamsi.values.period import Period

__all__ = ["Period"]
