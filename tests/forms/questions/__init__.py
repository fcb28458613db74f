"""Question types, each with its case file."""
