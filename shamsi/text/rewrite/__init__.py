"""How would this text write it? Dates in the words, digits and layout of the text around them."""
