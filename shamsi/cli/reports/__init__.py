"""Output of the command: reports of mentions and findings by format, and the month view."""
