"""How would this text write it? A date in the words, digits and layout of the text that it stands in."""
