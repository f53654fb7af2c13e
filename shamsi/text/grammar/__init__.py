"""What is written there? Tokens with named classes, patterns of dates, their guards, and drafts."""
