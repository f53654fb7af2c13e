"""One module an engine: `measure(rows, rounds)` gives nanoseconds a row by contestant, answers asserted."""
