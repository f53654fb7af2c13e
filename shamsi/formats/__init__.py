"""Dates as text: format and parse them with patterns, and parse them as people type them."""
