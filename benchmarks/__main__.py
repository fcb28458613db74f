"""`python -m benchmarks` measures turns: see benchmarks.turns."""

from __future__ import annotations

from benchmarks.turns import main

if __name__ == "__main__":
    main()
