"""The verbs of the command: one module each, with `run`, which returns the exit status."""
