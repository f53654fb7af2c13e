"""The arguments of the command: the parser, the options of each kind of verb, their types and defaults."""
