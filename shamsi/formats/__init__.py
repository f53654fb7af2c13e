"""Dates as text: printed by patterns and read back, and read as people type them."""
