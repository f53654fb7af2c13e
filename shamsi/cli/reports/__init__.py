"""What leaves the command: mentions, explanations and findings, each kind of report in a room of its own."""
