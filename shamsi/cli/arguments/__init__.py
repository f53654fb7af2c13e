"""Arguments of the command: the parser, the options of each kind of verb, types and defaults."""
