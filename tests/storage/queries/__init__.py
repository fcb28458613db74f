"""What each query promises, on both databases."""
