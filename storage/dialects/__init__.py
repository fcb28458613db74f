"""The only place where the two databases differ: how they connect, commit, lock and explain their errors."""
