"""Talking in the terminal: for operators who try a form, and for those who have nothing else."""
