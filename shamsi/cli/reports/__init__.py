"""Output of the command: reports of mentions and findings, one module per format, and the month view."""
