"""The verbs of the command: one verb, one module, and in it `run`, which returns the exit status."""
