"""The official Iranian calendar in numbers: years, weeks, eras, time zones; the lunar calendar."""
