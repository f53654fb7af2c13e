"""The command line: arguments, documents in, findings out."""
