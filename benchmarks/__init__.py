"""How fast khombot is, beside its peers in the same run; measured, never asserted."""
