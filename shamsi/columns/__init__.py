"""Columns of dates: arithmetic, parsing and formatting that the adapters of all engines share."""
