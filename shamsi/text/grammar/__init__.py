"""What is written there? Tokens with named classes, the patterns of dates, what guards them, and drafts."""
