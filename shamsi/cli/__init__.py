"""The command line: arguments, inputs, runs and reports of the command `shamsi`."""
