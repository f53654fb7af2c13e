"""The official Iranian calendar in numbers: years, weeks, eras, time zones, and the lunar calendar."""
