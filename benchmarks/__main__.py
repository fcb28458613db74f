"""`python -m benchmarks`: turns, and then starting and resting; the other measurements have commands of their own."""

from __future__ import annotations

from benchmarks import startup, turns

if __name__ == "__main__":
    turns.main()
    startup.main()
