"""The wing that reads: lexer, grammar, resolver, finder, pairs, checker, one step a room."""
