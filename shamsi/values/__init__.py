"""Dates, date-times and spans as values: what is known of each, and how one is reached from another."""
