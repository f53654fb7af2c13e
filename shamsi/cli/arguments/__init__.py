"""The arguments of the command: the verbs, and the options of each kind of verb in a room of its own."""
