"""The simulated Official Account keeps the rules that it was built for."""
