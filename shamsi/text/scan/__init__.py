"""Where may a date stand? Words and numbers that call for reading, and the windows around them."""
