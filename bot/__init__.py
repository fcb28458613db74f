"""khombot asks heads of neighbourhood committees for their figures in chat; this package is its core and its root."""
