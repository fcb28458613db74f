"""Everything that shows khombot to work, in the same tree as the code that it is about."""
