"""Where may a date stand? Trigger words, numbers, and the windows of text around them."""
