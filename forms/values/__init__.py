"""Vietnamese as people type it, read into values; pure functions, each saying what it is sure of."""
