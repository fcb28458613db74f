"""Proof of durability: the real process is killed at random moments while heads fill in their reports.

However often it dies: what was acknowledged is there, nothing is entered twice, each chat keeps its order, and
everybody comes to the end. `python -m tests.durability --kills 1000` tries it for an hour; the ordinary tests kill
less often.
"""
